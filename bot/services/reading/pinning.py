"""A voice found by a curator's own words is pinned into a draft; what a draft is, is known elsewhere."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.curation.exclusions import Exclusions
from bot.curation.texts.features import FEATURES_VERSION
from bot.curation.transcript import to_transcript
from bot.domain.digest import Digest, Quote
from bot.domain.feedback import Kind
from bot.domain.pin import DraftRef, Pin
from bot.domain.rules import Rules
from bot.domain.verbatim import Verbatim
from bot.errors import DeclinedError
from bot.services.roles import Roles
from bot.storage.feedback import FeedbackQueries
from bot.storage.store import Store


class Pinner(Protocol):
    """Keeps drafts. *draft* names one, *ref* also what its reader had before them; DeclinedError where it moved on."""

    def digest(self, draft: str, curator: str, now: datetime) -> Digest:
        """Return what stands in *draft* now."""

    def pin(self, ref: DraftRef, quote: Quote, curator: str, now: datetime) -> None:
        """Make *quote* the voice of the draft that *ref* names, in the name of *curator*."""


class Pinning:
    """Lets curators pin voices that are what they were when found; *pinner* is None where nobody keeps drafts."""

    def __init__(self, store: Store, roles: Roles, rules: Rules, pinner: Pinner | None = None) -> None:
        self._store = store
        self._roles = roles
        self._exclusions = Exclusions(rules)
        self._pinner = pinner

    def digest(self, draft: str, curator: str, now: datetime) -> Digest:
        """Return the digest of *draft*; DeclinedError for everybody but curators."""
        if not self._roles.is_curator(curator):
            raise DeclinedError("pin-curators-only")
        return self._drafts().digest(draft, curator, now)

    def pin(self, pin: Pin, curator: str, now: datetime) -> None:
        """Make *pin* the voice of its draft; DeclinedError where it may not be quoted, or is not there, any more."""
        digest = self.digest(pin.ref.draft, curator, now)
        with self._store.read() as tx:
            records = FeedbackQueries(tx).conversation(pin.record, FEATURES_VERSION)
        said = next((record for record in records if record.record == pin.record), None)
        quote = None if said is None or not self._may_be_quoted(records, said) else pin.quote(digest, said)
        if quote is None:
            raise DeclinedError("pin-changed")
        self._drafts().pin(pin.ref, quote, curator, now)

    def _may_be_quoted(self, records: Sequence[Verbatim], said: Verbatim) -> bool:
        """Whether nothing that came since keeps *said* from being quoted; what colleagues tell never is."""
        transcript = to_transcript(records, self._exclusions)
        lines = transcript.lines if transcript else ()
        shown = any(line.record == said.record and line.text for line in lines)
        return shown and said.record.kind is not Kind.TOLD

    def _drafts(self) -> Pinner:
        if self._pinner is None:
            raise DeclinedError("pin-no-draft")
        return self._pinner
