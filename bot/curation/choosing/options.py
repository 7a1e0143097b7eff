"""What could be quoted of each voice: the part that reads best, how good it is, and what speaks for it."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from bot.curation.choosing.candidates import Candidate
from bot.curation.choosing.closeness import Closeness, ThemeVoices
from bot.curation.choosing.quotes import (
    VERBATIM_CHARACTERS,
    VOICE_WORDS,
    Excerpt,
    cut,
    quality,
    runs,
    sentences,
    term_in,
)
from bot.curation.tone.sentiment import tone
from bot.domain.digest import Reason, Slot
from bot.domain.reasons import ReasonCode

NEAREST = 100
"""Voices of each tone nearest the middle that are looked at for a quote: more than enough, and bounded."""

_HEARD = 4
_MEANT = 0.15
"""How much more a voice counts that means what its tone says, and how much less one that means the opposite."""
_PART = 0.93
"""What a part of a text counts beside a whole one: its sentences may lean on what was left out."""
_TYPICAL = 0.6
"""Least closeness, as a share of the theme's median: below it, a voice is in this theme for want of a better one."""


@dataclass(frozen=True, slots=True)
class Picked:
    """One quote to be: whose, which part of the text, where it stands, and why."""

    candidate: Candidate
    excerpt: Excerpt
    slot: Slot
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Option:
    """One voice with the part that would be quoted: its *index* in the theme, how it reads, and its place in line."""

    index: int
    candidate: Candidate
    excerpt: Excerpt
    quality: float
    order: tuple[bool, int, float, str]
    """Smallest first: in focus, the better sort of excerpt, the better score, the key."""


def options_of(
    theme: ThemeVoices,
    near: Closeness,
    taken: Sequence[Candidate],
    excerpt_of: Callable[[Candidate, Sequence[str]], tuple[int, Excerpt] | None],
) -> list[Option]:
    """Return the quotable voices nearest the middle, with the part that would be quoted."""
    both = near.both
    if not len(both):
        return []
    gone = {c.key for c in taken}
    least = _TYPICAL * float(np.median(both))
    able = [i for i, c in enumerate(theme.voices) if c.quotable and c.key not in gone and both[i] >= least]
    able.sort(key=lambda i: (-both[i], theme.voices[i].key))
    options = []
    for index in _nearest_of_each_tone(able, theme.voices):
        candidate = theme.voices[index]
        found = excerpt_of(candidate, theme.terms)
        if found is None:
            continue
        sort, excerpt = found
        words = candidate.text[excerpt.start : excerpt.end]
        lean = 1 + _MEANT * float(np.clip(candidate.tone * theme.leans[index], -1, 1))
        whole = 1.0 if excerpt.how is ReasonCode.WHOLE_TEXT else _PART
        good = quality(words, candidate.language, theme.terms) * agreement(candidate, excerpt) * lean * whole
        order = (theme.focus not in (0, candidate.tone), sort, -round(float(both[index]) * good, 4))
        options.append(Option(index, candidate, excerpt, round(good, 4), (*order, candidate.key)))
    return options


def _nearest_of_each_tone(ordered: Sequence[int], voices: Sequence[Candidate]) -> list[int]:
    seen: Counter[int] = Counter()
    kept = []
    for index in ordered:
        tone = voices[index].tone
        if seen[tone] < NEAREST:
            kept.append(index)
        seen[tone] += 1
    return kept


def said(option: Option, theme: ThemeVoices) -> list[Reason]:
    """Return the reasons that lie in the quote itself."""
    excerpt, candidate = option.excerpt, option.candidate
    words = candidate.text[excerpt.start : excerpt.end]
    reasons = [Reason(code=excerpt.how, values={"words": excerpt.words})]
    if theme.focus < 0 and candidate.tone < 0:
        reasons.append(Reason(code=ReasonCode.CRITICAL_VOICE if theme.complaints else ReasonCode.CRITICAL_AS_MOST))
    term = term_in(words, theme.terms)
    if term is not None:
        reasons.append(Reason(code=ReasonCode.CARRIES_THEME_TERM, values={"term": term}))
    if candidate.times > 1:
        reasons.append(Reason(code=ReasonCode.STANDS_FOR_MANY, values={"times": candidate.times}))
    return reasons


def voice_excerpt(candidate: Candidate, terms: Sequence[str]) -> tuple[int, Excerpt] | None:
    """Return what the voice of the week would say, after 0 for 15 to 45 whole words, 1 for fewer, 2 for a cut."""
    text = candidate.text
    best = _best(candidate, runs(text, words=VOICE_WORDS), terms)
    if best is not None:
        return 0, best
    best = _best(candidate, runs(text, words=(3, VOICE_WORDS[0] - 1)), terms)
    if best is not None:
        return 1, best
    last = cut(text)
    return None if last is None else (2, last)


def verbatim_excerpt(candidate: Candidate, terms: Sequence[str]) -> tuple[int, Excerpt] | None:
    """Return what a verbatim would say, after 0 for 20 to 240 whole characters, 1 for fewer, 2 for a cut."""
    text = candidate.text
    best = _best(candidate, runs(text, characters=VERBATIM_CHARACTERS), terms)
    if best is not None:
        return 0, best
    best = _best(candidate, runs(text, characters=(1, VERBATIM_CHARACTERS[0] - 1)), terms)
    if best is not None:
        return 1, best
    last = cut(text, most=35)
    return None if last is None else (2, last)


def _best(candidate: Candidate, excerpts: Sequence[Excerpt], terms: Sequence[str]) -> Excerpt | None:
    """Return the run that reads best in the voice's own tone; the whole text where it is as good, else the longest."""
    if len(excerpts) < 2:
        return next(iter(excerpts), None)
    read = [(_reading(candidate, excerpt, terms), excerpt.words, -excerpt.start, excerpt) for excerpt in excerpts]
    read.sort(key=lambda r: r[:3], reverse=True)
    return max(read[:_HEARD], key=lambda r: (r[0] * agreement(candidate, r[3]), *r[1:3]))[3]


def _reading(candidate: Candidate, excerpt: Excerpt, terms: Sequence[str]) -> float:
    good = quality(candidate.text[excerpt.start : excerpt.end], candidate.language, terms)
    return round(good * (1.1 if excerpt.how is ReasonCode.WHOLE_TEXT else 1.0), 2)


def agreement(candidate: Candidate, excerpt: Excerpt) -> float:
    """Return how far the quoted words share the tone of their conversation: a complaint is not quoted by its praise."""
    heard = tone(candidate.text[excerpt.start : excerpt.end], candidate.language)
    return 1.0 if candidate.tone in (heard, 0) else 0.9 if heard == 0 else 0.6


def drawn_excerpt(text: str) -> Excerpt | None:
    """Return what a drawn voice says: all of it where that is short, else its first whole sentences; nothing chosen."""
    found = runs(text, words=(1, VOICE_WORDS[1]), characters=(1, VERBATIM_CHARACTERS[1]))
    begun = [run for run in found if run.start == found[0].start and run.start == sentences(text)[0][0]]
    return max(begun, key=lambda run: run.end, default=None) or cut(text, most=35)
