"""Areas, owners of themes and customer promises, as admins set them up."""

from collections.abc import Sequence
from datetime import datetime

from bot.blocks import ids
from bot.domain.area import Area, Ownership, Promise
from bot.domain.fingerprint import fingerprint
from bot.errors import DeclinedError
from bot.services.audit import record
from bot.services.setup.book import Book, unchanged
from bot.storage.areas import AreaQueries
from bot.storage.drafts import DraftQueries
from bot.storage.publications import PublicationQueries
from bot.storage.store import Transaction

_EDITIONS = 8
"""So many digests are looked through for themes."""

_REST = "rest"
"""The theme of what belongs to no other: nobody can own it."""


class AreaSetup:
    """Lets admins say who is accountable."""

    def __init__(self, book: Book) -> None:
        self._book = book

    def all(self) -> list[Area]:
        """Return every area, by name."""
        with self._book.read() as tx:
            return AreaQueries(tx).all()

    def area(self, name: str, user: str) -> tuple[Area, str]:
        """Return the area called *name* for an admin to change, and the name of its state."""
        self._book.mind(user)
        with self._book.read() as tx:
            area = _find(tx, name)
        return area, fingerprint(area)

    def gone(self, areas: Sequence[Area], owned: Sequence[Ownership] = ()) -> frozenset[str]:
        """Return who of the leaders and deputies of *areas*, and of those who own themes, is deactivated."""
        leading = {person for area in areas for person in (area.leader, area.deputy)}
        people = {person for person in (*leading, *(each.owner for each in owned)) if person}
        self._book.meet(people)
        return frozenset(person for person in people if not self._book.is_here(person))

    def keep(self, area: Area, before: str | None, seen: str | None, user: str, now: datetime) -> None:
        """Keep *area*, which was called *before*; its themes go with it to its new name, and to its new leader."""
        self._book.mind(user)
        if not area.name:
            raise DeclinedError("setup-area-unnamed", at=ids.SETUP_AREA)
        self._mind_people(area, before)
        with self._book.change() as tx:
            areas = AreaQueries(tx)
            known = None if before is None else _find(tx, before)
            if known is not None:
                unchanged(fingerprint(known), seen)
            others = {each.name.casefold() for each in areas.all() if each.name != before}
            if area.name.casefold() in others:
                raise DeclinedError("setup-area-taken", at=ids.SETUP_AREA)
            if known is not None:
                _hand_over(tx, known, area)
            if known is not None and known.name != area.name:
                areas.remove(known.name)
            areas.put(area)
            record(tx, now, user, "area.set", f"area:{area.name}"[:80])

    def _mind_people(self, area: Area, before: str | None) -> None:
        """Refuse who is newly chosen and cannot answer, or is to step in for themselves."""
        with self._book.read() as tx:
            known = Area(name="") if before is None else _find(tx, before)
        self._book.mind_here(area.leader, ids.SETUP_LEADER, known.leader)
        self._book.mind_here(area.deputy, ids.SETUP_DEPUTY, known.deputy)
        is_new = (area.leader, area.deputy) != (known.leader, known.deputy)
        if is_new and area.leader is not None and area.leader == area.deputy:
            raise DeclinedError("setup-area-same", at=ids.SETUP_DEPUTY)

    def remove(self, name: str, seen: str, user: str, now: datetime) -> None:
        """Forget the area called *name*; themes that it was accountable for are nobody's again."""
        self._book.mind(user)
        with self._book.change() as tx:
            known = _find(tx, name)
            unchanged(fingerprint(known), seen)
            AreaQueries(tx).remove(name)
            _hand_over(tx, known, None)
            record(tx, now, user, "area.remove", f"area:{name}"[:80])

    def owned(self) -> list[Ownership]:
        """Return the themes that have an area or an owner, each with a name that people know."""
        with self._book.read() as tx:
            known = [each for each in AreaQueries(tx).ownerships().values() if each.area or each.owner]
            names = dict(_themes(tx))
        return [each.model_copy(update={"name": each.name or names.get(each.theme)}) for each in known]

    def themes(self) -> list[tuple[str, str]]:
        """Return the themes of open drafts and of the last digests, id and name each, those that were shown first."""
        with self._book.read() as tx:
            return _themes(tx)

    def state_of_themes(self) -> str:
        """Return the name of the state in which themes have areas and owners."""
        with self._book.read() as tx:
            return _state_of_themes(tx)

    def own(
        self, theme: str, area: str | None, owner: str | None, *, seen: str | None, user: str, now: datetime
    ) -> None:
        """Make *area* accountable for *theme*, and *owner* its owner: where nobody is named, the area's leader."""
        self._book.mind(user)
        if not theme:
            raise DeclinedError("setup-theme-unknown", at=ids.SETUP_THEME)
        if area is None and owner is None:
            raise DeclinedError("setup-theme-nobody", at=ids.SETUP_OWNER)
        with self._book.read() as tx:
            owned = AreaQueries(tx).ownerships().get(theme)
        self._book.mind_here(owner, ids.SETUP_OWNER, owned.owner if owned else None)
        with self._book.change() as tx:
            unchanged(_state_of_themes(tx), seen)
            known = AreaQueries(tx).ownerships().get(theme, Ownership(theme=theme))
            leads = None if area is None else _find(tx, area).leader
            AreaQueries(tx).own(known.model_copy(update={"area": area, "owner": owner or leads}))
            record(tx, now, user, "theme.own", f"theme:{theme}"[:80])

    def disown(self, theme: str, seen: str, user: str, now: datetime) -> None:
        """Let *theme* be nobody's; a name that a curator gave it stays."""
        self._book.mind(user)
        with self._book.change() as tx:
            known = AreaQueries(tx).ownerships().get(theme)
            if known is not None:
                unchanged(known.state, seen)
                AreaQueries(tx).own(known.model_copy(update={"area": None, "owner": None}))
                record(tx, now, user, "theme.disown", f"theme:{theme}"[:80])

    def promises(self) -> tuple[list[Promise], str]:
        """Return what customers were promised, and the name of that state."""
        with self._book.read() as tx:
            found = AreaQueries(tx).promises()
        return found, fingerprint(found)

    def promise(self, rows: Sequence[tuple[str, str | None]], seen: str, user: str, now: datetime) -> None:
        """Keep the promises of *rows*, text and owner each, in place of those that there were; empty rows are none."""
        self._book.mind(user)
        self._mind_owners(rows)
        with self._book.change() as tx:
            unchanged(fingerprint(AreaQueries(tx).promises()), seen)
            promises = [Promise(text=text, owner=owner) for text, owner in rows if text]
            AreaQueries(tx).promise(promises)
            record(tx, now, user, "promises.set", "promises", count=len(promises))

    def _mind_owners(self, rows: Sequence[tuple[str, str | None]]) -> None:
        """Refuse a promise without an owner, an owner without a promise, and who is newly chosen and cannot answer."""
        known = {promise.owner for promise in self.promises()[0]}
        for place, (text, owner) in enumerate(rows):
            at = f"{ids.SETUP_PROMISE_OWNER}{place}"
            if text and not owner:
                raise DeclinedError("setup-promise-unowned", at=at)
            if owner and not text:
                raise DeclinedError("setup-promise-untold", at=f"{ids.SETUP_PROMISE}{place}")
            self._book.mind_here(owner, at, owner if owner in known else None)


