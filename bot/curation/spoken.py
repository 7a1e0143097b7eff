"""The quotes of a digest: who was picked, with what each is one of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.curation.candidates import Candidate, to_vectors
from bot.curation.closeness import ThemeVoices, focus_of
from bot.curation.draw import draw
from bot.curation.lead import Choice, Standing
from bot.curation.options import Picked, drawn_excerpt
from bot.curation.praise import pick_praise
from bot.curation.select import pick_verbatims, pick_voice
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


def to_spoken(
    choice: Choice, placed: Sequence[Candidate], means: Means, seed: str, last: Sequence[PastEdition]
) -> Spoken:
    """Let the customers speak. The blind draw is made first, so that no choice bends it; nobody speaks twice."""
    week = [c for c in placed if c.back == 0]
    made, drawn = _drawn(week, seed)
    taken = [p.candidate for p in drawn]
    themes = [_theme_voices(standing, placed, means) for standing in choice.shown]
    voice = pick_voice(themes[0], taken, last) if choice.lead else None
    picked = [voice, *drawn] if voice else drawn
    verbatims: list[Picked] = []
    for theme in themes:
        verbatims += pick_verbatims(theme, [p.candidate for p in picked])
    return Spoken((*picked, *verbatims), tuple(pick_praise(week)), made)


def _drawn(week: Sequence[Candidate], seed: str) -> tuple[Draw | None, list[Picked]]:
    found = draw(week, seed, lambda c: c.quotable and drawn_excerpt(c.text) is not None)
    excerpt = drawn_excerpt(found[1].text) if found else None
    if found is None or excerpt is None:
        return None, []
    made, candidate, position = found
    how = Reason(code=excerpt.how, values={"words": excerpt.words})
    why = Reason(code=ReasonCode.DRAWN_BLIND, values={"position": position, "pool": made.pool})
    return made, [Picked(candidate, excerpt, Slot.BLIND_DRAW, (why, how))]


def _theme_voices(standing: Standing, placed: Sequence[Candidate], means: Means) -> ThemeVoices:
    line = standing.line
    ours = [c for c in placed if c.theme == line.id]
    now = sorted((c for c in ours if c.back == 0), key=lambda c: c.key)
    focus = focus_of(now, standing.critical)
    before = [c for c in ours if c.back > 0 and focus in (0, c.tone)]
    return ThemeVoices(
        voices=now,
        vectors=to_vectors(now, means),
        past=to_vectors(before, means),
        usual=len(before) / max((c.back for c in placed), default=1) if before else 0.0,
        focus=focus,
        grew=line.label in (Label.RISING, Label.NEW),
        terms=line.terms,
        area=line.area,
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
