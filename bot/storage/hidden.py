"""Records that were taken out of what was posted."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import select, update

from bot.domain.digest import Quote
from bot.domain.feedback import Kind, RecordRef
from bot.domain.hidden import Hidden, HiddenState, HideReason
from bot.storage.hidden_tables import HiddenRow
from bot.storage.store import AnyRow, Transaction, table_of

HIDDEN = table_of(HiddenRow)

Out = Collection[tuple[str, str, str]]
"""Records that are not to be quoted: source, kind and external id of each."""


class HiddenQueries:
    """Reads and writes what was taken out in the transaction's workspace."""

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx

    def hide(self, quote: Quote, edition: str, week: str, reason: HideReason, now: datetime) -> Hidden | None:
        """Mark the record of *quote*, anew where it was lifted; None where it is marked already."""
        record = quote.record
        key = {
            "workspace_id": self._tx.workspace_id,
            "source": record.source,
            "kind": record.kind.value,
            "external_id": record.external_id,
        }
        values = {
            "edition": edition,
            "week": week,
            "reason": reason,
            "state": HiddenState.HIDDEN,
            "stale": True,
            "said_at": quote.said_at,
            "changed_at": now,
        }
        insert = self._tx.insert(HIDDEN).values(**key, **values, turn=1, told=0)
        marked = insert.on_conflict_do_update(
            index_elements=list(key),
            set_=values | {"turn": HIDDEN.c.turn + 1},
            where=HIDDEN.c.state == HiddenState.LIFTED,
        )
        row = self._tx.connection.execute(marked.returning(HIDDEN)).first()
        return None if row is None else _to_hidden(row)

    def decide(self, number: int, turn: int, state: HiddenState, now: datetime) -> Hidden | None:
        """Set the *state* of what is hidden, if it still is as in *turn*; None where somebody was faster."""
        statement = (
            update(HIDDEN)
            .where(
                HIDDEN.c.workspace_id == self._tx.workspace_id,
                HIDDEN.c.id == number,
                HIDDEN.c.turn == turn,
                HIDDEN.c.state == HiddenState.HIDDEN,
            )
            .values(state=state, turn=turn + 1, stale=True, changed_at=now)
            .returning(HIDDEN)
        )
        row = self._tx.connection.execute(statement).first()
        return None if row is None else _to_hidden(row)

    def find(self, number: int) -> Hidden | None:
        """Return the mark of that number."""
        return next(iter(self._where(HIDDEN.c.id == number)), None)

    def of(self, record: RecordRef) -> Hidden | None:
        """Return the mark on *record*, None where it has none."""
        found = self._where(
            HIDDEN.c.source == record.source,
            HIDDEN.c.kind == record.kind.value,
            HIDDEN.c.external_id == record.external_id,
        )
        return next(iter(found), None)

    def out(self) -> frozenset[tuple[str, str, str]]:
        """Return which records are not to be quoted now: source, kind and external id of each."""
        c = HIDDEN.c
        statement = select(c.source, c.kind, c.external_id).where(
            c.workspace_id == self._tx.workspace_id, c.state != HiddenState.LIFTED
        )
        return frozenset((row.source, row.kind, row.external_id) for row in self._tx.connection.execute(statement))

    def undecided(self) -> list[Hidden]:
        """Return what curators have not decided about, the oldest first."""
        return self._where(HIDDEN.c.state == HiddenState.HIDDEN)

    def stale(self) -> list[Hidden]:
        """Return what is not carried out everywhere yet."""
        return self._where(HIDDEN.c.stale.is_(True))

    def owing(self) -> list[Hidden]:
        """Return what curators and admins have not been told of."""
        return self._where(HIDDEN.c.told < HIDDEN.c.turn)

    def told(self, hidden: Hidden) -> None:
        """Write down that everybody was told of *hidden* as it was read."""
        self._set(hidden, told=hidden.turn)

    def carried_out(self, hidden: Hidden) -> None:
        """Write down that *hidden*, as it was read, is carried out everywhere."""
        self._set(hidden, stale=False)

    def _set(self, hidden: Hidden, **values: Any) -> None:
        key = (HIDDEN.c.workspace_id == self._tx.workspace_id, HIDDEN.c.id == hidden.id, HIDDEN.c.turn == hidden.turn)
        self._tx.connection.execute(update(HIDDEN).where(*key).values(**values))

    def _where(self, *conditions: Any) -> list[Hidden]:
        mine = HIDDEN.c.workspace_id == self._tx.workspace_id
        statement = select(HIDDEN).where(mine, *conditions).order_by(HIDDEN.c.id)
        return [_to_hidden(row) for row in self._tx.connection.execute(statement)]


def is_among(record: RecordRef, out: Out) -> bool:
    """Whether *record* is one of those that are *out*."""
    return (record.source, record.kind.value, record.external_id) in out


def _to_hidden(row: AnyRow) -> Hidden:
    return Hidden(
        id=row.id,
        record=RecordRef(source=row.source, kind=Kind(row.kind), external_id=row.external_id),
        edition=row.edition,
        week=row.week,
        reason=HideReason(row.reason),
        state=HiddenState(row.state),
        turn=row.turn,
        told=row.told,
        stale=row.stale,
        said_at=row.said_at,
        changed_at=row.changed_at,
    )
