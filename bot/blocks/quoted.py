"""Quotes shown to one person: each with what it is one of, where it is from, and its whole conversation at hand."""

from zoneinfo import ZoneInfo

from slack_sdk.models.blocks import Block

from bot.blocks import slots
from bot.blocks.conversation import read_button
from bot.blocks.drawing import context, section
from bot.blocks.text import quote
from bot.domain.digest import Quote
from bot.locale import Words

LONGEST_QUOTE = 1_000


def quoted(said: Quote, denominator: str, words: Words, zone: ZoneInfo, *, longest: int = LONGEST_QUOTE) -> list[Block]:
    """Draw *said* with its *denominator* and the button to its conversation."""
    words_of_it = section(quote(said.text, longest))
    words_of_it.accessory = read_button(said.record, said.text, words)
    day = words.short_day(said.said_at.astimezone(zone))
    return [words_of_it, context(" · ".join([denominator, slots.origin(said, words), day]))]
