"""Service wins: stories, the versions of their texts, and the people in them."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import Text, and_, cast, exists, or_, select, update

from bot.domain.feedback import Kind, RecordRef
from bot.domain.win import Choice, CustomerWords, Nomination, Person, Team, Win, WinKind, WinState
from bot.storage.hidden import HiddenQueries, Out, is_among
from bot.storage.store import AnyRow, Transaction, table_of
from bot.storage.win_tables import WinPersonRow, WinRow, WinTextRow

WIN = table_of(WinRow)
TEXT = table_of(WinTextRow)
PERSON = table_of(WinPersonRow)


class WinQueries:
    """Reads and writes the wins of the transaction's workspace."""

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx

    def add(
        self, nomination: Nomination, people: Sequence[Person], words: CustomerWords | None, now: datetime
    ) -> int | None:
        """Keep a new story, *parts* as typed; return its number, None where its form made one already."""
        team = nomination.group
        insert = self._tx.insert(WIN).values(
            workspace_id=self._tx.workspace_id,
            form=nomination.key,
            kind=nomination.kind,
            nominator=nomination.nominator,
            joined=[],
            team=None if team is None else asdict(team),
            state=WinState.OPEN,
            version=1,
            turn=0,
            revision=1,
            told=0,
            stale=False,
            created_at=now,
            changed_at=now,
        )
        row = self._tx.connection.execute(insert.on_conflict_do_nothing().returning(WIN.c.id)).first()
        if row is None:
            return None
        self.write_text(row.id, 1, nomination.parts, words, nomination.nominator, now)
        for person in people:
            self.add_person(row.id, person)
        return int(row.id)

    def add_person(self, win: int, person: Person) -> None:
        """Put somebody into a story."""
        kept = ("place", "user", "name", "in_team", "reachable", "choice", "agreed")
        values = {name: getattr(person, name) for name in kept}
        self._tx.connection.execute(PERSON.insert().values(workspace_id=self._tx.workspace_id, win=win, **values))

    def write_text(
        self, win: int, version: int, parts: Sequence[str], words: CustomerWords | None, by: str, now: datetime
    ) -> None:
        """Keep a version of the text; one that nobody was shown yet may be written anew."""
        values = {"parts": list(parts), "words": _from_words(words), "by": by, "at": now}
        key = {"workspace_id": self._tx.workspace_id, "win": win, "version": version}
        insert = self._tx.insert(TEXT).values(**key, **values)
        self._tx.connection.execute(insert.on_conflict_do_update(index_elements=list(key), set_=values))

    def change(self, win: Win, now: datetime, **values: Any) -> bool:
        """Change *win* if it still is as it was read; False where somebody was faster."""
        statement = (
            update(WIN)
            .where(WIN.c.workspace_id == self._tx.workspace_id, WIN.c.id == win.id, WIN.c.revision == win.revision)
            .values(revision=win.revision + 1, changed_at=now, **values)
        )
        return self._tx.connection.execute(statement).rowcount == 1

    def told(self, win: Win) -> None:
        """Write down that everybody was told of *win* as it was read."""
        statement = update(WIN).where(WIN.c.workspace_id == self._tx.workspace_id, WIN.c.id == win.id)
        self._tx.connection.execute(statement.values(told=win.revision))

    def corrected(self, win: Win, *, done: bool) -> None:
        """Write down that what stands in Slack is *win* as it was read: stale once more where it has changed since.

        *done* is False where nobody knows what Slack made of it: it may land yet, over what is newer.
        """
        statement = update(WIN).where(WIN.c.workspace_id == self._tx.workspace_id, WIN.c.id == win.id)
        self._tx.connection.execute(statement.values(stale=(WIN.c.revision != win.revision) if done else True))

    def stale_with(self, record: RecordRef) -> None:
        """Let every win that was posted with words of *record* be corrected: they were taken out, or put back."""
        same = and_(TEXT.c.workspace_id == WIN.c.workspace_id, TEXT.c.win == WIN.c.id, TEXT.c.version == WIN.c.version)
        posted = (WIN.c.workspace_id == self._tx.workspace_id, WIN.c.post.is_not(None))
        rows = self._tx.connection.execute(
            select(WIN.c.id, TEXT.c.words).select_from(WIN.join(TEXT, same)).where(*posted)
        )
        sought = record.model_dump(mode="json")
        quoting = [row.id for row in rows if row.words is not None and row.words["record"] == sought]
        self._tx.connection.execute(update(WIN).where(WIN.c.id.in_(quoting)).values(stale=True))

    def change_person(self, win: int, place: int, **values: Any) -> None:
        """Change what is known about somebody in a story."""
        key = (PERSON.c.workspace_id == self._tx.workspace_id, PERSON.c.win == win, PERSON.c.place == place)
        self._tx.connection.execute(update(PERSON).where(*key).values(**values))

    def find(self, win: int) -> Win | None:
        """Return the win of that number."""
        return next(iter(self._where(WIN.c.id == win)), None)

    def by_form(self, form: str) -> Win | None:
        """Return the win that a form made."""
        return next(iter(self._where(WIN.c.form == form)), None)

    def in_state(self, *states: WinState) -> list[Win]:
        """Return the wins in one of *states*, the oldest first."""
        return self._where(WIN.c.state.in_(states))

    def since(self, moment: datetime) -> list[Win]:
        """Return the wins nominated since *moment*, the oldest first."""
        return self._where(WIN.c.created_at >= moment)

    def owing(self) -> list[Win]:
        """Return the wins of which somebody has not been told yet."""
        return self._where(WIN.c.told < WIN.c.revision)

    def stale(self) -> list[Win]:
        """Return the wins that stand in Slack otherwise than they should."""
        return self._where(WIN.c.stale.is_(True))

    def of(self, user: str) -> list[Win]:
        """Return the wins that *user* nominated or joined, or is in, the newest first."""
        inside = exists().where(
            PERSON.c.workspace_id == WIN.c.workspace_id, PERSON.c.win == WIN.c.id, PERSON.c.user == user
        )
        found = self._where(or_(WIN.c.nominator == user, inside, cast(WIN.c.joined, Text).contains(f'"{user}"')))
        return found[::-1]

    def _where(self, *conditions: Any) -> list[Win]:
        mine = WIN.c.workspace_id == self._tx.workspace_id
        text = and_(TEXT.c.workspace_id == WIN.c.workspace_id, TEXT.c.win == WIN.c.id, TEXT.c.version == WIN.c.version)
        statement = (
            select(WIN, TEXT.c.parts, TEXT.c.words, TEXT.c.by)
            .select_from(WIN.join(TEXT, text))
            .where(mine, *conditions)
            .order_by(WIN.c.id)
        )
        rows = self._tx.connection.execute(statement).all()
        people, out = self._people([row.id for row in rows]), HiddenQueries(self._tx).out()
        return [_to_win(row, people.get(row.id, ()), out) for row in rows]

    def _people(self, wins: Iterable[int]) -> dict[int, tuple[Person, ...]]:
        statement = (
            select(PERSON)
            .where(PERSON.c.workspace_id == self._tx.workspace_id, PERSON.c.win.in_(list(wins)))
            .order_by(PERSON.c.place)
        )
        found: dict[int, tuple[Person, ...]] = {}
        for row in self._tx.connection.execute(statement):
            found[row.win] = (*found.get(row.win, ()), _to_person(row))
        return found


