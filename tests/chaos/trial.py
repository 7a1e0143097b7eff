"""Two workers, random kill -9, a Slack that fails three times in ten: is every post there once?

    python -m tests.chaos.trial --posts 500 --seed 1 [--database postgresql://user@host/any]

Without a database it is a SQLite file of its own; with a server it is a database of its own on that server.
"""

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
import uuid
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import create_engine, text
from sqlalchemy.engine import make_url

from bot.domain.edition import Edition
from bot.domain.message import Message
from bot.domain.outbox import DIGEST, State
from bot.domain.week import Week
from bot.services.notices import Notices
from bot.services.posting import PostingService
from bot.slack import ConsoleSlack
from bot.storage import schema
from bot.storage.outbox import OutboxQueries
from bot.storage.store import Store
from tests.chaos.worker import to_pace
from tests.fake_slack import CHAOS, FakeChannel, FakeSlack

TIMEOUT, LEASE, GRACE = 0.4, 2.0, 2.0
PER_DIGEST = 4
"""A parent and three thread messages."""
EDITIONS = 10
FIRST_WEEK = Week.parse("2024-W01")


@dataclass
class Outcome:
    """What a trial found. *lost* and *doubled* are the promise; *misplaced* stands outside its thread or order."""

    posts: int
    lost: int = 0
    doubled: int = 0
    misplaced: int = 0
    unfinished: int = 0
    kills: int = 0
    stops: int = 0
    calls: int = 0
    taken_back: int = 0
    seconds: float = 0

    @property
    def kept(self) -> bool:
        return not (self.lost or self.doubled or self.misplaced or self.unfinished)


def run_trial(
    database: str, posts: int, seed: int, *, workers: int = 2, grace: float = GRACE, patience: float = 300
) -> Outcome:
    """Post *posts* messages to a faulty Slack while workers are killed at random, and count what came of it."""
    started, draw = time.monotonic(), random.Random(seed)
    channels = {f"C{n}": FakeChannel(f"C{n}") for n in range(EDITIONS)}
    slack = FakeSlack(chaos=CHAOS, seed=seed, late=3 * TIMEOUT, hang=3 * TIMEOUT, lag=0.2, channels=channels)
    outcome = Outcome(posts=posts // PER_DIGEST * PER_DIGEST)
    store = Store(database)
    with slack:
        _fill(store, outcome.posts)
        crew = [_hire(database, slack.url, grace) for _ in range(workers)]
        while _unfinished(store) and time.monotonic() - started < patience:
            time.sleep(draw.uniform(0.2, 1.2))
            victim = draw.randrange(workers)
            if draw.random() < 0.25:
                os.kill(crew[victim].pid, signal.SIGSTOP)
                time.sleep(draw.uniform(0.5, LEASE + 0.5 * GRACE))
                os.kill(crew[victim].pid, signal.SIGCONT)
                outcome.stops += 1
            else:
                _dismiss(crew[victim])
                crew[victim] = _hire(database, slack.url, grace)
                outcome.kills += 1
        time.sleep(3 * TIMEOUT + 0.3)  # what Slack takes late is in by then
        for process in crew:
            _dismiss(process)
        _count(store, slack, outcome)
    store.close()
    outcome.seconds = time.monotonic() - started
    return outcome


def _fill(store: Store, posts: int) -> None:
    posting = PostingService(store, ConsoleSlack(sys.stdout), Notices(lambda _: ()), to_pace(TIMEOUT, LEASE, GRACE))
    with store.begin() as tx:
        for n in range(posts // PER_DIGEST):
            edition = Edition(
                name=f"e{n % EDITIONS}", channel=f"C{n % EDITIONS}", created_at=datetime(2024, 1, 1, tzinfo=UTC)
            )
            week = FIRST_WEEK.back(-(n // EDITIONS))
            messages = [Message(text=f"{edition.name} {week} {part}") for part in range(PER_DIGEST)]
            posting.enqueue(tx, edition, week, messages, due_at=tx.now())


def _hire(database: str, slack_url: str, grace: float) -> subprocess.Popen[bytes]:
    pace = [str(seconds) for seconds in (TIMEOUT, LEASE, grace)]
    return subprocess.Popen([sys.executable, "-m", "tests.chaos.worker", database, slack_url, *pace])


def _dismiss(process: subprocess.Popen[bytes]) -> None:
    process.kill()
    process.wait()


def _unfinished(store: Store) -> int:
    with store.read() as tx:
        return len(OutboxQueries(tx).in_state(*(state for state in State if state is not State.DONE)))


def _count(store: Store, slack: FakeSlack, outcome: Outcome) -> None:
    with store.read() as tx:
        rows = OutboxQueries(tx).in_state(*State)
    there = Counter(message.key for message in slack.messages)
    where = {message.ts: message for message in slack.messages}
    roots = {(row.target, row.period): row.ts for row in rows if row.part == 0}
    outcome.unfinished = sum(row.state is not State.DONE for row in rows)
    outcome.lost = sum(there[row.key] == 0 for row in rows)
    outcome.doubled = sum(max(0, count - 1) for count in there.values()) + len(there.keys() - {row.key for row in rows})
    for row in rows:
        message = where.get(row.ts or "")
        above = None if row.part == 0 else roots[row.target, row.period]
        wrong = message is None or message.key != row.key or message.thread_ts != above
        outcome.misplaced += wrong and row.state is State.DONE
    outcome.misplaced += _out_of_order(rows)
    outcome.calls = len(slack.called("chat.postMessage"))
    outcome.taken_back = len(slack.called("chat.delete"))


def _out_of_order(rows: list) -> int:
    digests: dict[tuple[str, str], list[str]] = {}
    for row in sorted(rows, key=lambda row: row.part):
        if row.kind == DIGEST and row.ts is not None:
            digests.setdefault((row.target, row.period), []).append(row.ts)
    return sum(found != sorted(found, key=float) for found in digests.values())


@contextmanager
def own_database(server: str | None) -> Iterator[str]:
    """A migrated, empty database: a SQLite file, or one on *server*; gone afterwards."""
    if server is None:
        with tempfile.TemporaryDirectory() as folder:
            url = f"sqlite:///{Path(folder, 'trial.db')}"
            _prepare(url)
            yield url
        return
    name = f"voxpop_trial_{uuid.uuid4().hex[:8]}"
    _on_server(server, f"CREATE DATABASE {name}")
    url = make_url(server).set(database=name).render_as_string(hide_password=False)
    _prepare(url)
    yield url
    _on_server(server, f"DROP DATABASE {name} WITH (FORCE)")


def _prepare(url: str) -> None:
    store = Store(url)
    schema.upgrade(store)
    store.close()


def _on_server(server: str, statement: str) -> None:
    engine = create_engine(make_url(server).set(drivername="postgresql+psycopg"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(statement))
    engine.dispose()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--posts", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--grace", type=float, default=GRACE, help="under 1 s it is shorter than Slack is late")
    parser.add_argument("--database", help="a PostgreSQL server's address; without it, SQLite")
    asked = parser.parse_args()
    with own_database(asked.database) as url:
        outcome = run_trial(url, asked.posts, asked.seed, workers=asked.workers, grace=asked.grace)
    print(f"{'PostgreSQL' if asked.database else 'SQLite'}, seed {asked.seed}: {outcome}")
    return 0 if outcome.kept else 1


if __name__ == "__main__":
    sys.exit(main())
