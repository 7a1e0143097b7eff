"""The coming digest, shown to whoever asks: made once for all who ask while it is being made."""

from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import datetime
from threading import Lock

from bot.domain.message import Message

Make = Callable[[datetime, str], Sequence[Message]]
"""Makes the coming digest of an edition, by its name."""


class Previews:
    """Asks *make* for coming digests, one at a time."""

    def __init__(self, make: Make) -> None:
        self._make = make
        self._lock = Lock()
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="preview")
        self._running: dict[str, Future[Sequence[Message]]] = {}

    def coming(self, now: datetime, edition: str = "default") -> Future[Sequence[Message]]:
        """Return what will be the coming digest of *edition* as it stands *now*: one for all who ask meanwhile."""
        with self._lock:
            running = self._running.get(edition)
            if running is None or running.done():
                running = self._running[edition] = self._thread.submit(self._make, now, edition)
        return running

    def close(self) -> None:
        """Let the thread go; what is being made has been stopped by its maker."""
        self._thread.shutdown(wait=False, cancel_futures=True)
