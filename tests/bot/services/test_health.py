"""Health says what works and what somebody should look after; it names no person, no customer and no secret."""

import time
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text

from bot.domain.edition import Edition, Origin
from bot.domain.message import Message
from bot.domain.role import Grant, Role
from bot.domain.week import Week
from bot.errors import StorageError
from bot.services.editions import EditionService
from bot.services.health import STALLED, HealthService
from bot.services.notices import Notices
from bot.services.posting import PostingService
from bot.slack import Slack
from bot.storage.editions import EditionQueries
from bot.storage.grants import GrantQueries
from bot.storage.store import Store
from tests.fake_slack import FakeSlack

NOW = datetime(2026, 11, 17, 7, 0, tzinfo=UTC)
TICKED = NOW - timedelta(seconds=20)
MADE = NOW - timedelta(days=30)


def health_of(store: Store, *, channel: str | None = "C0LEAD", admins: tuple[str, ...] = ("U0ADMIN",)) -> HealthService:
    editions = EditionService(store, Notices(lambda _: admins))
    editions.ensure(Edition(channel=channel, created_at=MADE))
    return HealthService(store, editions, admins, since=NOW - timedelta(hours=1))


def test_all_is_well_while_database_clock_and_slack_work(store: Store) -> None:
    well, report = health_of(store).report(NOW, TICKED, connected=True)
    assert well
    assert report["ok"] is True
    assert report["next_digest"] == "2026-11-17T07:30:00+00:00"
    assert report["warnings"] == []


def test_a_clock_that_stands_still_is_not_well(store: Store) -> None:
    well, report = health_of(store).report(NOW, NOW - STALLED, connected=True)
    assert not well
    assert report["timetable"] == "stalled"
    assert "nothing is posted" in " ".join(report["warnings"])


def test_a_process_that_has_just_begun_has_time_for_its_first_tick(store: Store) -> None:
    health = health_of(store)
    assert health.report(NOW - timedelta(minutes=59), None, connected=True)[0]
    assert not health.report(NOW, None, connected=True)[0]


def test_without_a_connection_to_slack_it_is_not_well(store: Store) -> None:
    well, report = health_of(store).report(NOW, TICKED, connected=False)
    assert (well, report["slack"]) == (False, "not connected")


def test_it_says_when_nobody_would_be_told_and_nothing_be_posted(store: Store) -> None:
    well, report = health_of(store, channel=None, admins=()).report(NOW, TICKED, connected=True)
    warnings = " ".join(report["warnings"])
    assert well
    assert "ADMINS is empty" in warnings
    assert "DIGEST_CHANNEL is empty" in warnings


def test_posts_that_wait_for_a_person_are_counted(store: Store, slack: Slack, fake_slack: FakeSlack) -> None:
    health = health_of(store)
    posting = PostingService(store, slack, Notices(lambda _: ()))
    now = datetime.now(UTC)
    with store.begin() as tx:
        edition = Edition(channel="C0LEAD", created_at=MADE)
        posting.enqueue(tx, edition, Week.parse("2026-W46"), [Message(text="the digest")], due_at=now)
    fake_slack.fail_next("is_archived")
    posting.work()
    _, report = health.report(NOW, TICKED, connected=True)
    assert report["posts_that_need_a_person"] == 1
    assert "1 posts wait for a person" in " ".join(report["warnings"])


def test_a_database_that_cannot_be_used_is_not_well_and_its_address_is_not_shown(store: Store) -> None:
    health = health_of(store)
    with store.begin() as tx:
        tx.connection.execute(text("ALTER TABLE edition RENAME TO gone"))
    well, report = health.report(NOW, TICKED, connected=True)
    assert not well
    assert report["database"] == "cannot be used; the log says why"
    assert str(store.url.database) not in str(report)


def test_where_slack_waits_a_slow_server_is_given_up_soon(store: Store) -> None:
    if store.is_sqlite:
        pytest.skip("SQLite is no server")
    impatient, start = store.impatient(), time.monotonic()
    with pytest.raises(StorageError), impatient.read() as tx:
        tx.connection.execute(text("SELECT pg_sleep(10)"))
    impatient.close()
    assert time.monotonic() - start < 3


def test_a_password_is_not_shown_wherever_it_stands_in_the_address() -> None:
    for url in ("postgresql://anna:very-secret@127.0.0.1:1/v", "postgresql://127.0.0.1:1/v?password=very-secret"):
        store = Store(url)
        assert "127.0.0.1:1/v" in store.place
        with pytest.raises(StorageError) as caught, store.read():
            pass
        assert "very-secret" not in f"{store.place} {caught.value}"


def test_every_edition_is_reported_and_what_is_set_up_in_slack_counts(store: Store) -> None:
    health = health_of(store, channel=None, admins=())
    with store.begin() as tx:
        made = {"origin": Origin.SLACK, "created_at": MADE}
        EditionQueries(tx).keep(Edition(name="board", channel="C0BOARD", timezone="UTC", **made))
        EditionQueries(tx).keep(Edition(name="later", channel="C0LATER", timezone="America/New_York", **made))
        EditionQueries(tx).keep(Edition(name="old", channel="C0OLD", off="is_archived", **made))
        GrantQueries(tx).give(Grant(Role.ADMIN, "U0ADA"))
    _, report = health.report(NOW, TICKED, connected=True)
    assert report["editions"] == {"board": "2026-11-17T08:30:00+00:00", "later": "2026-11-17T13:30:00+00:00"}
    assert report["next_digest"] == "2026-11-17T08:30:00+00:00"
    assert report["warnings"] == ["the edition old is off: see `voxpop doctor`"]
