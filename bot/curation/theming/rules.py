"""The operator's own themes: a conversation with one of a rule's words or tags is that rule's, the first match wins."""

import re
import unicodedata
from collections.abc import Iterable

from bot.domain.rules import Rules, ThemeRule
from bot.domain.verbatim import Conversation

_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})


class RuleBook:
    """The theme rules, ready to be asked; words are bounded, ``*`` ends a beginning, case and umlauts do not matter."""

    def __init__(self, rules: Rules) -> None:
        self._rules = [
            (rule_id(rule), _pattern(rule.any), frozenset(tag.casefold() for tag in rule.tags)) for rule in rules.themes
        ]

    def theme_of(self, conversation: Conversation) -> str | None:
        """Return the id of the first rule's theme that takes *conversation*."""
        if not self._rules:
            return None
        tags = {tag.casefold() for record in conversation.records for tag in record.tags}
        text = "\n".join(folded(r.features.text) for r in conversation.records if r.features.noise is None)
        for theme, pattern, wanted in self._rules:
            if tags & wanted or (pattern is not None and pattern.search(text)):
                return theme
        return None


def rule_id(rule: ThemeRule) -> str:
    """Return the id of a rule's theme: it stands as long as the rule's English (else first) name does."""
    name = rule.name.get("en") or next(iter(rule.name.values()))
    return "rule-" + (re.sub(r"[^a-z0-9]+", "-", folded(name)).strip("-") or "theme")


def folded(text: str) -> str:
    """Return *text* without case, umlauts written out (``Gepäck`` and ``GEPAECK`` are one) and accents dropped."""
    plain = unicodedata.normalize("NFC", text).casefold().translate(_UMLAUTS)
    if plain.isascii():
        return plain
    return "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))


def _pattern(words: Iterable[str]) -> re.Pattern[str] | None:
    parts = [_term(word) for word in words if word.strip(" *")]
    return re.compile("|".join(parts)) if parts else None


def _term(word: str) -> str:
    stem = folded(word.strip()).removesuffix("*")
    return r"(?<!\w)" + r"\s+".join(map(re.escape, stem.split())) + ("" if word.strip().endswith("*") else r"(?!\w)")
