"""Vector arithmetic on the unit sphere that themes are made with; every result is the same for the same input."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float32]
Numbers = NDArray[np.intp]

_CHUNK = 2048


def unit(rows: Matrix) -> Matrix:
    """Return *rows* at length one; a row of zeros stays one."""
    length = np.linalg.norm(rows, axis=-1, keepdims=True)
    return np.asarray(rows / np.maximum(length, 1e-9), dtype=np.float32)


def similarities(rows: Matrix, centres: Matrix) -> Matrix:
    """Return the cosine of every row with every centre, in double precision and rounded.

    So a tie is a tie in whatever order and batch the rows come: BLAS adds up differently for other shapes.
    """
    wide = centres.T.astype(np.float64)
    parts = [np.round(rows[start : start + _CHUNK] @ wide, 6) for start in range(0, len(rows), _CHUNK)]
    return np.concatenate(parts).astype(np.float32) if parts else np.zeros((0, len(centres)), dtype=np.float32)


def supported(similarity: Matrix, least: float, most: int) -> Numbers:
    """Return the columns that remain when those with the fewest nearest rows give theirs up, one by one.

    What remains has at least *least* rows each and is at most *most*.
    """
    live = np.arange(similarity.shape[1])
    while live.size:
        counts = np.bincount(similarity[:, live].argmax(axis=1), minlength=live.size)
        weakest = int(counts.argmin())
        if counts[weakest] >= least and live.size <= most:
            break
        live = np.delete(live, weakest)
    return live


def spread(rows: Matrix, centres: Matrix, count: int, seed: int) -> Matrix:
    """Return *count* more centres, drawn from *rows* with odds by their distance to all centres before (k-means++)."""
    random = np.random.default_rng(seed)
    distance = np.ones(len(rows)) if not len(centres) else 1.0 - similarities(rows, centres).max(axis=1)
    added: list[Matrix] = []
    for _ in range(count):
        odds = np.maximum(distance, 0.0) ** 2
        if odds.sum() <= 1e-6:
            break
        added.append(rows[random.choice(len(rows), p=odds / odds.sum())])
        distance = np.minimum(distance, 1.0 - similarities(rows, added[-1][None])[:, 0])
    return np.array(added, dtype=np.float32).reshape(-1, rows.shape[1])


def settle(rows: Matrix, centres: Matrix, pull: Matrix, rounds: int = 12) -> Matrix:
    """Move *centres* to the middle of their nearest rows (spherical k-means), each held back by its *pull* vector.

    A pull of zeros is none. A centre that loses all its rows stays where it was.
    """
    nearest = np.full(len(rows), -1)
    for _ in range(rounds):
        before, nearest = nearest, similarities(rows, centres).argmax(axis=1)
        if np.array_equal(before, nearest):
            break
        sums = np.zeros_like(centres)
        for centre in range(len(centres)):
            sums[centre] = rows[nearest == centre].sum(axis=0)
        held = np.bincount(nearest, minlength=len(centres))[:, None] > 0
        centres = np.where(held, unit(unit(sums) + pull), centres).astype(np.float32)
    return centres


def crowds(rows: Matrix, radius: float, least: int) -> Iterator[Numbers]:
    """Yield tight groups, the largest first: a row and all free ones with a cosine of at least *radius* to it."""
    close = similarities(rows, rows) >= radius
    free = np.ones(len(rows), dtype=bool)
    while free.sum() >= max(least, 1):
        counts = (close & free).sum(axis=1) * free
        centre = int(counts.argmax())
        if counts[centre] < least:
            return
        members = np.flatnonzero(close[centre] & free)
        yield members
        free[members] = False
