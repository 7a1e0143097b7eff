"""Where an answer to a click goes: in place of the message that was clicked in, or onto App Home."""

from collections.abc import Callable
from typing import Any

from bot.domain.message import Message
from bot.services.clock import Clock
from bot.services.home import Home
from bot.slack import Slack

Answer = Callable[[Message], None]
"""Shows a message in place of what was clicked; a click in App Home draws that page anew."""


def answering(body: dict[str, Any], slack: Slack, home: Home, clock: Clock) -> Answer:
    """Return what answers the click that *body* tells of."""

    def answer(message: Message) -> None:
        if address := body.get("response_url"):
            slack.respond(address, message, replace=True)
        elif (body.get("view") or {}).get("type") == "home":
            user = body["user"]["id"]
            slack.publish_home(user, home.view(user, clock()))

    return answer
