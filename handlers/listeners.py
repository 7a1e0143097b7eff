"""What a noun of the product answers when Slack calls: its listeners, by the names that Slack gives them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

Listener = Callable[..., None]
Names = Mapping[str, Listener]

KINDS = ("commands", "words", "shortcuts", "actions", "prefixes", "options", "views", "events")


@dataclass(frozen=True)
class Listeners:
    """Listeners by name: *commands* as the manifest has them, *words* that follow ``/voice``, and what our own messages
    and forms carry (`bot.blocks.ids`); *prefixes* are the beginnings of actions that carry more than a name.
    """

    commands: Names = field(default_factory=dict)
    words: Names = field(default_factory=dict)
    shortcuts: Names = field(default_factory=dict)
    actions: Names = field(default_factory=dict)
    prefixes: Names = field(default_factory=dict)
    options: Names = field(default_factory=dict)
    views: Names = field(default_factory=dict)
    events: Names = field(default_factory=dict)


def together(nouns: Iterable[Listeners]) -> Listeners:
    """Put the listeners of all *nouns* into one table; TypeError where two answer to one name."""
    tables: dict[str, dict[str, Listener]] = {kind: {} for kind in KINDS}
    for noun in nouns:
        for kind, table in tables.items():
            found: Names = getattr(noun, kind)
            if twice := sorted(table.keys() & found.keys()):
                raise TypeError(f"two listeners answer to {kind} {twice}")
            table.update(found)
    return Listeners(**tables)
