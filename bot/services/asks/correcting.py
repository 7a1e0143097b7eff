"""The ask that stands in a channel is made what it should be: the answer in place of its buttons."""

from functools import partial

from bot.blocks.ask_slot import asks, corrected
from bot.blocks.digest import summary
from bot.domain.ask import AskRecord
from bot.domain.digest import Digest
from bot.domain.message import Message
from bot.domain.outbox import DIGEST
from bot.domain.week import Week
from bot.locale import Words
from bot.services.asks.showing import to_ask
from bot.services.standing import Standing
from bot.storage.asks import AskQueries
from bot.storage.outbox import Address, OutboxQueries
from bot.storage.publications import PublicationQueries
from bot.storage.standing import StandingQueries
from bot.storage.store import Store, Transaction


class Correcting:
    """Corrects digests that ask, posted or still on their way; *standing* takes that to Slack. Harmless when repeated.

    What is stored is corrected first, whatever Slack answers then.
    """

    def __init__(self, store: Store, standing: Standing) -> None:
        self._store = store
        self._standing = standing

    def work(self) -> None:
        """Correct every ask that stands in a digest otherwise than it should."""
        with self._store.read() as tx:
            stale = AskQueries(tx).stale()
        for ask in stale:
            with self._store.begin() as tx:
                _correct(tx, ask)
                AskQueries(tx).note(ask, stale=False)  # no more than that: what changed since is stale still
        if stale:
            self._standing.work()


def _correct(tx: Transaction, ask: AskRecord) -> None:
    digest = PublicationQueries(tx).correct(ask.edition, Week.parse(ask.week), partial(_with, ask=ask))
    if digest is None:
        return
    change = partial(_redrawn, digest=digest)
    for post in OutboxQueries(tx).of(Address(DIGEST, ask.edition, ask.week)):
        if asks(post.message):
            StandingQueries(tx).correct(post, change)


def _with(digest: Digest, ask: AskRecord) -> Digest:
    """Return *digest* with *ask* as it is by now; one that asked nothing goes on asking nothing."""
    shown = None if digest.ask is None else to_ask(ask, named=ask.named)
    return digest.model_copy(update={"ask": shown})


def _redrawn(message: Message, digest: Digest) -> Message:
    words = Words(digest.language)
    return corrected(message, digest, words, summary(digest, words))
