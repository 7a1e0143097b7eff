"""Each scope of the manifest is needed: without it a feature that it is asked for does not work, or works less well."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pytest

from bot.domain.message import Message
from bot.errors import SlackError
from bot.manifest import scopes
from bot.storage.store import Store
from tests.fake_slack import SCOPES, FakeChannel, FakeGroup, FakeSlack
from tests.handlers.win_world import World

LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)


@pytest.fixture
def world(fake_slack: FakeSlack, store: Store) -> Iterator[World]:
    fake_slack.groups["S0SUP"] = FakeGroup("S0SUP", "support", ("U0BEN",))
    fake_slack.channels["C0CLOSED"] = FakeChannel("C0CLOSED", is_private=True)
    world = World(fake_slack, store, "de")
    yield world
    world.close()


def a_digest_is_posted(world: World) -> bool:
    return bool(world.parts.slack.post("C0LEAD", Message(text="hello"), key="k"))


def a_person_is_answered_in_their_language(world: World) -> bool:
    return world.parts.slack.locale("U0ANNA") == "de-DE"


def the_members_of_a_group_are_asked(world: World) -> bool:
    return world.parts.slack.members("S0SUP") == ("U0BEN",) and bool(world.parts.slack.groups())


def a_public_message_needs_no_confirmation(world: World) -> bool:
    return world.parts.slack.is_public("C0LEAD")


def a_private_channel_can_be_set_up(world: World) -> bool:
    return world.parts.slack.place("C0CLOSED").is_visible


def an_uncertain_post_is_looked_for(world: World) -> bool:
    world.parts.slack.find("C0LEAD", "k", LONG_AGO)
    return True


def an_uncertain_post_is_looked_for_where_it_is_private(world: World) -> bool:
    world.parts.slack.find("C0CLOSED", "k", LONG_AGO)
    return True


NEEDED_FOR: dict[str, Callable[[World], bool]] = {
    "chat:write": a_digest_is_posted,
    "users:read": a_person_is_answered_in_their_language,
    "usergroups:read": the_members_of_a_group_are_asked,
    "channels:read": a_public_message_needs_no_confirmation,
    "groups:read": a_private_channel_can_be_set_up,
    "channels:history": an_uncertain_post_is_looked_for,
    "groups:history": an_uncertain_post_is_looked_for_where_it_is_private,
}
BY_SLACK = {"commands": "Slack shows no command or shortcut", "reactions:read": "Slack sends no reaction_added"}
"""What is withheld before anything of ours is asked."""


def test_every_scope_has_a_feature_that_needs_it() -> None:
    assert {scope.name for scope in scopes(emoji=True)} == set(NEEDED_FOR) | set(BY_SLACK)


@pytest.mark.parametrize("scope", NEEDED_FOR)
def test_without_a_scope_its_feature_is_lost_and_with_it_is_there(world: World, scope: str) -> None:
    world.fake_slack.scopes = SCOPES
    assert NEEDED_FOR[scope](world)
    world.fake_slack.scopes -= {scope}
    world.parts.slack._known.clear()
    assert not works(NEEDED_FOR[scope], world)


def works(feature: Callable[[World], bool], world: World) -> bool:
    try:
        return feature(world)
    except SlackError as error:
        return error.code != "missing_scope"
