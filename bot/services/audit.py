"""Who changed what, and when: for those who have to be able to see it."""

from datetime import datetime

from bot.domain.audit import Entry
from bot.storage.audit import AuditQueries
from bot.storage.store import Store, Transaction


def record(tx: Transaction, at: datetime, actor: str, action: str, target: str, **detail: str | int) -> None:
    """Write down a change in the transaction that makes it; *detail* holds terms, never anybody's words."""
    AuditQueries(tx).write(Entry(at, actor, action, target, detail))


class AuditService:
    """Shows the audit log."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def entries(self, target: str | None = None) -> list[Entry]:
        """Return what was changed, the oldest first: all of it, or of one *target*."""
        with self._store.read() as tx:
            return AuditQueries(tx).entries(target)

    def page(self, offset: int, limit: int) -> tuple[list[Entry], bool]:
        """Return *limit* entries, newest first, after the *offset* newest ones, and whether there are older ones."""
        with self._store.read() as tx:
            found = AuditQueries(tx).page(offset, limit + 1)
        return found[:limit], len(found) > limit

    def everything(self) -> list[Entry]:
        """Return the whole log, oldest first."""
        with self._store.read() as tx:
            return AuditQueries(tx).everything()
