"""Whether the process does its work, for people and for probes."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from bot.domain.outbox import State
from bot.errors import VoxpopError
from bot.services.editions import EditionService
from bot.storage.outbox import OutboxQueries
from bot.storage.sources import SourceQueries
from bot.storage.store import Store

STALLED = timedelta(minutes=5)
"""So long without a finished tick, and the process is unwell."""


class HealthService:
    """Reports what works; names no customer, no person, no token."""

    def __init__(self, store: Store, editions: EditionService, admins: Sequence[str]) -> None:
        self._store = store
        self._editions = editions
        self._admins = tuple(admins)

    def report(self, now: datetime, last_tick: datetime | None, connected: bool) -> tuple[bool, dict[str, Any]]:
        """Return whether all is well, and the report that ``/healthz`` shows."""
        ticking = last_tick is not None and now - last_tick < STALLED
        warnings = [] if self._admins else ["ADMINS is empty: nobody is told when something breaks"]
        report: dict[str, Any] = {
            "ok": False,
            "database": "ok",
            "slack": "connected" if connected else "not connected",
            "last_tick": last_tick.isoformat() if last_tick else None,
        }
        try:
            edition = self._editions.default()
            if edition.channel is None:
                warnings.append("DIGEST_CHANNEL is empty: no digest is posted by itself")
            else:
                report["next_digest"] = self._editions.next_due(edition, now).at.isoformat()
            with self._store.read() as tx:
                waiting = OutboxQueries(tx).in_state(State.HELD, State.BLOCKED)
                report["posts_that_need_a_person"] = len(waiting)
                report["sources"] = {name: at.isoformat() for name, at in SourceQueries(tx).last_syncs().items()}
        except VoxpopError as error:
            report["database"] = str(error)
            ticking = False
        report["ok"] = ticking and connected
        if not ticking and report["database"] == "ok":
            warnings.append("the timetable has not ticked for five minutes")
        report["warnings"] = warnings
        return report["ok"], report
