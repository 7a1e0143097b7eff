"""Drafts: kept once for each edition and week, and changed only against what was read."""

from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import case, select, update

from bot.domain.digest import Digest
from bot.domain.draft import UNDECIDED, Draft, DraftState, Made, PinVoice
from bot.domain.history import History
from bot.domain.reserve import Reserve
from bot.storage.draft_tables import DraftRow
from bot.storage.store import AnyRow, Transaction, table_of

DRAFT = table_of(DraftRow)

_READ = tuple(column for column in DRAFT.c if column.name != "placed")


class Waiting(NamedTuple):
    """A draft that may still be changed."""

    number: int
    edition: str
    week: str
    due_at: datetime


class DraftQueries:
    """Reads and writes the drafts of the transaction's workspace."""

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx

    def add(self, draft: Draft) -> bool:
        """Keep a new *draft*; False where its edition has one for its week."""
        insert = self._tx.insert(DRAFT).values(
            workspace_id=self._tx.workspace_id,
            edition=draft.edition,
            week=draft.week,
            digest=draft.digest.model_dump(mode="json"),
            reserve=draft.reserve.model_dump(mode="json", exclude={"themes_of"}),
            placed=draft.reserve.themes_of,
            edits=[made.model_dump(mode="json") for made in draft.edits],
            turn=draft.turn,
            state=draft.state,
            made_at=draft.made_at,
            due_at=draft.due_at,
            late=draft.late,
            shadow=draft.shadow,
            shown=draft.shown,
        )
        kept = self._tx.connection.execute(insert.on_conflict_do_nothing().returning(DRAFT.c.id))
        return kept.first() is not None

    def change(self, draft: Draft, **values: Any) -> bool:
        """Change *draft* if nobody took their turn since it was read; its turn is the next one then."""
        if "edits" in values:
            values["edits"] = [made.model_dump(mode="json") for made in values["edits"]]
        if values.get("state", draft.state) not in UNDECIDED:
            values |= _without_words(draft)
        statement = (
            update(DRAFT)
            .where(*self._mine(), DRAFT.c.id == draft.number, DRAFT.c.turn == draft.turn)
            .values(turn=draft.turn + 1, **values)
        )
        return self._tx.connection.execute(statement).rowcount == 1

    def move(self, number: int, due_at: datetime) -> None:
        """Write down that the draft called *number* is due at another time; curators are shown so."""
        self._tx.connection.execute(update(DRAFT).where(*self._mine(), DRAFT.c.id == number).values(due_at=due_at))
        self.show_anew(number)

    def show_anew(self, number: int | None = None) -> None:
        """Have curators shown anew the draft called *number*, or every one that may still be changed.

        Something that stands in them did. Each time has a number of its own below 0: whoever is showing a draft at
        this moment sees by it that they show what was.
        """
        which = DRAFT.c.state.in_(UNDECIDED) if number is None else DRAFT.c.id == number
        below = case((DRAFT.c.shown < 0, DRAFT.c.shown - 1), else_=-1)
        self._tx.connection.execute(update(DRAFT).where(*self._mine(), which).values(shown=below))

    def seen(self, draft: Draft) -> bool:
        """Write down that every curator has *draft* before them; False where it is another by now."""
        read = (DRAFT.c.turn == draft.turn, DRAFT.c.shown == draft.shown)
        statement = update(DRAFT).where(*self._mine(), DRAFT.c.id == draft.number, *read).values(shown=draft.turn)
        return self._tx.connection.execute(statement).rowcount == 1

    def find(self, number: int) -> Draft | None:
        """Return the draft of that number."""
        return next(iter(self._where(DRAFT.c.id == number)), None)

    def of(self, edition: str, week: str) -> Draft | None:
        """Return the draft of *edition* for *week*."""
        return next(iter(self._where(DRAFT.c.edition == edition, DRAFT.c.week == week)), None)

    def open(self) -> list[Draft]:
        """Return the drafts that may still be changed, the oldest first."""
        return self._where(DRAFT.c.state.in_(UNDECIDED))

    def has(self, edition: str, week: str) -> bool:
        """Return whether there is a draft of *edition* for *week*."""
        statement = select(DRAFT.c.id).where(*self._mine(), DRAFT.c.edition == edition, DRAFT.c.week == week)
        return self._tx.connection.execute(statement).first() is not None

    def waiting(self) -> list[Waiting]:
        """Return what little the clock asks about the drafts that may still be changed, the oldest first."""
        names = (DRAFT.c.id, DRAFT.c.edition, DRAFT.c.week, DRAFT.c.due_at)
        statement = select(*names).where(*self._mine(), DRAFT.c.state.in_(UNDECIDED)).order_by(DRAFT.c.id)
        return [Waiting(*row) for row in self._tx.connection.execute(statement)]

    def to_show(self) -> list[Draft]:
        """Return the drafts of which a curator has not seen the last turn."""
        return self._where(DRAFT.c.shown < DRAFT.c.turn)

    def placed(self, draft: Draft) -> dict[str, str]:
        """Return the theme that each voice of the week was placed in, by ``source/kind/external_id``."""
        statement = select(DRAFT.c.placed).where(*self._mine(), DRAFT.c.id == draft.number)
        placed: dict[str, str] = self._tx.connection.execute(statement).scalar_one()
        return placed

    def _where(self, *conditions: Any) -> list[Draft]:
        statement = select(*_READ).where(*self._mine(), *conditions).order_by(DRAFT.c.id)
        return [_to_draft(row) for row in self._tx.connection.execute(statement)]

    def _mine(self) -> list[Any]:
        return [DRAFT.c.workspace_id == self._tx.workspace_id]


def _without_words(draft: Draft) -> dict[str, Any]:
    """What stays of a draft that is over: who edited it and how, and nothing that a customer said."""
    digest = draft.digest.model_copy(update={"quotes": (), "praise": (), "wins": ()})
    reserve = Reserve(weeks_before=draft.reserve.weeks_before, history=History(), themes=(), series={})
    edits = (made for made in draft.edits if not isinstance(made.edit, PinVoice))
    return {
        "digest": digest.model_dump(mode="json"),
        "reserve": reserve.model_dump(mode="json"),
        "placed": {},
        "edits": [made.model_dump(mode="json") for made in edits],
    }


def _to_draft(row: AnyRow) -> Draft:
    names = ("edition", "week", "turn", "made_at", "due_at", "late", "holder", "decided_by", "shadow", "shown")
    return Draft(
        number=row.id,
        digest=Digest.model_validate(row.digest),
        reserve=Reserve.model_validate(row.reserve),
        edits=tuple(Made.model_validate(made) for made in row.edits),
        state=DraftState(row.state),
        **{name: getattr(row, name) for name in names},
    )
