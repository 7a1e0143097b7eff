"""A whole conversation as it may be read: every record in order, and where words are left out, why."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain.feedback import Rating, RecordRef


class Unshown(StrEnum):
    """Why words are counted and not shown. A closed list."""

    EXCLUDED = "excluded"
    DO_NOT_FEATURE = "do-not-feature"
    SENSITIVE = "sensitive"
    DOUBT = "doubt"
    AUTO_REPLY = "auto-reply"
    SPAM = "spam"


@dataclass(frozen=True, slots=True)
class Line:
    """One record: its redacted *text*, empty where it only rates, None where *unshown* says why it is not there."""

    record: RecordRef
    at: datetime
    text: str | None
    rating: Rating | None = None
    unshown: Unshown | None = None


@dataclass(frozen=True, slots=True)
class Transcript:
    """A conversation of one *source*, oldest line first. *unshown*: why none of its words are shown, if so."""

    source: str
    lines: tuple[Line, ...]
    unshown: Unshown | None = None
    url: str | None = None
