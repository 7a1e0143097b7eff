"""/voice answers at once, privately, in the edition's language, and pings nobody."""

import threading
import time

import pytest

from bot.domain.message import Message
from tests.handlers.conftest import Conversation


@pytest.mark.parametrize("asked", ["", "help", "HELP ", "hilfe", "?"])
def test_help_lists_what_voice_can_do(anna: Conversation, asked: str) -> None:
    assert "`/voice preview`" in anna.type(asked)


@pytest.mark.parametrize("language", ["de"])
def test_a_german_edition_answers_in_german(anna: Conversation) -> None:
    assert "`/voice vorschau`" in anna.type("hilfe")
    assert "gerade erstellt" in anna.type("vorschau")
    assert anna.answers() == ["the digest"]


@pytest.mark.parametrize(
    ("asked", "meant"),
    [("previw", "preview"), ("hlep", "help"), ("vorshau", "vorschau"), ("previw please", "preview")],
)
def test_an_unknown_word_gets_the_closest_one_and_help(anna: Conversation, asked: str, meant: str) -> None:
    shown = anna.type(asked)
    assert f"Did you mean `/voice {meant}`?" in shown
    assert "`/voice help`" in shown


@pytest.mark.parametrize("asked", ["xyzzy", "<!channel>", "<@U0BOB>", "<https://evil|bank>", "x" * 4000, "\u202e\0"])
def test_what_was_typed_is_never_repeated(anna: Conversation, asked: str) -> None:
    shown = anna.type(asked)
    assert shown.startswith("That is not something `/voice` knows.\n")
    assert "<" not in shown


def test_a_preview_is_acknowledged_before_it_is_made(anna: Conversation) -> None:
    made = threading.Event()
    anna.make = lambda _now: (made.wait(10) and [Message(text="the digest")]) or []
    start = time.monotonic()
    assert "is being made" in anna.type("preview")
    assert time.monotonic() - start < 0.5
    assert anna.fake_slack.responses == []
    made.set()
    assert anna.answers() == ["the digest"]


def test_every_message_of_a_preview_arrives_in_order_for_one_person(anna: Conversation) -> None:
    anna.make = lambda _now: [Message(text=f"part {number}") for number in range(5)]
    anna.type("vorschau")
    assert anna.answers(5) == [f"part {number}" for number in range(5)]
    assert anna.fake_slack.messages == []


def test_other_commands_are_acknowledged_while_many_wait_for_a_preview(anna: Conversation) -> None:
    made = threading.Event()
    asked: list[int] = []

    def make(_now: object) -> list[Message]:
        asked.append(1)
        made.wait(10)
        return [Message(text="the digest")]

    anna.make = make
    for _ in range(20):
        anna.type("preview")
    start = time.monotonic()
    assert "`/voice preview`" in anna.type("help")
    assert time.monotonic() - start < 0.5
    made.set()
    assert anna.answers(20) == ["the digest"] * 20
    assert asked == [1], "it is made once for all who ask meanwhile"


def test_another_teams_request_is_refused_politely_and_shows_nothing(anna: Conversation) -> None:
    assert "belongs to another Slack workspace" in anna.type("preview", team="T0OTHER")
    assert anna.fake_slack.responses == []
