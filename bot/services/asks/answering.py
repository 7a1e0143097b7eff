"""What a leader answers: I take it, I pass it on, not now.

Each answer says which wording it was given to. Of two at once one has the effect, the other gets a plain word.
"""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.blocks import ask_letters, ids
from bot.domain.ask import NOBODY, AskRecord, AskState, CommitmentKind, Passing
from bot.errors import DeclinedError
from bot.locale import Words
from bot.services.asks.areas import deputy_of
from bot.services.asks.book import AskBook, mind_unanswered
from bot.services.asks.leaving import given_to
from bot.services.asks.telling import send
from bot.services.speech import Speech
from bot.slack import Person
from bot.storage.store import Store, Transaction

FARTHEST = timedelta(days=366)
"""How far away a date may be that somebody commits to."""


class Answering:
    """Takes answers of owners, their deputies and admins. *who* asks Slack about somebody."""

    def __init__(self, store: Store, book: AskBook, who: Callable[[str], Person], speech: Speech) -> None:
        self._store = store
        self._book = book
        self._who = who
        self._speech = speech

    def see(self, number: int, user: str) -> AskRecord:
        """Return the ask for *user* to answer; DeclinedError where they may not, or it is answered."""
        with self._store.read() as tx:
            ask = self._book.find(tx, number)
            self._book.mind_question(tx, ask, user)
        return ask

    def take(
        self, number: int, version: int, user: str, kind: CommitmentKind, line: str, due: date, now: datetime
    ) -> AskRecord:
        """Make a commitment of it, to be kept by *due*; DeclinedError where that is no day to come, or *line* blank."""
        mind_line(line)

        def change(tx: Transaction, ask: AskRecord) -> AskRecord:
            self._book.mind_question(tx, ask, user, version)
            mind_day(due, now, self._book.edition_of(tx, ask).zone)
            answer = {"state": AskState.TAKEN, "kind": kind, "line": line, "due": due}
            return self._answer(tx, ask, now, user, "ask.take", **answer)

        return self._book.revise(number, change)

    def not_now(self, number: int, version: int, user: str, line: str, now: datetime) -> AskRecord:
        """Write down that it is not done now, and why: a legitimate answer. DeclinedError where *line* is blank."""
        mind_line(line)

        def change(tx: Transaction, ask: AskRecord) -> AskRecord:
            self._book.mind_question(tx, ask, user, version)
            return self._answer(tx, ask, now, user, "ask.not-now", state=AskState.NOT_NOW, line=line)

        return self._book.revise(number, change)

    def pass_on(self, number: int, version: int, user: str, to: str, now: datetime) -> AskRecord:
        """Ask *to*, privately, to take it over; until they accept it stays with its owner."""
        if not self._who(to).is_reachable:
            raise DeclinedError("ask-pass-nobody", at=ids.ASK_TO)

        def change(tx: Transaction, ask: AskRecord) -> AskRecord:
            self._book.mind_question(tx, ask, user, version)
            if to == ask.owner:
                raise DeclinedError("ask-pass-owner", at=ids.ASK_TO)
            passed = {"passed_to": to, "passed_by": user, "passing": Passing.WAITING, "passes": ask.passes + 1}
            return self._book.change(tx, ask, now, user, "ask.pass", **passed)

        return self._book.revise(number, change)

    def accept(self, number: int, passes: int, user: str, now: datetime) -> AskRecord:
        """Let *user* be its owner from now on. In a channel they are not named: nobody saw it there as theirs."""
        words = self._to_owner(number)

        def change(tx: Transaction, ask: AskRecord) -> AskRecord:
            self._mind_passing(ask, passes, user)
            owner = {"owner": user, "deputy": deputy_of(tx, user), "seen": ask.version, "seen_at": now}
            values = {**owner, "passing": Passing.ACCEPTED, "named": False, "stale": ask.posted_at is not None}
            given = self._book.change(tx, ask, now, user, "ask.accept", **values)
            return _told(tx, ask, given, ask.passed_by, words)

        return self._book.revise(number, change)

    def decline(self, number: int, passes: int, user: str, now: datetime) -> AskRecord:
        """Leave it with its owner."""

        def change(tx: Transaction, ask: AskRecord) -> AskRecord:
            self._mind_passing(ask, passes, user)
            return self._book.change(tx, ask, now, user, "ask.decline", passing=Passing.DECLINED)

        return self._book.revise(number, change)

    def step_in(self, number: int, user: str, now: datetime) -> AskRecord:
        """Give it to the deputy, because its owner is away, as *user* says."""
        words = self._to_owner(number)

        def change(tx: Transaction, ask: AskRecord) -> AskRecord:
            self._book.mind(tx, ask, user)
            if not ask.waits:
                raise DeclinedError("ask-over")
            if ask.deputy is None:
                raise DeclinedError("ask-no-deputy")
            given = self._book.change(tx, ask, now, user, "ask.deputy", **given_to(ask, ask.deputy))
            return _told(tx, ask, given, user, words)

        return self._book.revise(number, change)

    def _answer(
        self, tx: Transaction, ask: AskRecord, now: datetime, user: str, action: str, **values: object
    ) -> AskRecord:
        by = {"answered_by": user, "answered_at": now, "passing": None, "stale": ask.posted_at is not None}
        return self._book.change(tx, ask, now, user, action, **by, **values)

    def _to_owner(self, number: int) -> Words:
        """Return the words for its owner: Slack may be asked, so not while others wait for a transaction."""
        with self._store.read() as tx:
            owner = self._book.find(tx, number).owner
        return self._speech.to(owner or None)

    @staticmethod
    def _mind_passing(ask: AskRecord, passes: int, user: str) -> None:
        mind_unanswered(ask)
        if ask.waits_for != user or ask.passes != passes:
            raise DeclinedError("ask-not-passed")


def _told(tx: Transaction, before: AskRecord, given: AskRecord, by: str | None, words: Words) -> AskRecord:
    """Return *given*, of which whose it was *before* is told where somebody else gave it away: *by* knows."""
    if before.owner not in (NOBODY, by, given.owner):
        send(tx, given, [(before.owner, f"given:{given.turn}", ask_letters.elsewhere(given, words))])
    return given


def mind_line(line: str) -> None:
    """DeclinedError where *line* says nothing: the digest would show an answer that is none."""
    if not line.strip():
        raise DeclinedError("ask-needs-line", at=ids.ASK_LINE)


def mind_day(due: date, now: datetime, zone: ZoneInfo) -> None:
    """DeclinedError where *due* is over already, or more than a year away."""
    today = now.astimezone(zone).date()
    if due < today:
        raise DeclinedError("ask-due-past", at=ids.ASK_DUE)
    if due > today + FARTHEST:
        raise DeclinedError("ask-due-far", at=ids.ASK_DUE)
