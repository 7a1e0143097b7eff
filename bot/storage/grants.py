"""Roles that were given in Slack."""

from sqlalchemy import delete, select

from bot.domain.role import Grant, Role
from bot.storage.house_tables import RoleGrantRow
from bot.storage.store import Transaction, table_of

GRANT = table_of(RoleGrantRow)


class GrantQueries:
    """Reads and writes the roles of the transaction's workspace."""

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx

    def all(self) -> list[Grant]:
        """Return every role that was given, the oldest first."""
        statement = select(GRANT).where(GRANT.c.workspace_id == self._tx.workspace_id).order_by(GRANT.c.id)
        return [Grant(Role(row.role), row.member) for row in self._tx.connection.execute(statement)]

    def give(self, grant: Grant) -> bool:
        """Give a role; False where it was given already."""
        values = {"workspace_id": self._tx.workspace_id, "role": grant.role.value, "member": grant.member}
        statement = self._tx.insert(GRANT).values(**values).on_conflict_do_nothing().returning(GRANT.c.id)
        return self._tx.connection.execute(statement).first() is not None

    def take(self, grant: Grant) -> bool:
        """Take a role away; False where nobody had it."""
        mine = (
            GRANT.c.workspace_id == self._tx.workspace_id,
            GRANT.c.role == grant.role.value,
            GRANT.c.member == grant.member,
        )
        return self._tx.connection.execute(delete(GRANT).where(*mine).returning(GRANT.c.id)).first() is not None
