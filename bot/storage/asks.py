"""Asks, and the commitments that come of them."""

from dataclasses import fields
from datetime import datetime
from typing import Any

from sqlalchemy import and_, or_, select, update

from bot.domain.ask import ANSWERED, UNANSWERED, AskRecord, AskState, CommitmentKind, Passing
from bot.storage.ask_tables import AskRow
from bot.storage.store import AnyRow, Transaction, table_of

ASK = table_of(AskRow)

_WAITS = ASK.c.state.in_([*UNANSWERED, AskState.TAKEN])

_NAMES = tuple(field.name for field in fields(AskRecord))
_TERMS = {"state": AskState, "kind": CommitmentKind, "passing": Passing}


class AskQueries:
    """Reads and writes the asks of the transaction's workspace."""

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx

    def add(self, edition: str, week: str, now: datetime, **values: Any) -> AskRecord | None:
        """Keep a proposed ask; None, and nothing happens, where that week of that edition has one already."""
        insert = self._tx.insert(ASK).values(
            workspace_id=self._tx.workspace_id,
            edition=edition,
            week=week,
            state=AskState.PROPOSED,
            version=1,
            named=False,
            passes=0,
            turn=1,
            told=0,
            stale=False,
            records=[],
            created_at=now,
            changed_at=now,
            **values,
        )
        row = self._tx.connection.execute(insert.on_conflict_do_nothing().returning(ASK.c.id)).first()
        return None if row is None else self.find(row.id)

    def change(self, ask: AskRecord, now: datetime, **values: Any) -> bool:
        """Change *ask* if it still is as it was read; False where somebody was faster."""
        statement = (
            update(ASK)
            .where(*self._mine(), ASK.c.id == ask.id, ASK.c.turn == ask.turn)
            .values(turn=ask.turn + 1, changed_at=now, **values)
        )
        return self._tx.connection.execute(statement).rowcount == 1

    def note(self, ask: AskRecord, **values: Any) -> bool:
        """Write down what the app did about *ask*, which is no change of it; False where it has changed since."""
        statement = update(ASK).where(*self._mine(), ASK.c.id == ask.id, ASK.c.turn == ask.turn).values(**values)
        return self._tx.connection.execute(statement).rowcount == 1

    def find(self, number: int) -> AskRecord | None:
        """Return the ask of that number."""
        return next(iter(self._where(ASK.c.id == number)), None)

    def of_week(self, edition: str, week: str) -> AskRecord | None:
        """Return the ask of an edition's week."""
        return next(iter(self._where(ASK.c.edition == edition, ASK.c.week == week)), None)

    def answered(self, edition: str) -> list[AskRecord]:
        """Return every ask of *edition* that was answered, the oldest first."""
        return self._where(ASK.c.edition == edition, ASK.c.state.in_(ANSWERED))

    def taken(self) -> list[AskRecord]:
        """Return the commitments that are still to be kept, the oldest first."""
        return self._where(ASK.c.state == AskState.TAKEN)

    def waiting(self) -> list[AskRecord]:
        """Return what waits to be answered or to be kept, the oldest first."""
        return self._where(_WAITS)

    def owing(self) -> list[AskRecord]:
        """Return the asks of which somebody has not been told yet."""
        return self._where(ASK.c.told < ASK.c.turn)

    def unseen(self) -> list[AskRecord]:
        """Return the asks that wait for an answer and are not known to have reached their owner as they read now."""
        unseen = or_(ASK.c.seen.is_(None), ASK.c.seen != ASK.c.version)
        return self._where(ASK.c.state.in_(UNANSWERED), unseen)

    def stale(self) -> list[AskRecord]:
        """Return the asks that stand in Slack otherwise than they should."""
        return self._where(ASK.c.stale.is_(True))

    def of_person(self, user: str) -> list[AskRecord]:
        """Return what waits for *user*: to be answered, to be taken over, to be kept. The newest first."""
        theirs = or_(ASK.c.owner == user, ASK.c.deputy == user)
        over = and_(ASK.c.passing == Passing.WAITING, ASK.c.passed_to == user)
        return self._where(or_(theirs, over), _WAITS)[::-1]

    def _where(self, *conditions: Any) -> list[AskRecord]:
        statement = select(ASK).where(*self._mine(), *conditions).order_by(ASK.c.id)
        return [_to_ask(row) for row in self._tx.connection.execute(statement)]

    def _mine(self) -> list[Any]:
        return [ASK.c.workspace_id == self._tx.workspace_id]


def _to_ask(row: AnyRow) -> AskRecord:
    values = {name: getattr(row, name) for name in _NAMES}
    terms = {name: term(values[name]) for name, term in _TERMS.items() if values[name] is not None}
    return AskRecord(**(values | terms | {"records": tuple(row.records)}))
