"""Questions of earlier weeks, before this week's digest is posted: passed on, put off, moved to another day."""

from tests.e2e.asked import LATE, MOVED, REMINDS, WAITS
from tests.e2e.leaders import move_on
from tests.e2e.office import Office, shown
from tests.e2e.stories import again

BECAUSE = "the new system comes in spring."


def test_a_question_is_passed_on_and_answered_by_who_accepts_it(office: Office) -> None:
    asked = office.letter("U0LEA", "ask-hand-on", about=WAITS.sentence)
    assert office.say("one question, and it is yours", "zu einer Frage, und sie geht an Sie") in shown(asked)
    office.press("U0LEA", asked, "ask-hand-on")
    assert WAITS.sentence in shown(office.wait(office.form, "open"))
    assert office.fill("U0LEA", ask_to="U0BEN") == {}
    thanks = office.say("Thank you, it is written down", "Danke, es ist notiert")
    assert thanks in shown(office.wait(office.form, "thanked"))
    office.slack.close_form("U0LEA")

    offered = office.letter("U0BEN", "ask-accept", about=WAITS.sentence)
    said = office.say("<@U0LEA> asks you to take this over", "<@U0LEA> bittet Sie, das zu übernehmen")
    assert said in shown(offered)
    office.press("U0BEN", offered, "ask-accept")
    office.told("U0LEA", office.say("<@U0BEN> has taken the question over", "<@U0BEN> hat die Frage übernommen"))
    yours = office.say("It is yours now", "Die Frage liegt jetzt bei Ihnen")
    office.wait(lambda: yours in shown(again(office, "U0BEN", offered)), "theirs")

    office.press("U0BEN", again(office, "U0BEN", offered), "ask-not-now")
    assert office.say("Because…", "Weil …") in shown(office.wait(office.form, "open"))
    assert office.fill("U0BEN", ask_line=BECAUSE) == {}
    office.slack.close_form("U0BEN")
    office.told("U0BEN", office.say("written down as: not now", "notiert: jetzt nicht"), BECAUSE)
    late = office.refused("U0LEA", asked, "ask-take")
    assert office.say("answered already", "schon beantwortet") in late


def test_after_its_day_the_owner_is_asked_once_what_became_of_it(office: Office) -> None:
    office.letter("U0LEA", "ask-done", about=LATE.taken or "")
    named = office.say("was the day that was named for this", "Dafür war der")
    if REMINDS:
        assert LATE.sentence in shown(office.told("U0LEA", named, LATE.sentence))
    found = [each for each in office.letters("U0LEA") if named in shown(each) and LATE.sentence in shown(each)]
    assert len(found) == int(REMINDS), "nobody is asked at the weekend"


def test_a_commitment_is_moved_to_another_day(office: Office) -> None:
    told = move_on(office)
    assert MOVED.sentence in shown(told)
    home = shown(office.home("U0LEA"))
    assert office.say("was due on", "war fällig am") in home, "the other one is late"
    assert office.say("Asked of you", "An Sie gerichtet") in home
