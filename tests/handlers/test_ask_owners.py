"""Who is asked: owners, leaders, deputies, the default owner; reworded, given to others, left out by curators."""

from datetime import timedelta
from typing import Any

import pytest

from bot.blocks.digest import parent
from bot.domain.digest import Ask, Digest, Verdict
from bot.locale import Words
from bot.services.asks.wording import Wording
from bot.services.memory import history
from bot.storage.asks import AskQueries
from bot.storage.editions import EditionQueries
from tests.fake_slack import FakeUser, Posted
from tests.handlers.ask_world import AREA, DEE, LEA, OLA, PIA, POSTED, AskWorld
from tests.handlers.test_ask_journeys import NAMED
from tests.handlers.win_world import has_button, shown
from tests.sample_week import WEEK


@pytest.fixture
def world(leaders: AskWorld) -> AskWorld:
    return leaders


def with_lead(digest: Digest, **changes: Any) -> Digest:
    lines = tuple(line.model_copy(update=changes) if line.id == digest.lead else line for line in digest.themes)
    return digest.model_copy(update={"themes": lines})


def test_a_themes_own_owner_comes_before_its_areas_leader(world: AskWorld) -> None:
    world.digest = with_lead(world.digest, owner=PIA)
    ask = world.draft()
    assert ask is not None
    assert ask.owner == PIA
    assert world.ask().deputy == DEE


def test_an_unowned_themes_question_goes_to_the_default_owner(world: AskWorld) -> None:
    world.digest = with_lead(world.digest, area=None)
    world.edition = world.edition.model_copy(update={"default_owner": PIA})
    ask = world.draft()
    assert ask is not None
    assert ask.owner == PIA
    assert world.say("Which area looks after", "Welcher Bereich kümmert sich") in ask.sentence
    posted = world.publish()
    assert f"{world.say('No area yet', 'Noch ohne Bereich')} · <@{PIA}>" in shown(posted)


def test_the_ledger_does_not_name_an_unowned_theme_that_was_held_back(world: AskWorld) -> None:
    world.digest = with_lead(world.digest, area=None)
    world.edition = world.edition.model_copy(update={"default_owner": PIA})
    world.draft()
    assert world.take(PIA, world.letter(PIA, "ask-take")) == {}
    shown_themes = tuple(line.model_copy(update={"name": ""}) for line in world.digest.all_themes)
    world.publish(world.digest.model_copy(update={"all_themes": shown_themes}))
    ledger = shown(world.next_week()).split(world.say("Last week we said", "Was zugesagt war"))[1].split('"')[0]
    assert world.say("No area yet: A second person", "Noch ohne Bereich: A second person") in ledger


def test_where_there_is_nobody_to_ask_nothing_is_asked(world: AskWorld) -> None:
    world.digest = with_lead(world.digest, area=None)
    assert world.draft() is None
    assert world.say("No decision needed this week", "keine Entscheidung nötig") in shown(world.publish())


def test_an_edition_for_the_whole_company_asks_nothing(world: AskWorld) -> None:
    world.edition = world.edition.model_copy(update={"company": True})
    assert world.draft() is None
    posted = world.publish()
    assert world.say("One ask", "Eine Bitte") not in shown(posted)
    assert world.say("No decision needed", "keine Entscheidung nötig") not in posted.text


def test_a_quiet_week_asks_nothing(world: AskWorld) -> None:
    world.digest = world.digest.model_copy(update={"lead": None, "verdict": Verdict()})
    assert world.draft() is None
    assert world.letters(OLA) == []


def test_who_has_left_slack_is_not_asked_their_deputy_is(world: AskWorld) -> None:
    world.fake_slack.users[OLA] = FakeUser(OLA, locale="en-GB", deleted=True)
    world.draft()
    assert world.letters(OLA) == []
    assert has_button(world.letter(DEE, "ask-take"), "ask-take")
    posted = world.publish()
    assert f"<@{DEE}>" in shown(posted)
    assert OLA not in shown(posted)


