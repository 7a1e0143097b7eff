"""What support tools say in headers about their rate limits."""

from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import NamedTuple

_UNIX = 1e9
"""A number of this size is a moment in unix seconds, a smaller one a wait in seconds."""


class Limits(NamedTuple):
    """*wait*: seconds that we are told to wait. *remaining*: calls left until *resets* seconds from now."""

    wait: float | None = None
    remaining: int | None = None
    resets: float | None = None


def parse_limits(headers: Mapping[str, str]) -> Limits:
    """Read the common headers: Retry-After in seconds or as a date, ``RateLimit-…`` and ``X-RateLimit-…``."""
    date = headers.get("Date")
    wait = _seconds(headers.get("Retry-After") or headers.get("X-RateLimit-Retry-After"), date)
    remaining = headers.get("RateLimit-Remaining") or headers.get("X-RateLimit-Remaining")
    resets = _seconds(headers.get("RateLimit-Reset") or headers.get("X-RateLimit-Reset"), date)
    return Limits(wait, int(remaining) if remaining and remaining.strip().isdecimal() else None, resets)


def _seconds(value: str | None, date: str | None) -> float | None:
    """Read a wait, or a moment that is measured from their *date*, so that no clock of ours is asked."""
    if not value:
        return None
    try:
        number = float(value)
    except ValueError:
        moment = _moment(value)
    else:
        if not number < _UNIX:
            moment = datetime.fromtimestamp(number, UTC) if number < 1e11 else None
        else:
            return max(0.0, number)
    sent = _moment(date)
    return None if moment is None or sent is None else max(0.0, (moment - sent).total_seconds())


def _moment(value: str | None) -> datetime | None:
    try:
        moment = parsedate_to_datetime(value) if value else None
    except ValueError:
        return None
    return moment.replace(tzinfo=UTC) if moment is not None and moment.tzinfo is None else moment
