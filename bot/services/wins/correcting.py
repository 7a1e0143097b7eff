"""What stands in a channel is made what it should be: after a withdrawal, another wish, or an undo."""

from collections.abc import Iterable
from typing import Protocol

import structlog

from bot.blocks.win_slot import corrected
from bot.blocks.wins import celebration, taken_out, told
from bot.domain.digest import Digest
from bot.domain.message import Message
from bot.domain.outbox import DIGEST, WIN, Post, State
from bot.domain.week import Week
from bot.domain.win import IN_DIGEST, Win, WinState
from bot.errors import SlackError
from bot.locale import Words
from bot.services.wins.book import House
from bot.storage.outbox import Address, OutboxQueries
from bot.storage.publications import PublicationQueries
from bot.storage.store import Store
from bot.storage.wins import WinQueries

_WAITING = (State.PENDING, State.BLOCKED)


class Corrector(Protocol):
    """What correcting needs of Slack."""

    def update(self, channel: str, ts: str, message: Message) -> bool:
        """Write *message* over one of our own; False where it is gone."""

    def delete(self, channel: str, ts: str) -> None:
        """Take back one of our own messages."""


class Correcting:
    """Corrects messages that were posted, and those that are still on their way. Harmless when repeated."""

    def __init__(self, store: Store, slack: Corrector, house: House) -> None:
        self._store = store
        self._slack = slack
        self._words = Words(house.language)

    def work(self) -> None:
        """Correct every win that stands in Slack otherwise than it should; what is being sent is waited for."""
        with self._store.read() as tx:
            stale = WinQueries(tx).stale()
        for win in stale:
            try:
                if self._in_digest(win) if win.is_in_digest else self._by_itself(win):
                    self._corrected(win)
            except SlackError as error:
                structlog.get_logger("wins").warning("a win could not be corrected yet", win=win.id, why=str(error))

    def _by_itself(self, win: Win) -> bool:
        """Bring the message of one win up to date; False while nobody knows whether it stands in Slack."""
        with self._store.read() as tx:
            posts = OutboxQueries(tx).of(Address(WIN, f"win:{win.id}", win.post or ""))
        if win.state is WinState.CELEBRATED:
            wanted: Message | None = celebration(win, self._words)
        else:
            wanted = None if win.state is WinState.TAKEN_BACK else taken_out(self._words)
        return self._all(((post, wanted) for post in posts), recall=win.state is not WinState.CELEBRATED)

    def _in_digest(self, win: Win) -> bool:
        """Bring the digest that told the win up to date: as its people agree to now, or a line in its place."""
        edition, _, week = (win.post or "").removeprefix(IN_DIGEST).rpartition(":")
        with self._store.read() as tx:
            digest = PublicationQueries(tx).find(edition, Week.parse(week))
            posts = OutboxQueries(tx).of(Address(DIGEST, edition, week))
        if digest is None:
            return True
        digest = _with(digest, win)
        wanted = [(post, corrected(post.message, digest, Words(digest.language))) for post in posts]
        if not self._all((post, message) for post, message in wanted if message != post.message):
            return False
        with self._store.begin() as tx:
            PublicationQueries(tx).correct(digest)
        return True

    def _all(self, wanted: Iterable[tuple[Post, Message | None]], *, recall: bool = False) -> bool:
        """Correct each; True when there is nothing left to correct."""
        return not [post for post, message in wanted if not self._correct(post, message, recall=recall)]

    def _correct(self, post: Post, wanted: Message | None, *, recall: bool) -> bool:
        """Make one message *wanted*, or take it away; False while it is on its way and nobody knows where."""
        if post.state is State.DONE and post.ts is not None:
            if wanted is None:
                self._slack.delete(post.channel, post.ts)
            else:
                self._slack.update(post.channel, post.ts, wanted)
        elif post.state not in _WAITING or post.in_doubt:
            return post.state is State.RECALLED
        with self._store.begin() as tx:
            outbox = OutboxQueries(tx)
            if recall and post.state is not State.DONE:
                return outbox.put_back(post, State.RECALLED)
            return outbox.rewrite(post, wanted or taken_out(self._words))

    def _corrected(self, win: Win) -> None:
        with self._store.begin() as tx:
            WinQueries(tx).corrected(win)


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
