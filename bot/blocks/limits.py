"""Judge messages and views by Slack's limits before they are sent; the SDK's classes check about half of them.

Works on plain dicts, so on whatever is really sent. An error names the path, the limit and what was found there, and
never the text itself.
"""

from collections.abc import Iterator, Mapping, Sequence
from json import dumps
from typing import Any

from bot.blocks import shapes
from bot.blocks.rule import Chars, Free, Items, Number, One, Rule, Text
from bot.domain.message import Message
from bot.errors import LimitError


def check(message: Message) -> None:
    """Raise LimitError for the first thing in *message* that Slack would refuse or cut."""
    _between("text", len(message.text.strip()), 1, shapes.MOST_TEXT, "characters")
    if message.blocks:
        _check_blocks(message.blocks, "message")
    _between("blocks", sum(len(t) for t in _texts(message.blocks)), 0, shapes.MOST_CHARACTERS, "characters in all")
    markdown = [block["text"] for block in message.blocks if block["type"] == "markdown"]
    _between("blocks", sum(map(len, markdown)), 0, shapes.MOST_MARKDOWN, "characters of markdown")
    tables = [block for block in message.blocks if block["type"] in shapes.ONCE]
    _between("blocks", len(tables), 0, 1, "tables")
    _between("blocks", sum(len(t) for t in _texts(tables)), 0, shapes.MOST_TABLE, "characters in tables")
    charts = [block for block in message.blocks if block["type"] == "data_visualization"]
    _between("blocks", len(charts), 0, shapes.MOST_CHARTS, "charts")


def check_view(view: Mapping[str, Any]) -> None:
    """Raise LimitError for the first thing in *view*, a modal or a Home tab, that Slack would refuse."""
    surface = view.get("type", "")
    if surface not in {"modal", "home"}:
        raise LimitError("view.type", "is 'modal' or 'home'", repr(surface))
    _check_fields(view, shapes.VIEW, "view")
    blocks = view["blocks"]
    if surface == "home" and (extra := {"title", "submit", "close"} & set(view)):
        raise LimitError("view", "a Home tab has no title, submit or close", ", ".join(sorted(extra)))
    if surface == "modal" and "title" not in view:
        raise LimitError("view.title", "a modal needs a title", "none")
    if surface == "modal" and "submit" not in view and any(block.get("type") == "input" for block in blocks):
        raise LimitError("view.submit", "a modal with an input needs a submit button", "none")
    _check_blocks(blocks, surface)
    _between("view", len(dumps(view, ensure_ascii=False).encode()), 0, shapes.MOST_VIEW_BYTES, "bytes")


def _check_blocks(blocks: Sequence[Mapping[str, Any]], surface: str) -> None:
    _between("blocks", len(blocks), 1, shapes.MOST_BLOCKS[surface], "blocks")
    seen: set[str] = set()
    for index, block in enumerate(blocks):
        path = f"blocks[{index}]"
        _check_block(block, path, surface)
        name = block.get("block_id")
        if name is not None and name in seen:
            raise LimitError(f"{path}.block_id", "is unique in its message or view", "the same as an earlier one")
        seen.add(name or "")


def _check_block(block: Mapping[str, Any], path: str, surface: str) -> None:
    kind = block.get("type", "")
    allowed = shapes.SURFACES[surface]
    if kind not in shapes.BLOCKS:
        raise LimitError(f"{path}.type", "is a block that Slack knows", repr(kind))
    if not allowed.get(kind, not any(allowed.values())):
        raise LimitError(f"{path}.type", f"is a block that a {surface} can show", repr(kind))
    _check_fields(block, shapes.BLOCKS[kind], path)
    _check_together(block, path)
    if kind == "container":
        for index, child in enumerate(block["child_blocks"]):
            _check_block(child, f"{path}.child_blocks[{index}]", surface)
    for place, element in _elements(block):
        _check_element(element, f"{path}.{place}", shapes.ALLOWED_IN.get(kind))
    actions = [element["action_id"] for _, element in _elements(block) if "action_id" in element]
    if len(actions) != len(set(actions)):
        raise LimitError(f"{path}.elements", "have unique action_ids", "the same one twice")


def _check_together(block: Mapping[str, Any], path: str) -> None:
    """The rules that need more than one field."""
    kind = block["type"]
    if kind == "section" and not ("text" in block or "fields" in block):
        raise LimitError(path, "a section needs text or fields", "neither")
    if kind == "image":
        _check_image(block, path)
    if kind in shapes.ONCE:
        for index, row in enumerate(block["rows"]):
            _between(f"{path}.rows[{index}]", len(row), 1, 20, "cells")
    if kind == "data_visualization":
        _check_chart(block["chart"], f"{path}.chart")


