"""Feedback from a file: `open_file` settles what it is, without guessing, before anything is read."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, tzinfo
from itertools import islice
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.domain.feedback import Kind
from bot.errors import SourceError
from bot.sources.base import BadValue
from bot.sources.columns import Columns, choose_columns, parse_map
from bot.sources.csv_file import DELIMITERS, CsvTable
from bot.sources.dates import DATES, DayOrder, day_order
from bot.sources.headings import ALL_KNOWN, FIELDS, NPS, UMLAUTS, is_utc, normal
from bot.sources.jsonl_file import JsonTable, starts_as_json
from bot.sources.reader import FileReader, Preview, Table
from bot.sources.record import Reading
from bot.sources.text_file import TextFile, lines_of, open_text
from bot.sources.values import Scale, parse_scale, rate

_SAMPLE_ROWS = 1000
_SAMPLE_CHARACTERS = 200
_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}")
_ORDERS: dict[str, DayOrder] = {"dmy": "dmy", "mdy": "mdy"}
_OWN_SCALE = "each record's own scale"


@dataclass(frozen=True, slots=True)
class FileOptions:
    """What the person importing says about the file. *timezone*: for times without one; all else may be left open.

    *mapping* is ``ours=theirs,…``, *scale* ``1-5`` from worst to best, *date_order* ``dmy`` or ``mdy``.
    """

    timezone: str = "UTC"
    mapping: str = ""
    scale: str | None = None
    source: str | None = None
    kind: str | None = None
    date_order: str | None = None
    encoding: str | None = None


def open_file(path: Path, options: FileOptions | None = None) -> FileReader:
    """Look at the file, settle encoding, columns, dates and scale, and return its reader; SourceError says why not."""
    options = options or FileOptions()
    zone = _zone(options.timezone)
    source = _source(path, options.source)
    wanted = parse_map(options.mapping)
    if options.kind is not None:
        wanted.setdefault("kind", "")  # what the person says goes before what the records say
    text = open_text(path, options.encoding)
    table = _table(text, wanted)
    sample = _sample(text, table)
    columns = choose_columns(table.headings, sample, wanted)
    scale, told = _scale(columns, sample, options.scale)
    reading = Reading(
        source=source,
        kind=_kind(columns, options.kind),
        zone=zone,
        zones={ours: UTC for ours in DATES if is_utc(columns.fields.get(ours, ""))},
        order=_order(text, table, columns, options.date_order),
        scale=scale,
        spaced_tags=columns.preset is not None and columns.preset.spaced_tags,
    )
    preview = Preview(
        format=table.name,
        encoding=text.encoding,
        delimiter=DELIMITERS[table.delimiter] if table.delimiter else None,
        source=source,
        kind=reading.kind.value,
        columns=columns.fields,
        unused=columns.unused,
        preset=columns.preset.name if columns.preset else None,
        date_order=reading.order,
        timezone=options.timezone,
        scale=told,
        notes=(*columns.notes, *_notes(columns, sample, options, reading)),
    )
    return FileReader(text, table, _late(table, wanted) | columns.fields, reading, preview)


def to_source_name(stem: str) -> str:
    """The source name made of a file's name: ``Hotel Bewertungen (März)`` is ``hotel-bewertungen-maerz``."""
    spelt = stem.lower().translate(UMLAUTS)
    bare = unicodedata.normalize("NFKD", spelt).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9_]+", "-", bare).strip("-_")[:40].rstrip("-_") or "file"


def _source(path: Path, name: str | None) -> str:
    if name is None:
        return to_source_name(unicodedata.normalize("NFC", path.stem))
    if not _NAME.fullmatch(name):
        raise SourceError(f"--source {name!r} is no name for a source; use a-z, 0-9, - and _, at most 40 of them")
    return name


def _zone(name: str) -> tzinfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise SourceError(f"--timezone {name!r} is not known; use a name such as Europe/Berlin") from None


def _table(text: TextFile, wanted: Mapping[str, str]) -> Table:
    if starts_as_json(text):
        return JsonTable(text)
    theirs = {normal(heading) for heading in wanted.values()} | ALL_KNOWN
    return CsvTable(text, lambda heading: normal(heading) in theirs)


def _sample(text: TextFile, table: Table) -> dict[str, list[object]]:
    """The beginnings of the first thousand rows' cells, by heading."""
    with text.open() as handle:
        rows = [
            [cell[:_SAMPLE_CHARACTERS] if isinstance(cell, str) else cell for cell in row]
            for _, row in islice(table.rows(table.headings, lines_of(handle)), _SAMPLE_ROWS)
            if not isinstance(row, BadValue)
        ]
    if not rows:
        raise SourceError(f"{str(text.path)!r} has a header line but no row that can be read below it")
    return {heading: [row[place] for row in rows] for place, heading in enumerate(table.headings)}