def test_who_is_away_gives_it_to_their_deputy_who_keeps_it(world: AskWorld) -> None:
    world.draft()
    letter = world.letter(OLA, "ask-away")
    said = world.press(OLA, letter, "ask-away")
    assert f"<@{DEE}>" in said[0]
    assert world.take(DEE, world.letter(DEE, "ask-take")) == {}
    assert world.say("Only who was asked", "Antworten kann hier nur") in world.press(OLA, letter, "ask-take")[0]


def test_a_deputy_sees_whose_question_it_is_and_is_not_away_in_their_place(world: AskWorld) -> None:
    world.draft()
    home = world.asked_at_home(DEE)
    assert world.say(f"Asked of <@{OLA}>", f"Gefragt ist <@{OLA}>") in home
    assert "ask-take" in home
    assert "ask-away" not in home
    own = world.asked_at_home(OLA)
    assert "ask-away" in own
    assert f"<@{OLA}>" not in own


def test_what_a_deputy_passed_on_in_vain_is_still_their_owners(world: AskWorld) -> None:
    world.draft()
    world.answer(DEE, world.publish(), "ask-hand-on", ask_to=PIA)
    world.press(PIA, world.letter(PIA, "ask-accept"), "ask-decline")
    told = world.letters(DEE)[-1]
    assert world.say("it stays where it was", "sie bleibt darum, wo sie war") in told.text
    assert not has_button(told, "ask-away")
    assert world.take(DEE, told) == {}


@pytest.mark.parametrize("by", [DEE, LEA])
def test_whose_question_somebody_else_passed_on_hears_that_it_went_on(world: AskWorld, by: str) -> None:
    world.draft()
    world.answer(by, world.publish(), "ask-hand-on", ask_to=PIA)
    before = len(world.letters(OLA))
    world.press(PIA, world.letter(PIA, "ask-accept"), "ask-accept")
    assert [letter.text[:40] for letter in world.letters(OLA)[before:]] == [
        world.say("This question goes to somebody else now.", "Diese Frage geht jetzt an jemand anderen")[:40]
    ]
    world.tick()
    assert len(world.letters(OLA)) == before + 1


def test_reworded_the_owner_sees_it_again_and_is_still_named(world: AskWorld) -> None:
    world.draft()
    old = world.letter(OLA, "ask-take")
    form = world.open(OLA, old, "ask-take")
    world.now += timedelta(hours=6)
    world.reword(sentence="Who answers the phone at the desk?")
    new = world.letter(OLA, "ask-take")
    assert world.say("A curator reworded", "Die Redaktion hat die Frage umformuliert") in new.text
    assert "Who answers the phone" in shown(new)
    errors = world.send(form, OLA, ask_line="I do", ask_due="2026-11-20", ask_kind="process")
    assert world.say("has changed meanwhile", "inzwischen geändert") in "".join(errors.values())
    posted = world.publish()
    assert "Who answers the phone" in shown(posted)
    assert NAMED in shown(posted)


def test_given_to_somebody_else_on_the_last_day_they_are_asked_and_not_named(world: AskWorld) -> None:
    world.draft()
    world.now += timedelta(hours=6)
    world.reword(owner=PIA)
    letter = world.letter(PIA, "ask-take")
    assert world.say("Only the curators", "nur die Redaktion") not in letter.text, "who was asked before has seen it"
    posted = world.publish()
    assert PIA not in shown(posted)
    assert OLA not in shown(posted)
    assert AREA in shown(posted)
    assert world.take(PIA, posted) == {}


def test_left_out_the_owner_is_told_and_nothing_is_asked(world: AskWorld) -> None:
    world.draft()
    letter = world.letter(OLA, "ask-take")
    world.reword()
    assert world.say("not asked after all", "wird doch nicht gestellt") in world.letters(OLA)[-1].text
    assert world.say("not asked any more", "nicht mehr gestellt") in world.press(OLA, letter, "ask-take")[0]
    assert world.say("No decision needed", "keine Entscheidung nötig") in shown(world.publish())


