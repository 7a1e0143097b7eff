"""What a story holds: exact words or none, bold tries with their four questions, praise as a proposal."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from bot.blocks import ids
from bot.domain.week import Week
from bot.sources.base import Page
from bot.storage.store import Store
from tests.factories import make_feedback
from tests.fake_slack import FakeSlack, FakeUser
from tests.handlers.win_world import TOLD, World, shown

SAID = "Ben came on Saturday. Nobody else would have done that! My oven was hot on Monday."


@pytest.fixture
def world(fake_slack: FakeSlack, store: Store) -> Iterator[World]:
    world = World(fake_slack, store)
    yield world
    world.close()


def keep(world: World, *feedback: object) -> None:
    for _ in world.parts.feedback.take_in("desk", [Page(list(feedback))], datetime.now(UTC)):
        pass


def celebrate(world: World, *people: str) -> str:
    for user in people or ("U0BEN",):
        world.choose(user, "name")
    world.approve()
    return shown(world.celebrated()[-1])


def test_the_customers_words_are_quoted_from_the_record_with_their_source(world: World) -> None:
    keep(world, make_feedback(SAID, external_id="4711"))
    form = world.win()
    link = "https://acme.zendesk.com/agent/tickets/4711"
    said = "Nobody else would have done that!"
    assert world.send(form, win_people=["U0BEN"], win_what=TOLD, win_link=link, win_said=said) == {}
    posted = celebrate(world)
    assert f"> “{said}”" in posted
    assert "The customer's own words · Desk" in posted


@pytest.mark.parametrize("said", ["", "“”"])
def test_without_words_the_records_first_sentences_are_quoted(world: World, said: str) -> None:
    keep(world, make_feedback(SAID, external_id="4711"))
    assert world.send(world.win(), win_people=["U0BEN"], win_what=TOLD, win_link="#4711", win_said=said) == {}
    posted = celebrate(world)
    assert "> “" in posted
    assert "> “”" not in posted


def test_what_the_record_does_not_say_word_for_word_is_not_put_into_quotation_marks(world: World) -> None:
    keep(world, make_feedback(SAID, external_id="4711"))
    form = world.win()
    told = world.send(form, win_people=["U0BEN"], win_what=TOLD, win_link="4711", win_said="Ben is a hero")
    assert told == {"win-said": "The record does not say this word for word. Copy it from there, or leave this empty."}
    told = world.send(form, win_people=["U0BEN"], win_what=TOLD, win_link="4712")
    assert "win-link" in told
    said = "„Ben is a “hero”, that's it”"
    assert world.send(form, win_people=["U0BEN"], win_what=TOLD, win_link="", win_said=said) == {}
    posted = celebrate(world)
    assert "As told by a colleague: Ben is a hero, that's it" in posted
    assert "“" not in posted


def test_who_is_not_named_is_not_named_by_what_was_told_either(world: World) -> None:
    what = "The broken scale of a bakery was swapped on a Saturday."
    assert world.send(world.win(), win_people=["U0BEN"], win_what=what, win_said="Ben is a hero") == {}
    world.choose("U0BEN", "colleague")
    world.approve()
    (told,) = world.celebrated()
    assert "Ben" not in shown(told)
    assert "As told by a colleague: A colleague is a hero" in shown(told)


@pytest.mark.parametrize(("choice", "is_quoted"), [("name", True), ("colleague", False)])
def test_a_quote_that_names_somebody_by_another_name_is_shown_only_where_they_are_named(
    world: World, choice: str, is_quoted: bool
) -> None:
    world.fake_slack.users["U0BEN"] = FakeUser("U0BEN", "Ben Miller", display="benny")
    said = "Nobody else would have come on a Saturday, as Miller did!"
    keep(world, make_feedback(said, external_id="4711"))
    form = world.win()
    assert world.send(form, win_people=["U0BEN"], win_what=TOLD, win_link="#4711", win_said=said) == {}
    world.choose("U0BEN", choice)
    world.approve()
    (told,) = world.celebrated()
    assert ("as Miller did" in shown(told)) is is_quoted


@pytest.mark.parametrize(
    "barred",
    [
        {"featured": False},
        {"tags": ("do_not_feature",)},
        {"text": "Since my chemotherapy I cannot walk to the shop, and Ben brought everything to my door."},
    ],
)
def test_what_may_not_be_quoted_is_not(world: World, barred: dict[str, object]) -> None:
    keep(world, make_feedback(**({"text": SAID, "external_id": "4711"} | barred)))
    told = world.send(world.win(), win_people=["U0BEN"], win_what=TOLD, win_link="4711")
    assert told == {"win-link": "This record may not be quoted. Leave the link empty and tell it in your own words."}


ANSWERS = {
    "win_tried": "We sent replacements before the return came in.",
    "win_expected": "Fewer calls about missing parts.",
    "win_happened": "Some parts never came back, and nobody called.",
    "win_learnt": "Send first where the part is cheap.",
}


def choose_bold(world: World, form: dict, user: str, kind: str = "bold", **told: str) -> None:
    picked = {"type": "radio_buttons", "selected_option": {"value": kind, "text": {"text": "Bold try"}}}
    written = {name: {name: {"type": "plain_text_input", "value": text}} for name, text in told.items()}
    state = {"values": {"win-kind": {"win-kind": picked}, **written}}
    action = {"type": "radio_buttons", "action_id": "win-kind", "block_id": "win-kind"}
    world.interact("block_actions", user, actions=[action], view={**form, "state": state})
    world.idle()


def test_a_kind_that_was_chosen_by_mistake_costs_nothing_that_was_told(world: World) -> None:
    def told(form: dict) -> dict[str, str]:
        fields = {b["block_id"]: b["element"].get("initial_value") for b in form["blocks"] if b["type"] == "input"}
        return {name: text for name, text in fields.items() if text}

    form, long = world.win(), " ".join(f"word{number}" for number in range(180))
    choose_bold(world, form, "U0ANNA", **{"win-what": long})
    answers = told(form)
    assert " ".join(answers.values()) == long
    choose_bold(world, form, "U0ANNA", kind="service", **answers)
    assert told(form)["win-what"].split() == long.split()
    four = dict(zip(ids.BOLD_PARTS, (f"{number} {'x' * 690}" for number in range(4)), strict=True))
    choose_bold(world, form, "U0ANNA", kind="service", **four)
    assert told(form)["win-what"].split() == " ".join(four.values()).split()


def test_bold_tries_open_to_everybody_once_a_leader_has_told_one(world: World) -> None:
    form = world.win()
    choose_bold(world, form, "U0ANNA")
    assert "never scored" in str(form["blocks"])
    refused = world.send(form, win_people=["U0ANNA"], **ANSWERS)
    assert refused == {"win-kind": "Bold tries open to everybody once a leader has told one of their own."}
    leaders = world.win(user="U0LEA")
    choose_bold(world, leaders, "U0LEA")
    assert world.send(leaders, "U0LEA", win_people=["U0LEA"], **ANSWERS) == {}
    assert "win-kind" in world.send(form, win_people=["U0ANNA"], **ANSWERS), "not before it is celebrated"
    posted = celebrate(world, "U0LEA")
    assert "What did we expect?" in posted
    assert "Send first where the part is cheap." in posted
    assert world.send(form, win_people=["U0ANNA"], **ANSWERS) == {}


def test_praise_is_proposed_to_curators_and_goes_no_further(sample_store: Store, fake_slack: FakeSlack) -> None:
    world = World(fake_slack, sample_store, digest_channel="C0LEAD")
    world.person("U0CARL", language="de")
    edition = world.parts.edition("default", keep=True)
    now = datetime(2026, 11, 3, 7, 30, tzinfo=UTC)
    assert world.parts.publisher.publish(edition, Week.parse("2026-W44"), due_at=now, now=now, by_hand=True)
    world.parts.posting.work()
    proposed = world.letters("U0CORA")[-1]
    assert "Customers praised service this week" in proposed.text
    assert "Kunden haben diese Woche den Service gelobt" in world.letters("U0CARL")[-1].text
    world.press("U0CORA", proposed, "win-open")
    link = next(b for b in fake_slack.views[-1]["blocks"] if b.get("block_id") == "win-link")
    assert link["element"]["initial_value"] in shown(proposed)
    assert world.celebrated() == []
    assert world.send(fake_slack.views[-1], "U0CORA", win_people=["U0BEN"], win_what=TOLD) == {}
    world.close()


WEDNESDAY = datetime(2026, 11, 18, 11, 0, tzinfo=UTC)


def test_silence_is_reminded_of_once_and_then_means_no(world: World) -> None:
    world.now = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)  # a Friday: its second working day is Tuesday
    world.nominate()
    world.approve()
    for day, letters in ((23, 1), (24, 2), (25, 2)):
        world.now = datetime(2026, 11, day, 10, 5, tzinfo=UTC)
        world.tick()
        world.tick()
        assert len(world.letters("U0BEN")) == letters
    assert "A reminder, and the only one" in world.letters("U0BEN")[-1].text
    world.now = datetime(2026, 11, 26, 10, 10, tzinfo=UTC)
    world.tick()
    world.tick()
    assert "Not everybody in the story has answered" in world.letters("U0ANNA")[-1].text
    assert world.celebrated() == []


def test_an_answer_after_the_reminder_still_counts(world: World) -> None:
    world.now = WEDNESDAY
    world.nominate()
    world.approve()
    world.now = WEDNESDAY + timedelta(days=5)
    world.tick()
    world.choose("U0BEN", "name")
    assert len(world.celebrated()) == 1


def test_the_wednesday_nudge_comes_once_a_week_when_nobody_nominated(world: World) -> None:
    for hours in (-24, -3, 0, 1, 2, 24):
        world.now = WEDNESDAY + timedelta(hours=hours)
        world.tick()
        assert len(world.celebrated()) == (1 if hours >= 0 else 0)
    world.press("U0BEN", world.celebrated()[0], "win-open")
    assert world.fake_slack.views[-1]["callback_id"] == "win-form"
    world.now = WEDNESDAY + timedelta(days=6)
    world.nominate()
    world.now = WEDNESDAY + timedelta(days=7)
    world.tick()
    assert len(world.celebrated()) == 1


def test_the_nudge_can_be_switched_off(fake_slack: FakeSlack, store: Store) -> None:
    world = World(fake_slack, store, wins_nudge=False)
    world.now = WEDNESDAY
    world.tick()
    assert world.celebrated() == []
    world.close()


def test_curators_hear_when_leaders_are_quiet_for_six_weeks(world: World) -> None:
    world.now = WEDNESDAY
    world.nominate()
    for weeks, told in ((5, 0), (6, 1), (7, 1), (12, 2)):
        world.now = WEDNESDAY + timedelta(weeks=weeks)
        world.tick()
        heard = [letter for letter in world.letters("U0CORA") if "No leader has told" in letter.text]
        assert len(heard) == told


def test_where_slack_refuses_the_admins_hear_it_once_and_the_clock_goes_on_when_it_lets_us(world: World) -> None:
    world.fake_slack.scopes -= {"users:read"}
    world.nominate()
    world.tick()
    assert world.letters("U0BEN") == []
    (told,) = world.letters("U0LEA")
    assert "Service wins are waiting: Slack refuses what they need (missing_scope)" in told.text
    world.fake_slack.scopes |= {"users:read"}
    world.tick()
    assert len(world.letters("U0BEN")) == 1