def _late(table: Table, wanted: Mapping[str, str]) -> dict[str, str]:
    """In JSON a field may turn up after the sample; then it is taken if it has our own name."""
    if isinstance(table, CsvTable):
        return {}
    return {ours: ours for ours in FIELDS if ours not in table.headings and ours not in wanted}


def _kind(columns: Columns, kind: str | None) -> Kind:
    """One for the whole file, so that a rating that comes later does not make another record of the same one."""
    if kind is not None:
        if kind not in set(Kind):
            raise SourceError(f"--kind {kind!r} is none of {', '.join(Kind)}")
        return Kind(kind)
    if columns.preset is not None:
        return columns.preset.kind
    return Kind.REVIEW if "rating" in columns.fields else Kind.CONVERSATION


def _scale(
    columns: Columns, sample: Mapping[str, Sequence[object]], text: str | None
) -> tuple[Scale | None, str | None]:
    """The scale that was given or that tool and heading define; without one each record must bring its own."""
    scale = parse_scale(text) if text is not None else None
    heading = columns.fields.get("rating")
    if heading is None:
        return scale, None
    if scale is None and columns.preset is not None and columns.preset.scale is not None:
        scale = parse_scale(columns.preset.scale)
    if scale is None and normal(heading) in NPS:
        scale = parse_scale("0-10")
    if scale is not None:
        return scale, f"{scale}, from worst to best"
    nothing = [None] * len(sample[heading])
    lows, highs = (sample.get(columns.fields.get(end, ""), nothing) for end in ("rating.min", "rating.max"))
    told = set(map(_tells_scale, sample[heading], lows, highs))
    if False in told and True not in told:
        raise SourceError(
            f"The ratings under {heading!r} do not say on what scale they are; give it from worst to best, for example"
            " --scale 1-5, or leave the column out with --map rating="
        )
    return None, _OWN_SCALE


def _tells_scale(value: object, low: object, high: object) -> bool | None:
    """Whether a record says its rating's scale; None where there is no rating."""
    try:
        scored = rate(value)
    except BadValue:
        return None
    if scored is None:
        return None
    return scored[1] is not None or not (low in (None, "") or high in (None, ""))


def _order(text: TextFile, table: Table, columns: Columns, told: str | None) -> DayOrder | None:
    """Day or month first in ``01/02/2024``: as told, else as some value of the file proves, else SourceError."""
    if told is not None:
        if told not in _ORDERS:
            raise SourceError(f"--date-order {told!r} is neither dmy nor mdy")
        return _ORDERS[told]
    fields = [ours for ours in DATES if ours in columns.fields]
    doubtful: str | None = None
    with text.open() as handle:
        rows = table.rows([columns.fields[ours] for ours in fields], lines_of(handle))
        for count, (_, row) in enumerate(rows):
            if count >= _SAMPLE_ROWS and doubtful is None:
                break
            for ours, value in zip(fields, () if isinstance(row, BadValue) else row, strict=False):
                order = day_order(value)
                if order == "unknown":
                    doubtful = doubtful or columns.fields[ours]
                elif order is not None:
                    return order
    if doubtful is None:
        return None
    raise SourceError(
        f"The dates under {doubtful!r} may be day first or month first, and none of them tells; say which with"
        " --date-order dmy or --date-order mdy"
    )


def _notes(
    columns: Columns, sample: Mapping[str, Sequence[object]], options: FileOptions, reading: Reading
) -> Iterator[str]:
    fields = columns.fields
    if "external_id" not in fields:
        yield "no column has the records' own ids; they are made from date, author and text"
    else:
        ids = [value for value in map(str, sample[fields["external_id"]]) if value]
        if twice := len(ids) - len(set(ids)):
            yield (
                f"{twice} of the first {len(ids)} rows have an id under {fields['external_id']!r} that came before, and"
                " replace that row; if every row is a message of its own, map the column to conversation_id instead"
            )
    if options.scale is not None and "rating" not in fields:
        yield "--scale is not used: there is no rating column"
    if normal(fields.get("rating", "")) in {"note", "gesamtnote"} and reading.scale and not reading.scale.falling:
        yield "a high number counts as good; for German grades, where 1 is best, give --scale 6-1"
    for ours in reading.zones:
        yield f"the heading {fields[ours]!r} says that its times are UTC"
