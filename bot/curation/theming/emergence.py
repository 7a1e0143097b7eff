"""Themes that come later: tight groups in what no theme holds, and what a week says that no week said before."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import lgamma, log

import numpy as np
from numpy.typing import NDArray

from bot.curation.theming.clusters import Matrix, Numbers, crowds, similarities, unit
from bot.domain.verbatim import Vector

RADIUS = 0.55
"""Least cosine with a group's middle text, around their languages' means."""

_TOGETHER = 0.7
"""Centres nearer than this are one theme."""
_LEAST = 5
_SHARE = 0.015
_AT_MOST = 3
_BEFORE = 0.25
"""Most that a sudden topic may have been said in an average week before, as a share of this week."""
_CHANCE = 0.05
"""Chance of one false sudden topic in a week."""
_RADII = (0.45, 0.55)
_NEAREST = 3
_TRIES = 600
_WEEK = 3000
_HISTORY = 4000


def later_centres(rows: Matrix, known: Matrix, most: int) -> Matrix:
    """Return the centres of tight groups in *rows*, apart from each other and from those *known*; at most *most*."""
    least = max(_LEAST, round(_SHARE * len(rows)))
    found = np.zeros((0, rows.shape[1]), dtype=np.float32)
    for members in crowds(rows, RADIUS, least):
        if len(found) >= min(most, _AT_MOST):
            break
        centre = unit(rows[members].mean(axis=0, keepdims=True))
        others = np.concatenate([known, found])
        if not len(others) or similarities(centre, others).max() < _TOGETHER:
            found = np.concatenate([found, centre])
    return found


def sudden_centres(rows: Matrix, far: NDArray[np.bool_], history: Matrix, known: Matrix) -> Matrix:
    """Return the centres of what many of *rows* say and next to none of *history* did, at most three.

    Each text that is *far* from the themes is tried, together with the two nearest to it: their middle is the centre,
    and only the other texts of the week are counted beside those of the history. So no centre is judged by what it
    was made of, and the binomial chance of so many in this week, times the number of tries, is honest.
    """
    week, past = thinned(rows, _WEEK), thinned(history, _HISTORY)
    tried = thinned(rows[far], _TRIES)
    if len(week) <= _NEAREST or not len(tried) or not len(past):
        return np.zeros((0, rows.shape[1]), dtype=np.float32)
    nearest = np.argsort(-np.round(tried @ week.T, 5), axis=1, kind="stable")[:, :_NEAREST]
    middles = unit(week[nearest].sum(axis=1))
    now, before = np.round(middles @ week.T, 5), np.round(middles @ past.T, 5)
    np.put_along_axis(now, nearest, -1.0, axis=1)
    tests = [
        _Try(radius, number, int(here), int(there))
        for radius in _RADII
        for number, (here, there) in enumerate(
            zip((now >= radius).sum(axis=1), (before >= radius).sum(axis=1), strict=True)
        )
    ]
    exposure = len(week) / len(past)
    sudden = [each for each in tests if each.is_sudden(exposure, len(tests))]
    return apart([(middles[each.number], each.radius) for each in sorted(sudden, key=_Try.rank)], week, known)


@dataclass(frozen=True, slots=True)
class _Try:
    """One centre tried: how many lie within its *radius* this week, itself left out, and in the history."""

    radius: float
    number: int
    now: int
    before: int

    def is_sudden(self, exposure: float, tries: int) -> bool:
        """Return whether far more say so than a history of 1 / *exposure* times the size lets expect, in *tries*."""
        if self.now < _LEAST - 1 or self.before * exposure > _BEFORE * self.now:
            return False
        return _chance(self.now, self.before, exposure / (1 + exposure)) * tries < _CHANCE

    def rank(self) -> tuple[int, int]:
        """The one with most texts first."""
        return (-self.now, self.number)


def apart(centres: Sequence[tuple[Vector, float]], rows: Matrix, known: Matrix) -> Matrix:
    """Return the middles of what lies around *centres*, as far as they are apart from each other and those *known*."""
    found = np.zeros((0, rows.shape[1]), dtype=np.float32)
    for centre, radius in centres:
        around = rows[np.round(rows @ centre, 5) >= radius]
        if not len(around) or len(found) == _AT_MOST:
            continue
        middle = unit(around.mean(axis=0, keepdims=True))
        if (
            max(similarities(middle, found).max(initial=-1.0) + 0.2, similarities(middle, known).max(initial=-1.0))
            < _TOGETHER
        ):
            found = np.concatenate([found, middle])
    return found


def thinned(rows: Matrix, most: int) -> Matrix:
    """Return at most *most* of *rows*, evenly taken."""
    step = -(-len(rows) // most) if len(rows) else 1
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
