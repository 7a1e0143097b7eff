"""App Home tells each person what concerns them, whatever one part of it meets."""

from datetime import datetime
from typing import Any

import pytest

from bot.blocks.drawing import section
from bot.blocks.home import MOST_BLOCKS, Section
from bot.blocks.home import home as draw
from bot.errors import StorageError
from bot.locale import Words
from bot.services.home import Home
from tests.handlers.conftest import Conversation


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
    many = [Section(f"Part {number}", [section("one")] * 7) for number in range(20)]
    blocks = draw(many, Words("en"))["blocks"]
    assert len(blocks) == MOST_BLOCKS
    assert "more than fits" in str(blocks[-1])
