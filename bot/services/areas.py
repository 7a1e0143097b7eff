"""Who is accountable for what: areas, themes and promises, as admins set them."""

from collections.abc import Sequence
from datetime import datetime

from bot.domain.area import Area, Ownership, Promise
from bot.errors import DeclinedError
from bot.services.audit import record
from bot.storage.areas import AreaQueries
from bot.storage.store import Store, Transaction


class Areas:
    """Reads and changes who is accountable."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self) -> list[Area]:
        """Return every area, by name."""
        with self._store.read() as tx:
            return AreaQueries(tx).all()

    def find(self, name: str) -> Area:
        """Return the area called *name*; DeclinedError where there is none any more."""
        found = next((area for area in self.all() if area.name == name), None)
        if found is None:
            raise DeclinedError("area-gone")
        return found

    def put(self, area: Area, actor: str, now: datetime) -> None:
        """Keep *area* under its name."""
        with self._store.begin() as tx:
            AreaQueries(tx).put(area)
            record(tx, now, actor, "area.set", f"area:{area.name}"[:80])

    def remove(self, name: str, actor: str, now: datetime) -> None:
        """Forget the area called *name*; themes that it was accountable for are nobody's again."""
        with self._store.begin() as tx:
            queries = AreaQueries(tx)
            queries.remove(name)
            for owned in queries.ownerships().values():
                if owned.area == name:
                    queries.own(owned.model_copy(update={"area": None}))
            record(tx, now, actor, "area.remove", f"area:{name}"[:80])

    def ownerships(self) -> dict[str, Ownership]:
        """Return what is known about themes, by their ids."""
        with self._store.read() as tx:
            return AreaQueries(tx).ownerships()

    def own(self, theme: str, actor: str, now: datetime, *, area: str | None, owner: str | None) -> None:
        """Make *area* accountable for *theme* and *owner* its owner; its name stays as it is."""
        with self._store.begin() as tx:
            known = AreaQueries(tx).ownerships().get(theme, Ownership(theme=theme))
            AreaQueries(tx).own(known.model_copy(update={"area": area, "owner": owner}))
            record(tx, now, actor, "theme.own", f"theme:{theme}"[:80])

    def rename(self, tx: Transaction, theme: str, name: str | None, actor: str, now: datetime) -> None:
        """Call *theme* by *name* from now on, in a transaction under way; None gives its own name back."""
        known = AreaQueries(tx).ownerships().get(theme, Ownership(theme=theme))
        AreaQueries(tx).own(known.model_copy(update={"name": name}))
        record(tx, now, actor, "theme.rename", f"theme:{theme}"[:80])

    def owner_of(self, theme: str) -> Ownership | None:
        """Return what is known about *theme*."""
        return self.ownerships().get(theme)

    def deputy_of(self, user: str) -> str | None:
        """Return who stands in for *user*, who leads an area; None where nobody does."""
        return next((area.deputy for area in self.all() if area.leader == user and area.deputy), None)

    def promises(self) -> list[Promise]:
        """Return what customers were promised."""
        with self._store.read() as tx:
            return AreaQueries(tx).promises()

    def promise(self, promises: Sequence[Promise], actor: str, now: datetime) -> None:
        """Keep *promises* in place of those that there were."""
        with self._store.begin() as tx:
            AreaQueries(tx).promise(promises)
            record(tx, now, actor, "promises.set", "promises", count=len(promises))
