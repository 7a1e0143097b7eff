"""Moments as exports write them. Nothing is guessed: ``01/02/2024`` needs to be told which number is the day."""

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from typing import Literal

from bot.sources.base import BadValue

DayOrder = Literal["dmy", "mdy"]
DATES = ("created_at", "updated_at", "solved_at")
"""The fields of ours that hold moments."""

_YEARS = range(1971, 2100)  # what lies outside is an empty date in disguise, 1970-01-01 or 9999-12-31
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january januar jän jänner",
            "feb february februar",
            "mar march mär märz mrz",
            "apr april",
            "may mai",
            "jun june juni",
            "jul july juli",
            "aug august",
            "sep sept september",
            "oct october okt oktober",
            "nov november",
            "dec december dez dezember",
        ),
        start=1,
    )
    for name in names.split()
}
# RFC 2822 §4.3 for the American names; CET and CEST with their German twins.
_ZONES = {"z": 0, "utc": 0, "gmt": 0, "ut": 0, "cet": 1, "mez": 1, "cest": 2, "mesz": 2, "wet": 0, "west": 1}
_ZONES |= {"est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7, "bst": 1}

_WEEKDAY = r"(?:[a-zäöü]{2,10}\.?,?\s+)?"
_DOTTED = re.compile(r"(?P<d>\d{1,2})\.\s?(?P<m>\d{1,2})\.\s?(?P<y>\d{4}|\d{2})(?!\d)")
_DOTTED_PLAIN = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})(?: +(\d{1,2}):(\d\d)(?::(\d\d))?)?", re.ASCII)
_YEAR_FIRST = re.compile(r"(?P<y>\d{4})([-/.])(?P<m>\d{1,2})\2(?P<d>\d{1,2})(?!\d)")
_EITHER = re.compile(r"(?P<a>\d{1,2})([/-])(?P<b>\d{1,2})\2(?P<y>\d{4}|\d{2})(?!\d)")
_DAY_NAMED = re.compile(
    _WEEKDAY + r"(?P<d>\d{1,2})(?:\.|st|nd|rd|th)?[\s-]+(?P<name>[a-zä]{3,9})\.?,?[\s-]+(?P<y>\d{4})", re.IGNORECASE
)
_NAMED_DAY = re.compile(
    _WEEKDAY + r"(?P<name>[a-zä]{3,9})\.?\s+(?P<d>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<y>\d{4})", re.IGNORECASE
)
_CTIME = re.compile(r"[a-z]{3} ([a-z]{3}) +(\d{1,2}) ([\d:]{5,8})((?: [a-z]{3,4}| [+-]\d{4})?) (\d{4})", re.IGNORECASE)
_TAIL = re.compile(
    r"""(?:[T,\s]+(?:um\s+|at\s+|-\s+)?(?P<H>\d{1,2})
        (?:[:.](?P<M>\d{2})(?:[:.](?P<S>\d{2})(?:[.,](?P<f>\d{1,9}))?)?)?
        (?:\s*(?P<half>[ap])\.?m\.?|\s*(?P<uhr>uhr|h))?)?
        (?:\s*\(?(?P<zone>[a-z]{1,4})?(?P<offset>[+-]\d{2}:?\d{2})?\)?)?\s*""",
    re.IGNORECASE | re.VERBOSE,
)
_COMPACT = {8: "%Y%m%d", 12: "%Y%m%d%H%M", 14: "%Y%m%d%H%M%S"}

UNREADABLE = "is not a date that can be read; 2024-01-31 14:05, 31.01.2024 14:05 or unix seconds can"


def read_moment(value: object, zone: tzinfo, order: DayOrder | None = None) -> datetime:
    """The moment that *value* names, in UTC; BadValue when it names none.

    A time without a zone is read in *zone*. One that happens twice when clocks go back is its first happening; one
    that is skipped when they go forward counts on from the moment before: 02:30 becomes 03:30 (PEP 495, fold=0).
    """
    try:
        moment = _from_text(value.strip(), order) if isinstance(value, str) else _from_unix(value)
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=zone)
        moment = moment.astimezone(UTC)
    except (ValueError, OverflowError, OSError) as error:
        raise BadValue(str(error) if isinstance(error, BadValue) else UNREADABLE) from None
    if moment.year not in _YEARS:
        raise BadValue("lies before 1971 or after 2099")
    return moment


