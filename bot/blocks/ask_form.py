"""The forms of asks: an answer, what became of a commitment, and a curator's wording."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from slack_sdk.models.blocks import (
    Block,
    ButtonElement,
    CheckboxesElement,
    DatePickerElement,
    Option,
    PlainTextObject,
    StaticSelectElement,
    UserSelectElement,
)

from bot.blocks import ids
from bot.blocks.ask_slot import LONGEST_ANSWER, LONGEST_SENTENCE
from bot.blocks.draft_forms import read_why, why_field
from bot.blocks.drawing import context, section
from bot.blocks.forms import Form, button, field, filled_in, form, meta_of, option, writing
from bot.blocks.text import clean, cut, escape, flat, neutral
from bot.domain.ask import AskRecord, CommitmentKind
from bot.domain.digest import Ask
from bot.domain.draft import Why
from bot.locale import Words


@dataclass(frozen=True, slots=True)
class Answered:
    """What was filled in: of the ask called *number*, as it read in *version* or was due on *seen*."""

    number: int
    version: int
    seen: date | None
    line: str
    due: date | None
    kind: CommitmentKind | None
    to: str | None


def take_form(ask: AskRecord, words: Words) -> Form:
    """I take it: by when, what, and what is given to it."""
    options = [option(kind.value, words(f"ask-kind-{kind.value}")) for kind in CommitmentKind]
    blocks = [
        _sentence(ask),
        field(ids.ASK_LINE, words("ask-form-line"), _line(), hint=words("ask-form-line-hint")),
        field(ids.ASK_DUE, words("ask-form-due"), DatePickerElement(action_id=ids.ASK_DUE)),
        field(ids.ASK_KIND, words("ask-form-kind"), StaticSelectElement(action_id=ids.ASK_KIND, options=options)),
    ]
    return form(ids.ASK_TAKE_FORM, words, "ask-take", blocks, submit="ask-form-submit", meta=_meta(ask))


def pass_form(ask: AskRecord, words: Words) -> Form:
    """I pass it on: to whom; they have to accept."""
    person = field(
        ids.ASK_TO, words("ask-form-to"), UserSelectElement(action_id=ids.ASK_TO), hint=words("ask-form-to-hint")
    )
    return form(
        ids.ASK_HAND_ON_FORM, words, "ask-hand-on", [_sentence(ask), person], submit="ask-form-submit", meta=_meta(ask)
    )


def not_now_form(ask: AskRecord, words: Words) -> Form:
    """Not now, because…"""
    line = field(ids.ASK_LINE, words("ask-form-because"), _line(), hint=words("ask-form-because-hint"))
    return form(
        ids.ASK_NOT_NOW_FORM,
        words,
        "ask-form-not-now",
        [_sentence(ask), line],
        submit="ask-form-submit",
        meta=_meta(ask),
    )


def done_form(ask: AskRecord, words: Words) -> Form:
    """Done: one line."""
    line = field(ids.ASK_LINE, words("ask-form-done"), _line(), hint=words("ask-form-done-hint"))
    return form(ids.ASK_DONE_FORM, words, "ask-done", [_sentence(ask), line], submit="ask-form-submit", meta=_meta(ask))


def move_form(ask: AskRecord, words: Words) -> Form:
    """Move to another day."""
    day = DatePickerElement(action_id=ids.ASK_DUE, initial_date=ask.due.isoformat() if ask.due else None)
    blocks = [
        _sentence(ask),
        field(ids.ASK_DUE, words("ask-form-moved"), day),
        field(ids.ASK_LINE, words("ask-form-why"), _line(), hint=words("ask-form-why-hint"), optional=True),
    ]
    return form(ids.ASK_MOVE_FORM, words, "ask-form-move", blocks, submit="ask-form-submit", meta=_meta(ask))


def drop_form(ask: AskRecord, words: Words) -> Form:
    """Drop it, because…"""
    line = field(ids.ASK_LINE, words("ask-form-because"), _line(), hint=words("ask-form-done-hint"))
    return form(
        ids.ASK_DROP_FORM, words, "ask-form-drop", [_sentence(ask), line], submit="ask-form-submit", meta=_meta(ask)
    )


def thanks_form(name: str, words: Words) -> Form:
    """What is shown in place of the form called *name* once it was sent off."""
    return form(name, words, "ask-title", [section(words("ask-form-thanks"))])


def read_answer(view: Mapping[str, Any]) -> Answered:
    """What was filled in into one of the forms above."""
    meta, told = meta_of(view), filled_in(view)
    due, kind = told.get(ids.ASK_DUE), told.get(ids.ASK_KIND)
    return Answered(
        number=int(meta["ask"]),
        version=int(meta["version"]),
        seen=_to_date(meta["due"]),
        line=flat(clean(told.get(ids.ASK_LINE) or "")),
        due=_to_date(due),
        kind=CommitmentKind(kind[0]) if kind else None,
        to=told.get(ids.ASK_TO),
    )


def word_button(draft: str, turn: int, words: Words) -> ButtonElement:
    """The button in a draft's review by which a curator words its ask."""
    return button(ids.ASK_WORD, words("ask-word"), f"{draft}.{turn}")


