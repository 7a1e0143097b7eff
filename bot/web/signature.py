"""Whether a request comes from Slack: the signature over its raw bytes."""

import hashlib
import hmac
from collections.abc import Mapping, Sequence
from datetime import datetime

OLDEST_SECONDS = 300
"""A request older than this may be a repeated one (docs.slack.dev, Verifying requests from Slack)."""


def is_from_slack(body: bytes, headers: Mapping[str, Sequence[str]], secret: str, now: datetime) -> bool:
    """Whether *body* was signed with *secret* within five minutes of *now*; whatever cannot be read is not."""
    stamp = next(iter(headers.get("x-slack-request-timestamp", ())), "")
    given = next(iter(headers.get("x-slack-signature", ())), "")
    if not (stamp.isascii() and stamp.isdecimal() and len(stamp) <= 12):
        return False
    if abs(now.timestamp() - int(stamp)) > OLDEST_SECONDS:
        return False
    wanted = hmac.new(secret.encode(), b"v0:" + stamp.encode() + b":" + body, hashlib.sha256).hexdigest()
    return hmac.compare_digest(f"v0={wanted}".encode(), given.encode("utf-8", "replace"))
