"""A change that lowers protection, while it waits for a second admin and after."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from bot.domain.protection import Lowering

EDITION = "edition"
ROLE = "role"


class PendingState(StrEnum):
    """What became of it. ``stale``: what it was to change had changed meanwhile, so it must be asked for anew."""

    OPEN = "open"
    AGREED = "agreed"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    STALE = "stale"


@dataclass(frozen=True, slots=True)
class Pending:
    """What *asked_by* wants to change: *kind* and *target* say about what, *change* holds it whole.

    An edition: *target* is its name, *change* the *edition* as it shall be and the names of the fields that are
    *changed*. A role: *target* is the role, *change* the *member* and whether it is *given*. *seen* tells the state
    that it was asked against.
    """

    id: int
    kind: str
    target: str
    change: dict[str, Any] = field(default_factory=dict)
    reasons: tuple[Lowering, ...] = ()
    asked_by: str = ""
    asked_at: datetime | None = None
    seen: str | None = None
    state: PendingState = PendingState.OPEN
    decided_by: str | None = None

    @property
    def edition(self) -> dict[str, Any]:
        """The edition as it shall be; empty where it is about a role."""
        found: dict[str, Any] = self.change.get("edition", {})
        return found
