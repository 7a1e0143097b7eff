"""More voices of a week that is published: on a theme, or found by somebody's words, each as one of its theme's."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

import numpy as np

from bot.curation.choosing.candidates import Candidate, shown_segments, to_vectors
from bot.curation.choosing.closeness import ThemeVoices
from bot.curation.choosing.options import Picked
from bot.curation.choosing.select import pick_verbatims
from bot.curation.choosing.spoken import to_quote
from bot.curation.counts import to_counted, weeks_at_hand
from bot.curation.exclusions import Exclusions
from bot.curation.finding.asked import Asked
from bot.curation.finding.findings import speaking
from bot.curation.finding.relevance import relevant
from bot.curation.theming.placing import place, to_means
from bot.curation.theming.themes import Themes
from bot.curation.voices import to_voices
from bot.domain.digest import Digest, Quote, Reason, Slot, ThemeLine
from bot.domain.reference import to_text
from bot.domain.rules import Rules
from bot.domain.verbatim import Vector, Verbatim, to_conversations
from bot.domain.week import Week

MOST_FURTHER = 8
MOST_FOUND = 5


@dataclass(frozen=True, slots=True)
class Placed:
    """The voices of a week, each in its theme; *segments* may be shown, *means* are the middles of languages."""

    voices: Sequence[Candidate]
    segments: frozenset[str]
    means: Mapping[str, Vector]


def placed(feedback: Iterable[Verbatim], themes: Themes | None, week: Week, rules: Rules, zone: ZoneInfo) -> Placed:
    """Put the voices of *week* into their themes, as its digest did; *feedback* and *themes* as for `curate`."""
    end, exclusions = week.end(zone), Exclusions(rules)
    counted = to_counted(to_conversations(v for v in feedback if v.created_at < end), week, zone, exclusions)
    weeks = weeks_at_hand(counted)
    voices = to_voices([c for c in counted if c.back < weeks], exclusions.may_feature)
    grown, known = place(voices, themes, week, rules)
    segments = shown_segments(c.conversation for c in counted if c.reason is None)
    return Placed([voice for voice in known if voice.back == 0], segments, to_means(grown))


def further(at_hand: Placed, digest: Digest, line: ThemeLine) -> list[Quote]:
    """Return up to eight more verbatims on the theme of *line*: none that *digest* shows, no two alike."""
    ours = (voice for voice in at_hand.voices if voice.theme == line.id and _counted(voice, digest))
    voices = sorted(ours, key=lambda voice: voice.key)
    if not voices:
        return []
    shown = _shown(digest)
    theme = ThemeVoices(
        voices=voices,
        vectors=to_vectors(voices, at_hand.means),
        leans=np.zeros(len(voices)),
        past=np.zeros((0, 0), dtype=np.float32),
        usual=0.0,
        focus=0,
        grew=False,
        terms=line.terms,
    )
    picked = pick_verbatims(theme, [voice for voice in voices if voice.key in shown], MOST_FURTHER)
    return _quotes(picked, at_hand, digest)


def found(at_hand: Placed, digest: Digest, asked: Asked, meant: Vector) -> list[Quote]:
    """Return up to five voices of *digest*'s week that *asked* finds: on themes that it shows, not there already."""
    shown, lines = _shown(digest), {line.id for line in digest.themes}
    matches = relevant(asked, meant, [voice for voice in at_hand.voices if _counted(voice, digest)])
    said = speaking(matches, asked, MOST_FOUND, lambda voice: voice.key not in shown and voice.theme in lines)
    picked = [
        Picked(voice, excerpt, Slot.VERBATIM, (Reason(code=excerpt.how, values={"words": excerpt.words}),))
        for voice, excerpt in said
    ]
    return _quotes(picked, at_hand, digest)


def _counted(voice: Candidate, digest: Digest) -> bool:
    """Whether *digest* looked at the source of *voice*: one that was stale then was left out."""
    return voice.conversation.source in digest.counts.by_source


def _shown(digest: Digest) -> set[str]:
    return {to_text(quote.record) for quote in digest.quotes}


def _quotes(picked: Sequence[Picked], at_hand: Placed, digest: Digest) -> list[Quote]:
    lines = {line.id: line for line in digest.all_themes}
    return [to_quote(each, lines, digest.counts.conversations, at_hand.segments) for each in picked]
