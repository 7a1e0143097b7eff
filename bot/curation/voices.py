"""From conversations to voices: what near-duplicates say is one voice, in its week."""

from collections import defaultdict
from collections.abc import Callable, Sequence

from bot.curation.candidates import Candidate
from bot.curation.counts import Counted
from bot.curation.near_duplicates import fold
from bot.domain.verbatim import Conversation, Verbatim


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
    for first, pair in zip(fold([(v.features.text, v.features.signature) for _, v in said]), said, strict=True):
        groups[first].append(pair)
    return [_voice(group, back, may_feature) for group in groups.values()]


def _voice(
    group: list[tuple[Conversation, Verbatim]], back: int, may_feature: Callable[[Conversation], bool]
) -> Candidate:
    def may(pair: tuple[Conversation, Verbatim]) -> bool:
        features = pair[1].features
        return not features.sensitive and not features.doubt and may_feature(pair[0])

    first = next((pair for pair in group if may(pair)), None)
    speaker, said = first or group[0]
    return Candidate(speaker, said, tuple(conversation for conversation, _ in group), back, quotable=first is not None)
