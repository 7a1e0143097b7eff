"""What admins are told privately, once, when a source fails: with the way out."""

from datetime import datetime

import structlog

from bot.domain.message import Message
from bot.domain.outbox import NOTICE
from bot.locale import Words
from bot.services.notices import Admins
from bot.sources.connector import Connector
from bot.storage.outbox import Address, OutboxQueries
from bot.storage.store import Transaction


class SourceNotices:
    """Tells the *admins* in their *language*, through the same outbox that digests go through."""

    def __init__(self, admins: Admins, language: str) -> None:
        self._admins = admins
        self._language = language

    def tell(
        self, tx: Transaction, what: str, source: Connector, at: datetime, *, stream: str = "", why: str = ""
    ) -> None:
        """Tell every admin *what* happened to *source*, once for the moment *at* that it began.

        *what* is ``paused``, ``off``, ``address``, ``broken``, ``history``, ``account`` or ``failing``.
        """
        log = structlog.get_logger("sources")
        log.warning("a source needs attention", source=source.name, what=what, stream=stream, why=why)
        words = Words(self._language)
        advice = words("notice-source-advice", name=source.name)
        where = words("notice-source-where", name=source.name)
        told = {"source": source.title, "stream": stream, "why": why, "advice": advice, "where": where}
        text = words(f"notice-source-{what}", **told)
        now = tx.now()
        for admin in self._admins(tx):
            address = Address(NOTICE, admin, f"source-{what}:{source.name}:{stream}:{at:%Y%m%dT%H%M%S}"[:80])
            OutboxQueries(tx).put(address, admin, [Message(text=text)], due_at=now, look_from=now)
