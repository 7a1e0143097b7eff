"""A question's answer from stored feedback: how many, what they did over the weeks, and three voices."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from zoneinfo import ZoneInfo

from bot.curation.choosing.candidates import Candidate, shown_segments
from bot.curation.choosing.options import verbatim_excerpt
from bot.curation.choosing.quotes import Excerpt, quality
from bot.curation.choosing.seats import alike
from bot.curation.choosing.standings import average_before
from bot.curation.counts import MOST_WEEKS, Counted, to_counted, weeks_at_hand
from bot.curation.exclusions import Exclusions
from bot.curation.finding.asked import Asked
from bot.curation.finding.relevance import relevant
from bot.curation.movement.trend import LEAST_WEEKS, Movement, movements
from bot.curation.theming.state import REST
from bot.curation.voices import to_voices
from bot.domain.digest import Denominator, Quote, Reason, Slot
from bot.domain.finding import Finding
from bot.domain.rules import Rules
from bot.domain.verbatim import Vector, Verbatim, to_conversations
from bot.domain.week import Week

MOST_QUOTES = 3
_FEWEST_WORDS = 3
_LOOKED_AT = 40
"""The best that are looked at for a quote."""

Excerpted = tuple[Candidate, Excerpt]


def find(
    asked: Asked, meant: Vector, feedback: Iterable[Verbatim], week: Week, rules: Rules, zone: ZoneInfo
) -> Finding:
    """Answer *asked* from the *feedback* of *week*, which may still run, and of the twelve before it.

    *meant* are the vectors of its texts. What the operator keeps out is neither counted nor quoted; what may only be
    counted is counted.
    """
    if asked.is_empty:
        return Finding(asked=False, named=asked.left_out)
    exclusions = Exclusions(rules)
    counted = to_counted(to_conversations(feedback), week, zone, exclusions)
    weeks = min(weeks_at_hand(counted), MOST_WEEKS)
    counted = [c for c in counted if c.back < weeks]
    eligible = [c for c in counted if c.reason is None and c.conversation.voice is not None]
    found = _folded(relevant(asked, meant, [_alone(c) for c in eligible]), eligible, exclusions)
    move, series = _moved([voice for _, voice in found], Counter(c.back for c in eligible), weeks)
    conversations = len(eligible)
    segments = shown_segments(c.conversation for c in counted if c.reason is None)
    matched = sum(voice.times for _, voice in found)
    of = Denominator(theme="", of_theme=matched, of_conversations=conversations)
    return Finding(
        asked=True,
        named=asked.left_out,
        found=matched,
        conversations=conversations,
        since=week.back(weeks - 1).monday,
        last_week=series[0] if series else 0,
        week_before=series[1] if len(series) > 1 else 0,
        usual=average_before(series) if series else 0.0,
        label=move.label if move else None,
        moved_by=move.moved_by if move else "all",
        quotes=tuple(to_quote(each, of, "", segments) for each in speaking(found, asked, MOST_QUOTES)),
    )


def _alone(counted: Counted) -> Candidate:
    """A conversation as a voice of its own: folding thirty thousand takes longer than looking through them."""
    conversation, voice = counted.conversation, counted.conversation.voice
    if voice is None:
        raise ValueError(f"conversation {conversation.key!r} has no voice; only those that have one are looked at")
    return Candidate(conversation, voice, (conversation,), counted.back, quotable=False)


def _folded(
    found: Sequence[tuple[float, Candidate]], eligible: Sequence[Counted], exclusions: Exclusions
) -> list[tuple[float, Candidate]]:
    """Return what was *found* with near-duplicates of a week as one voice, which scores as its best copy does."""
    scores = {(voice.conversation.source, voice.conversation.key): score for score, voice in found}
    ours = [c for c in eligible if (c.conversation.source, c.conversation.key) in scores]
    voices = to_voices(ours, exclusions.may_feature)
    scored = [(max(scores[member.source, member.key] for member in voice.members), voice) for voice in voices]
    return sorted(scored, key=lambda each: (-each[0], each[1].key))


def _moved(found: Sequence[Candidate], everything: Mapping[int, int], weeks: int) -> tuple[Movement | None, list[int]]:
    """Return what *found* did by the rule of themes, and their number in each ended week, the last one first."""
    ended = weeks - 1
    ours = [0] * (ended + 1)
    critical, copies = [0] * (ended + 1), [0] * (ended + 1)
    for voice in found:
        ours[voice.back] += 1
        critical[voice.back] += voice.tone < 0
        copies[voice.back] += voice.times
    if ended <= LEAST_WEEKS:
        return None, ours[1:]
    rest = [everything.get(back, 0) - mine for back, mine in enumerate(copies)]
    moves = movements({"asked": ours[1:], REST: rest[1:]}, {"asked": critical[1:]})
    return moves["asked"], ours[1:]


def speaking(
    found: Sequence[tuple[float, Candidate]],
    asked: Asked,
    most: int,
    may: Callable[[Candidate], bool] = lambda _: True,
) -> list[Excerpted]:
    """Return up to *most* voices of *found* that may be quoted, with the part that would be: no two alike."""
    read: list[tuple[int, float, str, Candidate, Excerpt]] = []
    for score, candidate in [each for each in found if each[1].quotable and may(each[1])][:_LOOKED_AT]:
        read += _read(score, candidate, asked)
    said: list[Excerpted] = []
    for *_, candidate, excerpt in sorted(read, key=lambda each: each[:3]):
        if not any(alike(candidate, other) or candidate.author == other.author for other, _ in said):
            said.append((candidate, excerpt))
        if len(said) == most:
            break
    return said


def _read(score: float, candidate: Candidate, asked: Asked) -> list[tuple[int, float, str, Candidate, Excerpt]]:
    """Return what *candidate* would say, with its place in line; nothing where nothing of it can be quoted."""
    found = verbatim_excerpt(candidate, asked.terms)
    if found is None or found[1].words < _FEWEST_WORDS:
        return []
    sort, excerpt = found
    good = quality(candidate.text[excerpt.start : excerpt.end], candidate.language, asked.terms)
    return [(sort, -round(score * good, 4), candidate.key, candidate, excerpt)]


def to_quote(each: Excerpted, of: Denominator, theme: str, segments: frozenset[str]) -> Quote:
    """Copy the chosen part out of its text, exact, as one of *of*."""
    candidate, excerpt = each
    segment = candidate.voice.segment
    return Quote(
        slot=Slot.VERBATIM,
        theme=theme,
        record=candidate.voice.record,
        start=excerpt.start,
        end=excerpt.end,
        text=candidate.text[excerpt.start : excerpt.end],
        language=candidate.language,
        denominator=of,
        reasons=(Reason(code=excerpt.how, values={"words": excerpt.words}),),
        said_at=candidate.voice.created_at,
        tone=candidate.tone,
        times=candidate.times,
        segment=segment if segment in segments else None,
        url=candidate.voice.url,
    )
