"""One message on its way to Slack, and what is known about it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain.message import Message

DIGEST = "digest"
NOTICE = "notice"
WIN = "win"
SETUP = "setup"

LOOKED_FOR = frozenset({DIGEST, WIN, SETUP})
"""What stands in channels: it must not be there twice, so it is looked for before a second try."""

LATE = timedelta(minutes=10)
"""So long after a post was due it may have been posted already, from a database that was restored since."""


class State(StrEnum):
    """How far a post got. A closed list, also in the database. ``recalled``: it is not wanted any more."""

    PENDING = "pending"
    SENDING = "sending"
    UNKNOWN = "unknown"
    HELD = "held"
    BLOCKED = "blocked"
    DONE = "done"
    RECALLED = "recalled"


@dataclass(frozen=True, slots=True)
class Post:
    """One message: *part* 0 is the parent, part n the nth message of its thread.

    *sure_at* is when we last knew for certain that it is not posted; None after an *attempt*: nobody knows.
    *next_at* is when it is looked at again, by the database's clock; *ts* is where it stands in Slack. *revision*
    counts the corrections of its message.
    """

    id: int
    kind: str
    target: str
    period: str
    part: int
    key: str
    channel: str
    message: Message
    state: State
    due_at: datetime
    look_from: datetime
    next_at: datetime
    attempt: int
    sure_at: datetime | None
    token: str | None
    ts: str | None
    reason: str | None
    revision: int = 0

    @property
    def in_doubt(self) -> bool:
        """Whether an earlier attempt may have posted it."""
        return self.attempt > 0 and self.sure_at is None

    @property
    def is_under_way(self) -> bool:
        """Whether it is posted, or somebody is at it."""
        return self.state not in (State.PENDING, State.BLOCKED)

    def is_late(self, now: datetime) -> bool:
        """Whether so much time passed without certainty that it must be looked for before it is sent."""
        return now - max(self.due_at, self.sure_at or self.due_at) > LATE

    @property
    def may_be_resolved(self) -> bool:
        """Whether a person's word can settle it: nobody else knows whether it was posted, or where."""
        uncertain = self.state in (State.HELD, State.UNKNOWN) or (self.state is State.BLOCKED and self.in_doubt)
        return uncertain or (self.state is State.DONE and self.ts is None)

    @property
    def is_lost(self) -> bool:
        """Whether nobody but a person can say whether it stands in Slack, or where."""
        return self.may_be_resolved and self.state is not State.UNKNOWN
