"""Which way a voice leans, by its meaning: the direction from complaint to praise, learnt from all voices at hand.

The tone of single texts is read from words and is wrong at times: "another great thing from your staff". Averaged over
many voices of one theme those errors cancel out; what is left is a direction in the space of meanings. On real
feedback it tells praise that was read right from praise that was read wrong better than the words' own score.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from bot.curation.choosing.candidates import Candidate
from bot.curation.theming.clusters import Matrix
from bot.domain.verbatim import Vector

FEWEST = 30
"""Voices of praise, and as many of complaint, from which the direction is learnt."""


@dataclass(frozen=True, slots=True)
class Leaning:
    """The *direction* from complaint to praise, with the middle of the voices of each along it."""

    direction: Vector = field(repr=False)
    complaint: float
    praise: float

    def of(self, vectors: Matrix) -> NDArray[np.floating]:
        """Return how far each row leans: 1 like the average praise, -1 like the average complaint, rounded."""
        along = vectors @ self.direction
        return np.round((2 * along - self.praise - self.complaint) / (self.praise - self.complaint), 3)


def learn_leaning(voices: Sequence[Candidate], vectors: Matrix) -> Leaning | None:
    """Learn the direction from *voices* and their *vectors*, within each theme, so that no topic passes for a tone.

    None where too few are of one tone, or where praise and complaint lie in one place.
    """
    tones = np.array([voice.tone for voice in voices])
    if np.sum(tones > 0) < FEWEST or np.sum(tones < 0) < FEWEST:
        return None
    rest = vectors - _theme_middles(voices, vectors)
    direction = rest[tones > 0].mean(axis=0) - rest[tones < 0].mean(axis=0)
    length = float(np.linalg.norm(direction))
    if length < 1e-6:
        return None
    direction = (direction / length).astype(np.float32)
    along = vectors @ direction
    praise, complaint = float(along[tones > 0].mean()), float(along[tones < 0].mean())
    return Leaning(direction, complaint, praise) if praise - complaint > 1e-3 else None


def _theme_middles(voices: Sequence[Candidate], vectors: Matrix) -> Matrix:
    ids = {theme: number for number, theme in enumerate(sorted({voice.theme for voice in voices}))}
    numbers = np.array([ids[voice.theme] for voice in voices])
    sums = np.zeros((len(ids), vectors.shape[1]), dtype=np.float32)
    np.add.at(sums, numbers, vectors)
    sizes = np.bincount(numbers, minlength=len(ids)).astype(np.float32)
    return np.asarray((sums / sizes[:, None])[numbers], dtype=np.float32)
