"""Slack's console twin, for dry runs."""

from datetime import datetime
from typing import TextIO

from bot.domain.message import Message
from bot.slack.forms import Form


class ConsoleSlack:
    """Slack's console twin: prints to *out* what would be sent, for dry runs."""

    def __init__(self, out: TextIO) -> None:
        self._out = out
        self._count = 0

    def post(self, channel: str, message: Message, *, key: str, thread_ts: str | None = None) -> str:  # noqa: ARG002 the twin of Slack.post
        """Print *message*; the ``ts`` returned is only a number of its own."""
        self._count += 1
        place = f"{channel}, in the thread" if thread_ts else channel
        self._out.write(f"--- to {place} ({len(message.blocks)} blocks)\n{message.text}\n")
        return f"{self._count}.000000"

    def find(self, channel: str, key: str, since: datetime, thread_ts: str | None = None) -> None:
        """Nothing was ever posted from here."""

    def room_of(self, channel: str) -> str:
        """Return *channel*: there are no conversations here."""
        return channel

    def delete(self, channel: str, ts: str) -> None:
        """Nothing was ever posted from here."""

    def dm(self, user: str, message: Message, *, key: str) -> str:
        """Print *message*."""
        return self.post(user, message, key=key)

    def update(self, channel: str, ts: str, message: Message) -> bool:  # noqa: ARG002 the twin of Slack.update
        """Print what *message* would be changed to."""
        self._out.write(f"--- changed in {channel}\n{message.text}\n")
        return True

    def whisper(self, channel: str, user: str, message: Message) -> None:
        """Print *message*."""
        self._out.write(f"--- to {user} alone, in {channel}\n{message.text}\n")

    def open_form(self, trigger_id: str, form: Form) -> str:  # noqa: ARG002 the twin of Slack.open_form
        """Print which form would be opened."""
        self._out.write(f"--- the form {form['title']['text']!r}\n")
        return ""
