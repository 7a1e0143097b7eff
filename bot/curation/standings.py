"""Where every theme stands this week: counts, change, label and weight, from the voices of all weeks at hand."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.curation.candidates import Candidate
from bot.domain.history import History
from bot.domain.week import Week

AVERAGED_WEEKS = 4


@dataclass(frozen=True, slots=True)
class Series:
    """A theme's numbers by week, index 0 the week shown, 1 the one before, as long as there is feedback at hand.

    *counts* and *critical* count conversations, *voices* and *critical_voices* each folded group once.
    """

    counts: tuple[int, ...]
    critical: tuple[int, ...]
    voices: tuple[int, ...]
    critical_voices: tuple[int, ...]

    @property
    def weeks(self) -> int:
        """For how many weeks running, this one included, it has been talked about."""
        return next((back for back, count in enumerate(self.counts) if not count), len(self.counts))


def to_series(placed: Sequence[Candidate], weeks: int) -> dict[str, Series]:
    """Count every theme's conversations and voices over *weeks* weeks."""
    counts, critical = (
        defaultdict[str, list[int]](lambda: [0] * weeks),
        defaultdict[str, list[int]](lambda: [0] * weeks),
    )
    voices, critical_voices = (defaultdict[str, list[int]](lambda: [0] * weeks) for _ in range(2))
    for voice in placed:
        counts[voice.theme][voice.back] += voice.times
        critical[voice.theme][voice.back] += voice.critical
        voices[voice.theme][voice.back] += 1
        critical_voices[voice.theme][voice.back] += voice.tone < 0
    return {
        theme: Series(tuple(counts[theme]), tuple(critical[theme]), tuple(voices[theme]), tuple(critical_voices[theme]))
        for theme in sorted(counts)
    }


def average_before(series: Sequence[int]) -> float:
    """Return the mean of the four weeks before, or of as many as there are; 0 where there are none."""
    past = series[1 : 1 + AVERAGED_WEEKS]
    return round(sum(past) / len(past), 2) if past else 0.0


def weeks_running(theme: str, series: Series, history: History, week: Week) -> int:
    """Return *series*'s run of weeks, longer than the feedback at hand where last week's edition knew of more."""
    if series.weeks < len(series.counts):
        return series.weeks
    last = next((e for e in history.before(str(week)) if e.week == str(week.previous)), None)
    return max(series.weeks, last.weeks.get(theme, 0) + 1) if last else series.weeks

