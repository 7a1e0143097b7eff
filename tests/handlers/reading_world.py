"""People who read on beyond the digest in one Slack: they open menus, windows and conversations."""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from bot.blocks.quote_actions import actions
from bot.domain.digest import Digest, Quote
from bot.domain.feedback import Feedback
from bot.locale import Words
from bot.sources.base import Page
from bot.storage.publications import PublicationQueries
from bot.storage.store import Store
from tests.fake_slack import FakeSlack, Posted
from tests.handlers.conftest import Conversation
from tests.handlers.win_world import buttons, find_button, to_state
from tests.sample_week import NOW, WEEK
from tests.slack_requests import command_body

CURATOR = "U0CORA"
_NOWHERE = Posted("C0LEAD", "1.0", {}, 0.0)


class Windows(Conversation):
    """Whoever works in windows that are filled after they have opened."""

    def press_in(self, window: dict[str, Any], name: str, index: int = 0, user: str = "U0ANNA") -> dict[str, Any]:
        """Press a button inside *window*; return the window that stands in front then."""
        found = [each for each in in_window(window) if each["action_id"] == name][index]
        before = len(self.fake_slack.views)
        action = {"type": "button", "block_id": "b", "action_ts": "1.0", **found}
        answer = self.interact("block_actions", user, actions=[action], view=window, container={"type": "view"})
        assert answer.status == 200
        self.idle()
        return self.fake_slack.views[-1] if len(self.fake_slack.views) > before else self._again(window)

    def fill_in(self, window: dict[str, Any], user: str = "U0ANNA", **given: Any) -> dict[str, str]:
        """Send a form off with *given* in its fields; return the errors by field."""
        given = {name.replace("_", "-"): value for name, value in given.items()}
        state = {"values": to_state(window["blocks"], given)}
        answer = self.interact("view_submission", user, view={**window, "state": state})
        assert answer.status == 200
        self.idle()
        said = json.loads(answer.body) if answer.body else {}
        return dict(said.get("errors", {}))

    def _window(self, user: str, action: dict[str, Any], message: Posted) -> dict[str, Any]:
        before = len(self.fake_slack.views)
        answer = self.interact(
            "block_actions",
            user,
            actions=[{"block_id": "b", "action_ts": "1.0", **action}],
            container={"type": "message", "message_ts": message.ts, "channel_id": message.channel},
            response_url=self.response_url,
        )
        assert answer.status == 200
        self.idle()
        assert len(self.fake_slack.views) == before + 1, "no window opened"
        return self.fake_slack.views[-1]

    def _again(self, window: dict[str, Any]) -> dict[str, Any]:
        return next(view for view in self.fake_slack.views if view["id"] == window["id"])


