"""Slash commands."""

from datetime import datetime
from difflib import get_close_matches
from typing import Any

from bot.blocks.digest import parent, thread
from bot.services.editions import EditionService
from slack_bolt import Ack

from bot.blocks.pack import pack
from bot.blocks.voice import ahead, help_text, unknown_word
from bot.locale import Words
from bot.services.clock import Clock
from bot.services.digests import DigestService
from bot.slack import Slack

_WORDS = {"": "help", "help": "help", "hilfe": "help", "preview": "preview", "vorschau": "preview"}
_ANSWERS = 4
"""Messages after the first one: Slack takes five answers to one command."""


def voice(
    ack: Ack, command: dict[str, Any], slack: Slack, digests: DigestService, editions: EditionService, clock: Clock
) -> None:
    """Answer /voice: help, or the coming digest for the person who asked alone."""
    asked = command.get("text", "").strip().casefold()
    edition = editions.default()
    words = Words(edition.language)
    what = _WORDS.get(asked)
    if what is None:
        closest = get_close_matches(asked, [word for word in _WORDS if word], n=1)
        ack(unknown_word(words, closest[0] if closest else None).text)
    elif what == "help":
        ack(help_text(words).text)
    else:
        now: datetime = clock()
        due = editions.next_due(edition, now)
        ack(ahead(words, edition, due).text)
        digest = digests.preview_coming(edition, now)
        for message in (parent(digest, words), *pack(thread(digest, words), _ANSWERS)):
            slack.respond(command["response_url"], message)
