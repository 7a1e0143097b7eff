"""A Slack on 127.0.0.1 that checks what Slack checks, keeps what was posted, and fails on demand.

Not a mock: a real HTTP server, so that the real client, its timeouts and its broken connections are what is tested.
"""

import json
import random
import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Self

from bot.blocks.limits import check_view
from bot.errors import LimitError
from tests.fake_slack_http import CHAOS, Fault, Handler, Payload, Server

__all__ = [
    "BOT_ID",
    "BOT_USER",
    "CHAOS",
    "HISTORY",
    "SCOPES",
    "TEAM",
    "TOKEN",
    "FakeChannel",
    "FakeGroup",
    "FakeSlack",
    "FakeUser",
    "Fault",
    "Posted",
]

TOKEN = "xoxb-made-for-tests"
HISTORY = frozenset({"channels:history", "groups:history"})
SCOPES = (
    frozenset({"chat:write", "commands", "channels:read", "groups:read", "users:read", "usergroups:read"}) | HISTORY
)
TRIGGER_SECONDS = 3.0
MOST_STACKED = 3
BOT_USER, BOT_ID, TEAM = "U0BOT", "B0BOT", "T0TEAM"


@dataclass
class Posted:
    """A message that Slack has taken."""

    channel: str
    ts: str
    payload: Payload
    visible_at: float

    @property
    def key(self) -> str | None:
        return ((self.payload.get("metadata") or {}).get("event_payload") or {}).get("key")

    @property
    def thread_ts(self) -> str | None:
        return self.payload.get("thread_ts")

    @property
    def text(self) -> str:
        return str(self.payload.get("text", ""))


@dataclass
class FakeChannel:
    id: str
    name: str = "leaders"
    is_member: bool = True
    is_archived: bool = False
    is_private: bool = False
    is_ext_shared: bool = False
    is_pending_ext_shared: bool = False
    members: tuple[str, ...] = ()


@dataclass
class FakeUser:
    id: str
    name: str = ""
    locale: str = "en-GB"
    is_bot: bool = False
    deleted: bool = False
    display: str = ""
    is_admin: bool = False
    is_owner: bool = False
    is_primary_owner: bool = False
    is_restricted: bool = False
    is_ultra_restricted: bool = False
    is_stranger: bool = False
    team: str = TEAM
    enterprise: str | None = None


@dataclass
class FakeGroup:
    id: str
    handle: str
    users: tuple[str, ...] = ()


