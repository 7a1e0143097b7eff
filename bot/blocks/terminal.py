"""The digest as plain text for a terminal: what Slack would show, in the same words."""

from collections.abc import Iterator
from textwrap import wrap
from typing import Any

from bot.blocks import reading
from bot.blocks.digest import parent, thread
from bot.blocks.mrkdwn import passages
from bot.domain.digest import Digest, Slot
from bot.domain.message import Message
from bot.locale import Words

_UNSEEN = str.maketrans("", "", "\u2060")


def to_text(digest: Digest, words: Words, width: int = 80) -> str:
    """Write parent, thread and the reasons of the picks in lines of at most *width* characters."""
    lines = [*_message(parent(digest, words), width, "=")]
    replies = thread(digest, words)
    lines += ["", f"── {words('page-in-thread', count=len(replies))} ".ljust(width, "─")[:width]]
    for reply in replies:
        lines += ["", *_message(reply, width, "-")]
    lines += _why(digest, words, width)
    return "\n".join(line.rstrip() for line in lines).translate(_UNSEEN) + "\n"


def _message(message: Message, width: int, rule: str) -> Iterator[str]:
    for index, block in enumerate(message.blocks):
        if index and not _belongs(block, message.blocks[index - 1]):
            yield ""
        yield from _block(block, width, rule if index == 0 else "-")


def _belongs(block: dict[str, Any], above: dict[str, Any]) -> bool:
    """Whether *block* stands right under the one *above* it: what a heading heads, where a quote is from."""
    quoted = above["type"] == "section" and str(above["text"]["text"]).startswith(">")
    return bool(above["type"] == "header" or (block["type"] == "context" and quoted))


def _block(block: dict[str, Any], width: int, rule: str) -> Iterator[str]:
    if block["type"] == "divider":
        yield "-" * width
    elif block["type"] == "header":
        heading = wrap(block["text"]["text"], width)
        yield from heading
        yield rule * max(map(len, heading), default=0)
    elif block["type"] == "actions":
        yield " ".join(f"[{button['text']['text']}]" for button in block["elements"])
    else:
        texts = [block["text"]] if "text" in block else [e for e in block.get("elements", []) if "text" in e]
        for text in texts:
            yield from _paragraph(text["text"], width)


def _paragraph(text: str, width: int) -> Iterator[str]:
    for passage in passages(text):
        margin = "  | " if passage.quoted else ""
        for line in passage.text.split("\n"):
            yield from wrap(line, width, initial_indent=margin, subsequent_indent=margin)


def _why(digest: Digest, words: Words, width: int) -> Iterator[str]:
    """The reasons of the lead, of the voice and of the blind draw."""
    lead = reading.lead(digest)
    picks = [(reading.heading(lead.name), lead.reasons)] if lead else []
    for slot in (Slot.VOICE, Slot.BLIND_DRAW):
        quote = reading.quote_for(digest, slot)
        if quote is not None:
            picks.append((words(f"slot-{reading.hyphened(slot)}"), quote.reasons))
    if not any(reasons for _, reasons in picks):
        return
    yield from ("", words("page-why"), "-" * len(words("page-why")))
    for name, reasons in picks:
        sentences = " ".join(reading.reasons(reasons, words))
        yield from wrap(f"{name}: {sentences}", width, subsequent_indent="  ")
