"""App Home: what concerns somebody here, section by section."""

from collections.abc import Sequence
from dataclasses import dataclass
from json import dumps

from slack_sdk.models.blocks import ActionsBlock, Block, DividerBlock
from slack_sdk.models.views import View

from bot.blocks.drawing import context, header, section
from bot.blocks.forms import Form
from bot.blocks.limits import check_view
from bot.locale import Words

MOST_BLOCKS = 100
"""Slack's limit for a Home tab."""

_MOST_BYTES = 200_000
"""Of all blocks together: Slack refuses a view of more than 250 kB."""


@dataclass(frozen=True, slots=True)
class Section:
    """Something that concerns one person: a *title*, already in their words, and what is said below it."""

    title: str
    blocks: Sequence[Block]


def home(sections: Sequence[Section], words: Words) -> Form:
    """Draw *sections*; where not all of them find room the longest are cut, and what is left out is said to be."""
    drawn: list[Block] = [section(words("home-hello"))]
    parts: list[list[Block]] = [[DividerBlock(), header(part.title), *part.blocks] for part in sections]
    most = _share([len(part) for part in parts], MOST_BLOCKS - len(drawn) - 1)
    for part in parts:
        wanted = part if len(part) <= most else [*_begun(part[: most - 1]), context(words("home-more"))]
        fitting = _that_fit(drawn, wanted)
        drawn += fitting
        if len(fitting) < len(wanted):
            drawn.append(context(words("home-more")))
            break
    view = View(type="home", blocks=drawn).to_dict()
    check_view(view)
    return dict(view)


def _share(lengths: Sequence[int], room: int) -> int:
    """Return how many blocks each part may have so that all of them find *room*: who has less leaves it to others."""
    return next((most for most in range(room, 3, -1) if sum(min(length, most) for length in lengths) <= room), 3)


def _begun(part: Sequence[Block]) -> Sequence[Block]:
    """Return *part* without what stands last in it without its buttons, where it has any."""
    rows = [place for place, block in enumerate(part) if isinstance(block, ActionsBlock)]
    return part[: rows[-1] + 1] if rows else part


def _that_fit(drawn: Sequence[Block], wanted: Sequence[Block]) -> list[Block]:
    """The first of *wanted* for which there is room below what is *drawn*, and below them for one line more."""
    room, size = MOST_BLOCKS - 1 - len(drawn), _bytes(drawn)
    kept: list[Block] = []
    for block in wanted[: max(0, room)]:
        size += _bytes([block])
        if size > _MOST_BYTES:
            break
        kept.append(block)
    return kept


def _bytes(blocks: Sequence[Block]) -> int:
    return sum(len(dumps(block.to_dict(), ensure_ascii=False).encode()) for block in blocks)
