"""One run over a fake Zendesk in a process of its own, which may kill itself: `python -m tests.pull_once ADDRESS URL`.

With ``--pages N`` it is killed when N pages are kept, with ``--commits N`` in the middle of its N-th commit: when all
is written and nothing of it is kept yet.
"""

import argparse
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta

from bot.services.feedback import FeedbackService
from bot.services.leases import BusyError
from bot.services.pulling import PullService
from bot.services.pulling_pace import PullPace
from bot.services.source_notices import SourceNotices
from bot.settings import default_settings
from bot.sources.zendesk import Zendesk
from bot.storage.store import Store, Transaction
from tests.fake_zendesk import MAIL, NOW, TOKEN

LEASE = timedelta(seconds=0.5)
BUSY = 3
"""The exit code where another process pulls."""


class DyingStore(Store):
    """A store that *dies* at the end of its N-th writing transaction, before that is committed; at no other."""

    def __init__(self, url: str, commits: int, die: Callable[[], None]) -> None:
        super().__init__(url)
        self.left, self._die = commits, die

    @contextmanager
    def begin(self) -> Iterator[Transaction]:
        with super().begin() as tx:
            yield tx
            if threading.current_thread() is threading.main_thread():  # a lease is renewed beside it, at any time
                self.left -= 1
                if self.left == 0:
                    self._die()


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("database")
    parser.add_argument("url")
    parser.add_argument("--pages", type=int, default=0)
    parser.add_argument("--commits", type=int, default=0)
    given = parser.parse_args()
    store = DyingStore(given.database, given.commits, lambda: os.kill(os.getpid(), signal.SIGKILL))
    account = {"zendesk_subdomain": "example", "zendesk_email": MAIL, "zendesk_api_token": TOKEN}
    source = Zendesk.open(default_settings(**account, zendesk_base_url=given.url))
    assert source is not None
    pulling = PullService(
        store, FeedbackService(store), SourceNotices(lambda _: [], "en"), lambda: NOW, PullPace(lease=LEASE)
    )
    try:
        for kept, _ in enumerate(pulling.pull(source), start=1):
            if kept == given.pages:
                os.kill(os.getpid(), signal.SIGKILL)
    except BusyError:
        sys.exit(BUSY)
    source.close()
    store.close()


if __name__ == "__main__":
    sys.exit(main())
