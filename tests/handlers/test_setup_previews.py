"""/voice preview shows the edition that is meant, to those who may read it; /voice help what a person can do."""

from collections.abc import Iterator

import pytest

from bot.storage.store import Store
from tests.fake_slack import FakeSlack
from tests.handlers.setup_world import PRIVATE, PUBLIC, World
from tests.slack_requests import command_body


@pytest.fixture(params=["en", "de"])
def world(request: pytest.FixtureRequest, fake_slack: FakeSlack, store: Store) -> Iterator[World]:
    """ADA and BO are admins and have a private edition; ANNA is not in its channel."""
    world = World(fake_slack, store, request.param, admins="U0ADA,U0BO")
    world.make_edition("Board", PRIVATE)
    yield world
    world.close()


def preview(world: World, user: str, name: str = "", channel: str = "C0LEAD") -> str:
    """What *user* reads at last after /voice preview."""
    before = len(world.fake_slack.responses)
    body = command_body(f"preview {name}", world.response_url, user=user, channel=channel)
    assert world.post(body).status == 200
    world.idle()
    return str(world.fake_slack.responses[before:][-1]["text"])


def say(world: World, english: str, german: str) -> str:
    return german if world.language == "de" else english


def test_an_edition_is_found_by_its_channel_its_name_and_its_title(world: World) -> None:
    world.make_edition("Alle & alles", PUBLIC)
    assert preview(world, "U0ADA", channel=PUBLIC) == "the digest"
    assert preview(world, "U0ADA", channel=PRIVATE) == "the digest"
    assert preview(world, "U0ADA", "alle-alles") == "the digest"
    assert preview(world, "U0ADA", "Board") == "the digest"
    assert preview(world, "U0ADA") == "the digest"
    assert world.previewed == ["alle-alles", "board", "alle-alles", "board", "alle-alles"]


def test_who_is_not_in_a_private_channel_does_not_learn_of_its_edition(world: World) -> None:
    answer = preview(world, "U0ANNA", "board")
    assert say(world, "no edition that you could see", "keine Ausgabe, die Sie sehen") in answer
    world.make_edition("All", PUBLIC)
    assert "`all`" in preview(world, "U0ANNA", "board")
    assert "board" not in preview(world, "U0ANNA", "xyzzy")
    assert preview(world, "U0ANNA") == "the digest"
    assert world.previewed == ["all"]


def test_a_member_of_the_channel_may_read_it_anywhere(world: World) -> None:
    world.person("U0GUEST")
    assert preview(world, "U0GUEST", "board") == "the digest"


def test_a_guest_learns_of_public_channels_only_where_they_are_in_them(world: World) -> None:
    world.person("U0VISITOR")
    world.fake_slack.users["U0VISITOR"].is_ultra_restricted = True
    world.make_edition("All", PUBLIC)
    answer = preview(world, "U0VISITOR", "all")
    assert say(world, "no edition that you could see", "keine Ausgabe, die Sie sehen") in answer
    assert "*All*" not in world.home("U0VISITOR")
    assert "*All*" in world.home("U0ANNA")
    world.fake_slack.users["U0GUEST"].is_restricted = True
    assert preview(world, "U0GUEST", "all") == "the digest", "who is in the channel reads it, guest or not"


def test_help_lists_what_this_person_can_do(world: World) -> None:
    setup = say(world, "`/voice setup`", "`/voice einrichten`")
    assert setup in world.type("help", user="U0ADA")
    world.give("curator", "U0CORA")
    correct = say(world, "`/voice correct`", "`/voice berichtigen`")
    assert [correct in world.type("help", user=user) for user in ("U0CORA", "U0ANNA")] == [True, False]
    assert setup not in world.type("help", user="U0ANNA")
    assert f"/voice {say(world, 'setup', 'einrichten')}`" in world.type(say(world, "setpu", "einrichtn"), user="U0ADA")
    assert "setup" not in world.type("setpu", user="U0ANNA")
    assert "einrichten" not in world.type("einrichtn", user="U0ANNA")


def test_where_there_is_no_admin_yet_help_tells_everybody_of_setup(fake_slack: FakeSlack, store: Store) -> None:
    world = World(fake_slack, store)
    assert "`/voice setup`" in world.type("help", user="U0ANNA")
    world.close()
