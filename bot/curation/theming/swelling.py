"""What a week says far more of than usual, inside a theme or across several: a part that deserves its own line.

A frozen theme is as fine as its first weeks made it. When one of several things that it holds is suddenly said three
times as often, the theme as a whole may hardly move. So every text of the week is tried as the middle of a
neighbourhood, whose size is compared with the same neighbourhood in the weeks before.
"""

from math import exp, lgamma, log

import numpy as np

from bot.curation.theming.clusters import Matrix
from bot.curation.theming.emergence import apart, thinned

_LEAST = 8
_FACTOR = 1.8
"""Least that a neighbourhood must have grown by."""
_DISPERSION = 0.05
"""How much weeks vary beyond dice, as a share of the squared mean: what is usual for large themes."""
_CHANCE = 0.02
"""Chance of one false swelling in a week."""
_RADII = (0.5, 0.6, 0.7)
_NEAREST = 3
_TRIES = 800
_WEEK = 3000
_HISTORY = 8000


def swollen_centres(rows: Matrix, history: Matrix, weeks: int, known: Matrix) -> Matrix:
    """Return the centres of what *rows* say far more often than the *weeks* of *history* did, at most three.

    Each text is tried together with the two nearest to it; their middle is the centre, and only the others around it
    are counted. The chance is that of a negative binomial with the mean of those weeks, times the number of
    neighbourhoods that are really different: the tries over how many texts the middle one holds.
    """
    week, past = thinned(rows, _WEEK), thinned(history, _HISTORY)
    tried = thinned(week, _TRIES)
    if len(week) <= _NEAREST or not len(past) or weeks < 3:
        return np.zeros((0, rows.shape[1]), dtype=np.float32)
    nearest = np.argsort(-np.round(tried @ week.T, 5), axis=1, kind="stable")[:, :_NEAREST]
    middles = week[nearest].sum(axis=1)
    middles /= np.maximum(np.linalg.norm(middles, axis=1, keepdims=True), 1e-9)
    now, before = np.round(middles @ week.T, 5), np.round(middles @ past.T, 5)
    np.put_along_axis(now, nearest, -1.0, axis=1)
    exposure = len(week) / len(past)
    swollen = []
    for radius in _RADII:
        here, there = (now >= radius).sum(axis=1), (before >= radius).sum(axis=1)
        different = len(_RADII) * len(tried) / max(1.0, float(np.median(here)))
        for number in np.flatnonzero((here >= _LEAST) & (here >= _FACTOR * there * exposure)).tolist():
            expected = (int(there[number]) + 0.5) * exposure
            chance = tail(int(here[number]), expected, _DISPERSION + 1 / (weeks * expected))
            if chance * different < _CHANCE:
                swollen.append((chance, number, radius))
    return apart([(middles[number], radius) for _, number, radius in sorted(swollen)], week, known)


def tail(count: int, mean: float, dispersion: float) -> float:
    """Return the chance of *count* or more under a negative binomial with variance mean + dispersion · mean²."""
    size = 1 / dispersion
    share = size / (size + mean)
    below = sum(
        exp(lgamma(k + size) - lgamma(size) - lgamma(k + 1) + size * log(share) + k * log(1 - share))
        for k in range(count)
    )
    return max(0.0, 1.0 - below)
