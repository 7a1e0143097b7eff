"""An outbox, a Slack and a way to let time pass: what the tests of posting have in common."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta

from sqlalchemy import select, update

from bot.domain.edition import Edition, Weekday
from bot.domain.message import Message
from bot.domain.outbox import Post
from bot.domain.week import Week
from bot.services.notices import Notices
from bot.services.posting import PostingService, Status
from bot.services.posting_pace import Pace
from bot.slack import Gateway, Slack
from bot.storage.editions import EditionQueries
from bot.storage.outbox import OUTBOX
from bot.storage.store import Store
from tests.fake_slack import FakeSlack

ADMINS = ("U0ADA", "U0BOB")
WEEK = Week.parse("2026-W01")
"""Long over: whatever the clock says, a post of it may be looked for from its end on."""

_TIMES = ("due_at", "look_from", "next_at", "sure_at", "lease_until", "created_at", "done_at")


def make_edition(**changes: object) -> Edition:
    values = {
        "channel": "C0LEAD",
        "weekday": Weekday.TUE,
        "at": time(8, 30),
        "created_at": datetime(2026, 1, 1, tzinfo=UTC),
    }
    return Edition.model_validate(values | changes)


def make_messages(thread: int = 2) -> list[Message]:
    return [Message(text="the digest")] + [Message(text=f"thread message {n}") for n in range(1, thread + 1)]


@dataclass
class World:
    """A database, the real gateway, and the Slack behind it."""

    store: Store
    fake: FakeSlack
    gateway: Slack
    pace: Pace = field(default_factory=Pace)

    @property
    def posting(self) -> PostingService:
        return self.posting_through(self.gateway)

    def posting_through(self, gateway: Gateway) -> PostingService:
        return PostingService(self.store, gateway, Notices(lambda _: ADMINS), self.pace)

    def enqueue(self, edition: Edition | None = None, thread: int = 2, late_by: timedelta = timedelta()) -> bool:
        edition = edition or make_edition()
        with self.store.begin() as tx:
            EditionQueries(tx).keep(edition)
            due_at = tx.now() - late_by
            return self.posting.enqueue(tx, edition, WEEK, make_messages(thread), due_at=due_at)

    def work(self) -> Status:
        self.posting.work()
        return self.status()

    def status(self, edition: str = "default") -> Status:
        status = self.posting.status(edition, WEEK)
        assert status is not None
        return status

    def let_pass(self, seconds: float) -> None:
        """Move every stored moment into the past: as if the database's clock had gone on."""
        with self.store.begin() as tx:
            for row in tx.connection.execute(select(OUTBOX)).all():
                moved = {name: getattr(row, name) - timedelta(seconds=seconds) for name in _TIMES if getattr(row, name)}
                tx.connection.execute(update(OUTBOX).where(OUTBOX.c.id == row.id).values(**moved))

    def recover(self) -> Status:
        """Let a lost worker's lease and the grace after it pass, and work on."""
        self.let_pass(self.pace.lease.total_seconds() + 1)
        self.posting.work()
        self.let_pass(self.pace.grace.total_seconds() + 1)
        return self.work()

    def texts(self, channel: str = "C0LEAD") -> list[str]:
        return [message.text for message in self.fake.in_channel(channel)]

    def parts(self) -> Iterator[Post]:
        return iter(self.status().posts)


class Died(BaseException):
    """What kill -9 looks like from inside: nothing after it is done."""


@dataclass
class MortalSlack:
    """The real gateway in a process that dies before or after its next post, or that does something meanwhile."""

    inner: Slack
    before: Callable[[], None] = lambda: None
    after: Callable[[], None] = lambda: None

    def post(self, channel: str, message: Message, *, key: str, thread_ts: str | None = None) -> str:
        self.before()
        ts = self.inner.post(channel, message, key=key, thread_ts=thread_ts)
        self.after()
        return ts

    def room_of(self, channel: str) -> str:
        return channel

    def find(self, channel: str, key: str, since: datetime, thread_ts: str | None = None) -> str | None:
        return self.inner.find(channel, key, since, thread_ts)

    def delete(self, channel: str, ts: str) -> None:
        self.inner.delete(channel, ts)


def die() -> None:
    raise Died
