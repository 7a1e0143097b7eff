"""Every curator has the draft before them as it is now: sent once, then brought up to date where it stands."""

from collections.abc import Callable, Sequence, Set
from datetime import datetime, timedelta
from typing import Protocol

import structlog

from bot.blocks.draft_review import OtherButton, Reviewed, review
from bot.domain.draft import Draft
from bot.domain.edition import Edition
from bot.domain.message import Message
from bot.domain.outbox import NOTICE, Post, State
from bot.errors import SlackError
from bot.services.drafts.book import Book
from bot.services.drafts.looking import Looking
from bot.services.speech import Speech
from bot.storage.drafts import DraftQueries
from bot.storage.editions import EditionQueries
from bot.storage.outbox import Address, OutboxQueries
from bot.storage.quotable import QuotableQueries
from bot.storage.store import Store, Transaction

SMALL_TEAM = 20
"""Conversations in eight weeks under which a team is small: Voxpop stores no agents, so it cannot count heads."""
_SMALL_WEEKS = timedelta(weeks=8)

_CLOSED = frozenset({"cant_update_message", "edit_window_closed", "is_inactive"})
"""Answers after which a message stays as it is: its buttons decline, as they carry a turn that is over."""


class Updater(Protocol):
    """What telling needs of Slack."""

    def update(self, channel: str, ts: str, message: Message) -> bool:
        """Write *message* over one of our own; False where it is gone."""


class Telling:
    """Shows drafts to curators, each in their own language."""

    def __init__(
        self,
        store: Store,
        book: Book,
        looking: Looking,
        speech: Speech,
        slack: Callable[[], Updater],
        others: Sequence[OtherButton] = (),
    ) -> None:
        self._store = store
        self._book = book
        self._looking = looking
        self._speech = speech
        self._slack = slack
        self._others = tuple(others)

    def carry_on(self, now: datetime) -> None:
        """Show every curator what they have not seen yet; what Slack does not take now is left for the next time."""
        with self._store.read() as tx:
            waiting = DraftQueries(tx).to_show()
            waiting += self._unknown_to_some(tx, {draft.number for draft in waiting})
        for draft in waiting:
            self._show(draft, now)

    def reviewed(self, tx: Transaction, draft: Draft, edition: Edition, now: datetime) -> Reviewed:
        """Return everything that the review message of *draft* tells."""
        shown = self._looking.look(tx, draft, edition, now)
        small = QuotableQueries(tx).of_small_teams(
            [quote.record for quote in shown.quotes], draft.digest.end - _SMALL_WEEKS, SMALL_TEAM
        )
        called = {user: self._looking.called(user, draft) for user in {draft.holder, draft.decided_by} if user}
        since = self._looking.came_since(tx, draft)
        return Reviewed(draft, edition, shown, since, frozenset(small), called, self._others)

    def _unknown_to_some(self, tx: Transaction, others: Set[int]) -> list[Draft]:
        """Return what may still be changed, but for *others*, and was never sent to one who has become a curator."""
        drafts, found = DraftQueries(tx), list[Draft]()
        for each in drafts.waiting():
            edition = EditionQueries(tx).find(each.edition)
            if each.number in others or edition is None:
                continue
            sent = OutboxQueries(tx).targets(NOTICE, _about(each.number))
            if not sent.issuperset(self._book.reviewers(edition)):
                found.append(self._book.find(tx, each.number)[0])
        return found

    def _show(self, draft: Draft, now: datetime) -> None:
        self._looking.names(draft)
        with self._store.read() as tx:
            _, edition = self._book.find(tx, draft.number)
            readers = self._book.reviewers(edition)
            told = self.reviewed(tx, draft, edition, now)
        letters = {reader: review(told, self._speech.to(reader)) for reader in readers}
        with self._store.begin() as tx:
            current = self._book.find(tx, draft.number)[0]
            if current.turn != draft.turn:
                return  # it changed meanwhile, and is shown as it is now
            posts = [(self._put(tx, draft, reader, message), message) for reader, message in letters.items()]
        shown = [self._update(post, message) for post, message in posts if post is not None]
        with self._store.begin() as tx:
            drafts = DraftQueries(tx)
            if not (all(shown) and drafts.seen(draft)):
                drafts.show_anew(draft.number)  # what was just written may stand over what is newer

    @staticmethod
    def _put(tx: Transaction, draft: Draft, reader: str, message: Message) -> Post | None:
        """Send *message* for the first time, or what stands in its place until it is sent; return what was sent."""
        outbox, at = OutboxQueries(tx), tx.now()
        address = Address(NOTICE, reader, _about(draft.number))
        if outbox.put(address, reader, [message], due_at=at, look_from=at):
            return None
        (post,) = outbox.of(address)
        outbox.rewrite(post, message)
        return post

    def _update(self, post: Post, message: Message) -> bool:
        """Write *message* over *post*; False while it is on its way, or where Slack does not let us now."""
        if post.state is State.BLOCKED:
            return True  # the person cannot be written to; nothing stands there
        if post.state is not State.DONE or post.ts is None:
            return post.state is State.PENDING
        try:
            self._slack().update(post.channel, post.ts, message)
        except SlackError as error:
            structlog.get_logger("drafts").warning("a draft could not be shown as it is", why=str(error))
            return error.permanent or error.code in _CLOSED
        return True


def _about(number: int) -> str:
    """What the letter with the draft called *number* is about."""
    return f"draft:{number}:review"
