"""Digests as they were handed to the outbox."""

from collections.abc import Callable
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import select, update

from bot.domain.digest import Digest
from bot.domain.feedback import RecordRef
from bot.domain.week import Week
from bot.storage.store import Transaction, table_of
from bot.storage.tables import PublicationRow

PUBLICATION = table_of(PublicationRow)


class Publication(NamedTuple):
    """One published week."""

    week: Week
    digest: Digest


class Heading(NamedTuple):
    """Which digest it is, and when it was corrected last."""

    edition: str
    week: str
    corrected_at: datetime | None


class PublicationQueries:
    """Reads and writes publications of the transaction's workspace."""

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx

    def keep(self, digest: Digest, now: datetime) -> bool:
        """Keep *digest* for its edition and week; False where that week was published already."""
        insert = self._tx.insert(PUBLICATION).values(
            workspace_id=self._tx.workspace_id,
            edition=digest.edition,
            week=digest.week,
            digest=digest.model_dump(mode="json"),
            created_at=now,
        )
        # Not rowcount: with PostgreSQL an INSERT that knows its key beforehand reports -1.
        kept = self._tx.connection.execute(insert.on_conflict_do_nothing().returning(PUBLICATION.c.id))
        return kept.first() is not None

    def correct(self, edition: str, week: Week, change: Callable[[Digest], Digest]) -> Digest | None:
        """Let *change* correct what was published, as it is by now; None where nothing was.

        Nobody else corrects that digest, nor its messages, before the transaction ends: who corrects messages of a
        digest does so after this.
        """
        statement = select(PUBLICATION.c.digest).where(*self._at(edition, week)).with_for_update()
        found = self._tx.connection.execute(statement).scalar_one_or_none()
        if found is None:
            return None
        digest = Digest.model_validate(found)
        wanted = change(digest)
        if wanted != digest:
            values = {"digest": wanted.model_dump(mode="json")}
            self._tx.connection.execute(update(PUBLICATION).where(*self._at(edition, week)).values(**values))
        return wanted

    def holding(self, record: RecordRef, since: Week) -> list[tuple[str, Week]]:
        """Return which editions and weeks, from *since* on, hold a quote of *record*."""
        statement = (
            select(PUBLICATION.c.edition, PUBLICATION.c.week, PUBLICATION.c.digest)
            .where(PUBLICATION.c.workspace_id == self._tx.workspace_id, PUBLICATION.c.week >= str(since))
            .order_by(PUBLICATION.c.week, PUBLICATION.c.edition)
        )
        sought = record.model_dump(mode="json")
        return [
            (row.edition, Week.parse(row.week))
            for row in self._tx.connection.execute(statement)
            if any(quote["record"] == sought for name in ("quotes", "praise") for quote in row.digest.get(name, ()))
        ]

    def headings(self, limit: int) -> list[Heading]:
        """Return which digests were published last, the newest week first."""
        statement = (
            select(PUBLICATION.c.edition, PUBLICATION.c.week, PUBLICATION.c.digest)
            .where(PUBLICATION.c.workspace_id == self._tx.workspace_id)
            .order_by(PUBLICATION.c.week.desc(), PUBLICATION.c.edition)
            .limit(limit)
        )
        found = []
        for row in self._tx.connection.execute(statement):
            at = row.digest.get("corrected_at")
            found.append(Heading(row.edition, row.week, datetime.fromisoformat(at) if at else None))
        return found

    def before(self, edition: str, week: Week, limit: int) -> list[Publication]:
        """Return the edition's newest *limit* publications of weeks before *week*, newest first."""
        statement = (
            select(PUBLICATION.c.week, PUBLICATION.c.digest)
            .where(
                PUBLICATION.c.workspace_id == self._tx.workspace_id,
                PUBLICATION.c.edition == edition,
                PUBLICATION.c.week < str(week),
            )
            .order_by(PUBLICATION.c.week.desc())
            .limit(limit)
        )
        return [
            Publication(Week.parse(row.week), Digest.model_validate(row.digest))
            for row in self._tx.connection.execute(statement)
        ]

    def newest(self, limit: int) -> list[Digest]:
        """Return the newest *limit* publications of all editions, newest first."""
        mine = PUBLICATION.c.workspace_id == self._tx.workspace_id
        statement = select(PUBLICATION.c.digest).where(mine).order_by(PUBLICATION.c.id.desc()).limit(limit)
        return [Digest.model_validate(digest) for digest in self._tx.connection.execute(statement).scalars()]

    def find(self, edition: str, week: Week) -> Digest | None:
        """Return what was published for *week*, None when nothing was."""
        statement = select(PUBLICATION.c.digest).where(*self._at(edition, week))
        found = self._tx.connection.execute(statement).scalar_one_or_none()
        return None if found is None else Digest.model_validate(found)

    def _at(self, edition: str, week: Week) -> list[Any]:
        mine = PUBLICATION.c.workspace_id == self._tx.workspace_id
        return [mine, PUBLICATION.c.edition == edition, PUBLICATION.c.week == str(week)]
