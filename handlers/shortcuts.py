"""Shortcuts: from the lightning menu, and on a message."""

from typing import Any

from slack_bolt import Ack

from bot.blocks.win_form import Draft, nominate_form, typed_draft
from bot.locale import Words
from bot.slack import Slack


def nominate(ack: Ack, body: dict[str, Any], slack: Slack, words: Words) -> None:
    """Open the form to tell a story in."""
    ack()
    slack.open_form(body["trigger_id"], nominate_form(Draft(), words))


def nominate_message(ack: Ack, body: dict[str, Any], slack: Slack, words: Words) -> None:
    """Open the form with what the message says; from a place that not everybody may read it wants a confirmation."""
    ack()
    private = not slack.is_public(body["channel"]["id"])
    draft = typed_draft(body["message"].get("text", ""), words, private=private)
    slack.open_form(body["trigger_id"], nominate_form(draft, words))


def unknown(ack: Ack) -> None:
    """Acknowledge a shortcut of an older or newer manifest."""
    ack()
