"""From conversations to voices: what near-duplicates say is one voice, in its week."""

from collections import defaultdict
from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from bot.curation.choosing.candidates import Candidate
from bot.curation.counts import Counted
from bot.curation.texts.near_duplicates import BANDS, fold
from bot.domain.feedback import Kind
from bot.domain.verbatim import Conversation, Features, Verbatim

_ODD = np.uint64(0x9E3779B97F4A7C15)


def to_voices(counted: Sequence[Counted], may_feature: Callable[[Conversation], bool]) -> list[Candidate]:
    """Fold the near-duplicates of each week into one voice, newest week first, oldest voice first.

    Of a folded group the earliest speaks that may be quoted, else the earliest.
    """
    weeks: dict[int, list[tuple[Conversation, Verbatim]]] = defaultdict(list)
    for item in counted:
        if item.reason is None and item.conversation.voice is not None:
            weeks[item.back].append((item.conversation, item.conversation.voice))
    return [voice for back in sorted(weeks) for voice in _folded(weeks[back], back, may_feature)]


def _folded(
    said: list[tuple[Conversation, Verbatim]], back: int, may_feature: Callable[[Conversation], bool]
) -> list[Candidate]:
    said.sort(key=lambda pair: (pair[0].at, *pair[1].sort_key))
    groups: dict[int, list[tuple[Conversation, Verbatim]]] = defaultdict(list)
    for first, pair in zip(_firsts([v.features for _, v in said]), said, strict=True):
        groups[first].append(pair)
    return [_voice(group, back, may_feature) for group in groups.values()]


def _firsts(features: Sequence[Features]) -> list[int]:
    """Return for each the place of the one that it repeats, or its own.

    Only those that share a band of their signature with another can be near-duplicates: nine in ten share none, and
    are not compared at all.
    """
    firsts = list(range(len(features)))
    signed = [(place, f.signature) for place, f in enumerate(features) if f.signature is not None]
    if not signed:
        return firsts
    shared = _share_a_band(np.stack([signature for _, signature in signed]))
    places = [place for (place, _), alike in zip(signed, shared, strict=True) if alike]
    for place, first in zip(places, fold([(features[p].text, features[p].signature) for p in places]), strict=True):
        firsts[place] = places[first]
    return firsts


def _share_a_band(signatures: NDArray[np.uint32]) -> NDArray[np.bool_]:
    """Return which rows agree with another one in all hashes of some band (and, by chance, a few more)."""
    pairs = np.ascontiguousarray(signatures).view(np.uint64).reshape(len(signatures), BANDS, -1)
    mixed = np.zeros(pairs.shape[:2], dtype=np.uint64)
    for column in range(pairs.shape[2]):
        mixed = (mixed ^ pairs[:, :, column]) * _ODD
    order = np.argsort(mixed, axis=0, kind="stable")
    ordered = np.take_along_axis(mixed, order, axis=0)
    again = ordered[1:] == ordered[:-1]
    shared = np.zeros(len(signatures), dtype=bool)
    shared[order[1:][again]] = True
    shared[order[:-1][again]] = True
    return shared


def _voice(
    group: list[tuple[Conversation, Verbatim]], back: int, may_feature: Callable[[Conversation], bool]
) -> Candidate:
    def may(pair: tuple[Conversation, Verbatim]) -> bool:
        record, features = pair[1].record, pair[1].features
        own = record.kind is not Kind.TOLD  # a colleague's words for it are no customer's
        return own and not features.sensitive and not features.doubt and may_feature(pair[0])

    first = next((pair for pair in group if may(pair)), None)
    speaker, said = first or group[0]
    return Candidate(speaker, said, tuple(conversation for conversation, _ in group), back, quotable=first is not None)
