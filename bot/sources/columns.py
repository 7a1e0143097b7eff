"""Which column of a file is which field of ours: told by ``--map``, else recognised by heading and content."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC

from bot.domain.feedback import Kind
from bot.errors import SourceError
from bot.sources.base import BadValue
from bot.sources.dates import DATES, day_order, read_moment
from bot.sources.headings import AMBIGUOUS, FIELDS, PRESETS, THEIRS, Preset, normal
from bot.sources.values import NOTHING, rate, read_flag

EXAMPLE = "--map external_id=Nr,text=Kommentar,created_at=Datum,rating=Bewertung"

_SHORT = {"author": "author.name", "account": "account.name", "customer": "author.id", "rating.value": "rating"}
_NEXT_PAIR = re.compile(r",(?=\s*[a-z_.]+\s*=)")

Sample = Mapping[str, Sequence[object]]
"""Some values of every column, by heading."""


@dataclass(frozen=True, slots=True)
class Columns:
    """*fields*: ours → theirs. *unused*: headings that mean nothing to us. *notes*: what a person should know."""

    fields: dict[str, str]
    unused: tuple[str, ...] = ()
    preset: Preset | None = None
    notes: tuple[str, ...] = ()


def parse_map(text: str) -> dict[str, str]:
    """Read ``ours=theirs,ours=theirs``; ``ours=`` alone leaves a field out. SourceError says what is wrong with it."""
    wanted: dict[str, str] = {}
    for pair in _NEXT_PAIR.split(text) if text.strip() else []:
        ours, equals, theirs = (part.strip() for part in pair.partition("="))
        if not equals:
            raise SourceError(f"--map {pair.strip()!r} has no '='; write ours=theirs, as in {EXAMPLE}")
        ours = _SHORT.get(ours, ours)
        if ours not in FIELDS:
            raise SourceError(f"--map knows no field {ours!r}; there are {', '.join(FIELDS)}")
        if ours in wanted:
            raise SourceError(f"--map names {ours!r} twice; give it one column")
        wanted[ours] = theirs
    return wanted


def choose_columns(headings: Sequence[str], sample: Sample, wanted: Mapping[str, str]) -> Columns:
    """Settle every field: *wanted* first, then the tool's preset, then common headings whose values fit."""
    fields = {ours: _heading(headings, ours, theirs) for ours, theirs in wanted.items() if theirs}
    by_name: dict[str, str] = {}
    for heading in headings:
        by_name.setdefault(normal(heading), heading)
    preset = next((preset for preset in PRESETS if preset.signature <= by_name.keys()), None)
    notes: list[str] = []
    for ours in FIELDS:
        if ours in wanted:
            continue
        names = (preset.fields.get(ours, ""), *THEIRS[ours]) if preset else THEIRS[ours]
        for name in names:
            heading = by_name.get(name, "")
            if not heading or heading in fields.values():
                continue
            if _fits(ours, name, sample[heading]):
                fields[ours] = heading
                break
            if name not in AMBIGUOUS:
                notes.append(f"{heading!r} is not used as {ours}: what stands under it cannot be read as that")
    if "text" not in fields and "subject" in fields and "text" not in wanted:
        fields["text"] = fields.pop("subject")
        notes.append(f"no column with the customers' text was found; {fields['text']!r} is used")
    _check(headings, fields)
    unused = tuple(heading for heading in headings if heading not in fields.values())
    return Columns(fields, unused, preset, tuple(notes))


def _heading(headings: Sequence[str], ours: str, theirs: str) -> str:
    for heading in (theirs, f"{theirs}.value", f"{theirs}.name"):
        if heading in headings:
            return heading
    alike = [heading for heading in headings if normal(heading) == normal(theirs)]
    if len(alike) == 1:
        return alike[0]
    raise SourceError(f"--map {ours}={theirs}: the file has no column {theirs!r}; {_there_are(headings)}")


def _fits(ours: str, name: str, values: Sequence[object]) -> bool:
    """Whether *values* are what the field holds; columns without values fit, save where the heading leaves a doubt."""
    filled = [value for value in values if value is not None and str(value).strip().lower() not in NOTHING]
    if ours in DATES:
        return not filled or sum(map(_is_moment, filled)) * 2 >= len(filled)
    if ours == "kind":
        return all(str(value).strip().lower() in set(Kind) for value in filled)
    if ours in ("reopened", "html"):
        return all(map(_is_flag, filled))
    if ours == "rating" and name not in AMBIGUOUS:
        return not filled or sum(map(_is_score, filled)) * 2 >= len(filled)
    if ours == "rating":
        return bool(filled) and _are_scores(filled)
    if ours == "text" and name in AMBIGUOUS:
        return not filled or not _are_scores(filled)
    return True


def _is_moment(value: object) -> bool:
    if day_order(value) is not None:
        return True
    try:
        read_moment(value, UTC)
    except BadValue:
        return False
    return True


def _is_score(value: object) -> bool:
    try:
        rate(value)
    except BadValue:
        return False
    return True


def _are_scores(values: Sequence[object]) -> bool:
    return sum(map(_is_score, values)) * 10 >= len(values) * 9


def _is_flag(value: object) -> bool:
    try:
        read_flag(value)
    except BadValue:
        return False
    return True


def _check(headings: Sequence[str], fields: Mapping[str, str]) -> None:
    if "text" not in fields and "rating" not in fields:
        raise SourceError(
            f"No column with text or a rating was recognised; {_there_are(headings)}. Say which is which: {EXAMPLE}"
        )
    if "created_at" not in fields:
        raise SourceError(
            f"No column says when the feedback was given; {_there_are(headings)}. Name it: --map created_at=…"
        )


def _there_are(headings: Sequence[str]) -> str:
    """The headings; nothing of them when the first line looks like a customer's record."""
    if any(len(heading) > 60 or _is_moment(heading) for heading in headings):
        return "the first line does not look like headings, but a CSV file needs them there"
    more = f" and {len(headings) - 40} more" if len(headings) > 40 else ""
    return "its columns are " + ", ".join(repr(heading) for heading in headings[:40]) + more
