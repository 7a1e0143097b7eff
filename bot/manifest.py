"""The Slack app manifest, from the commands and scopes that are really used."""

from dataclasses import dataclass
from typing import Any


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


COMMANDS = (Command("/voice", "The voice of the customer: help, and the coming digest", "[help | preview]"),)

SCOPES = (
    Scope("chat:write", "posts the digest and its thread, and tells admins when something is broken"),
    Scope("commands", "answers /voice"),
    Scope("users:read", "answers each person in the language that they chose in Slack"),
    Scope("channels:history", "looks whether an uncertain post arrived in a public channel, instead of asking", True),
    Scope("groups:history", "looks whether an uncertain post arrived in a private channel, instead of asking", True),
)


def manifest(*, address: str | None = None) -> dict[str, Any]:
    """Return the manifest: for Socket Mode, or for HTTP when *address* is where Slack reaches ``/slack/events``.

    The keys follow Slack's manifest schema, version 2. Nothing is switched on that nothing here answers.
    """
    events = None if address is None else f"{address.rstrip('/').removesuffix('/slack/events')}/slack/events"
    commands = [
        {
            "command": command.name,
            "description": command.description,
            "usage_hint": command.usage,
            "should_escape": True,
            **({"url": events} if events else {}),
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
                "home_tab_enabled": False,
                "messages_tab_enabled": True,
                "messages_tab_read_only_enabled": True,
            },
            "bot_user": {"display_name": "Voxpop", "always_online": False},
            "slash_commands": commands,
        },
        "oauth_config": {
            "scopes": {
                "bot": [scope.name for scope in SCOPES if not scope.optional],
                "bot_optional": [scope.name for scope in SCOPES if scope.optional],
            }
        },
        "settings": {
            "interactivity": {"is_enabled": True, **({"request_url": events} if events else {})},
            "org_deploy_enabled": False,
            "socket_mode_enabled": events is None,
            "token_rotation_enabled": False,
        },
    }


def to_yaml(document: dict[str, Any]) -> str:
    """Write a manifest as YAML to be pasted into Slack, each scope with its reason as a comment.

    Every scalar is written as JSON, of which YAML 1.2 is a superset: no quoting rules of our own.
    """
    reasons = {scope.name: scope.reason for scope in SCOPES}
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
