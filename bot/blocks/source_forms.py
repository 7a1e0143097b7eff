"""The forms in which a source is connected, read again and disconnected."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from slack_sdk.models.blocks import Block, DatePickerElement, InputBlock, Option, PlainTextObject, RadioButtonsElement

from bot.blocks import ids
from bot.blocks.drawing import section
from bot.blocks.forms import Form, field, filled_in, form, writing
from bot.blocks.text import cut, inline, plain
from bot.domain.connection import Asked, FormField
from bot.locale import Words

MOST_PLAIN = 255
MOST_SECRET = 2_000
_MOST_TEXT = 2_900
KEEP, FORGET = "keep", "forget"


def connect_form(asked: Asked, words: Words, *, problem: str | None = None) -> Form:
    """Ask for the account of a source, with what is known of it; secrets are never filled in.

    *problem* says in words why it was not connected with what was entered before.
    """
    blocks: list[Block] = [section(cut(words("source-form-hint", source=inline(asked.title)), _MOST_TEXT))]
    if problem is not None:
        blocks.insert(0, section(cut(words("source-form-problem", what=problem), _MOST_TEXT)))
    blocks += [_input(each, asked.values, words) for each in asked.fields]
    meta = {"source": asked.name, "turn": asked.turn}
    return form(ids.SOURCE_FORM, words, "source-form-title", blocks, submit="source-form-submit", meta=meta)


def read_values(view: Mapping[str, Any]) -> dict[str, str]:
    """Return what was entered, by the keys of its fields; what was left empty is not there."""
    read = {key: str(value or "").strip() for key, value in filled_in(view).items()}
    return {key: value for key, value in read.items() if value}


def said_form(text: str, words: Words) -> Form:
    """Say what is being done, or what came of it."""
    return form(ids.SOURCE_SAID, words, "source-title-short", [section(cut(text, _MOST_TEXT))])


def resync_form(asked: Asked, first: date, words: Words) -> Form:
    """Ask from which day on to read again, *first* unless another is chosen."""
    picker = DatePickerElement(action_id=ids.SOURCE_SINCE, initial_date=first.isoformat())
    blocks: list[Block] = [
        section(cut(words("source-resync-hint", source=inline(asked.title)), _MOST_TEXT)),
        field(ids.SOURCE_SINCE, plain(words("source-resync-since"), 2_000), picker),
    ]
    meta = {"source": asked.name}
    return form(ids.SOURCE_RESYNC_FORM, words, "source-resync-title", blocks, submit="source-resync-submit", meta=meta)


def disconnect_form(asked: Asked, words: Words) -> Form:
    """Ask once more, say what is lost, and ask what becomes of the feedback."""
    keep, forget = (_choice(value, words) for value in (KEEP, FORGET))
    choice = RadioButtonsElement(action_id=ids.SOURCE_FEEDBACK, options=[keep, forget], initial_option=keep)
    blocks: list[Block] = [
        section(cut(words("source-disconnect-hint", source=inline(asked.title)), _MOST_TEXT)),
        field(ids.SOURCE_FEEDBACK, plain(words("source-disconnect-feedback"), 2_000), choice),
    ]
    meta = {"source": asked.name, "turn": asked.turn}
    return form(
        ids.SOURCE_DISCONNECT_FORM,
        words,
        "source-disconnect-title",
        blocks,
        submit="source-disconnect-submit",
        meta=meta,
    )


def _input(asked: FormField, values: Mapping[str, str], words: Words) -> InputBlock:
    known = None if asked.secret else values.get(asked.setting)
    most = MOST_SECRET if asked.secret else MOST_PLAIN
    element = writing(asked.key, most, known, lines=False)
    hint = plain(words(f"{asked.key}-hint"), 2_000)
    return field(asked.key, plain(words(asked.key), 2_000), element, hint=hint, optional=not asked.needed)


def _choice(value: str, words: Words) -> Option:
    text, hint = words(f"source-disconnect-{value}"), words(f"source-disconnect-{value}-hint")
    return Option(
        value=value, text=PlainTextObject(text=plain(text, 75)), description=PlainTextObject(text=plain(hint, 75))
    )
