"""What the clock does for sources: pull each of them, apart from posting, and let no failure stop the others."""

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from datetime import datetime

import structlog

from bot.errors import VoxpopError

EVERY_SECONDS = 15 * 60.0
"""How often sources are pulled: what was said this morning is in today's digest."""

Pull = Callable[[str, datetime], object]
"""Pull the source of that name; an error is remembered, and told where somebody must act, before it is raised."""


def ingest(names: Sequence[str], pull: Pull, now: datetime) -> None:
    """Pull every source in turn. What is raised ends that source's turn alone, until the next quarter of an hour."""
    with ExitStack() as rest:  # runs everything put on it, the last first, whatever is raised on the way
        for name in reversed(names):
            rest.callback(_pull, name, pull, now)


def _pull(name: str, pull: Pull, now: datetime) -> None:
    try:
        pull(name, now)
    except VoxpopError as error:
        structlog.get_logger("jobs").warning("a source was not pulled to its end", source=name, why=str(error))
