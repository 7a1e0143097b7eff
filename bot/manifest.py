"""The Slack app manifest, from the commands and scopes that are really used."""

from dataclasses import dataclass
from typing import Any

from bot.blocks import ids


@dataclass(frozen=True, slots=True)
class Command:
    """A slash command as Slack shows it."""

    name: str
    description: str
    usage: str


@dataclass(frozen=True, slots=True)
class Scope:
    """A permission of the bot and why it is asked for. *optional*: Voxpop works without, and says what is lost."""

    name: str
    reason: str
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Shortcut:
    """A shortcut as Slack shows it: *kind* ``message`` in a message's menu, ``global`` in the lightning menu."""

    name: str
    kind: str
    callback: str
    description: str


@dataclass(frozen=True, slots=True)
class Event:
    """An event that Slack is asked for, and the scope that it takes, if it takes one."""

    name: str
    scope: Scope | None = None


COMMANDS = (
    Command(
        "/voice",
        "The voice of the customer: search it, add to it, see the coming digest",
        "[help | preview | about … | add | setup]",
    ),
    Command(
        "/win", "Tell of great service: a colleague's, a team's, or a bold try", "[@who what happened | mine | help]"
    ),
)

SHORTCUTS = (
    Shortcut("Nominate a service win", "global", ids.WIN_SHORTCUT, "Tell of great service"),
    Shortcut("Nominate as service win", "message", ids.WIN_MESSAGE, "Make a service win of this message"),
    Shortcut("Save as customer voice", "message", ids.TOLD_MESSAGE, "Count what a customer said, as told"),
)

EVENTS = tuple(
    Event(name)
    for name in (
        "app_home_opened",
        "member_joined_channel",
        "member_left_channel",
        "channel_left",
        "group_left",
        "channel_archive",
        "group_archive",
        "channel_unarchive",
        "group_unarchive",
        "channel_deleted",
        "group_deleted",
        "channel_rename",
        "group_rename",
        "channel_shared",
        "channel_unshared",
        "channel_id_changed",
        "user_change",
        "tokens_revoked",
        "app_uninstalled",
    )
)
"""Asked for everywhere. What happens to channels and people comes with the scopes that let us see them."""

REACTION = Event("reaction_added", Scope("reactions:read", "offers the form to who reacts with the chosen emoji"))
"""Asked for where WIN_EMOJI is to be set, and nowhere else."""

SCOPES = (
    Scope("chat:write", "posts the digest and its thread, and tells admins when something is broken"),
    Scope("commands", "answers /voice and /win, and offers their shortcuts"),
    Scope("users:read", "answers each person in their own language, and knows the names in a story"),
    Scope("usergroups:read", "offers user groups in the form of a win, and asks each of their members", True),
    Scope("channels:read", "hears when a public channel is archived, shared or left, and sees who can read it"),
    Scope("groups:read", "hears when a private channel is archived, shared or left, and sees who can read it"),
    Scope("channels:history", "looks whether an uncertain post arrived in a public channel, instead of asking", True),
    Scope("groups:history", "looks whether an uncertain post arrived in a private channel, instead of asking", True),
)


def events(*, emoji: bool) -> tuple[Event, ...]:
    """The events that Slack is asked for; *emoji*: a reaction offers the form of a win."""
    return (*EVENTS, *((REACTION,) if emoji else ()))


def scopes(*, emoji: bool) -> tuple[Scope, ...]:
    """The permissions that are asked for, those of events among them."""
    return (*SCOPES, *(event.scope for event in events(emoji=emoji) if event.scope is not None))


def manifest(*, address: str | None = None, emoji: bool = False) -> dict[str, Any]:
    """Return the manifest: for Socket Mode, or for HTTP when *address* is where Slack reaches ``/slack/events``.

    The keys follow Slack's manifest schema, version 2. Nothing is switched on that nothing here answers.
    """
    url = None if address is None else f"{address.rstrip('/').removesuffix('/slack/events')}/slack/events"
    commands = [
        {
            "command": command.name,
            "description": command.description,
            "usage_hint": command.usage,
            "should_escape": True,
            **({"url": url} if url else {}),
        }
        for command in COMMANDS
    ]
    return {
        "_metadata": {"major_version": 2, "minor_version": 1},
        "display_information": {
            "name": "Voxpop",
            "description": "What customers really said, brought to the people who lead.",
            "background_color": "#1f3b4d",
        },
        "features": {
            # Without the Messages tab Slack refuses private messages: notices to admins (messages_tab_disabled).
            "app_home": {
                "home_tab_enabled": True,
                "messages_tab_enabled": True,
                "messages_tab_read_only_enabled": True,
            },
            "bot_user": {"display_name": "Voxpop", "always_online": False},
            "slash_commands": commands,
            "shortcuts": [
                {"name": each.name, "type": each.kind, "callback_id": each.callback, "description": each.description}
                for each in SHORTCUTS
            ],
        },
        "oauth_config": {
            "scopes": {
                "bot": [scope.name for scope in scopes(emoji=emoji) if not scope.optional],
                "bot_optional": [scope.name for scope in scopes(emoji=emoji) if scope.optional],
            }
        },
        "settings": {
            "interactivity": {
                "is_enabled": True,
                # The second is where menus ask what there is to choose: the user groups of a win.
                **({"request_url": url, "message_menu_options_url": url} if url else {}),
            },
            **_subscriptions(url, emoji=emoji),
            "org_deploy_enabled": False,
            "socket_mode_enabled": url is None,
            "token_rotation_enabled": False,
        },
    }


def _subscriptions(url: str | None, *, emoji: bool) -> dict[str, Any]:
    names = [event.name for event in events(emoji=emoji)]
    return {"event_subscriptions": {**({"request_url": url} if url else {}), "bot_events": names}}


def to_yaml(document: dict[str, Any]) -> str:
    """Write a manifest as YAML to be pasted into Slack, each scope with its reason as a comment.

    Every scalar is written as JSON, of which YAML 1.2 is a superset: no quoting rules of our own.
    """
    reasons = {scope.name: scope.reason for scope in scopes(emoji=True)}
    return "\n".join(_lines(document, "", reasons)) + "\n"


def _lines(value: Any, indent: str, reasons: dict[str, str]) -> list[str]:
    import json

    lines: list[str] = []
    for key, item in value.items():
        if isinstance(item, dict):
            lines += [f"{indent}{key}:", *_lines(item, indent + "  ", reasons)]
        elif isinstance(item, list):
            lines.append(f"{indent}{key}:")
            for entry in item:
                if isinstance(entry, dict):
                    first, *rest = _lines(entry, indent + "    ", reasons)
                    lines += [f"{indent}  - {first.strip()}", *rest]
                else:
                    comment = f"  # {reasons[entry]}" if entry in reasons else ""
                    lines.append(f"{indent}  - {json.dumps(entry)}{comment}")
        else:
            lines.append(f"{indent}{key}: {json.dumps(item)}")
    return lines
