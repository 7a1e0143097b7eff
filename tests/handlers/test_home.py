"""App Home tells each person what concerns them, whatever one part of it meets."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pytest
from slack_sdk.models.blocks import ActionsBlock

from bot.blocks.drawing import section
from bot.blocks.forms import button
from bot.blocks.home import MOST_BLOCKS, Section
from bot.blocks.home import home as draw
from bot.errors import StorageError
from bot.locale import Words
from bot.services.home import Home
from bot.storage.routes import RouteQueries
from bot.storage.store import Store
from tests.factories import make_edition
from tests.fake_slack import FakeChannel, FakeSlack
from tests.handlers.conftest import Conversation
from tests.handlers.win_world import World, buttons


def open_home(world: Conversation, user: str = "U0ANNA") -> dict[str, Any]:
    assert world.happen({"type": "app_home_opened", "user": user, "tab": "home"}).status == 200
    world.idle()
    return world.fake_slack.homes[user]


@pytest.mark.parametrize("language", ["en", "de"])
def test_home_opens_for_everybody_in_their_language(anna: Conversation, language: str) -> None:
    shown = open_home(anna)
    assert shown["type"] == "home"
    assert Words(language)("home-hello") in str(shown["blocks"])


def test_the_messages_tab_needs_no_page(anna: Conversation) -> None:
    anna.happen({"type": "app_home_opened", "user": "U0ANNA", "tab": "messages"})
    anna.idle()
    assert anna.fake_slack.homes == {}


def test_a_part_that_cannot_be_read_keeps_no_other_back(anna: Conversation) -> None:
    def broken(_user: str, _words: Words, _now: datetime) -> list[Section]:
        raise StorageError("the database is busy")

    def well(_user: str, _words: Words, _now: datetime) -> list[Section]:
        return [Section("Asks", [section("none open")])]

    shown = str(Home((broken, well), anna.parts.speech).view("U0ANNA", anna.clock()))
    assert "could not be read" in shown
    assert "none open" in shown


def test_more_than_fits_is_said_to_be_left_out() -> None:
    many = [Section(f"Part {number}", [section("one")] * 7) for number in range(40)]
    blocks = draw(many, Words("en"))["blocks"]
    assert len(blocks) == MOST_BLOCKS
    assert "more than fits" in str(blocks[-1])


def test_a_long_part_leaves_room_for_those_below_it_and_no_text_without_its_buttons() -> None:
    asked = [section("a question"), ActionsBlock(elements=[button("x", "Yes", "1")])] * 60
    sources = [section("one")] * 10
    blocks = draw([Section("Asked", asked), Section("Sources", sources)], Words("en"))["blocks"]
    assert len(blocks) <= MOST_BLOCKS
    titles = [place for place, block in enumerate(blocks) if block["type"] == "header"]
    assert [blocks[place]["text"]["text"] for place in titles] == ["Asked", "Sources"]
    assert len(blocks[titles[1] :]) == 1 + len(sources), "what has room is whole"
    more, buttons_before = blocks[titles[1] - 2], blocks[titles[1] - 3]
    assert "more than fits" in str(more)
    assert buttons_before["type"] == "actions"


@pytest.fixture
def world(fake_slack: FakeSlack, store: Store, language: str) -> Iterator[World]:
    world = World(fake_slack, store, language)
    yield world
    world.close()


def in_home(world: World, user: str, action: str, nth: int = 0) -> None:
    """Press a button that stands in the Home of *user*."""
    view = world.fake_slack.homes[user]
    found = [button for button in buttons(view["blocks"]) if button["action_id"] == action][nth]
    pressed = {"type": "button", "block_id": "b", "action_ts": "1.0", "action_id": action, "value": found["value"]}
    answer = world.interact("block_actions", user, actions=[pressed], view={**view, "id": "V9", "hash": "h"})
    assert answer.status == 200
    world.idle()


@pytest.mark.parametrize("language", ["en", "de"])
def test_a_curator_decides_in_home_and_sees_it_change(world: World, language: str) -> None:
    world.nominate()
    words = Words(language)
    shown = str(open_home(world, "U0CORA")["blocks"])
    assert words("win-home-queue") in shown
    assert words("win-standing-waiting", names="Ben") in shown
    in_home(world, "U0CORA", "win-approve")
    assert words("win-decided-approved") in str(world.fake_slack.homes["U0CORA"]["blocks"])
    assert words("win-home-queue") not in str(open_home(world, "U0ANNA"))


def test_a_nominee_answers_in_home(world: World) -> None:
    world.nominate()
    world.approve()
    open_home(world, "U0BEN")
    in_home(world, "U0BEN", "win-choice-name")
    assert len(world.celebrated()) == 1
    assert "celebrated" in str(world.fake_slack.homes["U0BEN"]["blocks"])


def test_what_a_private_channel_is_told_is_shown_to_its_members_alone(world: World) -> None:
    world.fake_slack.channels["C0LEAD"] = FakeChannel("C0LEAD", is_private=True, members=("U0BEN",))
    world.parts.editions.ensure(make_edition(channel="C0LEAD", title="Voices"))
    assert "Voices" in str(open_home(world, "U0BEN"))
    assert "Voices" in str(open_home(world, "U0LEA"))
    assert "Voices" not in str(open_home(world, "U0ANNA"))


@pytest.mark.parametrize("language", ["en", "de"])
def test_nobody_is_told_to_wait_for_what_does_not_come_to_the_channel(world: World, language: str) -> None:
    world.fake_slack.channels["C0LEAD"] = FakeChannel("C0LEAD")
    world.parts.editions.ensure(make_edition(channel="C0LEAD", title="Voices", shadow_weeks=2))
    shown = str(open_home(world))
    assert {"en": "the curators alone see it", "de": "sieht nur die Redaktion die Ausgabe"}[language] in shown
    with world.parts.store.begin() as tx:
        RouteQueries(tx).change("C0LEAD", world.clock(), broken="is_archived")
    shown = str(open_home(world))
    assert {"en": "nothing can be posted there", "de": "lässt sich zurzeit nichts posten"}[language] in shown
    assert {"en": "next on", "de": "das nächste Mal"}[language] not in shown


@pytest.mark.parametrize("language", ["en", "de"])
def test_a_button_of_an_older_home_is_answered_with_a_word(world: World, language: str) -> None:
    view = {**open_home(world), "id": "V9", "hash": "h"}
    pressed = {"type": "button", "block_id": "b", "action_ts": "1.0", "action_id": "long-gone", "value": "1"}
    assert world.interact("block_actions", "U0ANNA", actions=[pressed], view=view).status == 200
    world.idle()
    assert [letter.text for letter in world.letters("U0ANNA")] == [Words(language)("button-unknown")]


@pytest.mark.parametrize("language", ["en", "de"])
def test_more_editions_than_home_lists_are_counted(world: World, language: str) -> None:
    for number in range(12):
        world.parts.editions.ensure(make_edition(name=f"e{number}", channel=f"C{number}"))
    shown = str(open_home(world, "U0LEA")["blocks"])
    assert {"en": "2 more editions", "de": "2 weitere Ausgaben"}[language] in shown


@pytest.mark.parametrize("language", ["en", "de"])
def test_whoever_reads_many_channels_is_told_that_there_are_more(world: World, language: str) -> None:
    for number in range(7):
        world.fake_slack.channels[f"C{number}"] = FakeChannel(f"C{number}")
        world.parts.editions.ensure(make_edition(name=f"e{number}", channel=f"C{number}"))
    shown = str(open_home(world)["blocks"])
    assert {"en": "2 more editions are posted", "de": "2 weitere Ausgaben erscheinen"}[language] in shown


@pytest.mark.parametrize("language", ["en", "de"])
def test_what_a_form_changed_shows_in_home_at_once(world: World, language: str) -> None:
    assert Words(language)("win-mine-none") in str(open_home(world)["blocks"])
    world.nominate()
    world.idle()
    assert Words(language)("win-mine-none") not in str(world.fake_slack.homes["U0ANNA"]["blocks"])


def test_a_form_that_stays_open_with_its_mistakes_draws_nothing_anew(world: World) -> None:
    before = len(world.fake_slack.called("views.publish"))
    assert world.send(world.win(), win_people=[], win_what="x") != {}
    world.idle()
    assert len(world.fake_slack.called("views.publish")) == before


def test_curators_see_what_waits_for_the_digest_and_can_take_it_back(fake_slack: FakeSlack, store: Store) -> None:
    world = World(fake_slack, store, "en", wins_post="digest")
    world.nominate()
    world.approve()
    world.choose("U0BEN", "name")
    shown = open_home(world, "U0CORA")
    assert Words("en")("win-decided-ready") in str(shown["blocks"])
    in_home(world, "U0CORA", "win-take-back")
    assert Words("en")("win-decided-ready") not in str(open_home(world, "U0CORA")["blocks"])
    world.close()
