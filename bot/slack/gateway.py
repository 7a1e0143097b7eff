"""The whole gateway, and what posting needs of it."""

from datetime import datetime
from typing import Protocol

from bot.domain.message import Message
from bot.slack.channels import Channels
from bot.slack.forms import Forms
from bot.slack.messages import Messages


class Gateway(Protocol):
    """What posting needs of Slack."""

    def post(self, channel: str, message: Message, *, key: str, thread_ts: str | None = None) -> str:
        """Send one message and return its ``ts``."""

    def find(self, channel: str, key: str, since: datetime, thread_ts: str | None = None) -> str | None:
        """Return the ``ts`` of our own message with *key*, None when it is certainly not there."""

    def room_of(self, channel: str) -> str:
        """Return the conversation that a post to *channel*, maybe a person's id, went to."""

    def delete(self, channel: str, ts: str) -> None:
        """Take back one of our own messages."""


class Slack(Messages, Forms, Channels):
    """Slack as the bot with *token* sees it. Every call takes at most about *timeout* seconds."""
