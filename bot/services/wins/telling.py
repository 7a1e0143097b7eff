"""Who is owed a word about a win is told, once: whoever comes first carries on, and rows say what is left."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

import structlog

from bot.blocks.win_letters import outcome, question, text_changed
from bot.blocks.win_review import consent_back, decided, review
from bot.domain.message import Message
from bot.domain.outbox import NOTICE, Post
from bot.domain.story import mask, spoken
from bot.domain.win import Person, Win, WinState
from bot.errors import SlackError
from bot.services.notices import Notices
from bot.services.roles import Roles
from bot.services.speech import Speech
from bot.services.wins.book import Book
from bot.slack import Person as Somebody
from bot.storage.outbox import Address, OutboxQueries
from bot.storage.standing import StandingQueries
from bot.storage.store import Store, Transaction
from bot.storage.wins import WinQueries

_CAN_BE_UNDONE = (WinState.READY, WinState.CELEBRATED)

Letter = tuple[str, str, Message]
"""To whom, about what, and the words."""


class Telling:
    """Tells people privately, each in their own language. *who* asks Slack about somebody, *notices* tells admins."""

    def __init__(
        self,
        store: Store,
        book: Book,
        roles: Roles,
        speech: Speech,
        who: Callable[[str], Somebody],
        notices: Notices,
    ) -> None:
        self._store = store
        self._book = book
        self._roles = roles
        self._speech = speech
        self._who = who
        self._notices = notices

    def carry_on(self, now: datetime) -> None:
        """Tell everybody what they are owed; what Slack cannot answer now is left for the next time.

        Where Slack will not before somebody acts, the admins are told, once.
        """
        with self._store.read() as tx:
            owing = WinQueries(tx).owing()
        for win in owing:
            try:
                self._tell(self._acquainted(win, now), now)
            except SlackError as error:
                structlog.get_logger("wins").warning("a win waits for Slack", win=win.id, why=str(error))
                if error.permanent:
                    with self._store.begin() as tx:
                        self._notices.tell_of_waiting(tx, str(error.code))

    def _tell(self, win: Win, now: datetime) -> None:
        letters, approver = list(self._letters(win)), self._to_approver(win)
        with self._store.begin() as tx:
            if self._book.find(tx, win.id).revision != win.revision:
                return  # it changed meanwhile, and is told as it is now
            send(tx, win, letters)
            if approver is not None:
                _bring_up_to_date(tx, win, approver)
            for person in win.unasked if win.state is WinState.OPEN else ():
                values = {"asked": win.version, "asked_at": now, "reminded_at": None}
                WinQueries(tx).change_person(win.id, person.place, **values)
            WinQueries(tx).told(win)

    def _letters(self, win: Win) -> Iterator[Letter]:
        if win.state is WinState.OPEN:
            yield from self._open(win)
            return
        about = f"{win.state.value}:{win.turn}.{win.version}"
        if win.decided_by is not None and win.state in _CAN_BE_UNDONE:
            yield win.decided_by, f"undo:{about}", decided(win, self._speech.to(win.decided_by))
        told = [person.user for person in win.people if person.can_answer and win.state is not WinState.UNANSWERED]
        for user in dict.fromkeys((*win.tellers, *(user for user in told if user))):
            yield user, about, outcome(win, user, self._speech.to(user), self._book.house.channel)

    def _to_approver(self, win: Win) -> Message | None:
        """What whoever approved *win* is to have before them by now, where that is another thing than before."""
        if win.decided_by is None or win.state not in (*_CAN_BE_UNDONE, WinState.PRIVATE):
            return None
        draw = consent_back if win.state is WinState.PRIVATE else decided
        return draw(win, self._speech.to(win.decided_by))

    def _open(self, win: Win) -> Iterator[Letter]:
        for person in win.unasked:
            yield self._ask(win, person)
        for curator in self._roles.curators:
            yield curator, f"review:{win.version}", review(win, self._speech.to(curator))
        for user in win.tellers if win.version_by != win.nominator else ():  # who told it first edits their own text
            if user != win.version_by:
                yield user, f"edited:{win.version}", text_changed(win, self._speech.to(user))

    def _ask(self, win: Win, person: Person) -> Letter:
        user = str(person.user)
        return user, f"ask:{win.version}", question(win, person, self._speech.to(user))

    def _acquainted(self, win: Win, now: datetime) -> Win:
        """Learn the names of those in *win* and put placeholders into its text, before anybody is shown it."""
        typed = _is_typed(win)
        met = {each.place: self._who(str(each.user)) for each in win.people if each.user and (typed or not each.name)}
        if not met and not typed:
            return win
        people = tuple(
            replace(person, name=met[person.place].name, reachable=met[person.place].is_reachable)
            if person.place in met
            else person
            for person in win.people
        )
        users, names = {each.user: each.place for each in people if each.user}, _names(people, met)
        parts, words = tuple(mask(part, users, names) for part in win.parts), win.words
        if words is not None and words.record is None:
            words = replace(words, text=mask(words.text, users, names))
        elif words is not None:  # a quote is exact: it is shown or left out as it is
            found = {place for place in names if mask(words.text, {}, {place: names[place]}) != words.text}
            words = replace(words, named=tuple(sorted(found.union(words.named))))
        with self._store.begin() as tx:
            queries = WinQueries(tx)
            for person in people:
                if person.place in met:
                    queries.change_person(win.id, person.place, name=person.name, reachable=person.reachable)
            queries.write_text(win.id, win.version, parts, words, win.version_by, now)
        return replace(win, people=people, parts=parts, words=words)


def send(tx: Transaction, win: Win, letters: list[Letter]) -> None:
    """Put *letters* about *win* into the outbox, each once."""
    at = tx.now()
    for user, about, message in letters:
        address = Address(NOTICE, user, f"win:{win.id}:{about}")
        OutboxQueries(tx).put(address, user, [message], due_at=at, look_from=at)


def _bring_up_to_date(tx: Transaction, win: Win, message: Message) -> None:
    """Let the letters in which the approver can undo *win* say *message*: Slack shows it within a minute.

    Once somebody took their consent back, so does the letter in which it was approved: it names people, too.
    """

    def letters(*abouts: str) -> list[Post]:
        found = (Address(NOTICE, win.decided_by or "", f"win:{win.id}:{about}") for about in abouts)
        return [post for address in found for post in OutboxQueries(tx).of(address)]

    private, seen = win.state is WinState.PRIVATE, f"{win.turn}.{win.version}"
    states = _CAN_BE_UNDONE if private else (win.state,)
    standing = letters(*(f"undo:{state.value}:{seen}" for state in states))
    if private and standing:
        standing += letters(f"review:{win.version}")
    for post in standing:
        StandingQueries(tx).correct(post, lambda _: message)


def _is_typed(win: Win) -> bool:
    """Whether the text is as somebody typed it just now: shown to nobody yet."""
    return all(person.asked != win.version for person in win.people)


def _names(people: Sequence[Person], met: Mapping[int, Somebody]) -> dict[int, tuple[str, ...]]:
    """Return by place what *people* may be called, by every name that those who were just *met* go by."""
    names: dict[int, tuple[str, ...]] = {}
    for person in people:
        given = (person.name or "", *(met[person.place].names if person.place in met else ()))
        names[person.place] = tuple(part for name in given for part in spoken(name))
    return names
