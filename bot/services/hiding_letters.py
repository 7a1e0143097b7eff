"""Curators and admins are told, privately and once, of what was taken out; not by whom."""

from bot.blocks.hiding import letter
from bot.domain.hidden import Hidden, HiddenState
from bot.domain.message import Message
from bot.domain.outbox import NOTICE
from bot.services.roles import Roles
from bot.services.speech import Speech
from bot.services.whence import whence
from bot.storage.hidden import HiddenQueries
from bot.storage.outbox import Address, OutboxQueries
from bot.storage.store import Store


class HidingLetters:
    """Tells each of them in their own language; what was decided meanwhile needs no telling."""

    def __init__(self, store: Store, roles: Roles, speech: Speech) -> None:
        self._store = store
        self._roles = roles
        self._speech = speech

    def work(self) -> None:
        """Tell everybody what they are owed."""
        with self._store.read() as tx:
            owing = [(hidden, whence(tx, hidden)) for hidden in HiddenQueries(tx).owing()]
        for hidden, where in owing:
            letters = {}
            if hidden.state is HiddenState.HIDDEN:
                for user in dict.fromkeys((*self._roles.curators, *self._roles.admins)):
                    decides = self._roles.is_curator(user)
                    letters[user] = letter(hidden, where, self._speech.to(user), decides=decides)
            self._tell(hidden, letters)

    def _tell(self, hidden: Hidden, letters: dict[str, Message]) -> None:
        with self._store.begin() as tx:
            at = tx.now()
            for user, message in letters.items():
                address = Address(NOTICE, user, f"hidden:{hidden.id}:{hidden.turn}")
                OutboxQueries(tx).put(address, user, [message], due_at=at, look_from=at)
            HiddenQueries(tx).told(hidden)
