"""One process at a time holds a source, and shows that it lives for as long as it does."""

import threading
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

from bot.errors import SourceError, VoxpopError
from bot.storage.source_states import SourceStateQueries
from bot.storage.store import Store


class BusyError(SourceError):
    """Another process pulls this source."""


@contextmanager
def held(store: Store, source: str, lease: timedelta) -> Iterator[str]:
    """Hold *source* for the block, renewed three times per *lease*, and yield the token; BusyError while another does.

    After a ``kill -9`` the source is free again when the *lease* is over.
    """
    token = uuid.uuid4().hex
    with store.begin() as tx:
        if not SourceStateQueries(tx).claim(source, token, lease):
            raise BusyError(
                f"another process is pulling {source} just now, or was ended in the middle of it; try again"
            )
    over = threading.Event()
    beat = threading.Thread(target=_beat, args=(store, source, token, lease, over), daemon=True, name=f"{source} lease")
    beat.start()
    try:
        yield token
    finally:
        over.set()
        beat.join()
        with store.begin() as tx:
            SourceStateQueries(tx).release(source, token)


def _beat(store: Store, source: str, token: str, lease: timedelta, over: threading.Event) -> None:
    """Renew the lease until it is *over*, or lost: then the next page is refused, and the run ends."""
    while not over.wait(lease.total_seconds() / 3):
        try:
            with store.begin() as tx:
                if not SourceStateQueries(tx).renew(source, token, lease):
                    return
        except VoxpopError:  # the database is busy or away: the pages will tell, and the next beat tries again
            continue
