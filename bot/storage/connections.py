"""Sources that are connected from Slack."""

from typing import Any

from sqlalchemy import select, update

from bot.domain.connection import Connection, ConnectionState
from bot.storage.connection_tables import ConnectionRow
from bot.storage.store import AnyRow, Transaction, table_of

CONNECTION = table_of(ConnectionRow)


class ConnectionQueries:
    """Reads and writes the connections of the transaction's workspace."""

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx

    def find(self, source: str) -> Connection | None:
        """Return the connection of *source*, None where there never was one."""
        row = self._tx.connection.execute(select(CONNECTION).where(*self._at(source))).one_or_none()
        return None if row is None else _to_connection(row)

    def all(self) -> dict[str, Connection]:
        """Return every connection by its source."""
        statement = select(CONNECTION).where(CONNECTION.c.workspace_id == self._tx.workspace_id)
        return {row.source: _to_connection(row) for row in self._tx.connection.execute(statement)}

    def put(self, wanted: Connection) -> bool:
        """Keep *wanted* in place of the turn before its own; False where somebody was faster."""
        values: dict[str, Any] = {
            "state": wanted.state.value,
            "plain": dict(wanted.plain),
            "sealed": wanted.sealed,
            "by": wanted.by,
            "at": wanted.at,
            "turn": wanted.turn,
        }
        if wanted.turn == 1:
            insert = self._tx.insert(CONNECTION).values(
                workspace_id=self._tx.workspace_id, source=wanted.source, **values
            )
            made = self._tx.connection.execute(insert.on_conflict_do_nothing().returning(CONNECTION.c.id))
            return made.first() is not None
        before = CONNECTION.c.turn == wanted.turn - 1
        statement = update(CONNECTION).where(*self._at(wanted.source), before).values(**values)
        return self._tx.connection.execute(statement).rowcount == 1

    def _at(self, source: str) -> tuple[Any, ...]:
        return (CONNECTION.c.workspace_id == self._tx.workspace_id, CONNECTION.c.source == source)


def _to_connection(row: AnyRow) -> Connection:
    names = ("source", "plain", "sealed", "by", "at", "turn")
    return Connection(state=ConnectionState(row.state), **{name: getattr(row, name) for name in names})
