"""A customer's words as everything downstream sees them: redacted, with what was learnt about them once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from bot.domain.feedback import Rating, RecordRef

Vector = NDArray[np.float32]
Signature = NDArray[np.uint32]


class LeftOut(StrEnum):
    """Why a conversation is counted but not eligible. A closed list, also in the JSON."""

    NO_WORDS = "no_words"
    AUTO_REPLY = "auto_reply"
    SPAM = "spam"
    EMPTY_THANKS = "empty_thanks"
    EXCLUDED = "excluded"


@dataclass(frozen=True, slots=True)
class Features:
    """What depends on one text alone; made once, kept by text hash and rules version.

    *text* is the redacted text, in which every quote is an exact substring. *noise* is the reason why it is no
    voice. *tone* is the sentiment of the words alone: 1, 0 or -1. *sensitive* marks special categories (health,
    religion, union, sexuality, minors): counted, never quoted. *doubt* marks text in which redaction may have left
    personal data: counted, never quoted. *signature* (64 × uint32 MinHash) finds near-duplicates;
    *vector* (512 × float32, unit length, rounded) is None where there are no words.
    """

    text: str
    language: str
    tone: int
    noise: LeftOut | None
    sensitive: bool
    doubt: bool
    signature: Signature | None = field(repr=False)
    vector: Vector | None = field(repr=False)


@dataclass(frozen=True, slots=True)
class Verbatim:
    """One stored record with its features. What is not *featured* is counted and never quoted."""

    record: RecordRef
    conversation: str
    created_at: datetime
    features: Features
    rating: Rating | None = None
    customer: str | None = None
    segment: str | None = None
    tags: tuple[str, ...] = ()
    url: str | None = None
    solved_at: datetime | None = None
    reopened: bool | None = None
    featured: bool = True

    @property
    def tone(self) -> int:
        """The sentiment: the customer's own rating first, else the words'."""
        return self.rating.tone if self.rating is not None else self.features.tone

    @property
    def sort_key(self) -> tuple[datetime, str, str, str]:
        """One order for every run, whatever order the rows came in."""
        return (self.created_at, self.record.source, self.record.kind, self.record.external_id)


@dataclass(frozen=True, slots=True)
class Conversation:
    """What is counted: all records of one conversation, oldest first.

    *voice* is the record that speaks for it: its first with words of the customer's that are no noise, else None.
    """

    source: str
    key: str
    records: tuple[Verbatim, ...]
    voice: Verbatim | None
    left_out: LeftOut | None

    @property
    def at(self) -> datetime:
        """When it counts: the moment of its first customer words; an auto-reply's are none where others follow."""
        first_words = self.voice or next((r for r in self.records if r.features.text), self.records[0])
        return first_words.created_at

    @property
    def rating(self) -> Rating | None:
        """Its newest rating."""
        return next((r.rating for r in reversed(self.records) if r.rating is not None), None)

    @property
    def tone(self) -> int:
        """The conversation's sentiment: its newest rating first, else its voice's."""
        if self.rating is not None:
            return self.rating.tone
        return self.voice.tone if self.voice is not None else 0


def to_conversations(verbatims: Iterable[Verbatim]) -> list[Conversation]:
    """Group records into conversations, in one order whatever order the rows came in."""
    groups: dict[tuple[str, str], list[Verbatim]] = {}
    for verbatim in sorted(verbatims, key=lambda v: v.sort_key):
        groups.setdefault((verbatim.record.source, verbatim.conversation), []).append(verbatim)
    return [_to_conversation(source, key, records) for (source, key), records in groups.items()]


def _to_conversation(source: str, key: str, records: Sequence[Verbatim]) -> Conversation:
    worded = [r for r in records if r.features.text]
    voice = next((r for r in worded if r.features.noise is None), None)
    reason = None if voice else (worded[0].features.noise if worded else LeftOut.NO_WORDS)
    return Conversation(source, key, tuple(records), voice, reason)
