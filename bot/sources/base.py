"""What every source hands over: pages of feedback, and what could not be read."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.domain.feedback import Feedback, Kind


class BadValue(ValueError):  # noqa: N818 - a value, named as what it is
    """A record's value cannot be used. The message says why, and never repeats what a customer wrote."""


UNEXPECTED = (AttributeError, KeyError, TypeError, ValueError, OverflowError)
"""What reading an answer raises that is shaped otherwise than the tool's documents say."""


@dataclass(frozen=True, slots=True)
class BadRow:
    """A record that was put aside: the *line* it starts on, counted from 1, and the *reason* without its text."""

    line: int
    reason: str

    @property
    def place(self) -> str:
        """Where it stands, in words."""
        return f"line {self.line}"


@dataclass(frozen=True, slots=True)
class BadRecord:
    """The same for a record of a tool: its *place* is stream and id."""

    place: str
    reason: str


@dataclass(frozen=True, slots=True)
class Gone:
    """What was taken away at the source: the whole *conversation*, or only its record *external_id* of *kind*.

    Versions up to *at* disappear and do not come back by a later pull; a newer one of a conversation does. With *since*
    those before it stay.
    """

    conversation: str
    at: datetime
    kind: Kind | None = None
    external_id: str | None = None
    since: datetime | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """What is kept in one transaction, together with the *cursor* to go on from.

    *last*: nothing comes after it now. *at*: the moment that it has come to, where the source goes by time.
    """

    items: tuple[Feedback, ...]
    bad: tuple[BadRow | BadRecord, ...] = ()
    cursor: str | None = None
    gone: tuple[Gone, ...] = ()
    last: bool = False
    at: datetime | None = None


class Source(Protocol):
    """Anything feedback comes from. Repeating a page is harmless; skipping one is not."""

    @property
    def name(self) -> str:
        """The name its records carry."""

    def pages(self, cursor: str | None = None) -> Iterator[Page]:
        """Yield what came after *cursor*, or everything; raise SourceError when it cannot be read."""
