"""Sources are pulled apart from posting: every quarter of an hour, and one at once when an admin has connected it."""

import threading
from datetime import datetime
from functools import partial

from bot.services.accounts import Accounts
from bot.services.clock import Clock
from bot.workshop import Workshop, pull
from jobs import Timetable
from jobs.ingest import EVERY_SECONDS, ingest


class Feeding:
    """Pulls what *accounts* name at each turn, each in a process that *puller* starts."""

    def __init__(self, accounts: Accounts, puller: Workshop, clock: Clock) -> None:
        self._accounts = accounts
        self._puller = puller
        self._clock = clock
        self._timetable = Timetable(self._turn, clock, EVERY_SECONDS)

    def start(self) -> None:
        """Begin to pull, at once and then regularly."""
        self._timetable.start()

    def begin(self, name: str) -> None:
        """Pull the source called *name* at once and keep nobody waiting; one that is being pulled goes on as it was."""
        work = partial(ingest, [name], partial(self._puller.do, pull), self._clock())
        threading.Thread(target=work, name=f"first pull of {name}", daemon=True).start()

    def stop(self) -> None:
        """End every pull; each goes on at the next start after the last page that was kept."""
        self._puller.stop()
        self._timetable.stop()

    def _turn(self, now: datetime) -> None:
        ingest(self._accounts.names(), partial(self._puller.do, pull), now)
