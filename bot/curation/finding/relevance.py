"""Which voices a question finds: those that say its words, and those that mean the same.

How near a short question comes to a text depends on the question, so nearness alone does not tell sense from nonsense.
How much nearness *differs* does: what customers talk about lies near some of them and far from others, nonsense lies
equally far from all. Measured on labelled feedback; docs/about.md has the numbers.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from bot.curation.choosing.candidates import Candidate
from bot.curation.finding.asked import Asked, pattern
from bot.curation.theming.rules import folded
from bot.domain.verbatim import Vector

TELLING = 0.066
"""Standard deviation of nearness from which a question is about something that customers talk about."""
LEAST = 0.30
"""Least score of what such a question finds."""
LEAST_OF_OTHERS = 0.42
"""The same for any other question, and where there are too few voices to tell."""
FEWEST = 50
NEAR = 0.6
"""What is found scores at least this share of the third best: the very best may be the question, word for word."""

_THIRD = 3
_WORDS = 0.2
"""What saying all of the words adds to the nearness of meanings, each word by how rare it is."""
_RARE = 0.1

Scores = NDArray[np.float64]
Flags = NDArray[np.bool_]


def relevant(asked: Asked, meant: Vector, voices: Sequence[Candidate]) -> list[tuple[float, Candidate]]:
    """Return the *voices* that *asked* finds, the best first, with their scores; *meant* are the vectors of its texts.

    A text in which redaction is in doubt is found by its meaning alone: a name may stand in it.
    """
    if not voices or asked.is_empty:
        return []
    whole, gist = _near(meant, voices)
    share, all_words = _said(asked, voices)
    scores = np.round(whole + _WORDS * share, 4)
    telling = len(voices) >= FEWEST and round(float(gist.std()), 4) >= TELLING
    best = float(np.sort(scores)[-min(_THIRD, len(scores))])
    found = all_words | (scores >= max(LEAST if telling else LEAST_OF_OTHERS, NEAR * best))
    places = sorted(np.flatnonzero(found).tolist(), key=lambda place: (-scores[place], voices[place].key))
    return [(float(scores[place]), voices[place]) for place in places]


def _near(meant: Vector, voices: Sequence[Candidate]) -> tuple[Scores, Scores]:
    """Return the cosine of each row of *meant* with each voice's vector; 0 where either has none."""
    empty = np.zeros(meant.shape[1], dtype=np.float32)
    rows = np.array([empty if (v := c.voice.features.vector) is None else v for c in voices], dtype=np.float32)
    lengths = np.linalg.norm(rows, axis=1)[:, None] * np.maximum(np.linalg.norm(meant, axis=1), 1e-9)
    near = (rows @ meant.T / np.maximum(lengths, 1e-9)).astype(np.float64)
    return near[:, 0], near[:, 1]


def _said(asked: Asked, voices: Sequence[Candidate]) -> tuple[Scores, Flags]:
    """Return how much of the question's words each voice says, 0 to 1, and which say every one of them."""
    if not asked.terms:
        return np.zeros(len(voices)), np.zeros(len(voices), dtype=bool)
    patterns = [pattern(term) for term in asked.terms]
    texts = ["" if c.voice.features.doubt else folded(c.text) for c in voices]
    says = np.array([[each.search(text) is not None for each in patterns] for text in texts], dtype=bool)
    frequent = says.mean(axis=0)
    weights = np.maximum(np.log(1 / np.maximum(frequent, 1 / len(voices))), _RARE)
    return np.asarray(says @ weights / weights.sum(), dtype=np.float64), np.asarray(says.all(axis=1))
