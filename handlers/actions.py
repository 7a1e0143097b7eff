"""Clicks: buttons and menus in messages and forms."""

from typing import Any

from slack_bolt import Ack

from bot.blocks.voice import old_button
from bot.locale import Words
from bot.slack import Slack


def unknown(ack: Ack, body: dict[str, Any], action: dict[str, Any], slack: Slack, words: Words) -> None:
    """Acknowledge a button that nobody here knows, and say so to the person alone; one that is a link needs no word."""
    ack()
    if body.get("response_url") and "url" not in action:
        slack.respond(body["response_url"], old_button(words))
