"""What curators do with a story: approve, edit lightly, merge, keep with a thank-you, take back.

Each of them says which turn they had before them: of two at once one has the effect, the other a plain word.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.blocks import ids
from bot.domain.win import Person, Win, WinState
from bot.errors import DeclinedError
from bot.services.roles import Roles
from bot.services.wins.book import Book
from bot.services.wins.nominating import MOST_PEOPLE, filled
from bot.services.wins.quoting import reworded
from bot.storage.store import Store, Transaction
from bot.storage.wins import WinQueries

_UNDECIDED = (WinState.OPEN, WinState.TAKEN_BACK)
_SHOWN = (WinState.READY, WinState.CELEBRATED)


class Curating:
    """Lets curators decide."""

    def __init__(self, store: Store, book: Book, roles: Roles) -> None:
        self._store = store
        self._book = book
        self._roles = roles

    def approve(self, number: int, turn: int, version: int, curator: str, now: datetime) -> Win:
        """Approve the text as *curator* saw it; it is celebrated once everybody in it has agreed."""

        def change(tx: Transaction, win: Win) -> Win:
            self._mind(win, turn, curator, _UNDECIDED)
            if not self._book.house.can_celebrate:
                raise DeclinedError("win-no-channel")
            if version != win.version:
                raise DeclinedError("win-text-changed")
            if win.stale:
                raise DeclinedError("win-being-taken-back")
            values = {"approved": version, "turn": turn + 1, "decided_by": curator, "state": WinState.OPEN}
            # what was taken back stands nowhere any more: it is told anew, as if for the first time
            return self._book.change(tx, win, now, curator, "win.approve", post=None, **values)

        return self._book.revise(number, change)

    def edit(
        self,
        number: int,
        turn: int,
        version: int,
        curator: str,
        parts: Sequence[str],
        said: str | None,
        now: datetime,
    ) -> Win:
        """Write the text anew; who told it sees it again, and who is in it is asked again.

        DeclinedError where *version* is not the last any more: nobody's text is written over unseen.
        """

        def change(tx: Transaction, win: Win) -> Win:
            self._mind(win, turn, curator, _UNDECIDED)
            if version != win.version:
                raise DeclinedError("win-edited-meanwhile")
            if win.stale:
                raise DeclinedError("win-being-taken-back")
            words = reworded(win.words, said)
            WinQueries(tx).write_text(win.id, win.version + 1, filled(parts), words, curator, now)
            values = {
                "version": win.version + 1,
                "turn": turn + 1,
                "approved": None,
                "state": WinState.OPEN,
                "post": None,
            }
            return self._book.change(tx, win, now, curator, "win.edit", **values)

        return self._book.revise(number, change)

    def merge(self, number: int, turn: int, into: int, curator: str, now: datetime) -> Win:
        """Put the story into another, with those who told it and those in it; the other's text stays.

        People who were not in the other are asked, and with them everybody: the text names more people now. Without
        any it stays as it is, and so do the buttons that curators have. DeclinedError where they are too many together.
        """

        def change(tx: Transaction, win: Win) -> Win:
            self._mind(win, turn, curator, _UNDECIDED)
            other = self._book.find(tx, into)
            if other.id == win.id or other.state is not WinState.OPEN:
                raise DeclinedError("win-faster")
            known = {_who(person) for person in other.people}
            new = [person for person in win.people if _who(person) not in known]
            if len(other.people) + len(new) > MOST_PEOPLE:
                raise DeclinedError("win-merge-too-many", at=ids.WIN_INTO, most=MOST_PEOPLE)
            for place, person in enumerate(new, len(other.people)):
                name = person.name if person.user is None else None  # Slack is asked for the others' again
                fresh = replace(person, place=place, in_team=False, choice=None, agreed=None, name=name)
                WinQueries(tx).add_person(other.id, fresh)
            if new:
                WinQueries(tx).write_text(other.id, other.version + 1, other.parts, other.words, curator, now)
            joined = list(dict.fromkeys([*other.joined, *win.tellers]))
            values: dict[str, Any] = {"joined": joined}
            if new:
                values |= {"version": other.version + 1, "turn": other.turn + 1, "approved": None}
            self._book.change(tx, other, now, curator, "win.take-in", **values)
            return self._book.change(
                tx, win, now, curator, "win.merge", turn=turn + 1, decided_by=curator, state=WinState.MERGED
            )

        return self._book.revise(number, change)

    def keep(self, number: int, turn: int, curator: str, now: datetime) -> Win:
        """Keep the story without publishing it; who told it and who is in it are thanked."""

        def change(tx: Transaction, win: Win) -> Win:
            self._mind(win, turn, curator, _UNDECIDED)
            values = {"turn": turn + 1, "decided_by": curator, "state": WinState.KEPT}
            return self._book.change(tx, win, now, curator, "win.keep", **values)

        return self._book.revise(number, change)

    def take_back(self, number: int, turn: int, curator: str, now: datetime) -> Win:
        """Undo a celebration: its message is deleted, or never posted. It may be approved again."""

        def change(tx: Transaction, win: Win) -> Win:
            self._mind(win, turn, curator, _SHOWN)
            values = {"turn": turn + 1, "approved": None, "state": WinState.TAKEN_BACK, "stale": win.post is not None}
            return self._book.change(tx, win, now, curator, "win.take-back", **values)

        return self._book.revise(number, change)

    def others(self, number: int, curator: str) -> list[Win]:
        """Return the stories that this one could be put into, the newest first."""
        self._mind_role(curator)
        with self._store.read() as tx:
            return [win for win in WinQueries(tx).in_state(WinState.OPEN) if win.id != number][::-1]

    def see(self, number: int, turn: int, curator: str) -> Win:
        """Return the story for *curator* to decide on; DeclinedError where it was decided on meanwhile."""
        with self._store.read() as tx:
            win = self._book.find(tx, number)
        self._mind(win, turn, curator, _UNDECIDED)
        return win

    def _mind(self, win: Win, turn: int, curator: str, states: Sequence[WinState]) -> None:
        self._mind_role(curator)
        if win.turn != turn or win.state not in states:
            raise DeclinedError("win-faster")

    def _mind_role(self, user: str) -> None:
        if not self._roles.is_curator(user):
            raise DeclinedError("win-not-curator")


def _who(person: Person) -> str:
    """Tell people of two stories apart; those without Slack by the name that was typed."""
    return person.user or f"name:{(person.name or '').strip().casefold()}"
