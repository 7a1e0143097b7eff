"""Whether a theme moved: this week's count against up to eight weeks before, by a test that knows its noise.

The model is negative binomial: counts vary more than dice do, by a dispersion estimated over all themes and drawn
towards what they share. Weeks are compared by their exposure, how much was said by the themes that behaved, so a week
of twice the volume raises nothing by itself, and one burst lowers nothing else. Every question asked of a week is
answered together: false discoveries are held at *FDR*. docs/trend.md defines the labels and says what was measured.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log, sqrt

import numpy as np

from bot.curation.noise import Floats, dispersions, exposures, false_discovery_rates, tails, usual_weeks
from bot.curation.theme_state import REST
from bot.domain.digest import Label

FDR = 0.1
LEAST_COUNT = 5
LEAST_EFFECT = 1.3
MOST_WEEKS = 8
LEAST_WEEKS = 3
"""Weeks of history without which nothing but ``new`` is said."""
LASTING_WEEKS = 4
LASTING_SHARE = 0.03
_SHARES = {("all", "jump"): 0.45, ("critical", "jump"): 0.25, ("all", "slope"): 0.2, ("critical", "slope"): 0.1}
"""How the risk of a false alarm is split over a theme's questions."""
_SLOPE_WEEKS = 4
_SLOPE_EFFECT = 1.5
_STILL = 1.1
"""How far this week must lie beyond the middle of a steady drift, which pulls that middle along."""


@dataclass(frozen=True, slots=True)
class Movement:
    """What a theme did. *moved_by*: ``all`` or ``critical``, the series that the numbers are of.

    *expected*: this week's count had nothing changed; *p* its chance, *q* after all others were asked too; *score*
    how far it moved beyond its noise, weighed by size: 0 where it did not.
    """

    label: Label
    moved_by: str
    p: float
    q: float
    score: float
    expected: float


@dataclass(frozen=True, slots=True)
class _Finding:
    """One series of one theme: this week's *count*, what was *expected*, and two questions with their chances.

    *jump*, *slope*: two-sided; *up* and *along* say in which direction.
    """

    count: int
    before: int
    expected: float
    jump: float
    up: bool
    slope: float
    along: bool
    drift: float


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
    findings = {
        ("all", theme): found for theme, found in zip(ids, _findings(everything, sizes), strict=True) if theme != REST
    }
    against = _findings(_matrix([critical.get(theme, ()) for theme in ids], weeks), sizes)
    findings |= {("critical", theme): found for theme, found in zip(ids, against, strict=True) if theme != REST}
    judged = _judged(findings, weeks - 1)
    lasting = _lasting(everything)
    return {
        theme: judged.get(theme) or _unmoved(findings.get(("all", theme)), bool(lasts) and theme != REST)
        for theme, lasts in zip(ids, lasting, strict=True)
    }


def _matrix(rows: Sequence[Sequence[int]], weeks: int) -> Floats:
    """Return themes by weeks, the oldest week first."""
    filled = [[*row[:weeks], *[0] * (weeks - len(row))][::-1] for row in rows]
    return np.array(filled, dtype=np.float64)


def _findings(counts: Floats, sizes: Floats) -> list[_Finding]:
    history, past = counts[:, :-1], sizes[:-1]
    rough = 2 * 0.03
    usual = np.array([usual_weeks(row, past, rough) for row in history], dtype=bool).reshape(history.shape)
    spread = dispersions(history, past, usual) if history.shape[1] else np.zeros(len(counts))
    if history.shape[1]:
        shares = counts.sum(axis=1) / max(counts.sum(), 1.0)
        spread = spread + (spread * shares**2).sum()  # the exposure is estimated from the same uneven themes
    return [_finding(counts[i], sizes, np.append(usual[i], True), float(spread[i])) for i in range(len(counts))]


def _finding(
    counts: Floats, sizes: Floats, usual: np.ndarray[tuple[int], np.dtype[np.bool_]], spread: float
) -> _Finding:
    count, before = int(counts[-1]), int(counts[:-1].sum())
    seen = float(sizes[:-1][usual[:-1]].sum())
    if not seen:
        return _Finding(count, before, float(count), 1.0, True, 1.0, True, 1.0)
    share = (float(counts[:-1][usual[:-1]].sum()) + 0.25) / seen
    expected = share * float(sizes[-1])
    uncertain = float(sizes[-1]) / seen
    variance = expected * (1 + uncertain) + spread * expected**2 * (1 + 1 / int(usual[:-1].sum()))
    low, high = tails(count, expected, variance)
    slope, drift = _slope(counts[usual], sizes[usual], spread)
    return _Finding(
        count, before, expected, min(1.0, 2 * min(low, high)), high < low, _two_sided(slope), slope > 0, drift
    )


