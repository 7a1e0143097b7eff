"""Who is owed a word about an ask is told, once: whoever comes first carries on, and rows say what is left."""

from collections.abc import Iterator, Sequence
from datetime import datetime

import structlog

from bot.blocks.ask_letters import (
    accepted,
    commitment,
    declined,
    elsewhere,
    kept,
    not_now,
    over,
    passed,
    question,
    withdrawn,
)
from bot.domain.ask import NOBODY, AskRecord, AskState, Passing
from bot.domain.digest import Digest
from bot.domain.edition import Edition
from bot.domain.feedback import RecordRef
from bot.domain.message import Message
from bot.domain.outbox import NOTICE, State
from bot.domain.reference import read_record
from bot.domain.schedule import due_between
from bot.domain.week import Week
from bot.errors import SlackError
from bot.services.asks.book import AskBook
from bot.services.asks.leaving import Leaving
from bot.services.roles import Roles
from bot.services.speech import Speech
from bot.storage.asks import AskQueries
from bot.storage.outbox import Address, OutboxQueries
from bot.storage.publications import PublicationQueries
from bot.storage.quotable import Link, QuotableQueries
from bot.storage.store import Store, Transaction

Letter = tuple[str, str, Message]
"""To whom, about what, and the words."""


class Telling:
    """Tells people privately, each in their own language; what is owed to who has left goes to who steps in."""

    def __init__(self, store: Store, book: AskBook, leaving: Leaving, roles: Roles, speech: Speech) -> None:
        self._store = store
        self._book = book
        self._leaving = leaving
        self._roles = roles
        self._speech = speech

    def carry_on(self, now: datetime) -> None:
        """Tell everybody what they are owed; what Slack cannot answer now is left for the next time."""
        with self._store.read() as tx:
            owing = AskQueries(tx).owing()
        for ask in owing:
            try:
                self._tell(self._leaving.with_somebody(ask, now))
            except SlackError as error:
                structlog.get_logger("asks").warning("an ask waits for Slack", ask=ask.id, why=str(error))

    def note_seen(self, now: datetime) -> None:
        """Write down which questions have reached their owners; a letter that is still on its way has not."""
        with self._store.begin() as tx:
            for ask in AskQueries(tx).unseen():
                posts = OutboxQueries(tx).of(Address(NOTICE, ask.owner, _subject(ask, f"v{ask.version}")))
                if posts and posts[0].state is State.DONE:
                    AskQueries(tx).note(ask, seen=ask.version, seen_at=ask.seen_at or now)

    def _tell(self, ask: AskRecord) -> None:
        with self._store.read() as tx:
            edition = self._book.edition_of(tx, ask)
            digest = PublicationQueries(tx).find(ask.edition, Week.parse(ask.week))
            before = OutboxQueries(tx).targets(NOTICE, _subject(ask, f"v{ask.version - 1}"))
            asked = _was_asked(tx, ask)
            links = QuotableQueries(tx).links(_records(ask, digest)) if ask.state is AskState.KEPT else []
        letters = [each for each in self._letters(ask, edition, digest, links, asked=asked) if each[0] != NOBODY]
        if ask.is_unanswered and ask.owner == ask.chosen:  # else it went on by itself, and they know
            others = sorted(before - {ask.owner})
            letters += [(user, f"elsewhere:{ask.version}", elsewhere(ask, self._speech.to(user))) for user in others]
        with self._store.begin() as tx:
            if AskQueries(tx).note(ask, told=ask.turn):  # else it changed meanwhile, and is told as it is now
                send(tx, ask, letters)

    def _letters(
        self, ask: AskRecord, edition: Edition, digest: Digest | None, links: Sequence[Link], *, asked: bool
    ) -> Iterator[Letter]:
        if ask.is_unanswered:
            yield from self._asked(ask, edition)
        elif ask.state is AskState.TAKEN:
            yield ask.owner, _commitment(ask), commitment(ask, self._speech.to(ask.owner))
        elif ask.state is AskState.NOT_NOW:
            yield ask.owner, "not-now", not_now(ask, self._speech.to(ask.owner))
        elif ask.state is AskState.LEFT_OUT:
            if asked:
                yield ask.owner, f"withdrawn:{ask.version}", withdrawn(ask, self._speech.to(ask.owner))
        else:
            yield ask.owner, ask.state.value, over(ask, self._speech.to(ask.owner))
            if ask.state is AskState.KEPT:
                for curator in self._roles.curators:
                    yield curator, "links", kept(ask, digest, links, self._speech.to(curator))

    def _asked(self, ask: AskRecord, edition: Edition) -> Iterator[Letter]:
        if ask.passing is not Passing.ACCEPTED or ask.seen != ask.version:
            at = None if ask.posted_at else posting_time(edition, Week.parse(ask.week))
            local = None if at is None else at.astimezone(edition.zone)
            letter = question(ask, edition.title, local, self._speech.to(ask.owner), again=ask.seen is not None)
            yield ask.owner, f"v{ask.version}", letter
        if ask.waits_for is not None:
            yield ask.waits_for, f"pass:{ask.passes}", passed(ask, self._speech.to(ask.waits_for))
        elif ask.passing is Passing.ACCEPTED and ask.passed_by:
            yield ask.passed_by, f"accepted:{ask.passes}", accepted(ask, self._speech.to(ask.passed_by))
        elif ask.passing is Passing.DECLINED and ask.passed_by:
            yield ask.passed_by, f"declined:{ask.passes}", declined(ask, self._speech.to(ask.passed_by))


def _was_asked(tx: Transaction, ask: AskRecord) -> bool:
    """Whether a letter that asks went to its owner, in any wording; one that is still on its way counts."""
    subjects = (_subject(ask, f"v{version}") for version in range(1, ask.version + 1))
    return ask.seen is not None or any(OutboxQueries(tx).of(Address(NOTICE, ask.owner, each)) for each in subjects)


def _records(ask: AskRecord, digest: Digest | None) -> list[RecordRef]:
    """Return the records of the ask's theme, those that its digest quotes first."""
    quoted = [] if digest is None else [quote.record for quote in digest.quotes if quote.theme == ask.theme]
    return list(dict.fromkeys([*quoted, *filter(None, map(read_record, ask.records))]))


def send(tx: Transaction, ask: AskRecord, letters: list[Letter]) -> None:
    """Put *letters* about *ask* into the outbox, each once."""
    at = tx.now()
    for user, about, message in letters:
        OutboxQueries(tx).put(Address(NOTICE, user, _subject(ask, about)), user, [message], due_at=at, look_from=at)


def posting_time(edition: Edition, week: Week) -> datetime | None:
    """Return when *edition* posts the digest of *week*, None where no due time is for it."""
    end = week.end(edition.zone)
    dues = due_between(edition, end, Week.of(end, edition.zone).next.end(edition.zone))
    return next((due.at for due in dues if due.week == week), None)


def _commitment(ask: AskRecord) -> str:
    """Name what *ask* is about as a commitment: whose it is, for when, and from when it was moved there."""
    moved = f":{ask.moved_from}" if ask.moved_from else ""
    return f"taken:{ask.due}{moved}:{ask.owner}"


def _subject(ask: AskRecord, about: str) -> str:
    return f"ask:{ask.id}:{about}"
