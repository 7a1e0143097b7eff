"""The ticker's posting: publish what is due, take the outbox to Slack, and let no failure stop the rest."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.message import Message
from bot.errors import SourceError
from bot.services.editions import EditionService
from bot.services.notices import Notices
from bot.services.posting import PostingService
from jobs.posting import tick
from tests.bot.services.outbox_world import ADMINS, make_edition


class Office:
    """Everything a tick needs, at the time of the database; *publish* makes a digest of one line."""

    def __init__(self, store, slack) -> None:
        self.store = store
        notices = Notices(lambda _: ADMINS)
        self.editions = EditionService(store, notices)
        self.posting = PostingService(store, slack, notices)
        self.now = datetime.now(UTC)
        self.broken: dict[str, Exception] = {}

    def open(self, name: str) -> None:
        """Make an edition that was due five minutes ago."""
        due = self.now - timedelta(minutes=5)
        self.editions.ensure(
            make_edition(
                name=name,
                timezone="UTC",
                weekday=["mon", "tue", "wed", "thu", "fri", "sat", "sun"][due.weekday()],
                at=due.time().replace(microsecond=0),
                created_at=self.now - timedelta(days=1),
            )
        )

    def publish(self, edition, due, _now) -> None:
        if edition.name in self.broken:
            raise self.broken[edition.name]
        with self.store.begin() as tx:
            self.posting.enqueue(tx, edition, due.week, [Message(text=f"digest of {edition.name}")], due_at=due.at)

    def tick(self) -> None:
        tick(self.editions, self.posting, self.publish, self.now)


@pytest.fixture
def office(store, slack) -> Office:
    return Office(store, slack)


def texts(fake_slack, channel: str = "C0LEAD") -> list[str]:
    return [message.text for message in fake_slack.in_channel(channel)]


def test_what_is_due_is_posted_once_however_often_the_clock_ticks(office, fake_slack):
    office.open("default")
    for _ in range(3):
        office.tick()
    assert texts(fake_slack) == ["digest of default"]


def test_an_edition_that_cannot_be_made_is_told_once_and_the_others_go_on(office, fake_slack):
    office.open("board")
    office.open("default")
    office.broken["board"] = SourceError("the export is empty")
    for _ in range(2):
        office.tick()
    assert texts(fake_slack) == ["digest of default"]
    (said,) = texts(fake_slack, ADMINS[0])
    assert "the export is empty" in said


def test_an_edition_that_could_be_made_at_last_is_posted(office, fake_slack):
    office.open("default")
    office.broken["default"] = SourceError("the export is empty")
    office.tick()
    office.broken.clear()
    office.tick()
    assert texts(fake_slack) == ["digest of default"]


def test_a_surprise_is_told_without_its_text_and_the_others_still_go_out(office, fake_slack):
    office.open("board")
    office.open("default")
    office.broken["board"] = KeyError("a customer's words")
    with pytest.raises(KeyError):
        office.tick()
    (said,) = texts(fake_slack, ADMINS[0])
    assert "an error in the app itself" in said
    assert "words" not in said
    assert texts(fake_slack) == ["digest of default"]
