"""What admins are told privately, once, when a source fails, with the way out, and once when it works again."""

from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple, Protocol

import structlog

from bot.domain.connection import Origin
from bot.domain.message import Message
from bot.domain.outbox import NOTICE
from bot.locale import Words
from bot.services.notices import Admins
from bot.storage.outbox import Address, OutboxQueries
from bot.storage.source_states import WHOLE, SourceStateQueries
from bot.storage.store import Transaction


class Named(Protocol):
    """What a source is called: in records, and by people."""

    @property
    def name(self) -> str:
        """As ``zendesk``."""

    @property
    def title(self) -> str:
        """As ``Zendesk``."""


class Tool(NamedTuple):
    """A source that cannot be opened, by its names."""

    name: str
    title: str


class SourceNotices:
    """Tells the *admins* in their *language*, through the same outbox that digests go through.

    *origin* says of a source's name where its account comes from: the way out is there.
    """

    def __init__(
        self,
        admins: Admins,
        language: str,
        origin: Callable[[str], Origin] = lambda _: Origin.ENVIRONMENT,
    ) -> None:
        self._admins = admins
        self._language = language
        self._origin = origin

    def tell(
        self,
        tx: Transaction,
        what: str,
        source: Named,
        at: datetime,
        *,
        stream: str = "",
        why: str = "",
        ends: bool = True,
    ) -> None:
        """Tell every admin *what* happened to *source*, once for the moment *at* that it began.

        *what* is ``paused``, ``off``, ``address``, ``broken``, ``history``, ``account``, ``failing`` or ``key``; where
        it *ends* with the next run that reads everything needed, ``again`` is told then.
        """
        log = structlog.get_logger("sources")
        log.warning("a source needs attention", source=source.name, what=what, stream=stream, why=why)
        words = Words(self._language)
        origin = self._origin(source.name).value
        advice = words("notice-source-advice", name=source.name, origin=origin)
        where = words("notice-source-where", name=source.name, origin=origin)
        told = {"source": source.title, "stream": stream, "why": why, "advice": advice, "where": where}
        text = words(f"notice-source-{what}", **told)
        now = tx.now()
        if ends:
            SourceStateQueries(tx).write(source.name, WHOLE, told_at=at)
        for admin in self._admins(tx):
            address = Address(NOTICE, admin, f"source-{what}:{source.name}:{stream}:{at:%Y%m%dT%H%M%S}"[:80])
            OutboxQueries(tx).put(address, admin, [Message(text=text)], due_at=now, look_from=now)
