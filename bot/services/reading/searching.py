"""What takes a processor to find: answers to somebody's own words, and more voices of a published week."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.curation.choosing.further import MOST_FOUND, Placed, found, further
from bot.curation.counts import MOST_WEEKS
from bot.curation.editing.plan import to_plan
from bot.curation.finding.asked import to_asked
from bot.curation.finding.findings import find
from bot.curation.texts.encoder import encode
from bot.curation.texts.features import FEATURES_VERSION
from bot.domain.digest import Digest, Quote
from bot.domain.edition import Edition
from bot.domain.finding import Finding
from bot.domain.rules import Rules
from bot.domain.week import Week
from bot.services.digests import DigestService
from bot.services.feedback import FeedbackService
from bot.storage.drafts import DraftQueries
from bot.storage.feedback import FeedbackQueries
from bot.storage.store import Store

__all__ = ["MOST_FOUND", "Searching"]


class Searching:
    """Searches redacted text. Nothing of what was asked is kept anywhere."""

    def __init__(self, store: Store, feedback: FeedbackService, digests: DigestService, rules: Rules) -> None:
        self._store = store
        self._feedback = feedback
        self._digests = digests
        self._rules = rules

    def about(self, question: str, now: datetime, zone: ZoneInfo) -> Finding:
        """Answer *question* from the week that runs in *zone* and the twelve before it."""
        asked = to_asked(question)
        if asked.is_empty:
            return Finding(asked=False, named=asked.left_out)
        self._feedback.learn()
        week = Week.of(now, zone)
        start = week.back(MOST_WEEKS - 1).start(zone)
        with self._store.read() as tx:
            verbatims = FeedbackQueries(tx).verbatims(start, week.end(zone), FEATURES_VERSION)
        return find(asked, encode(asked.texts), verbatims, week, self._rules, zone)

    def find(self, question: str, edition: Edition, digest: Digest) -> Sequence[Quote]:
        """Return voices of *digest*'s week about *question*, exact, with its denominators: any may be pinned."""
        asked = to_asked(question)
        if asked.is_empty:
            return ()
        return found(self._placed(edition, digest), digest, asked, encode(asked.texts))

    def more(self, edition: Edition, digest: Digest, theme: str) -> Sequence[Quote]:
        """Return more voices on the theme called *theme*, by its id, than *digest* shows."""
        line = next((line for line in digest.all_themes if line.id == theme), None)
        if line is None:
            return ()
        return further(self._placed(edition, digest), digest, line)

    def _placed(self, edition: Edition, digest: Digest) -> Placed:
        """Return the voices of *digest*'s week, each in the theme that it counts for there: curators may merge some."""
        at_hand = self._digests.placed(edition, Week.parse(digest.week))
        with self._store.read() as tx:
            draft = DraftQueries(tx).of(edition.name, digest.week)
        if draft is None:
            return at_hand
        plan, there = to_plan(made.edit for made in draft.edits), {line.id for line in digest.all_themes}
        return replace(at_hand, voices=[v if v.theme in there else v.of(plan.now(v.theme)) for v in at_hand.voices])
