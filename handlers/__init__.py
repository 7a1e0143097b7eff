"""Everything Slack may send us, as one table."""

from collections.abc import Callable, Mapping
from typing import Any

from slack_bolt import App

from handlers import commands, errors

COMMANDS: Mapping[str, Callable[..., None]] = {"/voice": commands.voice}

SERVICES = frozenset({"slack", "previews", "words", "clock"})
"""The names under which listeners may ask for a service; a name that is not offered would silently be None."""


def register(app: App, services: Mapping[str, Any]) -> None:
    """Tell *app* who answers what; *services* reach listeners by argument name."""
    if services.keys() != SERVICES:
        raise TypeError(f"listeners are promised {sorted(SERVICES)}, not {sorted(services)}")
    app.use(_offer(services))
    app.error(errors.teller(services["slack"], services["words"]))
    for name, listener in COMMANDS.items():
        app.command(name)(listener)


def _offer(services: Mapping[str, Any]) -> Callable[..., Any]:
    def offer(context: dict[str, Any], next: Callable[[], Any]) -> Any:  # noqa: A002 Bolt gives arguments by name
        context.update(services)
        return next()

    return offer
