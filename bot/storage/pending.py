"""Changes that wait for a second admin."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import select, update

from bot.domain.pending import Pending, PendingState
from bot.domain.protection import Lowering
from bot.storage.setup_tables import PendingChangeRow
from bot.storage.store import AnyRow, Transaction, table_of

CHANGE = table_of(PendingChangeRow)


class PendingQueries:
    """Reads and writes the pending changes of the transaction's workspace."""

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx

    def ask(
        self,
        kind: str,
        target: str,
        change: dict[str, Any],
        reasons: Sequence[Lowering],
        *,
        by: str,
        at: datetime,
        seen: str | None,
    ) -> Pending:
        """Keep a change that *by* asks for, and return it with its number."""
        values: dict[str, Any] = {
            "kind": kind,
            "target": target,
            "change": change,
            "reasons": " ".join(reasons),
            "seen": seen,
        }
        values |= {"asked_by": by, "asked_at": at, "state": PendingState.OPEN.value}
        insert = CHANGE.insert().values(workspace_id=self._tx.workspace_id, **values).returning(CHANGE)
        return _to_pending(self._tx.connection.execute(insert).one())

    def find(self, number: int) -> Pending | None:
        """Return the change called *number*."""
        row = self._tx.connection.execute(select(CHANGE).where(*self._mine(), CHANGE.c.id == number)).first()
        return None if row is None else _to_pending(row)

    def waiting(self) -> list[Pending]:
        """Return what waits for a second admin, oldest first."""
        statement = select(CHANGE).where(*self._mine(), CHANGE.c.state == PendingState.OPEN.value).order_by(CHANGE.c.id)
        return [_to_pending(row) for row in self._tx.connection.execute(statement)]

    def decide(self, number: int, state: PendingState, by: str, now: datetime) -> bool:
        """Write down what became of the change called *number*; False where that was decided already."""
        values = {"state": state.value, "decided_by": by, "decided_at": now}
        statement = update(CHANGE).where(
            *self._mine(), CHANGE.c.id == number, CHANGE.c.state == PendingState.OPEN.value
        )
        return self._tx.connection.execute(statement.values(**values)).rowcount == 1

    def _mine(self) -> tuple[Any, ...]:
        return (CHANGE.c.workspace_id == self._tx.workspace_id,)


def _to_pending(row: AnyRow) -> Pending:
    return Pending(
        id=row.id,
        kind=row.kind,
        target=row.target,
        change=row.change,
        reasons=tuple(Lowering(reason) for reason in row.reasons.split()),
        asked_by=row.asked_by,
        asked_at=row.asked_at,
        seen=row.seen,
        state=PendingState(row.state),
        decided_by=row.decided_by,
    )
