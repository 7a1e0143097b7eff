"""A draft as it would be posted now: its edits, what others contribute, and without those who may not be quoted."""

from collections.abc import Callable, Sequence
from datetime import datetime

from bot.curation.editing.apply import apply, other_voices, trimmed
from bot.curation.editing.gone import gone_of, quotes_in
from bot.curation.texts.features import FEATURES_VERSION
from bot.domain.digest import Digest, Quote
from bot.domain.draft import Draft
from bot.domain.edition import Edition
from bot.domain.rules import Rules
from bot.domain.verbatim import Verbatim
from bot.errors import VoxpopError
from bot.locale import Words
from bot.services.handing import Handing
from bot.storage.feedback import FeedbackQueries
from bot.storage.quotable import QuotableQueries
from bot.storage.store import Transaction


class Looking:
    """Looks at drafts. *name* asks Slack what somebody is called."""

    def __init__(self, handing: Handing, rules: Rules, name: Callable[[str], str]) -> None:
        self._handing = handing
        self._rules = rules
        self._name = name

    def look(self, tx: Transaction, draft: Draft, edition: Edition, now: datetime) -> Digest:
        """Return the digest of *draft*; its numbers are as they were when it was made."""
        edits = [made.edit for made in draft.edits]
        gone = self._gone(tx, draft)
        digest = apply(draft.digest, draft.reserve, edits, gone)
        digest = digest.model_copy(update={"edited_by": self.names(draft)})
        return trimmed(self._handing.gather(tx, edition, digest, now), edits, gone)

    def other_voices(self, tx: Transaction, draft: Draft, shown: Digest) -> list[Quote]:
        """Return who else could be the voice of the week in *draft*, which looks like *shown*, the next best first."""
        edits = [made.edit for made in draft.edits]
        return other_voices(draft.digest, draft.reserve, edits, self._gone(tx, draft), shown)

    def _gone(self, tx: Transaction, draft: Draft) -> frozenset[str]:
        quotes = quotes_in(draft.reserve, [made.edit for made in draft.edits], draft.digest.praise)
        standing = QuotableQueries(tx).conversations_of([quote.record for quote in quotes], FEATURES_VERSION)
        return gone_of(quotes, standing, self._rules)

    def is_gone(self, quote: Quote, standing: Sequence[Verbatim]) -> bool:
        """Whether *quote* may not be shown, by what is *standing* of its conversation."""
        return bool(gone_of([quote], standing, self._rules))

    def names(self, draft: Draft) -> tuple[str, ...]:
        """Return what those are called who edited *draft*; asked of Slack before a transaction, it is known inside."""
        return tuple(dict.fromkeys(self.called(user, draft) for user in draft.editors))

    def called(self, user: str, draft: Draft) -> str:
        """Return what *user* is called, or that it is a curator where Slack does not tell now."""
        try:
            return self._name(user)
        except VoxpopError:
            return Words(draft.digest.language)("draft-somebody")

    @staticmethod
    def came_since(tx: Transaction, draft: Draft) -> int:
        """Return how many conversations of its week came in after *draft* was made: they are in none of its numbers."""
        return FeedbackQueries(tx).came_since(draft.digest.start, draft.digest.end, draft.made_at)
