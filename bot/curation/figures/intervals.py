"""How sure a change is: intervals of differences, and which of several changes stand when looked at together."""

import hashlib
from collections.abc import Callable, Sequence
from math import sqrt
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

Interval = tuple[float, float]
IntervalAt = Callable[[float], Interval]
"""The interval of a difference at a confidence level between 0 and 1."""

RESAMPLES = 4000
_SMALLEST_P = 1e-9


def _z(level: float) -> float:
    return NormalDist().inv_cdf(0.5 + level / 2)


def wilson(part: int, whole: int, level: float = 0.95) -> Interval:
    """Return the score interval of the share *part* of *whole* (Wilson 1927, JASA 22:209)."""
    z = _z(level)
    share = part / whole
    centre = share + z * z / (2 * whole)
    half = z * sqrt(share * (1 - share) / whole + z * z / (4 * whole * whole))
    return (centre - half) / (1 + z * z / whole), (centre + half) / (1 + z * z / whole)


def newcombe(part: int, whole: int, part_before: int, whole_before: int, level: float = 0.95) -> Interval:
    """Return the interval of the difference of two independent shares, now minus before.

    Method 10, the hybrid score interval (Newcombe 1998, Statistics in Medicine 17:873).
    """
    now, before = part / whole, part_before / whole_before
    low, high = wilson(part, whole, level)
    low_before, high_before = wilson(part_before, whole_before, level)
    below = sqrt((now - low) ** 2 + (high_before - before) ** 2)
    above = sqrt((high - now) ** 2 + (before - low_before) ** 2)
    return now - before - below, now - before + above


def nps_difference(now: Sequence[int], before: Sequence[int], level: float = 0.95) -> Interval:
    """Return the interval of the difference of two net promoter scores, in points (-200 to 200).

    Each side is counted as *(promoters, passives, detractors)*. The variance is the multinomial's,
    (p + d - (p - d)²) / n, with 3/4, 3/2 and 3/4 answers added (the adjusted Wald interval that Rocks 2016,
    The American Statistician 70:365, found to keep its level): a side of promoters alone is not free of doubt.
    """
    centre, variance = _net_score(now)
    centre_before, variance_before = _net_score(before)
    half = _z(level) * sqrt(variance + variance_before)
    return 100 * (centre - centre_before - half), 100 * (centre - centre_before + half)


def _net_score(counts: Sequence[int]) -> tuple[float, float]:
    promoters, passives, detractors = counts
    whole = promoters + passives + detractors + 3
    up, down = (promoters + 0.75) / whole, (detractors + 0.75) / whole
    return up - down, (up + down - (up - down) ** 2) / whole


def median_difference(now: Sequence[float], before: Sequence[float], seed: str) -> IntervalAt:
    """Return the bootstrap percentile interval of the difference of two medians, the same for the same *seed*.

    Efron 1979 (Annals of Statistics 7:1), 4,000 resamples of each side.
    """
    digest = hashlib.sha256(seed.encode()).digest()
    generator = np.random.default_rng(np.frombuffer(digest, dtype=np.uint32))
    differences = np.sort(_medians(now, generator) - _medians(before, generator))

    def interval(level: float) -> Interval:
        low, high = np.quantile(differences, [(1 - level) / 2, (1 + level) / 2])
        return float(low), float(high)

    return interval


def _medians(values: Sequence[float], generator: np.random.Generator) -> NDArray[np.float64]:
    """Return the medians of resamples of *values* without drawing them one by one.

    The rank of a resample's m-th smallest is that of the m-th smallest of n uniform numbers, a Beta(m, n + 1 - m);
    the next one up is the smallest of n - m uniform numbers above it (David & Nagaraja 2003, Order Statistics, ch. 2).
    """
    ordered = np.sort(np.asarray(values, dtype=np.float64))
    n = len(ordered)
    m = (n + 1) // 2
    lower = generator.beta(m, n + 1 - m, RESAMPLES)
    low: NDArray[np.float64] = ordered[np.minimum((lower * n).astype(int), n - 1)]
    if n % 2:
        return low
    upper = lower + (1 - lower) * (1 - generator.random(RESAMPLES) ** (1 / (n - m)))
    high: NDArray[np.float64] = ordered[np.minimum((upper * n).astype(int), n - 1)]
    middle: NDArray[np.float64] = (low + high) / 2
    return middle


def p_value(interval: IntervalAt) -> float:
    """Return the smallest error rate at which *interval* excludes zero: the test that the interval stands for."""
    low, high = _SMALLEST_P, 1.0
    if _excludes_zero(interval(1 - low)):
        return low
    for _ in range(40):
        middle = sqrt(low * high)
        if _excludes_zero(interval(1 - middle)):
            high = middle
        else:
            low = middle
    return high


def _excludes_zero(interval: Interval) -> bool:
    return interval[0] > 0 or interval[1] < 0


def holm(p_values: Sequence[float], alpha: float = 0.05) -> list[bool]:
    """Return which of *p_values* stand when all are looked at together (Holm 1979, Scand. J. Statistics 6:65)."""
    stands = [False] * len(p_values)
    for step, index in enumerate(sorted(range(len(p_values)), key=lambda i: p_values[i])):
        if p_values[index] > alpha / (len(p_values) - step):
            break
        stands[index] = True
    return stands
