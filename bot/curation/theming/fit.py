"""Finding themes in vectors: the ground they stand on, the first themes of a corpus, and those that come later."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from bot.curation.theming.clusters import Matrix, Numbers, settle, similarities, spread, supported, unit
from bot.curation.theming.lexical import hashed
from bot.curation.theming.seeds import Seeds
from bot.curation.theming.state import Ground, Space, Themes
from bot.domain.verbatim import Conversation, Vector, Verbatim

ENCODED = frozenset(["ar", "de", "en", "es", "fr", "it", "ja", "ko", "nl", "pl", "pt", "ru", "th", "tr", "und", "zh"])
"""The languages that the encoder was trained on (Universal Sentence Encoder, multilingual v3), and the unknown."""

ENOUGH = 20
"""Texts of a language after which its ground is firm."""

_PRIOR = 20
_PULL = 120.0
"""Texts that a seed counts for where it holds a centre back: at most half as much as they do, at least a tenth."""
_SEEDED = 0.6
_STARTS = 4
_LARGEST = 0.08
_HALVINGS = 8
_JOINED = 0.5


@dataclass(frozen=True, slots=True)
class Voices:
    """Texts of one space in one order: their places in the list they came from, uncentred vectors, languages."""

    places: Numbers
    raw: Matrix
    languages: tuple[str, ...]
    texts: tuple[str, ...]

    def centred(self, themes: Themes, space: Space) -> Matrix:
        """Return unit vectors around the mean of each one's language."""
        rows = self.raw.copy()
        for language in sorted(set(self.languages)):
            ground = themes.ground(space, language)
            if ground is not None:
                rows[self.of(language)] -= ground.mean
        return unit(rows)

    def thresholds(self, themes: Themes, space: Space) -> tuple[Matrix, Matrix]:
        """Return for each voice the cosine under which it is *far* from a theme, and the *floor* under which out."""
        own = [themes.ground(space, language) or Ground(np.zeros(0, dtype=np.float32)) for language in self.languages]
        far = np.array([ground.far for ground in own], dtype=np.float32)
        return far, np.array([ground.floor for ground in own], dtype=np.float32)

    def of(self, language: str) -> NDArray[np.bool_]:
        """Return which of them are in *language*."""
        return np.array([own == language for own in self.languages], dtype=bool)


def to_voices(conversations: Sequence[Conversation]) -> dict[Space, Voices]:
    """Sort conversations that have a voice by the space they are compared in."""
    places: dict[Space, list[int]] = {Space.MEANING: [], Space.WORDS: []}
    spoken = [conversation.voice for conversation in conversations]
    for place, voice in enumerate(spoken):
        if voice is not None:
            places[_space(voice)].append(place)
    return {space: _voices(space, rows, spoken) for space, rows in places.items() if rows}


def _space(voice: Verbatim) -> Space:
    meant = voice.features.vector is not None and voice.features.language in ENCODED
    return Space.MEANING if meant else Space.WORDS


def _voices(space: Space, places: Sequence[int], spoken: Sequence[Verbatim | None]) -> Voices:
    features = [voice.features for place in places if (voice := spoken[place]) is not None]
    texts = tuple(f.text for f in features)
    raw = np.array([f.vector for f in features], dtype=np.float32) if space is Space.MEANING else hashed(texts)
    return Voices(np.array(places), raw, tuple(f.language for f in features), texts)


def firm_ground(themes: Themes, space: Space, voices: Voices, seeds: Seeds) -> Themes:
    """Return *themes* with the mean of every language in *voices* learnt, unless it is firm already.

    A mean starts from the seeds' of that language, moved by as much as the corpus' other languages are.
    """
    usual = seeds.means(words=space is Space.WORDS)
    middle: Vector = np.asarray(np.mean(list(usual.values()), axis=0), dtype=np.float32)
    grounds = dict(themes.grounds)
    sizes = {language: int(voices.of(language).sum()) for language in set(voices.languages)}
    for language in sorted(sizes, key=lambda each: (-sizes[each], each)):
        known = grounds.get((space, language), Ground(np.zeros_like(middle)))
        if known.seen >= ENOUGH:
            continue
        start = known.mean if known.seen else usual.get(language, middle) + _shift(grounds, space, usual, middle)
        rows, weight = voices.raw[voices.of(language)], known.seen + _PRIOR
        mean = (rows.sum(axis=0) + weight * start) / (len(rows) + weight)
        grounds[space, language] = replace(known, mean=kept(mean), seen=known.seen + len(rows))
    return replace(themes, grounds=grounds)


def _shift(
    grounds: Mapping[tuple[Space, str], Ground], space: Space, usual: Mapping[str, Vector], middle: Vector
) -> Vector:
    moved = [
        ground.mean - usual.get(language, middle) for (where, language), ground in sorted(grounds.items())
        if where is space and ground.seen
    ]  # fmt: skip
    return np.mean(moved, axis=0, dtype=np.float32) if moved else np.zeros_like(middle)


def kept(vector: Matrix) -> Matrix:
    """Return *vector* as the state keeps it: exact in half precision."""
    return np.asarray(vector.astype(np.float16), dtype=np.float32)


