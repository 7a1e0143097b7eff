"""Themes merged and renamed: counts add up, and the label of what was merged is judged anew by the same test."""

from bot.curation.choosing.standings import average_before, improves, weeks_running
from bot.curation.editing.plan import Plan
from bot.curation.movement.trend import Movement, movements
from bot.domain.digest import Quote, Slot, ThemeLine
from bot.domain.reserve import Reserve, ReservedTheme, Series
from bot.domain.week import Week

SEATS = 5


def regrouped(reserve: Reserve, plan: Plan, week: Week) -> list[ReservedTheme]:
    """Return the reserved themes as *plan* wants them, the largest first; nothing is lost of any count.

    Only what was merged is judged anew: that others would look a little different beside it is no reason to change
    what a curator has read already.
    """
    themes = {theme.line.id: theme for theme in reserve.themes}
    series = dict(reserve.series)
    for gone, into in plan.merged.items():
        if gone in themes and into in themes:
            one, other = themes[into], themes.pop(gone)
            series[into] = series[into].plus(series.pop(gone))
            themes[into] = _merged(one, other, series, reserve, week)
    for theme, name in plan.names.items():
        if theme in themes:
            line = themes[theme].line.model_copy(update={"name": name, "named": True})
            themes[theme] = themes[theme].model_copy(update={"line": line})
    return sorted(themes.values(), key=lambda t: (-t.line.count, -t.line.previous, t.line.id))


def _merged(
    one: ReservedTheme, other: ReservedTheme, series: dict[str, Series], reserve: Reserve, week: Week
) -> ReservedTheme:
    """Return *one* with *other* in it; it keeps its name, its owner and its area."""
    numbers = series[one.line.id]
    moves = movements(
        {theme: each.voices for theme, each in series.items()},
        {theme: each.critical_voices for theme, each in series.items()},
    )
    move = moves[one.line.id]
    line = _line(one.line, other.line, numbers, move)
    line = line.model_copy(update={"weeks": weeks_running(line.id, numbers, reserve.history, week)})
    return ReservedTheme(
        line=line,
        weight=move.score,
        improving=improves(move, numbers),
        praise=numbers.pleased_voices[0] > numbers.critical_voices[0],
        residual=one.residual,
        voices=_in_turn(one.voices, other.voices),
        verbatims=_in_turn(_plain(one), _plain(other)) + _dissents(one, other),
        seats=min(SEATS, one.seats + other.seats),
    )


def _line(one: ThemeLine, other: ThemeLine, numbers: Series, move: Movement) -> ThemeLine:
    sources = dict(one.by_source)
    for source, count in other.by_source.items():
        sources[source] = sources.get(source, 0) + count
    return one.model_copy(
        update={
            "count": numbers.counts[0],
            "previous": numbers.counts[1] if len(numbers.counts) > 1 else 0,
            "average_4_weeks": average_before(numbers.counts),
            "label": move.label,
            "by_source": dict(sorted(sources.items())),
            "voices": numbers.voices[0],
            "critical": numbers.critical[0],
            "critical_previous": numbers.critical[1] if len(numbers.critical) > 1 else 0,
            "critical_average_4_weeks": average_before(numbers.critical),
            "moved_by": move.moved_by,
        }
    )


def _in_turn(one: tuple[Quote, ...], other: tuple[Quote, ...]) -> tuple[Quote, ...]:
    """Both lists as one: a voice of each in turn, and then what is left of the longer."""
    paired = [quote for pair in zip(one, other, strict=False) for quote in pair]
    shorter = min(len(one), len(other))
    return (*paired, *one[shorter:], *other[shorter:])


def _plain(theme: ReservedTheme) -> tuple[Quote, ...]:
    return tuple(quote for quote in theme.verbatims if quote.slot is not Slot.DISSENT)


def _dissents(*themes: ReservedTheme) -> tuple[Quote, ...]:
    return tuple(quote for theme in themes for quote in theme.verbatims if quote.slot is Slot.DISSENT)
