"""Requests as Slack sends them over HTTP: form-encoded, signed with the app's secret."""

import json
from datetime import UTC, datetime
from itertools import count
from typing import Any
from urllib.parse import urlencode

from slack_sdk.signature import SignatureVerifier

from tests.fake_slack import TEAM

SECRET = "made-for-tests"


_numbers = count(1)


def command_body(
    text: str,
    response_url: str,
    *,
    command: str = "/voice",
    team: str = TEAM,
    user: str = "U0ANNA",
    trigger: str | None = None,
    channel: str = "C0LEAD",
) -> str:
    return urlencode(
        {
            "command": command,
            "text": text,
            "team_id": team,
            "team_domain": "sample",
            "channel_id": channel,
            "channel_name": "leaders",
            "user_id": user,
            "user_name": user.lower(),
            "api_app_id": "A0APP",
            "response_url": response_url,
            "trigger_id": trigger or f"{next(_numbers)}.0.command",
        }
    )


def payload_body(kind: str, user: str, trigger: str | None = None, **fields: Any) -> str:
    """An interaction of a *kind*: ``block_actions``, ``view_submission``, ``message_action`` and so on."""
    payload = {
        "type": kind,
        "team": {"id": TEAM, "domain": "sample"},
        "user": {"id": user, "username": user.lower(), "team_id": TEAM},
        "api_app_id": "A0APP",
        "trigger_id": trigger or f"{next(_numbers)}.0.{kind}",
        **fields,
    }
    return urlencode({"payload": json.dumps(payload)})


def event_body(event: dict[str, Any], event_id: str | None = None) -> str:
    """An event as the Events API delivers it."""
    return json.dumps(
        {
            "type": "event_callback",
            "team_id": TEAM,
            "api_app_id": "A0APP",
            "event_id": event_id or f"Ev{next(_numbers)}",
            "event_time": 1763450000,
            "event": event,
        }
    )


def signed(body: str | bytes, *, secret: str = SECRET, at: datetime | None = None) -> dict[str, str]:
    """The headers that Slack sends with *body*."""
    stamp = str(int((at or datetime.now(UTC)).timestamp()))
    return {
        "content-type": "application/x-www-form-urlencoded",
        "x-slack-request-timestamp": stamp,
        "x-slack-signature": SignatureVerifier(secret).generate_signature(timestamp=stamp, body=body) or "",
    }
