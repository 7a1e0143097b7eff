"""Publish a week: made, kept and handed to the outbox in one transaction, once."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.blocks.digest import parent, thread
from bot.blocks.limits import check
from bot.domain.digest import Digest
from bot.domain.edition import Edition
from bot.domain.message import Message
from bot.domain.week import Week
from bot.locale import Words
from bot.services.digests import DigestService
from bot.services.posting import PostingService
from bot.services.wins.proposing import Proposing
from bot.storage.store import Store, Transaction


class Contribution(Protocol):
    """Something that a digest carries and that does not come from feedback: wins, an ask, what was promised."""

    def add(self, tx: Transaction, edition: Edition, digest: Digest, now: datetime) -> Digest:
        """Return *digest* with what is to be told in it as of *now*; a preview calls this too."""

    def posted(self, tx: Transaction, edition: Edition, digest: Digest, now: datetime) -> None:
        """Write down that *digest* was handed to the outbox with what was added to it."""


class Publisher:
    """Takes a digest from stored feedback to the outbox, with every one of the *contributions*, in their order."""

    def __init__(
        self,
        store: Store,
        digests: DigestService,
        posting: PostingService,
        proposing: Proposing,
        contributions: Sequence[Contribution],
    ) -> None:
        self._store = store
        self._digests = digests
        self._posting = posting
        self._proposing = proposing
        self._contributions = tuple(contributions)

    def publish(self, edition: Edition, week: Week, *, due_at: datetime, now: datetime) -> bool:
        """Put the digest of *week* into the outbox, whoever asks and however often; False where it already is.

        Raises before anything is kept when a message would break a limit of Slack's.
        """
        if self._posting.status(edition.name, week) is not None:
            return False
        digest, themes = self._digests.make(edition, week, min(due_at, now))
        with self._store.begin() as tx:
            for contribution in self._contributions:
                digest = contribution.add(tx, edition, digest, now)
            if not self._posting.enqueue(tx, edition, week, to_messages(digest), due_at=due_at):
                return False  # another replica was faster; its digest stands, ours is thrown away
            self._digests.keep(tx, edition, digest, themes, now)
            self._proposing.propose(tx, digest)
            for contribution in self._contributions:
                contribution.posted(tx, edition, digest, now)
        return True


def to_messages(digest: Digest) -> Sequence[Message]:
    """Return parent and thread in the edition's language, each inside Slack's limits (LimitError where not)."""
    words = Words(digest.language)
    messages = (parent(digest, words), *thread(digest, words))
    for message in messages:
        check(message)
    return messages
