"""How far each source that is pulled has come, and which process holds it."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import or_, select, update

from bot.storage.store import Transaction, table_of
from bot.storage.tables import SourceStateRow

STATE = table_of(SourceStateRow)
WHOLE = ""
"""The stream that stands for the source as a whole: its lease, its pause, its last full sync."""


class StreamState(NamedTuple):
    """What is known of one stream; all None before it was ever read."""

    cursor: str | None = None
    identity: str | None = None
    account: str | None = None
    off: str | None = None
    not_before: datetime | None = None
    last_sync: datetime | None = None
    failing_since: datetime | None = None
    error: str | None = None
    trouble: str | None = None
    told_at: datetime | None = None


_FIELDS = tuple(STATE.c[name] for name in StreamState._fields)


class SourceStateQueries:
    """Reads and writes the states of the sources of the transaction's workspace."""

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx

    def claim(self, source: str, token: str, lease: timedelta) -> bool:
        """Hold *source* for *token* until *lease* from now by the database's clock; False while another one does.

        PostgreSQL skips a row that is being claimed; on SQLite one writer comes after the other.
        """
        self._ensure(source, WHOLE)
        now = self._tx.now()
        free = (
            select(STATE.c.id)
            .where(
                *self._at(source, WHOLE),
                or_(STATE.c.lease_until.is_(None), STATE.c.lease_until < now, STATE.c.token == token),
            )
            .with_for_update(skip_locked=True)
        )
        row = self._tx.connection.execute(free).scalar_one_or_none()
        if row is None:
            return False
        self._tx.connection.execute(update(STATE).where(STATE.c.id == row).values(token=token, lease_until=now + lease))
        return True

    def renew(self, source: str, token: str, lease: timedelta) -> bool:
        """Hold *source* on; False where *token* lost it. Nobody else can take it before this transaction ends."""
        statement = (
            update(STATE)
            .where(*self._at(source, WHOLE), STATE.c.token == token)
            .values(lease_until=self._tx.now() + lease)
        )
        return self._tx.connection.execute(statement).rowcount == 1

    def release(self, source: str, token: str) -> None:
        """Give *source* free, where *token* holds it."""
        self._tx.connection.execute(
            update(STATE).where(*self._at(source, WHOLE), STATE.c.token == token).values(token=None, lease_until=None)
        )

    def free(self, source: str) -> None:
        """Take *source* from whoever holds it: a run that is under way ends before its next page is kept."""
        self._ensure(source, WHOLE)
        self._tx.connection.execute(update(STATE).where(*self._at(source, WHOLE)).values(token=None, lease_until=None))

    def get(self, source: str, stream: str = WHOLE) -> StreamState:
        """Return what is known of a stream."""
        row = self._tx.connection.execute(select(*_FIELDS).where(*self._at(source, stream))).one_or_none()
        return StreamState() if row is None else StreamState(*row)

    def all_of(self, source: str) -> dict[str, StreamState]:
        """Return the states of every stream of *source*, the whole under ``""``."""
        statement = select(STATE.c.stream, *_FIELDS).where(
            STATE.c.workspace_id == self._tx.workspace_id, STATE.c.source == source
        )
        return {row[0]: StreamState(*row[1:]) for row in self._tx.connection.execute(statement)}

    def pulled(self) -> Mapping[str, StreamState]:
        """Return the state of every source that is pulled: files are not among them, and never go stale."""
        statement = (
            select(STATE.c.source, *_FIELDS)
            .where(STATE.c.workspace_id == self._tx.workspace_id, STATE.c.stream == WHOLE)
            .order_by(STATE.c.source)
        )
        return {row[0]: StreamState(*row[1:]) for row in self._tx.connection.execute(statement)}

    def write(self, source: str, stream: str, **values: Any) -> None:
        """Change what is known of a stream; texts are cut to what fits."""
        self._ensure(source, stream)
        for name in ("off", "error"):
            if values.get(name):
                values[name] = str(values[name])[:500]
        self._tx.connection.execute(update(STATE).where(*self._at(source, stream)).values(**values))

    def _ensure(self, source: str, stream: str) -> None:
        insert = self._tx.insert(STATE).values(workspace_id=self._tx.workspace_id, source=source, stream=stream)
        self._tx.connection.execute(insert.on_conflict_do_nothing())

    def _at(self, source: str, stream: str) -> tuple[Any, ...]:
        return (
            STATE.c.workspace_id == self._tx.workspace_id,
            STATE.c.source == source,
            STATE.c.stream == stream,
        )
