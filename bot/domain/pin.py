"""A voice that a curator found and may pin into a draft, written so that a button can carry it."""

import json
from dataclasses import dataclass

from bot.domain.digest import Denominator, Digest, Quote, Reason, Slot
from bot.domain.draft import Why
from bot.domain.feedback import RecordRef
from bot.domain.reasons import ReasonCode
from bot.domain.reference import ThemeKey, read_record, to_text
from bot.domain.verbatim import Verbatim


@dataclass(frozen=True, slots=True)
class DraftRef:
    """Which *draft* is meant, the *turn* that its reader had before them, and *why* they want to change it."""

    draft: str
    turn: int
    why: Why | None = None

    @classmethod
    def read(cls, value: str) -> "DraftRef":
        """Read it back from ``draft.turn``, or ``draft.turn.why``."""
        draft, turn, *why = value.split(".")
        return cls(draft, int(turn), Why(why[0]) if why else None)

    def __str__(self) -> str:
        return ".".join([self.draft, str(self.turn), *([self.why.value] if self.why else [])])


@dataclass(frozen=True, slots=True)
class Pin:
    """A quote found for a draft: where it is, and what is known of it beyond its record. It carries no words."""

    ref: DraftRef
    record: RecordRef
    start: int
    end: int
    theme: str
    how: ReasonCode
    words: int
    times: int
    tone: int
    segment: str | None

    @classmethod
    def of(cls, ref: DraftRef, digest: Digest, quote: Quote) -> "Pin":
        """Return what a button carries of *quote*, found for *digest*."""
        line = next(line for line in digest.all_themes if line.id == quote.theme)
        how = quote.reasons[0]
        return cls(
            ref=ref,
            record=quote.record,
            start=quote.start,
            end=quote.end,
            theme=ThemeKey.of(digest, line).place,
            how=how.code,
            words=int(how.values["words"]),
            times=quote.times,
            tone=quote.tone,
            segment=quote.segment,
        )

    @classmethod
    def read(cls, value: str) -> "Pin | None":
        """Read it back from what a button carried; None where that is something else."""
        ref, record, start, end, theme, how, words, times, tone, segment = json.loads(value)
        found = read_record(record)
        if found is None:
            return None
        return cls(DraftRef.read(ref), found, start, end, theme, ReasonCode(how), words, times, tone, segment)

    def __str__(self) -> str:
        place = [str(self.ref), to_text(self.record), self.start, self.end, self.theme]
        return json.dumps([*place, self.how.value, self.words, self.times, self.tone, self.segment])

    def quote(self, digest: Digest, said: Verbatim) -> Quote | None:
        """Return the quote out of the record *said*, one of its theme's in *digest*; None where that is gone."""
        line = ThemeKey(digest.edition, digest.week, self.theme).find(digest)
        text = said.features.text
        if line is None or not 0 <= self.start < self.end <= len(text):
            return None
        among = digest.counts.conversations
        return Quote(
            slot=Slot.VERBATIM,
            theme=line.id,
            record=said.record,
            start=self.start,
            end=self.end,
            text=text[self.start : self.end],
            language=said.features.language,
            denominator=Denominator(theme=line.name, of_theme=line.count, of_conversations=among),
            reasons=(Reason(code=self.how, values={"words": self.words}),),
            said_at=said.created_at,
            tone=self.tone,
            times=self.times,
            segment=self.segment,
            url=said.url,
        )
