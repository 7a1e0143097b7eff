"""Where the time comes in: the doors ask the clock, everything behind them takes *now* as an argument."""

from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], datetime]


def wall_clock() -> datetime:
    """Return the time now, aware and in UTC."""
    return datetime.now(UTC)
