"""What leaders look up privately in a Slack that can be looked at: a conversation, reasons, a theme in any words."""

import pytest

from bot.blocks import ids
from tests.e2e.drafts import published
from tests.e2e.local_slack import LEAD
from tests.e2e.office import Office, shown


@pytest.mark.parametrize("entry", [ids.TALK, ids.WHY])
def test_the_menu_of_a_quote_opens_a_private_window(office: Office, entry: str) -> None:
    office.choose("U0LEA", published(office)[0], entry)
    view = office.wait(lambda: (office.form() or {}).get("blocks") and office.form(), "open")
    office.wait(lambda: len((office.form() or view)["blocks"]) > 1, "filled in")
    office.slack.close_form("U0LEA")


def test_a_theme_is_found_in_any_words(office: Office) -> None:
    published(office)
    question = office.say("about missed delivery appointments", "über nicht eingehaltene Termine")
    office.slack.control("command", user="U0LEA", channel=LEAD, command="/voice", text=question)
    office.wait(lambda: any(ids.TALK_READ in shown(each) for each in office.whispers("U0LEA")), "found", 120)
