"""Admins who connect a support tool in Slack: a Zendesk on 127.0.0.1, and everything that was begun to be read."""

import json
from typing import Any

from bot.domain.connection import Connection, Standing
from bot.storage.connections import ConnectionQueries
from bot.storage.store import Store
from bot.workshop import pull
from tests.fake_slack import FakeSlack
from tests.fake_zendesk import MAIL, TOKEN, FakeZendesk
from tests.handlers.conftest import Conversation
from tests.handlers.win_world import buttons, find_button, to_state
from tests.slack_requests import command_body

KEY = "a key that is long enough for a test"
SUBDOMAIN, EMAIL = "source-zendesk-subdomain", "source-zendesk-email"
API_TOKEN, SEGMENT = "source-zendesk-api-token", "source-zendesk-segment-field"


class SourceWorld(Conversation):
    """LEA and MAX are admins, ANNA is none."""

    def __init__(
        self, fake_slack: FakeSlack, store: Store, zendesk: FakeZendesk, language: str = "en", **settings: object
    ) -> None:
        given: dict[str, object] = {"admins": "U0LEA,U0MAX", "secret_key": KEY, "zendesk_base_url": zendesk.url}
        super().__init__(fake_slack, store, language, **(given | settings))
        self.zendesk = zendesk
        for user in ("U0LEA", "U0MAX"):
            self.person(user)

    def sources(self, user: str = "U0LEA", word: str = "sources") -> dict[str, Any]:
        """Type /voice sources and return what was answered."""
        before = len(self.fake_slack.responses)
        assert self.post(command_body(word, self.response_url, user=user)).status == 200
        self.idle()
        return self.fake_slack.responses[before:][-1]

    def press(self, action: str, user: str = "U0LEA", seen: dict[str, Any] | None = None) -> list[dict[str, Any]]:
        """Press a button of what *user* sees, or has *seen*; return what was answered since."""
        message = seen or self.sources(user)
        before = len(self.fake_slack.responses)
        pressed = {"type": "button", "block_id": "b", "action_ts": "1.0", **find_button(message["blocks"], action)}
        answer = self.interact("block_actions", user, actions=[pressed], response_url=self.response_url)
        assert answer.status == 200
        self.idle()
        return self.fake_slack.responses[before:]

    def open(self, action: str, user: str = "U0LEA", seen: dict[str, Any] | None = None) -> dict[str, Any]:
        """Press a button that opens a form, and return the form."""
        before = len(self.fake_slack.views)
        answered = self.press(action, user, seen)
        assert len(self.fake_slack.views) == before + 1, f"no form opened: {answered}"
        return self.fake_slack.views[-1]

    def send(self, view: dict[str, Any], user: str = "U0LEA", **given: str) -> dict[str, str]:
        """Send a form off and wait for what comes of it; return the errors by field."""
        named = {name.replace("_", "-"): value for name, value in given.items()}
        state = {"values": to_state(view["blocks"], named)}
        answer = self.interact("view_submission", user, view={**view, "state": state})
        assert answer.status == 200
        said = json.loads(answer.body) if answer.body else {}
        self.idle()
        return dict(said.get("errors", {}))

    def connect(self, user: str = "U0LEA", token: str = TOKEN, **more: str) -> dict[str, Any]:
        """Connect Zendesk from the command to what the form says in the end."""
        form = self.open("source-connect", user)
        assert self.send(form, user, **(to_fields(token) | more)) == {}
        return form

    def settings_page(self, page: str = "sources", user: str = "U0LEA") -> dict[str, Any]:
        """Open a page of the settings."""
        body = command_body("setup", self.response_url, user=user, trigger=self.fake_slack.trigger())
        assert self.post(body).status == 200
        self.idle()
        return self.click(self.fake_slack.views[-1], f"setup-page-{page}", user)

    def click(self, view: dict[str, Any], action: str, user: str = "U0LEA") -> dict[str, Any]:
        """Press a button in a form; return the form on top then."""
        elements = [e for block in view["blocks"] for e in (*block.get("elements", ()), block.get("accessory") or {})]
        found = next(element for element in elements if element.get("action_id") == action)
        pressed = {"type": "button", "block_id": "b", "action_ts": "1.0", "action_id": action, "value": found["value"]}
        trigger = self.fake_slack.trigger(view=view["id"])
        assert self.interact("block_actions", user, trigger, actions=[pressed], view=view).status == 200
        self.idle()
        return self.fake_slack.views[-1]

    @property
    def connection(self) -> Connection | None:
        with self.parts.store.read() as tx:
            return ConnectionQueries(tx).find("zendesk")

    @property
    def standing(self) -> Standing:
        return self.parts.sources.health.standings(self.clock())[0]

    def pull(self) -> int:
        """Read as `voxpop run` does."""
        return pull(self.parts, "zendesk", self.clock())

    def letters(self, user: str = "U0LEA") -> list[str]:
        """Take the outbox to Slack and return the private messages that *user* has."""
        self.parts.posting.work()
        return [message.text for message in self.fake_slack.in_channel(user)]

    def audit(self) -> list[tuple[str, str]]:
        from bot.services.audit import AuditService

        return [(entry.actor, entry.action) for entry in AuditService(self.parts.store).entries("source:zendesk")]


def to_fields(token: str = TOKEN, subdomain: str = "example", email: str = MAIL) -> dict[str, str]:
    return {SUBDOMAIN: subdomain, EMAIL: email, API_TOKEN: token}


def text(view: dict[str, Any]) -> str:
    """Everything that stands in a message or a form."""
    blocks = json.loads(view["blocks"]) if isinstance(view["blocks"], str) else view["blocks"]
    return json.dumps(blocks, ensure_ascii=False).replace('\\"', '"')


def actions(message: dict[str, Any]) -> list[str]:
    return [button["action_id"] for button in buttons(message["blocks"])]
