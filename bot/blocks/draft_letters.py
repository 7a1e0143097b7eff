"""What curators and admins are told about a draft beside the draft itself."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from slack_sdk.models.blocks import Block, DividerBlock

from bot.blocks import reading
from bot.blocks.draft_review import is_in_pause
from bot.blocks.drawing import as_json, context, section
from bot.blocks.limits import check
from bot.blocks.text import inline, local_time
from bot.domain.draft import Draft, DraftState
from bot.domain.edition import Edition
from bot.domain.message import Message
from bot.domain.week import Week
from bot.locale import Words

MOST_WAITING = 10
"""Drafts that App Home tells of."""


def notice(what: str, draft: Draft, edition: Edition, words: Words) -> Message:
    """Say that the edition was due and why it is not posted: it is ``held``, or everybody is ``away``."""
    week = Week.parse(draft.week).number
    title = inline(reading.named(edition.title, words), 80)
    return Message(text=words(f"draft-notice-{what}", title=title, week=str(week)))


def waiting(
    drafts: Sequence[tuple[Draft, Edition]], words: Words, answered: Mapping[int, bool] = MappingProxyType({})
) -> list[Block]:
    """A line for each draft that is to be decided: how far it is, when it goes, and whether its ask is *answered*."""
    lines: list[Block] = []
    for draft, edition in drafts[:MOST_WAITING]:
        moment = local_time(draft.due_at.astimezone(edition.zone), words)
        state = words(f"draft-home-{draft.state.value}")
        week = str(Week.parse(draft.week).number)
        title = inline(reading.named(edition.title, words), 80)
        said = words("draft-home-line", title=title, week=week, state=state, goes=_goes(draft, edition), moment=moment)
        if draft.number in answered:
            said += "\n" + words("draft-home-ask", answered="yes" if answered[draft.number] else "no")
        lines.append(section(said))
    if len(drafts) > MOST_WAITING:
        lines.append(context(words("list-more", count=len(drafts) - MOST_WAITING)))
    return [*lines, context(words("draft-home-where"))]


def _goes(draft: Draft, edition: Edition) -> str:
    """Whether *draft* goes when it is due, as the catalogue wants to know it."""
    if draft.state is DraftState.HELD:
        return "held"
    return "stopped" if edition.off is not None or is_in_pause(draft, edition) else "goes"


def shadow(parent: Message, edition: Edition, left: int, words: Words) -> Message:
    """*parent* as curators alone see it in a shadow week; *left* says how many more there are."""
    said = words("draft-shadow", channel=f"<#{edition.channel}>", left=left)
    blocks = (*as_json([section(said), DividerBlock()]), *parent.blocks)
    message = Message(text=f"{said.replace('*', '')} {parent.text}"[:3_900], blocks=blocks)
    check(message)
    return message
