"""The few numbers of the digest: the last 28 days against the 28 before, with what is noise kept still."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from statistics import median
from zoneinfo import ZoneInfo

from bot.curation.figures.intervals import IntervalAt, holm, median_difference, newcombe, nps_difference, p_value
from bot.domain.digest import Kpi
from bot.domain.feedback import Rating
from bot.domain.verbatim import Conversation
from bot.domain.week import Week

LEAST_ANSWERS = 30
MOST_SHOWN = 4
WINDOW_WEEKS = 4


@dataclass(frozen=True, slots=True)
class Measure:
    """One number with the answers behind it, now and before, and the interval of its change where both suffice."""

    name: str
    scale: str | None
    n: int
    previous_n: int
    value: float | None
    before: float | None
    interval: IntervalAt | None

    @property
    def change(self) -> float | None:
        """Now minus before, None where either has too few answers."""
        return None if self.value is None or self.before is None else self.value - self.before


def to_kpis(conversations: Iterable[Conversation], week: Week, zone: ZoneInfo, seed: str) -> tuple[Kpi, ...]:
    """Measure CSAT per scale, NPS, time to resolution (median, hours) and the reopened share, four at most.

    Ratings count by their own date, resolutions by the date they were solved, both in half-open windows of four
    ISO weeks in *zone* that do not overlap. The one with the fewest answers gives way. A change is significant only
    where its 95 % interval excludes zero, by Holm over those shown.
    """
    edges = (week.back(2 * WINDOW_WEEKS - 1).start(zone), week.back(WINDOW_WEEKS - 1).start(zone), week.end(zone))
    known = list(conversations)
    measures = [*_ratings(known, edges), *_resolutions(known, edges, seed)]
    by_answers = sorted(range(len(measures)), key=lambda i: (-measures[i].n, i))[:MOST_SHOWN]
    shown = [measures[i] for i in sorted(by_answers)]
    return _judged(shown)


def _judged(measures: Sequence[Measure]) -> tuple[Kpi, ...]:
    compared = [m for m in measures if m.interval is not None]
    verdicts = dict(
        zip(map(id, compared), holm([p_value(m.interval) for m in compared if m.interval is not None]), strict=True)
    )
    return tuple(
        Kpi(
            name=m.name,
            scale=m.scale,
            value=None if m.value is None else round(m.value, 4),
            n=m.n,
            change=None if m.change is None else round(m.change, 4),
            previous_n=m.previous_n,
            significant=verdicts.get(id(m), False),
        )
        for m in measures
    )


def _ratings(conversations: Sequence[Conversation], edges: Sequence[datetime]) -> list[Measure]:
    """Return a measure per rating scale, NPS last. One conversation answers once per window, with its newest rating."""
    before, now = (_answers(conversations, start, end) for start, end in pairwise(edges))
    scales = sorted({**before, **now}, key=lambda scale: (scale[0] == 0 and scale[1] == 10, scale))
    return [_rating_measure(now.get(scale, []), before.get(scale, [])) for scale in scales]


def _answers(
    conversations: Sequence[Conversation], start: datetime, end: datetime
) -> dict[tuple[float, float], list[Rating]]:
    newest: dict[tuple[int, float, float], Rating] = {}
    for number, conversation in enumerate(conversations):
        for record in conversation.records:
            if record.rating is not None and start <= record.created_at < end:
                newest[number, record.rating.low, record.rating.high] = record.rating
    answers: dict[tuple[float, float], list[Rating]] = {}
    for (_, low, high), rating in newest.items():
        answers.setdefault((low, high), []).append(rating)
    return answers


def _rating_measure(now: Sequence[Rating], before: Sequence[Rating]) -> Measure:
    example = (now or before)[0]
    if not example.is_nps:
        return _share("csat", example.scale, [r.tone > 0 for r in now], [r.tone > 0 for r in before])
    counted, counted_before = _nps_classes(now), _nps_classes(before)
    return _measure(
        "nps",
        example.scale,
        counted,
        counted_before,
        sizes=(len(now), len(before)),
        value=lambda c: 100 * (c[0] - c[2]) / sum(c),
        interval=lambda level: nps_difference(counted, counted_before, level),
    )


def _nps_classes(ratings: Sequence[Rating]) -> list[int]:
    return [sum(r.tone == tone for r in ratings) for tone in (1, 0, -1)]


def _resolutions(conversations: Sequence[Conversation], edges: Sequence[datetime], seed: str) -> list[Measure]:
    """Return time to resolution and reopened share over what was solved in each window; none where nothing was."""
    before, now = (_solved(conversations, start, end) for start, end in pairwise(edges))
    if not before and not now:
        return []
    hours, hours_before = [h for h, _ in now], [h for h, _ in before]
    reopened, reopened_before = ([r for _, r in side if r is not None] for side in (now, before))
    enough = len(now) >= LEAST_ANSWERS and len(before) >= LEAST_ANSWERS
    interval = median_difference(hours, hours_before, f"{seed}/time_to_resolution") if enough else None
    sizes = (len(now), len(before))
    measures = [_measure("time_to_resolution", None, hours, hours_before, sizes=sizes, value=median, interval=interval)]
    if reopened or reopened_before:
        measures.append(_share("reopened", None, reopened, reopened_before))
    return measures


def _solved(conversations: Sequence[Conversation], start: datetime, end: datetime) -> list[tuple[float, bool | None]]:
    """Return hours from first record to last solution, and whether it was reopened, of what was solved in a window."""
    solved = []
    for conversation in conversations:
        moments = [r.solved_at for r in conversation.records if r.solved_at is not None]
        opened = conversation.records[0].created_at
        if moments and start <= max(moments) < end and max(moments) >= opened:
            flags = [r.reopened for r in conversation.records if r.reopened is not None]
            solved.append(((max(moments) - opened).total_seconds() / 3600, any(flags) if flags else None))
    return solved


def _share(name: str, scale: str | None, now: Sequence[bool], before: Sequence[bool]) -> Measure:
    return _measure(
        name,
        scale,
        now,
        before,
        sizes=(len(now), len(before)),
        value=lambda flags: sum(flags) / len(flags),
        interval=lambda level: newcombe(sum(now), len(now), sum(before), len(before), level),
    )


def _measure(
    name: str,
    scale: str | None,
    now: Sequence[float],
    before: Sequence[float],
    *,
    sizes: tuple[int, int],
    value: Callable[[Sequence[float]], float],
    interval: IntervalAt | None,
) -> Measure:
    n, previous_n = sizes
    enough, enough_before = n >= LEAST_ANSWERS, previous_n >= LEAST_ANSWERS
    return Measure(
        name=name,
        scale=scale,
        n=n,
        previous_n=previous_n,
        value=value(now) if enough else None,
        before=value(before) if enough_before else None,
        interval=interval if enough and enough_before else None,
    )
