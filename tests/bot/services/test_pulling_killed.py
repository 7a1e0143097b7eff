"""A process that is killed while it pulls costs nothing: the next one goes on, and nothing tells the difference."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.storage.store import Store
from tests.conftest import Databases
from tests.fake_zendesk import AGENT, CUSTOMER, NOW, FakeZendesk, make_rating, make_response, make_ticket
from tests.pull_once import BUSY, LEASE

ROOT = Path(__file__).parents[3]
TABLES = {
    "feedback": "source, kind, external_id, conversation, created_at, version, subject, text_key, rating_value, tags",
    "feature": "text_key, version, text, language, tone",
    "tombstone": "source, kind, key, until",
    "source_state": "source, stream, cursor, off, last_sync, error",
    "quarantine": "source, place, reason",
}


@pytest.fixture
def fake() -> Iterator[FakeZendesk]:
    with FakeZendesk(page_size=3) as fake:
        fake.tickets = [make_ticket(number, f"Parcel {number} never came.") for number in range(1, 9)]
        fake.tickets[2].update(status="deleted")
        fake.tickets[3].update(submitter_id=AGENT)
        fake.tickets[4].update(created_at="never")
        old = int((NOW - timedelta(days=50)).timestamp())
        fake.tickets += [
            make_ticket(number, "Older still.", generated_timestamp=old + number) for number in range(20, 25)
        ]
        said = {"author_id": CUSTOMER, "public": True, "created_at": "2026-11-03T10:00:00Z"}
        fake.comments[4] = [{**said, "plain_body": "Nobody called me back."}]
        fake.ratings = [make_rating(900 + number, number, "bad", comment="Slow.") for number in range(1, 5)]
        fake.responses = [make_response("01A", 6, 4, "good", "Fine")]
        yield fake


@pytest.fixture
def unbroken(databases: Databases, template: str, fake: FakeZendesk) -> Iterator[dict[str, list[Any]]]:
    """What the database holds after a run that nobody disturbed."""
    address = databases.make(template)
    assert run(address, fake).wait() == 0
    yield contents(address)
    databases.drop(address)


def run(address: str, fake: FakeZendesk, *options: str) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "tests.pull_once", address, fake.url, *options]
    return subprocess.Popen(command, cwd=ROOT, env={**os.environ, "OPENBLAS_NUM_THREADS": "1"})


def contents(address: str) -> dict[str, list[Any]]:
    store = Store(address)
    with store.read() as tx:
        found = {
            table: sorted(map(repr, tx.connection.exec_driver_sql(f"SELECT {columns} FROM {table}").all()))
            for table, columns in TABLES.items()
        }
    store.close()
    return found


def killed_after(address: str, fake: FakeZendesk, number: int, what: str = "--pages") -> bool:
    """Start a run that is killed when so many pages are kept; False where it came to its end before."""
    code = run(address, fake, what, str(number)).wait()
    assert code in (0, -signal.SIGKILL)
    time.sleep(LEASE.total_seconds() + 0.1)  # that of the dead
    return code != 0


@pytest.mark.slow
def test_killed_again_and_again_one_page_later_each_time_it_ends_as_if_it_had_not_been(
    database_url: str, fake: FakeZendesk, unbroken: dict[str, list[Any]]
) -> None:
    kills = next(pages for pages in range(1, 30) if not killed_after(database_url, fake, pages)) - 1
    assert kills >= 6
    assert contents(database_url) == unbroken


@pytest.mark.slow
def test_killed_in_the_middle_of_a_commit_later_each_time_it_ends_as_if_it_had_not_been(
    database_url: str, fake: FakeZendesk, unbroken: dict[str, list[Any]]
) -> None:
    last = next(number for number in range(2, 60, 2) if not killed_after(database_url, fake, number, "--commits"))
    assert last >= 8
    assert contents(database_url) == unbroken


@pytest.mark.slow
@pytest.mark.parametrize("call", [1, 4, 7])
def test_killed_while_a_page_is_asked_for_it_ends_the_same(
    database_url: str, fake: FakeZendesk, unbroken: dict[str, list[Any]], call: int
) -> None:
    process = None

    def kill() -> None:
        assert process is not None
        process.kill()

    fake.before[len(fake.calls) + call] = kill
    process = run(database_url, fake)
    assert process.wait() == -signal.SIGKILL
    time.sleep(LEASE.total_seconds() + 0.1)
    assert run(database_url, fake).wait() == 0
    assert contents(database_url) == unbroken


@pytest.mark.slow
def test_of_two_processes_at_once_one_pulls_and_the_other_leaves(
    database_url: str, fake: FakeZendesk, unbroken: dict[str, list[Any]]
) -> None:
    others: list[int] = []

    def come_second() -> None:
        second = run(database_url, fake)
        others.append(second.wait(60))

    fake.before[len(fake.calls) + 1] = come_second  # the first waits for its answer meanwhile, longer than its lease
    assert run(database_url, fake).wait(60) == 0
    assert others == [BUSY]
    assert contents(database_url) == unbroken
