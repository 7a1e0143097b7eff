"""Something should not be here: taken out at once by anybody, everywhere; decided about by curators."""

import json
from collections.abc import Iterator

import pytest

from bot.blocks.document import to_document
from bot.blocks.page import to_page
from bot.domain.hidden import HideReason, Place
from bot.locale import Words
from bot.services.audit import AuditService
from bot.storage.store import Store
from tests.fake_slack import FakeSlack
from tests.handlers.after_world import WEEK, After, as_text, blocks_of, quote_blocks
from tests.handlers.win_world import find_button, has_button, shown

GONE = {"en": "[a quote was taken out]", "de": "[ein Zitat wurde herausgenommen]"}


@pytest.fixture(params=["en", "de"])
def world(request: pytest.FixtureRequest, fake_slack: FakeSlack, sample_store: Store) -> Iterator[After]:
    world = After(fake_slack, sample_store, request.param, digest_channel="C0LEAD")
    yield world
    world.close()


def words_of(world: After, number: int = 0) -> str:
    """The first words of a quote of the published digest."""
    return world.stored().quotes[number].text[:30]


def test_anybody_takes_a_quote_out_of_the_parent_and_the_numbers_stay(world: After) -> None:
    parent = world.publish()[0]
    before, said = quote_blocks(parent)[0], words_of(world)
    others = [block for block in blocks_of(parent) if not str(block.get("block_id")).startswith("quote:")]
    assert world.hide(parent, hide_why="personal") == {}
    after = quote_blocks(world.posted[0])[0]
    assert said not in world.everything
    kept = [line for line in before.split("\n") if not line.startswith(">")]
    assert after.split("\n") == [*kept[:1], f"> {GONE[world.language]}", *kept[1:]]
    assert [b for b in blocks_of(world.posted[0]) if not str(b.get("block_id")).startswith("quote:")] == others
    assert world.posted[0].text == parent.text


def test_taken_out_of_the_thread_it_leaves_its_place_and_the_other_voices(world: After) -> None:
    thread = next(reply for reply in world.publish()[1:] if len(quote_blocks(reply)) > 1)
    first, *rest = quote_blocks(thread)
    assert world.hide(thread) == {}
    now = next(reply for reply in world.posted if reply.ts == thread.ts)
    assert quote_blocks(now) == [f"> {GONE[world.language]}", *rest]
    assert first not in world.everything


def test_it_leaves_what_is_stored_the_json_and_the_page_but_not_the_counts(world: After) -> None:
    parent = world.publish()[0]
    before, said = world.stored(), words_of(world)
    world.hide(parent)
    after, words = world.stored(), Words(world.language)
    assert after.quotes[0].hidden
    assert after.model_copy(update={"quotes": before.quotes}) == before
    document = to_document(after, words)
    assert said not in json.dumps(document, ensure_ascii=False)
    assert said not in to_page([document], words)
    assert said not in as_text(after)
    assert GONE[world.language] in as_text(after)
    assert len(document["blocks"]) == len(to_document(before, words)["blocks"])


def test_it_is_not_quoted_again_before_a_curator_puts_it_back(world: After) -> None:
    parent = world.publish()[0]
    record = world.stored().quotes[0].record
    world.hide(parent)
    edition = world.parts.edition("default")
    again = world.parts.digests.preview(edition, WEEK)
    assert record not in [quote.record for quote in (*again.quotes, *again.praise)]
    assert again.counts == world.stored().counts
    world.press("U0CORA", world.letter("U0CORA"), "hide-put-back")
    assert world.parts.digests.preview(edition, WEEK).quotes[0].record == record


def test_curators_and_admins_are_told_once_and_not_by_whom(world: After) -> None:
    parent = world.publish()[0]
    said = words_of(world)
    world.hide(parent, hide_why="hurts")
    world.tick()
    for user in ("U0CORA", "U0CARL", "U0LEA"):
        (letter,) = world.letters(user)
        assert ("it hurts somebody" if world.language == "en" else "es verletzt jemanden") in letter.text
        assert "ANNA" not in (shown(letter) + letter.text).upper()
        assert said not in shown(letter)
        assert has_button(letter, "hide-put-back") is (user != "U0LEA")
        assert has_button(letter, "hide-look"), "admins may look, and do not decide"
    entries = [entry for entry in AuditService(world.parts.store).entries() if entry.action == "quote.hide"]
    assert [(entry.actor, entry.detail["reason"], entry.detail["week"]) for entry in entries] == [
        ("colleague", "hurts", "2026-W46")
    ], "the form promises that nobody is shown who it was"


