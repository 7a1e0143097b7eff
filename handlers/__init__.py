"""Everything Slack may send us, as one table."""

from collections.abc import Callable, Mapping
from typing import Any

from slack_bolt import App

from handlers import commands, errors

COMMANDS: Mapping[str, Callable[..., None]] = {"/voice": commands.voice}


def register(app: App, services: Mapping[str, Any]) -> None:
    """Tell *app* who answers what; *services* reach listeners by argument name."""
    app.use(_offer(services))
    app.error(errors.say_it)
    for name, listener in COMMANDS.items():
        app.command(name)(listener)


def _offer(services: Mapping[str, Any]) -> Callable[..., Any]:
    def offer(context: dict[str, Any], next: Callable[[], Any]) -> Any:  # noqa: A002 Bolt gives arguments by name
        context.update(services)
        return next()

    return offer
