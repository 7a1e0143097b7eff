"""Reading a file page by page, after it was settled what it is."""

import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import cast

from bot.domain.feedback import Feedback, Kind
from bot.sources.base import BadRow, BadValue, Page
from bot.sources.csv_file import CsvTable
from bot.sources.jsonl_file import JsonTable
from bot.sources.record import Reading, Recorder
from bot.sources.text_file import TextFile, lines_of

PAGE_SIZE = 1000

Table = CsvTable | JsonTable


@dataclass(frozen=True, slots=True)
class Preview:
    """What was settled about a file before reading it, to be shown: nothing is guessed silently.

    *columns*: ours → theirs. *scale*: worst to best, or that each record says its own; None without ratings.
    """

    format: str
    encoding: str
    delimiter: str | None
    source: str
    kind: str
    columns: dict[str, str]
    unused: tuple[str, ...]
    preset: str | None
    date_order: str | None
    timezone: str
    scale: str | None
    notes: tuple[str, ...]

    def lines(self) -> list[str]:
        """The same as sentences."""
        parted = f", parted by {self.delimiter}" if self.delimiter else ""
        found = ", ".join(f"{ours} = {theirs}" for ours, theirs in self.columns.items())
        told = [f"{self.format} in {self.encoding}{parted}; source {self.source}, kind {self.kind}"]
        if self.preset:
            told.append(f"Recognised as an export of {self.preset}")
        told.append(f"Columns: {found}")
        if self.unused:
            told.append(f"Not used: {', '.join(self.unused)}")
        order = {"dmy": ", day before month", "mdy": ", month before day"}.get(self.date_order or "", "")
        told.append(f"Times without a zone are read in {self.timezone}{order}")
        if self.scale:
            told.append(f"Ratings: {self.scale}")
        return told + [note[:1].upper() + note[1:] for note in self.notes]


class FileReader:
    """A file that has been looked at and can be read, as often as wanted, in constant memory.

    (Ratings without words and without an id are the exception: their hashes are remembered, to count them all.)
    """

    def __init__(
        self, text: TextFile, table: Table, fields: Mapping[str, str], reading: Reading, preview: Preview
    ) -> None:
        self.preview = preview
        self.replaced = 0
        self._text = text
        self._table = table
        self._fields = dict(fields)
        self._reading = reading
        self._handle: io.TextIOWrapper | None = None
        self._read = 0

    @property
    def name(self) -> str:
        """The source's name."""
        return self._reading.source

    @property
    def bytes_total(self) -> int:
        """The size of the file."""
        return self._text.size

    @property
    def bytes_read(self) -> int:
        """How far into the file the pages have come."""
        return _position(self._handle) if self._handle else self._read

    def pages(self, cursor: str | None = None, size: int = PAGE_SIZE) -> Iterator[Page]:
        """Yield the file in pages of *size* rows; *cursor*, of an earlier page, is the line to go on after.

        Where an id comes twice within a page, the later row or the newer version stays, and ``replaced`` counts the
        other; where it comes again on another page, the store decides in the same way.
        """
        done = int(cursor) if cursor else 0
        self.replaced = 0
        recorder = Recorder(list(self._fields), list(self._fields.values()), self._reading)
        with self._text.open() as handle:
            self._handle = handle
            try:
                rows = self._table.rows(list(self._fields.values()), lines_of(handle))
                fresh = (row for row in rows if row[0] > done)
                while batch := list(islice(fresh, size)):
                    yield self._page(batch, recorder)
            finally:
                self._read = _position(handle)
                self._handle = None

    def _page(self, rows: Sequence[tuple[int, Sequence[object] | BadValue]], recorder: Recorder) -> Page:
        items: dict[tuple[Kind, str], Feedback] = {}
        bad: list[BadRow] = []
        for line, row in rows:
            try:
                if isinstance(row, BadValue):
                    raise row
                item = recorder.to_feedback(row)
            except BadValue as error:
                bad.append(BadRow(line, str(error)))
                continue
            key = (item.kind, item.external_id)
            earlier = items.pop(key, None)
            self.replaced += earlier is not None
            items[key] = _newer(earlier, item)
        return Page(tuple(items.values()), tuple(bad), str(rows[-1][0]))


def _newer(earlier: Feedback | None, later: Feedback) -> Feedback:
    """The later row, unless both say when they were last changed and the earlier was changed last."""
    if earlier is not None and earlier.updated_at and later.updated_at and earlier.updated_at > later.updated_at:
        return earlier
    return later


def _position(handle: io.TextIOWrapper) -> int:
    """Bytes taken from the file; the text layer itself cannot tell while it is being read."""
    return cast("io.BufferedReader", handle.buffer).tell()
