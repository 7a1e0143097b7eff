"""Single settings that were made in Slack."""

from datetime import datetime
from typing import Any

from sqlalchemy import delete, select

from bot.storage.house_tables import SettingRow
from bot.storage.store import Transaction, table_of

SETTING = table_of(SettingRow)


class SettingQueries:
    """Reads and writes the settings of the transaction's workspace by name."""

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx

    def all(self) -> dict[str, Any]:
        """Return every setting that was made."""
        statement = select(SETTING.c.name, SETTING.c.value).where(SETTING.c.workspace_id == self._tx.workspace_id)
        return {row.name: row.value for row in self._tx.connection.execute(statement)}

    def put(self, name: str, value: Any, now: datetime) -> None:
        """Keep *value* under *name*; None forgets it."""
        if value is None:
            mine = (SETTING.c.workspace_id == self._tx.workspace_id, SETTING.c.name == name)
            self._tx.connection.execute(delete(SETTING).where(*mine))
            return
        values = {"value": value, "changed_at": now}
        insert = self._tx.insert(SETTING).values(workspace_id=self._tx.workspace_id, name=name, **values)
        self._tx.connection.execute(insert.on_conflict_do_update(index_elements=["workspace_id", "name"], set_=values))
