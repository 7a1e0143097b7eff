"""Everything Slack may send us, as one table."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from slack_bolt import App

from handlers import actions, commands, errors, events, middleware, shortcuts, views

Listener = Callable[..., None]

COMMANDS: Mapping[str, Listener] = {"/voice": commands.voice}
SHORTCUTS: Mapping[str, Listener] = {}
ACTIONS: Mapping[str, Listener] = {}
VIEWS: Mapping[str, Listener] = {}
EVENTS: Mapping[str, Listener] = {}
"""By name: what the manifest announces, and what our own messages and forms carry (`bot.blocks.ids`)."""

OTHERS: Mapping[str, Listener] = {
    "command": commands.unknown,
    "shortcut": shortcuts.unknown,
    "action": actions.unknown,
    "view": views.unknown,
    "view_closed": views.closed,
    "event": events.unknown,
}
"""What answers when nothing above does: Slack counts what is not acknowledged as our failure, and sends it again."""

OFFERED = frozenset({"slack", "previews", "speech", "clock", "inbox"})
SERVICES = OFFERED | {"words"}
"""The names under which listeners may ask for a service; a name that is not offered would silently be None."""


def register(app: App, services: Mapping[str, Any]) -> None:
    """Tell *app* who answers what; *services* reach listeners by argument name."""
    if services.keys() != OFFERED:
        raise TypeError(f"listeners are promised {sorted(OFFERED)}, not {sorted(services)}")
    app.use(middleware.once(services["inbox"], services["clock"]))
    app.use(middleware.offer(services, services["speech"]))
    app.error(errors.teller(services["slack"], services["speech"]))
    for kind, table in TABLES.items():
        for name, listener in table.items():
            getattr(app, kind)(name)(listener)
    for kind, listener in OTHERS.items():
        getattr(app, kind)(re.compile(""))(listener)


TABLES: Mapping[str, Mapping[str, Listener]] = {
    "command": COMMANDS,
    "shortcut": SHORTCUTS,
    "action": ACTIONS,
    "view": VIEWS,
    "event": EVENTS,
}
