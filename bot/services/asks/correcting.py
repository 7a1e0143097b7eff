"""The ask that stands in a channel is made what it should be: the answer in place of its buttons."""

from typing import Protocol

import structlog

from bot.blocks.ask_slot import asks, corrected
from bot.blocks.digest import summary
from bot.domain.ask import AskRecord
from bot.domain.message import Message
from bot.domain.outbox import DIGEST, Post, State
from bot.domain.week import Week
from bot.errors import SlackError
from bot.locale import Words
from bot.services.asks.showing import to_ask
from bot.storage.asks import AskQueries
from bot.storage.outbox import Address, OutboxQueries
from bot.storage.publications import PublicationQueries
from bot.storage.store import Store


class Corrector(Protocol):
    """What correcting needs of Slack."""

    def update(self, channel: str, ts: str, message: Message) -> bool:
        """Write *message* over one of our own; False where it is gone."""


class Correcting:
    """Corrects digests that were posted, and those that are still on their way. Harmless when repeated.

    What is stored is corrected first, whatever Slack answers then.
    """

    def __init__(self, store: Store, slack: Corrector) -> None:
        self._store = store
        self._slack = slack

    def work(self) -> None:
        """Correct every ask that stands in Slack otherwise than it should; what is being sent is waited for."""
        with self._store.read() as tx:
            stale = AskQueries(tx).stale()
        for ask in stale:
            done = self._correct(ask)
            with self._store.begin() as tx:
                if done:
                    AskQueries(tx).note(ask, stale=False)

    def _correct(self, ask: AskRecord) -> bool:
        """Bring the digest that asks up to date; False where nobody knows yet what Slack makes of it."""
        with self._store.begin() as tx:
            digest = PublicationQueries(tx).find(ask.edition, Week.parse(ask.week))
            if digest is None or digest.ask is None:
                return True
            digest = digest.model_copy(update={"ask": to_ask(ask, named=ask.named)})
            PublicationQueries(tx).correct(digest)
            posts = [p for p in OutboxQueries(tx).of(Address(DIGEST, ask.edition, ask.week)) if asks(p.message)]
            words = Words(digest.language)
            wanted = [(post, corrected(post.message, digest, words, summary(digest, words))) for post in posts]
            kept = [OutboxQueries(tx).rewrite(post, message) and _is_settled(post) for post, message in wanted]
        return all([*kept, *(self._show(ask, post, message) for post, message in wanted)])

    def _show(self, ask: AskRecord, post: Post, wanted: Message) -> bool:
        if post.state is not State.DONE or post.ts is None:
            return True
        try:
            self._slack.update(post.channel, post.ts, wanted)
        except SlackError as error:
            structlog.get_logger("asks").warning("an ask could not be corrected yet", ask=ask.id, why=str(error))
            return error.permanent  # a channel that is closed for good is not tried again for ever
        return True


def _is_settled(post: Post) -> bool:
    """Whether nobody is sending *post* as it was at this moment, or may have sent it."""
    return post.state not in (State.SENDING, State.UNKNOWN)
