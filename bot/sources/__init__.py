"""How feedback comes in: one file per support tool or file format."""

from importlib import import_module
from typing import TYPE_CHECKING

from bot.errors import UsageError

if TYPE_CHECKING:
    from bot.settings import Settings
    from bot.sources.connector import Connector

SOURCES = {"zendesk": "bot.sources.zendesk:Zendesk"}
"""Every support tool that can be read: its name, and where its class is."""


def open_source(name: str, settings: "Settings") -> "Connector | None":
    """Open the source called *name*, None where the *settings* have no account; SettingsError where they have half."""
    source: Connector | None = kind_of(name).open(settings)
    return source


def kind_of(name: str) -> "type[Connector]":
    """Return the class of the source called *name*: what it is called, what its form asks, what its streams are."""
    if name not in SOURCES:
        raise UsageError(f"there is no source {name!r}; there are: {', '.join(SOURCES)}")
    module, _, kind = SOURCES[name].partition(":")
    found: type[Connector] = getattr(import_module(module), kind)
    return found


def configured(settings: "Settings") -> list[str]:
    """Return the names of the sources that the *settings* have accounts for."""
    found = []
    for name in SOURCES:
        source = open_source(name, settings)
        if source is not None:
            source.close()
            found.append(name)
    return found
