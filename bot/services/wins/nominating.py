"""Nominate, join, edit and withdraw: what those do who have a story to tell."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.blocks import ids
from bot.domain.story import likeness
from bot.domain.win import Nomination, Person, Team, Win, WinKind, WinState
from bot.errors import DeclinedError, SlackError
from bot.services.audit import record
from bot.services.roles import Roles
from bot.services.wins.book import Book
from bot.services.wins.quoting import customer_words, reworded
from bot.slack import Person as Somebody
from bot.storage.store import Store, Transaction
from bot.storage.wins import WinQueries

MOST_PEOPLE = 30
"""People in one story: each of them is asked."""

TWINS = timedelta(days=14)
ALIKE = 0.3
"""Share of the longer words that make two stories about the same people one."""

_UNPOSTED = (WinState.OPEN, WinState.READY)
_LIVING = (*_UNPOSTED, WinState.CELEBRATED)

Members = Callable[[str], Sequence[str]]
Who = Callable[[str], Somebody]


class Nominating:
    """Takes stories in. *members* asks Slack who is in a user group, *who* about somebody."""

    def __init__(
        self, store: Store, book: Book, roles: Roles, members: Members, who: Callable[[str], Somebody]
    ) -> None:
        self._store = store
        self._book = book
        self._roles = roles
        self._members = members
        self._who = who

    def nominate(self, nomination: Nomination, now: datetime) -> Win | None:
        """Keep a story; return the one that it looks like instead, if somebody told that already.

        One form makes one win, however often it is sent off. DeclinedError says at which field what is missing.
        """
        self._mind_house()
        if not nomination.confirmed:
            raise DeclinedError("win-not-confirmed", at=ids.WIN_PRIVATE)
        filled(nomination.parts)
        in_group = self._in_group(nomination.group)
        people = _people(nomination, in_group)
        self._mind_reach(people)
        if nomination.group is not None:
            nomination = replace(nomination, group=replace(nomination.group, size=len(in_group)))
        with self._store.begin() as tx:
            queries = WinQueries(tx)
            if queries.by_form(nomination.key) is not None:
                return None
            if nomination.kind is WinKind.BOLD:
                self._mind_leaders(tx, nomination.nominator)
            twin = None if nomination.another_story else _twin(queries.since(now - TWINS), nomination, people)
            if twin is not None:
                return twin
            words = customer_words(tx, nomination.link, nomination.said)
            number = queries.add(nomination, people, words, now)
            if number is not None:
                record(tx, now, nomination.nominator, "win.nominate", f"win:{number}", kind=nomination.kind.value)
        return None

    def join(self, number: int, user: str, now: datetime) -> None:
        """Add *user* to those who told the story; they hear its outcome.

        DeclinedError where it has none any more: then theirs would be lost with it.
        """

        def change(tx: Transaction, win: Win) -> None:
            if win.state not in _LIVING:
                raise DeclinedError("win-join-over")
            if user not in win.tellers:
                self._book.change(tx, win, now, user, "win.join", joined=[*win.joined, user])

        self._book.revise(number, change)

    def edit(self, number: int, version: int, user: str, parts: Sequence[str], said: str | None, now: datetime) -> None:
        """Write the story anew, until it is celebrated; everybody in it is asked again, and so are curators.

        DeclinedError where *version* is not the last any more: nobody's text is written over unseen.
        """

        def change(tx: Transaction, win: Win) -> None:
            _mind_owner(win, user)
            if win.state not in _UNPOSTED:
                raise DeclinedError("win-too-late")
            if version != win.version:
                raise DeclinedError("win-edited-meanwhile")
            WinQueries(tx).write_text(win.id, win.version + 1, filled(parts), reworded(win.words, said), user, now)
            values = {"version": win.version + 1, "approved": None, "state": WinState.OPEN}
            self._book.change(tx, win, now, user, "win.edit", **values)

        self._book.revise(number, change)

    def withdraw(self, number: int, user: str, now: datetime) -> None:
        """Take the story back, while it stands nowhere: until it is celebrated, and once a curator took it back."""

        def change(tx: Transaction, win: Win) -> None:
            _mind_owner(win, user)
            if win.state is WinState.WITHDRAWN:
                return
            if win.state not in (*_UNPOSTED, WinState.TAKEN_BACK):
                raise DeclinedError("win-too-late")
            if win.stale:
                raise DeclinedError("win-being-taken-back")
            self._book.change(tx, win, now, user, "win.withdraw", state=WinState.WITHDRAWN)

        self._book.revise(number, change)

    def mine(self, user: str) -> list[Win]:
        """Return the stories that *user* told or is in, the newest first."""
        with self._store.read() as tx:
            return WinQueries(tx).of(user)

    def own(self, number: int, user: str) -> Win:
        """Return the story called *number* for *user*, who told it; DeclinedError for anybody else."""
        with self._store.read() as tx:
            win = self._book.find(tx, number)
        _mind_owner(win, user)
        return win

    def _in_group(self, group: Team | None) -> Sequence[str]:
        if group is None:
            return ()
        try:
            return self._members(group.id)
        except SlackError as error:
            raise DeclinedError("win-group-unknown", at=ids.WIN_GROUP) from error

    def _mind_reach(self, people: Sequence[Person]) -> None:
        """Decline a story in which bots and people who left Slack are all there is.

        Who is told of by name, without Slack, stays a colleague. What Slack does not say now is no reason to decline.
        """
        try:
            if any(person.user is None or self._who(person.user).is_reachable for person in people):
                return
        except SlackError:
            return
        chosen = any(not person.in_team for person in people)
        raise DeclinedError("win-nobody-to-ask", at=ids.WIN_PEOPLE if chosen else ids.WIN_GROUP)

    def _mind_house(self) -> None:
        """A story that nobody could approve, or that could be celebrated nowhere, is not taken in to lie there."""
        if not self._roles.curators:
            raise DeclinedError("win-no-curator")
        if not self._book.house.can_celebrate:
            raise DeclinedError("win-no-channel")

    def _mind_leaders(self, tx: Transaction, nominator: str) -> None:
        """Bold tries are open to everybody once a leader has told one of their own."""
        if self._roles.is_leader(nominator):
            return
        told = WinQueries(tx).in_state(WinState.CELEBRATED)
        if not any(win.kind is WinKind.BOLD and self._roles.is_leader(win.nominator) for win in told):
            raise DeclinedError("win-leader-first", at=ids.WIN_KIND)


def _people(nomination: Nomination, in_group: Sequence[str]) -> list[Person]:
    """Everybody in the story, each with a place of their own, members of the group among them."""
    users = dict.fromkeys((*nomination.users, *in_group))
    found = [Person(place, user, in_team=user in in_group) for place, user in enumerate(users)]
    if nomination.other:
        found.append(Person(len(found), None, nomination.other))
    if not found:
        raise DeclinedError("win-nobody", at=ids.WIN_PEOPLE)
    if len(found) > MOST_PEOPLE:
        raise DeclinedError("win-too-many", at=ids.WIN_GROUP if in_group else ids.WIN_PEOPLE, most=MOST_PEOPLE)
    return found


def filled(parts: Sequence[str]) -> list[str]:
    """Return what was told without blanks around it; DeclinedError at the first field in which nothing is."""
    fields = (ids.WIN_WHAT,) if len(parts) == 1 else ids.BOLD_PARTS
    for name, part in zip(fields, parts, strict=True):
        if not part.strip():
            raise DeclinedError("win-nothing-told", at=name)
    return [part.strip() for part in parts]


def _mind_owner(win: Win, user: str) -> None:
    if user != win.nominator:
        raise DeclinedError("win-not-yours")


def _twin(told: Sequence[Win], nomination: Nomination, people: Sequence[Person]) -> Win | None:
    """Return the living story about some of the same people that reads alike."""
    users = {person.user for person in people} - {None}
    text = " ".join(nomination.parts)
    near = [
        win
        for win in told
        if win.state in _LIVING
        and users & {person.user for person in win.people}
        and likeness(" ".join(win.parts), text) >= ALIKE
    ]
    return near[-1] if near else None
