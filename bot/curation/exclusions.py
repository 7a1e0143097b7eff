"""What the operator keeps out: words and tags whose conversations are left out, or counted and never quoted."""

import re
from collections.abc import Iterable

from bot.domain.rules import Rules
from bot.domain.verbatim import Conversation, LeftOut, Verbatim


class Exclusions:
    """The ``exclude`` and ``do_not_feature`` lists of the rules, ready to be asked.

    An entry is a tag, or a word or phrase that stands by itself in the redacted text, whatever its case;
    with a ``*`` at its end it takes every word that begins so (``Gepäck*``).
    """

    def __init__(self, rules: Rules) -> None:
        self._exclude = _Terms(rules.exclude)
        self._do_not_feature = _Terms(rules.do_not_feature)

    def left_out(self, conversation: Conversation) -> LeftOut | None:
        """Return why *conversation* is counted but not eligible: the operator's reason before any other."""
        if any(self._exclude.match(record) for record in conversation.records):
            return LeftOut.EXCLUDED
        return conversation.left_out

    def may_feature(self, conversation: Conversation) -> bool:
        """Return whether the operator lets *conversation* be quoted."""
        return not any(self._do_not_feature.match(record) for record in conversation.records)


class _Terms:
    def __init__(self, terms: Iterable[str]) -> None:
        given = [" ".join(term.casefold().split()) for term in terms if term.strip()]
        self._tags = frozenset(given)
        self._words = re.compile("|".join(_pattern(term) for term in sorted(given))) if given else None

    def match(self, record: Verbatim) -> bool:
        if self._words is None:
            return False
        if any(tag.casefold() in self._tags for tag in record.tags):
            return True
        return bool(record.features.text) and self._words.search(record.features.text.casefold()) is not None


def _pattern(term: str) -> str:
    stem = term.removesuffix("*")
    words = r"\s+".join(re.escape(word) for word in stem.split())
    return rf"(?<!\w){words}" + ("" if term.endswith("*") else r"(?!\w)")
