"""A channel that another company reads: whatever order Slack tells it in, two admins say so before we post there."""

import time
from collections.abc import Iterator

import pytest

from bot.domain.role import Grant, Role
from bot.storage.grants import GrantQueries
from bot.storage.routes import RouteQueries
from bot.storage.store import Store
from tests.fake_slack import FakeChannel, FakeSlack
from tests.handlers.after_world import After
from tests.handlers.test_lifecycle_journeys import happen, off
from tests.handlers.win_world import CHANNEL, has_button


@pytest.fixture
def world(fake_slack: FakeSlack, store: Store) -> Iterator[After]:
    world = After(fake_slack, store, digest_channel="C0LEAD")
    world.parts.edition("default", keep=True)
    yield world
    world.close()


def test_shared_and_given_a_new_id_it_still_waits_for_two_admins(world: After) -> None:
    world.fake_slack.channels["C0NEW"] = FakeChannel("C0NEW", is_ext_shared=True)
    happen(world, {"type": "channel_shared", "connected_team_id": "T0OTHER"})
    happen(world, {"type": "channel_id_changed", "old_channel_id": "C0LEAD", "new_channel_id": "C0NEW"}, None)
    assert off(world) == "shared"
    letter = [each for each in world.letters("U0LEA") if has_button(each, "route-confirm")][-1]
    assert "C0NEW" in letter.text
    with world.parts.store.begin() as tx:
        GrantQueries(tx).give(Grant(Role.ADMIN, "U0CARL"))
    world.press("U0LEA", letter, "route-confirm")
    assert off(world) == "shared"
    world.press("U0CARL", world.letters("U0CARL")[-1], "route-confirm")
    assert off(world) is None


def test_given_a_new_id_before_it_is_said_to_be_shared_it_waits_too(world: After) -> None:
    world.fake_slack.channels["C0ALL"] = FakeChannel("C0ALL", is_ext_shared=True)
    event = {"type": "channel_id_changed", "old_channel_id": CHANNEL, "new_channel_id": "C0ALL"}
    happen(world, event, None)
    with world.parts.store.read() as tx:
        assert RouteQueries(tx).is_unconfirmed("C0ALL")
        assert RouteQueries(tx).is_unconfirmed(CHANNEL), "the environment names it by that one still"
    assert has_button(world.letter("U0LEA"), "route-confirm")


def test_shared_again_meanwhile_it_stays_off(world: After) -> None:
    world.fake_slack.channels["C0LEAD"] = FakeChannel("C0LEAD", is_ext_shared=True)
    happen(world, {"type": "channel_shared", "connected_team_id": "T0OTHER"})
    happen(world, {"type": "channel_unshared", "previously_connected_team_id": "T0OLD", "is_ext_shared": False})
    assert off(world) == "shared"


def make_admin(world: After, user: str) -> None:
    with world.parts.store.begin() as tx:
        GrantQueries(tx).give(Grant(Role.ADMIN, user))


def test_whoever_becomes_an_admin_while_it_waits_can_be_the_second(world: After) -> None:
    make_admin(world, "U0CARL")
    happen(world, {"type": "channel_shared", "connected_team_id": "T0OTHER"})
    world.press("U0LEA", world.letters("U0LEA")[-1], "route-confirm")
    make_admin(world, "U0CORA")
    for _ in range(2):
        world.parts.aftercare.routes.tick()
        world.parts.posting.work()
    (letter,) = world.letters("U0CORA")
    assert "<@U0LEA> would have Voxpop post" in letter.text
    assert len(world.letters("U0LEA")) == 1, "who has heard of it hears it once"
    world.press("U0CORA", letter, "route-confirm")
    assert off(world) is None


def test_an_admin_who_has_left_is_not_waited_for(world: After) -> None:
    make_admin(world, "U0CARL")
    happen(world, {"type": "channel_shared", "connected_team_id": "T0OTHER"})
    world.fake_slack.users["U0CARL"].deleted = True
    world.parts.slack.forget_person("U0CARL")
    (said,) = world.press("U0LEA", world.letters("U0LEA")[-1], "route-confirm")
    assert "there is none. Name one" in said


class Distant(dict):
    """People of whom Slack takes half a second each to tell."""

    def get(self, *asked: object) -> object:
        time.sleep(0.5)
        return super().get(*asked)


def test_a_button_whose_work_takes_long_is_not_said_to_be_an_old_one(world: After) -> None:
    make_admin(world, "U0CARL")
    happen(world, {"type": "channel_shared", "connected_team_id": "T0OTHER"})
    for number in range(70):
        make_admin(world, f"U1{number:03}")
    world.fake_slack.users = Distant(world.fake_slack.users)
    said = world.press("U0LEA", world.letters("U0LEA")[-1], "route-confirm")
    assert len(said) == 1
    assert "A second admin has to agree" in said[0]


def test_a_channel_that_was_shared_before_we_came_waits_for_two_admins_once(world: After) -> None:
    make_admin(world, "U0CARL")
    world.fake_slack.channels["C0LEAD"] = FakeChannel("C0LEAD", is_ext_shared=True)
    world.parts.aftercare.routes.look_around(world.clock())
    assert off(world) == "shared"
    world.parts.aftercare.routes.carry_on()
    for user in ("U0LEA", "U0CARL"):
        world.press(user, world.letters(user)[-1], "route-confirm")
    assert off(world) is None
    world.parts.aftercare.routes.look_around(world.clock())
    assert off(world) is None, "it was confirmed"


def test_a_channel_that_nobody_else_reads_is_looked_at_and_stays_on(world: After) -> None:
    world.parts.aftercare.routes.look_around(world.clock())
    assert off(world) is None
    assert world.letters("U0LEA") == []
