"""*Something should not be here*: the form for anybody, the letter to curators and admins, and what was decided."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from slack_sdk.models.blocks import ActionsBlock, Block, ButtonElement, CheckboxesElement, StaticSelectElement

from bot.blocks import ids, reading
from bot.blocks.drawing import as_json, context, section
from bot.blocks.forms import Form, button, field, filled_in, form, option, sure
from bot.blocks.limits import check
from bot.blocks.quote_slot import quotes_in
from bot.blocks.text import inline, local_time, quote
from bot.domain.digest import Quote
from bot.domain.hidden import Hidden, HiddenState, HideReason, Place
from bot.domain.message import Message
from bot.domain.week import Week
from bot.locale import Words

MOST_CHOICES = 10
"""Boxes that Slack shows in one group."""

ASKED_REASONS = (HideReason.PERSONAL, HideReason.WRONG, HideReason.HURTS, HideReason.OTHER)


@dataclass(frozen=True, slots=True)
class Whence:
    """Where something was taken out: the edition's *title* and *channel*, and when on its own clock."""

    title: str
    channel: str | None
    at: datetime


def hide_form(blocks: Sequence[dict[str, Any]], chosen: str, words: Words) -> Form:
    """Ask which of the quotes in a message's *blocks* should not be there: that of the block *chosen*, others too."""
    found = quotes_in(blocks)[:MOST_CHOICES]
    if not found:
        return form(ids.HIDE_FORM, words, "hide-title", [section(words("hide-none"))])
    options = [option(place, said) for place, said in found]
    ticked = [each for each in options if f"{ids.QUOTE_BLOCK}:{each.value}" == chosen] or None
    which = CheckboxesElement(action_id=ids.HIDE_WHICH, options=options, initial_options=ticked)
    why = StaticSelectElement(
        action_id=ids.HIDE_WHY,
        options=[option(reason.value, words(f"hide-why-{reason.value}")) for reason in ASKED_REASONS],
    )
    drawn = [
        section(words("hide-what")),
        field(ids.HIDE_WHICH, words("hide-which"), which),
        field(ids.HIDE_WHY, words("hide-why"), why, hint=words("hide-why-hint"), optional=True),
    ]
    return form(ids.HIDE_FORM, words, "hide-title", drawn, submit="hide-submit")


def read_hide(view: dict[str, Any]) -> tuple[list[Place], HideReason]:
    """What was filled in: which quotes, and why."""
    told = filled_in(view)
    why = told[ids.HIDE_WHY]
    return [Place.parse(place) for place in told[ids.HIDE_WHICH] or ()], HideReason(why[0] if why else "unsaid")


def thanks_form(words: Words) -> Form:
    """Say that it is done, and what comes of it."""
    return form(ids.HIDE_FORM, words, "hide-title", [section(words("hide-done"))])


def letter(hidden: Hidden, whence: Whence, words: Words, *, decides: bool) -> Message:
    """Tell a curator, who *decides*, or an admin what was taken out; the words themselves are shown when asked for."""
    said = _told(hidden, whence, words)
    foot, buttons = words("hide-letter-foot", decides="yes" if decides else "no"), _decisions(hidden, words)
    blocks = [section(said), context(foot), ActionsBlock(elements=buttons if decides else buttons[:1])]
    return _message(said, blocks)


def decided(hidden: Hidden, whence: Whence, words: Words) -> Message:
    """Say what was decided, in place of the letter."""
    said = f"{_told(hidden, whence, words)}\n{words(f'hide-decided-{hidden.state.value}')}"
    return _message(said, [section(said)])


def look_form(hidden: Hidden, said: Quote | None, words: Words) -> Form:
    """Show a curator or an admin what was taken out."""
    if said is None:
        return form(ids.HIDE_LOOK_FORM, words, "hide-look-title", [section(words("hide-look-none"))])
    origin = [inline(reading.source_name(said.record.source)), inline(said.denominator.theme, 80)]
    blocks: list[Block] = [section(quote(said.text, 2_000)), context(" · ".join(filter(None, origin)))]
    if hidden.state is not HiddenState.HIDDEN:
        blocks.append(context(words(f"hide-decided-{hidden.state.value}")))
    return form(ids.HIDE_LOOK_FORM, words, "hide-look-title", blocks)


def undecided(waiting: Sequence[tuple[Hidden, Whence]], words: Words, more: int = 0) -> list[Block]:
    """What waits for a curator's decision, for their Home tab, the oldest first; and how many *more* do."""
    blocks: list[Block] = []
    for hidden, whence in waiting:
        blocks += [section(_told(hidden, whence, words)), ActionsBlock(elements=_decisions(hidden, words))]
    return [*blocks, *([context(words("list-more", count=more))] if more else [])]


def _told(hidden: Hidden, whence: Whence, words: Words) -> str:
    return words(
        "hide-letter",
        title=inline(reading.named(whence.title, words), 100),
        week=Week.parse(hidden.week).number,
        channel=f"<#{whence.channel}>" if whence.channel else "–",
        moment=local_time(whence.at, words),
        why=words(f"hide-why-{hidden.reason.value}"),
    )


def _decisions(hidden: Hidden, words: Words) -> list[ButtonElement]:
    seen = f"{hidden.id}.{hidden.turn}"
    back = button(ids.HIDE_PUT_BACK, words("hide-put-back"), seen, style="danger")
    return [
        button(ids.HIDE_LOOK, words("hide-look"), seen),
        button(ids.HIDE_KEEP, words("hide-keep"), seen),
        sure(back, words, "hide-put-back", "hide-put-back-sure"),
    ]


def _message(text: str, blocks: Sequence[Block]) -> Message:
    message = Message(text=text.replace("*", ""), blocks=as_json(blocks))
    check(message)
    return message
