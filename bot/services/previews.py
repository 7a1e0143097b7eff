"""The coming digest, shown to whoever asks: made once for all who ask while it is being made."""

from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import datetime
from threading import Lock

from bot.domain.message import Message

Make = Callable[[datetime], Sequence[Message]]


class Previews:
    """Asks *make* for the coming digest, one at a time."""

    def __init__(self, make: Make) -> None:
        self._make = make
        self._lock = Lock()
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="preview")
        self._running: Future[Sequence[Message]] | None = None

    def coming(self, now: datetime) -> Sequence[Message]:
        """Return the coming digest as it stands *now*; waits for it, with everybody else who asked meanwhile."""
        with self._lock:
            if self._running is None or self._running.done():
                self._running = self._thread.submit(self._make, now)
            running = self._running
        return running.result()

    def close(self) -> None:
        """Let the thread go; what is being made has been stopped by its maker."""
        self._thread.shutdown(wait=False, cancel_futures=True)