def _from_words(words: CustomerWords | None) -> dict[str, Any] | None:
    if words is None:
        return None
    record = None if words.record is None else words.record.model_dump(mode="json")
    named = list(words.named)
    return {"text": words.text, "record": record, "start": words.start, "end": words.end, "named": named}


def _to_words(kept: dict[str, Any] | None, out: Out) -> CustomerWords | None:
    """The words of a story; none where their record was taken out of what was posted."""
    if kept is None:
        return None
    record = kept["record"]
    found = None if record is None else RecordRef(**{**record, "kind": Kind(record["kind"])})
    if found is not None and is_among(found, out):
        return None
    return CustomerWords(kept["text"], found, kept["start"], kept["end"], tuple(kept.get("named", ())))


def _to_person(row: AnyRow) -> Person:
    names = ("place", "user", "name", "in_team", "reachable", "agreed", "asked", "asked_at", "reminded_at")
    choice = None if row.choice is None else Choice(row.choice)
    return Person(**{name: getattr(row, name) for name in names}, choice=choice)


def _to_win(row: AnyRow, people: tuple[Person, ...], out: Out) -> Win:
    return Win(
        id=row.id,
        kind=WinKind(row.kind),
        parts=tuple(row.parts),
        words=_to_words(row.words, out),
        nominator=row.nominator,
        people=people,
        created_at=row.created_at,
        joined=tuple(row.joined),
        team=None if row.team is None else Team(**row.team),
        state=WinState(row.state),
        version=row.version,
        version_by=row.by,
        turn=row.turn,
        approved=row.approved,
        decided_by=row.decided_by,
        revision=row.revision,
        told=row.told,
        stale=row.stale,
        post=row.post,
    )
