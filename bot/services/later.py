"""What people wait for longer than Slack does: done apart from the threads that acknowledge what Slack sends."""

from collections.abc import Callable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Lock
from typing import Any

Body = dict[str, Any]
Sorry = Callable[[Exception, Body, None], object]
"""Tells the person whose request *body* is what went wrong."""

FINDING, TELLING = "finding", "telling"
"""What is looked for, a processor's work each; and answers that are made and have to be told."""

_AT_ONCE = {FINDING: 4, TELLING: 4}


class Later:
    """Does work that was acknowledged already, a few pieces at a time and the others in the order they came.

    However many ask at once, a click of somebody else finds a thread that is free. *sorry* hears of what fails.
    """

    def __init__(self, sorry: Sorry, at_once: Mapping[str, int] = _AT_ONCE) -> None:
        self._sorry = sorry
        self.lanes = {
            lane: ThreadPoolExecutor(most, thread_name_prefix=f"later-{lane}") for lane, most in at_once.items()
        }
        self._closed, self._under_way, self._lock = False, 0, Lock()

    def do(self, body: Body, work: Callable[[], object], lane: str = FINDING) -> None:
        """Do *work*, which the request *body* asked for; nothing happens where everything is being stopped."""

        def look(done: Future[object]) -> None:
            error = None if done.cancelled() else done.exception()
            if isinstance(error, Exception):
                self._sorry(error, body, None)
            with self._lock:
                self._under_way -= 1

        if not self._closed:
            with self._lock:
                self._under_way += 1
            self.lanes[lane].submit(work).add_done_callback(look)

    @property
    def is_idle(self) -> bool:
        """Whether everything is done."""
        return self._under_way == 0

    def close(self) -> None:
        """Begin nothing any more."""
        self._closed = True
        for threads in self.lanes.values():
            threads.shutdown(wait=False, cancel_futures=True)
