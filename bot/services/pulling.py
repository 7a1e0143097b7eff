"""Sources are pulled: one process at a time, newest first, every page kept together with how far it came."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import NamedTuple

from bot.domain.connection import Trouble
from bot.errors import SourceError, VoxpopError
from bot.services.clock import Clock
from bot.services.feedback import FeedbackService, Tally
from bot.services.leases import held
from bot.services.pulling_pace import PullPace, after_page, next_window
from bot.services.source_books import HISTORY, SourceBook
from bot.services.source_notices import SourceNotices, Tool
from bot.sources.base import Page
from bot.sources.connector import Connector, Cursor, Stream, read
from bot.sources.errors import GoneError, PlanError, ProtocolError
from bot.storage.source_states import WHOLE, SourceStateQueries
from bot.storage.store import Store, Transaction


class Step(NamedTuple):
    """One page is kept: of which *stream*, what became of it, and how far it is on the way from *since* to *until*.

    Or the stream was *refused* and is off for now.
    """

    stream: str
    tally: Tally
    at: datetime | None
    since: datetime
    until: datetime
    refused: SourceError | None = None


class PullService:
    """Pulls sources into *feedback*. *clock* says when a run began; leases and rests are judged by the database's."""

    def __init__(
        self,
        store: Store,
        feedback: FeedbackService,
        notices: SourceNotices,
        clock: Clock,
        pace: PullPace | None = None,
    ) -> None:
        self._store = store
        self._feedback = feedback
        self._notices = notices
        self._clock = clock
        self._pace = pace or PullPace()

    def pull(
        self, source: Connector, *, since: datetime | None = None, by_hand: bool = False, until: datetime | None = None
    ) -> Iterator[Step]:
        """Read what is new in every stream, then its history back to *since*; yield a step for every page kept.

        It goes on where it was, however it ended. *by_hand* also tries again what is paused or off. After *until* no
        further page of history is read. Raises BusyError while another process pulls, else the SourceError that stopped
        the run; a stream that the tool refuses is switched off and stops nothing else.
        """
        with held(self._store, source.name, self._pace.lease) as token:
            began, book = self._clock(), SourceBook(self._store, source, self._notices, self._pace, token)
            run = _Run(self._feedback, source, book, began, self._pace)
            with book:
                if not book.may_ask(by_hand=by_hand):
                    return
                goal = book.goal(since, began)
                yield from run.on(goal)
                book.fresh(began)
                for step in run.back(goal):
                    yield step
                    if until is not None and self._clock() >= until:
                        return

    def unreadable(self, source: Tool, error: VoxpopError) -> None:
        """Remember that the credentials of *source* cannot be read, and tell it once."""
        with self._store.begin() as tx:
            states, now = SourceStateQueries(tx), tx.now()
            whole = states.get(source.name)
            since = whole.failing_since or now
            states.write(source.name, WHOLE, error=str(error), trouble=Trouble.KEY.value, failing_since=since)
            if whole.trouble != Trouble.KEY:
                self._notices.tell(tx, "key", source, since)


class _Run(NamedTuple):
    """One run over one source."""

    feedback: FeedbackService
    source: Connector
    book: SourceBook
    began: datetime
    pace: PullPace

    def on(self, goal: datetime) -> Iterator[Step]:
        """Read every stream on to its end; the first time from some weeks back, or from a *goal* that is later."""
        for stream in self.source.streams:
            if self.book.is_off(stream.name):
                continue
            cursor = self.book.cursor(stream.name)
            if cursor is None:
                cursor = Cursor(stream.name, max(goal, self.began - self.pace.first))
                self.book.set_cursor(stream.name + HISTORY, replace(cursor, until=cursor.since))
            if not (cursor.after and cursor.began):
                cursor = replace(cursor, began=self.began)
            yield from self._pages(stream, stream.name, cursor)

    def back(self, goal: datetime) -> Iterator[Step]:
        """Read one window of every stream after the other, so that a month's ratings come with its tickets."""
        more = True
        while more:
            more = False
            for stream in self.source.streams:
                key = stream.name + HISTORY
                reached = self.book.cursor(key)
                window = reached and next_window(reached, goal, self.pace.window)
                if window and not self.book.is_off(key) and not self.book.is_off(stream.name):
                    more = True
                    yield from self._pages(stream, key, window)

    def _pages(self, stream: Stream, key: str, cursor: Cursor) -> Iterator[Step]:
        """Read *stream* on from *cursor*, kept under *key*; an error that concerns it alone ends it alone."""
        going, moment = cursor, cursor.since

        def along(tx: Transaction, page: Page) -> None:
            nonlocal going, moment
            going = after_page(going, page.cursor, page.at, last=page.last, again=stream.lookback)
            moment = page.at or moment
            values = {"cursor": going.to_json(), "off": None, "not_before": None, "error": None, "trouble": None}
            SourceStateQueries(tx).write(self.source.name, key, **values)
            SourceStateQueries(tx).write(self.source.name, WHOLE, account=self.source.account)

        end = cursor.until or self.began
        try:
            read_on = read(self.source, cursor)
            for tally in self.feedback.take_in(self.source.name, read_on, self.began, along, self.book.hold):
                yield Step(key, tally, moment, cursor.since, end)
        except (PlanError, GoneError, ProtocolError) as error:
            anew = replace(going, after=None) if isinstance(error, ProtocolError) else None
            self.book.switch_off(stream, key, error, anew)
            yield Step(key, Tally(), moment, cursor.since, end, error)
