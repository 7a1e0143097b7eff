"""An ask: one decision wanted of one leader, and the commitment that comes of their answer."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.domain.week import first_instant
from bot.domain.working_days import is_working_day, working_days_after

LETTERS_TRAVEL = timedelta(minutes=15)
"""What goes out with the draft, a working day before, reaches its reader this much later at most."""

REMIND_AT = time(9)
"""When the owner is asked on the due day, by the edition's clock."""


NOBODY = ""
"""The owner of what waits where its owner has left and nobody steps in."""


class AskState(StrEnum):
    """How far an ask got. A closed list, also in the database.

    ``proposed``: on a draft. ``open``: posted and not answered. ``left_out``: on a draft once, and asked no more.
    """

    PROPOSED = "proposed"
    OPEN = "open"
    TAKEN = "taken"
    NOT_NOW = "not_now"
    KEPT = "kept"
    DROPPED = "dropped"
    LEFT_OUT = "left_out"


UNANSWERED = frozenset({AskState.PROPOSED, AskState.OPEN})
ANSWERED = frozenset({AskState.TAKEN, AskState.NOT_NOW, AskState.KEPT, AskState.DROPPED})


class CommitmentKind(StrEnum):
    """What is given to it. A closed list, also in the database."""

    BUDGET = "budget"
    PRIORITY = "priority"
    PEOPLE = "people"
    PROCESS = "process"
    PROMISE = "promise"
    KPI = "kpi"


class Passing(StrEnum):
    """What became of passing an ask on. A closed list, also in the database."""

    WAITING = "waiting"
    ACCEPTED = "accepted"
    DECLINED = "declined"


class Outcome(StrEnum):
    """What the ledger says of a commitment. A closed list, also in the JSON."""

    KEPT = "kept"
    MOVED = "moved"
    OVERDUE = "overdue"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class AskRecord:
    """One ask of one edition's week. It is asked of *owner*, maybe `NOBODY`; *chosen* is whom the draft named.

    *version* counts its wordings and givings-on, *seen* is the one that the owner was last shown, *seen_at* when they
    were first shown any. *turn* counts all changes, *told* those of which everybody was told. *stale*: what stands in
    the channel is not what should. *line* and *due* are the answer; *closing* is the line that ended or moved it.
    *records* are those of its theme in the week it was posted, each as ``source/kind/external_id``. *reported* is what
    the ledger said of it last.
    """

    id: int
    edition: str
    week: str
    theme: str
    theme_name: str
    area: str | None
    sentence: str
    chosen: str
    owner: str
    deputy: str | None
    state: AskState
    version: int = 1
    seen: int | None = None
    seen_at: datetime | None = None
    posted_at: datetime | None = None
    named: bool = False
    passed_to: str | None = None
    passed_by: str | None = None
    passing: Passing | None = None
    passes: int = 0
    kind: CommitmentKind | None = None
    line: str | None = None
    due: date | None = None
    answered_by: str | None = None
    answered_at: datetime | None = None
    moved_from: date | None = None
    closing: str | None = None
    closed_at: datetime | None = None
    records: tuple[str, ...] = ()
    reminded_for: date | None = None
    reported: str | None = None
    turn: int = 1
    told: int = 0
    stale: bool = False

    @property
    def is_unanswered(self) -> bool:
        """Whether it waits for an answer."""
        return self.state in UNANSWERED

    @property
    def waits(self) -> bool:
        """Whether its owner has something to do: to answer, or to keep what was said."""
        return self.is_unanswered or self.state is AskState.TAKEN

    @property
    def waits_for(self) -> str | None:
        """Who was asked to take it over and has not said yet."""
        return self.passed_to if self.passing is Passing.WAITING else None

    def was_seen_in_time(self, posted_at: datetime, zone: ZoneInfo, calendar: str | None) -> bool:
        """Whether its owner was shown it as it reads now, and first a working day or more before *posted_at*.

        Only then are they named in front of others: nobody is surprised in public.
        """
        if self.seen != self.version or self.seen_at is None:
            return False
        return working_days_after(self.seen_at - LETTERS_TRAVEL, 1, zone, calendar) <= posted_at

    def is_overdue(self, at: datetime, zone: ZoneInfo, calendar: str | None) -> bool:
        """Whether it was taken, and the day on which it was due, or the next working day, is over."""
        if self.state is not AskState.TAKEN or self.due is None:
            return False
        return at.astimezone(zone).date() > due_day(self.due, zone, calendar)

    def outcome(self, at: datetime, zone: ZoneInfo, calendar: str | None) -> Outcome | None:
        """Return what the ledger says of it at *at*; None where there is nothing to say."""
        if self.state is AskState.KEPT:
            return Outcome.KEPT
        if self.state is AskState.DROPPED:
            return Outcome.DROPPED
        if self.is_overdue(at, zone, calendar):
            return Outcome.OVERDUE
        return Outcome.MOVED if self.state is AskState.TAKEN and self.moved_from is not None else None

    def report(self, outcome: Outcome) -> str:
        """Name *outcome* so that it is told once: kept once, moved once to each day."""
        return f"{outcome.value}:{self.due}"


def due_day(due: date, zone: ZoneInfo, calendar: str | None) -> date:
    """Return *due* itself, or the next working day where it is none."""
    day = due
    while not is_working_day(datetime.combine(day, time(12), zone), zone, calendar):
        day += timedelta(days=1)
    return day


def remind_at(due: date, zone: ZoneInfo, calendar: str | None) -> datetime:
    """Return when the owner is asked what became of what was *due*: in the morning, on a working day."""
    return first_instant(due_day(due, zone, calendar), zone, REMIND_AT)
