"""The clock does for wins what is due, forgets what Slack cannot repeat, and lets no failure stop digests."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.errors import StorageError
from bot.services.inbox import Inbox
from bot.storage.store import Store
from jobs.wins import tick

NOW = datetime(2026, 11, 18, 9, tzinfo=UTC)


def test_what_slack_cannot_repeat_is_forgotten(store: Store) -> None:
    inbox, ticked = Inbox(store), []
    inbox.take("event Ev1", NOW - timedelta(days=3))
    tick(ticked.append, inbox, NOW)
    assert ticked == [NOW]
    assert inbox.take("event Ev1", NOW)
    inbox.close()


def test_a_database_that_is_busy_is_left_for_the_next_tick(store: Store) -> None:
    def busy(_now: datetime) -> None:
        raise StorageError("busy")

    worked: list[datetime] = []
    inbox = Inbox(store)
    tick(busy, inbox, NOW)
    tick(worked.append, inbox, NOW)
    inbox.close()
    assert worked == [NOW]


def test_a_surprise_is_not_swallowed(store: Store) -> None:
    def broken(_now: datetime) -> None:
        raise KeyError

    inbox = Inbox(store)
    with pytest.raises(KeyError):
        tick(broken, inbox, NOW)
    inbox.close()
