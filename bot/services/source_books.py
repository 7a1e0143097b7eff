"""What is remembered of every source that is pulled: how far it came, what is off, what failed and since when."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from types import TracebackType
from typing import Self

import structlog

from bot.errors import SourceError, VoxpopError
from bot.services.leases import BusyError
from bot.services.pulling_pace import PullPace
from bot.services.source_notices import SourceNotices
from bot.sources.checks import trouble_of
from bot.sources.connector import Connector, Cursor, Stream
from bot.sources.errors import AccountError, CredentialsError, GoneError, ProtocolError, RateLimitedError
from bot.storage.source_states import WHOLE, SourceStateQueries, StreamState
from bot.storage.sources import SourceQueries
from bot.storage.store import Store, Transaction

HISTORY = "/history"
"""Ends the key of the state under which a stream's way back is kept; the stream's own name is the way on."""


class SourceBook:
    """The book of one *source*: one transaction per method, *notices* for what admins should know.

    Only the process whose *token* holds the source writes into it: BusyError from every method that would, once another
    process took the source over.
    """

    def __init__(self, store: Store, source: Connector, notices: SourceNotices, pace: PullPace, token: str) -> None:
        self._store = store
        self._source = source
        self._token = token
        self._notices = notices
        self._pace = pace

    def __enter__(self) -> Self:
        """Begin a run."""
        return self

    def __exit__(self, _kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        """Remember what ended the run, a mistake of our own included, so that admins are told whatever it was."""
        if isinstance(error, Exception) and not isinstance(error, BusyError):
            self.failed(error)

    def hold(self, tx: Transaction) -> None:
        """Hold the source on for as long as *tx* and a lease after it; BusyError where another process took it."""
        if not SourceStateQueries(tx).renew(self._source.name, self._token, self._pace.lease):
            raise BusyError(f"another process took {self._source.title} over; this one stops")

    def may_ask(self, *, by_hand: bool) -> bool:
        """Return whether the source may be asked now; other credentials than those that failed wipe the slate clean.

        Whoever asks *by_hand* may always. AccountError where the feedback of another account is here.
        """
        name = self._source.name
        with self._begin() as tx:
            states, now = SourceStateQueries(tx), tx.now()
            whole = states.get(name)
            if other := another_account(whole, self._source):
                raise AccountError(other)
            if whole.identity != self._source.identity:
                for stream in states.all_of(name):
                    states.write(name, stream, off=None, not_before=None)
                states.write(name, WHOLE, identity=self._source.identity)
                return True
            for stream in states.all_of(name) if by_hand else ():
                if stream != WHOLE:
                    states.write(name, stream, not_before=None)
            waits = whole.not_before is not None and whole.not_before > now and not by_hand
            if waits and whole.failing_since is not None:
                self._lasting(tx, whole.failing_since, now, str(whole.error))
        return not waits and (by_hand or whole.off is None)

    def goal(self, since: datetime | None, began: datetime) -> datetime:
        """Return how far back the source is wanted: as told now or earlier, else as far as the pace says."""
        text = self._get(WHOLE).cursor
        known = datetime.fromisoformat(text) if text else None
        goal = since or known or began - self._pace.history
        if goal != known:
            self._write(WHOLE, cursor=goal.isoformat())
        return goal

    def cursor(self, key: str) -> Cursor | None:
        """Return where the stream kept under *key* is, None before it was first read."""
        text = self._get(key).cursor
        return Cursor.from_json(key.removesuffix(HISTORY), text) if text else None

    def set_cursor(self, key: str, cursor: Cursor) -> None:
        """Set where the stream kept under *key* is, apart from any page."""
        self._write(key, cursor=cursor.to_json())

    def is_off(self, key: str) -> bool:
        """Return whether the stream kept under *key* is to be left alone for now."""
        with self._store.read() as tx:
            state, now = SourceStateQueries(tx).get(self._source.name, key), tx.now()
        return state.not_before is not None and state.not_before > now

    def switch_off(self, stream: Stream, key: str, error: SourceError, cursor: Cursor | None = None) -> None:
        """Leave a stream that the tool refuses alone for a while; tell it once where somebody should know.

        With *cursor* it goes on from there then.
        """
        name, broken = self._source.name, isinstance(error, ProtocolError)
        what = "broken" if broken else "address" if isinstance(error, GoneError) else "off"
        with self._begin() as tx:
            states, now = SourceStateQueries(tx), tx.now()
            known, trouble = states.get(name, key), trouble_of(error).value
            states.write(name, key, off=str(error), error=str(error), trouble=trouble, not_before=now + self._pace.off)
            if cursor is not None:
                states.write(name, key, cursor=cursor.to_json())
            if known.off is None and (stream.needed or broken):
                told = "history" if key.endswith(HISTORY) else what
                ends = stream.needed and told != "history"
                self._notices.tell(tx, told, self._source, now, stream=stream.name, why=str(error), ends=ends)
        log = structlog.get_logger("sources")
        log.warning("a stream is off for now", source=name, stream=key, why=str(error))

    def fresh(self, began: datetime) -> None:
        """Write down that everything needed was read to its end as of *began*; not so while a needed stream is off."""
        name = self._source.name
        with self._begin() as tx:
            states = SourceStateQueries(tx)
            if any(states.get(name, stream.name).off for stream in self._source.streams if stream.needed):
                return
            told_at = states.get(name).told_at
            if told_at is not None:
                self._notices.tell(tx, "again", self._source, told_at, ends=False)
            clean = dict.fromkeys(("off", "not_before", "failing_since", "error", "trouble", "told_at"))
            states.write(name, WHOLE, last_sync=began, **clean)
            SourceQueries(tx).delivered(name, began)

    def failed(self, error: Exception) -> None:
        """Remember what stopped a run, and tell it once: at once where somebody must act, else within the hour."""
        why = str(error) if isinstance(error, VoxpopError) else f"a mistake in Voxpop itself: {type(error).__name__}"
        name, refused = self._source.name, isinstance(error, CredentialsError)
        with self._begin() as tx:
            states, now = SourceStateQueries(tx), tx.now()
            whole = states.get(name)
            since = whole.failing_since or now
            states.write(name, WHOLE, error=why, trouble=trouble_of(error).value, failing_since=since)
            if isinstance(error, RateLimitedError):
                wait = min(error.seconds, self._pace.rest.total_seconds())
                states.write(name, WHOLE, not_before=now + timedelta(seconds=wait))
            if isinstance(error, AccountError):
                self._notices.tell(tx, "account", self._source, since, why=why)
            elif refused:
                states.write(name, WHOLE, off=str(error))
                if whole.off is None:
                    self._notices.tell(tx, "paused", self._source, now)
            else:
                self._lasting(tx, since, now, why)

    def _lasting(self, tx: Transaction, since: datetime, now: datetime, why: str) -> None:
        """Tell once of a source that fails *since* longer than it may."""
        if now - since >= self._pace.patience:
            self._notices.tell(tx, "failing", self._source, since, why=why)

    @contextmanager
    def _begin(self) -> Iterator[Transaction]:
        """Open a transaction that writes for as long as the source is ours."""
        with self._store.begin() as tx:
            self.hold(tx)
            yield tx

    def _get(self, key: str) -> StreamState:
        with self._store.read() as tx:
            return SourceStateQueries(tx).get(self._source.name, key)

    def _write(self, key: str, **values: object) -> None:
        with self._begin() as tx:
            SourceStateQueries(tx).write(self._source.name, key, **values)


def another_account(whole: StreamState, source: Connector) -> str | None:
    """Say in words that the feedback here, of which *whole* is known, is of another account than *source* reads."""
    if whole.account in (None, source.account):
        return None
    return (
        f"this database holds the feedback of the {source.title} account {whole.account!r}, and the settings name "
        f"{source.account!r}; set the former again, or use another database (DATABASE_URL) for the latter"
    )
