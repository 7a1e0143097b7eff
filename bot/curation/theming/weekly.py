"""Themes fitted week by week, the oldest first: what one week leaves to the next."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator

from bot.curation.counts import to_counted
from bot.curation.exclusions import Exclusions
from bot.curation.texts.features import FEATURES_VERSION
from bot.curation.theming.seeds import kept_fingerprint, load_seeds
from bot.curation.theming.themes import Themes, absorb, emerge
from bot.curation.voices import to_voices
from bot.domain.edition import Edition
from bot.domain.rules import Rules
from bot.domain.verbatim import Conversation, Verbatim, to_conversations
from bot.domain.week import Week

THEMES_VERSION = "1"
"""Raise it when themes are found in another way: states saved by the old way are then fitted anew."""

_MEMORY = 8
"""Weeks in which a sudden topic must not have been heard of before."""


def fitting_version(rules: Rules) -> str:
    """Return what a saved state depends on besides the feedback, as 16 hex digits."""
    parts = (THEMES_VERSION, FEATURES_VERSION, kept_fingerprint(), rules.version)
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:16]


def fit(
    themes: Themes | None, feedback: Iterable[Verbatim], week: Week, rules: Rules, *, edition: Edition
) -> Iterator[tuple[Week, Themes]]:
    """Yield the state after each finished week before *week*, continuing from *themes*.

    *feedback* may reach further back and further on; weeks that *themes* have absorbed are not absorbed again.
    """
    if themes is not None and themes.last >= str(week.previous):
        return
    end = week.start(edition.zone)
    exclusions = Exclusions(rules)
    conversations = to_conversations(v for v in feedback if v.created_at < end)
    counted = to_counted(conversations, week.previous, edition.zone, exclusions)
    by_back: dict[int, list[Conversation]] = defaultdict(list)
    for voice in to_voices(counted, exclusions.may_feature):
        by_back[voice.back].append(voice.conversation)
    for back in sorted(by_back, reverse=True):
        each = week.back(back + 1)
        if themes is not None and themes.last >= str(each):
            continue
        before = [c for earlier in range(back + 1, back + 1 + _MEMORY) for c in by_back.get(earlier, ())]
        grown = emerge(themes, each, by_back[back], before, rules, load_seeds()) if before else themes
        themes = absorb(grown, each, by_back[back], rules, load_seeds())
        yield each, themes
