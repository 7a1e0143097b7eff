"""An offer is taken, by one person alone, and spoken of afterwards; or it goes to the next in turn."""

from collections.abc import Sequence
from datetime import datetime

from bot.blocks import ids, offer_letters
from bot.domain.audit import APP
from bot.domain.message import Message
from bot.domain.offer import OfferRecord, OfferState
from bot.domain.outbox import NOTICE
from bot.errors import DeclinedError
from bot.services.audit import record
from bot.services.roles import Roles
from bot.services.speech import Speech
from bot.storage.contacts import ContactQueries
from bot.storage.outbox import Address, OutboxQueries
from bot.storage.store import Store, Transaction


class Taking:
    """Gives offers to leaders."""

    def __init__(self, store: Store, roles: Roles, speech: Speech) -> None:
        self._store = store
        self._roles = roles
        self._speech = speech

    def take(self, number: int, user: str, now: datetime) -> OfferRecord:
        """Give the offer to *user*; DeclinedError where somebody was faster, or it is over.

        Who opened it is told by whom it was taken, so that the two can meet; nobody else is. What it takes is on its
        way to *user* as soon as it is theirs.
        """
        with self._store.read() as tx:
            opened_by = _find(tx, number).opened_by
        words = {each: self._speech.to(each) for each in (user, opened_by)}  # Slack may be asked: not while others wait
        with self._store.begin() as tx:
            offer = _find(tx, number)
            if offer.state is not OfferState.OPEN or offer.is_over(now):
                raise DeclinedError("offer-yours" if offer.taken_by == user else "offer-taken")
            if not ContactQueries(tx).change(offer, state=OfferState.TAKEN, taken_by=user, taken_at=now):
                raise DeclinedError("offer-taken")
            record(tx, now, APP, "offer.take", f"offer:{number}")
            taken = _find(tx, number)
            letters = [(user, "taken", offer_letters.taken(taken, words[user]))]
            if opened_by != user:
                letters.append((opened_by, f"taken-by:{user}", offer_letters.taken_by(taken, words[opened_by])))
            send(tx, taken, letters)
        return taken

    def decline(self, number: int, user: str, now: datetime) -> None:
        """Let the next in turn be asked, if it is *user*'s turn; DeclinedError where it goes to nobody any more."""
        with self._store.begin() as tx:
            offer = _find(tx, number)
            if offer.state is not OfferState.OPEN:
                raise DeclinedError("offer-yours" if offer.taken_by == user else "offer-over")
            if offer.first == user:
                ContactQueries(tx).change(offer, first=None, first_at=None)
                record(tx, now, APP, "offer.decline", f"offer:{number}")

    def see(self, number: int, user: str) -> OfferRecord:
        """Return the offer for *user*, who took it, to speak of."""
        with self._store.read() as tx:
            offer = _find(tx, number)
        _mind_taken(offer, user)
        return offer

    def debrief(self, number: int, user: str, answers: Sequence[str], now: datetime) -> None:
        """Carry what *user* learnt to the curators, without their name; nothing of it is kept but the message.

        It is spoken of once the messages are on their way: until then the answers can be given again. DeclinedError
        where all of them are empty.
        """
        if not any(answers):
            raise DeclinedError("offer-nothing-learnt", at=ids.OFFER_QUESTIONS[0])
        offer = self.see(number, user)
        letters = [
            (curator, "learnt", offer_letters.debriefed(offer, answers, self._speech.to(curator)))
            for curator in self._roles.curators
        ]
        with self._store.begin() as tx:
            if not ContactQueries(tx).change(offer, state=OfferState.DEBRIEFED):
                raise DeclinedError("offer-over")
            record(tx, now, APP, "offer.debrief", f"offer:{number}")
            send(tx, offer, letters)


def send(tx: Transaction, offer: OfferRecord, letters: Sequence[tuple[str, str, Message]]) -> None:
    """Put *letters* about *offer* into the outbox, each once: with what they tell of, or not at all."""
    at = tx.now()
    for user, about, message in letters:
        address = Address(NOTICE, user, f"offer:{offer.id}:{about}")
        OutboxQueries(tx).put(address, user, [message], due_at=at, look_from=at)


def _find(tx: Transaction, number: int) -> OfferRecord:
    offer = ContactQueries(tx).find(number)
    if offer is None:
        raise DeclinedError("offer-over")
    return offer


def _mind_taken(offer: OfferRecord, user: str) -> None:
    if offer.taken_by != user or offer.state is not OfferState.TAKEN:
        raise DeclinedError("offer-over")