def _check_image(image: Mapping[str, Any], path: str) -> None:
    if ("image_url" in image) == ("slack_file" in image):
        found = "both" if "image_url" in image else "neither"
        raise LimitError(path, "an image has either image_url or slack_file", found)


def _check_chart(chart: Mapping[str, Any], path: str) -> None:
    """Limits of charts (2026-06): pie 1-6 segments; line, bar, area 1-6 series of at most 20 points each."""
    if chart.get("type") == "pie":
        _between(f"{path}.segments", len(chart.get("segments", ())), 1, 6, "segments")
        return
    series = chart.get("series", ())
    _between(f"{path}.series", len(series), 1, 6, "series")
    for index, one in enumerate(series):
        _between(f"{path}.series[{index}].name", len(one.get("name", "")), 1, 20, "characters")
        _between(f"{path}.series[{index}].data", len(one.get("data", ())), 1, 20, "points")


def _elements(block: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    if block["type"] == "rich_text":
        return
    for place in ("elements", "actions"):
        yield from ((f"{place}[{index}]", element) for index, element in enumerate(block.get(place, ())))
    yield from ((place, block[place]) for place in ("accessory", "element") if place in block)


def _check_element(element: Mapping[str, Any], path: str, allowed: set[str] | None) -> None:
    kind = element.get("type", "")
    shape = shapes.ELEMENTS.get(kind) or shapes.BLOCKS.get(kind)
    if shape is None or (allowed is not None and kind not in allowed):
        raise LimitError(f"{path}.type", "is an element that may stand there", repr(kind))
    _check_fields(element, shape, path)
    if kind == "image":
        _check_image(element, path)
    if kind.endswith("static_select") and ("options" in element) == ("option_groups" in element):
        found = "both" if "options" in element else "neither"
        raise LimitError(path, "a select has either options or option_groups", found)


def _check_fields(thing: Mapping[str, Any], shape: Mapping[str, Rule], path: str) -> None:
    for name in thing:
        if shape and name not in shape:
            raise LimitError(f"{path}.{name}", "is a field that Slack knows", "an unknown one")
    for name, rule in shape.items():
        if name in thing:
            _check_rule(thing[name], rule, f"{path}.{name}")
        elif getattr(rule, "needed", False):
            raise LimitError(f"{path}.{name}", "is needed", "none")


def _check_rule(value: Any, rule: Rule, path: str) -> None:
    match rule:
        case Text():
            _check_text(value, rule, path)
        case Chars():
            _between(path, len(_typed(value, str, path)), rule.least, rule.most, "characters")
            if rule.among and value not in rule.among:
                raise LimitError(path, f"is one of {', '.join(rule.among)}", repr(value))
        case Number():
            _between(path, _typed(value, int, path), rule.least, rule.most, "as its number")
        case Items():
            _between(path, len(_typed(value, Sequence, path)), rule.least, rule.most, "entries")
            for index, item in enumerate(value if rule.of in {"option", "option_group", "field", "column"} else ()):
                _check_fields(item, shapes.OBJECTS[rule.of], f"{path}[{index}]")
        case One() if rule.of != "*":
            _check_fields(value, shapes.OBJECTS[rule.of], path)
        case One() | Free():
            pass


def _check_text(value: Any, rule: Text, path: str) -> None:
    kind = _typed(value, Mapping, path).get("type")
    if kind not in {"plain_text", "mrkdwn"} or (rule.plain and kind == "mrkdwn"):
        raise LimitError(f"{path}.type", f"is plain_text{'' if rule.plain else ' or mrkdwn'}", repr(kind))
    _check_fields({**value, "text": ""}, {**shapes.ELEMENTS[kind], "text": Free()}, path)
    _between(path, len(_typed(value.get("text"), str, path)), rule.least, rule.most, "characters")


def _typed(value: Any, kind: type, path: str) -> Any:
    if not isinstance(value, kind) or isinstance(value, bool) or (kind is Sequence and isinstance(value, str)):
        raise LimitError(path, f"is {_KINDS[kind]}", type(value).__name__)
    return value


_KINDS: dict[type, str] = {str: "a string", int: "a whole number", Sequence: "a list", Mapping: "an object"}


def _between(path: str, found: int, least: int, most: int, what: str) -> None:
    if not least <= found <= most:
        limit = f"{least:,} to {most:,} {what}" if least else f"at most {most:,} {what}"
        raise LimitError(path, f"takes {limit}", f"{found:,}")


def _texts(thing: Any) -> Iterator[str]:
    """Every string that a reader sees somewhere in *thing*."""
    if isinstance(thing, Mapping):
        for name, value in thing.items():
            if name in {"text", "title", "alt_text", "caption"} and isinstance(value, str):
                yield value
            else:
                yield from _texts(value)
    elif isinstance(thing, list | tuple):
        for item in thing:
            yield from _texts(item)
