"""How much counts vary by themselves: exposure, robust history, dispersion, and the chance of what was seen."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

PRIOR_DISPERSION = 0.03
"""Variance beyond dice, as a share of the squared mean, before anything is known: weeks differ by about a sixth."""
_PRIOR_WEIGHT = 4.0
"""Weeks of a large theme's history that the prior counts for."""
_OWN = 10.0
"""Weeks of a large theme's own history that what all themes share counts for."""
_UNEVEN = 2.5
_CAUTION = (1.3, 3.0)
"""What an estimate is raised by, and what is added to that over the number of weeks it is made from: too low a
dispersion costs false alarms, too high only little power."""
_OUTLIER = 4.0
_BEHAVED = 2.5
_ROUNDS = 4


def exposures(counts: Floats) -> Floats:
    """Return how much was said in each week (columns of *counts*, themes in rows), 1 being the average of them.

    Themes that are far off in a week do not count for that week: one that bursts does not make the others look small
    (the idea of the trimmed mean of M-values, Robinson and Oshlack 2010).
    """
    totals = counts.sum(axis=0)
    sizes = totals / max(totals.mean(), 1e-9)
    for _ in range(_ROUNDS):
        rates = np.median(counts / np.maximum(sizes, 1e-9), axis=1, keepdims=True)
        expected = rates * sizes
        off = np.abs(counts - expected) / np.sqrt(expected + PRIOR_DISPERSION * expected**2 + 1.0)
        kept = off <= _BEHAVED
        base = (rates * kept).sum(axis=0)
        refined = np.where(base > 0, (counts * kept).sum(axis=0) / np.maximum(base, 1e-9), sizes)
        sizes = np.maximum(refined / max(refined.mean(), 1e-9), 1e-6)
    return np.asarray(sizes, dtype=np.float64)


def usual_weeks(history: Floats, sizes: Floats, dispersion: float) -> Flags:
    """Return which weeks of a theme's *history* say what is usual: all but lone outliers.

    A week is one when it is far from all the others together and no week beside it is far off the same way; two in a
    row are a new level. From four weeks on, and at most one in four.
    """
    weeks = len(history)
    if weeks < 4:
        return np.ones(weeks, dtype=bool)
    others = (history.sum() - history) / np.maximum(sizes.sum() - sizes, 1e-9) * sizes
    off = (history - others) / np.sqrt(others + dispersion * others**2 + 0.5)
    lone = [
        abs(off[w]) > _OUTLIER
        and not any(off[v] * np.sign(off[w]) > _OUTLIER / 2 for v in (w - 1, w + 1) if 0 <= v < weeks)
        for w in range(weeks)
    ]
    worst = np.argsort(-np.abs(off), kind="stable")[: weeks // 4]
    kept = np.ones(weeks, dtype=bool)
    kept[[w for w in worst if lone[w]]] = False
    return kept


def dispersions(history: Floats, sizes: Floats, usual: Flags) -> Floats:
    """Return each theme's dispersion: its own by moments, drawn towards what all themes share, and that to a prior.

    The most uneven of themes are left out of what is shared: they keep their own.
    """
    weeks = usual.sum(axis=1)
    rates = (history * usual).sum(axis=1) / np.maximum((sizes * usual).sum(axis=1), 1e-9)
    expected = rates[:, None] * sizes
    free = weeks / np.maximum(weeks - 1, 1)
    excess = ((free[:, None] * (history - expected) ** 2 - expected) * usual).sum(axis=1)
    own = excess / np.maximum((expected**2 * usual).sum(axis=1), 1e-9)
    dice = 1 / np.maximum(expected.mean(axis=1), 1e-3)
    # A theme says as much about dispersion as it is not drowned by its dice.
    telling = np.where(weeks > 1, (weeks - 1) * (PRIOR_DISPERSION / (PRIOR_DISPERSION + dice)) ** 2, 0.0)
    middle = max((own * telling).sum() / max(telling.sum(), 1e-9), 0.0)
    plain = telling * (own <= _UNEVEN * (middle + dice))
    shared = ((own * plain).sum() + PRIOR_DISPERSION * _PRIOR_WEIGHT) / (plain.sum() + _PRIOR_WEIGHT)
    shared = max((_CAUTION[0] + _CAUTION[1] / history.shape[1]) * shared, 0.004)
    drawn = (own * telling + shared * _OWN) / (telling + _OWN)
    return np.asarray(np.maximum(drawn, shared), dtype=np.float64)


def tails(count: int, mean: float, variance: float) -> tuple[float, float]:
    """Return the chances of at most and of at least *count* in a negative binomial law with that mean and variance.

    Half of the chance of exactly *count* is left out of both (mid-p): counts are few, and whole tails would waste
    what they can tell.
    """
    size = mean**2 / max(variance - mean, 1e-6 * max(mean, 1e-6))
    log_stay = np.log(mean / (mean + size))
    top = int(max(count, mean + 12 * np.sqrt(variance))) + 30
    steps = np.arange(top)
    logs = np.concatenate([[0.0], np.cumsum(np.log((steps + size) / (steps + 1.0)) + log_stay)])
    chances = np.exp(logs - logs.max())
    chances /= chances.sum()
    half = chances[count] / 2
    return float(chances[:count].sum() + half), float(chances[count + 1 :].sum() + half)


def false_discovery_rates(chances: Floats) -> Floats:
    """Return the q-values of *chances*: the share of false alarms up to each (Benjamini and Hochberg 1995)."""
    order = np.argsort(chances, kind="stable")
    ranked = chances[order] * len(chances) / np.arange(1, len(chances) + 1)
    out = np.empty(len(chances))
    out[order] = np.minimum(np.minimum.accumulate(ranked[::-1])[::-1], 1.0)
    return out
