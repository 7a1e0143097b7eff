"""Slot 9 of a digest: a contact that nobody's turn is on, or a conversation to read."""

from datetime import datetime

from bot.domain.digest import Digest, Offer, Slot
from bot.domain.edition import Edition
from bot.domain.offer import OfferKind
from bot.domain.week import Week
from bot.storage.contacts import ContactQueries
from bot.storage.store import Transaction


class OfferShowing:
    """Puts one offer into a digest, every second week, or where there is no voice to draw."""

    def add(self, tx: Transaction, edition: Edition, digest: Digest, now: datetime) -> Digest:
        """Return *digest* with an offer that nobody's turn is on, else with a conversation to read."""
        if edition.company or "offer" in edition.without:
            return digest.model_copy(update={"offer": None})
        theirs = digest.offer is not None and digest.offer.kind == OfferKind.READ.value  # a curator chose it
        if theirs or (Week.parse(digest.week).number % 2 == 0 and digest.draw is not None):
            return digest
        return digest.model_copy(update={"offer": self._open(tx, now) or _to_read(digest)})

    def posted(self, tx: Transaction, edition: Edition, digest: Digest, now: datetime) -> None:
        """Write nothing down: an offer stays open until somebody takes it."""

    @staticmethod
    def _open(tx: Transaction, now: datetime) -> Offer | None:
        """The oldest offer that was offered privately to everybody whose turn it was, or turned down by them."""
        for offer in ContactQueries(tx).open():
            if offer.first is None and not offer.is_over(now):
                return Offer(kind=offer.kind.value, theme=offer.theme or "", number=offer.id)
        return None


def _to_read(digest: Digest) -> Offer | None:
    """The conversation of the voice of the week: reading is always possible."""
    said = next((quote for quote in digest.quotes if quote.slot is Slot.VOICE), None)
    if said is None:
        return None
    return Offer(kind=OfferKind.READ.value, theme=said.denominator.theme, record=said.record)
