"""A posted digest is corrected in words: in the thread, in the footer, in what is stored; its numbers stay."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from bot.blocks.document import to_document
from bot.blocks.page import to_page
from bot.domain.hidden import as_posted
from bot.locale import Words
from bot.services.audit import AuditService
from bot.storage.store import Store
from tests.fake_slack import FakeSlack
from tests.handlers.after_world import After, blocks_of
from tests.handlers.win_world import find_button, shown
from tests.slack_requests import command_body

WRONG = "The 82 % were those of the week before; 84 % is right."
HEADING = {"en": "Correction", "de": "Berichtigung"}


@pytest.fixture(params=["en", "de"])
def world(request: pytest.FixtureRequest, fake_slack: FakeSlack, sample_store: Store) -> Iterator[After]:
    world = After(fake_slack, sample_store, request.param, digest_channel="C0LEAD")
    yield world
    world.close()


def ask(world: After, user: str = "U0CORA") -> dict[str, Any]:
    """Type /voice correct and return the form that opened."""
    word = "correct" if world.language == "en" else "berichtigen"
    before = len(world.fake_slack.views)
    body = command_body(word, world.response_url, user=user, trigger=world.fake_slack.trigger())
    assert world.post(body).status == 200
    world.idle()
    assert len(world.fake_slack.views) == before + 1, "no form opened"
    return world.fake_slack.views[-1]


def test_a_curator_corrects_in_the_thread_and_the_footer_says_so(world: After) -> None:
    before = world.publish()
    assert world.send(ask(world), "U0CORA", correct_part="number", correct_sentence=WRONG) == {}
    *thread, said = world.posted
    assert said.thread_ts == before[0].ts
    assert said.text.startswith(HEADING[world.language])
    part = "A number" if world.language == "en" else "Eine Zahl"
    assert f"{part}: {WRONG}" in shown(said)
    assert len(thread) == len(before)
    footer = blocks_of(world.posted[0])[-1]
    see = "see the thread" if world.language == "en" else "siehe Thread"
    assert see in footer["elements"][-1]["text"]
    assert blocks_of(world.posted[0])[:-1] == blocks_of(before[0])[:-1]
    assert footer["elements"][0] == blocks_of(before[0])[-1]["elements"][0]


def test_it_is_kept_with_the_digest_shown_on_the_page_and_written_down(world: After) -> None:
    world.publish()
    before = world.stored()
    world.send(ask(world), "U0CORA", correct_part="verdict", correct_sentence=WRONG)
    after, words = world.stored(), Words(world.language)
    assert WRONG in str(after.correction)
    assert as_posted(after) == before
    document = to_document(after, words)
    assert document["correction"] == after.correction
    assert WRONG in json.dumps(document["thread"], ensure_ascii=False)
    assert HEADING[world.language] in to_page([document], words)
    entry = AuditService(world.parts.store).entries("digest:default:2026-W46")[-1]
    assert (entry.actor, entry.action, entry.detail) == ("U0CORA", "digest.correct", {"part": "verdict"})


def test_of_two_curators_at_once_the_second_is_told_and_what_they_typed_stays(world: After) -> None:
    world.publish()
    first, second = ask(world), ask(world, "U0CARL")
    assert world.send(first, "U0CORA", correct_sentence=WRONG) == {}
    errors = world.send(second, "U0CARL", correct_sentence="Something else.")
    said = "was faster" if world.language == "en" else "war schneller"
    assert said in next(iter(errors.values()))
    assert len([message for message in world.posted if message.text.startswith(HEADING[world.language])]) == 1
    assert world.send(ask(world, "U0CARL"), "U0CARL", correct_sentence="Something else.") == {}
    assert str(world.stored().correction).count("\n") == 1


def test_a_correction_that_says_nothing_is_refused_beside_its_sentence(world: After) -> None:
    world.publish()
    errors = world.send(ask(world), "U0CORA", correct_sentence="   ")
    assert errors == {"correct-sentence": Words(world.language)("correct-empty")}
    assert world.stored().correction is None


def test_nobody_else_corrects(world: After) -> None:
    world.publish()
    world.post(command_body("correct", world.response_url, user="U0ANNA", trigger=world.fake_slack.trigger()))
    world.idle()
    assert ("Only a curator" if world.language == "en" else "nur die Redaktion") in world.answers()[-1]
    assert world.fake_slack.views == []


def test_what_is_not_posted_is_not_offered(world: After) -> None:
    assert world.language in ("en", "de")
    form = ask(world)
    said = "No digest is posted" if world.language == "en" else "kein Digest gepostet"
    assert said in json.dumps(form, ensure_ascii=False)
    assert "submit" not in form


def test_the_home_of_a_curator_leads_to_the_form(world: After) -> None:
    world.publish()
    view = world.parts.home.view("U0CORA", world.clock())
    pressed = find_button(view["blocks"], "correct-open")
    world.interact("block_actions", "U0CORA", actions=[{"type": "button", "block_id": "b", **pressed}])
    world.idle()
    assert world.fake_slack.views[-1]["callback_id"] == "correct-form"
    assert "correct-open" not in json.dumps(world.parts.home.view("U0ANNA", world.clock()))


def test_hiding_and_correcting_keep_each_other(world: After) -> None:
    world.publish()
    world.send(ask(world), "U0CORA", correct_sentence=WRONG)
    assert world.hide(world.posted[0]) == {}
    stored = world.stored()
    assert stored.quotes[0].hidden
    assert stored.correction is not None
    assert len(blocks_of(world.posted[0])[-1]["elements"]) == 2
