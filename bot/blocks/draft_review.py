"""The draft as a curator sees it: what is decided, what it looks like, and what can be changed, slot by slot."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from slack_sdk.models.blocks import (
    ActionsBlock,
    Block,
    ButtonElement,
    DividerBlock,
    Option,
    OverflowMenuElement,
    SectionBlock,
)

from bot.blocks import ids, reading
from bot.blocks.digest import parent
from bot.blocks.drawing import as_json, context, header, section
from bot.blocks.forms import button, option, sure
from bot.blocks.limits import check
from bot.blocks.text import cut, inline, plain
from bot.domain.digest import Digest, Slot
from bot.domain.draft import Draft, DraftState
from bot.domain.edition import Edition
from bot.domain.feedback import RecordRef
from bot.domain.message import Message
from bot.domain.week import Week
from bot.locale import Words

_MOST_TOLD = 6


OtherButton = Callable[[str, int, Words], ButtonElement]
"""Draws a button for the draft of a number, as a text, and a turn."""


@dataclass(frozen=True)
class Reviewed:
    """A *draft* of *edition* as it looks now. *since* counts conversations that came in after it was made.

    *small* are records that a small team handled; *called* says what curators are called, by their ids,
    *others* are buttons to what others do with drafts: word its ask, search for a voice.
    """

    draft: Draft
    edition: Edition
    shown: Digest
    since: int = 0
    small: frozenset[RecordRef] = frozenset()
    called: Mapping[str, str] = field(default_factory=dict)
    others: Sequence[OtherButton] = ()


def review(told: Reviewed, words: Words) -> Message:
    """Show the draft to a curator, with everything that can be decided about it; once it is posted, only that it is."""
    draft = told.draft
    title = words("draft-title", title=plain(reading.title(told.shown, words), 60), week=_week(draft))
    blocks: list[Block] = [header(title), section(_standing(told, words))]
    if not draft.is_open:
        return _message(title, told, words, as_json(blocks))
    blocks += [context(_history(told, words)), ActionsBlock(elements=_decisions(told, words)), DividerBlock()]
    looks = tuple(_still(block) for block in parent(told.shown, Words(told.shown.language)).blocks)
    below: list[Block] = [DividerBlock(), section(f"*{words('draft-change')}*"), *_rows(told, words)]
    if told.since:
        below.append(context(words("draft-since", count=told.since)))
    return _message(title, told, words, (*as_json(blocks), *(b for b in looks if b), *as_json(below)))


def _message(title: str, told: Reviewed, words: Words, blocks: Sequence[dict[str, Any]]) -> Message:
    spoken = f"{title}. {_standing(told, words)}".replace("*", "")
    message = Message(text=cut(spoken, 2_900), blocks=tuple(blocks))
    check(message)
    return message


def _still(block: Mapping[str, Any]) -> dict[str, Any]:
    """The digest's block without anything to press: nobody answers to a draft but its curators."""
    if block["type"] == "actions":
        return {}
    return {name: value for name, value in block.items() if name not in ("accessory", "block_id")}


def _week(draft: Draft) -> str:
    return str(Week.parse(draft.week).number)


def _standing(told: Reviewed, words: Words) -> str:
    """What happens next, and when."""
    draft, edition = told.draft, told.edition
    by = inline(told.called.get(draft.decided_by or "", words("draft-somebody")), 60)
    moment = words.moment(draft.due_at.astimezone(edition.zone))
    where = words("draft-where-shadow") if edition.shadow_weeks > 0 else f"<#{edition.channel}>"
    if (stopped := _stopped(draft, edition, where, words)) is not None:
        return stopped
    if draft.state is not DraftState.OPEN:
        return words(f"draft-standing-{draft.state.value}", by=by, moment=moment, where=where)
    lines = [words("draft-standing-open", moment=moment, where=where), words(f"draft-away-{edition.away.value}")]
    if draft.late:
        lines.append(words("draft-late"))
    return " ".join(lines)


def _stopped(draft: Draft, edition: Edition, where: str, words: Words) -> str | None:
    """Why an undecided or approved draft is not posted when it is due, whatever its curators decide; None if it is."""
    if draft.state not in (DraftState.OPEN, DraftState.APPROVED):
        return None
    if edition.off is not None:
        return words("draft-standing-off", where=where)
    until = edition.paused_until
    if until is None or not is_in_pause(draft, edition):
        return None
    return words("draft-standing-paused", until=words.day(until), where=where)


def is_in_pause(draft: Draft, edition: Edition) -> bool:
    """Whether *draft* is due in a pause of its *edition*."""
    until = edition.paused_until
    return until is not None and draft.due_at.astimezone(edition.zone).date() < until


