"""ISO weeks as people in one time zone live them."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

_FORM = re.compile(r"(\d{4})-W(\d{2})", re.ASCII)


@dataclass(frozen=True, slots=True, order=True)
class Week:
    """One ISO 8601 week. The zone decides when it starts and ends, not which week it is."""

    year: int
    number: int

    def __post_init__(self) -> None:
        date.fromisocalendar(self.year, self.number, 1)  # ValueError for a week that does not exist

    @classmethod
    def parse(cls, text: str) -> "Week":
        """Read ``2026-W46``; ValueError says what is expected instead."""
        match = _FORM.fullmatch(text.strip())
        if match is None:
            raise ValueError(f"{text!r} is not an ISO week; write it as 2026-W46")
        try:
            return cls(int(match[1]), int(match[2]))
        except ValueError:
            raise ValueError(f"{text!r} does not exist: {match[1]} has no ISO week {match[2]}") from None

    @classmethod
    def of(cls, moment: datetime | date, zone: ZoneInfo | None = None) -> "Week":
        """The week that an aware *moment* falls into in *zone*, or the week of a plain date."""
        local = moment.astimezone(zone) if isinstance(moment, datetime) else moment
        year, number, _ = local.isocalendar()
        return cls(year, number)

    @classmethod
    def last_ended(cls, now: datetime, zone: ZoneInfo) -> "Week":
        """The newest week that is wholly over in *zone* at *now*."""
        return cls.of(now, zone).previous

    @property
    def monday(self) -> date:
        """Its first day."""
        return date.fromisocalendar(self.year, self.number, 1)

    @property
    def sunday(self) -> date:
        """Its last day."""
        return date.fromisocalendar(self.year, self.number, 7)

    @property
    def next(self) -> "Week":
        """The week after."""
        return Week.of(self.monday + timedelta(days=7))

    @property
    def previous(self) -> "Week":
        """The week before."""
        return Week.of(self.monday - timedelta(days=7))

    def back(self, weeks: int) -> "Week":
        """The week *weeks* before this one (0 is this one)."""
        return Week.of(self.monday - timedelta(days=7 * weeks))

    def start(self, zone: ZoneInfo) -> datetime:
        """Its first instant in *zone*, in UTC. Where midnight does not exist, the first instant after the gap."""
        return first_instant(self.monday, zone)

    def end(self, zone: ZoneInfo) -> datetime:
        """The first instant of the week after, in UTC: weeks are half-open."""
        return self.next.start(zone)

    def __str__(self) -> str:
        return f"{self.year}-W{self.number:02d}"


def first_instant(day: date, zone: ZoneInfo, at: time = time()) -> datetime:
    """When clocks in *zone* first show *at* on *day*, in UTC: by default when the day begins.

    A time that comes twice counts at its first coming; one that never comes counts at the first instant after the gap.
    PEP 495: a time in a gap, read with fold=0, uses the offset before it, which lands exactly as far after the gap
    as the time lies inside it; the gap's end is found from there by going back to the first later wall time.
    """
    wanted = datetime.combine(day, at)
    utc = wanted.replace(tzinfo=zone).astimezone(UTC)
    if utc.astimezone(zone).replace(tzinfo=None) == wanted:
        return utc
    low, high = utc - timedelta(hours=26), utc  # a gap of up to a day: Samoa skipped 30 December 2011 whole
    while high - low > timedelta(seconds=1):
        middle = low + (high - low) / 2
        if middle.astimezone(zone).replace(tzinfo=None) >= wanted:
            high = middle
        else:
            low = middle
    return high.replace(microsecond=0)
