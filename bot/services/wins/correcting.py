"""What stands in the wins channel is made what it should be: after a withdrawal, another wish, or an undo."""

from typing import Protocol

import structlog

from bot.blocks.wins import celebration, taken_out
from bot.domain.message import Message
from bot.domain.outbox import WIN, Post, State
from bot.domain.win import Win, WinState
from bot.errors import SlackError
from bot.locale import Words
from bot.services.wins.book import House
from bot.storage.outbox import Address, OutboxQueries
from bot.storage.store import Store
from bot.storage.wins import WinQueries

_CERTAINLY_NOT_POSTED = (State.PENDING, State.BLOCKED)


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
            found = [(win, OutboxQueries(tx).of(_address(win))) for win in WinQueries(tx).stale()]
        for win, posts in found:
            try:
                if not posts or self._correct(win, posts[0]):
                    self._corrected(win)
            except SlackError as error:
                structlog.get_logger("wins").warning("a win could not be corrected yet", win=win.id, why=str(error))

    def _correct(self, win: Win, post: Post) -> bool:
        """Bring one message up to date; False while nobody knows whether it stands in Slack."""
        wanted = self._wanted(win)
        if post.state is State.DONE and post.ts is not None:
            if wanted is None:
                self._slack.delete(post.channel, post.ts)
            else:
                self._slack.update(post.channel, post.ts, wanted)
            return True
        if post.state in _CERTAINLY_NOT_POSTED and not post.in_doubt:
            return self._before_it_is_sent(win, post)
        return post.state is State.RECALLED

    def _before_it_is_sent(self, win: Win, post: Post) -> bool:
        with self._store.begin() as tx:
            outbox = OutboxQueries(tx)
            if win.state is not WinState.CELEBRATED:
                return outbox.put_back(post, State.RECALLED)
            return outbox.put_back(post, post.state, payload=celebration(win, self._words).model_dump(mode="json"))

    def _corrected(self, win: Win) -> None:
        with self._store.begin() as tx:
            WinQueries(tx).corrected(win)

    def _wanted(self, win: Win) -> Message | None:
        """What should stand there; None for nothing."""
        if win.state is WinState.CELEBRATED:
            return celebration(win, self._words)
        return None if win.state is WinState.TAKEN_BACK else taken_out(self._words)


def _address(win: Win) -> Address:
    return Address(WIN, f"win:{win.id}", win.post or "")