def _history(told: Reviewed, words: Words) -> str:
    """Who has it, and what was edited so far: the newest last."""
    draft = told.draft
    holder = told.called.get(draft.holder or "")
    lines = [words("draft-holder", name=inline(holder, 60)) if holder else words("draft-holder-none")]
    edits = [words(f"draft-edit-{made.edit.edit}") for made in draft.edits]
    if edits:
        more = [words("draft-edits-more", count=len(edits) - _MOST_TOLD)] if len(edits) > _MOST_TOLD else []
        lines.append(words("draft-edited", edits=", ".join([*more, *edits[-_MOST_TOLD:]])))
    if draft.wording is not None and told.shown.worded is None:
        lines.append(words("draft-wording-gone"))
    return " ".join(lines)


def _decisions(told: Reviewed, words: Words) -> list[ButtonElement]:
    draft = told.draft
    seen = f"{draft.number}.{draft.turn}"
    send = button(ids.DRAFT_SEND, words("draft-send"), seen)
    asked = "draft-send-sure-shadow" if told.edition.shadow_weeks > 0 else "draft-send-sure"
    able = [
        button(ids.DRAFT_APPROVE, words("draft-approve"), seen, style="primary"),
        button(ids.DRAFT_HOLD, words("draft-hold"), seen),
        sure(send, words, "draft-send", asked),
        button(ids.DRAFT_TAKE, words("draft-take"), seen),
        button(ids.DRAFT_PREVIEW, words("draft-preview"), seen),
    ]
    hidden = {DraftState.APPROVED: ids.DRAFT_APPROVE, DraftState.HELD: ids.DRAFT_HOLD}.get(draft.state)
    return [each for each in able if each.action_id != hidden]


def _rows(told: Reviewed, words: Words) -> list[Block]:
    """A row for every slot, with what can be done about it."""
    draft, shown = told.draft, told.shown
    in_thread = [q for q in shown.quotes if q.slot in (Slot.VERBATIM, Slot.DISSENT)]
    rows: list[Block] = [_row(told, words, words("draft-slot-verdict"), [("reword", 0)])]
    voice, drawn = reading.quote_for(shown, Slot.VOICE), reading.quote_for(shown, Slot.BLIND_DRAW)
    if shown.lead is not None:
        able = [("swap", 0), *([("drop-voice", 0)] if voice else [])]
        rows.append(_row(told, words, words("draft-slot-voice"), able, voice.record if voice else None))
    for index, line in enumerate(shown.themes):
        name = words("draft-slot-theme", theme=inline(reading.heading(line.name), 60))
        beside = [("drop-theme", index)] if line.id != shown.lead else []
        rows.append(_row(told, words, name, [("rename", index), ("merge", index), ("hold", index), *beside]))
    if drawn is not None:
        rows.append(_row(told, words, words("draft-slot-draw"), [("drop-draw", 0)], drawn.record))
    if shown.kpis:
        rows.append(_row(told, words, words("draft-slot-numbers"), [("drop-numbers", 0)]))
    if (in_thread or voice is not None) and not told.edition.company:
        offered = [("offer", 0), *([("drop-offer", 0)] if shown.offer else [])]
        rows.append(_row(told, words, words("draft-slot-offer"), offered))
    if shown.wins or shown.invites_wins:
        rows.append(_row(told, words, words("draft-slot-win"), [("drop-win", 0)]))
    seen = f"{draft.number}.{draft.turn}"
    last: list[ButtonElement] = []
    if in_thread:
        last.append(button(ids.DRAFT_VERBATIMS, words("draft-verbatims"), seen))
    others = [made(str(draft.number), draft.turn, words) for made in told.others]
    last += [each for each in others if each.action_id != ids.ASK_WORD or not told.edition.company]
    if draft.edits:
        last.append(button(ids.DRAFT_UNDO, words("draft-undo"), seen))
    rows += [ActionsBlock(elements=last)] if last else []
    if any(quote.record in told.small for quote in in_thread):
        rows.append(context(words("draft-small-thread")))
    return rows


def _row(
    told: Reviewed,
    words: Words,
    name: str,
    able: Sequence[tuple[str, int]],
    record: RecordRef | None = None,
) -> SectionBlock:
    """One slot by its *name*, with a menu of what can be done; a warning where its voice is known to a few."""
    options: list[Option] = [
        option(f"{told.draft.number}.{told.draft.turn}.{verb}.{index}", words(f"draft-do-{verb}"))
        for verb, index in able
    ]
    warned = f"\n{words('draft-small')}" if record in told.small and record is not None else ""
    block = section(f"{name}{warned}")
    block.accessory = OverflowMenuElement(action_id=ids.DRAFT_SLOT, options=options)
    return block
