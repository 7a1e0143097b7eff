"""When an edition is due: a matter of the local clock and the calendar alone, never of what was posted."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from bot.domain.edition import Edition
from bot.domain.week import Week, first_instant
from bot.errors import SettingsError

_SLOT_DAYS = 7
_SATURDAY = 6


@dataclass(frozen=True, slots=True, order=True)
class Due:
    """One due time. *at* is UTC; *slot* is the local date that the weekday names, before any holiday moved it.

    *week* is what a post made then covers: the last week that ended in the edition's zone. The post's key is that
    week and never the slot, so a moved schedule cannot post a week twice.
    """

    at: datetime
    slot: date
    week: Week


def next_due(edition: Edition, after: datetime) -> Due:
    """Return the first due time of *edition* that lies after *after*.

    A wall time that a clock change skips counts at the first instant after the gap, one that comes twice at its first
    coming. A public holiday moves it to the next working day, never as far as the next slot.
    """
    return next(due for due in _dues(edition, after) if due.at > after)


def due_between(edition: Edition, after: datetime, until: datetime) -> list[Due]:
    """Return every due time of *edition* after *after* and not after *until*, oldest first."""
    found: list[Due] = []
    for due in _dues(edition, after):
        if due.at > until:
            return found
        if due.at > after:
            found.append(due)
    raise AssertionError("the calendar has no end")


def is_paused(edition: Edition, due: Due) -> bool:
    """Whether *due* falls into a pause of *edition*: it lies before the first day on which it may post again."""
    until = edition.paused_until
    return until is not None and due.at.astimezone(edition.zone).date() < until


def pause_ends(edition: Edition) -> datetime | None:
    """Return the instant before the first day on which *edition* may post again; None where it does not pause."""
    until = edition.paused_until
    return None if until is None else first_instant(until, edition.zone, time()) - timedelta(microseconds=1)


def pauses(edition: Edition, now: datetime) -> bool:
    """Whether *edition* pauses at *now*: a pause that is over stays written down and means nothing any more."""
    ends = pause_ends(edition)
    return ends is not None and now <= ends


def _dues(edition: Edition, after: datetime) -> Iterator[Due]:
    """Yield due times from safely before *after*, one a week, each counted from its own local date."""
    monday = Week.of(after, edition.zone).back(2).monday
    while True:
        slot = monday + timedelta(days=edition.weekday.iso - 1)
        at = first_instant(_working_day(slot, edition.holidays), edition.zone, edition.at)
        yield Due(at, slot, Week.last_ended(at, edition.zone))
        monday += timedelta(days=_SLOT_DAYS)


def _working_day(slot: date, calendar: str | None) -> date:
    """Return *slot* itself, or when it is a public holiday the next working day before the next slot."""
    if calendar is None or not _is_holiday(slot, calendar):
        return slot
    for days in range(1, _SLOT_DAYS):
        day = slot + timedelta(days=days)
        if day.isoweekday() < _SATURDAY and not _is_holiday(day, calendar):
            return day
    return slot


def _is_holiday(day: date, calendar: str) -> bool:
    return day in public_holidays(calendar, day.year)


@lru_cache(maxsize=256)
def public_holidays(calendar: str, year: int) -> frozenset[date]:
    """Return the public holidays of *calendar* in *year*: ``DE``, ``DE-BE``, ``US-NY``, ``GB-ENG``.

    SettingsError says what is unknown, the country or its part, and what there is instead.
    """
    import holidays

    country, _, wanted = calendar.strip().upper().partition("-")
    known = holidays.list_supported_countries(include_aliases=False)
    if country not in known:
        raise SettingsError(
            f"HOLIDAYS={calendar!r} is not known; write a country, or a country and its part, as in DE, DE-BE or US-NY"
        )
    part = next((name for name in known[country] if name.upper() == wanted), None)
    if wanted and part is None:
        parts = ", ".join(known[country]) or "none"
        raise SettingsError(f"HOLIDAYS={calendar!r}: {country} has no part {wanted!r}; known are: {parts}")
    return frozenset(holidays.country_holidays(country, subdiv=part, years=year))
