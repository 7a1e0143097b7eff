"""The one ask, in a Slack that can be looked at: refused to others, taken by its owner, and told in the digest."""

from datetime import UTC, datetime, timedelta

from tests.e2e.drafts import published
from tests.e2e.local_slack import LEAD
from tests.e2e.office import Office, shown

LINE = "Every visit is confirmed by telephone the day before."


def test_an_ask_is_taken_by_its_owner_alone_and_the_digest_says_so(office: Office) -> None:
    top = published(office)[0]
    assert office.say("Delivery", "Delivery") in shown(top)
    before = len(office.whispers("U0ANNA"))
    office.press("U0ANNA", top, "ask-take")
    said = office.wait(lambda: office.whispers("U0ANNA")[before:], "refused")
    assert office.say("deputy", "Vertretung") in str(said[-1]["text"])
    office.press("U0LEA", office.letter("U0LEA", "ask-take"), "ask-take")
    office.wait(office.form, "open")
    due = f"{datetime.now(UTC) + timedelta(days=30):%Y-%m-%d}"
    assert office.fill("U0LEA", ask_due=due, ask_kind="process", ask_line=LINE) == {}
    office.slack.close_form("U0LEA")
    office.wait(lambda: LINE in shown(office.posted(LEAD)[0]), "answered")
    assert "U0LEA" not in shown(office.posted(LEAD)[0])
