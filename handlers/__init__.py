"""Everything Slack may send us, as one table."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from slack_bolt import App

from bot.blocks import ids
from bot.domain.win import Choice
from handlers import actions, commands, errors, events, middleware, options, shortcuts, views

Listener = Callable[..., None]

COMMANDS: Mapping[str, Listener] = {"/voice": commands.voice, "/win": commands.win}
SHORTCUTS: Mapping[str, Listener] = {
    ids.WIN_SHORTCUT: shortcuts.nominate,
    ids.WIN_MESSAGE: shortcuts.nominate_message,
}
ACTIONS: Mapping[str, Listener] = {
    ids.WIN_KIND: actions.change_kind,
    ids.WIN_JOIN: actions.join,
    ids.WIN_OPEN: actions.open_form,
    **{f"{ids.WIN_CHOICE}-{choice.value}": actions.choose for choice in Choice},
    ids.WIN_EDIT: actions.edit,
    ids.WIN_WITHDRAW: actions.withdraw,
    ids.WIN_APPROVE: actions.approve,
    ids.WIN_CURATE: actions.curate,
    ids.WIN_MERGE: actions.merge,
    ids.WIN_KEEP: actions.keep,
    ids.WIN_TAKE_BACK: actions.take_back,
    ids.WIN_THANK: actions.thank,
}
OPTIONS: Mapping[str, Listener] = {ids.WIN_GROUP: options.groups}
VIEWS: Mapping[str, Listener] = {
    ids.WIN_FORM: views.nominate,
    ids.WIN_TEXT_FORM: views.write_text,
    ids.WIN_MERGE_FORM: views.merge,
    ids.WIN_THANK_FORM: views.thank,
}
EVENTS: Mapping[str, Listener] = {"reaction_added": events.reaction_added}
"""By name: what the manifest announces, and what our own messages and forms carry (`bot.blocks.ids`)."""

OTHERS: Mapping[str, Listener] = {
    "command": commands.unknown,
    "shortcut": shortcuts.unknown,
    "action": actions.unknown,
    "options": options.unknown,
    "view": views.unknown,
    "view_closed": views.closed,
    "event": events.unknown,
}
"""What answers when nothing above does: Slack counts what is not acknowledged as our failure, and sends it again."""

OFFERED = frozenset({"slack", "previews", "speech", "clock", "inbox", "wins"})
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
    "options": OPTIONS,
    "view": VIEWS,
    "event": EVENTS,
}
