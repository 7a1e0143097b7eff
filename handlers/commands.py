"""Slash commands."""

from difflib import get_close_matches
from typing import Any

from slack_bolt import Ack

from bot.blocks.voice import help_text, in_the_making, no_such_command, unknown_word
from bot.locale import Words
from bot.services.clock import Clock
from bot.services.previews import Previews
from bot.slack import Slack

KNOWN = {"": "help", "help": "help", "hilfe": "help", "?": "help", "preview": "preview", "vorschau": "preview"}
"""Every word that /voice takes, and what is meant by it."""


def voice(ack: Ack, command: dict[str, Any], slack: Slack, previews: Previews, words: Words, clock: Clock) -> None:
    """Answer /voice: help, or the coming digest, to the person who asked alone.

    Acknowledged before anything is asked of the database: it may be slow, and Slack waits three seconds.
    """
    asked = command.get("text", "").strip().casefold()
    meant = KNOWN.get(asked)
    if meant is None:
        ack(text=unknown_word(words, _closest(asked)).text, response_type="ephemeral")
    elif meant == "help":
        ack(text=help_text(words).text, response_type="ephemeral")
    else:
        ack(text=in_the_making(words).text, response_type="ephemeral")
        for message in previews.coming(clock()):
            slack.respond(command["response_url"], message)


def unknown(ack: Ack, words: Words) -> None:
    """Say that a command of an older or newer manifest is not known."""
    ack(text=no_such_command(words).text, response_type="ephemeral")


def _closest(asked: str) -> str | None:
    first = asked.split(maxsplit=1)[0]
    near = get_close_matches(first[:40], [word for word in KNOWN if word], n=1)
    return near[0] if near else None
