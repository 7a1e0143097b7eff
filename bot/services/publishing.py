"""Publish a week: made, kept and handed to the outbox in one transaction, once."""

from collections.abc import Sequence
from datetime import datetime

from bot.blocks.digest import parent, thread
from bot.blocks.limits import check
from bot.domain.digest import Digest
from bot.domain.edition import Edition
from bot.domain.message import Message
from bot.domain.week import Week
from bot.locale import Words
from bot.services.digests import DigestService
from bot.services.posting import PostingService
from bot.services.wins.gathering import Gathering
from bot.services.wins.proposing import Proposing
from bot.storage.store import Store


class Publisher:
    """Takes a digest from stored feedback to the outbox."""

    def __init__(
        self, store: Store, digests: DigestService, posting: PostingService, proposing: Proposing, gathering: Gathering
    ) -> None:
        self._store = store
        self._digests = digests
        self._posting = posting
        self._proposing = proposing
        self._gathering = gathering

    def publish(self, edition: Edition, week: Week, *, due_at: datetime, now: datetime) -> bool:
        """Put the digest of *week* into the outbox, whoever asks and however often; False where it already is.

        Raises before anything is kept when a message would break a limit of Slack's.
        """
        if self._posting.status(edition.name, week) is not None:
            return False
        digest, themes = self._digests.make(edition, week, min(due_at, now))
        with self._store.begin() as tx:
            digest, wins = self._gathering.add(tx, digest, now)
            if not self._posting.enqueue(tx, edition, week, to_messages(digest), due_at=due_at):
                return False  # another replica was faster; its digest stands, ours is thrown away
            self._digests.keep(tx, edition, digest, themes, now)
            self._proposing.propose(tx, digest)
            self._gathering.celebrated(tx, digest, wins, now)
        return True


def to_messages(digest: Digest) -> Sequence[Message]:
    """Return parent and thread in the edition's language, each inside Slack's limits (LimitError where not)."""
    words = Words(digest.language)
    messages = (parent(digest, words), *thread(digest, words))
    for message in messages:
        check(message)
    return messages
