"""A process that takes the outbox to Slack until somebody kills it: `python -m tests.chaos.worker URL SLACK PACE…`."""

import logging
import sys
import time
from datetime import timedelta

import structlog

from bot.errors import StorageError
from bot.services.notices import Notices
from bot.services.posting import PostingService
from bot.services.posting_pace import Pace
from bot.slack import Slack
from bot.storage.store import Store
from tests.fake_slack import TOKEN


def to_pace(timeout: float, lease: float, grace: float) -> Pace:
    """A pace at which a trial of minutes sees what takes days otherwise."""
    return Pace(
        lease=timedelta(seconds=lease),
        timeout=timedelta(seconds=timeout),
        grace=timedelta(seconds=grace),
        backoff=timedelta(seconds=0.05),
    )


def main(database: str, slack_url: str, timeout: str, lease: str, grace: str) -> None:
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    store = Store(database)
    slack = Slack(TOKEN, base_url=slack_url, timeout=float(timeout))
    posting = PostingService(store, slack, Notices(lambda _: ()), to_pace(float(timeout), float(lease), float(grace)))
    while True:
        try:
            posting.work(limit=20)
        except StorageError as error:
            print(error, file=sys.stderr, flush=True)  # as the ticker does: say it and try again
        time.sleep(0.03)


if __name__ == "__main__":
    main(*sys.argv[1:])
