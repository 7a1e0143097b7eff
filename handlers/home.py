"""App Home: drawn anew whenever it is opened."""

from typing import Any

from bot.services.clock import Clock
from bot.services.home import Home
from bot.slack import Slack
from handlers.listeners import Listeners


def opened(event: dict[str, Any], slack: Slack, home: Home, clock: Clock) -> None:
    """Show the person what concerns them; the Messages tab needs nothing."""
    if event.get("tab", "home") == "home":
        slack.publish_home(event["user"], home.view(event["user"], clock()))


LISTENERS = Listeners(events={"app_home_opened": opened})
