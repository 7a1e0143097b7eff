"""Drafts are made one working day before their edition is due, and never before their week is over."""

from datetime import datetime, timedelta

from bot.domain.audit import APP
from bot.domain.draft import Draft
from bot.domain.edition import Edition
from bot.domain.outbox import DIGEST
from bot.domain.schedule import Due, due_between, is_paused
from bot.domain.week import Week
from bot.domain.working_days import working_day_before
from bot.services.audit import record
from bot.services.digests import DigestService
from bot.services.drafts.book import Asker, Book
from bot.services.editions import LATEST, DueEdition
from bot.storage.drafts import DraftQueries
from bot.storage.editions import EditionQueries
from bot.storage.outbox import OutboxQueries
from bot.storage.store import Store, Transaction

_AHEAD = timedelta(days=14)
_INSTANT = timedelta(microseconds=1)
_LATE = timedelta(hours=1)


class Making:
    """Makes drafts, with the ask that *asker* proposes."""

    def __init__(self, store: Store, book: Book, digests: DigestService, asker: Asker) -> None:
        self._store = store
        self._book = book
        self._digests = digests
        self._asker = asker

    def due(self, now: datetime) -> list[DueEdition]:
        """Return the editions whose draft is to be made now, each for the week of its next due time."""
        with self._store.read() as tx:
            editions = [edition for edition in EditionQueries(tx).all() if self._is_on(edition)]
            return [DueEdition(edition, due) for edition in editions for due in self._open(tx, edition, now)]

    def make(self, edition: Edition, due: Due, now: datetime) -> bool:
        """Make the draft of *due* and freeze its data; False where there is one already."""
        digest, themes, reserve = self._digests.draft(edition, due.week, min(due.at, now))
        planned = working_day_before(due.at, edition.zone, edition.holidays)
        with self._store.begin() as tx:
            digest = digest.model_copy(update={"ask": self._asker.propose(tx, edition, digest)})
            draft = Draft(
                number=0,
                edition=edition.name,
                week=str(due.week),
                digest=digest,
                reserve=reserve,
                made_at=now,
                due_at=due.at,
                late=now - planned > _LATE,
                shadow=edition.shadow_weeks > 0,
            )
            if not DraftQueries(tx).add(draft):
                return False  # another replica was faster
            self._digests.pin(tx, edition, themes, now)
            made = DraftQueries(tx).of(edition.name, str(due.week))
            record(tx, now, APP, "draft.make", f"draft:{made.number if made else 0}", week=str(due.week))
        return True

    def _is_on(self, edition: Edition) -> bool:
        able = edition.channel is not None and edition.off is None
        return able and bool(self._book.reviewers(edition))

    @staticmethod
    def _open(tx: Transaction, edition: Edition, now: datetime) -> list[Due]:
        """Return the due times of *edition* whose drafts are due now: not posted, not left out, not drafted yet."""
        since = max(edition.created_at, now - LATEST) - _INSTANT
        coming = [due for due in due_between(edition, since, now + _AHEAD) if draft_at(edition, due) <= now]
        if not coming:
            return []
        known = {Week.parse(period) for period in OutboxQueries(tx).periods(DIGEST, edition.name)}
        known |= EditionQueries(tx).skipped(edition.name).keys()
        newest = coming[-1]
        if newest.week in known or is_paused(edition, newest):
            return []
        return [] if DraftQueries(tx).has(edition.name, str(newest.week)) else [newest]


def draft_at(edition: Edition, due: Due) -> datetime:
    """Return when the draft for *due* is made: a working day before, or when its week is over."""
    return max(working_day_before(due.at, edition.zone, edition.holidays), due.week.end(edition.zone))
