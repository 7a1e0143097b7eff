"""What people wait for longer than Slack does: done apart from the threads that acknowledge what Slack sends."""

import time
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

_SETTLED = 1.0
"""Seconds after which Slack has drawn what a form that was sent off was answered with."""


class Later:
    """Does work that was acknowledged already, a few pieces at a time and the others in the order they came.

    However many ask at once, a click of somebody else finds a thread that is free. *sorry* hears of what fails.
    """

    def __init__(self, sorry: Sorry, at_once: Mapping[str, int] = _AT_ONCE) -> None:
        self._sorry = sorry
        self.lanes = {
            lane: ThreadPoolExecutor(most, thread_name_prefix=f"later-{lane}") for lane, most in at_once.items()
        }
        self.settled = _SETTLED
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

    def let_settle(self, since: float) -> None:
        """Wait until Slack has drawn what it was answered at *since*, in seconds of `time.monotonic`.

        That answer (``response_action``) travels beside our calls: a form that a call draws sooner is drawn over by
        the older answer, and says for ever that it is being looked for.
        """
        time.sleep(max(0.0, since + self.settled - time.monotonic()))

    @property
    def is_idle(self) -> bool:
        """Whether everything is done."""
        return self._under_way == 0

    def close(self) -> None:
        """Begin nothing any more."""
        self._closed = True
        for threads in self.lanes.values():
            threads.shutdown(wait=False, cancel_futures=True)
