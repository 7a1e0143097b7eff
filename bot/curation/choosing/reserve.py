"""What stands ready beside a digest: who else could lead, who else could speak, who would be drawn next."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from bot.curation.choosing.candidates import Candidate
from bot.curation.choosing.lead import Choice, Standing
from bot.curation.choosing.options import Picked
from bot.curation.choosing.select import pick_verbatims, rank_voices
from bot.curation.choosing.spoken import Speakers, Spoken, to_drawn
from bot.domain.digest import Label, Quote, Slot
from bot.domain.history import History
from bot.domain.reference import to_text
from bot.domain.reserve import Reserve, ReservedTheme, Series

LARGEST = 12
"""Themes that somebody could speak for, besides those that moved or keep coming up: others are never shown."""
MOST_VOICES = 8
MOST_DRAWS = 10
MOST_PLACED = 20_000
"""Voices whose theme is remembered, to pin one; in a week of more, those placed last cannot be pinned."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """A digest's choice with what it was made from; *weeks* are at hand, the one shown included."""

    standings: Sequence[Standing]
    choice: Choice
    speakers: Speakers
    spoken: Spoken
    weeks: int


def to_reserve(
    chosen: Chosen,
    series: Mapping[str, Series],
    history: History,
    week: str,
    seed: str,
    copy: Callable[[Picked], Quote],
) -> Reserve:
    """Set aside what a curator may want instead of what was chosen, in the order of the same rules.

    *copy* copies a quote out of its text.
    """
    drawn = to_drawn(chosen.speakers.week, seed, MOST_DRAWS)[1]
    last = history.last_voices(week)
    themes = []
    for place, standing in enumerate(chosen.standings):
        voices: list[Picked] = []
        first: list[Picked] = []
        more: list[Picked] = []
        if place < LARGEST or standing.moved or standing.line.label is Label.PERSISTENT:
            voices = rank_voices(chosen.speakers.on(standing), [p.candidate for p in drawn[:1]], last, MOST_VOICES)
            first, more = _verbatims(chosen, standing, drawn[:1])
        themes.append(
            ReservedTheme(
                line=standing.line,
                weight=standing.weight,
                improving=standing.improving,
                praise=standing.praise,
                residual=standing.residual,
                voices=tuple(map(copy, voices)),
                verbatims=tuple(map(copy, [*first, *more])),
                seats=len(first),
            )
        )
    return Reserve(
        weeks_before=chosen.weeks - 1,
        history=history,
        themes=tuple(themes),
        series=dict(series),
        draws=tuple(map(copy, drawn)),
        themes_of=_themes_of(chosen.speakers.week),
    )


def _themes_of(week: Sequence[Candidate]) -> dict[str, str]:
    """Return the theme of every voice of the week by its record's key, near-duplicates' among them."""
    spoken = ((member.voice, voice.theme) for voice in week[:MOST_PLACED] for member in voice.members)
    return {to_text(voice.record): theme for voice, theme in spoken if voice is not None}


def _verbatims(chosen: Chosen, standing: Standing, drawn: Sequence[Picked]) -> tuple[list[Picked], list[Picked]]:
    """Return the thread's voices on a theme, as chosen where it is shown, and as many for want of these."""
    theme, taken = chosen.speakers.on(standing), [p.candidate for p in drawn]
    if any(s.line.id == standing.line.id for s in chosen.choice.shown):
        first = [p for p in chosen.spoken.quotes if p.candidate.theme == standing.line.id and _in_thread(p)]
    else:
        first = pick_verbatims(theme, taken)
    return first, pick_verbatims(theme, [*taken, *(p.candidate for p in first)])


def _in_thread(picked: Picked) -> bool:
    return picked.slot in (Slot.VERBATIM, Slot.DISSENT)
