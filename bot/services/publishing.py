"""Publish a week: made, kept and handed to the outbox in one transaction, once."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.domain.edition import Edition
from bot.domain.week import Week
from bot.services.digests import DigestService
from bot.services.handing import Contribution, Handing, to_messages
from bot.services.posting import PostingService
from bot.services.wins.proposing import Proposing
from bot.storage.store import Store

__all__ = ["Contribution", "Publisher", "Reviewed", "to_messages"]


class Reviewed(Protocol):
    """Those who look at a digest before it is posted."""

    def issue(self, edition: Edition, week: Week, *, due_at: datetime, now: datetime, by_hand: bool) -> bool | None:
        """Post the digest as they decided, or not; None where nobody is to look at it."""


class Publisher:
    """Takes a digest from stored feedback to the outbox, past its curators where *reviewed* says that there are any.

    It carries every one of the *contributions*, in their order.
    """

    def __init__(
        self,
        store: Store,
        digests: DigestService,
        posting: PostingService,
        proposing: Proposing,
        contributions: Sequence[Contribution],
        reviewed: Reviewed | None = None,
    ) -> None:
        self._store = store
        self._digests = digests
        self._posting = posting
        self._handing = Handing(digests, posting, proposing, contributions)
        self._reviewed = reviewed

    def publish(self, edition: Edition, week: Week, *, due_at: datetime, now: datetime, by_hand: bool = False) -> bool:
        """Put the digest of *week* into the outbox, whoever asks and however often; False where it is not posted.

        *by_hand*: a person asks for it now, whatever curators decided. Raises before anything is kept when a message
        would break a limit of Slack's.
        """
        if self._posting.status(edition.name, week) is not None:
            return False
        if self._reviewed is not None:
            issued = self._reviewed.issue(edition, week, due_at=due_at, now=now, by_hand=by_hand)
            if issued is not None:
                return issued
        digest, themes = self._digests.make(edition, week, min(due_at, now))
        self._handing.meet(digest)
        with self._store.begin() as tx:
            digest = self._handing.gather(tx, edition, digest, now)
            return self._handing.hand_over(tx, edition, digest, themes, due_at=due_at, now=now)
