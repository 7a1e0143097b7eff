"""The timetable: what runs by itself. APScheduler only ticks; what is due is decided from rows."""

from collections.abc import Callable
from datetime import datetime
from threading import Lock

import structlog
from apscheduler.schedulers.background import BackgroundScheduler
from apscheduler.triggers.interval import IntervalTrigger

from bot.services.clock import Clock

TICK_SECONDS = 20
"""How often the clock looks: a digest is out within about a minute of its time."""


class Timetable:
    """Runs *tick* every twenty seconds, never twice at once; `last_tick` tells health that it still does.

    Jobs live in memory: due times, claims and results are rows. A missed tick costs an interval, a double one nothing.
    """

    def __init__(self, tick: Callable[[datetime], None], clock: Clock) -> None:
        self._tick = tick
        self._clock = clock
        self._lock = Lock()
        self._last: datetime | None = None
        self._scheduler = BackgroundScheduler(timezone="UTC")
        self._scheduler.add_job(
            self.run_now,
            IntervalTrigger(seconds=TICK_SECONDS, jitter=5),
            next_run_time=clock(),
            coalesce=True,
            max_instances=1,
            misfire_grace_time=None,  # its default of one second drops a late run with no more than a warning
        )

    @property
    def last_tick(self) -> datetime | None:
        """When the last tick ended well."""
        with self._lock:
            return self._last

    def run_now(self) -> None:
        """Tick once; APScheduler logs what is raised, and ticks again."""
        self._tick(self._clock())
        with self._lock:
            self._last = self._clock()

    def start(self) -> None:
        """Begin to tick, at once and then regularly, in a thread of its own."""
        self._scheduler.start()
        structlog.get_logger("jobs").info("the timetable runs", every_seconds=TICK_SECONDS)

    def stop(self) -> None:
        """Let the running tick end, and stop."""
        self._scheduler.shutdown(wait=True)
