"""Slack's side of a conversation with the real Bolt app."""

import json
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from typing import TYPE_CHECKING, Any

import pytest

from bot.app import Parts
from bot.blocks.limits import check_view
from bot.bolt import make_bolt, make_services, to_dispatch
from bot.domain.message import Message
from bot.services.clock import wall_clock
from bot.services.previews import Previews
from bot.services.reading.pinning import Pinner
from bot.storage.store import Store
from bot.web import Request, Response
from tests.conftest import Databases
from tests.fake_slack import TEAM, FakeSlack, FakeUser
from tests.fixtures_log import log
from tests.handlers.lookups_here import LookupsHere
from tests.sample_week import WEEK, make_parts
from tests.slack_requests import SECRET, command_body, event_body, payload_body, signed

if TYPE_CHECKING:
    from tests.handlers.ask_world import AskWorld
    from tests.handlers.reading_world import Readers

__all__ = ["log"]  # a fixture, offered to every test here


class Conversation:
    """People at work in one Slack; *make* is what a preview is made by, until it is told otherwise."""

    pinner: Pinner | None = None
    """Keeps drafts, where a test needs some."""

    slow = 0.0
    """Seconds that Slack takes to draw what a form that was sent off is answered with."""

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
        services = make_services(self.parts, self.previews, self.clock, LookupsHere(self.parts), self.begun.append)
        self.bolt = make_bolt(self.parts.settings, self.parts.slack.auth_test(), services)
        self.app, self.threads = self.bolt.app, self.bolt.threads
        self.bolt.later.settled = 0.1  # everything here is on one machine
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
        """Let *user* click, choose a shortcut or send a form off; what that is answered with is drawn as Slack does."""
        answer = self.post(payload_body(kind, user, trigger or self.fake_slack.trigger(), **fields))
        said = json.loads(answer.body) if kind == "view_submission" and answer.body else {}
        if said.get("response_action") == "update":
            check_view(said["view"])
            time.sleep(self.slow)
            self.fake_slack.draw(fields["view"]["id"], said["view"])
        return answer

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
            if is_idle(self.threads) and is_idle(self.previews._thread) and self.bolt.later.is_idle:
                return
            time.sleep(0.005)
        raise AssertionError("a listener is still at work")

    def close(self) -> None:
        self.previews.close()
        self.bolt.later.close()
        for lane in self.bolt.later.lanes.values():
            lane.shutdown()  # App Home may be being drawn: it would open the store anew that is closed below
        self.threads.shutdown()
        self.parts.impatient.inbox.close()
        self.parts.impatient.store.close()


def is_idle(threads: ThreadPoolExecutor) -> bool:
    """Whether none of *threads* works, and nothing waits for one."""
    return threads._work_queue.empty() and threads._idle_semaphore._value == len(threads._threads)


def hand_over(parts: Parts) -> None:
    """Hand the digest of the sample's last week to the outbox, due now."""
    edition, now = parts.edition("default", keep=True), wall_clock()
    assert parts.publisher.publish(edition, WEEK, due_at=now, now=now)


@pytest.fixture
def language() -> str:
    return "en"


@pytest.fixture
def anna(fake_slack: FakeSlack, store: Store, language: str) -> Iterator[Conversation]:
    conversation = Conversation(fake_slack, store, language)
    yield conversation
    conversation.close()


@pytest.fixture(scope="session")
def posted_templates(databases: Databases, sample_template: str) -> Iterator[Callable[[str], str]]:
    """Databases with the invented sample feedback and its digest in the outbox, one for each language, made once."""
    made: dict[str, str] = {}

    def template(language: str) -> str:
        if language not in made:
            made[language] = databases.make(sample_template)
            store = Store(made[language])
            hand_over(make_parts(store, digest_language=language, digest_channel="C0LEAD", slack_bot_token="unused"))
            store.close()
        return made[language]

    yield template
    for address in made.values():
        databases.drop(address)


@pytest.fixture(params=["en", "de"])
def readers(
    request: pytest.FixtureRequest,
    fake_slack: FakeSlack,
    databases: Databases,
    posted_templates: Callable[[str], str],
) -> Iterator["Readers"]:
    """People over the invented sample feedback, whose digest is in the outbox."""
    from tests.handlers.reading_world import Readers

    address = databases.make(posted_templates(request.param))
    store = Store(address)
    readers = Readers(fake_slack, store, request.param)
    yield readers
    readers.close()
    store.close()
    databases.drop(address)


@pytest.fixture(params=["en", "de"])
def leaders(
    request: pytest.FixtureRequest, fake_slack: FakeSlack, store: Store, sample_store: Store
) -> Iterator["AskWorld"]:
    """Leaders who are asked something, in each language."""
    from tests.handlers.ask_world import AskWorld

    leaders = AskWorld(fake_slack, store, request.param, sample_store)
    yield leaders
    leaders.close()
