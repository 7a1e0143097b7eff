"""The quotes of a digest: who was picked, with what each is one of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from bot.curation.choosing.candidates import Candidate, to_vectors
from bot.curation.choosing.closeness import ThemeVoices, focus_of
from bot.curation.choosing.draw import draws
from bot.curation.choosing.lead import Choice, Standing
from bot.curation.choosing.options import Picked, drawn_excerpt
from bot.curation.choosing.select import pick_verbatims, pick_voice
from bot.curation.theming.clusters import Matrix
from bot.curation.tone.leaning import learn_leaning
from bot.curation.tone.praise import pick_praise
from bot.domain.digest import Denominator, Draw, Label, Quote, Reason, Slot, ThemeLine
from bot.domain.history import PastEdition
from bot.domain.reasons import ReasonCode
from bot.domain.verbatim import Vector

Means = Mapping[str, Vector]


@dataclass(frozen=True, slots=True)
class Spoken:
    """What is quoted: the voice of the week, the blind draw and each shown theme's verbatims; and praise to propose."""

    quotes: tuple[Picked, ...]
    praise: tuple[Picked, ...]
    draw: Draw | None


@dataclass(frozen=True, slots=True)
class Speakers:
    """Everybody who was *placed*, with what is needed to let them speak for a theme."""

    placed: Sequence[Candidate]
    vectors: Matrix = field(repr=False)
    leans: NDArray[np.floating] = field(repr=False)

    @property
    def week(self) -> list[Candidate]:
        """The voices of the week shown."""
        return [c for c in self.placed if c.back == 0]

    def on(self, standing: Standing) -> ThemeVoices:
        """Return the voices of one theme."""
        return _theme_voices(standing, self.placed, self.vectors, self.leans)


def to_speakers(placed: Sequence[Candidate], means: Means) -> Speakers:
    """Compare everybody's words once."""
    vectors = to_vectors(placed, means)
    leaning = learn_leaning(placed, vectors)
    return Speakers(placed, vectors, leaning.of(vectors) if leaning else np.zeros(len(placed)))


def to_spoken(
    choice: Choice, placed: Sequence[Candidate], means: Means, seed: str, last: Sequence[PastEdition]
) -> Spoken:
    """Let the customers speak. The blind draw is made first, so that no choice bends it; nobody speaks twice."""
    return let_speak(choice, to_speakers(placed, means), seed, last)


def let_speak(choice: Choice, speakers: Speakers, seed: str, last: Sequence[PastEdition]) -> Spoken:
    """The same, with everybody's words compared already."""
    made, drawn = to_drawn(speakers.week, seed, 1)
    taken = [p.candidate for p in drawn]
    themes = [speakers.on(standing) for standing in choice.shown]
    voice = pick_voice(themes[0], taken, last) if choice.lead else None
    picked = [voice, *drawn] if voice else drawn
    verbatims: list[Picked] = []
    for theme in themes:
        verbatims += pick_verbatims(theme, [p.candidate for p in picked])
    praise = pick_praise(
        [c for c, lean in zip(speakers.placed, speakers.leans, strict=True) if c.back == 0 and lean >= 0]
    )
    return Spoken((*picked, *verbatims), tuple(praise), made)


def to_drawn(week: Sequence[Candidate], seed: str, most: int) -> tuple[Draw | None, list[Picked]]:
    """Return the blind draw and up to *most* voices in its order that may be quoted; the first one is drawn."""
    found = draws(week, seed, lambda c: c.quotable and drawn_excerpt(c.text) is not None)
    made, picked = None, []
    for draw, candidate, position in islice(found, most):
        excerpt = drawn_excerpt(candidate.text)
        if excerpt is None:
            continue
        made = draw
        how = Reason(code=excerpt.how, values={"words": excerpt.words})
        why = Reason(code=ReasonCode.DRAWN_BLIND, values={"position": position, "pool": draw.pool})
        picked.append(Picked(candidate, excerpt, Slot.BLIND_DRAW, (why, how)))
    return made, picked


def _theme_voices(
    standing: Standing, placed: Sequence[Candidate], vectors: Matrix, leans: NDArray[np.floating]
) -> ThemeVoices:
    line = standing.line
    ours = [place for place, c in enumerate(placed) if c.theme == line.id]
    now = sorted((place for place in ours if placed[place].back == 0), key=lambda place: placed[place].key)
    voices = [placed[place] for place in now]
    focus = focus_of(voices, standing.critical)
    before = [place for place in ours if placed[place].back > 0 and focus in (0, placed[place].tone)]
    return ThemeVoices(
        voices=voices,
        vectors=vectors[now],
        leans=leans[now],
        past=vectors[before],
        usual=len(before) / max(1, *(c.back for c in placed)),
        focus=focus,
        grew=line.label in (Label.RISING, Label.NEW),
        terms=line.terms,
        area=line.area,
        complaints=standing.moved and standing.critical,
    )


def to_quote(picked: Picked, lines: Mapping[str, ThemeLine], conversations: int, segments: frozenset[str]) -> Quote:
    """Copy *picked* out of its text, exact, with its denominator; a segment only where it is among *segments*."""
    candidate, excerpt = picked.candidate, picked.excerpt
    line, segment = lines[candidate.theme], candidate.voice.segment
    return Quote(
        slot=picked.slot,
        theme=line.id,
        record=candidate.voice.record,
        start=excerpt.start,
        end=excerpt.end,
        text=candidate.text[excerpt.start : excerpt.end],
        language=candidate.language,
        denominator=Denominator(theme=line.name, of_theme=line.count, of_conversations=conversations),
        reasons=picked.reasons,
        said_at=candidate.voice.created_at,
        tone=candidate.tone,
        times=candidate.times,
        segment=segment if segment in segments else None,
        url=candidate.voice.url,
    )