@dataclass
class FakeSlack:
    """Serves the Web API below *url*. *late*: seconds until a LATE message is taken; *lag*: until history shows it."""

    token: str = TOKEN
    app_token: str = "xapp-made-for-tests"
    socket_url: str = ""
    scopes: frozenset[str] = SCOPES
    late: float = 0.4
    hang: float = 0.6
    lag: float = 0.0
    retry_after: int = 1
    chaos: dict[Fault, float] = field(default_factory=dict)
    seed: int = 0
    channels: dict[str, FakeChannel] = field(default_factory=lambda: {"C0LEAD": FakeChannel("C0LEAD")})
    messages: list[Posted] = field(default_factory=list)
    calls: list[tuple[str, Payload]] = field(default_factory=list)
    homes: dict[str, Payload] = field(default_factory=dict)
    responses: list[Payload] = field(default_factory=list)
    views: list[Payload] = field(default_factory=list)
    whispers: list[Payload] = field(default_factory=list)
    users: dict[str, FakeUser] = field(default_factory=dict)
    strangers: set[str] = field(default_factory=set)
    groups: dict[str, FakeGroup] = field(default_factory=dict)
    triggers: dict[str, float] = field(default_factory=dict)
    clicked_in: dict[str, str] = field(default_factory=dict)
    faults: deque[Fault | str] = field(default_factory=deque)
    read_faults: deque[str] = field(default_factory=deque)
    update_refused: str | None = None
    meanwhile: Callable[[], None] | None = None

    def __post_init__(self) -> None:
        self._lock = threading.RLock()
        self._random = random.Random(self.seed)
        self._closing = threading.Event()
        self._last_ts = 0
        self.mistakes: list[BaseException] = []
        self._server = Server(("127.0.0.1", 0), Handler)
        self._server.slack = self
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}/api/"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._closing.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()
        if self.mistakes:
            raise self.mistakes[0]

    def fail_next(self, *faults: Fault | str) -> None:
        """Let the next posts fail so, in this order; a string is an error code of Slack's."""
        self.faults.extend(faults)

    def called(self, method: str) -> list[Payload]:
        """The payloads of every call of *method*."""
        return [payload for name, payload in self.calls if name == method]

    def in_channel(self, channel: str = "C0LEAD") -> list[Posted]:
        """What stands in *channel* now, oldest first; a person's id stands for their direct messages."""
        with self._lock:
            return [message for message in self.messages if message.channel == channel]

    @staticmethod
    def room(channel: str) -> str:
        """The direct conversation that a post to a person's id goes to; a channel is its own."""
        return f"D{channel[1:]}" if channel.startswith("U") else channel

    @staticmethod
    def written_to(channel: str) -> str:
        """The person behind a direct conversation: under that id the fake keeps what was posted there."""
        return f"U{channel[1:]}" if channel.startswith("D") else channel

    def next_fault(self) -> Fault | str | None:
        with self._lock:
            if self.faults:
                return self.faults.popleft()
            draw = self._random.random()
        for fault, share in self.chaos.items():
            draw -= share
            if draw < 0:
                return fault
        return None

    def wait(self, seconds: float) -> None:
        self._closing.wait(seconds)

    def wait_late(self) -> None:
        """Wait until a LATE message is taken: not always equally late."""
        with self._lock:
            share = self._random.uniform(0.8, 1)
        self.wait(share * self.late)

    def commit(self, payload: Payload) -> str:
        with self._lock:
            self._last_ts = max(self._last_ts + 1, time.time_ns() // 1000)
            ts = f"{self._last_ts // 1_000_000}.{self._last_ts % 1_000_000:06d}"
            self.messages.append(Posted(payload["channel"], ts, payload, time.time() + self.lag))
            return ts

    # The Web API: each method returns what Slack would, or an error code.

    def answer(self, method: str, payload: Payload) -> Payload | str:
        with self._lock:
            self.calls.append((method, payload))
        serve = _METHODS.get(method)
        return "unknown_method" if serve is None else serve(self, payload)

    def auth_test(self, _: Payload) -> Payload:
        return {"team_id": TEAM, "team": "Sample team", "user_id": BOT_USER, "bot_id": BOT_ID, "url": self.url}

    def open_socket(self, _: Payload) -> Payload:
        return {"url": self.socket_url}

    def refusal(self, payload: Payload) -> str | None:
        """Why Slack would not take this message, as far as it can be told from outside."""
        channel = self.channels.get(payload.get("channel", ""))
        if "chat:write" not in self.scopes:
            return "missing_scope"
        if not str(payload.get("channel", "")).startswith("U"):
            if channel is None:
                return "channel_not_found"
            if not channel.is_member:
                return "not_in_channel"
            if channel.is_archived:
                return "is_archived"
        thread_ts = payload.get("thread_ts")
        if thread_ts and not any(m.ts == thread_ts for m in self.in_channel(payload["channel"])):
            return "thread_not_found"
        return _content_refusal(payload)

    def find_messages(self, payload: Payload) -> Payload | str:
        with self._lock:
            if self.read_faults:
                return self.read_faults.popleft()
        channel = self.channels.get(payload.get("channel", ""))
        if channel is None:
            return "channel_not_found"
        if ("groups:history" if channel.is_private else "channels:history") not in self.scopes:
            return "missing_scope"
        if not channel.is_member:
            return "not_in_channel"
        root, oldest, limit = payload.get("ts"), float(payload.get("oldest") or 0), int(payload.get("limit") or 100)
        seen = [m for m in self.in_channel(channel.id) if m.visible_at <= time.time()]
        if root is not None:
            named = next((m for m in seen if m.ts == root), None)  # any message of a thread names it
            if named is None:
                return "thread_not_found"
            root = named.thread_ts or named.ts
            found = [m for m in seen if root in (m.ts, m.thread_ts)]
        else:
            found = [m for m in reversed(seen) if m.thread_ts is None]
        latest = float(payload.get("latest") or "inf")
        found = [m for m in found if m.ts == root or oldest <= float(m.ts) <= latest]  # a thread's first always comes
        start = int(payload.get("cursor") or 0)
        more = start + limit < len(found)
        return {
            "messages": [_shown(m, "include_all_metadata" in payload) for m in found[start : start + limit]],
            "has_more": more,
            "response_metadata": {"next_cursor": str(start + limit) if more else ""},
        }

    def delete(self, payload: Payload) -> Payload | str:
        if self.update_refused is not None:
            return self.update_refused
        with self._lock:
            for message in self.messages:
                if (message.channel, message.ts) == (self.written_to(payload.get("channel", "")), payload.get("ts")):
                    self.messages.remove(message)
                    return {"channel": message.channel, "ts": message.ts}
        return "message_not_found"

    def channel_info(self, payload: Payload) -> Payload | str:
        channel = self.channels.get(payload.get("channel", ""))
        if channel is None:
            return "channel_not_found"
        needed = "groups:read" if channel.is_private else "channels:read"
        if needed not in self.scopes:
            return "missing_scope"
        if channel.is_private and not channel.is_member:
            return "channel_not_found"
        told = {name: value for name, value in vars(channel).items() if name != "members"}
        if payload.get("include_num_members"):
            told["num_members"] = len(channel.members)
        return {"channel": told}

    def channel_members(self, payload: Payload) -> Payload | str:
        found = self.channel_info(payload)
        if isinstance(found, str):
            return found
        members, limit = self.channels[payload["channel"]].members, int(payload.get("limit") or 100)
        start = int(payload.get("cursor") or 0)
        after = str(start + limit) if start + limit < len(members) else ""
        return {"members": list(members[start : start + limit]), "response_metadata": {"next_cursor": after}}

    def open_im(self, payload: Payload) -> Payload | str:
        return {"channel": {"id": payload["users"]}} if "im:write" in self.scopes else "missing_scope"

    def user_info(self, payload: Payload) -> Payload | str:
        if "users:read" not in self.scopes:
            return "missing_scope"
        if payload.get("user") in self.strangers:
            return "user_not_found"
        user = self.users.get(payload.get("user", "")) or FakeUser(payload.get("user", ""))
        name = user.name or user.id.removeprefix("U0").title()
        first, _, last = name.partition(" ")
        shown = {"display_name": user.display or first, "real_name": name, "first_name": first, "last_name": last}
        told = {"id": user.id, "team_id": user.team, "name": name.lower(), "tz": "Europe/Berlin", "profile": shown}
        if payload.get("include_locale"):
            told["locale"] = user.locale
        flags = ("is_admin", "is_owner", "is_primary_owner", "is_restricted", "is_ultra_restricted", "is_stranger")
        told |= {name: getattr(user, name) for name in flags}
        if user.enterprise is not None:
            told["enterprise_user"] = {"enterprise_id": user.enterprise}
        return {"user": told | {"is_bot": user.is_bot, "deleted": user.deleted}}

    def list_groups(self, _: Payload) -> Payload | str:
        if "usergroups:read" not in self.scopes:
            return "missing_scope"
        groups = self.groups.values()
        return {"usergroups": [{"id": g.id, "handle": g.handle, "user_count": len(g.users)} for g in groups]}

    def group_users(self, payload: Payload) -> Payload | str:
        if "usergroups:read" not in self.scopes:
            return "missing_scope"
        group = self.groups.get(payload.get("usergroup", ""))
        return "no_such_subteam" if group is None else {"users": list(group.users)}

    def ephemeral(self, payload: Payload) -> Payload | str:
        refused = self.refusal(payload)
        if refused is None:
            self.whispers.append(payload)
        return refused or {"message_ts": f"{time.time():.6f}"}

    def update(self, payload: Payload) -> Payload | str:
        if str(payload.get("channel", "")).startswith("U"):
            return "channel_not_found"  # a person's id opens a conversation, and is none
        payload = {**payload, "channel": self.written_to(payload.get("channel", ""))}
        channel = self.channels.get(payload["channel"])
        refused = "is_inactive" if channel is not None and channel.is_archived else _content_refusal(payload)
        refused = self.update_refused or refused
        if self.meanwhile is not None:
            self.meanwhile()
        if refused is not None:
            return refused
        with self._lock:
            for message in self.messages:
                if (message.channel, message.ts) == (payload.get("channel"), payload.get("ts")):
                    message.payload = {**message.payload, "text": payload.get("text"), "blocks": payload.get("blocks")}
                    return {"channel": message.channel, "ts": message.ts}
        return "message_not_found"

    def permalink(self, payload: Payload) -> Payload | str:
        return {"permalink": f"https://sample.slack.com/archives/{payload['channel']}/p{payload['message_ts']}"}

    def trigger(self, *, age: float = 0.0, view: str | None = None) -> str:
        """A trigger as a command or a click brings it, good once and for three seconds; *age*: so old already.

        *view* is the form that was clicked in, where it was one.
        """
        with self._lock:
            name = f"{len(self.triggers) + 1}.2.3"
            if view is not None:
                self.clicked_in[name] = view
            self.triggers[name] = time.monotonic() - age
            return name

    def open_view(self, payload: Payload) -> Payload | str:
        refused = self._refuse_trigger(payload) or self._refuse_view(payload)
        return refused or self._show(_view(payload))

    def push_view(self, payload: Payload) -> Payload | str:
        """Slack stacks three forms, and pushes only where a form was clicked in."""
        below = self.clicked_in.get(payload.get("trigger_id", ""))
        stack = [view for view in self.views if view["id"] == below]
        while stack and stack[-1].get("previous_view_id"):
            stack.append(next(view for view in self.views if view["id"] == stack[-1]["previous_view_id"]))
        if len(stack) >= MOST_STACKED:
            return "push_limit_reached"
        refused = self._refuse_trigger(payload) or self._refuse_view(payload)
        if refused:
            return refused
        under = {"previous_view_id": stack[0]["id"], "root_view_id": stack[-1]["id"]} if stack else {}
        return self._show(_view(payload) | under)

    def update_view(self, payload: Payload) -> Payload | str:
        with self._lock:
            shown = next((view for view in self.views if view["id"] == payload.get("view_id")), None)
        if shown is None:
            return "not_found"
        if payload.get("hash") not in (None, shown["hash"]):
            return "hash_conflict"
        refused = self._refuse_view(payload)
        if refused:
            return refused
        shown.update(_view(payload), hash=f"{time.time_ns()}.h")
        return {"view": shown}

    def draw(self, view_id: str, answer: Payload) -> None:
        """Draw *answer*, which a form that was sent off got, in its place, as Slack does when that has reached it."""
        with self._lock:
            for view in self.views:
                if view["id"] == view_id:
                    view.update(answer, hash=f"{time.time_ns()}.h")

    def publish_view(self, payload: Payload) -> Payload | str:
        refused = self._refuse_view(payload)
        if refused is None:
            self.homes[payload["user_id"]] = _view(payload)
        return refused or {"view": _view(payload)}

    def _refuse_trigger(self, payload: Payload) -> str | None:
        with self._lock:
            made = self.triggers.get(payload.get("trigger_id", ""))
            if made is None:
                return "invalid_trigger_id"
            if made < 0:
                return "exchanged_trigger_id"
            if time.monotonic() - made > TRIGGER_SECONDS:
                return "expired_trigger_id"
            self.triggers[payload["trigger_id"]] = -1.0
            return None

    def _refuse_view(self, payload: Payload) -> str | None:
        """A view that breaks a limit is a mistake of ours: the test fails with what was wrong."""
        try:
            check_view(_view(payload))
        except LimitError as error:
            self.mistakes.append(error)
            return "invalid_arguments"
        return None

    def _show(self, view: Payload) -> Payload:
        with self._lock:
            shown = {**view, "id": f"V{len(self.views) + 1}", "hash": f"{time.time_ns()}.h"}
            self.views.append(shown)
            return {"view": shown}


def _view(payload: Payload) -> Payload:
    view = payload.get("view")
    return dict(json.loads(view) if isinstance(view, str) else view or {})


def _content_refusal(payload: Payload) -> str | None:
    blocks = payload.get("blocks") or []
    blocks = json.loads(blocks) if isinstance(blocks, str) else blocks
    metadata = payload.get("metadata")
    metadata = json.loads(metadata) if isinstance(metadata, str) else metadata
    if not payload.get("text") and not blocks:
        return "no_text"
    if len(str(payload.get("text", ""))) > 40_000:
        return "msg_too_long"
    if len(blocks) > 50 or not all(_is_block(block) for block in blocks):
        return "invalid_blocks"
    if metadata is not None and not (isinstance(metadata.get("event_payload"), dict) and metadata.get("event_type")):
        return "invalid_metadata_format"
    ids = [block["block_id"] for block in blocks if "block_id" in block]
    if len(ids) != len(set(ids)):
        return "invalid_blocks"
    texts = sum(len(block.get("text", {}).get("text", "")) for block in blocks)
    return "msg_blocks_too_long" if texts > 13_000 else None


def _is_block(block: Any) -> bool:
    if not isinstance(block, dict) or "type" not in block:
        return False
    limit = {"header": 150, "section": 3000}.get(block["type"])
    text = block.get("text", {}).get("text", "")
    return limit is None or (("fields" in block or bool(text)) and len(text) <= limit)


def _shown(message: Posted, with_metadata: bool) -> Payload:
    shown = {"type": "message", "user": BOT_USER, "bot_id": BOT_ID, "ts": message.ts, "text": message.text}
    if message.thread_ts:
        shown["thread_ts"] = message.thread_ts
    if with_metadata and "metadata" in message.payload:
        shown["metadata"] = message.payload["metadata"]
    return shown | message.payload.get("as", {})


_METHODS: dict[str, Callable[[FakeSlack, Payload], Payload | str]] = {
    "apps.connections.open": FakeSlack.open_socket,
    "auth.test": FakeSlack.auth_test,
    "chat.delete": FakeSlack.delete,
    "chat.getPermalink": FakeSlack.permalink,
    "chat.postEphemeral": FakeSlack.ephemeral,
    "chat.update": FakeSlack.update,
    "conversations.history": FakeSlack.find_messages,
    "conversations.info": FakeSlack.channel_info,
    "conversations.members": FakeSlack.channel_members,
    "conversations.open": FakeSlack.open_im,
    "conversations.replies": FakeSlack.find_messages,
    "usergroups.list": FakeSlack.list_groups,
    "usergroups.users.list": FakeSlack.group_users,
    "users.info": FakeSlack.user_info,
    "views.open": FakeSlack.open_view,
    "views.publish": FakeSlack.publish_view,
    "views.push": FakeSlack.push_view,
    "views.update": FakeSlack.update_view,
}
