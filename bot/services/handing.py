"""A finished digest is handed to the outbox: kept, announced and remembered in one transaction, once."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.blocks.digest import parent, thread
from bot.blocks.limits import check
from bot.curation.theming.themes import Themes
from bot.domain.digest import Digest
from bot.domain.edition import Edition
from bot.domain.message import Message
from bot.domain.week import Week
from bot.locale import Words
from bot.services.digests import DigestService
from bot.services.posting import PostingService
from bot.services.wins.proposing import Proposing
from bot.storage.store import Transaction


class Contribution(Protocol):
    """Something that a digest carries and that does not come from feedback: wins, an ask, what was promised."""

    def add(self, tx: Transaction, edition: Edition, digest: Digest, now: datetime) -> Digest:
        """Return *digest* with what is to be told in it as of *now*; a preview calls this too."""

    def posted(self, tx: Transaction, edition: Edition, digest: Digest, now: datetime) -> None:
        """Write down that *digest* was handed to the outbox with what was added to it."""


class Handing:
    """Hands digests over, with every one of the *contributions*, in their order."""

    def __init__(
        self,
        digests: DigestService,
        posting: PostingService,
        proposing: Proposing,
        contributions: Sequence[Contribution],
    ) -> None:
        self._digests = digests
        self._posting = posting
        self._proposing = proposing
        self._contributions = tuple(contributions)

    def gather(self, tx: Transaction, edition: Edition, digest: Digest, now: datetime) -> Digest:
        """Return *digest* with all that others contribute to it as of *now*."""
        for contribution in self._contributions:
            digest = contribution.add(tx, edition, digest, now)
        return digest

    def meet(self, digest: Digest) -> None:
        """Learn of Slack what `hand_over` has to know of people: Slack is asked before a transaction, not in it."""
        self._proposing.meet(digest)

    def hand_over(
        self,
        tx: Transaction,
        edition: Edition,
        digest: Digest,
        themes: Themes | None,
        *,
        due_at: datetime,
        now: datetime,
    ) -> bool:
        """Put *digest* into the outbox; False, and nothing happens, where its week is there already.

        Raises before anything is kept when a message would break a limit of Slack's.
        """
        week = Week.parse(digest.week)
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
