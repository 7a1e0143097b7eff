"""A name for a state of what is set: what somebody had before them when they decided to change it."""

import hashlib
from collections.abc import Sequence

from bot.domain.edition import Edition
from bot.domain.model import Model

_MOVES_BY_ITSELF = {"off", "shadow_weeks"}
"""What the clock changes about an edition: no admin is told that somebody was faster because of it."""


def fingerprint(*things: Model | Sequence[Model] | str | None) -> str:
    """Name a state of what is set: the same state has the same name, another one another."""
    found = hashlib.sha256()
    for thing in things:
        for each in [thing] if thing is None or isinstance(thing, str | Model) else thing:
            found.update(_as_text(each).encode())
            found.update(b"\x1f")
    return found.hexdigest()[:16]


def _as_text(thing: Model | str | None) -> str:
    if isinstance(thing, Edition):
        return thing.model_dump_json(exclude=_MOVES_BY_ITSELF)
    return thing.model_dump_json() if isinstance(thing, Model) else str(thing)


def with_state(name: str, state: str) -> str:
    """Return the value of a button that changes what is called *name*, seen in *state*."""
    return f"{state}|{name}"


def read_state(value: str) -> tuple[str, str]:
    """Return name and state of a button's *value*."""
    state, _, name = value.partition("|")
    return name, state
