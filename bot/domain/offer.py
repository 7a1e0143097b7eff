"""Ten minutes with a customer: a call back that was agreed to, or a slot to listen in that an agent opened."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

AGREED_WITHIN = timedelta(days=60)
"""An agreement that is older was to another call."""


class OfferKind(StrEnum):
    """How somebody meets a customer. A closed list, also in the database and the JSON."""

    READ = "read"
    CALL = "call"
    LISTEN = "listen"


class OfferState(StrEnum):
    """How far an offer got. A closed list, also in the database."""

    OPEN = "open"
    TAKEN = "taken"
    DEBRIEFED = "debriefed"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class OfferRecord:
    """One offer that somebody recorded. *record* names the conversation it is about, *url* leads there.

    A call has *agreed_on* and *agreed_how*: the customer's recorded agreement. Listening in has *slot_at*, which the
    agent *opened_by* opened. *first* is who is asked first, privately, since *first_at*; *taken_by* who took it.
    """

    id: int
    kind: OfferKind
    record: str
    opened_by: str
    created_at: datetime
    theme: str | None = None
    url: str | None = None
    agreed_on: date | None = None
    agreed_how: str | None = None
    slot_at: datetime | None = None
    state: OfferState = OfferState.OPEN
    first: str | None = None
    first_at: datetime | None = None
    asked: tuple[str, ...] = ()
    taken_by: str | None = None
    taken_at: datetime | None = None
    turn: int = 1

    def is_over(self, now: datetime) -> bool:
        """Whether nobody can take it any more: its slot has begun, or the customer agreed to a call too long ago."""
        if self.agreed_on is not None and is_too_old(self.agreed_on, now):
            return True
        return self.slot_at is not None and self.slot_at <= now


def is_too_old(agreed_on: date, now: datetime) -> bool:
    """Whether what a customer agreed to on that day is no agreement to a call *now*."""
    return agreed_on < now.date() - AGREED_WITHIN


def next_in_turn(people: Iterable[str], last: Mapping[str, datetime], asked: Iterable[str]) -> str | None:
    """Return who of *people* took an offer least recently, of those not *asked* yet: never comes before long ago.

    Fair rotation needs the last time alone; how often is nobody's business.
    """
    left = [person for person in dict.fromkeys(people) if person not in set(asked)]
    return min(left, key=lambda person: (last.get(person) is not None, last.get(person), person), default=None)
