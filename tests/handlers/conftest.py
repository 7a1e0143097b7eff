"""Slack's side of a conversation with the real Bolt app."""

import json
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime

import pytest

from bot.bolt import make_bolt, to_dispatch
from bot.domain.message import Message
from bot.locale import Words
from bot.services.clock import wall_clock
from bot.services.previews import Previews
from bot.settings import default_settings
from bot.slack import Slack
from bot.web import Request, Response
from tests.fake_slack import TEAM, FakeSlack
from tests.fixtures_log import log
from tests.slack_requests import SECRET, command_body, signed

__all__ = ["log"]  # a fixture, offered to every test here


class Conversation:
    """One person typing commands; *make* is what a preview is made by, until it is told otherwise."""

    def __init__(self, fake_slack: FakeSlack, slack: Slack, language: str) -> None:
        self.fake_slack = fake_slack
        self.make: Callable[[datetime], Sequence[Message]] = lambda _now: [Message(text="the digest")]
        self.previews = Previews(self._make)
        services = {"slack": slack, "previews": self.previews, "words": Words(language), "clock": wall_clock}
        settings = default_settings(slack_bot_token=fake_slack.token, slack_signing_secret=SECRET)
        self.app, self.threads = make_bolt(settings, slack.auth_test(), services)
        self.dispatch = to_dispatch(self.app, SECRET)

    def _make(self, now: datetime) -> Sequence[Message]:
        return self.make(now)

    @property
    def response_url(self) -> str:
        return self.fake_slack.url.removesuffix("api/") + "respond/1"

    def post(self, body: str | bytes, headers: dict[str, str] | None = None) -> Response:
        given = signed(body) if headers is None else headers
        raw = body.encode() if isinstance(body, str) else body
        return self.dispatch(Request(raw, {name: [value] for name, value in given.items()}))

    def type(self, text: str, *, command: str = "/voice", team: str = TEAM) -> str:
        """Type a command and return what Slack shows at once."""
        answer = self.post(command_body(text, self.response_url, command=command, team=team))
        assert answer.status == 200, answer
        shown = json.loads(answer.body)
        assert shown["response_type"] == "ephemeral"
        return str(shown["text"])

    def answers(self, count: int = 1) -> list[str]:
        """Wait for *count* later answers and return all there are."""
        deadline = time.monotonic() + 10
        while len(self.fake_slack.responses) < count and time.monotonic() < deadline:
            time.sleep(0.01)
        assert all(answer["response_type"] == "ephemeral" for answer in self.fake_slack.responses)
        return [str(answer["text"]) for answer in self.fake_slack.responses]

    def close(self) -> None:
        self.previews.close()
        self.threads.shutdown()


@pytest.fixture
def language() -> str:
    return "en"


@pytest.fixture
def anna(fake_slack: FakeSlack, slack: Slack, language: str) -> Iterator[Conversation]:
    conversation = Conversation(fake_slack, slack, language)
    yield conversation
    conversation.close()
