"""What stands in Slack is made what is stored of it: who corrects a message writes it down, this carries it out."""

from datetime import datetime, timedelta
from typing import Protocol

import structlog

from bot.domain.message import Message
from bot.domain.outbox import Post
from bot.domain.refusal import STANDS
from bot.errors import SlackError
from bot.services.notices import Notices
from bot.services.posting_pace import Pace
from bot.slack import NotSentError
from bot.storage.standing import Owed, StandingQueries
from bot.storage.store import Store

_REFUSED_WAIT = timedelta(minutes=10)


class Updater(Protocol):
    """What correcting needs of Slack."""

    def update(self, channel: str, ts: str, message: Message) -> bool:
        """Write *message* over one of our own; False where it is gone."""


class Standing:
    """Corrects messages that were posted, one worker for each at a time. Harmless when repeated.

    Where only people can see to a message, the admins are told once by *notices*.
    """

    def __init__(self, store: Store, slack: Updater, notices: Notices, pace: Pace | None = None) -> None:
        self._store = store
        self._slack = slack
        self._notices = notices
        self._pace = pace or Pace()

    def work(self, limit: int = 100) -> int:
        """Correct up to *limit* messages that Slack shows as they were; return how many were tried."""
        tried = 0
        while tried < limit and (owed := self._claim()) is not None:
            try:
                self._attempt(owed)
            except SlackError as error:
                if is_refusal(error):
                    with self._store.begin() as tx:
                        self._notices.tell_of_message(tx, owed.post, str(error.code))
            tried += 1
        return tried

    def bring(self, post: Post) -> bool:
        """Correct *post* now; False where it still stands as it was, SlackError where Slack does not let us.

        The caller tells whoever is to be told.
        """
        owed = self._claim(post.id)
        if owed is not None:
            self._attempt(owed)
        with self._store.read() as tx:
            return not StandingQueries(tx).is_owed(post)

    def _claim(self, only: int | None = None) -> Owed | None:
        with self._store.begin() as tx:
            return StandingQueries(tx).claim(tx.now(), self._pace.lease, only)

    def _attempt(self, owed: Owed) -> None:
        post = owed.post
        try:
            found = self._slack.update(post.channel, post.ts or "", post.message)
        except SlackError as error:
            log = structlog.get_logger("posting")
            log.warning("a message could not be corrected yet", target=post.target, part=post.part, why=str(error))
            self._put_off(owed, error)
            raise
        with self._store.begin() as tx:
            StandingQueries(tx).shown(owed, tx.now())
        structlog.get_logger("posting").info("corrected", target=post.target, part=post.part, found=found)

    def _put_off(self, owed: Owed, error: SlackError) -> None:
        """Write down when to try again: soon where the answer was lost, and once more when it can land no longer."""
        with self._store.begin() as tx:
            now, standing = tx.now(), StandingQueries(tx)
            if is_refusal(error):
                standing.again(owed, now + _REFUSED_WAIT, refused=str(error.code)[:80])
            elif isinstance(error, NotSentError):
                standing.again(owed, now + self._wait(error.retry_after))
            else:
                standing.again(owed, now + self._pace.backoff, doubt=_later(owed.doubt, now + self._pace.grace))

    def _wait(self, asked: float | None) -> timedelta:
        return self._pace.wait(0, asked)


def is_refusal(error: SlackError) -> bool:
    """Whether a message stays as it is until people act."""
    return error.permanent or error.code in STANDS


def _later(first: datetime | None, second: datetime) -> datetime:
    return second if first is None else max(first, second)
