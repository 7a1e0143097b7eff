"""The one door out to Slack, and its console twin for dry runs.

Nothing is ever sent twice from in here: the SDK's own re-send is off, because after a dropped connection it posts
again what Slack had already taken. Whether to try again is decided by `bot.services.posting` alone.
"""

import logging
import re
import socket
import ssl
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from http.client import HTTPException
from typing import Any, Protocol, TextIO
from urllib.error import URLError

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError
from slack_sdk.web import SlackResponse
from slack_sdk.webhook import WebhookClient

from bot.domain.message import Message
from bot.domain.refusal import PERMANENT, RATE_LIMITED, UNSEEN
from bot.errors import SlackError

METADATA_TYPE = "voxpop_post"
"""The event type of our messages' metadata. The payload is one opaque key: any member of the channel can read it."""

SLACK_URL = "https://slack.com/api/"

_DEFAULT_WAIT = 30.0
_PAGE = 200
_PAGES = 25


class NotSentError(SlackError):
    """It certainly did not reach Slack's channel. *retry_after*: seconds that Slack asked to wait, if it did."""

    def __init__(self, message: str, *, retry_after: float | None = None) -> None:
        super().__init__(message)
        self.retry_after = retry_after


class UncertainError(SlackError):
    """Nobody knows whether Slack took it: the answer was lost, or says that part of it may have succeeded."""


class CannotLookError(SlackError):
    """The channel's history could not be read. *permanent*: not before somebody grants a scope or invites the app."""

    def __init__(
        self, message: str, *, permanent: bool, code: str | None = None, retry_after: float | None = None
    ) -> None:
        super().__init__(message, permanent=permanent, code=code)
        self.retry_after = retry_after


@dataclass(frozen=True, slots=True)
class Identity:
    """Who we are in Slack. *scopes* are those granted to the token, as Slack's answer header says."""

    team: str
    team_name: str
    bot_user: str
    bot: str | None
    scopes: frozenset[str]


@dataclass(frozen=True, slots=True)
class Channel:
    """A conversation as Slack describes it to us."""

    id: str
    name: str
    is_member: bool
    is_archived: bool
    is_private: bool
    is_shared: bool


class Gateway(Protocol):
    """What posting needs of Slack."""

    def post(self, channel: str, message: Message, *, key: str, thread_ts: str | None = None) -> str:
        """Send one message and return its ``ts``."""

    def find(self, channel: str, key: str, since: datetime, thread_ts: str | None = None) -> str | None:
        """Return the ``ts`` of our own message with *key*, None when it is certainly not there."""

    def delete(self, channel: str, ts: str) -> None:
        """Take back one of our own messages."""


