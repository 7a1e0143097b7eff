"""What Slack sent, by what names it, so that nothing is taken in twice."""

from datetime import datetime

from sqlalchemy import delete

from bot.storage.store import Transaction, table_of
from bot.storage.trace_tables import InboxRow

INBOX = table_of(InboxRow)


class InboxQueries:
    """Reads and writes the inbox of the transaction's workspace."""

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx

    def take(self, key: str, now: datetime) -> bool:
        """Write down that *key* came; False where it had come before."""
        insert = self._tx.insert(INBOX).values(workspace_id=self._tx.workspace_id, key=key, seen_at=now)
        return self._tx.connection.execute(insert.on_conflict_do_nothing().returning(INBOX.c.id)).first() is not None

    def forget_before(self, moment: datetime) -> int:
        """Forget what came before *moment*; return how many."""
        statement = delete(INBOX).where(INBOX.c.workspace_id == self._tx.workspace_id, INBOX.c.seen_at < moment)
        return self._tx.connection.execute(statement).rowcount
