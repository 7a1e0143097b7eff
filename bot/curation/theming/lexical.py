"""Vectors from words alone, for languages that the encoder does not know and for where it cannot serve.

They bring together what is said in the same words; they know no meaning and do not cross languages.
"""

import re
import zlib
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from bot.curation.theming.clusters import unit

WIDTH = 512
_WORD = re.compile(r"[^\W\d_]{2,}")
_PLACEHOLDER = re.compile(r"\[[^\]\n]{1,40}\]|<[^>\n]{1,40}>|https?://\S+|[@#]\w+")


def words_of(text: str) -> list[str]:
    """Return the words of *text* in lower case, without placeholders, handles, hashtags, links and numbers."""
    return _WORD.findall(_PLACEHOLDER.sub(" ", text).casefold())


def hashed(texts: Sequence[str]) -> NDArray[np.float32]:
    """Return a unit vector of *WIDTH* for each text: signed feature hashing of words and their four-letter parts."""
    matrix = np.zeros((len(texts), WIDTH), dtype=np.float32)
    for row, text in enumerate(texts):
        for feature, weight in _features(words_of(text)):
            code = zlib.crc32(feature.encode())
            matrix[row, code % WIDTH] += weight if code & 0x80000000 else -weight
    return unit(matrix)


def _features(words: Sequence[str]) -> Iterator[tuple[str, float]]:
    for word in dict.fromkeys(words):
        if len(word) < 4:  # short words are grammar in nearly every language
            continue
        yield word, 1.0
        padded = f"_{word}_"
        parts = len(padded) - 3
        for start in range(parts):
            yield padded[start : start + 4], parts**-0.5
