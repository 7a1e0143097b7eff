"""Near-duplicates: texts that say the same in almost the same characters, found by MinHash.

A. Broder, "On the resemblance and containment of documents" (1997): two texts agree in a MinHash with the
probability of their Jaccard similarity. 64 of them in 16 bands of 4 rows find nine in ten pairs of similarity 0.6
and 99 in 100 of 0.7; candidates are then compared by their shingles themselves.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from bot.curation.texts.plain import to_plain
from bot.domain.verbatim import Signature

SIGNATURE_VERSION = "1"
"""Raise it when the same text gets another signature."""

HASHES = 64
BANDS = 16
SHINGLE = 4
"""Bytes."""
SIMILAR = 0.6
"""Jaccard similarity of shingles from which two texts are one voice."""
SHORT = 40
"""Characters below which two people may well use the same few words: there the similarity must reach…"""
SIMILAR_SHORT = 0.65
SHORTEST = 20
"""Characters below which only equal texts are one voice: four bytes are too much of so little."""

_LONGEST = 4_000
"""Characters that are looked at."""
_AT_ONCE = 1 << 14
"""Shingles hashed at once: 64 rows of them stay in the processor's cache."""
_MOST_CANDIDATES = 64
"""Representatives that one text is compared with, the most alike first: a bound on hostile input."""
_FEWEST_AGREE = 26
"""Of 64 MinHashes, for a candidate: three standard deviations below what similarity 0.6 gives."""

_UNWORDED = re.compile(r"[\W_]+")

_SEEDS = np.random.Generator(np.random.PCG64(20240229)).integers(0, 1 << 32, (2, HASHES), dtype=np.uint32)
"""PCG64 gives the same numbers on every machine (NumPy's promise for bit generators)."""
_FACTORS = (_SEEDS[0] | np.uint32(1))[:, None]
_OFFSETS = _SEEDS[1][:, None]


def to_normal(text: str) -> str:
    """Return what is compared: the words of *text* in one case, without links, handles, placeholders and signs."""
    return _UNWORDED.sub(" ", to_plain(text[:_LONGEST]).casefold()).strip()


def signatures(texts: Sequence[str]) -> list[Signature]:
    """Return for each text its signature: 64 × uint32, the same whatever stands beside it."""
    normal = [to_normal(text).encode() for text in texts]
    shingles, counts = _shingles([bytes_ if len(bytes_) >= SHINGLE else bytes_.ljust(SHINGLE) for bytes_ in normal])
    found = np.empty((len(texts), HASHES), dtype=np.uint32)
    first, low = 0, 0
    ends = np.cumsum(counts)
    while first < len(texts):
        last = max(first + 1, int(np.searchsorted(ends, low + _AT_ONCE, side="right")))
        high = int(ends[last - 1])
        starts = np.concatenate(([0], ends[first : last - 1] - low)).astype(np.intp)
        found[first:last] = _smallest(shingles[low:high], starts)
        first, low = last, high
    return list(found)


def fold(items: Sequence[tuple[str, Signature | None]]) -> list[int]:
    """Return for each (text, signature) the index of the earlier item that it repeats, or its own.

    Everything is compared with the first of a group alone, so that a chain of small changes does not make one voice
    of different ones; the caller's order decides who is first. An item without a signature stays alone.
    """
    groups = _Groups(_bands(items))
    return [groups.place(index, text, signature) for index, (text, signature) in enumerate(items)]