class Readers(Windows):
    """ANNA reads, CORA is a curator; it is the Tuesday after the sample's last week."""

    def __init__(self, fake_slack: FakeSlack, store: Store, language: str, **settings: object) -> None:
        given: dict[str, object] = {"digest_channel": "C0LEAD", "curators": CURATOR, "admins": "U0LEA"}
        super().__init__(fake_slack, store, language, **(given | settings))
        for user in (CURATOR, "U0BEN", "U0LEA"):
            self.person(user)
        self.now: datetime | None = NOW

    def publish(self) -> list[Posted]:
        """Let the digest that waits in the outbox be posted; return the parent and its thread."""
        self.parts.posting.work()
        return self.fake_slack.in_channel("C0LEAD")

    @property
    def published(self) -> Digest:
        with self.parts.store.read() as tx:
            digest = PublicationQueries(tx).find("default", WEEK)
        assert digest is not None
        return digest

    def take_in(self, items: Sequence[Feedback]) -> None:
        """Let a source deliver *items*."""
        for _ in self.parts.feedback.take_in(items[0].source, [Page(tuple(items))], NOW):
            pass

    def pick(self, message: Posted, entry: str, index: int = 0, user: str = "U0ANNA") -> dict[str, Any]:
        """Choose *entry* in the menu beside the quote at *index* of *message*; return the window as it stands then."""
        menus = [block["accessory"] for block in blocks_of(message) if "accessory" in block]
        return self.choose_in(menus[index], entry, user)

    def read(self, place: str, user: str = "U0ANNA") -> dict[str, Any]:
        """Press a button that carries the record at *place*; return the window with its conversation."""
        return self._window(user, {"type": "button", "action_id": "talk-read", "value": place}, _NOWHERE)

    def menu_of(self, digest: Digest, quote: Quote) -> dict[str, Any]:
        """The menu beside *quote* as a message of *digest* would have it."""
        return dict(actions(digest, quote, Words(self.language)).to_dict())

    def choose_in(self, menu: dict[str, Any], entry: str, user: str = "U0ANNA") -> dict[str, Any]:
        """Choose *entry* in *menu*; return the window as it stands then."""
        option = next(each for each in menu["options"] if each["value"].startswith(f"{entry}:"))
        action = {"type": "overflow", "action_id": menu["action_id"], "selected_option": option}
        return self._window(user, action, _NOWHERE)

    def replace(self, digest: Digest) -> None:
        """Let *digest* stand in place of what was published for its week."""
        with self.parts.store.begin() as tx:
            PublicationQueries(tx).correct("default", WEEK, lambda _: digest)

    def press(self, message: Posted, name: str, user: str = "U0ANNA") -> dict[str, Any]:
        """Press the button called *name* of *message*; return the window as it stands then."""
        return self._window(user, {"type": "button", **find_button(blocks_of(message), name)}, message)

    def ask(self, text: str, user: str = "U0ANNA") -> dict[str, Any]:
        """Type /voice with *text*; return the later answer."""
        before = len(self.fake_slack.responses)
        body = command_body(text, self.response_url, user=user, trigger=self.fake_slack.trigger())
        answer = self.post(body)
        assert answer.status == 200
        self.idle()
        assert len(self.fake_slack.responses) == before + 1, self.fake_slack.responses
        return dict(self.fake_slack.responses[-1])

    def form(self, text: str, user: str = "U0ANNA") -> dict[str, Any]:
        """Type /voice with *text* and return the form that opened."""
        before = len(self.fake_slack.views)
        assert (
            self.post(command_body(text, self.response_url, user=user, trigger=self.fake_slack.trigger())).status == 200
        )
        self.idle()
        assert len(self.fake_slack.views) == before + 1, "no form opened"
        return self.fake_slack.views[-1]

    def press_answer(self, answer: dict[str, Any], name: str, user: str = "U0ANNA") -> dict[str, Any]:
        """Press a button of a private answer; return the window as it stands then."""
        found = next(each for each in in_window(answer) if each["action_id"] == name)
        return self._window(user, {"type": "button", **found}, _NOWHERE)


def blocks_of(message: Posted) -> list[dict[str, Any]]:
    blocks = message.payload["blocks"]
    return list(json.loads(blocks) if isinstance(blocks, str) else blocks)


def in_window(window: dict[str, Any]) -> list[dict[str, Any]]:
    """Every button of *window*, also those beside a text."""
    beside = [block["accessory"] for block in window["blocks"] if "accessory" in block]
    return [*buttons(window["blocks"]), *beside]


def seen(window: dict[str, Any]) -> str:
    """Every text that a reader of *window* sees, as it stands in Slack's markup."""
    return in_blocks(window["blocks"])


def in_blocks(blocks: Sequence[dict[str, Any]]) -> str:
    """Every text of *blocks*."""
    shown: list[str] = []
    for block in blocks:
        shown += [block["text"]["text"]] if "text" in block else []
        shown += [each["text"] for each in block.get("elements", ()) if isinstance(each.get("text"), str)]
    return "\n".join(shown).replace("\u2060", "")


__all__ = ["Readers", "blocks_of", "in_blocks", "in_window", "seen"]