def _slope(counts: Floats, sizes: Floats, spread: float) -> tuple[float, float]:
    """Return how steadily a series goes up or down, in standard deviations, and by what factor it went in all."""
    weeks = len(counts)
    if weeks <= _SLOPE_WEEKS:
        return 0.0, 1.0
    rate = (counts.sum() + 0.25) / sizes.sum()
    expected = rate * sizes
    variance = expected + spread * expected**2
    weights = expected / variance
    when = np.arange(weeks, dtype=np.float64)
    middle = (when * weights * expected).sum() / (weights * expected).sum()
    score = ((when - middle) * weights * (counts - expected)).sum()
    noise = sqrt(((when - middle) ** 2 * weights**2 * variance).sum())
    third = max(2, weeks // 3)
    last = (counts[-third:].sum() + 0.5) / sizes[-third:].sum()
    first = (counts[:third].sum() + 0.5) / sizes[:third].sum()
    return float(score / max(noise, 1e-9)), float(last / first)


def _two_sided(deviations: float) -> float:
    from math import erfc

    return erfc(abs(deviations) / sqrt(2))


def _judged(findings: Mapping[tuple[str, str], _Finding], history: int) -> dict[str, Movement]:
    """Return the themes that moved, by their whole series if that moved, else by the critical one.

    A theme's four questions are first made one, then themes are held against each other: else one theme that moved
    in all four would open the door to chance in others.
    """
    by_theme: dict[str, dict[str, _Finding]] = {}
    for (series, theme), found in findings.items():
        if max(found.count, found.expected) >= LEAST_COUNT:
            by_theme.setdefault(theme, {})[series] = found
    chances = np.array([_together(each) for each in by_theme.values()])
    rates = false_discovery_rates(chances)
    moved: dict[str, Movement] = {}
    for (theme, each), p, q in zip(by_theme.items(), chances, rates, strict=True):
        if q > FDR:
            continue
        found_in = (_movement(series, found, float(p), float(q), history) for series, found in each.items())
        movement = next((m for m in found_in if m is not None), None)
        if movement is not None:
            moved[theme] = movement
    return moved


def _together(found: Mapping[str, _Finding]) -> float:
    """Return the chance of a theme's questions together: the smallest, each paid for by its share (Bonferroni)."""
    return min(
        1.0,
        *(each.jump / _SHARES[series, "jump"] for series, each in found.items()),
        *(each.slope / _SHARES[series, "slope"] for series, each in found.items()),
    )


def _movement(series: str, found: _Finding, p: float, q: float, history: int) -> Movement | None:
    """Return how *series* moved, if it is what made *p* small and the effect is worth telling."""
    ratio = found.count / max(found.expected, 1e-9)
    jumped = found.jump <= _enough(p) and max(ratio, 1 / max(ratio, 1e-9)) >= LEAST_EFFECT
    if jumped and found.up and found.count >= LEAST_COUNT:
        new = series == "all" and found.before < LEAST_COUNT
        if new or history >= LEAST_WEEKS:
            return _moved(Label.NEW if new else Label.RISING, series, found, found.jump, q)
    if history < LEAST_WEEKS:
        return None
    if jumped and not found.up and found.expected >= LEAST_COUNT:
        return _moved(Label.FADING, series, found, found.jump, q)
    drifted = found.slope <= _enough(p) and max(found.drift, 1 / found.drift) >= _SLOPE_EFFECT
    if drifted and found.along == (ratio > 1) and max(ratio, 1 / max(ratio, 1e-9)) >= _STILL:
        return _moved(Label.RISING if found.along else Label.FADING, series, found, found.slope, q)
    return None


def _enough(p: float) -> float:
    """Return what a single question of a theme must reach for the theme to have moved by it."""
    return max(p, 0.01)


def _moved(label: Label, series: str, found: _Finding, p: float, q: float) -> Movement:
    score = sqrt(-2 * log(max(p, 1e-300)) * max(found.count, found.expected))
    return Movement(label, series, p, q, round(score, 4), round(found.expected, 2))


def _unmoved(found: _Finding | None, lasts: bool) -> Movement:
    label = Label.PERSISTENT if lasts else Label.STEADY
    if found is None:
        return Movement(label, "all", 1.0, 1.0, 0.0, 0.0)
    return Movement(label, "all", found.jump, 1.0, 0.0, round(found.expected, 2))


def _lasting(counts: Floats) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Return which themes were said often enough in each of the last weeks."""
    if counts.shape[1] < LASTING_WEEKS:
        return np.zeros(len(counts), dtype=bool)
    recent = counts[:, -LASTING_WEEKS:]
    least = np.maximum(LASTING_SHARE * recent.sum(axis=0), LEAST_COUNT)
    return np.asarray((recent >= least).all(axis=1))
