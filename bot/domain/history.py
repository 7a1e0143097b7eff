"""What earlier editions said: the memory that keeps a digest from repeating itself."""

from pydantic import Field

from bot.domain.area import Ownership
from bot.domain.digest import Digest, Slot
from bot.domain.model import Model
from bot.domain.week import Week


class PastEdition(Model):
    """What one published digest showed. *shown* are theme ids, the *lead*'s among them.

    *voice_segment* and *voice_area* are those of its voice of the week, None where it showed none. *weeks* says per
    theme shown for how many weeks running it had been there. *counts* and *critical* are the numbers that it gave every
    theme: all conversations, and those of negative tone.
    """

    week: str
    lead: str | None = None
    shown: tuple[str, ...] = ()
    voice_segment: str | None = None
    voice_area: str | None = None
    weeks: dict[str, int] = Field(default_factory=dict)
    counts: dict[str, int] = Field(default_factory=dict)
    critical: dict[str, int] = Field(default_factory=dict)

    @classmethod
    def of(cls, digest: Digest) -> "PastEdition":
        """What is to be remembered of *digest* once it is published."""
        voice = next((q for q in digest.quotes if q.slot is Slot.VOICE), None)
        lead = next((line for line in digest.themes if line.id == digest.lead), None)
        return cls(
            week=digest.week,
            lead=digest.lead,
            shown=tuple(line.id for line in digest.themes),
            voice_segment=voice.segment if voice else None,
            voice_area=lead.area if voice and lead else None,
            weeks={line.id: line.weeks for line in digest.themes},
            counts={line.id: line.count for line in digest.all_themes},
            critical={line.id: line.critical for line in digest.all_themes},
        )


class History(Model):
    """Earlier *published* editions, in any order, and what is open about themes now.

    *overdue* are the theme ids whose commitment is overdue; *answered* those whose ask was answered since their last
    lead. *known* says by theme id what people here made of a theme: its name, its area, its owner. Drafts and
    previews are no history.
    """

    editions: tuple[PastEdition, ...] = ()
    overdue: frozenset[str] = frozenset()
    answered: frozenset[str] = frozenset()
    known: dict[str, Ownership] = Field(default_factory=dict)

    def before(self, week: str) -> tuple[PastEdition, ...]:
        """The editions of weeks before *week*, newest first (``2026-W46`` sorts as text)."""
        return tuple(sorted((e for e in self.editions if e.week < week), key=lambda e: e.week, reverse=True))

    def last_week(self, week: str) -> PastEdition | None:
        """The edition of the week before *week*, None where it was not published."""
        last = str(Week.parse(week).previous)
        return next((edition for edition in self.editions if edition.week == last), None)

    def led_running(self, theme: str, week: str) -> int:
        """How many editions running, up to *week*, *theme* has led. A week without one does not break it."""
        running = 0
        for edition in self.before(week):
            if edition.lead != theme:
                break
            running += 1
        return running

    def last_voices(self, week: str, count: int = 3) -> tuple[PastEdition, ...]:
        """The last *count* editions before *week* that had a lead, and so a voice."""
        return tuple(e for e in self.before(week) if e.lead is not None)[:count]