@dataclass
class _Groups:
    """Those that came first, and where to look for them."""

    bands: dict[int, list[int]]
    by_text: dict[str, int] = field(default_factory=dict)
    by_band: dict[tuple[int, int], list[int]] = field(default_factory=dict)
    signed: dict[int, Signature] = field(default_factory=dict)
    normal: dict[int, bytes] = field(default_factory=dict)

    def place(self, index: int, text: str, signature: Signature | None) -> int:
        """The representative of item *index*, which may be itself."""
        if signature is None:
            return index
        normal = to_normal(text)
        if not normal:
            return index
        known = self.by_text.get(normal)
        if known is None and len(normal) >= SHORTEST:
            known = self._most_alike(index, normal.encode(), signature)
        if known is not None:
            return known
        self._remember(index, normal, signature)
        return index

    def _most_alike(self, index: int, normal: bytes, signature: Signature) -> int | None:
        near = sorted({other for key in enumerate(self.bands[index]) for other in self.by_band.get(key, ())})
        if not near:
            return None
        agree = (np.stack([self.signed[other] for other in near]) == signature).sum(axis=1)
        likely = [near[at] for at in np.argsort(-agree, kind="stable")[:_MOST_CANDIDATES] if agree[at] >= _FEWEST_AGREE]
        shingles = _shingle_set(normal)
        best = max(((_jaccard(shingles, _shingle_set(self.normal[o])), -o) for o in likely), default=(0.0, 0))
        return -best[1] if best[0] >= (SIMILAR if len(normal) >= SHORT else SIMILAR_SHORT) else None

    def _remember(self, index: int, normal: str, signature: Signature) -> None:
        self.by_text[normal] = index
        if len(normal) < SHORTEST:
            return
        self.signed[index] = signature
        self.normal[index] = normal.encode()
        for key in enumerate(self.bands[index]):
            self.by_band.setdefault(key, []).append(index)


def _shingles(texts: Sequence[bytes]) -> tuple[NDArray[np.uint32], NDArray[np.int64]]:
    """All shingles of *texts* one after the other, as mixed 32-bit numbers, and how many each text has."""
    counts = np.array([len(text) - SHINGLE + 1 for text in texts], dtype=np.int64)
    if not len(texts):
        return np.empty(0, dtype=np.uint32), counts
    raw = np.frombuffer(b"".join(texts), dtype=np.uint8).astype(np.uint32)
    every = raw[:-3] | raw[1:-2] << np.uint32(8) | raw[2:-1] << np.uint32(16) | raw[3:] << np.uint32(24)
    inside = np.ones(len(raw), dtype=bool)
    ends = np.cumsum([len(text) for text in texts])
    for back in range(1, SHINGLE):
        inside[ends - back] = False
    return _mix(every[inside[: len(every)]]), counts


def _mix(numbers: NDArray[np.uint32]) -> NDArray[np.uint32]:
    """MurmurHash3's finaliser, so that every bit of a shingle moves every bit of its number."""
    numbers = (numbers ^ numbers >> np.uint32(16)) * np.uint32(0x85EBCA6B)
    numbers = (numbers ^ numbers >> np.uint32(13)) * np.uint32(0xC2B2AE35)
    return numbers ^ numbers >> np.uint32(16)


def _smallest(shingles: NDArray[np.uint32], starts: NDArray[np.intp]) -> NDArray[np.uint32]:
    """The least value of each of the 64 hashes over each text's shingles: (texts, 64)."""
    hashed = shingles[None, :] * _FACTORS
    hashed += _OFFSETS
    return np.minimum.reduceat(hashed, starts, axis=1).T


def _bands(items: Sequence[tuple[str, Signature | None]]) -> dict[int, list[int]]:
    """Sixteen numbers for every signed item, one for each band of four hashes."""
    signed = [(index, signature) for index, (_, signature) in enumerate(items) if signature is not None]
    if not signed:
        return {}
    rows = np.stack([signature for _, signature in signed]).reshape(len(signed), BANDS, HASHES // BANDS)
    mixed = np.zeros((len(signed), BANDS), dtype=np.uint64)
    for column in range(HASHES // BANDS):
        mixed = (mixed ^ rows[:, :, column]) * np.uint64(0x9E3779B97F4A7C15)
    return dict(zip((index for index, _ in signed), mixed.tolist(), strict=True))


def _shingle_set(normal: bytes) -> set[bytes]:
    return {normal[at : at + SHINGLE] for at in range(len(normal) - SHINGLE + 1)}


def _jaccard(left: set[bytes], right: set[bytes]) -> float:
    common = len(left & right)
    return common / (len(left) + len(right) - common) if common else 0.0