def _find(tx: Transaction, name: str) -> Area:
    found = next((area for area in AreaQueries(tx).all() if area.name == name), None)
    if found is None:
        raise DeclinedError("area-gone")
    return found


def _state_of_themes(tx: Transaction) -> str:
    """A curator who gives a theme another name is in nobody's way: names do not count."""
    owned = AreaQueries(tx).ownerships()
    return fingerprint(*(f"{theme} {owned[theme].state}" for theme in sorted(owned)))


def _hand_over(tx: Transaction, before: Area, after: Area | None) -> None:
    """Let the themes of an area go with it, those that its leader owned to its new leader; without one they stay."""
    for owned in AreaQueries(tx).ownerships().values():
        if owned.area == before.name:
            passes = after is not None and after.leader is not None and owned.owner == before.leader
            owner = after.leader if after is not None and passes else owned.owner
            AreaQueries(tx).own(owned.model_copy(update={"area": after and after.name, "owner": owner}))


def _themes(tx: Transaction) -> list[tuple[str, str]]:
    """The themes of open drafts and of the last digests: those that were shown first, then all the others."""
    known = AreaQueries(tx).ownerships()
    digests = [*(draft.digest for draft in DraftQueries(tx).open()), *PublicationQueries(tx).newest(_EDITIONS)]
    shown = [line for digest in digests for line in digest.themes]
    others = [line for digest in digests for line in digest.all_themes if line.count]
    found: dict[str, str] = {}
    for line in (*shown, *others):
        name = (known[line.id].name if line.id in known else None) or line.name
        if name and line.id != _REST:
            found.setdefault(line.id, name)
    return list(found.items())
