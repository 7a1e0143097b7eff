"""What leaders say of what they took on, step by step: for journeys before the digest is posted and after."""

from datetime import datetime, timedelta

from bot.locale import Words
from tests.e2e.asked import MOVED, ZONE
from tests.e2e.local_slack import Json
from tests.e2e.office import Office, shown

NEW_DAY = (datetime.now(ZONE) + timedelta(days=10)).date()


def move_on(office: Office) -> Json:
    """What LEA is told of the commitment that she moved to another day; the first time she does so."""
    said = office.say("Moved to", "Verschoben auf") + f" {Words(office.language).day(NEW_DAY)}"
    if not any(said in shown(each) for each in office.letters("U0LEA")):
        office.press("U0LEA", office.letter("U0LEA", "ask-move", about=MOVED.sentence), "ask-move")
        form = office.wait(office.form, "open")
        assert office.say("To which day?", "Auf welchen Tag?") in shown(form)
        assert office.fill("U0LEA", ask_due=NEW_DAY.isoformat(), ask_line="The desk is full until then.") == {}
        office.slack.close_form("U0LEA")
    return office.told("U0LEA", said)
