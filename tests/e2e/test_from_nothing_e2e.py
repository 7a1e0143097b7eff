"""From a process that knows its admin and nothing else to a digest in a channel, by forms alone."""

from datetime import datetime, timedelta

from bot.blocks import ids
from bot.domain.edition import Weekday
from tests.e2e.asked import ZONE
from tests.e2e.drafts import draft, until_sent
from tests.e2e.local_slack import BOARD, LEAD
from tests.e2e.office import Office, shown

TITLE = "Voices for the board"


def test_an_admin_sets_everything_up_and_a_curator_sends_the_first_digest(empty_office: Office) -> None:
    office = empty_office
    office.slack.control("message", user="U0LEA", channel=LEAD, text="Good morning!")
    front = settings(office)
    assert office.say("None yet: begin here", "Noch keine: Hier geht es los") in front
    assert office.say("No channel yet: stories cannot", "Noch kein Kanal: Geschichten können nicht") in front

    page = office.click("U0LEA", "setup-page-editions")
    assert office.say("There is no edition yet", "Es gibt noch keine Ausgabe") in shown(page)
    office.click("U0LEA", "setup-edition-new")
    due = datetime.now(ZONE) + timedelta(minutes=40)
    assert (
        office.fill(
            "U0LEA",
            setup_title=TITLE,
            setup_channel=BOARD,
            setup_weekday=list(Weekday)[due.weekday()].value,
            setup_time=f"{due:%H:%M}",
            setup_zone=str(ZONE),
            setup_shadow=["yes"],
        )
        == {}
    )
    office.slack.close_form("U0LEA")
    home = shown(office.home("U0LEA"))
    assert TITLE in home
    assert f"<#{BOARD}>" in home
    assert f"{due:%H:%M}" in home

    assert office.say("1 edition", "1 Ausgabe") in settings(office)
    office.click("U0LEA", "setup-page-roles")
    assert office.fill("U0LEA", setup_people_curator=["U0CORA"]) == {}
    office.slack.close_form("U0LEA")

    letter = draft(office, title=TITLE)
    assert office.say(f"Goes to <#{BOARD}>", f"an <#{BOARD}>") in shown(letter)
    assert office.posted(BOARD) == []
    office.press("U0CORA", letter, "draft-send")
    office.wait(lambda: office.posted(BOARD), "posted")
    until_sent(office)
    top, *thread = office.posted(BOARD)
    said = shown(top)
    assert TITLE in said
    assert office.say("Voice of the week", "Stimme der Woche") in said
    assert office.say("Replies never reach customers", "Antworten erreichen nie die Kunden") in said
    assert ids.ASK_SLOT in said
    assert {reply["thread_ts"] for reply in thread} == {top["ts"]}
    went = office.say(f"*Posted*. It went to <#{BOARD}>", f"*Veröffentlicht*, in <#{BOARD}>")
    office.wait(lambda: went in shown(draft(office, title=TITLE)), "told")


def settings(office: Office) -> str:
    """Everything on the first page of the settings, opened by its admin."""
    opened = office.open("U0LEA", office.say("setup", "einrichten"), "/voice")
    office.wait(lambda: "setup-page-" in shown(office.form() or opened), "filled in")
    return shown(office.form() or opened)
