"""The audit log: written with the change it tells of, in one transaction, and never rewritten."""

from sqlalchemy import select

from bot.domain.audit import Entry
from bot.storage.store import AnyRow, Transaction, table_of
from bot.storage.trace_tables import AuditRow

AUDIT = table_of(AuditRow)


class AuditQueries:
    """Adds to and reads the log of the transaction's workspace."""

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx

    def write(self, entry: Entry) -> None:
        """Add *entry*."""
        values = {name: getattr(entry, name) for name in ("at", "actor", "action", "target", "detail")}
        self._tx.connection.execute(AUDIT.insert().values(workspace_id=self._tx.workspace_id, **values))

    def page(self, offset: int, limit: int) -> list[Entry]:
        """Return *limit* entries, newest first, after the *offset* newest ones."""
        statement = select(AUDIT).where(AUDIT.c.workspace_id == self._tx.workspace_id)
        rows = self._tx.connection.execute(statement.order_by(AUDIT.c.id.desc()).offset(offset).limit(limit))
        return [_to_entry(row) for row in rows]

    def everything(self) -> list[Entry]:
        """Return the whole log, oldest first."""
        statement = select(AUDIT).where(AUDIT.c.workspace_id == self._tx.workspace_id).order_by(AUDIT.c.id)
        return [_to_entry(row) for row in self._tx.connection.execute(statement)]

    def targets(self, action: str) -> set[str]:
        """Return everything that *action* was ever done to."""
        mine = (AUDIT.c.workspace_id == self._tx.workspace_id, AUDIT.c.action == action)
        return set(self._tx.connection.execute(select(AUDIT.c.target).where(*mine)).scalars())

    def entries(self, target: str | None = None, limit: int = 1_000) -> list[Entry]:
        """Return the newest entries, of one *target* or of all, the oldest of them first."""
        statement = select(AUDIT).where(AUDIT.c.workspace_id == self._tx.workspace_id)
        if target is not None:
            statement = statement.where(AUDIT.c.target == target)
        rows = self._tx.connection.execute(statement.order_by(AUDIT.c.id.desc()).limit(limit)).all()
        return [_to_entry(row) for row in reversed(rows)]


def _to_entry(row: AnyRow) -> Entry:
    return Entry(row.at, row.actor, row.action, row.target, row.detail)
