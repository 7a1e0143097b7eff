"""Where a customer's words stand in a digest's messages: each in a block with a name, so that they can be taken out."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from slack_sdk.models.blocks import SectionBlock

from bot.blocks import ids
from bot.blocks.quote_actions import actions
from bot.blocks.text import quote
from bot.domain.digest import Digest, Quote
from bot.domain.hidden import Place
from bot.domain.message import Message
from bot.locale import Words

LONGEST_VOICE = 480
"""Characters of a quote in the parent; 45 words of most languages are far shorter."""


def spoken(said: Quote, words: Words, longest: int, *, one_line: bool = False) -> str:
    """The words of *said* as a mrkdwn quote, or the line that takes their place where they were taken out."""
    return gone(words) if said.hidden else quote(said.text, longest, one_line=one_line)


def gone(words: Words) -> str:
    """What stands where a quote was taken out."""
    return quote(words("hide-gone"), 300, one_line=True)


def named(block: SectionBlock, digest: Digest, said: Quote, words: Words) -> SectionBlock:
    """*block*, by whose name the quote *said* is found again, with the menu of what can be done with it."""
    block.block_id = name(digest, said)
    if not said.hidden:
        block.accessory = actions(digest, said, words)
    return block


def name(digest: Digest, said: Quote) -> str:
    """What the block of *said* is called in the messages of *digest*."""
    return f"{ids.QUOTE_BLOCK}:{place(digest, said)}"


def place(digest: Digest, said: Quote) -> Place:
    """Which quote of *digest* it is."""
    return Place(digest.edition, digest.week, digest.quotes.index(said))


def without_menus(message: Message) -> Message:
    """*message* for one person before it is posted: there is nothing to be taken out yet."""
    blocks = ({key: value for key, value in block.items() if key != "accessory"} for block in message.blocks)
    return Message(text=message.text, blocks=tuple(blocks))


def quotes_in(blocks: Sequence[Mapping[str, Any]]) -> list[tuple[str, str]]:
    """The place and the words of each quote that stands in *blocks*, as plain text, but not what was taken out."""
    found = []
    for block in blocks:
        block_id = str(block.get("block_id", ""))
        if block_id.startswith(f"{ids.QUOTE_BLOCK}:") and "accessory" in block:
            lines = quoted_lines(str(block["text"]["text"]))
            found.append((block_id.removeprefix(f"{ids.QUOTE_BLOCK}:"), _plain(lines)))
    return found


def quoted_lines(text: str) -> str:
    """The lines of *text* that are quoted."""
    match = _QUOTED.search(text)
    return match[0] if match else ""


def with_quoted(text: str, lines: str) -> str:
    """*text* with *lines* in place of those that are quoted in it."""
    return _QUOTED.sub(lambda _: lines, text, count=1)


_QUOTED = re.compile(r"^&gt; .*(?:\n&gt; .*)*|^> .*(?:\n> .*)*", re.MULTILINE)
"""Slack hands a quote's mark back escaped."""


def _plain(lines: str) -> str:
    text = re.sub(r"^(?:&gt;|>) ", "", lines, flags=re.MULTILINE)
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