def test_left_out_who_was_asked_to_take_it_over_reads_that_it_is_not_asked_any_more(world: AskWorld) -> None:
    world.draft()
    world.answer(OLA, world.letter(OLA, "ask-hand-on"), "ask-hand-on", ask_to=PIA)
    world.reword()
    for action in ("ask-accept", "ask-decline"):
        said = world.press(PIA, world.letter(PIA, "ask-accept"), action)
        assert world.say("not asked any more", "nicht mehr gestellt") in said[0]


def test_left_out_right_after_its_letter_went_out_the_owner_is_told_all_the_same(world: AskWorld) -> None:
    with world.parts.store.begin() as tx:
        ask = world.parts.asks.asking.propose(tx, world.edition, world.digest)
    world.digest = world.digest.model_copy(update={"ask": ask})
    world.parts.asks.telling.carry_on(world.clock())
    world.parts.posting.work()
    assert has_button(world.letter(OLA, "ask-take"), "ask-take")
    assert world.ask().seen is None, "nobody has looked yet whether it arrived"
    world.reword()
    assert world.say("not asked after all", "wird doch nicht gestellt") in world.letters(OLA)[-1].text


def test_left_out_before_anybody_was_asked_nobody_is_told(world: AskWorld) -> None:
    with world.parts.store.begin() as tx:
        ask = world.parts.asks.asking.propose(tx, world.edition, world.digest)
    world.digest = world.digest.model_copy(update={"ask": ask})
    world.reword()
    assert world.letters(OLA) == []


def test_the_short_edition_asks_nothing_and_the_owner_is_told(world: AskWorld) -> None:
    world.draft()
    posted = world.publish(short=True)
    assert world.say("One ask", "Eine Bitte") not in shown(posted)
    assert world.say("No decision needed", "keine Entscheidung nötig") not in f"{posted.text}{shown(posted)}"
    assert world.say("not asked after all", "wird doch nicht gestellt") in world.letters(OLA)[-1].text


def test_the_short_edition_shows_what_was_answered_before(world: AskWorld) -> None:
    world.draft()
    assert world.take(OLA, world.letter(OLA, "ask-take"), line="A second person at the desk") == {}
    posted = world.publish(short=True)
    assert "A second person at the desk" in shown(posted)
    assert not has_button(posted, "ask-take")
    assert world.say("The ask was answered before", "Die Bitte war vorher beantwortet") in shown(posted)
    assert world.ask().posted_at is not None


@pytest.mark.parametrize("what", [{"is_bot": True}, {"deleted": True}, {"team": "T0OTHER"}, {"is_stranger": True}])
def test_a_bot_or_somebody_who_left_or_is_not_of_ours_cannot_take_it_over(
    world: AskWorld, what: dict[str, Any]
) -> None:
    world.fake_slack.users[PIA] = FakeUser(PIA, **what)
    world.draft()
    errors = world.answer(OLA, world.letter(OLA, "ask-hand-on"), "ask-hand-on", ask_to=PIA)
    assert world.say("this is a bot", "ein Bot") in errors["ask-to"]


@pytest.mark.parametrize("due", ["2026-11-15", "2028-01-01"])
def test_a_day_that_is_over_or_years_away_is_no_due_day(world: AskWorld, due: str) -> None:
    world.draft()
    errors = world.take(OLA, world.letter(OLA, "ask-take"), due=due)
    assert set(errors) == {"ask-due"}


class _Drafts:
    """Drafts of one edition, in memory: what an edit sets is what the draft asks from then on."""

    def __init__(self, world: AskWorld) -> None:
        self._world = world

    def preview(self, number: int, *_: object) -> Digest:
        assert number == 7
        return self._world.digest

    def edit(self, number: int, turn: int, edit: Ask | None, *_: object) -> None:
        assert (number, turn) == (7, 3)
        self._world.redraft(edit)


def word_the_draft(world: AskWorld) -> dict[str, str]:
    """Let the ask of the draft in memory be worded; return the button that opens the form."""
    drafts, people = _Drafts(world), (world.parts.roles, world.parts.slack.person)
    wording = Wording(world.parts.store, drafts, lambda ask: ask, *people)
    object.__setattr__(world.parts.impatient.asks, "wording", wording)
    return {"type": "button", "action_id": "ask-word", "value": "7.3", "block_id": "b"}


