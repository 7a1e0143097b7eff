"""Slack's side of a conversation with the real Bolt app."""

import json
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from typing import Any

import pytest

from bot.bolt import make_bolt, make_services, to_dispatch
from bot.domain.message import Message
from bot.services.clock import wall_clock
from bot.services.previews import Previews
from bot.storage.store import Store
from bot.web import Request, Response
from tests.fake_slack import TEAM, FakeSlack, FakeUser
from tests.fixtures_log import log
from tests.sample_week import make_parts
from tests.slack_requests import SECRET, command_body, event_body, payload_body, signed

__all__ = ["log"]  # a fixture, offered to every test here


class Conversation:
    """People at work in one Slack; *make* is what a preview is made by, until it is told otherwise."""

    def __init__(self, fake_slack: FakeSlack, store: Store, language: str, **settings: object) -> None:
        self.fake_slack = fake_slack
        self.language = language
        self.make: Callable[[datetime], Sequence[Message]] = lambda _now: [Message(text="the digest")]
        self.previews = Previews(self._make)
        self.previewed: list[str] = []
        self.parts = make_parts(
            store,
            slack_bot_token=fake_slack.token,
            slack_api_url=fake_slack.url,
            slack_signing_secret=SECRET,
            digest_language=language,
            **settings,
        )
        self.person("U0ANNA")
        self.now: datetime | None = None
        self.begun: list[str] = []
        """The sources that were begun to be read at once."""
        services = make_services(self.parts, self.previews, self.clock, self.begun.append)
        self.app, self.threads = make_bolt(self.parts.settings, self.parts.slack.auth_test(), services)
        self.dispatch = to_dispatch(self.app, SECRET)

    def clock(self) -> datetime:
        """The time that the app is told: the real one, until *now* is set."""
        return self.now or wall_clock()

    def person(self, user: str, name: str = "", language: str | None = None) -> str:
        """Somebody with a name, and a locale of their own: that of the conversation unless said."""
        locale = {"en": "en-GB", "de": "de-DE"}[language or self.language]
        self.fake_slack.users[user] = FakeUser(user, name, locale)
        return user

    def _make(self, now: datetime, edition: str) -> Sequence[Message]:
        self.previewed.append(edition)
        return self.make(now)

    @property
    def response_url(self) -> str:
        return self.fake_slack.url.removesuffix("api/") + "respond/1"

    def post(self, body: str | bytes, headers: dict[str, str] | None = None) -> Response:
        given = signed(body) if headers is None else headers
        raw = body.encode() if isinstance(body, str) else body
        return self.dispatch(Request(raw, {name: [value] for name, value in given.items()}))

    def type(self, text: str, *, command: str = "/voice", team: str = TEAM, user: str = "U0ANNA") -> str:
        """Type a command and return what Slack shows at once."""
        answer = self.post(command_body(text, self.response_url, command=command, team=team, user=user))
        assert answer.status == 200, answer
        shown = json.loads(answer.body)
        assert shown["response_type"] == "ephemeral"
        return str(shown["text"])

    def interact(self, kind: str, user: str = "U0ANNA", trigger: str | None = None, **fields: Any) -> Response:
        """Let *user* click, choose a shortcut or send a form off."""
        return self.post(payload_body(kind, user, trigger or self.fake_slack.trigger(), **fields))

    def happen(self, event: dict[str, Any], event_id: str | None = None) -> Response:
        """Let Slack deliver an event."""
        body = event_body(event, event_id)
        return self.post(body, signed(body) | {"content-type": "application/json"})

    def answers(self, count: int = 1) -> list[str]:
        """Wait for *count* later answers and return all there are."""
        deadline = time.monotonic() + 10
        while len(self.fake_slack.responses) < count and time.monotonic() < deadline:
            time.sleep(0.01)
        assert all(answer["response_type"] == "ephemeral" for answer in self.fake_slack.responses)
        return [str(answer["text"]) for answer in self.fake_slack.responses]

    def idle(self) -> None:
        """Wait until no listener is at work any more."""
        deadline = time.monotonic() + 20
        while time.monotonic() < deadline:
            if self.threads._work_queue.empty() and self.threads._idle_semaphore._value == len(self.threads._threads):
                return
            time.sleep(0.005)
        raise AssertionError("a listener is still at work")

    def close(self) -> None:
        self.previews.close()
        self.threads.shutdown()
        self.parts.impatient.inbox.close()
        self.parts.impatient.store.close()


@pytest.fixture
def language() -> str:
    return "en"


@pytest.fixture
def anna(fake_slack: FakeSlack, store: Store, language: str) -> Iterator[Conversation]:
    conversation = Conversation(fake_slack, store, language)
    yield conversation
    conversation.close()
