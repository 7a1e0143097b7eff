"""The ask on the curators' real draft: proposed with it, worded on it, seen by its owner, posted and answered."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.area import Area
from bot.domain.draft import DraftState
from bot.domain.edition import Away
from bot.services.audit import AuditService
from bot.storage.store import Store
from tests.fake_slack import FakeSlack, FakeUser
from tests.handlers.ask_world import AREA, LEA, OLA, PIA
from tests.handlers.draft_world import DRAFTED, DUE, DraftWorld
from tests.handlers.win_world import has_button, shown


class AskedWorld(DraftWorld):
    """OLA leads the area of the lead theme."""

    def __init__(self, fake_slack: FakeSlack, store: Store, language: str) -> None:
        super().__init__(fake_slack, store, language)
        self.person(OLA)
        self.parts.areas.put(Area(name=AREA, leader=OLA), LEA, DRAFTED)
        self.parts.areas.own("appointments", LEA, DRAFTED, area=AREA, owner=None)

    def pass_to(self, moment: datetime) -> None:
        super().pass_to(moment)
        for _ in range(2):
            self.parts.asks.tick(moment)
            self.parts.posting.work()
        self.parts.asks.tick(moment)


@pytest.fixture(params=["en", "de"])
def world(request: pytest.FixtureRequest, fake_slack: FakeSlack, sample_store: Store) -> Iterator[AskedWorld]:
    world = AskedWorld(fake_slack, sample_store, request.param)
    yield world
    world.close()


def test_from_the_draft_to_the_answer_in_the_channel(world: AskedWorld) -> None:
    world.pass_to(DRAFTED)
    (letter,) = world.letters(OLA)
    assert {"en": "Appointments rose to", "de": "Das Thema Termine nimmt zu"}[world.language] in letter.text
    assert {"en": "“Voice of the customer”", "de": "„Stimme der Kunden“"}[world.language] in shown(letter)
    assert has_button(letter, "ask-take")
    assert has_button(world.copy(), "ask-word")
    world.press("U0CORA", world.copy(), "ask-word")
    form = world.fake_slack.views[-1]
    assert world.send(form, "U0CORA", ask_sentence="Who answers the phone at the desk?") == {}
    assert "Who answers the phone" in shown(world.letters(OLA)[-1])
    world.press("U0CORA", world.copy(), "draft-approve")
    assert world.draft().state is DraftState.APPROVED
    world.pass_to(DUE)
    posted = world.posted()[0]
    assert "Who answers the phone" in shown(posted)
    assert f"<@{OLA}>" in shown(posted)
    world.press(OLA, posted, "ask-take")
    taken = {"ask_line": "A second person", "ask_due": "2026-11-27", "ask_kind": "people"}
    assert world.send(world.fake_slack.views[-1], OLA, **taken) == {}
    world.pass_to(DUE + timedelta(minutes=5))
    now = world.posted()[0]
    assert "A second person" in shown(now)
    assert OLA not in shown(now)
    assert not has_button(now, "ask-take")


def test_when_it_is_kept_curators_get_a_link_to_every_conversation_of_the_theme(world: AskedWorld) -> None:
    world.pass_to(DRAFTED)
    lead, other = world.draft().digest.themes[0], world.draft().digest.themes[1]
    merge = world.do("U0CORA", "merge", 0)
    assert world.send(merge, "U0CORA", choice=other.id, why="same") == {}
    world.press("U0CORA", world.copy(), "ask-word")
    ask = {"ask_sentence": "Who answers the phone at the desk?", "ask_owner": OLA}
    assert world.send(world.fake_slack.views[-1], "U0CORA", **ask) == {}
    world.press("U0CORA", world.copy(), "draft-approve")
    world.pass_to(DUE)
    world.press(OLA, world.posted()[0], "ask-take")
    taken = {"ask_line": "A second person", "ask_due": "2026-11-27", "ask_kind": "people"}
    assert world.send(world.fake_slack.views[-1], OLA, **taken) == {}
    world.pass_to(datetime(2026, 11, 27, 8, 30, tzinfo=UTC))
    world.press(OLA, world.letters(OLA)[-1], "ask-done")
    assert world.send(world.fake_slack.views[-1], OLA, ask_line="Two people since Monday") == {}
    world.pass_to(datetime(2026, 11, 27, 8, 40, tzinfo=UTC))
    letter = shown(next(each for each in reversed(world.letters("U0CORA")) if "Two people since Monday" in shown(each)))
    assert letter.count("• ") == lead.count + other.count
    assert "<https://help.example.com/tickets/" in letter


def test_why_an_ask_was_worded_is_in_the_audit_log(world: AskedWorld) -> None:
    world.pass_to(DRAFTED)
    world.press("U0CORA", world.copy(), "ask-word")
    ask = {"ask_sentence": "Who answers the phone at the desk?", "ask_owner": OLA, "why": "being-checked"}
    assert world.send(world.fake_slack.views[-1], "U0CORA", **ask) == {}
    (made,) = world.draft().edits
    logged = AuditService(world.parts.store).entries(f"draft:{world.draft().number}")
    (entry,) = [entry for entry in logged if entry.action == f"draft.{made.edit.edit}"]
    assert (entry.actor, entry.detail["why"]) == ("U0CORA", "being-checked")


def test_an_answer_that_comes_first_is_shown_to_curators_and_posted(world: AskedWorld) -> None:
    world.pass_to(DRAFTED)
    world.press("U0CORA", world.copy(), "ask-word")
    form = world.fake_slack.views[-1]
    world.press(OLA, world.letters(OLA)[0], "ask-not-now")
    assert world.send(world.fake_slack.views[-1], OLA, ask_line="The carrier is changed first") == {}
    world.pass_to(DRAFTED + timedelta(minutes=1))
    for curator in ("U0CORA", "U0CARL"):
        assert "The carrier is changed first" in shown(world.copy(curator))
    told = {"en": "has answered already", "de": "ist schon beantwortet"}[world.language]
    assert told in str(world.parts.home.view("U0CORA", world.clock())["blocks"])
    refused = world.send(form, "U0CORA", ask_sentence="And what else?")
    assert {"en": "answered already", "de": "schon beantwortet"}[world.language] in refused["ask-sentence"]
    refused = world.send(form, "U0CORA", ask_leave_out=True)
    assert {"en": "answered already", "de": "schon beantwortet"}[world.language] in refused["ask-leave-out"]
    assert world.draft().edits == ()
    world.press("U0CORA", world.copy(), "draft-approve")
    world.pass_to(DUE)
    assert "The carrier is changed first" in shown(world.posted()[0])
    assert "The carrier is changed first. " in world.posted()[0].text


@pytest.mark.parametrize("held", [True, False], ids=["held back", "merged"])
def test_an_answer_stays_though_its_theme_is_held_back_or_merged(world: AskedWorld, held: bool) -> None:
    world.pass_to(DRAFTED)
    lead = world.draft().digest.themes[0]
    question = world.letters(OLA)[0]
    world.press(OLA, question, "ask-not-now")
    assert world.send(world.fake_slack.views[-1], OLA, ask_line="The carrier is changed first") == {}
    world.pass_to(DRAFTED + timedelta(minutes=1))
    if held:
        assert world.change("U0CORA", "hold", 0) == {}
    else:
        merge = world.do("U0CORA", "merge", 1)
        assert world.send(merge, "U0CORA", choice=lead.id, why="same") == {}
    world.pass_to(DRAFTED + timedelta(minutes=2))
    world.press("U0CORA", world.copy(), "draft-approve")
    world.pass_to(DUE)
    posted = world.posted()[0]
    assert "The carrier is changed first" in shown(posted)
    assert "The carrier is changed first" in posted.text
    assert {"en": "No decision needed", "de": "keine Entscheidung nötig"}[world.language] not in shown(posted)
    asked = {"en": "What does", "de": "Was tut der Bereich"}[world.language]
    assert (asked in shown(posted) + posted.text) is not held, "the question says what the theme is about"
    assert lead.name not in shown(posted) if held else True
    assert "<@" not in shown(posted)


def test_who_is_asked_no_more_is_told_so_once(world: AskedWorld) -> None:
    told = {"en": "goes to somebody else now", "de": "geht jetzt an jemand anderen"}[world.language]
    world.person(PIA)
    world.pass_to(DRAFTED)
    for minute, owner in enumerate((PIA, OLA, OLA), 1):
        world.press("U0CORA", world.copy(), "ask-word")
        form = world.fake_slack.views[-1]
        assert world.send(form, "U0CORA", ask_sentence=f"Who helps the desk on day {minute}?", ask_owner=owner) == {}
        world.pass_to(DRAFTED + timedelta(minutes=minute))
    for user in (OLA, PIA):
        assert sum(told in letter.text for letter in world.letters(user)) == 1
    assert told in world.letters(PIA)[-1].text
    assert "on day 3" in shown(world.letters(OLA)[-1])


def test_a_bot_or_somebody_who_left_is_not_given_the_ask(world: AskedWorld) -> None:
    world.pass_to(DRAFTED)
    world.press("U0CORA", world.copy(), "ask-word")
    form = world.fake_slack.views[-1]
    for number, user in enumerate((FakeUser("U0BOT", is_bot=True), FakeUser("U0GONE", deleted=True))):
        world.fake_slack.users[user.id] = user
        errors = world.send(form, "U0CORA", ask_sentence=f"Who helps on day {number}?", ask_owner=user.id)
        assert {"en": "this is a bot", "de": "ein Bot"}[world.language] in errors["ask-owner"]
    assert world.draft().edits == ()
    world.fake_slack.users[OLA].deleted = True
    world.parts.impatient.slack.forget_person(OLA)
    assert world.send(form, "U0CORA", ask_sentence="Who helps the desk?") == {}, "she was chosen when she was here"


def test_where_nobody_looked_the_short_edition_asks_nothing(world: AskedWorld) -> None:
    world.pass_to(DRAFTED)
    world.pass_to(DUE)
    posted = world.posted()[0]
    assert not has_button(posted, "ask-take")
    said = {"en": "not asked after all", "de": "wird doch nicht gestellt"}[world.language]
    assert said in world.letters(OLA)[-1].text


def test_an_edition_that_is_not_posted_asks_nobody_any_more(world: AskedWorld) -> None:
    world.set(away=Away.NONE)
    world.pass_to(DRAFTED)
    world.pass_to(DUE)
    assert len(world.letters(OLA)) == 1
    world.pass_to(DUE + timedelta(hours=51))
    said = {"en": "not asked after all", "de": "wird doch nicht gestellt"}[world.language]
    assert said in world.letters(OLA)[-1].text
    assert world.parts.asks.of_person(OLA) == []
