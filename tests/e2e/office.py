"""People at work in a Slack on this machine, with the real `voxpop run` behind it: they type, press, fill in, read."""

import json
from collections.abc import Callable
from typing import Any

from tests.e2e.local_slack import BOARD, BOT, LEAD, WINS, Json, LocalSlack, wait_for
from tests.handlers.win_world import buttons
from tests.running import Running


class Office:
    """One workspace and one process; *mode* is how the two talk, *language* what everybody speaks.

    *schedule*: when the digest comes, as settings.
    """

    def __init__(self, slack: LocalSlack, voxpop: Running, mode: str, language: str, schedule: dict[str, str]) -> None:
        self.slack, self.voxpop, self.mode, self.language, self.schedule = slack, voxpop, mode, language, schedule

    def say(self, en: str, de: str) -> str:
        return {"en": en, "de": de}[self.language]

    def type(self, user: str, text: str, command: str = "/voice", channel: str = LEAD) -> str:
        """Type a command and return what is shown at once, to *user* alone."""
        before = len(self.whispers(user))
        self.slack.control("command", user=user, channel=channel, command=command, text=text)
        answers = self.wait(lambda: self.whispers(user)[before:], f"answered {command} {text}")
        return str(answers[0]["text"])

    def whispers(self, user: str) -> list[Json]:
        """What only *user* was shown, wherever, oldest first."""
        everything = self.slack.state()["messages"].values()
        return sorted(
            (each for messages in everything for each in messages if each.get("ephemeral_to") == user),
            key=lambda each: float(each["ts"]),
        )

    def posted(self, channel: str) -> list[Json]:
        """What stands in *channel* for all, oldest first."""
        return [each for each in self.slack.state()["messages"][channel] if "ephemeral_to" not in each]

    def letters(self, user: str) -> list[Json]:
        """The private messages of the app to *user*, oldest first."""
        state = self.slack.state()
        places = [each["id"] for each in state["channels"] if each.get("is_im") and user in each["members"]]
        return [each for place in places for each in state["messages"][place] if each.get("user") == BOT]

    def form(self) -> Json | None:
        """The topmost open form, once it is more than a word that it is on its way."""
        stack = self.slack.state()["modalStack"]
        return stack[-1] if stack and not is_loading(stack[-1]) else None

    def home(self, user: str) -> Json:
        """The App Home of *user*, opened now."""
        before = self._home(user)
        self.slack.control("open-home", user=user)
        return dict(self.wait(lambda: self._home(user) != before and self._home(user), "drawn at home"))

    def _home(self, user: str) -> Json:
        return dict(self.slack.state()["homeViews"].get(user, {}).get("A0APP", {}))

    def open(self, user: str, text: str, command: str = "/win") -> Json:
        """Type a command that opens a form, and return the form."""
        self.slack.control("command", user=user, channel=LEAD, command=command, text=text)
        return dict(self.wait(self.form, f"opened a form for {command}"))

    def press(self, user: str, message: Json, action: str) -> None:
        """Press the button of *message* whose action begins with *action*."""
        pressed = find(message, action)
        given = {"type": "button", "block_id": "b", "action_id": pressed["action_id"], "value": pressed["value"]}
        self.slack.control("interact", user=user, channel=message["channel"], messageTs=message["ts"], action=given)

    def choose(self, user: str, message: Json, entry: str) -> None:
        """Choose *entry* in the first menu of *message* that has it."""
        block, option = next(
            (block, option)
            for block in message["blocks"]
            for option in (block.get("accessory") or {}).get("options", [])
            if option["value"].partition(":")[0] == entry
        )
        menu = block["accessory"]
        given = {"type": menu["type"], "action_id": menu["action_id"], "selected_option": option}
        given["block_id"] = block.get("block_id", "b")
        self.slack.control("interact", user=user, channel=message["channel"], messageTs=message["ts"], action=given)

    def click(self, user: str, action: str) -> Json:
        """Press a button of the open form that puts another on top of it, and return that.

        local-slack knows no click in a form: it is told one in a message, with the same action and trigger.
        """
        view, carrier = self.wait(self.form, "open"), self._carrier()
        pressed = find(view, action)
        given = {"type": "button", "block_id": "b", "action_id": pressed["action_id"], "value": pressed["value"]}
        self.slack.control("interact", user=user, channel=carrier["channel"], messageTs=carrier["ts"], action=given)
        return dict(
            self.wait(lambda: (now := self.form()) and now["id"] != view["id"] and now, f"a form after {action}")
        )

    def _carrier(self) -> Json:
        """Any message in a channel."""
        channels = self.slack.state()["messages"]
        return next(dict(each) for channel in (LEAD, WINS, BOARD) for each in channels.get(channel, []))

    def fill(self, user: str, **given: Any) -> Json:
        """Fill the open form in (``win_what=…``) and send it off; return the errors by field."""
        view = self.wait(self.form, "open")
        return self.slack.submit(user, to_values(view["blocks"], {n.replace("_", "-"): v for n, v in given.items()}))

    def letter(self, user: str, with_button: str, after: float = 0, about: str = "") -> Json:
        """Wait for a private message to *user* with that button, written after *after*; the newest *about* something.

        *about*: words that stand in it.
        """
        return dict(
            self.wait(lambda: self._letters_with(user, with_button, after, about), f"a letter with {with_button}")[-1]
        )

    def told(self, user: str, *words: str) -> Json:
        """Wait for a private message to *user* in which all of *words* stand; the newest."""

        def found() -> list[Json]:
            return [each for each in self.letters(user) if all(said in shown(each) for said in words)]

        return dict(self.wait(found, f"told {words}")[-1])

    def refused(self, user: str, message: Json, action: str) -> str:
        """Press a button, and return the words that *user* alone is shown."""
        before = len(self.whispers(user))
        self.press(user, message, action)
        return str(self.wait(lambda: self.whispers(user)[before:], f"answered {action}")[-1]["text"])

    def _letters_with(self, user: str, action: str, after: float, about: str) -> list[Json]:
        new = [each for each in self.letters(user) if float(each["ts"]) > after]
        return [each for each in new if has(each, action) and about in shown(each)]

    def wait(self, what: Callable[[], Any], name: str, seconds: float = 60) -> Any:
        """Wait for *what*; a failure shows the process's log."""
        try:
            return wait_for(what, name, seconds)
        except AssertionError as error:
            raise AssertionError(f"{error}\n{self.voxpop.log[-4000:]}") from None


