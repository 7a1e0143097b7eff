"""What is asked of one series of counts: did it jump this week, did it drift over the weeks, and by what chance."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import erfc, sqrt

import numpy as np

from bot.curation.movement.noise import PRIOR_DISPERSION, Flags, Floats, dispersions, tails, usual_weeks

LEAST_COUNT = 5
LEAST_EFFECT = 1.3
_LEAST_DRIFT = 1.5
_DRIFT_WEEKS = 5
_STILL = 1.1
"""How far this week must lie beyond the middle of a steady drift, which pulls that middle along."""
_STILL_MOVING = 1.15
"""How far it must lie beyond the last four weeks: what rose long ago and stays there does not rise now."""
_LAST_WEEKS = 4


@dataclass(frozen=True, slots=True)
class Series:
    """One series of a theme: this week's *count*, how many came *before* it, and how many were *expected*.

    *rise* and *fall* are the one-sided chances of a jump; *drift* is how steadily it goes up (or down, below zero) in
    standard deviations, *factor* by how much in all, *lately* this week's share by that of the last four weeks.
    """

    count: int
    before: int
    expected: float
    rise: float = 1.0
    fall: float = 1.0
    drift: float = 0.0
    factor: float = 1.0
    lately: float = 1.0

    @property
    def ratio(self) -> float:
        """This week's count by what was expected."""
        return self.count / max(self.expected, 1e-9)

    def answers(self) -> Iterator[tuple[str, float, bool]]:
        """Yield each question, its chance, and whether the effect is large enough to be worth telling."""
        falls = self.ratio <= 1 / LEAST_EFFECT and self.expected >= LEAST_COUNT
        yield "rise", self.rise, self.ratio >= LEAST_EFFECT and self.count >= LEAST_COUNT
        yield "fall", self.fall, falls
        upward = erfc(self.drift / sqrt(2)) / 2
        goes_up = self.ratio >= _STILL and self.lately >= _STILL_MOVING
        goes_down = self.ratio <= 1 / _STILL and self.lately <= 1 / _STILL_MOVING
        yield "drift up", upward, self.factor >= _LEAST_DRIFT and goes_up and self.count >= LEAST_COUNT
        yield "drift down", 1 - upward, self.factor <= 1 / _LEAST_DRIFT and goes_down


def to_series(counts: Floats, sizes: Floats) -> list[Series]:
    """Judge each row of *counts*, themes by weeks, the newest last, against its own past; *sizes* are the exposures."""
    history, past = counts[:, :-1], sizes[:-1]
    if not history.shape[1]:
        return [Series(int(row[-1]), 0, float(row[-1])) for row in counts]
    usual = np.array([usual_weeks(row, past, 2 * PRIOR_DISPERSION) for row in history], dtype=bool)
    spread = dispersions(history, past, usual)
    shares = counts.sum(axis=1) / max(counts.sum(), 1.0)
    spread = spread + (spread * shares**2).sum()  # the exposure is estimated from the same uneven themes
    return [_series(*each, sizes) for each in zip(counts, usual, map(float, spread), strict=True)]


def _series(counts: Floats, usual: Flags, spread: float, sizes: Floats) -> Series:
    seen = float(sizes[:-1][usual].sum())
    expected = (float(counts[:-1][usual].sum()) + 0.25) / seen * float(sizes[-1])
    uncertain = float(sizes[-1]) / seen
    variance = expected * (1 + uncertain) + spread * expected**2 * (1 + 1 / int(usual.sum()))
    fall, rise = tails(int(counts[-1]), expected, variance)
    shown = np.append(usual, True)
    drift, factor = _drift(counts[shown], sizes[shown], spread)
    lately = _lately(counts[shown], sizes[shown])
    return Series(int(counts[-1]), int(counts[:-1].sum()), expected, rise, fall, drift, factor, lately)


def _lately(counts: Floats, sizes: Floats) -> float:
    """Return this week's share of what was said by that of the last four weeks before it."""
    before = slice(-1 - _LAST_WEEKS, -1)
    share = (counts[before].sum() + 0.25) / sizes[before].sum()
    return float(counts[-1] / sizes[-1] / share)


def _drift(counts: Floats, sizes: Floats, spread: float) -> tuple[float, float]:
    """Return how steadily a series goes up, in standard deviations, and by what factor from its start to its end.

    The score test for a slope in a log-linear model with negative binomial variance; 0 for under five weeks.
    """
    weeks = len(counts)
    if weeks < _DRIFT_WEEKS:
        return 0.0, 1.0
    expected = (counts.sum() + 0.25) / sizes.sum() * sizes
    variance = expected + spread * expected**2
    weights = expected / variance
    when = np.arange(weeks, dtype=np.float64)
    when -= (when * weights * expected).sum() / (weights * expected).sum()
    score = (when * weights * (counts - expected)).sum()
    noise = sqrt((when**2 * weights**2 * variance).sum())
    third = max(2, weeks // 3)
    last = (counts[-third:].sum() + 0.5) / sizes[-third:].sum()
    first = (counts[:third].sum() + 0.5) / sizes[:third].sum()
    return float(score / max(noise, 1e-9)), float(last / first)
