"""An ask from the draft to the ledger: shown, answered before and after it is posted, passed on, kept, overdue."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.ask import AskState
from tests.handlers.ask_world import ANNA, AREA, CORA, DEE, DUE, DUE_DAY, LEA, OLA, PIA, POSTED, AskWorld
from tests.handlers.win_world import has_button, shown

LANGUAGES = ["en", "de"]
NAMED = f"<@{OLA}>"


@pytest.fixture
def world(leaders: AskWorld) -> AskWorld:
    return leaders


def test_the_app_proposes_a_question_and_its_owner_sees_it_a_working_day_before(world: AskWorld) -> None:
    ask = world.draft()
    assert ask is not None
    assert ask.owner == OLA
    assert AREA in ask.sentence
    assert "20" in ask.sentence
    letter = world.letter(OLA, "ask-take")
    assert ask.sentence in shown(letter)
    assert world.say("Curators may still reword it", "kann sie noch umformulieren") in shown(letter)
    when = f"<!date^{int(POSTED.timestamp())}^{{date_short}}, {{time}}|{world.say('17 Nov', '17. Nov.')}, 08:30 CET>"
    assert when in shown(letter), "in its reader's own time zone"
    world.happen({"type": "app_home_opened", "user": OLA, "tab": "home"})
    world.idle()
    assert when in str(world.fake_slack.homes[OLA]["blocks"])
    assert world.say("Only the curators have seen it so far", "Bisher hat sie nur die Redaktion gesehen") in letter.text
    answer_first = world.say("Answer before it is posted, and “", "Liegt Ihre Antwort vorher vor, zeigt „")
    assert answer_first in shown(letter)
    assert world.letters(DEE) == []
    posted = world.publish()
    assert NAMED in shown(posted)
    assert AREA in shown(posted)
    assert has_button(posted, "ask-take")
    assert ask.sentence in posted.text
    assert OLA not in posted.text


def test_nobody_is_named_who_was_not_shown_it_a_working_day_before(world: AskWorld) -> None:
    world.now = POSTED - timedelta(hours=5)
    world.draft()
    posted = world.publish()
    assert OLA not in shown(posted)
    assert AREA in shown(posted)


def test_nobody_is_named_whose_letter_never_arrived(world: AskWorld) -> None:
    world.fake_slack.fail_next("user_not_found")
    world.draft()
    assert world.letters(OLA) == []
    assert OLA not in shown(world.publish())


def test_answered_before_it_is_posted_the_digest_shows_the_answer(world: AskWorld) -> None:
    world.draft()
    assert world.take(OLA, world.letter(OLA, "ask-take")) == {}
    posted = world.publish()
    assert world.say("Taken on: A second person at the desk", "Übernommen: A second person at the desk") in shown(
        posted
    )
    assert world.say("people, by 20 Nov", "Personal, bis 20. Nov.") in shown(posted)
    assert not has_button(posted, "ask-take")
    assert OLA not in shown(posted) + posted.text
    assert has_button(world.letter(OLA, "ask-done"), "ask-move")


def test_blanks_are_no_answer_and_nothing_is_kept_of_them(world: AskWorld) -> None:
    said = world.say("Please write one line", "Bitte eine Zeile schreiben")
    world.draft()
    letter = world.letter(OLA, "ask-take")
    assert said in world.take(OLA, letter, line="  \t ")["ask-line"]
    assert said in world.answer(OLA, letter, "ask-not-now", ask_line="   ")["ask-line"]
    assert world.ask().is_unanswered
    assert world.take(OLA, letter) == {}
    taken = world.letter(OLA, "ask-done")
    for action in ("ask-done", "ask-drop"):
        assert said in world.answer(OLA, taken, action, ask_line="   ")["ask-line"]
    assert world.ask().state is AskState.TAKEN
    assert world.answer(OLA, taken, "ask-move", ask_due="2026-11-27", ask_line="  ") == {}, "no reason is needed"


def test_answered_after_it_is_posted_the_answer_takes_the_place_of_the_buttons(world: AskWorld) -> None:
    world.draft()
    posted = world.publish()
    assert world.take(OLA, posted) == {}
    (now,) = world.parents()
    assert world.say("Taken on: A second person", "Übernommen: A second person") in shown(now)
    assert world.say("Taken on: A second person", "Übernommen: A second person") in now.text
    assert not has_button(now, "ask-take")
    assert OLA not in shown(now) + now.text
    before = [block["type"] for block in posted.payload["blocks"]]
    assert len(now.payload["blocks"]) <= len(before)
    assert world.actions() == ["ask.propose", "ask.post", "ask.take"]


def test_not_now_is_an_answer_and_the_digest_shows_why(world: AskWorld) -> None:
    world.draft()
    posted = world.publish()
    assert world.answer(OLA, posted, "ask-not-now", ask_line="the new calendar comes in spring") == {}
    (now,) = world.parents()
    said = world.say("Not now, because: the new calendar", "Jetzt nicht, weil: the new calendar")
    assert said in shown(now)
    assert not has_button(now, "ask-take")
    assert "the new calendar" in shown(world.letters(OLA)[-1])


def test_passed_on_it_stays_with_its_owner_until_the_other_accepts(world: AskWorld) -> None:
    world.draft()
    assert world.answer(OLA, world.letter(OLA, "ask-hand-on"), "ask-hand-on", ask_to=PIA) == {}
    assert world.ask().owner == OLA
    offered = world.letter(PIA, "ask-accept")
    assert world.say("take this over", "übernehmen") in shown(offered)
    world.press(PIA, offered, "ask-accept")
    assert world.ask().owner == PIA
    assert world.say("has taken the question over", "hat die Frage übernommen") in world.letters(OLA)[-1].text
    posted = world.publish()
    assert f"<@{PIA}>" in shown(posted), "who accepted a working day before is named"
    assert OLA not in shown(posted)
    assert world.say("Only who was asked", "Antworten kann hier nur") in world.press(OLA, posted, "ask-take")[0]
    assert world.take(PIA, posted) == {}
    assert world.actions() == ["ask.propose", "ask.pass", "ask.accept", "ask.post", "ask.take"]


def test_who_accepts_after_it_was_posted_is_not_named_there(world: AskWorld) -> None:
    world.draft()
    posted = world.publish()
    assert world.answer(OLA, posted, "ask-hand-on", ask_to=PIA) == {}
    assert NAMED in shown(world.parents()[0])
    world.press(PIA, world.letter(PIA, "ask-accept"), "ask-accept")
    (now,) = world.parents()
    assert PIA not in shown(now)
    assert OLA not in shown(now)
    assert has_button(now, "ask-take")


def test_declined_it_stays_where_it_was_and_the_owner_is_told(world: AskWorld) -> None:
    world.draft()
    world.answer(OLA, world.letter(OLA, "ask-hand-on"), "ask-hand-on", ask_to=PIA)
    offered = world.letter(PIA, "ask-accept")
    world.press(PIA, offered, "ask-decline")
    assert world.ask().owner == OLA
    told = world.letters(OLA)[-1]
    assert world.say("cannot take the question over", "kann die Frage nicht übernehmen") in told.text
    assert world.take(OLA, told) == {}
    late = world.press(PIA, offered, "ask-accept")
    assert world.say("answered already", "schon beantwortet") in late[0]


def test_somebody_else_who_presses_gets_a_friendly_private_line(world: AskWorld) -> None:
    world.draft()
    posted = world.publish()
    said = world.press(ANNA, posted, "ask-take")
    assert world.say("Thank you for wanting to help", "Danke für die Hilfsbereitschaft") in said[0]
    assert world.fake_slack.views == []
    assert shown(world.parents()[0]) == shown(posted)


@pytest.mark.parametrize("user", [DEE, LEA])
def test_a_deputy_and_an_admin_can_answer_too(world: AskWorld, user: str) -> None:
    world.draft()
    posted = world.publish()
    assert world.take(user, posted) == {}
    assert has_button(world.letters(OLA)[-1], "ask-done"), "the owner is told"


def test_of_two_who_answer_at_once_one_has_the_effect_and_the_other_a_plain_word(world: AskWorld) -> None:
    world.draft()
    posted = world.publish()
    first, second = world.open(OLA, posted, "ask-take"), world.open(DEE, posted, "ask-not-now")
    given = {"ask_line": "I do it", "ask_due": "2026-11-27", "ask_kind": "budget"}
    assert world.send(first, OLA, **given) == {}
    errors = world.send(second, DEE, ask_line="we wait")
    assert world.say("answered already", "schon beantwortet") in "".join(errors.values())
    assert world.ask().line == "I do it"


def test_done_is_told_in_the_next_ledger_by_area_and_curators_get_the_links(world: AskWorld) -> None:
    world.draft()
    world.take(OLA, world.publish())
    world.now = DUE_DAY
    world.tick()
    reminder = world.letters(OLA)[-1]
    assert world.say("Today is the day", "Heute ist der Tag") in reminder.text
    world.tick()
    assert world.letters(OLA)[-1].ts == reminder.ts, "asked once"
    assert world.answer(OLA, reminder, "ask-done", ask_line="Two people since Monday") == {}
    links = world.letters(CORA)[-1]
    assert world.say("Customers who spoke of it", "Wer davon gesprochen hat") in links.text
    assert world.say("20 conversations", "20 Gespräche") in shown(links)
    ledger = world.next_week()
    assert f"{world.say('*Kept*', '*Gehalten*')} · {AREA}: Two people since Monday" in shown(ledger)
    assert OLA not in shown(ledger)
    assert world.say("Kept", "Gehalten") not in shown(world.next_week(2)), "told once"


def test_moved_the_ledger_says_to_when_and_the_owner_is_asked_again_then(world: AskWorld) -> None:
    world.draft()
    world.take(OLA, world.publish())
    world.now = DUE_DAY
    world.tick()
    assert world.answer(OLA, world.letters(OLA)[-1], "ask-move", ask_due="2026-11-27") == {}
    assert f"{world.say('Moved to 27 Nov', 'Verschoben auf 27. Nov.')}* · {AREA}" in shown(world.next_week())
    world.now = DUE_DAY + timedelta(days=7)
    world.tick()
    assert world.say("Today is the day", "Heute ist der Tag") in world.letters(OLA)[-1].text


def test_a_day_of_next_year_is_told_with_its_year(world: AskWorld) -> None:
    world.draft()
    posted = world.publish()
    world.take(OLA, posted, due="2027-11-12")
    year = world.say("by 12 November 2027", "bis 12. November 2027")
    assert year in shown(world.parents()[0])
    assert year in world.parents()[0].text
    world.answer(OLA, world.letter(OLA, "ask-move"), "ask-move", ask_due="2027-11-15")
    assert world.say("Moved to 15 November 2027", "Verschoben auf 15. November 2027") in shown(world.next_week())


def test_moved_there_and_back_the_newest_letter_says_when_it_is_due(world: AskWorld) -> None:
    world.draft()
    world.take(OLA, world.publish())
    for due in ("2026-11-25", DUE):
        assert world.answer(OLA, world.letter(OLA, "ask-move"), "ask-move", ask_due=due) == {}
    assert world.say("Moved to 20 November", "Verschoben auf 20. November") in world.letters(OLA)[-1].text


def test_why_it_was_moved_is_read_by_whoever_has_it_and_by_nobody_else(world: AskWorld) -> None:
    world.draft()
    world.take(OLA, world.publish())
    why = "the second person starts in December"
    assert world.answer(OLA, world.letter(OLA, "ask-move"), "ask-move", ask_due="2026-12-04", ask_line=why) == {}
    assert why in shown(world.letters(OLA)[-1])
    assert why in world.asked_at_home(DEE)
    assert why not in shown(world.next_week())


def test_moved_to_the_day_on_which_it_is_due_nothing_is_written_down_and_nobody_thanked(world: AskWorld) -> None:
    world.draft()
    world.take(OLA, world.publish())
    errors = world.answer(OLA, world.letter(OLA, "ask-move"), "ask-move", ask_due=DUE, ask_line="more hands")
    assert world.say("due on that day already", "schon fällig") in errors["ask-due"]


def test_dropped_the_ledger_says_why(world: AskWorld) -> None:
    world.draft()
    world.take(OLA, world.publish())
    drop = world.letter(OLA, "ask-drop")
    assert world.answer(OLA, drop, "ask-drop", ask_line="the desk closes") == {}
    assert f"{world.say('*Dropped*', '*Fallen gelassen*')} · {AREA}: the desk closes" in shown(world.next_week())
    said = world.press(OLA, drop, "ask-done")
    assert world.say("nothing left to say", "nichts mehr zu sagen") in said[0]


def test_overdue_it_is_in_every_ledger_until_somebody_speaks_by_area_and_never_by_person(world: AskWorld) -> None:
    world.draft()
    world.take(OLA, world.publish())
    for weeks in (1, 2):
        ledger = shown(world.next_week(weeks))
        assert f"{world.say('Overdue since 20 Nov', 'Überfällig seit 20. Nov.')}* · {AREA}" in ledger
        assert OLA not in ledger
        assert "Ola" not in ledger
    world.now = DUE_DAY + timedelta(days=14)
    world.tick()
    assert len([m for m in world.letters(OLA) if has_button(m, "ask-done")]) == 2, "the commitment, and one reminder"


def test_app_home_calls_a_commitment_overdue_when_the_ledger_does(world: AskWorld) -> None:
    world.draft()
    world.take(OLA, world.publish(), due="2026-11-21")
    late = world.say("was due on", "war fällig am")
    for moment in (datetime(2026, 11, 22, 9, tzinfo=UTC), datetime(2026, 11, 23, 22, tzinfo=UTC)):
        world.now = moment
        assert late not in world.asked_at_home(OLA), "a Saturday's is not late before Monday is over in Berlin"
    world.now = datetime(2026, 11, 23, 23, tzinfo=UTC)
    assert late in world.asked_at_home(OLA)


def test_a_question_is_asked_at_a_sensible_hour_of_a_working_day(world: AskWorld) -> None:
    world.draft()
    world.take(OLA, world.publish(), due="2026-11-21")
    before = len(world.letters(OLA))
    for moment in (datetime(2026, 11, 21, 9, tzinfo=UTC), datetime(2026, 11, 23, 3, tzinfo=UTC)):
        world.now = moment
        world.tick()
        assert len(world.letters(OLA)) == before, "neither on a Saturday nor at night"
    world.now = datetime(2026, 11, 23, 9, tzinfo=UTC)
    world.tick()
    assert len(world.letters(OLA)) == before + 1
    asked = world.letters(OLA)[-1].text
    assert world.say("21 November 2026 was the day", "Dafür war der 21. November 2026 genannt") in asked, "not today"
