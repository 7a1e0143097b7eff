"""The catalogue of general customer-experience themes: names to show, and places where clustering may start.

``seeds.toml`` is written by hand. ``seeds.npz`` holds what the encoder makes of its phrases, so that a digest from
kept vectors needs no encoder; ``python -m bench.seeds`` writes it again after a change, and a test says when it is due.
"""

import hashlib
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib.resources import files
from io import BytesIO

import numpy as np
from numpy.typing import NDArray

from bot.curation.theming.clusters import Matrix, unit
from bot.curation.theming.lexical import hashed
from bot.domain.verbatim import Vector

LANGUAGES = ("en", "de")

Encode = Callable[[Sequence[str]], Matrix]


@dataclass(frozen=True, slots=True)
class Seed:
    """A general theme: its *names* by language and what customers say about it, *phrases* by language."""

    id: str
    names: Mapping[str, str]
    phrases: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Seeds:
    """The catalogue with the mean meaning vector of each seed's phrases: *vectors* is (seeds, languages, 512)."""

    seeds: tuple[Seed, ...]
    vectors: NDArray[np.float32]

    @cached_property
    def _in_words(self) -> NDArray[np.float32]:
        rows = [[hashed(seed.phrases[lang]).mean(axis=0) for lang in LANGUAGES] for seed in self.seeds]
        return np.asarray(rows, dtype=np.float32)

    def means(self, *, words: bool) -> dict[str, Vector]:
        """Return what the phrases of a language have in common: the mean that an unknown corpus starts from."""
        vectors = self._in_words if words else self.vectors
        return {lang: vectors[:, i].mean(axis=0) for i, lang in enumerate(LANGUAGES)}

    def prototypes(self, means: Mapping[str, Vector], *, words: bool) -> Matrix:
        """Return one unit vector per seed, each language centred on its own of *means*, then averaged."""
        vectors = self._in_words if words else self.vectors
        own = self.means(words=words)
        centred = [unit(vectors[:, i] - means.get(lang, own[lang])) for i, lang in enumerate(LANGUAGES)]
        return unit(np.mean(centred, axis=0, dtype=np.float32))


@lru_cache(maxsize=1)
def load_seeds() -> Seeds:
    """Read the catalogue that ships with the project, vectors included."""
    seeds = read_seeds()
    with np.load(BytesIO(_file("seeds.npz")), allow_pickle=False) as kept:
        return Seeds(seeds, kept["vectors"].astype(np.float32))


def read_seeds() -> tuple[Seed, ...]:
    """Read ``seeds.toml``: names and phrases alone."""
    table = tomllib.loads(_file("seeds.toml").decode())
    return tuple(
        Seed(key, dict(entry["name"]), {lang: tuple(entry[lang]) for lang in LANGUAGES}) for key, entry in table.items()
    )


def encode_seeds(seeds: Sequence[Seed], encode: Encode) -> NDArray[np.float16]:
    """Return the mean vector of each seed's phrases and name, (seeds, languages, 512), as ``seeds.npz`` keeps it."""
    rows = [
        [unit(encode((*seed.phrases[lang], seed.names[lang]))).mean(axis=0) for lang in LANGUAGES] for seed in seeds
    ]
    return np.asarray(rows, dtype=np.float16)


def fingerprint(seeds: Sequence[Seed]) -> str:
    """Return a short hash of all that the vectors depend on."""
    text = repr([(seed.id, [(seed.phrases[lang], seed.names[lang]) for lang in LANGUAGES]) for seed in seeds])
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def kept_fingerprint() -> str:
    """Return the fingerprint of the phrases that ``seeds.npz`` was made from."""
    with np.load(BytesIO(_file("seeds.npz")), allow_pickle=False) as kept:
        return str(kept["fingerprint"])


def _file(name: str) -> bytes:
    return files("bot.curation.theming").joinpath(name).read_bytes()
