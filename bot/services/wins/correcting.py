"""What stands in a channel is made what it should be: after a withdrawal, another wish, or an undo."""

from functools import partial
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
from bot.services.standing import Standing, is_refusal
from bot.storage.outbox import Address, OutboxQueries
from bot.storage.publications import PublicationQueries
from bot.storage.standing import StandingQueries
from bot.storage.store import Store, Transaction
from bot.storage.wins import WinQueries


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
        self._standing = Standing(store, slack, notices)

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
            digest = PublicationQueries(tx).correct(edition, Week.parse(week), partial(_with, win=win))
            if digest is None:
                return True
            posts = [p for p in OutboxQueries(tx).of(Address(DIGEST, edition, week)) if tells(p.message, win.id)]
            change = partial(corrected, digest=digest, words=Words(digest.language))
            for post in posts:
                StandingQueries(tx).correct(post, change)
                if post.is_lost:
                    self._notices.tell_of_standing(tx, post, win.id, post.reason or "unknown")
        return all([self._bring(win, post) for post in posts])  # noqa: C419 each is brought, whatever became of the first

    def _bring(self, win: Win, post: Post) -> bool:
        """Let a digest's message show in Slack what is stored of it; False where it does not yet, or may come later."""
        if post.state is not State.DONE or post.ts is None:
            return post.state not in (State.SENDING, State.UNKNOWN) and not post.is_lost
        try:
            return self._standing.bring(post)
        except SlackError as error:
            self._told(win, post, error)
            return False

    def _keep(self, tx: Transaction, win: Win, post: Post, message: Message, *, recall: bool = False) -> bool:
        """Store *message* as that of *post*, which is not to be sent any more at *recall*; False while more may come.

        Where only a person can say whether it was posted, nobody else says so for a win: it counts as taken care of.
        """
        lost = post.is_lost
        if lost:
            self._notices.tell_of_standing(tx, post, win.id, post.reason or "unknown")
        outbox = OutboxQueries(tx)
        if recall and (lost or post.state in (State.PENDING, State.BLOCKED)):
            return outbox.put_back(post, State.RECALLED, payload=message.model_dump(mode="json"))
        kept = outbox.rewrite(post, message)
        return kept and (lost or post.state not in (State.SENDING, State.UNKNOWN))

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
            self._told(win, post, error)
            return False
        return True

    def _told(self, win: Win, post: Post, error: SlackError) -> None:
        structlog.get_logger("wins").warning("a win could not be corrected yet", win=win.id, why=str(error))
        if is_refusal(error):
            with self._store.begin() as tx:
                self._notices.tell_of_standing(tx, post, win.id, str(error.code))


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
