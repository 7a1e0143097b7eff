"""A curator looks for a voice to pin: the words to look for, what they find, and the button that pins it."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from zoneinfo import ZoneInfo

from slack_sdk.models.blocks import ActionsBlock, Block, ButtonElement

from bot.blocks import ids, reading
from bot.blocks.conversation import read_button
from bot.blocks.draft_forms import read_why, why_field
from bot.blocks.drawing import context, section
from bot.blocks.forms import Form, button, field, filled_in, form, meta_of, writing
from bot.blocks.text import inline, plain, quote
from bot.domain.digest import Digest, Quote
from bot.domain.draft import Why
from bot.domain.pin import DraftRef, Pin
from bot.locale import Words

MOST_WORDS = 200
_LONGEST_QUOTE = 1_000


def find_button(draft: str, turn: int, words: Words) -> ButtonElement:
    """The button in a draft's review by which a curator looks for a voice to pin."""
    return button(ids.ABOUT_FIND, words("pin-title"), str(DraftRef(draft, turn)))


def search_form(ref: DraftRef, words: Words) -> Form:
    """The form that asks what the voice should be about, and why another one should speak."""
    asked = field(
        ids.ABOUT_WORDS,
        words("pin-words"),
        writing(ids.ABOUT_WORDS, MOST_WORDS, None, lines=False),
        hint=words("pin-hint"),
    )
    blocks = [asked, why_field(words, Why.BETTER)]
    return form(ids.ABOUT_FORM, words, "pin-title", blocks, submit="pin-submit", meta=str(ref))


def read_search(view: dict[str, Any]) -> tuple[DraftRef, str]:
    """What the form above was sent off with: for which draft and why, and the words."""
    return replace(DraftRef.read(meta_of(view)), why=read_why(view)), filled_in(view)[ids.ABOUT_WORDS] or ""


def searching(words: Words) -> Form:
    """What stands in its place while it is looked for."""
    return form(ids.READING_FORM, words, "pin-title", [section(words("reading-loading"))])


def results(ref: DraftRef, digest: Digest, found: Sequence[Quote], question: str, words: Words) -> Form:
    """The voices found, each with what it would be one of and the button that pins it."""
    if not found:
        return form(ids.READING_FORM, words, "pin-title", [section(words("pin-none"))])
    zone = ZoneInfo(digest.timezone)
    blocks: list[Block] = [context(words("pin-head", question=inline(question, 120)))]
    for said in found:
        blocks += _choice(ref, digest, said, words, zone)
    return form(ids.READING_FORM, words, "pin-title", blocks)


def pinned(words: Words) -> Form:
    """What stands there once a voice is pinned."""
    return form(ids.READING_FORM, words, "pin-title", [section(words("pin-done"))])


def _choice(ref: DraftRef, digest: Digest, said: Quote, words: Words, zone: ZoneInfo) -> list[Block]:
    of = words("voice-denominator", of=said.denominator.of_theme)
    day = words.short_day(said.said_at.astimezone(zone))
    theme = inline(reading.theme_name(digest, said), 120)
    label = words("pin-this-label", said=plain(said.text, 40))
    pin = button(ids.ABOUT_PIN, words("pin-this"), str(Pin.of(ref, digest, said)), label=label)
    return [
        section(quote(said.text, _LONGEST_QUOTE)),
        context(f"*{theme}* · {of} · {inline(reading.source_name(said.record.source, words))} · {day}"),
        ActionsBlock(elements=[pin, read_button(said.record, said.text, words)]),
    ]
