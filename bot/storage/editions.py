"""Editions, and the weeks that they left out."""

from datetime import date, datetime, time
from typing import Any

from sqlalchemy import delete, select

from bot.domain.edition import Away, Edition, Origin, Weekday
from bot.domain.week import Week
from bot.storage.store import AnyRow, Transaction, table_of
from bot.storage.tables import EditionRow, SkippedWeekRow

EDITION = table_of(EditionRow)
SKIPPED = table_of(SkippedWeekRow)


class EditionQueries:
    """Reads and writes the editions of the transaction's workspace."""

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx

    def keep(self, edition: Edition) -> None:
        """Keep *edition* under its name, in place of what stood there."""
        values: dict[str, Any] = edition.model_dump(mode="json", exclude={"name", "at", "created_at"})
        values |= {"at": edition.at.isoformat("seconds"), "created_at": edition.created_at}
        insert = self._tx.insert(EDITION).values(workspace_id=self._tx.workspace_id, name=edition.name, **values)
        self._tx.connection.execute(insert.on_conflict_do_update(index_elements=["workspace_id", "name"], set_=values))

    def find(self, name: str) -> Edition | None:
        """Return the edition called *name*."""
        return next((edition for edition in self.all() if edition.name == name), None)

    def all(self) -> list[Edition]:
        """Return every edition, in the order of their names."""
        statement = select(EDITION).where(EDITION.c.workspace_id == self._tx.workspace_id).order_by(EDITION.c.name)
        return [_to_edition(row) for row in self._tx.connection.execute(statement)]

    def called(self, name: str) -> Edition:
        """Return the edition called *name*; a plain one where it was closed, to finish what it left."""
        return self.find(name) or Edition(name=name, created_at=self._tx.now())

    def remove(self, name: str) -> None:
        """Forget the edition called *name*; what it posted stays."""
        mine = (EDITION.c.workspace_id == self._tx.workspace_id, EDITION.c.name == name)
        self._tx.connection.execute(delete(EDITION).where(*mine))

    def skip(self, edition: str, week: Week, reason: str, now: datetime) -> bool:
        """Write down that *edition* leaves *week* out and why; False where that was known."""
        insert = self._tx.insert(SKIPPED).values(
            workspace_id=self._tx.workspace_id, edition=edition, week=str(week), reason=reason, seen_at=now
        )
        return self._tx.connection.execute(insert.on_conflict_do_nothing().returning(SKIPPED.c.id)).first() is not None

    def skipped(self, edition: str) -> dict[Week, str]:
        """Return the weeks that *edition* left out, with the reason of each."""
        statement = select(SKIPPED.c.week, SKIPPED.c.reason).where(
            SKIPPED.c.workspace_id == self._tx.workspace_id, SKIPPED.c.edition == edition
        )
        return {Week.parse(row.week): row.reason for row in self._tx.connection.execute(statement)}


def _to_edition(row: AnyRow) -> Edition:
    return Edition(
        name=row.name,
        title=row.title,
        channel=row.channel,
        weekday=Weekday(row.weekday),
        at=time.fromisoformat(row.at),
        timezone=row.timezone,
        language=row.language,
        holidays=row.holidays,
        created_at=row.created_at,
        review=row.review,
        away=Away(row.away),
        default_owner=row.default_owner,
        shadow_weeks=row.shadow_weeks,
        without=tuple(row.without),
        paused_until=date.fromisoformat(row.paused_until) if row.paused_until else None,
        pause_reason=row.pause_reason,
        origin=Origin(row.origin),
        off=row.off,
        company=row.company,
    )
