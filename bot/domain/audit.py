"""One change, as the audit log keeps it."""

from dataclasses import dataclass, field
from datetime import datetime

APP = "voxpop"
"""The actor where no person was one."""
SOMEBODY = "colleague"
"""The actor where a person was one and was promised not to be named, in the log neither."""


@dataclass(frozen=True, slots=True)
class Entry:
    """*actor* did *action* to *target*, as ``win:12``. *detail* holds terms and numbers, never anybody's words."""

    at: datetime
    actor: str
    action: str
    target: str
    detail: dict[str, str | int] = field(default_factory=dict)
