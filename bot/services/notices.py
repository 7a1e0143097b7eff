"""What admins are told privately, once, when something does not go its way."""

from collections.abc import Callable, Sequence
from typing import Any

import structlog

from bot.blocks import reading
from bot.domain.edition import Edition
from bot.domain.message import Message
from bot.domain.outbox import NOTICE, Post
from bot.domain.week import Week
from bot.locale import Words
from bot.storage.outbox import Address, OutboxQueries
from bot.storage.store import Transaction

Admins = Callable[[Transaction], Sequence[str]]
"""Who the admins are, inside a transaction that is under way: Slack user ids."""


class Notices:
    """Tells the *admins* through the same outbox that digests go through."""

    def __init__(self, admins: Admins, language: str = "en") -> None:
        self._admins = admins
        self._language = language

    def tell(self, tx: Transaction, what: str, edition: Edition, week: Week, **values: Any) -> None:
        """Tell every admin *what* happened to a week of *edition*, once, however often it is seen.

        *what* is the end of a key of the catalogue, ``notice-…``, and *values* fill it.
        """
        log = structlog.get_logger("posting")
        log.warning("a digest needs attention", what=what, edition=edition.name, week=str(week), **values)
        words = Words(edition.language)
        if "code" in values:
            values["advice"] = words("notice-advice", code=values["code"])
        text = words(
            f"notice-{what}", title=reading.named(edition.title, words), edition=edition.name, week=str(week), **values
        )
        now = tx.now()
        for admin in self._admins(tx):
            address = Address(NOTICE, admin, f"{what}:{edition.name}:{week}")
            OutboxQueries(tx).put(address, admin, [Message(text=text)], due_at=now, look_from=now)

    def tell_of_win(self, tx: Transaction, post: Post, code: str) -> None:
        """Tell every admin, once, that the message of a win did not go its way; *code* is Slack's word for why."""
        words = Words(self._language)
        text = words("notice-win", code=code, advice=words("notice-advice", code=code))
        now = tx.now()
        for admin in self._admins(tx):
            address = Address(NOTICE, admin, f"post:{post.target}:{post.period}"[:80])
            OutboxQueries(tx).put(address, admin, [Message(text=text)], due_at=now, look_from=now)

    def tell_of_setup(self, tx: Transaction, post: Post, code: str) -> None:
        """Tell every admin, once, that a channel could not be told of a change of its settings."""
        words = Words(self._language)
        text = words("notice-setup", channel=post.channel, code=code, advice=words("notice-advice", code=code))
        now = tx.now()
        for admin in self._admins(tx):
            address = Address(NOTICE, admin, f"post:{post.target}:{post.period}"[:80])
            OutboxQueries(tx).put(address, admin, [Message(text=text)], due_at=now, look_from=now)

    def tell_of_standing(self, tx: Transaction, post: Post, win: int, code: str) -> None:
        """Tell every admin, once, that *post* may still tell *win* as it was; *code* is why Voxpop cannot help."""
        words = Words(self._language)
        advice = words("notice-advice", code=code)
        text = words("notice-win-stands", kind=post.kind, channel=post.channel, code=code, advice=advice)
        now = tx.now()
        for admin in self._admins(tx):
            address = Address(NOTICE, admin, f"stands:{post.id}:{win}")
            OutboxQueries(tx).put(address, admin, [Message(text=text)], due_at=now, look_from=now)

    def tell_of_message(self, tx: Transaction, post: Post, code: str) -> None:
        """Tell every admin, once, that *post* still stands as it was before it was corrected; *code* is why."""
        words = Words(self._language)
        advice = words("notice-advice", code=code)
        text = words("notice-message-stands", channel=post.channel, code=code, advice=advice)
        now = tx.now()
        for admin in self._admins(tx):
            address = Address(NOTICE, admin, f"stands:{post.id}")
            OutboxQueries(tx).put(address, admin, [Message(text=text)], due_at=now, look_from=now)

    def tell_of_waiting(self, tx: Transaction, code: str) -> None:
        """Tell every admin, once, that wins go no further because Slack refuses with *code*."""
        words = Words(self._language)
        text = words("notice-wins-wait", code=code, advice=words("notice-advice", code=code))
        now = tx.now()
        for admin in self._admins(tx):
            OutboxQueries(tx).put(
                Address(NOTICE, admin, f"wins:{code}"), admin, [Message(text=text)], due_at=now, look_from=now
            )
