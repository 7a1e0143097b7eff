"""Praise that was found in feedback is proposed to curators, and goes no further by itself."""

from bot.blocks.win_review import proposals
from bot.domain.digest import Digest
from bot.domain.outbox import NOTICE
from bot.services.roles import Roles
from bot.services.speech import Speech
from bot.storage.outbox import Address, OutboxQueries
from bot.storage.store import Transaction


class Proposing:
    """Proposes the praise of a week to those who can make a win of it, each in their own language."""

    def __init__(self, roles: Roles, speech: Speech) -> None:
        self._roles = roles
        self._speech = speech

    def meet(self, digest: Digest) -> None:
        """Learn which language those speak who are told: asked of Slack before a transaction, it is known inside."""
        for curator in self._roles.curators if digest.praise else ():
            self._speech.to(curator)

    def propose(self, tx: Transaction, digest: Digest) -> None:
        """Put the praise of *digest*, if there is any, before every curator, once."""
        if not digest.praise:
            return
        at = tx.now()
        for curator in self._roles.curators:
            address = Address(NOTICE, curator, f"praise:{digest.edition}:{digest.week}")
            message = proposals(digest, self._speech.to(curator))
            OutboxQueries(tx).put(address, curator, [message], due_at=at, look_from=at)
