"""What the clock does for what was posted already: take out, correct, tell."""

from collections.abc import Callable
from datetime import datetime

import structlog

from bot.errors import VoxpopError

Tick = Callable[[datetime], object]


def tick(hiding: Tick, routes: Callable[[], object], now: datetime) -> None:
    """Do what is due at *now* about messages that were posted, and about the channels they stand in."""
    try:
        routes()
        hiding(now)
    except VoxpopError as error:
        structlog.get_logger("jobs").warning("what is due after posting is tried again", why=str(error))
