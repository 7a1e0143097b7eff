"""What an edition does without: slots that an admin switched off, and asks in one for the whole company."""

from datetime import datetime
from typing import Any

from bot.domain.digest import Digest, Slot
from bot.domain.edition import Edition
from bot.storage.store import Transaction

LEDGER, MOVERS, BLIND_DRAW, NUMBERS, WINS, OFFER = "ledger", "movers", "blind-draw", "numbers", "wins", "offer"


class LeavingOut:
    """Takes out of a digest what its edition does without; the last of the contributions."""

    def add(self, tx: Transaction, edition: Edition, digest: Digest, now: datetime) -> Digest:  # noqa: ARG002 a contribution
        """Return *digest* without the slots that *edition* leaves out; a story left out waits for another edition."""
        return without(digest, edition)

    def posted(self, tx: Transaction, edition: Edition, digest: Digest, now: datetime) -> None:
        """Nothing has to be written down."""


def without(digest: Digest, edition: Edition) -> Digest:
    """Return *digest* as *edition* wants it."""
    gone: dict[str, Any] = {"ask": None, "asks": False} if edition.company else {}
    for slot in edition.without:
        gone |= _EMPTY.get(slot, {})
    if BLIND_DRAW in edition.without:
        gone["quotes"] = tuple(quote for quote in digest.quotes if quote.slot is not Slot.BLIND_DRAW)
    if MOVERS in edition.without:
        shown = digest.themes[:1] if digest.lead is not None else ()
        kept = {line.id for line in shown}
        quotes = gone.get("quotes", digest.quotes)
        gone |= {"themes": shown, "quotes": tuple(q for q in quotes if q.slot not in _OF_THEMES or q.theme in kept)}
    return digest.model_copy(update=gone) if gone else digest


_OF_THEMES = (Slot.VERBATIM, Slot.DISSENT)
_EMPTY: dict[str, dict[str, Any]] = {
    LEDGER: {"ledger": ()},
    BLIND_DRAW: {"draw": None},
    NUMBERS: {"kpis": ()},
    WINS: {"wins": (), "invites_wins": False},
    OFFER: {"offer": None},
}
