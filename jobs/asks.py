"""What the clock does for asks and contact offers: remind, tell, correct, ask the next in turn."""

from collections.abc import Callable, Sequence
from datetime import datetime

import structlog

from bot.errors import VoxpopError

Tick = Callable[[datetime], object]


def tick(parts: Sequence[Tick], now: datetime) -> None:
    """Do what is due for each of *parts* at *now*; what fails is tried again, and stops no other."""
    for part in parts:
        try:
            part(now)
        except VoxpopError as error:
            structlog.get_logger("jobs").warning("what is due for asks is tried again", why=str(error))