def is_loading(view: Json) -> bool:
    """Whether *view* only says that it is being drawn."""
    blocks = view["blocks"]
    return len(blocks) == 1 and str((blocks[0].get("text") or {}).get("text", "")).endswith(
        ("moment…", "moment …", "Moment …")
    )


def to_values(blocks: list[Json], given: Json) -> Json:
    """What local-slack is sent of a form: each field by block and action as Slack would send it."""
    fields = {block["block_id"]: block["element"] for block in blocks if block["type"] == "input"}
    assert set(given) <= set(fields), f"no such field: {set(given) - set(fields)}"
    return {name: {each["action_id"]: _value(each, given.get(name))} for name, each in fields.items()}


def _value(element: Json, given: Any) -> Json:  # noqa: PLR0911 one line a kind of field
    kind = element["type"]
    if kind in ("plain_text_input", "number_input", "email_text_input", "url_text_input"):
        return {"type": kind, "value": element.get("initial_value") if given is None else given}
    if kind.startswith("multi_users"):
        return {"type": kind, "selected_users": element.get("initial_users", []) if given is None else given}
    if kind.startswith("multi_conversations"):
        return {
            "type": kind,
            "selected_conversations": element.get("initial_conversations", []) if given is None else given,
        }
    if kind == "users_select":
        return {"type": kind, "selected_user": element.get("initial_user") if given is None else given}
    if kind == "conversations_select":
        return {"type": kind, "selected_conversation": element.get("initial_conversation") if given is None else given}
    if kind == "channels_select":
        return {"type": kind, "selected_channel": element.get("initial_channel") if given is None else given}
    if kind == "datepicker":
        return {"type": kind, "selected_date": element.get("initial_date") if given is None else given}
    if kind == "timepicker":
        return {"type": kind, "selected_time": element.get("initial_time") if given is None else given}
    if kind == "checkboxes" or kind.startswith("multi_"):
        chosen = element.get("initial_options", []) if given is None else _options(element, given)
        return {"type": kind, "selected_options": chosen}
    chosen = element.get("initial_option") if given is None else _options(element, [given])[0]
    return {"type": kind, "selected_option": chosen}


def _options(element: Json, given: Any) -> list[Json]:
    known = {each["value"]: each for each in element.get("options", [])}
    for group in element.get("option_groups", []):
        known |= {each["value"]: each for each in group["options"]}
    wanted = list(known) if given is True else given
    return [known.get(value) or {"value": value, "text": {"type": "plain_text", "text": value}} for value in wanted]


def has(message: Json, action: str) -> bool:
    """Whether *message* has a button whose action begins with *action*."""
    return any(each["action_id"].startswith(action) for each in _buttons(message))


def find(message: Json, action: str) -> Json:
    found = [each for each in _buttons(message) if each["action_id"].startswith(action)]
    assert found, f"no button {action}: {[each['action_id'] for each in _buttons(message)]}"
    return found[0]


def _buttons(message: Json) -> list[Json]:
    blocks = message.get("blocks") or []
    beside = [block["accessory"] for block in blocks if (block.get("accessory") or {}).get("type") == "button"]
    return [*(each for each in buttons(blocks) if each["type"] == "button"), *beside]


def shown(message: Json) -> str:
    """Everything that a reader of *message* sees."""
    return json.dumps(message.get("blocks") or message["text"], ensure_ascii=False)
