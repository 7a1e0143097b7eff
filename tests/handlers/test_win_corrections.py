"""What somebody took back is gone, or somebody hears that it is not: late, refused, lost, or never posted."""

from collections.abc import Callable, Iterator

import pytest

from bot.domain.message import Message
from bot.domain.win import Choice
from bot.services.wins.book import House
from bot.services.wins.correcting import Correcting
from bot.slack import Slack
from bot.storage.store import Store
from tests.fake_slack import FakeSlack
from tests.handlers.win_world import CHANNEL, World, shown


@pytest.fixture
def world(fake_slack: FakeSlack, store: Store) -> Iterator[World]:
    world = World(fake_slack, store)
    yield world
    world.close()


class _SlowSlack:
    """A way to Slack on which *meanwhile* comes first: the correction under way lands after it."""

    def __init__(self, slack: Slack, meanwhile: Callable[[], object]) -> None:
        self._slack = slack
        self._meanwhile = meanwhile

    def update(self, channel: str, ts: str, message: Message) -> bool:
        self._meanwhile()
        return self._slack.update(channel, ts, message)

    def delete(self, channel: str, ts: str) -> None:
        self._slack.delete(channel, ts)


def test_a_correction_that_lands_late_brings_no_withdrawn_name_back(world: World) -> None:
    world.nominate(("U0BEN", "U0CLEO"))
    world.choose("U0BEN", "name")
    world.choose("U0CLEO", "name")
    world.approve()
    world.parts.wins.consenting.answer(1, "U0CLEO", 1, Choice.COLLEAGUE, world.clock())
    slack = _SlowSlack(world.parts.slack, lambda: world.choose("U0BEN", "private"))
    Correcting(world.parts.store, slack, House(CHANNEL)).work()
    world.tick()
    (left,) = world.celebrated()
    assert "Ben" not in shown(left) + left.text
