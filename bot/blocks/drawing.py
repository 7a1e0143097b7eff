"""The few shapes of block that messages are drawn with."""

from collections.abc import Iterable, Mapping
from typing import Any

from slack_sdk.models.blocks import Block, ContextBlock, HeaderBlock, MarkdownTextObject, PlainTextObject, SectionBlock

from bot.blocks.text import plain


def section(text: str) -> SectionBlock:
    """A section of mrkdwn in which Slack links nothing by itself."""
    return SectionBlock(text=MarkdownTextObject(text=text, verbatim=True))


def context(text: str) -> ContextBlock:
    """A small grey line of mrkdwn in which Slack links nothing by itself."""
    return ContextBlock(elements=[MarkdownTextObject(text=text, verbatim=True)])


def header(text: str) -> HeaderBlock:
    """A heading, which screen readers announce as one."""
    return HeaderBlock(text=PlainTextObject(text=plain(text), emoji=False))


def as_json(blocks: Iterable[Block]) -> tuple[dict[str, Any], ...]:
    """The blocks as Slack is sent them."""
    return tuple(block.to_dict() for block in blocks)


def texts_of(blocks: Iterable[Block]) -> list[str]:
    """Every text of headers, sections, contexts and buttons, as it is sent."""
    return [text for drawn in as_json(blocks) for text in texts_in(drawn)]


def texts_in(drawn: Mapping[str, Any]) -> list[str]:
    """Every text of one block that readers see, its buttons' among them."""
    parts = [drawn.get("text"), *drawn.get("elements", []), drawn.get("accessory")]
    texts = [part["text"] for part in parts if part and "text" in part]
    return [text if isinstance(text, str) else text["text"] for text in texts]
