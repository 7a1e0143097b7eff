"""Areas, who owns which theme, and promises."""

from collections.abc import Sequence

from sqlalchemy import delete, select

from bot.domain.area import Area, Ownership, Promise
from bot.storage.house_tables import AreaRow, OwnershipRow, PromiseRow
from bot.storage.store import Transaction, table_of

AREA = table_of(AreaRow)
OWNERSHIP = table_of(OwnershipRow)
PROMISE = table_of(PromiseRow)


class AreaQueries:
    """Reads and writes who is accountable in the transaction's workspace."""

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx

    def all(self) -> list[Area]:
        """Return every area, by name."""
        statement = select(AREA).where(AREA.c.workspace_id == self._tx.workspace_id).order_by(AREA.c.name)
        return [Area(name=r.name, leader=r.leader, deputy=r.deputy) for r in self._tx.connection.execute(statement)]

    def put(self, area: Area) -> None:
        """Keep *area* under its name, in place of what stood there."""
        values = area.model_dump(exclude={"name"})
        insert = self._tx.insert(AREA).values(workspace_id=self._tx.workspace_id, name=area.name, **values)
        self._tx.connection.execute(insert.on_conflict_do_update(index_elements=["workspace_id", "name"], set_=values))

    def remove(self, name: str) -> None:
        """Forget the area called *name*."""
        mine = (AREA.c.workspace_id == self._tx.workspace_id, AREA.c.name == name)
        self._tx.connection.execute(delete(AREA).where(*mine))

    def ownerships(self) -> dict[str, Ownership]:
        """Return what is known about themes, by their ids."""
        statement = select(OWNERSHIP).where(OWNERSHIP.c.workspace_id == self._tx.workspace_id)
        found = self._tx.connection.execute(statement.order_by(OWNERSHIP.c.theme))
        return {row.theme: Ownership(theme=row.theme, name=row.name, area=row.area, owner=row.owner) for row in found}

    def own(self, ownership: Ownership) -> None:
        """Keep what is known about a theme; nothing known, nothing kept."""
        values = ownership.model_dump(exclude={"theme"})
        if not any(values.values()):
            mine = (OWNERSHIP.c.workspace_id == self._tx.workspace_id, OWNERSHIP.c.theme == ownership.theme)
            self._tx.connection.execute(delete(OWNERSHIP).where(*mine))
            return
        insert = self._tx.insert(OWNERSHIP).values(workspace_id=self._tx.workspace_id, theme=ownership.theme, **values)
        self._tx.connection.execute(insert.on_conflict_do_update(index_elements=["workspace_id", "theme"], set_=values))

    def promises(self) -> list[Promise]:
        """Return what customers were promised, in its order."""
        statement = select(PROMISE).where(PROMISE.c.workspace_id == self._tx.workspace_id).order_by(PROMISE.c.place)
        return [Promise(text=row.text, owner=row.owner) for row in self._tx.connection.execute(statement)]

    def promise(self, promises: Sequence[Promise]) -> None:
        """Keep *promises* in place of those that there were."""
        self._tx.connection.execute(delete(PROMISE).where(PROMISE.c.workspace_id == self._tx.workspace_id))
        for place, each in enumerate(promises):
            values = {"workspace_id": self._tx.workspace_id, "place": place, **each.model_dump()}
            self._tx.connection.execute(PROMISE.insert().values(**values))
