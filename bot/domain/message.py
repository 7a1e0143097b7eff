"""A Slack message before it is sent."""

from typing import Any

from bot.domain.model import Model


class Message(Model):
    """*text* is a real summary for screen readers and notifications; *blocks* are plain Block Kit JSON."""

    text: str
    blocks: tuple[dict[str, Any], ...] = ()
