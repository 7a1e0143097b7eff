"""Drafts that are open are kept true to what happens around them: another schedule, a week that is over."""

from datetime import datetime, timedelta

from bot.domain.audit import APP
from bot.domain.draft import DraftState
from bot.domain.edition import Edition
from bot.domain.outbox import DIGEST
from bot.domain.schedule import due_between
from bot.domain.week import Week
from bot.services.drafts.book import Asker, Book
from bot.storage.drafts import DraftQueries, Waiting
from bot.storage.editions import EditionQueries
from bot.storage.outbox import Address, OutboxQueries
from bot.storage.store import Store, Transaction

_ABOUT = timedelta(days=8)


class Keeping:
    """Keeps open drafts up to date; nothing of it is a curator's doing. *asker* hears of asks that are not put."""

    def __init__(self, store: Store, book: Book, asker: Asker) -> None:
        self._store = store
        self._book = book
        self._asker = asker

    def work(self, now: datetime) -> None:
        """Close the drafts of which nothing can come any more, and move those whose edition is due at another time."""
        with self._store.read() as tx:
            waiting = [(each, self._becomes(tx, each), self._due(tx, each)) for each in DraftQueries(tx).waiting()]
        for each, state, due_at in waiting:
            if state is not None:
                self._close(each, state, now)
            elif due_at is not None and due_at != each.due_at:
                with self._store.begin() as tx:
                    DraftQueries(tx).move(each.number, due_at)

    def _close(self, each: Waiting, state: DraftState, now: datetime) -> None:
        with self._store.begin() as tx:
            draft, edition = self._book.find(tx, each.number)
            if not draft.is_open:
                return
            self._book.change(tx, draft, now, APP, f"draft.{state.value}", state=state)
            if state is DraftState.PASSED:
                self._asker.changed(tx, edition, draft.digest.model_copy(update={"ask": None}), now)

    @staticmethod
    def _becomes(tx: Transaction, each: Waiting) -> DraftState | None:
        """Return ``posted`` where its week was posted without it, ``passed`` where it, or its edition, is no more."""
        if OutboxQueries(tx).of(Address(DIGEST, each.edition, each.week)):
            return DraftState.POSTED
        editions = EditionQueries(tx)
        over = editions.find(each.edition) is None or Week.parse(each.week) in editions.skipped(each.edition)
        return DraftState.PASSED if over else None

    @staticmethod
    def _due(tx: Transaction, each: Waiting) -> datetime | None:
        edition = EditionQueries(tx).find(each.edition)
        return None if edition is None else due_of(edition, Week.parse(each.week))


def due_of(edition: Edition, week: Week) -> datetime | None:
    """Return when *edition* posts *week* by its schedule as it is now."""
    end = week.end(edition.zone)
    found = due_between(edition, end - timedelta(minutes=1), end + _ABOUT)
    return next((due.at for due in found if due.week == week), None)