def day_order(value: object) -> DayOrder | Literal["unknown"] | None:
    """What *value* proves about the order of day and month; None when it is not written in such a way."""
    match = _EITHER.match(value.strip()) if isinstance(value, str) else None
    if match is None:
        return None
    first, second = int(match["a"]), int(match["b"])
    if first > 12 >= second:
        return "dmy"
    if second > 12 >= first:
        return "mdy"
    return "unknown"


def _from_unix(value: object) -> datetime:
    """Seconds, milliseconds or microseconds, by size."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise BadValue(UNREADABLE)
    for unit in (1, 1_000, 1_000_000):
        if abs(value) < 1e11 * unit:
            return datetime.fromtimestamp(value / unit, UTC)
    raise BadValue(UNREADABLE)


def _from_text(text: str, order: DayOrder | None) -> datetime:
    if text[4:5] == "-":
        try:
            return datetime.fromisoformat(text)
        except ValueError:
            pass  # "2024-01-31 14:05:00 UTC" and the like: below
    if plain := _DOTTED_PLAIN.fullmatch(text):
        date, clock = map(int, plain.group(3, 2, 1)), map(int, plain.groups("0")[3:])
        return datetime(*date, *clock)  # type: ignore[arg-type]  # noqa: DTZ001 - three and three numbers; zone: caller
    if text.replace(".", "", 1).isdecimal() and text.isascii():
        return _from_digits(text)
    if match := _DOTTED.match(text) or _YEAR_FIRST.match(text):
        return _build(text, match, int(match["m"]), int(match["d"]))
    if match := _EITHER.match(text):
        if order is None:
            raise BadValue("may be day first or month first; say which with --date-order dmy or --date-order mdy")
        first, second = int(match["a"]), int(match["b"])
        return _build(text, match, *((second, first) if order == "dmy" else (first, second)))
    text = _CTIME.sub(r"\2 \1 \5 \3\4", text)  # as C's ctime and Twitter write it
    match = _DAY_NAMED.match(text) or _NAMED_DAY.match(text)
    if match and (month := _MONTHS.get(match["name"].lower())):
        return _build(text, match, month, int(match["d"]))
    raise BadValue(UNREADABLE)


def _from_digits(text: str) -> datetime:
    form = _COMPACT.get(len(text))
    if form and text.isdecimal() and text.startswith(("19", "20")):
        return datetime.strptime(text, form)  # noqa: DTZ007 - the caller adds the zone
    return _from_unix(float(text))


def _build(text: str, date: re.Match[str], month: int, day: int) -> datetime:
    """Add the time of day and the zone that follow the *date* in *text*."""
    year = int(date["y"])
    if len(date["y"]) == 2:
        year += 2000 if year < 70 else 1900  # as POSIX reads %y
    tail = _TAIL.fullmatch(text, date.end())
    if tail is None:
        raise BadValue(UNREADABLE)
    hour, minute, second, fraction = tail.group("H", "M", "S", "f")
    if hour is None:
        return datetime(year, month, day, tzinfo=_zone(tail))
    clock = int(hour)
    if tail["half"]:
        if not 1 <= clock <= 12:
            raise BadValue(UNREADABLE)
        clock = clock % 12 + (12 if tail["half"] in "pP" else 0)
    elif minute is None and not tail["uhr"]:
        raise BadValue(UNREADABLE)
    micro = int(fraction[:6].ljust(6, "0")) if fraction else 0
    return datetime(year, month, day, clock, int(minute or 0), int(second or 0), micro, tzinfo=_zone(tail))


def _zone(tail: re.Match[str]) -> tzinfo | None:
    name, offset = tail["zone"], tail["offset"]
    if name is None and offset is None:
        return None
    hours = 0 if name is None else _ZONES.get(name.lower())
    if hours is None or (offset and hours):
        raise BadValue("has a time zone that is not known; use +01:00 or UTC")
    if offset is None:
        return timezone(timedelta(hours=hours))
    minutes = int(offset[1:3]) * 60 + int(offset[-2:])
    return timezone(timedelta(minutes=-minutes if offset[0] == "-" else minutes))
