"""A lock that goes to whoever has waited longest."""

from collections import deque
from threading import Lock


class Turns:
    """A lock among threads that is handed on in the order of asking.

    ``threading.Lock`` goes to whoever asks first after it is free: a thread that frees it and takes it again at once,
    as an import does with every part of a page, has it back before those who wait have woken up.
    """

    def __init__(self) -> None:
        self._guard = Lock()
        self._waiting: deque[Lock] = deque()
        self._taken = False

    def acquire(self, timeout: float) -> bool:
        """Wait for one's turn for up to *timeout* seconds; whether it came."""
        with self._guard:
            if not self._taken:
                self._taken = True
                return True
            mine = Lock()
            mine.acquire()
            self._waiting.append(mine)
        if mine.acquire(timeout=timeout):
            return True
        with self._guard:
            if mine not in self._waiting:
                return True  # it was handed to us in the very moment in which we gave up
            self._waiting.remove(mine)
            return False

    def release(self) -> None:
        """Hand it to whoever has waited longest, or leave it to the next who asks."""
        with self._guard:
            if self._waiting:
                self._waiting.popleft().release()
            else:
                self._taken = False