def test_a_curator_who_gives_it_back_to_who_passed_it_on_reads_why_that_cannot_be(world: AskWorld) -> None:
    world.draft()
    world.answer(OLA, world.letter(OLA, "ask-hand-on"), "ask-hand-on", ask_to=PIA)
    world.press(PIA, world.letter(PIA, "ask-accept"), "ask-accept")
    world.reword(owner=PIA)
    world.interact("block_actions", "U0CORA", actions=[word_the_draft(world)], response_url=world.response_url)
    world.idle()
    errors = world.send(world.fake_slack.views[-1], "U0CORA", ask_sentence="Who helps the desk?", ask_owner=OLA)
    assert world.say("it went on from them", "von dort ging es weiter") in errors["ask-owner"]
    assert world.send(world.fake_slack.views[-1], "U0CORA", ask_sentence="Who helps the desk?", ask_owner=PIA) == {}
    assert "Who helps the desk?" in shown(world.letter(PIA, "ask-take"))


def test_a_curator_words_the_question_in_a_form_leaves_it_out_and_puts_it_back(world: AskWorld) -> None:
    world.draft()
    pressed = word_the_draft(world)
    for user, opens in ((OLA, 0), ("U0CORA", 1)):
        world.interact("block_actions", user, actions=[pressed], response_url=world.response_url)
        world.idle()
        assert len(world.fake_slack.views) == opens
    form = world.fake_slack.views[-1]
    assert world.send(form, "U0CORA", ask_sentence="Who helps the desk?") == {}
    assert "Who helps the desk?" in shown(world.letter(OLA, "ask-take"))
    assert world.send(form, "U0CORA", ask_leave_out=True) == {}
    assert world.say("not asked after all", "wird doch nicht gestellt") in world.letters(OLA)[-1].text
    world.now += timedelta(hours=2)
    assert world.send(form, "U0CORA", ask_sentence="Who helps the desk now?", ask_owner=PIA) == {}
    assert "Who helps the desk now?" in shown(world.letter(PIA, "ask-take"))
    posted = world.publish()
    assert "Who helps the desk now?" in shown(posted)
    assert PIA not in shown(posted)


def test_a_shadow_week_shows_curators_what_would_be_asked_and_asks_nobody(world: AskWorld) -> None:
    world.edition = world.edition.model_copy(update={"shadow_weeks": 2})
    ask = world.draft()
    assert ask is not None
    assert ask.number is None
    assert world.letters(OLA) == []
    drawn = parent(world.digest, Words(world.language))
    assert ask.sentence in str(drawn.blocks)
    assert not has_button(Posted("C", "1", {"blocks": list(drawn.blocks)}, 0), "ask-take")


def test_a_theme_that_was_answered_or_is_overdue_may_lead_again(world: AskWorld) -> None:
    world.draft()
    world.take(OLA, world.publish())
    lead = world.digest.lead
    assert lead is not None
    for days, overdue in ((1, frozenset()), (7, frozenset({lead}))):
        with world.parts.store.read() as tx:
            found = history(tx, world.edition, WEEK.next, POSTED + timedelta(days=days))
        assert found.answered == {lead}
        assert found.overdue == overdue


def test_questions_of_two_editions_are_told_apart_in_home(world: AskWorld) -> None:
    world.draft()
    assert world.say("Voice of the customer", "Stimme der Kunden") not in world.asked_at_home(OLA)
    with world.parts.store.begin() as tx:
        EditionQueries(tx).keep(world.edition.model_copy(update={"name": "board", "title": "Board"}))
        ask = AskQueries(tx).of_week("default", world.digest.week)
        assert ask is not None
        names = ("theme", "theme_name", "area", "sentence", "chosen", "owner", "deputy")
        AskQueries(tx).add("board", ask.week, POSTED, **{name: getattr(ask, name) for name in names})
    home = world.asked_at_home(OLA)
    assert home.count(ask.sentence) == 2
    assert "Board" in home
    assert world.say("Voice of the customer", "Stimme der Kunden") in home
