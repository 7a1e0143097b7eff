"""Themes as fitted up to a week: a cache that ingest renews, and a record that publishing pins."""

from datetime import datetime

from sqlalchemy import delete, select

from bot.domain.week import Week
from bot.storage.store import Transaction, table_of
from bot.storage.tables import ThemesRow

THEMES = table_of(ThemesRow)


class ThemesQueries:
    """Reads and writes theme states of the transaction's workspace, for one zone and rules version."""

    def __init__(self, tx: Transaction, timezone: str, version: str) -> None:
        self._tx = tx
        self._timezone = timezone
        self._version = version
        self._mine = (
            THEMES.c.workspace_id == tx.workspace_id,
            THEMES.c.timezone == timezone,
            THEMES.c.version == version,
        )

    def latest(self, before: Week) -> tuple[Week, str] | None:
        """Return the newest state fitted only from weeks before *before*."""
        statement = (
            select(THEMES.c.week, THEMES.c.state)
            .where(*self._mine, THEMES.c.week < str(before))
            .order_by(THEMES.c.week.desc())
            .limit(1)
        )
        row = self._tx.connection.execute(statement).first()
        return None if row is None else (Week.parse(row.week), row.state)

    def keep(self, week: Week, state: str, now: datetime, *, pinned: bool = False) -> None:
        """Keep the *state* after *week*; a pinned one is never replaced."""
        insert = self._tx.insert(THEMES).values(
            workspace_id=self._tx.workspace_id,
            timezone=self._timezone,
            version=self._version,
            week=str(week),
            state=state,
            pinned=pinned,
            saved_at=now,
        )
        excluded = insert.excluded
        self._tx.connection.execute(
            insert.on_conflict_do_update(
                index_elements=["workspace_id", "timezone", "version", "week"],
                set_={"state": excluded.state, "pinned": excluded.pinned, "saved_at": excluded.saved_at},
                where=THEMES.c.pinned.is_(False),
            )
        )


def forget_themes_since(tx: Transaction, moment: datetime) -> None:
    """Drop the states that late feedback of *moment* makes untrue; what a published digest rests on stays."""
    week = str(Week.of(moment).previous)  # a day's difference of zones can move the moment by a week
    tx.connection.execute(
        delete(THEMES).where(
            THEMES.c.workspace_id == tx.workspace_id, THEMES.c.week >= week, THEMES.c.pinned.is_(False)
        )
    )
