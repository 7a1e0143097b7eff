"""App Home: what concerns somebody here, section by section."""

from collections.abc import Sequence
from dataclasses import dataclass

from slack_sdk.models.blocks import Block, DividerBlock
from slack_sdk.models.views import View

from bot.blocks.drawing import context, header, section
from bot.blocks.forms import Form
from bot.blocks.limits import check_view
from bot.locale import Words

MOST_BLOCKS = 100
"""Slack's limit for a Home tab."""


@dataclass(frozen=True, slots=True)
class Section:
    """Something that concerns one person: a *title*, already in their words, and what is said below it."""

    title: str
    blocks: Sequence[Block]


def home(sections: Sequence[Section], words: Words) -> Form:
    """Draw *sections*, the first ones whole; what finds no room is said to be left out."""
    drawn: list[Block] = [section(words("home-hello"))]
    for part in sections:
        wanted: list[Block] = [DividerBlock(), header(part.title), *part.blocks]
        room = MOST_BLOCKS - 1 - len(drawn)
        if len(wanted) <= room:
            drawn += wanted
            continue
        drawn += [*wanted[: max(0, room)], context(words("home-more"))]
        break
    view = View(type="home", blocks=drawn).to_dict()
    check_view(view)
    return dict(view)
