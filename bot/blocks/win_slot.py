"""Slot 7: one win told well in the parent, all of them in the thread; or an invitation to nominate."""

from collections.abc import Sequence
from typing import TypeVar

from slack_sdk.models.blocks import ActionsBlock, Block, SectionBlock

from bot.blocks import ids, reading
from bot.blocks.drawing import as_json, context, header, section
from bot.blocks.forms import button
from bot.blocks.text import clean, cut, escape, flat, inline, neutral, quote
from bot.blocks.wins import LONGEST_ANSWER, LONGEST_TOLD
from bot.domain.digest import Digest, WinStory
from bot.domain.message import Message
from bot.domain.week import Week
from bot.domain.win import WinKind
from bot.locale import Words

Drawn = TypeVar("Drawn", bound=Block)

LONGEST_STORY = 240
LONGEST_WORDS = 140
"""Characters of the story and of the customer's words in the parent; the thread has the whole of both."""


def win(digest: Digest, words: Words) -> SectionBlock | None:
    """Slot 7: the first story that still stands, and how many more the thread tells; or the invitation."""
    standing = [story for story in digest.wins if not story.taken_out]
    if not standing:
        return section(words("win-invitation")) if digest.invites_wins else None
    return _named(section(_told_well(standing, words)), ids.WIN_SLOT)


def _told_well(standing: Sequence[WinStory], words: Words) -> str:
    story = standing[0]
    lines = [f"*{words(f'win-title-{story.kind}')}* · {inline(story.who, 120)}"]
    lines.append(cut(escape(neutral(flat(clean(" ".join(story.parts))))), LONGEST_STORY))
    if story.words:
        lines.append(_words(story, words, LONGEST_WORDS))
    if about := _about(story, words):
        lines.append(about)
    if len(standing) > 1:
        lines.append(words("win-more", count=len(standing) - 1))
    return "\n".join(lines)


def stories(digest: Digest, words: Words) -> tuple[Message, ...]:
    """The thread's messages on wins, one for each story; one that was taken back keeps its place, and says so."""
    return tuple(_whole(story, words) for story in digest.wins)


def tells(message: Message, win: int) -> bool:
    """Whether *message* of a digest is the one on *win*, or the one that may tell it well."""
    return any(block.get("block_id") in (ids.WIN_SLOT, f"{ids.WIN_STORY}-{win}") for block in message.blocks)


def corrected(message: Message, digest: Digest, words: Words) -> Message:
    """Return a *message* of the digest with its wins as they are by now, and everything else as it was posted."""
    for story in digest.wins:
        if any(block.get("block_id") == _name(story) for block in message.blocks):
            return _whole(story, words)
    slot = win(digest, words) or _named(section(words("win-taken-out")), ids.WIN_SLOT)
    blocks = (slot.to_dict() if block.get("block_id") == ids.WIN_SLOT else block for block in message.blocks)
    return Message(text=message.text, blocks=tuple(blocks))


def _named(block: Drawn, name: str) -> Drawn:
    block.block_id = name
    return block


def _name(story: WinStory) -> str:
    return f"{ids.WIN_STORY}-{story.win}"


def _whole(story: WinStory, words: Words) -> Message:
    if story.taken_out:
        gone = _named(context(words("win-taken-out")), _name(story))
        return Message(text=words("win-taken-out"), blocks=as_json([gone]))
    title = words(f"win-title-{story.kind}")
    is_bold = story.kind == WinKind.BOLD.value
    most = LONGEST_ANSWER if is_bold else LONGEST_TOLD
    parts = [cut(escape(neutral(clean(part))), most) or "…" for part in story.parts]
    if is_bold:
        parts = [f"*{escape(words(f'win-bold-{index}'))}*\n{part}" for index, part in enumerate(parts, 1)]
    blocks: list[Block] = [
        _named(header(title), _name(story)),
        context(f"*{inline(story.who, 900)}*"),
        *(section(part) for part in parts),
    ]
    if story.words:
        blocks.append(section(_words(story, words, 1_500)))
    if about := _about(story, words):
        blocks.append(context(about))
    blocks.append(ActionsBlock(elements=[button(ids.WIN_THANK, words("win-thank"), str(story.win))]))
    return Message(text=cut(escape(neutral(f"{title}: {story.who}.")), 2_900), blocks=as_json(blocks))


def _words(story: WinStory, words: Words, most: int) -> str:
    """The customer's words: quoted with their source, or as told and then without quotation marks."""
    said = story.words or ""
    if story.record is None:
        return words("win-as-told", said=inline(said, most))
    source = inline(reading.source_name(story.record.source), 60)
    return f"{quote(f'“{said}”', most, one_line=True)}\n_{source}_"


def _about(story: WinStory, words: Words) -> str:
    """The problem of an earlier edition that the story stands beside: a matter of time, never of cause."""
    if story.about is None or story.about_week is None:
        return ""
    week = Week.parse(story.about_week).number
    return words("win-about", theme=inline(reading.heading(story.about), 60), week=week)
