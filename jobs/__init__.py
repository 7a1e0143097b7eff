"""The timetable: what runs by itself. APScheduler only ticks; what is due is decided from rows."""

from collections.abc import Callable
from datetime import datetime
from threading import Event, Lock

import structlog
from apscheduler.events import EVENT_JOB_ERROR, JobExecutionEvent
from apscheduler.schedulers.background import BackgroundScheduler
from apscheduler.triggers.interval import IntervalTrigger

from bot.log import describe
from bot.services.clock import Clock

TICK_SECONDS = 20
"""How often the clock looks: a digest is out within about a minute of its time."""

STOP_SECONDS = 5.0


class Timetable:
    """Runs *tick* every *seconds*, never twice at once; `last_tick` tells health that it still does.

    Jobs live in memory: due times, claims and results are rows. A missed tick costs an interval, a double one nothing.
    """

    def __init__(self, tick: Callable[[datetime], None], clock: Clock, seconds: float = TICK_SECONDS) -> None:
        self._tick = tick
        self._clock = clock
        self._seconds = seconds
        self._lock = Lock()
        self._last: datetime | None = None
        self._idle = Event()
        self._idle.set()
        self._scheduler = BackgroundScheduler(timezone="UTC")
        self._scheduler.add_listener(_log_error, EVENT_JOB_ERROR)
        self._scheduler.add_job(
            self.run_now,
            IntervalTrigger(seconds=seconds, jitter=int(seconds / 4)),
            id="tick",
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
        """Tick once; what is raised is logged, and the next tick comes all the same."""
        self._idle.clear()
        try:
            self._tick(self._clock())
        finally:
            self._idle.set()
        with self._lock:
            self._last = self._clock()

    def start(self) -> None:
        """Begin to tick, at once and then regularly, in a thread of its own."""
        self._scheduler.start()
        structlog.get_logger("jobs").info("the timetable runs", every_seconds=self._seconds)

    def stop(self, patience: float = STOP_SECONDS) -> bool:
        """Tick no more, and wait *patience* seconds for a tick that is under way; False when it is not over then."""
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)
        return self._idle.wait(patience)


def _log_error(event: JobExecutionEvent) -> None:
    """Say which error ended a tick; APScheduler itself would print its text, which may hold a customer's words."""
    structlog.get_logger("jobs").error("a tick failed; the next one tries again", **describe(event.exception))
