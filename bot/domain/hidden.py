"""A record that somebody took out of what was posted: *something should not be here*."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from bot.domain.digest import Digest
from bot.domain.feedback import RecordRef


class HiddenState(StrEnum):
    """What became of it. A closed list, also in the database. ``kept``: a curator agreed; ``lifted``: put back."""

    HIDDEN = "hidden"
    KEPT = "kept"
    LIFTED = "lifted"


class HideReason(StrEnum):
    """Why somebody thought so. A closed list, also in the audit log."""

    PERSONAL = "personal"
    WRONG = "wrong"
    HURTS = "hurts"
    OTHER = "other"
    UNSAID = "unsaid"


class Place(NamedTuple):
    """Which quote of which digest: the *number* among all that the digest of *edition* and *week* holds."""

    edition: str
    week: str
    number: int

    def __str__(self) -> str:
        return f"{self.edition}:{self.week}:{self.number}"

    @classmethod
    def parse(cls, text: str) -> "Place":
        """Read what `str` of a place wrote."""
        edition, week, number = text.split(":")
        return cls(edition, week, int(number))


@dataclass(frozen=True, slots=True)
class Hidden:
    """A *record* that is not to be quoted, unless it was lifted again. Who took it out is in the audit log alone.

    *edition* and *week* are those of the digest that it was taken out of. Each decision is a new *turn*; *told* is the
    last one that curators and admins heard of. *stale*: what is stored or stands in Slack may still be as before.
    """

    id: int
    record: RecordRef
    edition: str
    week: str
    reason: HideReason
    state: HiddenState
    turn: int
    told: int
    stale: bool
    said_at: datetime
    changed_at: datetime

    @property
    def is_out(self) -> bool:
        """Whether it is not to be quoted now."""
        return self.state is not HiddenState.LIFTED


def as_posted(digest: Digest) -> Digest:
    """Return *digest* before anything in it was taken out or corrected: what its layout is made for."""
    quotes = tuple(quote.model_copy(update={"hidden": False}) if quote.hidden else quote for quote in digest.quotes)
    return digest.model_copy(update={"quotes": quotes, "correction": None, "corrected_at": None})
