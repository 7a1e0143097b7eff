"""A digest's message corrected: a quote taken out or put back, a line in the footer, and everything else as it was."""

from typing import Any

from bot.blocks import ids
from bot.blocks.digest import parent, thread
from bot.blocks.quote_slot import gone, name, quoted_lines, with_quoted
from bot.blocks.slots import corrected_line
from bot.domain.digest import Digest, Quote
from bot.domain.message import Message
from bot.locale import Words

Block = dict[str, Any]


def corrected(message: Message, digest: Digest, words: Words) -> Message:
    """Return a *message* of *digest* with its quotes and its footer as they are by now, and the rest as posted."""
    said = {name(digest, quote): quote for quote in digest.quotes}

    def to_now(block: Block) -> Block:
        if block.get("block_id") == ids.FOOTER:
            return _footed(block, digest, words)
        found = said.get(str(block.get("block_id", "")))
        return block if found is None else _quoting(block, found, digest, words)

    return Message(text=message.text, blocks=tuple(to_now(block) for block in message.blocks))


def _quoting(block: Block, said: Quote, digest: Digest, words: Words) -> Block:
    """*block* with the words of *said*, or with the line in their place; what stands as it should is left alone."""
    text = str(block["text"]["text"])
    if said.hidden:
        kept = {key: value for key, value in block.items() if key != "accessory"}
        return {**kept, "text": {**block["text"], "text": with_quoted(text, gone(words))}}
    if _shows(text, said):
        return block
    posted = _drawn(digest, words)[block["block_id"]]
    lines = quoted_lines(str(posted["text"]["text"]))
    accessory = {"accessory": posted["accessory"]} if "accessory" in posted else {}
    return {**block, "text": {**block["text"], "text": with_quoted(text, lines)}, **accessory}


def _footed(block: Block, digest: Digest, words: Words) -> Block:
    """The footer, which says last that something was corrected."""
    first = block["elements"][0]
    line = corrected_line(digest, words)
    return {**block, "elements": [first, *([{**first, "text": line}] if line else [])]}


def _drawn(digest: Digest, words: Words) -> dict[str, Block]:
    """Every block of *digest* that has a name, as it would be drawn now."""
    found: dict[str, Block] = {}
    for message in (parent(digest, words), *thread(digest, words)):
        for block in message.blocks:
            if "block_id" in block:
                found[block["block_id"]] = block
    return found


def _shows(text: str, said: Quote) -> bool:
    """Whether the quoted lines of *text* are the words of *said*, or their beginning."""
    shown = _letters(quoted_lines(text))
    return bool(shown) and _letters(said.text).startswith(shown)


def _letters(text: str) -> str:
    return "".join(character for character in text if character.isalnum())
