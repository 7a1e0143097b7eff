"""Themes that come later: tight groups in what no theme holds, and what a week says that no week said before."""

from math import lgamma, log

import numpy as np

from bot.curation.clusters import Matrix, Numbers, crowds, similarities, unit

RADIUS = 0.5
"""Least cosine with a group's middle text, around their languages' means."""

_TOGETHER = 0.7
"""Centres nearer than this are one theme."""
_LEAST = 5
_SHARE = 0.012
_AT_MOST = 3
_BEFORE = 0.15
"""Most that a sudden topic may have been said in an average week before, as a share of this week."""
_CHANCE = 0.001
_HISTORY = 4000


def later_centres(rows: Matrix, known: Matrix, week_size: int, most: int) -> Matrix:
    """Return the centres of tight groups in *rows*, apart from each other and from those *known*; at most *most*."""
    least = max(_LEAST, round(_SHARE * week_size))
    found = np.zeros((0, rows.shape[1]), dtype=np.float32)
    for members in crowds(rows, RADIUS, least):
        if len(found) >= min(most, _AT_MOST):
            break
        centre = unit(rows[members].mean(axis=0, keepdims=True))
        others = np.concatenate([known, found])
        if not len(others) or similarities(centre, others).max() < _TOGETHER:
            found = np.concatenate([found, centre])
    return found


def sudden_centres(rows: Matrix, history: Matrix, known: Matrix, exposure: float) -> Matrix:
    """Return the centres of what many of *rows* say and next to none of *history* did, at most three.

    *exposure* is the size of this week over that of the history. Each text is tried as a centre and counts its own
    neighbours, itself left out, so that no centre is fitted to the week that it is tested on; the binomial chance of
    so many in this week is held against the number of tries.
    """
    past = _thinned(history)
    exposure *= len(history) / max(len(past), 1)
    now = similarities(rows, rows) >= RADIUS
    before = (similarities(rows, past) >= RADIUS).sum(axis=1)
    np.fill_diagonal(now, val=False)
    free = np.ones(len(rows), dtype=bool)
    found = np.zeros((0, rows.shape[1]), dtype=np.float32)
    while len(found) < _AT_MOST:
        counts = np.where(free, (now & free).sum(axis=1), 0)
        usual = before * exposure
        fit = [
            i for i in np.flatnonzero((counts >= _LEAST - 1) & (usual <= _BEFORE * counts))
            if _chance(int(counts[i]), int(before[i]), exposure / (1 + exposure)) * len(rows) < _CHANCE
        ]  # fmt: skip
        if not fit:
            break
        best = max(fit, key=lambda i: (counts[i], -i))
        members = np.flatnonzero((now[best] & free) | (np.arange(len(rows)) == best))
        free[members] = False
        centre = unit(rows[members].mean(axis=0, keepdims=True))
        others = np.concatenate([known, found])
        if not len(others) or similarities(centre, others).max() < _TOGETHER:
            found = np.concatenate([found, centre])
    return found


def _thinned(rows: Matrix) -> Matrix:
    """Return at most *_HISTORY* of *rows*, evenly taken."""
    step = -(-len(rows) // _HISTORY) if len(rows) else 1
    return rows[::step]


def _chance(now: int, before: int, share: float) -> float:
    """Return the binomial chance that at least *now* of *now + before* fall into a week that is *share* of all."""
    total = now + before
    logs = [
        lgamma(total + 1) - lgamma(k + 1) - lgamma(total - k + 1) + k * log(share) + (total - k) * log(1 - share)
        for k in range(now, total + 1)
    ]
    return float(np.exp(logs).sum())


def to_kept(rows: Matrix) -> np.ndarray[tuple[int, int], np.dtype[np.int8]]:
    """Return unit vectors as one byte a number."""
    top = np.maximum(np.abs(rows).max(axis=1, keepdims=True), 1e-9) if len(rows) else 1.0
    return np.asarray(np.round(rows / top * 127), dtype=np.int8).reshape(len(rows), rows.shape[1])


def members_of(rows: Matrix, centres: Matrix, known: Matrix) -> list[Numbers]:
    """Return for each of *centres* the rows that are nearer to it than to any other or any of *known*."""
    nearest = similarities(rows, np.concatenate([known, centres])).argmax(axis=1)
    return [np.flatnonzero(nearest == len(known) + number) for number in range(len(centres))]
