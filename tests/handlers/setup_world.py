"""Admins who set Voxpop up in one Slack: they open the settings, fill forms in, press buttons, read their messages."""

import json
from datetime import UTC, datetime
from typing import Any

from bot.domain.edition import Edition
from bot.domain.role import Grant, Role
from bot.storage.editions import EditionQueries
from bot.storage.grants import GrantQueries
from bot.storage.store import Store
from tests.fake_slack import FakeChannel, FakeSlack, FakeUser, Posted
from tests.handlers.conftest import Conversation
from tests.slack_requests import command_body

MONDAY = datetime(2026, 11, 16, 9, tzinfo=UTC)
PRIVATE, PUBLIC, SHARED, ARCHIVED, ELSEWHERE = "C0BOARD", "C0ALL", "C0SHARED", "C0OLD", "C0ELSE"


class World(Conversation):
    """ADA and BO are admins where *settings* say so; OTTO observes; ANNA is anybody; RUTH runs the Slack."""

    def __init__(self, fake_slack: FakeSlack, store: Store, language: str = "en", **settings: object) -> None:
        super().__init__(fake_slack, store, language, **settings)
        self.store = store
        self.now = MONDAY
        for user in ("U0ADA", "U0BO", "U0OTTO", "U0CORA"):
            self.person(user)
        self.person("U0RUTH")
        fake_slack.users["U0RUTH"].is_owner = True
        people = ("U0ADA", "U0BO", "U0GUEST")
        fake_slack.users["U0GUEST"] = FakeUser("U0GUEST", is_restricted=True)
        fake_slack.channels |= {
            PRIVATE: FakeChannel(PRIVATE, "board", is_private=True, members=people),
            PUBLIC: FakeChannel(PUBLIC, "all", members=people),
            SHARED: FakeChannel(SHARED, "partners", is_private=True, is_pending_ext_shared=True, members=people),
            ARCHIVED: FakeChannel(ARCHIVED, "old", is_archived=True),
            ELSEWHERE: FakeChannel(ELSEWHERE, "elsewhere", is_member=False),
        }

    def setup(self, user: str = "U0ADA", word: str = "setup") -> dict[str, Any]:
        """Type /voice setup and return the form that opened, filled in."""
        body = command_body(word, self.response_url, user=user, trigger=self.fake_slack.trigger())
        assert self.post(body).status == 200
        self.idle()
        return self.fake_slack.views[-1]

    def click(self, view: dict[str, Any], action: str, user: str = "U0ADA", value: str | None = None) -> dict[str, Any]:
        """Press a button in a form; return the form on top then. *value* tells buttons of one action apart."""
        pressed = find(view, action, value)
        self._act(view, user, {"type": "button", **pressed}, {})
        return self.fake_slack.views[-1]

    def open(self, page: str, user: str = "U0ADA") -> dict[str, Any]:
        """Open a page of the settings."""
        return self.click(self.setup(user), f"setup-page-{page}", user)

    def choose(self, view: dict[str, Any], field: str, user: str = "U0ADA", **given: Any) -> dict[str, Any]:
        """Choose something in a field that redraws its form."""
        values = {name.replace("_", "-"): value for name, value in given.items()}
        self._act(view, user, {"type": "conversations_select", "action_id": field}, to_values(view["blocks"], values))
        return view

    def send(self, view: dict[str, Any], user: str = "U0ADA", **given: Any) -> dict[str, str]:
        """Send a form off with *given* in its fields (``setup_title=…``); return the errors by field."""
        values = {name.replace("_", "-"): value for name, value in given.items()}
        state = {"values": to_values(view["blocks"], values)}
        answer = self.interact("view_submission", user, view={**view, "state": state})
        assert answer.status == 200
        self.idle()
        said = json.loads(answer.body) if answer.body else {}
        return dict(said.get("errors", {}))

    def options(self, field: str, typed: str, user: str = "U0ADA") -> list[str]:
        """What a menu offers once *typed* stands in it."""
        answer = self.interact("block_suggestion", user, action_id=field, block_id=field, value=typed)
        return [each["value"] for each in json.loads(answer.body)["options"]]

    def press(self, user: str, message: Posted, action: str) -> list[str]:
        """Press a button of a private message; return what was said to *user* alone since."""
        before = len(self.fake_slack.responses)
        pressed = find(message.payload, action)
        answer = self.interact(
            "block_actions",
            user,
            actions=[{"type": "button", "block_id": "b", "action_ts": "1.0", **pressed}],
            container={"type": "message", "message_ts": message.ts, "channel_id": message.channel},
            response_url=self.response_url,
        )
        assert answer.status == 200
        self.idle()
        return [said(each) for each in self.fake_slack.responses[before:]]

    def home(self, user: str) -> str:
        """Everything that *user* reads in App Home."""
        assert self.happen({"type": "app_home_opened", "user": user, "tab": "home"}).status == 200
        self.idle()
        return json.dumps(self.fake_slack.homes[user], ensure_ascii=False)

    def letters(self, user: str) -> list[Posted]:
        """The private messages that *user* has, oldest first."""
        return self.fake_slack.in_channel(user)

    def editions(self) -> dict[str, Edition]:
        """What is kept, by name."""
        with self.store.read() as tx:
            return {edition.name: edition for edition in EditionQueries(tx).all()}

    def make_edition(self, title: str = "Voices", channel: str = PRIVATE, user: str = "U0ADA", **more: Any) -> None:
        """Make an edition from command to form, and see it kept."""
        form = self.click(self.open("editions", user), "setup-edition-new", user)
        assert self.send(form, user, setup_title=title, setup_channel=channel, **more) == {}

    def give(self, role: str, member: str) -> None:
        """Let *member* have a role already."""
        with self.store.begin() as tx:
            GrantQueries(tx).give(Grant(Role(role), member))

    def tick(self) -> None:
        self.parts.posting.work()

    def _act(self, view: dict[str, Any], user: str, action: dict[str, Any], values: dict[str, Any]) -> None:
        answer = self.interact(
            "block_actions",
            user,
            self.fake_slack.trigger(view=view["id"]),
            actions=[{"block_id": "b", "action_ts": "1.0", **action}],
            container={"type": "view", "view_id": view["id"]},
            view={**view, "state": {"values": values}},
        )
        assert answer.status == 200
        self.idle()


