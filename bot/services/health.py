"""Whether the process does its work, for people and for probes."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

import structlog

from bot.domain.outbox import State
from bot.domain.role import Role
from bot.domain.route import TEAM
from bot.errors import VoxpopError
from bot.services.editions import EditionService
from bot.services.freshness import STALE_AFTER
from bot.storage.grants import GrantQueries
from bot.storage.outbox import OutboxQueries
from bot.storage.routes import RouteQueries
from bot.storage.source_states import SourceStateQueries
from bot.storage.sources import SourceQueries
from bot.storage.store import Store

STALLED = timedelta(minutes=15)
"""So long without a finished tick, and the process is unwell. A tick that makes a large digest takes minutes."""


class HealthService:
    """Reports what works; names no customer, no person, no token. *admins* are those of the environment."""

    def __init__(self, store: Store, editions: EditionService, admins: Sequence[str], *, since: datetime) -> None:
        self._store = store
        self._editions = editions
        self._admins = tuple(admins)
        self._since = since

    def report(self, now: datetime, last_tick: datetime | None, connected: bool) -> tuple[bool, dict[str, Any]]:
        """Return whether all is well, and the report that ``/healthz`` shows.

        All is well while the database answers, the clock ticks and Slack can reach us; *connected* says the last.
        """
        ticking = now - (last_tick or self._since) < STALLED
        found, warnings = self._database(now)
        if not ticking:
            warnings.append(f"the timetable has not ticked for {STALLED.seconds // 60} minutes: nothing is posted")
        if not connected:
            warnings.append("the connection to Slack is down: /voice is not answered until it is back")
        well = found["database"] == "ok" and ticking and connected
        return well, {
            "ok": well,
            "slack": "connected" if connected else "not connected",
            "timetable": "ticking" if ticking else "stalled",
            "last_tick": last_tick.isoformat(timespec="seconds") if last_tick else None,
            **found,
            "warnings": warnings,
        }

    def _database(self, now: datetime) -> tuple[dict[str, Any], list[str]]:
        """Return what only the database knows, and what of it somebody should look after."""
        if self._store.file is not None and not self._store.file.exists():
            return {"database": "the file is gone"}, []
        warnings = []
        try:
            editions = self._editions.posting()
            coming = {each.name: self._editions.next_due(each, now).at for each in editions if each.off is None}
            with self._store.read() as tx:
                admins = self._admins or any(grant.role is Role.ADMIN for grant in GrantQueries(tx).all())
                waiting = OutboxQueries(tx).in_state(State.HELD, State.BLOCKED)
                cut_off = RouteQueries(tx).find(TEAM)
                synced, pulled = SourceQueries(tx).last_syncs(), SourceStateQueries(tx).pulled()
        except VoxpopError as error:
            structlog.get_logger("health").error("the database cannot be used", error=str(error))
            return {"database": "cannot be used; the log says why"}, []
        if not admins:
            warnings.append("ADMINS is empty, and nobody is an admin in Slack: nobody is told when something breaks")
        if not editions:
            warnings.append("DIGEST_CHANNEL is empty, and no edition is set up in Slack: no digest is posted by itself")
        warnings += [
            f"the edition {each.name} is off: see `voxpop doctor`" for each in editions if each.off is not None
        ]
        if cut_off is not None and cut_off.broken is not None:
            warnings.append(f"Slack took the token back ({cut_off.broken}): nothing is posted; install the app again")
        if waiting:
            warnings.append(f"{len(waiting)} posts wait for a person: see `voxpop doctor`")
        warnings += [
            f"{name} is stale: see `voxpop doctor`"
            for name, state in pulled.items()
            if state.last_sync is None or state.last_sync < now - STALE_AFTER
        ]
        return {
            "database": "ok",
            "next_digest": min((at.isoformat(timespec="seconds") for at in coming.values()), default=None),
            "editions": {name: at.isoformat(timespec="seconds") for name, at in coming.items()},
            "posts_that_need_a_person": len(waiting),
            "sources": {name: at.isoformat(timespec="seconds") for name, at in synced.items()},
        }, warnings
