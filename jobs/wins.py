"""What the clock does for wins, and for what Slack has sent: remind, tell, correct, forget."""

from collections.abc import Callable
from datetime import datetime

import structlog

from bot.errors import VoxpopError
from bot.services.inbox import Inbox

Tick = Callable[[datetime], object]


def tick(wins: Tick, inbox: Inbox, now: datetime) -> None:
    """Do what is due for wins at *now*, and forget what Slack cannot deliver any more."""
    try:
        wins(now)
        inbox.forget_old(now)
    except VoxpopError as error:
        structlog.get_logger("jobs").warning("what is due for wins is tried again", why=str(error))