def read_button(value: str) -> tuple[int, int]:
    """Return which draft a button of its review is of, and the turn that it was drawn at."""
    draft, _, turn = value.partition(".")
    return int(draft), int(turn)


def word_form(draft: int, turn: int, ask: Ask | None, words: Words) -> Form:
    """The ask of a draft to be worded, given to somebody, or left out; and why."""
    sentence = writing(ids.ASK_SENTENCE, LONGEST_SENTENCE, ask.sentence if ask else None)
    owner = UserSelectElement(action_id=ids.ASK_OWNER, initial_user=(ask.owner or None) if ask else None)
    left_out = CheckboxesElement(
        action_id=ids.ASK_LEAVE_OUT,
        options=[Option(value="yes", text=PlainTextObject(text=words("ask-leave-out-yes")))],
    )
    blocks: list[Block] = [
        field(ids.ASK_SENTENCE, words("ask-word-sentence"), sentence, hint=words("ask-word-hint"), optional=True),
        field(ids.ASK_OWNER, words("ask-word-owner"), owner, optional=True),
        field(ids.ASK_LEAVE_OUT, words("ask-leave-out"), left_out, optional=True),
        why_field(words, Why.UNCLEAR),
        context(words("ask-word-foot")),
    ]
    meta = {"draft": draft, "turn": turn}
    return form(ids.ASK_WORD_FORM, words, "ask-word", blocks, submit="win-text-submit", meta=meta)


@dataclass(frozen=True, slots=True)
class Worded:
    """How a curator words the ask of a *draft*, and *why*; no *sentence* and no *owner* where it is left out."""

    draft: int
    turn: int
    sentence: str | None
    owner: str | None
    why: Why | None = None


def read_wording(view: Mapping[str, Any]) -> Worded:
    """What a curator filled in into the form above."""
    meta, told = meta_of(view), filled_in(view)
    sentence, why = flat(clean(told.get(ids.ASK_SENTENCE) or "")), read_why(view)
    if told.get(ids.ASK_LEAVE_OUT) or not sentence:
        return Worded(int(meta["draft"]), int(meta["turn"]), None, None, why)
    return Worded(int(meta["draft"]), int(meta["turn"]), sentence, told.get(ids.ASK_OWNER), why)


def _sentence(ask: AskRecord) -> Block:
    return section(f"*{cut(escape(neutral(flat(clean(ask.sentence)))), 1_000) or '…'}*")


def _line() -> Any:
    return writing(ids.ASK_LINE, LONGEST_ANSWER, None, lines=False)


def _meta(ask: AskRecord) -> dict[str, object]:
    return {"ask": ask.id, "version": ask.version, "due": ask.due.isoformat() if ask.due else None}


def _to_date(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
