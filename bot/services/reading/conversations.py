"""Whole conversations, redacted, for those without a seat in the support tool."""

from bot.curation.exclusions import Exclusions
from bot.curation.texts.features import FEATURES_VERSION
from bot.curation.transcript import to_transcript
from bot.domain.feedback import RecordRef
from bot.domain.rules import Rules
from bot.domain.transcript import Transcript
from bot.storage.feedback import FeedbackQueries
from bot.storage.store import Store


class Conversations:
    """Reads conversations as the operator's *rules* let them be shown."""

    def __init__(self, store: Store, rules: Rules) -> None:
        self._store = store
        self._exclusions = Exclusions(rules)

    def read(self, record: RecordRef) -> Transcript | None:
        """Return the conversation that *record* is in; None where it is not, or no longer, there."""
        with self._store.read() as tx:
            records = FeedbackQueries(tx).conversation(record, FEATURES_VERSION)
        return to_transcript(records, self._exclusions)
