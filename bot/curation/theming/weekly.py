"""Themes fitted week by week, the oldest first: what one week leaves to the next."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from bot.curation.counts import to_counted
from bot.curation.exclusions import Exclusions
from bot.curation.texts.encoder import ENCODER_VERSION
from bot.curation.texts.features import FEATURES_VERSION
from bot.curation.theming.seeds import kept_fingerprint, load_seeds
from bot.curation.theming.state import STATE_VERSION
from bot.curation.theming.themes import Themes, absorb, emerge
from bot.curation.voices import to_voices
from bot.domain.edition import Edition
from bot.domain.rules import Rules
from bot.domain.verbatim import Conversation, Verbatim, to_conversations
from bot.domain.week import Week

THEMES_VERSION = "2"
"""Raise it when themes are found in another way: states saved by the old way are then fitted anew."""

_YOUNG_WEEKS = 4
"""Weeks in which the themes of a corpus are still found anew: one is too little to learn from."""
_YOUNG_VOICES = 500
"""Voices under which it stays young for longer, up to the memory of eight weeks."""
_MEMORY = 8
"""Weeks in which a sudden topic must not have been heard of before."""


def engine_version() -> str:
    """Return what vectors and centroids are of: states of another engine cannot be continued. 12 hex digits."""
    return _hashed(ENCODER_VERSION, STATE_VERSION)


def fitting_version(rules: Rules) -> str:
    """Return what else a saved state depends on besides the feedback. 12 hex digits.

    Of the rules that is what they match: another owner or name makes no other themes.
    """
    matched = [(rule.any, rule.tags) for rule in rules.themes], rules.exclude
    return _hashed(THEMES_VERSION, FEATURES_VERSION, kept_fingerprint(), matched)


def _hashed(*parts: object) -> str:
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:12]


def fit(
    themes: Themes | None, feedback: Iterable[Verbatim], since: Week, week: Week, rules: Rules, *, edition: Edition
) -> Iterator[tuple[Week, Themes]]:
    """Yield the state after each finished week before *week*, continuing from *themes*.

    *feedback* is whole from the week *since* on: where *themes* go on, from eight weeks before; what of it is older is
    passed over. Weeks that *themes* have absorbed are not absorbed again.
    """
    if themes is not None and themes.last >= str(week.previous):
        return
    end = week.start(edition.zone)
    exclusions = Exclusions(rules)
    conversations = to_conversations(v for v in feedback if v.created_at < end)
    counted = to_counted(conversations, week.previous, edition.zone, exclusions)
    by_back: dict[int, list[Conversation]] = defaultdict(list)
    for voice in to_voices(counted, exclusions.may_feature):
        if week.back(voice.back + 1) >= since:
            by_back[voice.back].append(voice.conversation)
    said = {week.back(back + 1): voices for back, voices in by_back.items()}
    for each in sorted(said):
        if themes is None or themes.last < str(each):
            themes = grow(themes, each, said, rules)
            yield each, themes


def grow(themes: Themes | None, week: Week, said: Mapping[Week, Sequence[Conversation]], rules: Rules) -> Themes:
    """Return *themes* with what a finished *week* adds, given what was *said* in it and in the weeks before.

    While a corpus is young its themes are found anew each week, from all that was said so far: one week is too little
    to know what people talk about. After that they are frozen, and later weeks only add to them.
    """
    began = Week.parse(themes.began) if themes is not None else week
    so_far = [each for each in sorted(said) if began <= each <= week]
    voices = [conversation for each in so_far for conversation in said[each]]
    if len(so_far) <= _YOUNG_WEEKS or (len(voices) < _YOUNG_VOICES and len(so_far) <= _MEMORY):
        young = absorb(None, week, voices, rules, load_seeds(), len(so_far))
        return replace(young, began=str(began))
    before = [conversation for each in so_far[-1 - _MEMORY : -1] for conversation in said[each]]
    return absorb(emerge(themes, week, said[week], before, rules, load_seeds()), week, said[week], rules, load_seeds())
