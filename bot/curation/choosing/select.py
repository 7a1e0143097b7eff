"""Who speaks: the voice of the week, and up to five verbatims of every theme shown, one of them dissenting."""

from collections.abc import Sequence

from bot.curation.choosing.candidates import Candidate
from bot.curation.choosing.closeness import Closeness, ThemeVoices, closeness, prevailing
from bot.curation.choosing.options import Option, Picked, options_of, said, verbatim_excerpt, voice_excerpt
from bot.curation.choosing.quotes import VOICE_WORDS
from bot.curation.choosing.seats import Quota, seated
from bot.curation.tone.sentiment import tone_score
from bot.domain.digest import Reason, Slot
from bot.domain.history import PastEdition
from bot.domain.reasons import ReasonCode

SEATS = 5
_RATED, _UNRATED = 0.5, 1.5
"""How far a dissenting voice leans, as a multiple of its tone's average: with the customer's rating, and without."""

_GOOD_ENOUGH = 0.6
"""Share of the best voice's score that one from elsewhere must reach."""


def pick_voice(theme: ThemeVoices, taken: Sequence[Candidate], last: Sequence[PastEdition]) -> Picked | None:
    """Pick the voice of the week: typical, well said, in focus, from elsewhere than the *last* where it can be.

    15 to 45 words of whole sentences; where there are none, shorter ones, then a long sentence cut at a clause.
    """
    return next(iter(rank_voices(theme, taken, last, 1)), None)


def rank_voices(theme: ThemeVoices, taken: Sequence[Candidate], last: Sequence[PastEdition], most: int) -> list[Picked]:
    """Return up to *most* that could be the voice of the week: the one that is picked first, then the next best."""
    near = closeness(theme)
    options = sorted(
        (o for o in options_of(theme, near, taken, voice_excerpt) if o.excerpt.words >= 3), key=lambda o: o.order
    )
    if not options:
        return []
    first = options[0]
    fresh = [o for o in options if o.order[:2] == first.order[:2] and o.order[2] <= _GOOD_ENOUGH * first.order[2]]
    fresh = [o for o in fresh if _is_fresh(o.candidate, theme.area, last)] if last else []
    best = fresh[0] if fresh else first
    ranked = [best, *(o for o in options if o is not best)][:most]
    return [_voice(o, near, theme, fresh=any(o is each for each in fresh)) for o in ranked]


def _voice(option: Option, near: Closeness, theme: ThemeVoices, *, fresh: bool) -> Picked:
    reasons = [*near.ranks(option.index), *said(option, theme)]
    if option.excerpt.words < VOICE_WORDS[0]:
        reasons.append(Reason(code=ReasonCode.SHORTER_THAN_ASKED, values={"words": option.excerpt.words}))
    if fresh:
        reasons.append(Reason(code=ReasonCode.OTHER_SEGMENT))
    return Picked(option.candidate, option.excerpt, Slot.VOICE, tuple(reasons))


def pick_verbatims(theme: ThemeVoices, taken: Sequence[Candidate], seats: int = SEATS) -> list[Picked]:
    """Pick up to *seats* verbatims: the middle of each group of like voices, and last a dissenting one if there is one.

    No two alike, two of one customer at most, languages, tones and sources in proportion, to the nearest seat up. Where
    complaints moved and not the theme as a whole, the others are complaints.
    """
    near = closeness(theme)
    options = [o for o in options_of(theme, near, taken, verbatim_excerpt) if o.excerpt.words >= 3]
    whole = [o for o in options if o.order[1] == 0]
    options = whole if len(whole) >= seats else options
    lean = theme.focus or prevailing(theme.voices)
    heard = [c for c in theme.voices if c.tone < 0] if theme.complaints else theme.voices
    quota = Quota(heard, seats, taken)
    dissent = _dissent(lean, theme, options, quota)
    if dissent is not None:
        quota.take(dissent.candidate)
        seats -= 1
    if theme.complaints:
        options = [o for o in options if o.candidate.tone < 0]
    found = [_verbatim(o, size, theme) for o, size in seated(theme.vectors, options, quota, seats)]
    return found if dissent is None else [*found, _dissenting(dissent, lean, theme)]


def _verbatim(option: Option, size: int, theme: ThemeVoices) -> Picked:
    group = Reason(code=ReasonCode.SPEAKS_FOR_GROUP, values={"size": size, "of": len(theme.voices)})
    return Picked(option.candidate, option.excerpt, Slot.VERBATIM, (group, *said(option, theme)))


def _dissenting(option: Option, lean: int, theme: ThemeVoices) -> Picked:
    tones: dict[str, str | int | float] = {"tone": option.candidate.tone, "theme_tone": lean}
    reasons = (Reason(code=ReasonCode.DISSENTING, values=tones), *said(option, theme))
    return Picked(option.candidate, option.excerpt, Slot.DISSENT, reasons)


def _dissent(lean: int, theme: ThemeVoices, options: Sequence[Option], quota: Quota) -> Option | None:
    """Return the clearest voice of the other tone: by its rating or words, not against its words, and by its meaning.

    Rather none than a complaint that was misread as praise: where leanings are known, it must lean that way, and the
    farther where only its words say so.
    """
    leans = -lean * theme.leans
    known = bool(theme.leans.any())

    def order(option: Option) -> tuple[bool, int, float, str]:
        candidate, excerpt = option.candidate, option.excerpt
        clear = -lean * tone_score(candidate.text[excerpt.start : excerpt.end], candidate.language)
        score = option.quality * max(clear, 0.05) * (float(leans[option.index]) if known else 1.0)
        return (candidate.voice.features.tone != -lean, option.order[1], -round(score, 4), candidate.key)

    others = [
        o
        for o in options
        if lean
        and o.candidate.tone == -lean
        and o.candidate.voice.features.tone != lean
        and (not known or leans[o.index] >= (_RATED if o.candidate.conversation.rating else _UNRATED))
        and quota.admits(o.candidate)
    ]
    return min(others, key=order, default=None)


def _is_fresh(candidate: Candidate, area: str | None, last: Sequence[PastEdition]) -> bool:
    segment = candidate.voice.segment
    other_segment = segment is not None and all(segment != past.voice_segment for past in last)
    other_area = area is not None and all(area != past.voice_area for past in last)
    return other_segment or other_area
