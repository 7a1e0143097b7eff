"""What was taken away at its source: it goes here too, and does not come back by a later pull."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import delete, exists, select

from bot.domain.feedback import Feedback, Kind
from bot.storage.features import FEATURE
from bot.storage.feedback import FEEDBACK
from bot.storage.store import AnyRow, Transaction, table_of
from bot.storage.tables import TombstoneRow

TOMBSTONE = table_of(TombstoneRow)
_CONVERSATION = ""
_AT_ONCE = 500


class Span(NamedTuple):
    """The versions up to *until*, from *since* on where it is set."""

    until: datetime
    since: datetime | None = None

    def covers(self, version: datetime) -> bool:
        """Whether *version* is one of them."""
        return version <= self.until and (self.since is None or version >= self.since)


class Taken(NamedTuple):
    """What was taken away at *source*, its versions in *span*: record *key* of *kind*, or the whole conversation."""

    source: str
    key: str
    span: Span
    kind: Kind | None = None

    @property
    def place(self) -> tuple[str, str]:
        """The key within its source."""
        return (self.kind or _CONVERSATION, self.key)


class Buried(NamedTuple):
    """How many *records* went, and when the oldest of them was made."""

    records: int
    since: datetime | None


class TombstoneQueries:
    """Takes records away for good, in the transaction's workspace."""

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx

    def living(self, items: Sequence[Feedback]) -> list[bool]:
        """Return for each of *items* whether it may be kept; a newer version of a conversation lifts its tombstone."""
        stones: dict[str, Mapping[tuple[str, str], Span]] = {}
        for source in {item.source for item in items}:
            mine = [item for item in items if item.source == source]
            stones[source] = self._stones(source, mine)
            lifted = {
                item.conversation
                for item in mine
                if item.kind is Kind.CONVERSATION
                and _newer(item, stones[source].get((_CONVERSATION, item.conversation)))
            }
            if lifted:
                self._lift(source, sorted(lifted))
                stones[source] = {at: span for at, span in stones[source].items() if at[1] not in lifted or at[0]}
        return [_lives(item, stones[item.source]) for item in items]

    def bury(self, taken: Sequence[Taken]) -> Buried:
        """Delete what was *taken*, with what was learnt from its words alone, and leave a tombstone each."""
        gone: list[AnyRow] = []
        for source in sorted({one.source for one in taken}):
            mine = sorted((one for one in taken if one.source == source), key=lambda one: one.span.until)
            by_place = {one.place: one.span for one in mine}  # the newest of a place stays
            rows = self._rows(source, by_place)
            restored = {
                row.conversation
                for row in rows
                if row.kind == Kind.CONVERSATION
                and row.version > by_place.get((_CONVERSATION, row.conversation), Span(row.version)).until
            }
            by_place = {at: span for at, span in by_place.items() if at[0] or at[1] not in restored}
            self._leave_stones(source, by_place)
            gone += [row for row in rows if _covered(row, by_place)]
        self._delete(gone)
        return Buried(len(gone), min((row.created_at for row in gone), default=None))

    def _stones(self, source: str, items: Sequence[Feedback]) -> dict[tuple[str, str], Span]:
        t = TOMBSTONE.c
        keys = sorted({item.conversation for item in items} | {item.external_id for item in items})
        statement = select(t.kind, t.key, t.until, t.since).where(
            t.workspace_id == self._tx.workspace_id, t.source == source, t.key.in_(self._tx.listed(keys))
        )
        return {(row.kind, row.key): Span(row.until, row.since) for row in self._tx.connection.execute(statement)}

    def _lift(self, source: str, conversations: Sequence[str]) -> None:
        t = TOMBSTONE.c
        self._tx.connection.execute(
            delete(TOMBSTONE).where(
                t.workspace_id == self._tx.workspace_id,
                t.source == source,
                t.kind == _CONVERSATION,
                t.key.in_(self._tx.listed(conversations)),
            )
        )

    def _rows(self, source: str, places: Iterable[tuple[str, str]]) -> list[AnyRow]:
        f = FEEDBACK.c
        by_kind: dict[str, list[str]] = {}
        for kind, key in places:
            by_kind.setdefault(kind, []).append(key)
        found: dict[int, AnyRow] = {}
        for kind, keys in by_kind.items():
            named = f.external_id.in_(self._tx.listed(keys)) if kind else f.conversation.in_(self._tx.listed(keys))
            statement = select(f.id, f.kind, f.external_id, f.conversation, f.version, f.created_at, f.text_key).where(
                f.workspace_id == self._tx.workspace_id, f.source == source, named, *([f.kind == kind] if kind else [])
            )
            found.update({row.id: row for row in self._tx.connection.execute(statement)})
        return list(found.values())

    def _leave_stones(self, source: str, places: Mapping[tuple[str, str], Span]) -> None:
        insert = self._tx.insert(TOMBSTONE)
        statement = insert.on_conflict_do_update(
            index_elements=["workspace_id", "source", "kind", "key"],
            set_={"until": insert.excluded.until, "since": insert.excluded.since},
            where=insert.excluded.until > TOMBSTONE.c.until,
        )
        rows = [
            {"workspace_id": self._tx.workspace_id, "source": source, "kind": kind, "key": key, **span._asdict()}
            for (kind, key), span in sorted(places.items())
        ]
        if rows:
            self._tx.execute_many(statement, rows)

    def _delete(self, rows: Sequence[AnyRow]) -> None:
        for first in range(0, len(rows), _AT_ONCE):
            ids = [row.id for row in rows[first : first + _AT_ONCE]]
            self._tx.connection.execute(delete(FEEDBACK).where(FEEDBACK.c.id.in_(ids)))
        keys = sorted({row.text_key for row in rows if row.text_key is not None})
        still_said = exists().where(
            FEEDBACK.c.workspace_id == FEATURE.c.workspace_id, FEEDBACK.c.text_key == FEATURE.c.text_key
        )
        self._tx.connection.execute(
            delete(FEATURE).where(
                FEATURE.c.workspace_id == self._tx.workspace_id,
                FEATURE.c.text_key.in_(self._tx.listed(keys)),
                ~still_said,
            )
        )


def _lives(item: Feedback, stones: Mapping[tuple[str, str], Span]) -> bool:
    if (_CONVERSATION, item.conversation) in stones:
        return False
    span = stones.get((item.kind, item.external_id))
    return span is None or not span.covers(item.updated_at or item.created_at)


def _newer(item: Feedback, span: Span | None) -> bool:
    return span is not None and (item.updated_at or item.created_at) > span.until


def _covered(row: AnyRow, places: Mapping[tuple[str, str], Span]) -> bool:
    if (_CONVERSATION, row.conversation) in places:
        return True
    span = places.get((row.kind, row.external_id))
    return span is not None and span.covers(row.version)
