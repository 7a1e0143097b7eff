"""What every source hands over: pages of feedback, and what could not be read."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from bot.domain.feedback import Feedback


class BadValue(ValueError):  # noqa: N818 - a value, named as what it is
    """A record's value cannot be used. The message says why, and never repeats what a customer wrote."""


@dataclass(frozen=True, slots=True)
class BadRow:
    """A record that was put aside: the *line* it starts on, counted from 1, and the *reason* without its text."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class Page:
    """What is kept in one transaction, together with the *cursor* to go on from."""

    items: tuple[Feedback, ...]
    bad: tuple[BadRow, ...] = ()
    cursor: str | None = None


class Source(Protocol):
    """Anything feedback comes from. Repeating a page is harmless; skipping one is not."""

    @property
    def name(self) -> str:
        """The name its records carry."""

    def pages(self, cursor: str | None = None) -> Iterator[Page]:
        """Yield what came after *cursor*, or everything; raise SourceError when it cannot be read."""
