"""Whether a theme moved: this week's count against up to eight weeks before, by a test that knows its noise.

The model is negative binomial: counts vary more than dice do, by a dispersion estimated over all themes and drawn
towards what they share. Weeks are compared by their exposure, how much was said by the themes that behaved, so a week
of twice the volume raises nothing by itself, and one burst lowers nothing else. Every question asked of a week is
answered together: false discoveries are held at *FDR*. docs/trend.md defines the labels and says what was measured.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log, sqrt

import numpy as np

from bot.curation.movement.noise import Flags, Floats, exposures, false_discovery_rates
from bot.curation.movement.questions import LEAST_COUNT, Series, to_series
from bot.curation.theming.state import REST
from bot.domain.digest import Label

FDR = 0.1
MOST_WEEKS = 8
LEAST_WEEKS = 3
"""Weeks of history without which nothing but ``new`` is said."""
LASTING_WEEKS = 4
LASTING_SHARE = 0.03

_SHARES = {
    "all": {"rise": 0.36, "fall": 0.12, "drift up": 0.06, "drift down": 0.12},
    "critical": {"rise": 0.2, "fall": 0.04, "drift up": 0.06, "drift down": 0.04},
}
"""How a theme's risk of a false alarm is split over its questions: most goes to what a leader must not miss."""
_PLAINLY = 0.005
"""Chance from which the whole series is told even where the critical one is still more striking."""


@dataclass(frozen=True, slots=True)
class Movement:
    """What a theme did. *moved_by*: ``all`` or ``critical``, the series that the numbers are of.

    *expected*: this week's count had nothing changed; *p* its chance, *q* the share of false alarms among all themes
    that moved as plainly; *score* how far it moved beyond its noise, weighed by size: 0 where it did not.
    """

    label: Label
    moved_by: str
    p: float
    q: float
    score: float
    expected: float


def movements(voices: Mapping[str, Sequence[int]], critical: Mapping[str, Sequence[int]]) -> dict[str, Movement]:
    """Judge every theme by its *voices* and *critical* voices a week: index 0 is the week shown, 1 the one before.

    Give all themes, `REST` too: together they are the volume. Weeks further back than *MOST_WEEKS* are not looked at;
    themes of unequal length are filled up with zeros.
    """
    ids = sorted(voices)
    weeks = min(max((len(series) for series in voices.values()), default=0), MOST_WEEKS + 1)
    if not ids or not weeks:
        return {}
    everything = _matrix([voices[theme] for theme in ids], weeks)
    sizes = exposures(everything)
    whole = to_series(everything, sizes)
    against = to_series(_matrix([critical.get(theme, ()) for theme in ids], weeks), sizes)
    themes = {
        theme: {"all": one, "critical": other}
        for theme, one, other in zip(ids, whole, against, strict=True)
        if theme != REST
    }
    moved = _moved(themes, weeks - 1)
    return {
        theme: moved.get(theme) or _unmoved(one, lasting=bool(lasting) and theme != REST)
        for theme, one, lasting in zip(ids, whole, _lasting(everything), strict=True)
    }


def _matrix(rows: Sequence[Sequence[int]], weeks: int) -> Floats:
    """Return themes by weeks, the oldest week first."""
    filled = [[*row[:weeks], *[0] * (weeks - len(row))][::-1] for row in rows]
    return np.array(filled, dtype=np.float64)


def _moved(themes: Mapping[str, Mapping[str, Series]], history: int) -> dict[str, Movement]:
    """Return the themes that moved.

    A theme's questions are first made one, each paid for by its share (Bonferroni), then themes are held against each
    other: else one theme that moved in every way would open the door to chance in others.
    """
    asked = {theme: series for theme, series in themes.items() if _worth_asking(series)}
    chances = np.array([min(1.0, *(chance for *_, chance, _ in _answers(each))) for each in asked.values()])
    moved: dict[str, Movement] = {}
    for (theme, series), p, q in zip(asked.items(), chances, false_discovery_rates(chances), strict=True):
        movement = _movement(series, float(p), float(q), history) if q <= FDR else None
        if movement is not None:
            moved[theme] = movement
    return moved


def _worth_asking(series: Mapping[str, Series]) -> bool:
    return any(max(each.count, each.expected) >= LEAST_COUNT for each in series.values())


def _answers(series: Mapping[str, Series]) -> Iterator[tuple[str, str, float, bool]]:
    """Yield series, question, its chance paid for by its share, and whether the effect is worth telling."""
    for name, each in series.items():
        for question, chance, telling in each.answers():
            yield name, question, chance / _SHARES[name][question], telling


def _movement(series: Mapping[str, Series], p: float, q: float, history: int) -> Movement | None:
    """Return the first answer that is as plain as *p*, the theme's own, and worth telling; jumps before drifts."""
    for name, question, chance, telling in sorted(_answers(series), key=lambda each: each[1].startswith("drift")):
        if chance > max(p, _PLAINLY) or not telling:
            continue
        label = Label.RISING if question in ("rise", "drift up") else Label.FADING
        if question == "rise" and name == "all" and series[name].before < LEAST_COUNT:
            label = Label.NEW
        if history < LEAST_WEEKS and label is not Label.NEW:
            continue
        one = series[name]
        own = chance * _SHARES[name][question]
        score = sqrt(-2 * log(max(own, 1e-300)) * max(one.count, one.expected))
        return Movement(label, name, own, q, round(score, 4), round(one.expected, 2))
    return None


def _unmoved(series: Series, *, lasting: bool) -> Movement:
    p = min(1.0, 2 * min(series.rise, series.fall))
    return Movement(Label.PERSISTENT if lasting else Label.STEADY, "all", p, 1.0, 0.0, round(series.expected, 2))


def _lasting(counts: Floats) -> Flags:
    """Return which themes were said often enough in each of the last weeks."""
    if counts.shape[1] < LASTING_WEEKS:
        return np.zeros(len(counts), dtype=bool)
    recent = counts[:, -LASTING_WEEKS:]
    least = np.maximum(LASTING_SHARE * recent.sum(axis=0), LEAST_COUNT)
    return np.asarray((recent >= least).all(axis=1))
