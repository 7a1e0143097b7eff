"""Requests as Slack sends them over HTTP: form-encoded, signed with the app's secret."""

from datetime import UTC, datetime
from urllib.parse import urlencode

from slack_sdk.signature import SignatureVerifier

from tests.fake_slack import TEAM

SECRET = "made-for-tests"


def command_body(text: str, response_url: str, *, command: str = "/voice", team: str = TEAM) -> str:
    return urlencode(
        {
            "command": command,
            "text": text,
            "team_id": team,
            "team_domain": "sample",
            "channel_id": "C0LEAD",
            "channel_name": "leaders",
            "user_id": "U0ANNA",
            "user_name": "anna",
            "api_app_id": "A0APP",
            "response_url": response_url,
            "trigger_id": "1.2.3",
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