class Slack:
    """Slack as the bot with *token* sees it. Every call takes at most about *timeout* seconds."""

    def __init__(self, token: str, *, base_url: str = SLACK_URL, timeout: float = 10) -> None:
        quiet = logging.getLogger("bot.slack.sdk")
        quiet.setLevel(logging.CRITICAL)  # the SDK logs whole requests, customers' words included
        self._logger = quiet
        self._timeout = timeout
        seconds: Any = timeout  # typed as int by the SDK, handed to urllib as it is
        self._client = WebClient(token=token, base_url=base_url, timeout=seconds, retry_handlers=[], logger=quiet)
        self._me: Identity | None = None

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
        return ts

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

    def auth_test(self) -> Identity:
        """Return who we are, asked of Slack once; SlackError when the token is no good."""
        if self._me is None:
            response = self._call(self._client.auth_test)
            scopes = str(response.headers.get("x-oauth-scopes") or response.headers.get("X-OAuth-Scopes") or "")
            self._me = Identity(
                team=response["team_id"],
                team_name=response.get("team") or "",
                bot_user=response["user_id"],
                bot=response.get("bot_id"),
                scopes=frozenset(filter(None, re.split(r"[,\s]+", scopes))),
            )
        return self._me

    def channel_info(self, channel: str) -> Channel:
        """Return what Slack tells about *channel*; needs ``channels:read`` or ``groups:read``."""
        found = self._call(self._client.conversations_info, channel=channel)["channel"]
        shared = ("is_ext_shared", "is_pending_ext_shared")
        return Channel(
            id=found["id"],
            name=found.get("name", ""),
            is_member=bool(found.get("is_member")),
            is_archived=bool(found.get("is_archived")),
            is_private=bool(found.get("is_private")),
            is_shared=any(found.get(name) for name in shared),
        )

    def dm(self, user: str, message: Message, *, key: str) -> str:
        """Send *message* privately; ``chat:write`` is enough, Slack opens the conversation for a user id."""
        return self.post(user, message, key=key)

    def open_view(self, trigger_id: str, view: dict[str, Any]) -> None:
        """Open a form; Slack takes the *trigger_id* for three seconds, once."""
        self._call(self._client.views_open, trigger_id=trigger_id, view=view)

    def ephemeral(self, channel: str, user: str, message: Message) -> None:
        """Show *message* to one person in *channel*."""
        blocks = list(message.blocks) or None
        self._call(self._client.chat_postEphemeral, channel=channel, user=user, text=message.text, blocks=blocks)

    def respond(self, response_url: str, message: Message) -> None:
        """Answer a command privately after it was acknowledged: at most five times within half an hour."""
        seconds: Any = self._timeout
        client = WebhookClient(response_url, timeout=seconds, retry_handlers=[], logger=self._logger)
        try:
            blocks: Any = list(message.blocks) or None
            answer = client.send(
                text=message.text, blocks=blocks, response_type="ephemeral", unfurl_links=False, unfurl_media=False
            )
        except (OSError, HTTPException, ValueError, SlackClientError) as error:
            raise UncertainError(f"the answer to a command was lost ({type(error).__name__})") from error
        if answer.status_code != 200:
            raise SlackError(f"Slack refused the answer to a command with {answer.status_code}")

    def _call(self, method: Callable[..., SlackResponse], **arguments: Any) -> SlackResponse:
        name = method.__name__.replace("_", ".")
        try:
            return method(**arguments)
        except SlackApiError as error:
            raise _refusal(name, error.response) from error
        except URLError as error:
            if isinstance(error.reason, ConnectionRefusedError | socket.gaierror | ssl.SSLCertVerificationError):
                raise NotSentError(f"Slack cannot be reached for {name} ({error.reason})") from error
            raise UncertainError(f"the connection to Slack broke during {name}") from error
        except (OSError, HTTPException, ValueError, AttributeError, LookupError, SlackClientError) as error:
            # ValueError and below: an answer that the SDK cannot read. It was an answer, so the call was made.
            raise UncertainError(f"Slack's answer to {name} was lost ({type(error).__name__})") from error


def _is_ours(message: dict[str, Any], me: Identity, key: str) -> bool:
    metadata = message.get("metadata") or {}
    ours = message.get("user") == me.bot_user or (me.bot is not None and message.get("bot_id") == me.bot)
    payload = metadata.get("event_payload") or {}
    return bool(ours and metadata.get("event_type") == METADATA_TYPE and payload.get("key") == key)


def _refusal(name: str, response: Any) -> SlackError:
    """Return the error that says what an answer other than ok means for the message."""
    status = getattr(response, "status_code", 0)
    answered = str(response.get("error", "")) if isinstance(getattr(response, "data", None), dict) else ""
    code = answered if re.fullmatch(r"[a-z0-9_:]{1,80}", answered) else "unreadable"
    if status == 429 or code in RATE_LIMITED:
        return NotSentError(f"Slack asks to slow down with {name}", retry_after=_wait(response.headers))
    if code in PERMANENT and status < 500:
        return SlackError(f"Slack refused {name}: {code}", permanent=True, code=code)
    return UncertainError(f"Slack answered {name} with {status} {code}", code=code)


def _wait(headers: Any) -> float:
    value = str(headers.get("Retry-After") or headers.get("retry-after") or "")
    return float(value) if value.isdecimal() else _DEFAULT_WAIT


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

    def delete(self, channel: str, ts: str) -> None:
        """Nothing was ever posted from here."""

    def dm(self, user: str, message: Message, *, key: str) -> str:
        """Print *message*."""
        return self.post(user, message, key=key)
