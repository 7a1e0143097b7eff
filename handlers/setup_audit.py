"""The audit log in the settings and in App Home: looked at, paged, sent as text."""

from typing import Any

from slack_bolt import Ack

from bot.blocks import ids
from bot.blocks.setup_audit import SENT, as_text, audit_page
from bot.locale import Words
from bot.services.setup.desk import Setup
from bot.slack import Slack
from handlers.listeners import Listeners
from handlers.requests import Body


def open_log(ack: Ack, body: Body, slack: Slack, setup: Setup, words: Words) -> None:
    """Open the log, for admins and observers."""
    ack()
    slack.open_form(body["trigger_id"], _page(setup, body["user"]["id"], 0, words))


def turn(ack: Ack, body: Body, action: Body, slack: Slack, setup: Setup, words: Words) -> None:
    """Turn to older or newer entries."""
    ack()
    slack.update_form(body["view"]["id"], _page(setup, body["user"]["id"], int(action["value"]), words))


def send(ack: Ack, body: Body, setup: Setup, words: Words) -> None:
    """Send the newest entries as text to the person alone."""
    ack()
    user = body["user"]["id"]
    entries, _ = setup.log(user, 0, SENT)
    newest = f"{entries[0].at.timestamp():.6f}" if entries else "none"  # a second click sends what came since, if any
    setup.write(user, f"audit:{body['view']['id']}:{newest}", as_text(entries, words))


def _page(setup: Setup, user: str, offset: int, words: Words) -> dict[str, Any]:
    entries, more = setup.log(user, offset)
    return audit_page(entries, offset, words, more=more)


LISTENERS = Listeners(
    actions={ids.SETUP_AUDIT: open_log, ids.SETUP_AUDIT_SEND: send},
    prefixes={ids.SETUP_AUDIT_MORE: turn},
)
