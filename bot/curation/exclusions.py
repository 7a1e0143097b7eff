"""What the operator keeps out: words and tags whose conversations are left out, or counted and never quoted."""

from collections.abc import Sequence

from bot.curation.theming.rules import RuleBook
from bot.domain.rules import Rules, ThemeRule
from bot.domain.verbatim import Conversation, LeftOut


class Exclusions:
    """The ``exclude`` and ``do_not_feature`` lists of the rules, ready to be asked.

    An entry is a tag, or a word or phrase that is read as in the theme rules: bounded, in any case, ``Gepäck*`` for
    every word that begins so.
    """

    def __init__(self, rules: Rules) -> None:
        self._exclude = _book(rules.exclude)
        self._do_not_feature = _book(rules.do_not_feature)

    def left_out(self, conversation: Conversation) -> LeftOut | None:
        """Return why *conversation* is counted but not eligible: the operator's reason before any other."""
        if self._exclude.theme_of(conversation) is not None:
            return LeftOut.EXCLUDED
        return conversation.left_out

    def may_feature(self, conversation: Conversation) -> bool:
        """Return whether operator and source let *conversation* be quoted; one record that may not is enough."""
        return (
            all(record.featured for record in conversation.records)
            and self._do_not_feature.theme_of(conversation) is None
        )


def _book(entries: Sequence[str]) -> RuleBook:
    terms = tuple(" ".join(entry.split()) for entry in entries if entry.strip())
    return RuleBook(Rules(themes=(ThemeRule(name={"en": "out"}, any=terms, tags=terms),) if terms else ()))
