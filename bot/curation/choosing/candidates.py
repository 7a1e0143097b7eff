"""Who may speak: one candidate per voice of the week, near-duplicates folded into it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from bot.curation.theming.clusters import Matrix, unit
from bot.curation.theming.lexical import hashed
from bot.domain.verbatim import Conversation, Vector, Verbatim


@dataclass(frozen=True, slots=True)
class Candidate:
    """One voice: the conversation that speaks for its near-duplicates, *members* (itself among them).

    *back* is its week, 0 the one shown; *quotable* is False where it is counted and never quoted; *theme* is the id of
    the theme that it was placed in.
    """

    conversation: Conversation
    voice: Verbatim
    members: tuple[Conversation, ...] = field(repr=False)
    back: int
    quotable: bool
    theme: str = ""

    def of(self, theme: str) -> "Candidate":
        """Return the same voice, placed in *theme*."""
        return Candidate(self.conversation, self.voice, self.members, self.back, self.quotable, theme)

    @property
    def text(self) -> str:
        """The redacted text that quotes are taken from."""
        return self.voice.features.text

    @property
    def language(self) -> str:
        """The language of its words."""
        return self.voice.features.language

    @property
    def tone(self) -> int:
        """1, 0 or -1: the customer's own rating first."""
        return self.conversation.tone

    @property
    def times(self) -> int:
        """How many near-identical conversations it stands for."""
        return len(self.members)

    @property
    def critical(self) -> int:
        """How many of its conversations are critical."""
        return sum(member.tone < 0 for member in self.members)

    @property
    def author(self) -> tuple[str, str]:
        """Who speaks: the customer, or, where none is known, the conversation."""
        return author_of(self.conversation)

    @property
    def key(self) -> str:
        """The record's key, for the draw and for ties."""
        record = self.voice.record
        return f"{record.source}/{record.kind.value}/{record.external_id}"


def author_of(conversation: Conversation) -> tuple[str, str]:
    """Return the customer behind *conversation*, or the conversation itself where none is known."""
    customer = next((r.customer for r in conversation.records if r.customer is not None), None)
    return (conversation.source, f"c:{customer}" if customer is not None else f"k:{conversation.key}")


def to_vectors(candidates: Sequence[Candidate], means: Mapping[str, Vector] | None = None) -> Matrix:
    """Stack the candidates' vectors as rows of unit length, centred by their language's mean.

    Uncentred, voices gather by language, not by topic. A voice without a vector gets zeros, near nothing; where none
    has one, they are compared by their words.
    """
    rows = [c.voice.features.vector for c in candidates]
    known = np.array([row is not None and row.any() for row in rows], dtype=bool)
    if not known.any():
        return hashed([c.text for c in candidates])
    empty = np.zeros(next(len(row) for row in rows if row is not None), dtype=np.float32)
    matrix = np.array([empty if row is None else row for row in rows], dtype=np.float32)
    if means:
        matrix[known] -= np.array([means.get(c.language, empty) for c in candidates], dtype=np.float32)[known]
    return unit(matrix)


def shown_segments(conversations: Iterable[Conversation], fewest: int = 20) -> frozenset[str]:
    """Return the segments with *fewest* different customers or more: the only ones that may be shown.

    A conversation of nobody known counts for none: twenty of them may be one customer's.
    """
    customers: dict[str, set[tuple[str, str]]] = {}
    for conversation in conversations:
        if not any(r.customer is not None for r in conversation.records):
            continue
        for segment in {r.segment for r in conversation.records if r.segment}:
            customers.setdefault(segment, set()).add(author_of(conversation))
    return frozenset(segment for segment, authors in customers.items() if len(authors) >= fewest)
