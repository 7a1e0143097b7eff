"""Sources with their last delivery, and the records that could not be used."""

import hashlib
from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import func, select

from bot.storage.store import Transaction, table_of
from bot.storage.tables import QuarantineRow, SourceRow

SOURCE = table_of(SourceRow)
QUARANTINE = table_of(QuarantineRow)


class Rejected(NamedTuple):
    """A record that could not be used: *place* and *reason* may be shown, *raw* may not."""

    place: str
    reason: str
    raw: str | None


class SourceQueries:
    """Reads and writes sources of the transaction's workspace."""

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx

    def delivered(self, name: str, now: datetime) -> None:
        """Remember that the source *name* delivered at *now*."""
        insert = self._tx.insert(SOURCE).values(workspace_id=self._tx.workspace_id, name=name, last_sync=now)
        self._tx.connection.execute(
            insert.on_conflict_do_update(
                index_elements=["workspace_id", "name"], set_={"last_sync": insert.excluded.last_sync}
            )
        )

    def last_syncs(self) -> dict[str, datetime]:
        """Return when each source last delivered."""
        statement = select(SOURCE.c.name, SOURCE.c.last_sync).where(SOURCE.c.workspace_id == self._tx.workspace_id)
        return {row.name: row.last_sync for row in self._tx.connection.execute(statement.order_by(SOURCE.c.name))}

    def quarantine(self, source: str, rejected: Iterable[Rejected], now: datetime) -> None:
        """Put records aside; the same record of the same source is kept once."""
        rows = [
            {
                "workspace_id": self._tx.workspace_id,
                "source": source,
                "place": item.place[:255],
                "reason": item.reason[:500],
                "fingerprint": hashlib.sha256(f"{item.reason}\n{item.raw or item.place}".encode()).hexdigest(),
                "raw": item.raw,
                "seen_at": now,
            }
            for item in rejected
        ]
        if rows:
            self._tx.execute_many(self._tx.insert(QUARANTINE).on_conflict_do_nothing(), rows)

    def quarantined(self) -> int:
        """Count the records put aside."""
        statement = select(func.count()).where(QUARANTINE.c.workspace_id == self._tx.workspace_id)
        return int(self._tx.connection.execute(statement).scalar_one())
