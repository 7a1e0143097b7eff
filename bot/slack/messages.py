"""Messages of ours in Slack: sent, looked for, corrected, taken back."""

from collections.abc import Iterator
from datetime import datetime
from http.client import HTTPException
from typing import Any

from slack_sdk.errors import SlackClientError
from slack_sdk.webhook import WebhookClient

from bot.domain.message import Message
from bot.domain.refusal import UNSEEN
from bot.errors import SlackError
from bot.slack.calls import SLACK_URL
from bot.slack.errors import CannotLookError, NotSentError, UncertainError
from bot.slack.identity import Identified, Identity

METADATA_TYPE = "voxpop_post"
"""The event type of our messages' metadata. The payload is one opaque key: any member of the channel can read it."""

_PAGE = 200
_PAGES = 25


class Messages(Identified):
    """What the bot writes. Nothing is ever sent twice from in here."""

    def __init__(self, token: str, *, base_url: str = SLACK_URL, timeout: float = 10) -> None:
        super().__init__(token, base_url=base_url, timeout=timeout)
        self._rooms: dict[str, str] = {}

    def post(self, channel: str, message: Message, *, key: str, thread_ts: str | None = None) -> str:
        """Send *message* once to a channel, or to a person by their user id, and return its ``ts``.

        NotSentError, UncertainError and a permanent SlackError are the three ways in which it can fail.
        """
        answer = self._call(
            self._client.chat_postMessage,
            channel=channel,
            text=message.text,
            blocks=list(message.blocks) or None,
            thread_ts=thread_ts,
            metadata={"event_type": METADATA_TYPE, "event_payload": {"key": key}},
            unfurl_links=False,
            unfurl_media=False,
            link_names=False,
            parse="none",
        )
        ts = answer.get("ts")
        if not isinstance(ts, str):
            raise UncertainError("Slack answered a post without saying where it is")
        self._rooms[channel] = str(answer.get("channel") or channel)
        return ts

    def room_of(self, channel: str) -> str:
        """Return the conversation that a post to *channel* went to: a person's id only opens one, and names none.

        Messages there are changed by its id alone: https://docs.slack.dev/reference/methods/chat.update
        """
        return self._rooms.get(channel, channel)

    def find(self, channel: str, key: str, since: datetime, thread_ts: str | None = None) -> str | None:
        """Return the ``ts`` of our own message with *key* posted after *since*, None when it is certainly not there.

        CannotLookError when the history could not be read to its end.
        """
        oldest = f"{since.timestamp():.6f}"
        try:
            me = self.auth_test()
            found = [m["ts"] for m in self._messages(channel, oldest, thread_ts) if _is_ours(m, me, key)]
        except (NotSentError, UncertainError) as error:
            wait = error.retry_after if isinstance(error, NotSentError) else None
            raise CannotLookError(str(error), permanent=False, retry_after=wait) from error
        except SlackError as error:
            if error.code in UNSEEN:
                raise CannotLookError(str(error), permanent=True, code=error.code) from error
            raise
        return min(found, default=None)

    def _messages(self, channel: str, oldest: str, thread_ts: str | None) -> Iterator[dict[str, Any]]:
        cursor: str | None = None
        for _ in range(_PAGES):
            window = {"oldest": oldest, "limit": _PAGE, "cursor": cursor, "include_all_metadata": True}
            if thread_ts is None:
                answer = self._call(self._client.conversations_history, channel=channel, **window)
            else:
                answer = self._call(self._client.conversations_replies, channel=channel, ts=thread_ts, **window)
            yield from answer.get("messages", [])
            cursor = (answer.get("response_metadata") or {}).get("next_cursor")
            if not cursor:
                return
        raise CannotLookError(f"over {_PAGE * _PAGES} messages were written since; too many to look at", permanent=True)

    def delete(self, channel: str, ts: str) -> None:
        """Take back one of our own messages; nothing happens when it is gone already."""
        try:
            self._call(self._client.chat_delete, channel=channel, ts=ts)
        except SlackError as error:
            if error.code != "message_not_found":
                raise

    def update(self, channel: str, ts: str, message: Message) -> bool:
        """Write *message* over one of our own; False where it is gone. Harmless when repeated."""
        try:
            self._call(
                self._client.chat_update,
                channel=channel,
                ts=ts,
                text=message.text,
                blocks=list(message.blocks),
                link_names=False,
                parse="none",
            )
        except SlackError as error:
            if error.code != "message_not_found":
                raise
            return False
        return True

    def dm(self, user: str, message: Message, *, key: str) -> str:
        """Send *message* privately; ``chat:write`` is enough, Slack opens the conversation for a user id."""
        return self.post(user, message, key=key)

    def whisper(self, channel: str, user: str, message: Message) -> None:
        """Show *message* to one person in *channel*, where the bot is too; it is gone when Slack is loaded again."""
        blocks = list(message.blocks) or None
        self._call(self._client.chat_postEphemeral, channel=channel, user=user, text=message.text, blocks=blocks)

    def respond(self, response_url: str, message: Message, *, replace: bool = False) -> None:
        """Answer a command or a click privately: at most five times within half an hour.

        *replace* writes it over the message that was clicked on.
        """
        seconds: Any = self._timeout
        client = WebhookClient(response_url, timeout=seconds, retry_handlers=[], logger=self._logger)
        try:
            blocks: Any = list(message.blocks) or None
            answer = client.send(
                text=message.text,
                blocks=blocks,
                response_type="ephemeral",
                replace_original=replace,
                unfurl_links=False,
                unfurl_media=False,
            )
        except (OSError, HTTPException, ValueError, SlackClientError) as error:
            raise UncertainError(f"the answer to a command was lost ({type(error).__name__})") from error
        if answer.status_code != 200:
            raise SlackError(f"Slack refused the answer to a command with {answer.status_code}")


def _is_ours(message: dict[str, Any], me: Identity, key: str) -> bool:
    metadata = message.get("metadata") or {}
    ours = message.get("user") == me.bot_user or (me.bot is not None and message.get("bot_id") == me.bot)
    payload = metadata.get("event_payload") or {}
    return bool(ours and metadata.get("event_type") == METADATA_TYPE and payload.get("key") == key)
