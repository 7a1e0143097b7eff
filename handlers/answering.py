"""Where an answer to a click goes: in place of the message that was clicked in, beside one that others see too, or onto
App Home.
"""

from collections.abc import Callable
from typing import Any

from bot.domain.message import Message
from bot.services.clock import Clock
from bot.services.home import Home
from bot.slack import Slack

Answer = Callable[[Message], None]
"""Shows the person a message in answer to their click; a click in App Home draws that page anew."""


def answering(body: dict[str, Any], slack: Slack, home: Home, clock: Clock) -> Answer:
    """Return what answers the click that *body* tells of."""

    def answer(message: Message) -> None:
        if address := body.get("response_url"):
            slack.respond(address, message, replace=_is_theirs(body))
        elif (body.get("view") or {}).get("type") == "home":
            user = body["user"]["id"]
            slack.publish_home(user, home.view(user, clock()))

    return answer


def _is_theirs(body: dict[str, Any]) -> bool:
    """Whether the person alone sees the message that was clicked in: what others see too is never written over."""
    channel = str((body.get("channel") or {}).get("id", "D"))
    return channel.startswith("D") or bool((body.get("container") or {}).get("is_ephemeral"))
