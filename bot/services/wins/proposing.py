"""Praise that was found in feedback is proposed to curators, and goes no further by itself."""

from bot.blocks.win_review import proposals
from bot.domain.digest import Digest
from bot.domain.outbox import NOTICE
from bot.locale import Words
from bot.services.roles import Roles
from bot.storage.outbox import Address, OutboxQueries
from bot.storage.store import Transaction


class Proposing:
    """Proposes the praise of a week to those who can make a win of it."""

    def __init__(self, roles: Roles) -> None:
        self._roles = roles

    def propose(self, tx: Transaction, digest: Digest) -> None:
        """Put the praise of *digest*, if there is any, before every curator, once."""
        if not digest.praise:
            return
        message, at = proposals(digest, Words(digest.language)), tx.now()
        for curator in self._roles.curators:
            address = Address(NOTICE, curator, f"praise:{digest.edition}:{digest.week}")
            OutboxQueries(tx).put(address, curator, [message], due_at=at, look_from=at)
