"""Menus that ask what there is to choose."""

from typing import Any

from slack_bolt import Ack

from bot.blocks.win_form import group_options
from bot.errors import SlackError
from bot.slack import Slack


def groups(ack: Ack, body: dict[str, Any], slack: Slack) -> None:
    """Offer the user groups that begin with, or hold, what was typed; none where Slack does not tell."""
    typed = str(body.get("value") or "").strip("@ ").casefold()
    try:
        found = [(group.id, f"@{group.name}") for group in slack.groups() if typed in group.name.casefold()]
    except SlackError:
        found = []
    ack(options=group_options(found))


def unknown(ack: Ack) -> None:
    """Offer nothing in a menu that nobody here knows."""
    ack(options=[])
