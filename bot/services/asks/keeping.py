"""What becomes of a commitment: done, moved to another day, dropped with a reason.

Whoever speaks says on which day they saw it due: of two at once one has the effect.
"""

from datetime import date, datetime

from bot.blocks import ids
from bot.domain.ask import AskRecord, AskState
from bot.errors import DeclinedError
from bot.services.asks.answering import mind_day, mind_line
from bot.services.asks.book import AskBook
from bot.storage.store import Store, Transaction


class Keeping:
    """Takes what owners, their deputies and admins say of a commitment."""

    def __init__(self, store: Store, book: AskBook) -> None:
        self._store = store
        self._book = book

    def see(self, number: int, user: str) -> AskRecord:
        """Return the commitment for *user* to speak for; DeclinedError where they may not, or it is over."""
        with self._store.read() as tx:
            ask = self._book.find(tx, number)
            self._book.mind_commitment(tx, ask, user)
        return ask

    def done(self, number: int, seen: date | None, user: str, line: str, now: datetime) -> AskRecord:
        """Write down that it was kept, and how; DeclinedError where *line* is blank."""
        return self._close(number, seen, user, line, now, AskState.KEPT, "ask.done")

    def drop(self, number: int, seen: date | None, user: str, line: str, now: datetime) -> AskRecord:
        """Write down that it is not going to be kept, and why; DeclinedError where *line* is blank."""
        return self._close(number, seen, user, line, now, AskState.DROPPED, "ask.drop")

    def move(self, number: int, seen: date | None, user: str, due: date, line: str | None, now: datetime) -> AskRecord:
        """Move it to another day, on which its owner is asked again; DeclinedError where it is due then already."""

        def change(tx: Transaction, ask: AskRecord) -> AskRecord:
            self._book.mind_commitment(tx, ask, user, seen)
            mind_day(due, now, self._book.edition_of(tx, ask).zone)
            if due == ask.due:
                raise DeclinedError("ask-due-same", at=ids.ASK_DUE)
            return self._book.change(tx, ask, now, user, "ask.move", due=due, moved_from=ask.due, closing=line)

        return self._book.revise(number, change)

    def _close(
        self, number: int, seen: date | None, user: str, line: str, now: datetime, state: AskState, action: str
    ) -> AskRecord:
        mind_line(line)

        def change(tx: Transaction, ask: AskRecord) -> AskRecord:
            self._book.mind_commitment(tx, ask, user, seen)
            return self._book.change(tx, ask, now, user, action, state=state, closing=line, closed_at=now)

        return self._book.revise(number, change)
