"""Each thing that Slack sends is taken in once, however often it is delivered."""

from collections import OrderedDict
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as TooSlowError
from datetime import datetime, timedelta
from hashlib import blake2b
from threading import Lock

import structlog

from bot.errors import StorageError
from bot.storage.inbox import InboxQueries
from bot.storage.store import Store

REMEMBERED = timedelta(days=2)
"""Slack repeats a delivery for a day at most ("Delayed Events": hourly for 24 hours)."""

_PATIENCE = 0.5
_PATIENCE_ALONE = 0.1
"""The same where there is no other process: one works on a SQLite file, and knows itself what it took in."""

_THREADS = 8
_MOST_KEPT = 10_000


class Inbox:
    """Knows what has come before, in all processes by a row each, and in this one whatever the database does."""

    def __init__(self, store: Store, patience: float | None = None) -> None:
        self._store = store
        self._patience = patience or (_PATIENCE_ALONE if store.is_sqlite else _PATIENCE)
        self._lock = Lock()
        self._recent: OrderedDict[str, None] = OrderedDict()
        self._threads = ThreadPoolExecutor(_THREADS, thread_name_prefix="inbox")

    def take(self, name: str, now: datetime) -> bool:
        """Take in the event called *name*; False where it came before.

        StorageError when that cannot be written down: then it was not taken in, and Slack delivers it again.
        """
        return self._take(_key(name), now)

    def take_soon(self, name: str, now: datetime) -> bool:
        """Take in what a person waits for; False where it came before.

        After half a second without an answer from the database, less on SQLite, it counts as new: a form must open
        within Slack's three seconds whatever the database does, and Slack itself takes each trigger once.
        """
        key = _key(name)
        with self._lock:
            if key in self._recent:
                return False
            self._recent[key] = None
            while len(self._recent) > _MOST_KEPT:
                self._recent.popitem(last=False)
        asked: Future[bool] = self._threads.submit(self._take, key, now)
        try:
            return asked.result(self._patience)
        except (TooSlowError, StorageError):
            asked.cancel()
            if not self._store.is_sqlite:
                structlog.get_logger("inbox").warning("the database was too slow to say whether this came before")
            return True

    def forget_old(self, now: datetime) -> int:
        """Forget what Slack cannot deliver any more; return how many."""
        with self._store.begin() as tx:
            return InboxQueries(tx).forget_before(now - REMEMBERED)

    def close(self) -> None:
        """Let the threads go; what they are writing ends within a second or two."""
        self._threads.shutdown(wait=True, cancel_futures=True)

    def _take(self, key: str, now: datetime) -> bool:
        with self._store.begin() as tx:
            return InboxQueries(tx).take(key, now)


def _key(name: str) -> str:
    """Names may be long and come from outside; their hash is neither."""
    return blake2b(name.encode(), digest_size=24).hexdigest()
