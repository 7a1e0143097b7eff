"""Digests as they were handed to the outbox."""

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import select, update

from bot.domain.digest import Digest
from bot.domain.week import Week
from bot.storage.store import Transaction, table_of
from bot.storage.tables import PublicationRow

PUBLICATION = table_of(PublicationRow)


class Publication(NamedTuple):
    """One published week."""

    week: Week
    digest: Digest


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

    def correct(self, digest: Digest) -> None:
        """Keep *digest* in place of what was published for its edition and week: somebody took their story back."""
        key = (
            PUBLICATION.c.workspace_id == self._tx.workspace_id,
            PUBLICATION.c.edition == digest.edition,
            PUBLICATION.c.week == digest.week,
        )
        self._tx.connection.execute(update(PUBLICATION).where(*key).values(digest=digest.model_dump(mode="json")))

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
        statement = select(PUBLICATION.c.digest).where(
            PUBLICATION.c.workspace_id == self._tx.workspace_id,
            PUBLICATION.c.edition == edition,
            PUBLICATION.c.week == str(week),
        )
        found = self._tx.connection.execute(statement).scalar_one_or_none()
        return None if found is None else Digest.model_validate(found)