def test_a_curator_looks_at_it_and_puts_it_back_as_it_stood(world: After) -> None:
    before = world.publish()
    said = words_of(world)
    world.hide(before[0])
    world.press("U0CORA", world.letter("U0CORA"), "hide-look")
    assert said in json.dumps(world.fake_slack.views[-1], ensure_ascii=False)
    answers = world.press("U0CORA", world.letter("U0CORA"), "hide-put-back")
    assert ("It is put back" if world.language == "en" else "Es steht wieder da") in answers[0]
    assert [blocks_of(message) for message in world.posted] == [blocks_of(message) for message in before]
    assert not world.stored().quotes[0].hidden


def test_of_two_curators_the_second_reads_that_somebody_was_faster(world: After) -> None:
    parent = world.publish()[0]
    world.hide(parent)
    kept = world.press("U0CORA", world.letter("U0CORA"), "hide-keep")
    assert ("It stays out." if world.language == "en" else "Es bleibt draußen.") in kept[0]
    late = world.press("U0CARL", world.letter("U0CARL"), "hide-put-back")
    assert ("was faster" if world.language == "en" else "war schneller") in late[0]
    assert GONE[world.language] in quote_blocks(world.posted[0])[0]


def test_of_two_who_take_it_out_the_second_reads_that_it_is_out(world: After) -> None:
    parent = world.publish()[0]
    first, second = world.open_menu(parent), world.open_menu(parent, user="U0BEN")
    assert world.send(first) == {}
    errors = world.send(second, "U0BEN")
    assert ("is taken out already" if world.language == "en" else "ist schon herausgenommen") in errors["hide-which"]
    assert len(world.letters("U0CORA")) == 1


def test_nobody_but_curators_decides(world: After) -> None:
    parent = world.publish()[0]
    world.hide(parent)
    said = world.press("U0LEA", world.letter("U0CORA"), "hide-put-back")
    assert ("Only a curator" if world.language == "en" else "nur die Redaktion") in said[0]
    assert GONE[world.language] in quote_blocks(world.posted[0])[0]


def test_what_its_source_forbids_meanwhile_is_not_put_back(world: After) -> None:
    parent = world.publish()[0]
    world.hide(parent)
    record = world.stored().quotes[0].record
    forbid(world.parts.store, record.external_id)
    said = world.press("U0CORA", world.letter("U0CORA"), "hide-put-back")
    assert ("cannot be put back" if world.language == "en" else "nicht zurückstellen") in said[0]


def forbid(store: Store, external_id: str) -> None:
    """Let the record be tagged do-not-feature at its source."""
    from sqlalchemy import update

    from bot.storage.feedback import FEEDBACK

    with store.begin() as tx:
        tx.connection.execute(update(FEEDBACK).where(FEEDBACK.c.external_id == external_id).values(do_not_feature=True))


def test_the_home_of_a_curator_shows_what_waits_for_them_and_nobody_elses_does(world: After) -> None:
    parent = world.publish()[0]
    world.hide(parent)
    title = Words(world.language)("hide-home")
    assert title in home(world, "U0CORA")
    assert title not in home(world, "U0ANNA")
    view = world.parts.home.view("U0CORA", world.clock())
    pressed = find_button(view["blocks"], "hide-keep")
    world.interact(
        "block_actions", "U0CORA", actions=[{"type": "button", "block_id": "b", **pressed}], view={**view, "id": "V9"}
    )
    world.idle()
    assert title not in home(world, "U0CORA")
    assert title not in json.dumps(world.fake_slack.homes["U0CORA"])


def test_the_home_of_a_curator_says_how_many_more_wait(world: After) -> None:
    world.publish()
    quotes = [number for number, quote in enumerate(world.stored().quotes) if not quote.hidden][:7]
    places = [Place("default", str(WEEK), number) for number in quotes]
    marked = world.parts.aftercare.hiding.hide(places, HideReason.OTHER, world.clock())
    assert marked > 5
    assert home(world, "U0CORA").count('"hide-keep"') == 5
    assert f'"+{marked - 5}"' in home(world, "U0CORA")


def home(world: After, user: str) -> str:
    """What the Home tab of *user* says."""
    return json.dumps(world.parts.home.view(user, world.clock()), ensure_ascii=False)
