"""Seats for several voices of one theme: a middle for each group of like ones, in proportion, no two alike."""

from collections import Counter
from collections.abc import Hashable, Sequence
from math import ceil

import numpy as np
from numpy.typing import NDArray

from bot.curation.choosing.candidates import Candidate
from bot.curation.choosing.options import Option
from bot.curation.theming.clusters import Matrix, unit

ROUNDS = 12
_LEAST_GROUP = 0.05
"""Share of the voices from which a group is heard as one: what fewer say does not stand for the theme."""
_TOO_ALIKE = 0.9
_SAME_WORDS = 0.5


class Quota:
    """How many seats a language, a tone, a source and a customer may still take, and what has been said already.

    Languages and tones: their share of the seats, rounded up. Sources too, but two at least. Customers: two.
    """

    def __init__(self, voices: Sequence[Candidate], seats: int, said: Sequence[Candidate]) -> None:
        counts: Counter[Hashable] = Counter(share for voice in voices for share in _shares(voice))
        least = {"language": 1, "tone": 1, "source": 2}
        self._left = {
            s: max(least[s[0]], ceil(seats * n / max(1, len(voices))))
            for s, n in counts.items()
            if isinstance(s, tuple)
        }
        self._authors = Counter(voice.author for voice in said)
        self._said = list(said)

    def admits(self, voice: Candidate, *, in_proportion: bool = True) -> bool:
        """Return whether *voice* may take a seat; out of proportion, only what is alike is refused."""
        if self._authors[voice.author] >= 2 or any(alike(voice, other) for other in self._said):
            return False
        return not in_proportion or all(self._left.get(share, 1) > 0 for share in _shares(voice))

    def take(self, voice: Candidate) -> None:
        """Give *voice* its seat."""
        for share in _shares(voice):
            self._left[share] = self._left.get(share, 1) - 1
        self._authors[voice.author] += 1
        self._said.append(voice)


def _shares(voice: Candidate) -> list[tuple[str, Hashable]]:
    return [("language", voice.language), ("tone", voice.tone), ("source", voice.conversation.source)]


def alike(one: Candidate, other: Candidate) -> bool:
    """Return whether two voices say the same: half of their shingles are shared, or their vectors nearly coincide."""
    a, b = one.voice.features, other.voice.features
    if a.text == b.text:
        return True
    if (
        a.signature is not None
        and b.signature is not None
        and float(np.mean(a.signature == b.signature)) >= _SAME_WORDS
    ):
        return True
    return a.vector is not None and b.vector is not None and round(float(a.vector @ b.vector), 4) > _TOO_ALIKE


def seated(vectors: Matrix, options: Sequence[Option], quota: Quota, seats: int) -> list[tuple[Option, int]]:
    """Seat up to *seats* options: from each group of like voices the one nearest its middle that reads best.

    With each comes the size of its group. Seats that no group fills in proportion go to the best of the rest.
    """
    if not options or seats < 1:
        return []
    points = vectors[[o.index for o in options]]
    groups, centres = grouped(points, min(seats, len(options)))
    near = np.round(np.maximum((points * centres[groups]).sum(axis=1).astype(np.float64), 0.001), 4)
    sizes = Counter(groups.tolist())

    def order(place: int) -> tuple[int, float, str]:
        option = options[place]
        return (option.order[1], -round(float(near[place]) * option.quality, 4), option.candidate.key)

    ranked = sorted(range(len(options)), key=order)
    found: list[tuple[Option, int]] = []
    for group in sorted((g for g in sizes if sizes[g] >= _LEAST_GROUP * len(options)), key=lambda g: (-sizes[g], g)):
        members = [place for place in ranked if groups[place] == group]
        _seat_first(members, options, quota, found, sizes[group])
    for in_proportion in (True, False):
        for place in ranked:
            if len(found) < seats and all(options[place] is not o for o, _ in found):
                _seat_first([place], options, quota, found, sizes[int(groups[place])], in_proportion=in_proportion)
    return found


def _seat_first(
    places: Sequence[int],
    options: Sequence[Option],
    quota: Quota,
    found: list[tuple[Option, int]],
    size: int,
    *,
    in_proportion: bool = True,
) -> None:
    for place in places:
        if quota.admits(options[place].candidate, in_proportion=in_proportion):
            quota.take(options[place].candidate)
            found.append((options[place], size))
            return


def grouped(points: Matrix, groups: int) -> tuple[NDArray[np.int64], Matrix]:
    """Part *points* (rows of unit length) into at most *groups* by spherical k-means: each one's group, the middles.

    Begun from the point nearest the middle of all, then from the farthest each time, so without chance
    (Dhillon & Modha 2001, Machine Learning 42:143; Gonzalez 1985 for the start).
    """
    chosen = [int(np.argmax(np.round(points @ unit(points.sum(axis=0)), 4)))]
    nearest = np.round(points @ points[chosen[0]], 4)
    while len(chosen) < groups:
        chosen.append(int(np.argmin(nearest)))
        nearest = np.maximum(nearest, np.round(points @ points[chosen[-1]], 4))
    centres = points[chosen]
    mine = np.zeros(len(points), dtype=np.int64)
    for _ in range(ROUNDS):
        mine = np.argmax(np.round(points @ centres.T, 4), axis=1)
        sums = np.zeros_like(centres)
        np.add.at(sums, mine, points)
        moved = np.where((np.linalg.norm(sums, axis=1) > 0)[:, None], unit(sums), centres)
        if np.allclose(moved, centres, atol=1e-6):
            break
        centres = moved.astype(np.float32)
    return mine, centres
