"""One call to Slack: made once, and what went wrong put into one of our errors."""

import logging
import re
import socket
import ssl
from collections.abc import Callable
from http.client import HTTPException
from typing import Any
from urllib.error import URLError

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError
from slack_sdk.web import SlackResponse

from bot.domain.refusal import PERMANENT, RATE_LIMITED, STALE
from bot.errors import SlackError
from bot.slack.errors import ExpiredError, NotSentError, UncertainError

SLACK_URL = "https://slack.com/api/"

HASTE = 0.7
"""Seconds for a look-up while a trigger runs: after three of them Slack opens no form any more."""

_DEFAULT_WAIT = 30.0


class Caller:
    """Calls Slack as the bot with *token*; every call takes at most about *timeout* seconds, a hasty one under one."""

    def __init__(self, token: str, *, base_url: str = SLACK_URL, timeout: float = 10) -> None:
        quiet = logging.getLogger("bot.slack.sdk")
        quiet.setLevel(logging.CRITICAL)  # the SDK logs whole requests, customers' words included
        self._logger = quiet
        self._timeout = timeout
        seconds: Any = timeout  # typed as int by the SDK, handed to urllib as it is
        self._client = WebClient(token=token, base_url=base_url, timeout=seconds, retry_handlers=[], logger=quiet)
        seconds = min(timeout, HASTE)
        self._hasty = WebClient(token=token, base_url=base_url, timeout=seconds, retry_handlers=[], logger=quiet)

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


def _refusal(name: str, response: Any) -> SlackError:
    """Return the error that says what an answer other than ok means for the message."""
    status = getattr(response, "status_code", 0)
    answered = str(response.get("error", "")) if isinstance(getattr(response, "data", None), dict) else ""
    code = answered if re.fullmatch(r"[a-z0-9_:]{1,80}", answered) else "unreadable"
    if status == 429 or code in RATE_LIMITED:
        return NotSentError(f"Slack asks to slow down with {name}", retry_after=_wait(response.headers))
    if code in STALE:
        return ExpiredError(f"Slack refused {name}: {code}", code=code)
    if code in PERMANENT and status < 500:
        return SlackError(f"Slack refused {name}: {code}", permanent=True, code=code)
    return UncertainError(f"Slack answered {name} with {status} {code}", code=code)


def _wait(headers: Any) -> float:
    value = str(headers.get("Retry-After") or headers.get("retry-after") or "")
    return float(value) if value.isdecimal() else _DEFAULT_WAIT
