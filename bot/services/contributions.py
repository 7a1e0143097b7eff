"""What leaders say and are offered, as parts of a digest."""

from bot.services.asks.book import AskBook
from bot.services.asks.showing import Showing
from bot.services.offers.showing import OfferShowing
from bot.services.publishing import Contribution
from bot.services.roles import Roles
from bot.storage.store import Store


def of_leaders(store: Store, roles: Roles) -> list[Contribution]:
    """Return what puts the ask, the ledger and a contact offer into a digest."""
    return [Showing(AskBook(store, roles)), OfferShowing()]
