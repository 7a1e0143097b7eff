"""What people wait for longer than Slack does keeps nobody else waiting, and tells what went wrong."""

import threading
import time
from datetime import datetime

from bot.bolt import LISTENERS
from bot.domain.message import Message
from bot.errors import VoxpopError
from bot.services.later import Later
from tests.handlers.conftest import Conversation
from tests.slack_requests import command_body


def test_however_many_wait_for_a_preview_others_are_answered_at_once(anna: Conversation) -> None:
    go_on = threading.Event()

    def make(_now: datetime) -> list[Message]:
        assert go_on.wait(60)
        return [Message(text="the digest")]

    anna.make = make
    asked = LISTENERS + 20
    for _ in range(asked):
        anna.type("preview")
    started = time.monotonic()
    assert "/voice" in anna.type("help")
    waited = time.monotonic() - started
    go_on.set()
    assert anna.answers(asked) == ["the digest"] * asked
    assert anna.previewed == ["default"], "made once for all of them"
    assert waited < 3


def test_however_many_questions_wait_others_are_answered_at_once(anna: Conversation) -> None:
    go_on = threading.Event()
    lanes = anna.bolt.later.lanes["finding"]
    for _ in range(lanes._max_workers):
        anna.bolt.later.do({}, lambda: go_on.wait(60))
    for _ in range(LISTENERS + 20):
        assert anna.post(command_body("about the", anna.response_url)).status == 200
    assert "/voice" in anna.type("help")
    assert anna.fake_slack.responses == []
    go_on.set()
    anna.idle()
    assert len(anna.fake_slack.responses) == LISTENERS + 20


def test_what_fails_later_is_told_to_whoever_asked_and_nothing_begins_after_the_end() -> None:
    heard: list[tuple[str, object]] = []
    later = Later(lambda error, body, _: heard.append((str(error), body["user_id"])))

    def fail() -> None:
        raise VoxpopError("the well is dry")

    later.do({"user_id": "U0ANNA"}, fail)
    for lane in later.lanes.values():
        lane.shutdown()
    assert heard == [("the well is dry", "U0ANNA")]
    later.close()
    later.do({"user_id": "U0ANNA"}, fail)
    assert len(heard) == 1
