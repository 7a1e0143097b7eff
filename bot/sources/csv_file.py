"""CSV as tools really write it: any delimiter, quoted newlines, broken quotes that cost one row and no more."""

import csv
import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from operator import itemgetter

from bot.errors import SourceError
from bot.sources.base import BadValue
from bot.sources.text_file import LONGEST_LINE, TOO_LONG, TextFile, lines_of

DELIMITERS = {";": "semicolon", ",": "comma", "\t": "tab", "|": "bar"}

_SAMPLE_LINES = 200
_SEP_LINE = re.compile(r'"?sep=(.)"?\s*', re.IGNORECASE)  # Excel's own first line
_UNCLOSED = "opens a quotation mark that is not closed properly"
_OVERLONG = f"is longer than {LONGEST_LINE:,} characters"


class CsvTable:
    """A CSV file with headings; the delimiter is the one under which the header line makes the most sense."""

    name = "CSV"

    def __init__(self, text: TextFile, known: Callable[[str], bool]) -> None:
        self._text = text
        with text.open() as handle:
            lines = list(islice(lines_of(handle), _SAMPLE_LINES))
        self.delimiter = _delimiter(lines, known)
        header = next((row for _, row in _content(iter(lines), self.delimiter) if not isinstance(row, BadValue)), None)
        if header is None:
            raise SourceError(f"{str(text.path)!r} has no header line; its first line must name the columns")
        self._header = header
        self.headings = _distinct(header)

    def rows(self, columns: Sequence[str], lines: Iterable[str]) -> Iterator[tuple[int, Sequence[object] | BadValue]]:
        """Yield the line on which each row of *lines* starts, with its cells under *columns* or what is wrong."""
        width = len(self.headings)
        places = [self.headings.index(column) for column in columns]
        pick = itemgetter(*places) if len(places) > 1 else lambda row: tuple(row[place] for place in places)
        for line, row in _content(iter(lines), self.delimiter):
            if isinstance(row, BadValue):
                yield line, row
                continue
            if len(row) != width:
                if any(cell.strip() for cell in row[width:]):
                    yield line, BadValue(f"has {len(row)} cells, but the header line has {width}")
                    continue
                row = (row + [""] * width)[:width]  # noqa: PLW2901 - Excel leaves trailing empty cells out
            if row == self._header:
                continue
            if self._text.damaged and any(self._text.is_damaged(cell) for cell in row):
                yield line, BadValue(f"has bytes that are not {self._text.encoding}")
                continue
            yield line, pick(row)


class _Record:
    """Feeds lines to the csv module, remembers those of the record being read, and can give them again."""

    def __init__(self, lines: Iterator[str]) -> None:
        self._lines = lines
        self._again: deque[str] = deque()
        self.number = 0
        self.first = 1
        self.lines: list[str] = []

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._again.popleft() if self._again else next(self._lines)
        self.number += 1
        self.lines.append(line)
        if line is TOO_LONG:
            raise csv.Error(_OVERLONG)
        return line

    def begin(self) -> None:
        self.first = self.number + 1
        self.lines.clear()

    def give_back(self) -> None:
        """Have all lines of this record but the first read again."""
        self._again.extendleft(reversed(self.lines[1:]))
        self.number = self.first


def read_rows(lines: Iterator[str], delimiter: str) -> Iterator[tuple[int, list[str] | BadValue]]:
    """Yield every record with the physical line it starts on; a record with broken quotes loses its first line only."""
    csv.field_size_limit(max(csv.field_size_limit(), LONGEST_LINE))
    record = _Record(lines)
    reader = csv.reader(record, delimiter=delimiter, strict=True)
    while True:
        record.begin()
        try:
            row: list[str] | BadValue = next(reader)
        except StopIteration:
            return
        except csv.Error:
            row = _unstrict(record.lines, delimiter)
            if isinstance(row, BadValue):
                record.give_back()
        yield record.first, row


def _unstrict(lines: list[str], delimiter: str) -> list[str] | BadValue:
    """A line of its own may have quotation marks that were never doubled: ``"Great" hotel``."""
    if lines[0] is TOO_LONG:
        return BadValue(_OVERLONG)
    if len(lines) > 1:
        return BadValue(_UNCLOSED)
    try:
        return next(csv.reader(lines, delimiter=delimiter))
    except csv.Error:
        return BadValue(_OVERLONG)


def _content(lines: Iterator[str], delimiter: str) -> Iterator[tuple[int, list[str] | BadValue]]:
    """The records without empty ones and without Excel's ``sep=;``."""
    for line, row in read_rows(lines, delimiter):
        if isinstance(row, list) and (not any(row) or (line == 1 and _SEP_LINE.fullmatch(delimiter.join(row)))):
            continue
        yield line, row


def _delimiter(lines: list[str], known: Callable[[str], bool]) -> str:
    named = _SEP_LINE.fullmatch(lines[0])
    if named is not None and named[1] in DELIMITERS:
        return named[1]

    def sense(delimiter: str) -> tuple[int, bool, int, int]:
        rows = [row for _, row in _content(iter(lines), delimiter) if isinstance(row, list)] or [[]]
        header = rows[0]
        alike = sum(len(row) == len(header) for row in rows)
        return sum(known(heading) for heading in header), len(header) > 1, alike, len(header)

    return max(DELIMITERS, key=sense)


def _distinct(header: list[str]) -> tuple[str, ...]:
    """The headings, each its own: empty ones are numbered by place, repeated ones counted."""
    seen: dict[str, int] = {}
    names = []
    for place, heading in enumerate(header, start=1):
        name = " ".join(heading.strip("\ufeff \t").split()) or f"column {place}"
        seen[name] = seen.get(name, 0) + 1
        names.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return tuple(names)
