"""Where every theme stands this week: counts, change, label and weight, from the voices of all weeks at hand."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from bot.curation.choosing.candidates import Candidate
from bot.curation.choosing.lead import Standing
from bot.curation.movement.trend import Movement, movements
from bot.curation.theming.themes import REST, Themes
from bot.domain.digest import AVERAGED_WEEKS, Label, ThemeLine
from bot.domain.history import History
from bot.domain.reserve import Series
from bot.domain.week import Week


def to_series(placed: Sequence[Candidate], weeks: int) -> dict[str, Series]:
    """Count every theme's conversations and voices over *weeks* weeks."""
    counted: dict[str, list[list[int]]] = defaultdict(lambda: [[0] * weeks for _ in range(5)])
    for voice in placed:
        counts, critical, voices, critical_voices, pleased_voices = counted[voice.theme]
        back, tone = voice.back, voice.tone
        counts[back] += voice.times
        critical[back] += voice.critical
        voices[back] += 1
        critical_voices[back] += tone < 0
        pleased_voices[back] += tone > 0
    return {theme: Series(*map(tuple, counted[theme])) for theme in sorted(counted)}


def average_before(series: Sequence[int]) -> float:
    """Return the mean of the four weeks before, or of as many as there are; 0 where there are none."""
    past = series[1 : 1 + AVERAGED_WEEKS]
    return round(sum(past) / len(past), 2) if past else 0.0


def weeks_running(theme: str, series: Series, history: History, week: Week) -> int:
    """Return *series*'s run of weeks, longer than the feedback at hand where last week's edition knew of more."""
    if series.weeks < len(series.counts):
        return series.weeks
    last = history.last_week(str(week))
    return max(series.weeks, last.weeks.get(theme, 0) + 1) if last else series.weeks


def to_standings(
    placed: Sequence[Candidate], themes: Themes, weeks: int, week: Week, history: History, language: str
) -> list[Standing]:
    """Return every theme that was talked about this week or in the four before, the largest first.

    *weeks* is how many weeks of feedback are at hand, the one shown included.
    """
    series = to_series(placed, weeks)
    moves = movements(
        {theme: numbers.voices for theme, numbers in series.items()},
        {theme: numbers.critical_voices for theme, numbers in series.items()},
    )
    sources = _by_source(placed)
    found = []
    for theme, numbers in series.items():
        if any(numbers.counts[: 1 + AVERAGED_WEEKS]):
            line = _line(themes, theme, numbers, moves[theme], sources.get(theme, {}), language)
            line = line.model_copy(update=_known(line, history))
            line = line.model_copy(update={"weeks": weeks_running(theme, numbers, history, week)})
            found.append(_standing(line, numbers, moves[theme]))
    return sorted(found, key=lambda s: (-s.line.count, -s.line.previous, s.line.id))


def _known(line: ThemeLine, history: History) -> dict[str, str | bool]:
    """Return what people here made of a theme: it wins over rules and what was learnt."""
    known = history.known.get(line.id)
    if known is None:
        return {}
    said = {"area": known.area, "owner": known.owner, "name": known.name}
    return {name: value for name, value in said.items() if value} | ({"named": True} if known.name else {})


def _by_source(placed: Sequence[Candidate]) -> dict[str, dict[str, int]]:
    counted: dict[str, Counter[str]] = defaultdict(Counter)
    for voice in placed:
        if voice.back == 0:
            counted[voice.theme].update(member.source for member in voice.members)
    return {theme: dict(sorted(sources.items())) for theme, sources in counted.items()}


def _line(
    themes: Themes, theme: str, series: Series, move: Movement, by_source: Mapping[str, int], language: str
) -> ThemeLine:
    known = themes[theme]
    return ThemeLine(
        id=theme,
        name=known.name(language),
        count=series.counts[0],
        previous=series.counts[1] if len(series.counts) > 1 else 0,
        average_4_weeks=average_before(series.counts),
        label=move.label,
        by_source=dict(by_source),
        owner=known.owner,
        area=known.area,
        voices=series.voices[0],
        critical=series.critical[0],
        critical_previous=series.critical[1] if len(series.critical) > 1 else 0,
        critical_average_4_weeks=average_before(series.critical),
        moved_by=move.moved_by,
        terms=known.terms,
        named=bool(known.names),
    )


def _standing(line: ThemeLine, series: Series, move: Movement) -> Standing:
    pleased, critical = series.pleased_voices[0], series.critical_voices[0]
    return Standing(line, move.score, improves(move, series), praise=pleased > critical, residual=line.id == REST)


def improves(move: Movement, series: Series) -> bool:
    """Return whether a movement is for the better: fewer complaints, less of a problem, or more praise."""
    if move.moved_by == "critical":
        return move.label is Label.FADING
    if move.label is Label.FADING:
        return 2 * average_before(series.critical_voices) >= average_before(series.voices)
    pleased, critical = series.pleased_voices[0], series.critical_voices[0]
    return move.label in (Label.NEW, Label.RISING) and 3 * pleased >= series.voices[0] and pleased >= 1.5 * critical
