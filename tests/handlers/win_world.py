"""People who tell of service wins in one Slack: they type, fill forms in, press buttons and read their messages."""

import json
from typing import Any

from bot.storage.store import Store
from tests.fake_slack import FakeChannel, FakeSlack, Posted
from tests.handlers.conftest import Conversation
from tests.slack_requests import command_body

CHANNEL = "C0WINS"
TOLD = "Ben drove to the customer on a Saturday and swapped the broken scale, so that the bakery could open on Monday."


class World(Conversation):
    """ANNA tells, BEN and CLEO did it, CORA and CARL are curators, LEA leads (and is an admin)."""

    def __init__(self, fake_slack: FakeSlack, store: Store, language: str = "en", **settings: object) -> None:
        given: dict[str, object] = {"wins_channel": CHANNEL, "curators": "U0CORA,U0CARL", "admins": "U0LEA"}
        super().__init__(fake_slack, store, language, **(given | settings))
        fake_slack.channels[CHANNEL] = FakeChannel(CHANNEL, "wins")
        for user in ("U0BEN", "U0CLEO", "U0CORA", "U0CARL", "U0LEA"):
            self.person(user)

    def win(self, text: str = "", user: str = "U0ANNA", trigger: str | None = None) -> dict[str, Any]:
        """Type /win and return the form that opened."""
        before = len(self.fake_slack.views)
        body = command_body(
            text, self.response_url, command="/win", user=user, trigger=trigger or self.fake_slack.trigger()
        )
        assert self.post(body).status == 200
        self.idle()
        assert len(self.fake_slack.views) == before + 1, "no form opened"
        return self.fake_slack.views[-1]

    def send(self, view: dict[str, Any], user: str = "U0ANNA", **given: Any) -> dict[str, str]:
        """Send a form off with *given* in its fields (``win_what=…``); return the errors by field."""
        given = {name.replace("_", "-"): value for name, value in given.items()}
        state = {"values": to_state(view["blocks"], given)}
        answer = self.interact("view_submission", user, view={**view, "state": state})
        assert answer.status == 200
        self.idle()
        said = json.loads(answer.body) if answer.body else {}
        return dict(said.get("errors", {}))

    def nominate(
        self, people: tuple[str, ...] = ("U0BEN",), what: str = TOLD, user: str = "U0ANNA", **more: Any
    ) -> None:
        """Tell a story from command to form, and see it taken."""
        form = self.win(user=user)
        assert self.send(form, user, win_people=list(people), win_what=what, **more) == {}

    def press(self, user: str, message: Posted, action: str, at: dict[str, Any] | None = None) -> list[str]:
        """Press a button of *message*; return what was said to *user* alone since."""
        before = len(self.fake_slack.responses)
        pressed = find_button(message.payload["blocks"] if at is None else at["blocks"], action)
        answer = self.interact(
            "block_actions",
            user,
            actions=[{"type": "button", "block_id": "b", "action_ts": "1.0", **pressed}],
            container={"type": "message", "message_ts": message.ts, "channel_id": message.channel},
            response_url=self.response_url,
        )
        assert answer.status == 200
        self.idle()
        return [str(each["text"]) for each in self.fake_slack.responses[before:]]

    def letters(self, user: str) -> list[Posted]:
        """The private messages that *user* has, oldest first."""
        return self.fake_slack.in_channel(user)

    def choose(self, user: str, choice: str, letter: Posted | None = None) -> list[str]:
        """Answer how *user* wants to appear, on the newest question that they were sent."""
        action = f"win-choice-{choice}"
        asked = [each for each in self.letters(user) if has_button(each, action)]
        return self.press(user, letter or asked[-1], action)

    def approve(self, user: str = "U0CORA") -> list[str]:
        return self.press(user, self.review(user), "win-approve")

    def review(self, user: str = "U0CORA") -> Posted:
        """The newest story that *user* has to look at."""
        return [each for each in self.letters(user) if has_button(each, "win-approve")][-1]

    def celebrated(self) -> list[Posted]:
        """What stands in the wins channel."""
        return self.fake_slack.in_channel(CHANNEL)

    def tick(self) -> None:
        """Let the clock do what it does for wins, and take the outbox to Slack."""
        self.parts.wins.tick(self.clock())
        self.parts.posting.work()


def shown(message: Posted) -> str:
    """Every text of *message* that a reader sees."""
    return json.dumps(message.payload["blocks"], ensure_ascii=False)


def buttons(blocks: Any) -> list[dict[str, Any]]:
    blocks = json.loads(blocks) if isinstance(blocks, str) else blocks
    return [element for block in blocks if block["type"] == "actions" for element in block["elements"]]


def has_button(message: Posted, action: str) -> bool:
    return any(button["action_id"] == action for button in buttons(message.payload.get("blocks") or []))


def find_button(blocks: Any, action: str) -> dict[str, Any]:
    found = [button for button in buttons(blocks) if button["action_id"] == action]
    assert found, f"no button {action}: {[button['action_id'] for button in buttons(blocks)]}"
    return {"action_id": action, "value": found[0]["value"]}


def to_state(blocks: list[dict[str, Any]], given: dict[str, Any]) -> dict[str, Any]:
    """The state of a form's fields as Slack sends it; it refuses what Slack would not let a person send off."""
    fields = {block["block_id"]: block for block in blocks if block["type"] == "input"}
    assert set(given) <= set(fields), f"no such field: {set(given) - set(fields)}"
    return {name: {name: _value(block, given.get(name))} for name, block in fields.items()}


def _value(block: dict[str, Any], given: Any) -> dict[str, Any]:
    element = block["element"]
    kind = element["type"]
    if kind == "plain_text_input":
        value = element.get("initial_value") if given is None else given
        assert value or block.get("optional"), f"{block['block_id']} is needed"
        assert len(value or "") <= element["max_length"]
        return {"type": kind, "value": value}
    if kind == "multi_users_select":
        return {"type": kind, "selected_users": list(element.get("initial_users", ()) if given is None else given)}
    if kind in _PICKED:
        said, first = _PICKED[kind]
        value = element.get(first) if given is None else given
        assert value or block.get("optional"), f"{block['block_id']} is needed"
        return {"type": kind, said: value}
    if kind == "checkboxes":
        ticked = element["options"] if given else []
        if given is None:
            ticked = element.get("initial_options", [])
        elif isinstance(given, list):
            ticked = [each for each in element["options"] if each["value"] in given]
        assert ticked or block.get("optional"), f"{block['block_id']} is needed"
        return {"type": kind, "selected_options": ticked}
    if kind == "multi_static_select":
        chosen = [each for each in element["options"] if each["value"] in (given or ())]
        assert chosen or block.get("optional"), f"{block['block_id']} is needed"
        return {"type": kind, "selected_options": chosen}
    if kind == "external_select":
        value = element.get("initial_option") if given is None else option(*given)
        return {"type": kind, "selected_option": value}
    options = {each["value"]: each for each in element["options"]}
    return {"type": kind, "selected_option": element.get("initial_option") if given is None else options[given]}


_PICKED = {
    "users_select": ("selected_user", "initial_user"),
    "datepicker": ("selected_date", "initial_date"),
    "datetimepicker": ("selected_date_time", "initial_date_time"),
}


def option(value: str, text: str) -> dict[str, Any]:
    return {"value": value, "text": {"type": "plain_text", "text": text}}