def text(view: dict[str, Any]) -> str:
    """Everything that stands in a form."""
    return json.dumps(view["blocks"], ensure_ascii=False)


def said(answer: dict[str, Any]) -> str:
    return str(answer.get("text", "")) + json.dumps(answer.get("blocks") or [], ensure_ascii=False)


def shown(message: Posted) -> str:
    """The text of a message and everything in it that a reader sees."""
    return message.text + json.dumps(message.payload.get("blocks") or [], ensure_ascii=False)


def elements(view: dict[str, Any]) -> list[dict[str, Any]]:
    blocks = view.get("blocks") or []
    blocks = json.loads(blocks) if isinstance(blocks, str) else blocks
    inner = [element for block in blocks for element in (block.get("elements") or [])]
    return [
        element for element in [*inner, *(b["accessory"] for b in blocks if "accessory" in b)] if "action_id" in element
    ]


def find(view: dict[str, Any], action: str, value: str | None = None) -> dict[str, Any]:
    found = [each for each in elements(view) if each["action_id"] == action and value in (None, each["value"])]
    assert found, f"no button {action}: {[each['action_id'] for each in elements(view)]}"
    return {"action_id": action, "value": found[0]["value"]}


def to_values(blocks: list[dict[str, Any]], given: dict[str, Any]) -> dict[str, Any]:
    """The state of a form's fields as Slack sends it; it refuses what Slack would not let a person send off."""
    fields = {block["block_id"]: block for block in blocks if block["type"] == "input"}
    assert set(given) <= set(fields), f"no such field: {set(given) - set(fields)} in {sorted(fields)}"
    return {name: {name: value_of(block, given.get(name, ...))} for name, block in fields.items()}


_PICKED = {
    "conversations_select": ("selected_conversation", "initial_conversation"),
    "users_select": ("selected_user", "initial_user"),
    "timepicker": ("selected_time", "initial_time"),
    "datepicker": ("selected_date", "initial_date"),
    "plain_text_input": ("value", "initial_value"),
    "multi_users_select": ("selected_users", "initial_users"),
}


def value_of(block: dict[str, Any], given: Any) -> dict[str, Any]:
    element, kind = block["element"], block["element"]["type"]
    if kind in _PICKED:
        name, begins = _PICKED[kind]
        value = element.get(begins) if given is ... else given
        assert value or block.get("optional"), f"{block['block_id']} is needed"
        return {"type": kind, name: value or ([] if kind == "multi_users_select" else None)}
    many = kind in {"checkboxes", "multi_external_select"}
    name, begins = ("selected_options", "initial_options") if many else ("selected_option", "initial_option")
    if given is ...:
        value = element.get(begins, [] if many else None)
    elif kind in {"external_select", "multi_external_select"}:
        options = [option(each) for each in (given if many else [given]) if each]
        value = options if many else next(iter(options), None)
    else:
        known = {each["value"]: each for each in element["options"]}
        value = [known[each] for each in given] if many else known[given]
    assert value or block.get("optional"), f"{block['block_id']} is needed"
    return {"type": kind, name: value}


def option(value: str) -> dict[str, Any]:
    return {"value": value, "text": {"type": "plain_text", "text": value}}
