"""What stands in a channel is made what it should be: after a withdrawal, another wish, or an undo."""

from typing import Protocol

import structlog

from bot.blocks.win_slot import corrected, tells
from bot.blocks.wins import celebration, taken_out, told
from bot.domain.digest import Digest
from bot.domain.message import Message
from bot.domain.outbox import DIGEST, WIN, Post, State
from bot.domain.week import Week
from bot.domain.win import IN_DIGEST, Win, WinState
from bot.errors import SlackError
from bot.locale import Words
from bot.services.notices import Notices
from bot.storage.outbox import Address, OutboxQueries
from bot.storage.publications import PublicationQueries
from bot.storage.store import Store, Transaction
from bot.storage.wins import WinQueries

_CLOSED = frozenset({"cant_delete_message", "compliance_exports_prevent_deletion", "edit_window_closed", "is_inactive"})
"""Answers after which a message stays as it is until people act, besides those that are permanent for posts too."""


class Corrector(Protocol):
    """What correcting needs of Slack."""

    def update(self, channel: str, ts: str, message: Message) -> bool:
        """Write *message* over one of our own; False where it is gone."""

    def delete(self, channel: str, ts: str) -> None:
        """Take back one of our own messages."""


class Correcting:
    """Corrects messages that were posted, and those that are still on their way. Harmless when repeated.

    What is stored is corrected first, whatever Slack answers then. Where only people can see to a message, the admins
    are told once by *notices*. *language* is that of the wins channel.
    """

    def __init__(self, store: Store, slack: Corrector, notices: Notices, language: str) -> None:
        self._store = store
        self._slack = slack
        self._notices = notices
        self._words = Words(language)

    def work(self) -> None:
        """Correct every win that stands in Slack otherwise than it should; what is being sent is waited for."""
        with self._store.read() as tx:
            stale = WinQueries(tx).stale()
        for win in stale:
            done = self._in_digest(win) if win.is_in_digest else self._by_itself(win)
            with self._store.begin() as tx:
                WinQueries(tx).corrected(win, done=done)

    def _by_itself(self, win: Win) -> bool:
        """Bring the message of one win up to date; False while nobody knows whether it stands in Slack."""
        recall = win.state is not WinState.CELEBRATED
        message = taken_out(self._words) if recall else celebration(win, self._words)
        with self._store.begin() as tx:
            posts = OutboxQueries(tx).of(Address(WIN, f"win:{win.id}", win.post or ""))
            kept = [self._keep(tx, win, post, message, recall=recall) for post in posts]
        wanted = None if win.state is WinState.TAKEN_BACK else message
        return all([*kept, *(self._show(win, post, wanted) for post in posts)])

    def _in_digest(self, win: Win) -> bool:
        """Bring the digest that told the win up to date: as its people agree to now, or a line in its place."""
        edition, _, week = (win.post or "").removeprefix(IN_DIGEST).rpartition(":")
        with self._store.begin() as tx:
            digest = PublicationQueries(tx).find(edition, Week.parse(week))
            if digest is None:
                return True
            digest = _with(digest, win)
            PublicationQueries(tx).correct(digest)
            posts = [p for p in OutboxQueries(tx).of(Address(DIGEST, edition, week)) if tells(p.message, win.id)]
            wanted = [(post, corrected(post.message, digest, Words(digest.language))) for post in posts]
            kept = [self._keep(tx, win, post, message) for post, message in wanted]
        return all([*kept, *(self._show(win, post, message) for post, message in wanted)])

    def _keep(self, tx: Transaction, win: Win, post: Post, message: Message, *, recall: bool = False) -> bool:
        """Store *message* as that of *post*, which is not to be sent any more at *recall*; False while more may come.

        Where only a person can say whether it was posted, nobody else says so for a win: it counts as taken care of.
        A digest's may be told yet, and is corrected then.
        """
        lost = post.may_be_resolved and post.state is not State.UNKNOWN
        if lost:
            self._notices.tell_of_standing(tx, post, win.id, post.reason or "unknown")
        outbox = OutboxQueries(tx)
        if recall and (lost or post.state in (State.PENDING, State.BLOCKED)):
            return outbox.put_back(post, State.RECALLED, payload=message.model_dump(mode="json"))
        kept = outbox.rewrite(post, message)
        return kept and (post.kind == WIN if lost else post.state not in (State.SENDING, State.UNKNOWN))

    def _show(self, win: Win, post: Post, wanted: Message | None) -> bool:
        """Make what stands in Slack *wanted*, or take it away; False where Slack does not let us now."""
        if post.state is not State.DONE or post.ts is None:
            return True
        try:
            if wanted is None:
                self._slack.delete(post.channel, post.ts)
            else:
                self._slack.update(post.channel, post.ts, wanted)
        except SlackError as error:
            structlog.get_logger("wins").warning("a win could not be corrected yet", win=win.id, why=str(error))
            if error.permanent or error.code in _CLOSED:
                with self._store.begin() as tx:
                    self._notices.tell_of_standing(tx, post, win.id, str(error.code))
            return False
        return True


def _with(digest: Digest, win: Win) -> Digest:
    """Return *digest* with the story of *win* as it is to be shown now."""
    story = told(win, Words(digest.language))
    if story.taken_out:
        story = story.model_copy(update={"who": "", "parts": (), "words": None, "record": None})
    shown = tuple(
        story.model_copy(update={"about": each.about, "about_week": each.about_week}) if each.win == win.id else each
        for each in digest.wins
    )
    return digest.model_copy(update={"wins": shown})
