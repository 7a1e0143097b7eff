"""Themes as fitted up to a week: a cache that ingest renews, and a record that publishing pins."""

from datetime import datetime

from sqlalchemy import delete, select, update

from bot.domain.week import Week
from bot.storage.store import Transaction, table_of
from bot.storage.tables import ThemesRow, WorkspaceRow

THEMES = table_of(ThemesRow)
WORKSPACE = table_of(WorkspaceRow)


_PINNED = "pinned"


class ThemesQueries:
    """Reads and writes theme states of the transaction's workspace, for one zone.

    *engine* says what vectors and state are of, *rules* what else a state depends on. A state that a published digest
    rests on is good for any rules: themes keep their identity when somebody edits a rule.
    """

    def __init__(self, tx: Transaction, timezone: str, engine: str, rules: str) -> None:
        self._tx = tx
        self._timezone = timezone
        self._cached, self._pinned = f"{engine}.{rules}", f"{engine}.{_PINNED}"

    def latest(self, before: Week) -> tuple[Week, str] | None:
        """Return the newest state fitted only from weeks before *before*; of one week the pinned one."""
        statement = (
            select(THEMES.c.week, THEMES.c.state)
            .where(
                THEMES.c.workspace_id == self._tx.workspace_id,
                THEMES.c.timezone == self._timezone,
                THEMES.c.version.in_([self._cached, self._pinned]),
                THEMES.c.week < str(before),
            )
            .order_by(THEMES.c.week.desc(), THEMES.c.pinned.desc())
            .limit(1)
        )
        row = self._tx.connection.execute(statement).first()
        return None if row is None else (Week.parse(row.week), row.state)

    def keep(self, week: Week, state: str, now: datetime, *, pinned: bool = False) -> None:
        """Keep the *state* after *week*; a pinned one is never replaced."""
        insert = self._tx.insert(THEMES).values(
            workspace_id=self._tx.workspace_id,
            timezone=self._timezone,
            version=self._pinned if pinned else self._cached,
            week=str(week),
            state=state,
            pinned=pinned,
            saved_at=now,
        )
        excluded = insert.excluded
        self._tx.connection.execute(
            insert.on_conflict_do_update(
                index_elements=["workspace_id", "timezone", "version", "week"],
                set_={"state": excluded.state, "saved_at": excluded.saved_at},
                where=THEMES.c.pinned.is_(False),
            )
        )


def themes_generation(tx: Transaction, *, lock: bool = False) -> int:
    """Return how often states were made untrue so far; with *lock* it stays so until the transaction ends."""
    statement = select(WORKSPACE.c.themes_generation).where(WORKSPACE.c.id == tx.workspace_id)
    return int(tx.connection.execute(statement.with_for_update() if lock else statement).scalar_one())


def forget_themes_since(tx: Transaction, moment: datetime) -> None:
    """Drop the states that late feedback of *moment* makes untrue; what a published digest rests on stays.

    Whoever is fitting right now learns by the generation that what was read is no longer all.
    """
    week = str(Week.of(moment).previous)  # a day's difference of zones can move the moment by a week
    tx.connection.execute(
        delete(THEMES).where(
            THEMES.c.workspace_id == tx.workspace_id, THEMES.c.week >= week, THEMES.c.pinned.is_(False)
        )
    )
    tx.connection.execute(
        update(WORKSPACE)
        .where(WORKSPACE.c.id == tx.workspace_id)
        .values(themes_generation=WORKSPACE.c.themes_generation + 1)
    )
