"""JSON Lines: one object on each line, nested ones reached by dotted names such as ``author.email``."""

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from bot.errors import SourceError
from bot.sources.base import BadValue
from bot.sources.text_file import TOO_LONG, TextFile, lines_of

_SAMPLE_LINES = 1000
_DEEPEST = 4
_OWN_NAME = ("value", "name")  # ``"rating": 4`` is short for ``"rating": {"value": 4}``, ``"author": "…"`` alike


class JsonTable:
    """A JSON Lines file; its headings are the dotted names found in its first thousand lines."""

    name = "JSON Lines"
    delimiter = None

    def __init__(self, text: TextFile) -> None:
        self._text = text
        names: dict[str, None] = {}
        with text.open() as handle:
            lines = list(islice(lines_of(handle), _SAMPLE_LINES))
        in_a_list = next((line for line in lines if line.strip()), "").lstrip("\ufeff \t").startswith("[")
        for _, record in _records(() if in_a_list else lines, text):
            if isinstance(record, dict):
                names.update(dict.fromkeys(_names(record)))
        if not names:
            raise SourceError(
                f"{str(text.path)!r} is not JSON Lines: each line must be one object {{…}}, without a list around them;"
                " jq -c '.[]' turns a list into such lines"
            )
        doubled = {f"{name}.{own}" for name in names for own in _OWN_NAME}
        self.headings = tuple(name for name in names if name not in doubled)

    def rows(self, columns: Sequence[str], lines: Iterable[str]) -> Iterator[tuple[int, Sequence[object] | BadValue]]:
        """Yield the line of each object in *lines* with its values under *columns* or what is wrong with it."""
        paths = [(column, column.partition(".")[0], column.split(".")) for column in columns]
        for line, record in _records(lines, self._text):
            if isinstance(record, BadValue):
                yield line, record
            else:
                yield (
                    line,
                    [
                        _own(record[name]) if name in record else _own(_at(record, path)) if first in record else None
                        for name, first, path in paths
                    ],
                )


def starts_as_json(text: TextFile) -> bool:
    """Whether the first thing in the file is a JSON object or list."""
    with text.open() as handle:
        start = next((line for line in lines_of(handle) if line.strip()), "")
    return start.lstrip("\ufeff \t")[:1] in ("{", "[")


def _records(lines: Iterable[str], text: TextFile) -> Iterator[tuple[int, dict[str, object] | BadValue]]:
    for number, line in enumerate(lines, start=1):
        if line is TOO_LONG:
            yield number, BadValue("is longer than can be read")
        elif text.is_damaged(line):
            yield number, BadValue(f"has bytes that are not {text.encoding}")
        elif line.strip():
            yield number, _record(line)


def _record(line: str) -> dict[str, object] | BadValue:
    try:
        record = json.loads(line)
    except json.JSONDecodeError as error:
        return BadValue(f"is not JSON: {error.msg.lower()} at character {error.colno}")
    except (RecursionError, ValueError):  # ValueError: a number of more than 4,300 digits
        return BadValue("is nested too deeply or has a number that is too long")
    return record if isinstance(record, dict) else BadValue("is not a JSON object")


def _names(record: dict[str, object], prefix: str = "", depth: int = 1) -> Iterator[str]:
    for key, value in record.items():
        if isinstance(value, dict) and depth < _DEEPEST:
            yield from _names(value, f"{prefix}{key}.", depth + 1)
        elif value is not None:
            yield prefix + key


def _at(record: object, path: list[str]) -> object:
    """What lies at *path*; a plain value on the way stands for an object that has only a value or a name."""
    for place, key in enumerate(path):
        if not isinstance(record, dict):
            return record if path[place:] in ([own] for own in _OWN_NAME) else None
        record = record.get(key)
    return record


def _own(value: object) -> object:
    """An object where a plain value is looked for answers with its value or its name."""
    if isinstance(value, dict):
        return next((value[own] for own in _OWN_NAME if own in value), value)
    return value
