"""One `voxpop run` per SQLite file: a lock beside it that the operating system drops when the process ends."""

from collections.abc import Iterator
from contextlib import contextmanager

from filelock import FileLock, Timeout

from bot.errors import StorageError
from bot.storage.store import Store

_PATIENCE_SECONDS = 1.0
"""`voxpop doctor` holds the lock for an instant to see whether anybody else does."""


@contextmanager
def only_one(store: Store) -> Iterator[None]:
    """Hold the lock beside the SQLite file; StorageError when another `voxpop run` holds it. A server needs none."""
    lock = _lock(store)
    if lock is None:
        yield
        return
    try:
        lock.acquire(timeout=_PATIENCE_SECONDS)
    except Timeout:
        raise StorageError(
            f"another `voxpop run` works on {store.file}; stop it first, or use PostgreSQL for more than one"
        ) from None
    try:
        yield
    finally:
        lock.release()


def somebody_runs(store: Store) -> bool | None:
    """Whether a `voxpop run` works on the SQLite file; None where that cannot be seen from here."""
    lock = _lock(store)
    if lock is None:
        return None
    try:
        with lock.acquire(timeout=0):
            return False
    except Timeout:
        return True


def _lock(store: Store) -> FileLock | None:
    return None if store.file is None else FileLock(f"{store.file}.run.lock")
