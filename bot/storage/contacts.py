"""Offers to meet a customer for ten minutes."""

from dataclasses import fields
from datetime import datetime
from typing import Any

from sqlalchemy import func, select, update

from bot.domain.offer import OfferKind, OfferRecord, OfferState
from bot.storage.ask_tables import ContactRow
from bot.storage.store import AnyRow, Transaction, table_of

CONTACT = table_of(ContactRow)

_NAMES = tuple(field.name for field in fields(OfferRecord))


class ContactQueries:
    """Reads and writes the contact offers of the transaction's workspace."""

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx

    def add(self, form: str, now: datetime, **values: Any) -> int | None:
        """Keep an open offer and return its number; None where its form made one already."""
        insert = self._tx.insert(CONTACT).values(
            workspace_id=self._tx.workspace_id,
            form=form,
            state=OfferState.OPEN,
            asked=[],
            turn=1,
            created_at=now,
            **values,
        )
        row = self._tx.connection.execute(insert.on_conflict_do_nothing().returning(CONTACT.c.id)).first()
        return None if row is None else int(row.id)

    def change(self, offer: OfferRecord, **values: Any) -> bool:
        """Change *offer* if it still is as it was read; False where somebody was faster."""
        statement = (
            update(CONTACT)
            .where(*self._mine(), CONTACT.c.id == offer.id, CONTACT.c.turn == offer.turn)
            .values(turn=offer.turn + 1, **values)
        )
        return self._tx.connection.execute(statement).rowcount == 1

    def find(self, number: int) -> OfferRecord | None:
        """Return the offer of that number."""
        return next(iter(self._where(CONTACT.c.id == number)), None)

    def open(self) -> list[OfferRecord]:
        """Return the offers that nobody has taken yet, the oldest first."""
        return self._where(CONTACT.c.state == OfferState.OPEN)

    def taken(self) -> list[OfferRecord]:
        """Return the offers that were taken and not spoken of yet."""
        return self._where(CONTACT.c.state == OfferState.TAKEN)

    def of_person(self, user: str) -> list[OfferRecord]:
        """Return what *user* took and has not spoken of yet."""
        return self._where(CONTACT.c.state == OfferState.TAKEN, CONTACT.c.taken_by == user)

    def last_taken(self) -> dict[str, datetime]:
        """Return when each person last took an offer: for the order in which they are asked, and for nothing else."""
        latest = func.max(CONTACT.c.taken_at, type_=CONTACT.c.taken_at.type)
        statement = (
            select(CONTACT.c.taken_by, latest)
            .where(*self._mine(), CONTACT.c.taken_by.is_not(None))
            .group_by(CONTACT.c.taken_by)
        )
        return {row[0]: row[1] for row in self._tx.connection.execute(statement)}

    def _where(self, *conditions: Any) -> list[OfferRecord]:
        statement = select(CONTACT).where(*self._mine(), *conditions).order_by(CONTACT.c.id)
        return [_to_offer(row) for row in self._tx.connection.execute(statement)]

    def _mine(self) -> list[Any]:
        return [CONTACT.c.workspace_id == self._tx.workspace_id]


def _to_offer(row: AnyRow) -> OfferRecord:
    values = {name: getattr(row, name) for name in _NAMES}
    values |= {"kind": OfferKind(row.kind), "state": OfferState(row.state), "asked": tuple(row.asked)}
    return OfferRecord(**values)