def room_for(voices: int) -> int:
    """Return how many themes a week of so many *voices* carries: 8 for 50, 14 for 200, 28 for 1,000; at most 40."""
    return int(np.clip(round(1.4 * voices**0.433), 1, 40))


def usual_rows(voices: Voices, space: Space, seeds: Seeds) -> Matrix:
    """Return unit vectors around what their language has in common everywhere: they still know the trade."""
    means = seeds.means(words=space is Space.WORDS)
    middle = np.mean(list(means.values()), axis=0, dtype=np.float32)
    return unit(voices.raw - np.array([means.get(language, middle) for language in voices.languages]))


def usual_likeness(voices: Voices, space: Space, seeds: Seeds) -> Matrix:
    """Return the cosine of every voice with every seed, both around what their language has in common everywhere."""
    words = space is Space.WORDS
    return similarities(usual_rows(voices, space, seeds), seeds.prototypes(seeds.means(words=words), words=words))


def first_centres(rows: Matrix, prototypes: Matrix, likeness: Matrix, room: int) -> Matrix:
    """Return the first centres of a corpus: seeds that it supports, and what is far from these, settled together.

    *prototypes* are the seeds among *rows*; *likeness*, rows by seeds, says which seeds are of the corpus' trade.
    """
    count = len(rows)
    least = 1.0 if count < ENOUGH else max(2.0, 0.012 * count)
    anchors = prototypes[supported(likeness, least, max(1, round(_SEEDED * room)))]
    tries = [_settled(rows, anchors, min(room - len(anchors), count // 3), seed) for seed in range(_STARTS)]
    centres, pull, _ = max(tries, key=lambda each: each[2])
    centres, pull = _joined(rows, *_halved(rows, centres, pull))
    keep = np.bincount(similarities(rows, centres).argmax(axis=1), minlength=len(centres)) >= least
    return settle(rows, centres[keep], pull[keep], rounds=4)


def _settled(rows: Matrix, anchors: Matrix, count: int, seed: int) -> tuple[Matrix, Matrix, float]:
    """Return centres settled from *anchors* and *count* others, their pull, and how near the rows are to them."""
    more = spread(rows, anchors, count, seed)
    held = float(np.clip(_PULL / len(rows), 0.1, 0.5))
    pull = np.concatenate([held * anchors, np.zeros_like(more)])
    centres = settle(rows, np.concatenate([anchors, more]), pull)
    return centres, pull, round(float(similarities(rows, centres).max(axis=1).mean()), 5)


def _halved(rows: Matrix, centres: Matrix, pull: Matrix) -> tuple[Matrix, Matrix]:
    """Return centres of which none holds too large a part of *rows*: what would drown a movement is cut in two."""
    for _ in range(_HALVINGS):
        nearest = similarities(rows, centres).argmax(axis=1)
        largest = int(np.bincount(nearest, minlength=len(centres)).argmax())
        members = rows[nearest == largest]
        if len(members) <= max(_LARGEST * len(rows), 2 * ENOUGH):
            break
        # The one that stays keeps its pull; the other starts from the member that is farthest from it.
        away = members[int(similarities(members, centres[largest : largest + 1])[:, 0].argmin())]
        centres, pull = np.concatenate([centres, away[None]]), np.concatenate([pull, np.zeros_like(away)[None]])
        pair = [largest, len(centres) - 1]
        centres[pair] = settle(members, centres[pair], pull[pair])
    return settle(rows, centres, pull, rounds=4), pull


def _joined(rows: Matrix, centres: Matrix, pull: Matrix) -> tuple[Matrix, Matrix]:
    """Return centres of which no two are nearly the same, unless both together would be too large: the later goes."""
    while len(centres) > 1:
        sizes = np.bincount(similarities(rows, centres).argmax(axis=1), minlength=len(centres))
        near = np.triu(similarities(centres, centres), k=1)
        near[np.add.outer(sizes, sizes) > max(_LARGEST * len(rows), 2 * ENOUGH)] = 0.0
        earlier, later = divmod(int(near.argmax()), len(centres))
        if near[earlier, later] < _JOINED:
            break
        centres, pull = np.delete(centres, later, axis=0), np.delete(pull, later, axis=0)
        centres = settle(rows, centres, pull, rounds=2)
    return centres, pull


def with_thresholds(before: Themes, themes: Themes, space: Space, voices: Voices, similarity: Matrix) -> Themes:
    """Return *themes* with the thresholds of each language whose ground became firm since *before*.

    *similarity* holds each voice's best cosine with a theme. Texts that the themes were fitted to lie a little nearer
    than those to come, so the floor is set below the lowest twentieth of them.
    """
    grounds = dict(themes.grounds)
    for language in sorted(set(voices.languages)):
        old, new = before.grounds.get((space, language)), grounds[space, language]
        if new.seen < ENOUGH or (old is not None and old.seen >= ENOUGH):
            continue
        own = similarity[voices.of(language)]
        floor = np.clip(np.quantile(own, 0.05) - 0.02, 0.05, 0.25)
        far = np.clip(np.quantile(own, 0.45), 0.2, 0.5)
        grounds[space, language] = replace(new, far=round(float(far), 4), floor=round(float(floor), 4))
    return replace(themes, grounds=grounds)
