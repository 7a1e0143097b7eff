"""Everything Slack may send us, as one table: a file for each noun, put together here."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from slack_bolt import App

from bot.services.later import Later
from bot.services.speech import Speech
from handlers import (
    asks,
    correcting,
    drafts,
    errors,
    hiding,
    home,
    lifecycle,
    middleware,
    offers,
    others,
    pinning,
    reading,
    setup,
    setup_areas,
    setup_audit,
    setup_editions,
    setup_roles,
    setup_wins,
    sources,
    told,
    voice,
    win_curation,
    wins,
)
from handlers.listeners import Listener, Listeners, together

NOUNS = (
    voice,
    home,
    wins,
    win_curation,
    asks,
    offers,
    drafts,
    setup,
    setup_editions,
    setup_roles,
    setup_areas,
    setup_wins,
    setup_audit,
    sources,
    hiding,
    correcting,
    lifecycle,
    reading,
    pinning,
    told,
)
"""Every module that answers Slack; each has its `LISTENERS`."""

ALL: Listeners = together(noun.LISTENERS for noun in NOUNS)

OTHERS: Mapping[str, Listener] = {
    "command": others.command,
    "shortcut": others.shortcut,
    "action": others.action,
    "options": others.options,
    "view": others.view,
    "view_closed": others.closed,
    "event": others.event,
}
"""What answers when nothing above does: Slack counts what is not acknowledged as our failure, and sends it again."""

OFFERED = frozenset(
    {
        "slack",
        "previews",
        "speech",
        "clock",
        "inbox",
        "roles",
        "home",
        "wins",
        "asks",
        "offers",
        "drafts",
        "setup",
        "connections",
        "source_health",
        "hiding",
        "correcting",
        "routes",
        "reading",
        "told",
    }
)
SERVICES = OFFERED | {"words", "user", "answer", "word", "rest", "later"}
"""The names under which listeners may ask for a service; a name that is not offered would silently be None."""

TABLES: Mapping[str, Mapping[str, Listener]] = {
    "command": ALL.commands,
    "shortcut": ALL.shortcuts,
    "action": ALL.actions,
    "options": ALL.options,
    "view": ALL.views,
    "event": ALL.events,
}


def register(app: App, services: Mapping[str, Any]) -> Later:
    """Tell *app* who answers what; *services* reach listeners by argument name.

    Return what does the work that takes longer than Slack waits, to be closed with the app.
    """
    if services.keys() != OFFERED:
        raise TypeError(f"listeners are promised {sorted(OFFERED)}, not {sorted(services)}")
    speech: Speech = services["speech"]
    concern = lifecycle.concerns(services["routes"].is_ours)
    app.use(middleware.once(services["inbox"], services["clock"], concern))
    sorry = errors.teller(services["slack"], speech)
    later = Later(sorry)
    app.use(middleware.offer({**services, "later": later}, speech))
    app.error(sorry)
    for word, listener in ALL.words.items():
        app.command("/voice", matchers=[_is_word(word)])(listener)
    app.command("/voice", matchers=[_is_no_word])(voice.unknown(ALL.words))
    for kind, table in TABLES.items():
        for name, listener in table.items():
            getattr(app, kind)(name)(listener)
    for prefix, listener in ALL.prefixes.items():
        app.action(re.compile(f"^{re.escape(prefix)}"))(listener)
    for kind, listener in OTHERS.items():
        getattr(app, kind)(_nobodys(kind))(listener)
        getattr(app, kind)(re.compile(""))(others.late)
    return later


def _nobodys(kind: str) -> re.Pattern[str]:
    """Return what matches every name of *kind* that no listener above answers to."""
    ours = [f"{re.escape(name)}$" for name in TABLES.get(kind, ())]
    ours += [re.escape(prefix) for prefix in ALL.prefixes] if kind == "action" else []
    ours += ["/voice$"] if kind == "command" else []
    return re.compile(f"^(?!{'|'.join(ours)})" if ours else "")


def _is_word(wanted: str) -> Callable[..., bool]:
    """Return what says whether *wanted* is the first word that was typed after /voice."""

    def matches(context: Any) -> bool:
        return bool(context["word"] == wanted)

    return matches


def _is_no_word(context: Any) -> bool:
    """Whether none of our words was typed after /voice."""
    return context["word"] not in ALL.words
