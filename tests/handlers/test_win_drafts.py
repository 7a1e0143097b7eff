"""A win on the curators' real draft: told, left to the next edition, withdrawn by one of its people."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from bot.domain.edition import Weekday
from bot.storage.store import Store
from tests.fake_slack import FakeSlack
from tests.handlers.draft_world import DRAFTED, DUE, DraftWorld
from tests.handlers.win_world import World, shown


class ToldWorld(DraftWorld):
    """Wins are told in the digest."""

    def __init__(self, fake_slack: FakeSlack, store: Store, language: str) -> None:
        World.__init__(self, fake_slack, store, language, digest_channel="C0LEAD", wins_post="digest")
        self.now = DRAFTED - timedelta(minutes=5)
        self.set(created_at=DRAFTED - timedelta(days=3), weekday=Weekday.WED)

    def tell(self) -> None:
        """Tell a story of BEN's, agreed to and approved."""
        self.nominate()
        self.choose("U0BEN", "name")
        self.approve()


@pytest.fixture(params=["en", "de"])
def world(request: pytest.FixtureRequest, fake_slack: FakeSlack, sample_store: Store) -> Iterator[ToldWorld]:
    world = ToldWorld(fake_slack, sample_store, request.param)
    yield world
    world.close()


def test_a_win_that_is_withdrawn_leaves_the_draft_at_once(world: ToldWorld) -> None:
    world.tell()
    world.pass_to(DRAFTED)
    world.press("U0CORA", world.copy(), "draft-approve")
    assert "the broken scale" in shown(world.copy())
    world.choose("U0BEN", "private")
    world.pass_to(DRAFTED + timedelta(minutes=1))
    for curator in ("U0CORA", "U0CARL"):
        assert "the broken scale" not in shown(world.copy(curator))
    world.pass_to(DUE)
    assert all("the broken scale" not in shown(message) for message in world.posted())
