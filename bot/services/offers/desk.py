"""Everything that can be done about contact offers, put together."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

import structlog

from bot.blocks.home import Section
from bot.blocks.offer_letters import at_home
from bot.domain.edition import Edition
from bot.errors import VoxpopError
from bot.locale import Words
from bot.log import describe
from bot.services.offers.recording import Recording
from bot.services.offers.rotating import Rotating
from bot.services.offers.taking import Taking
from bot.services.roles import Roles
from bot.services.speech import Speech
from bot.slack import Slack
from bot.storage.contacts import ContactQueries
from bot.storage.store import Store


@dataclass(frozen=True, slots=True)
class Offers:
    """The services of contact offers."""

    store: Store
    recording: Recording
    taking: Taking
    rotating: Rotating
    send: Callable[[], object]

    def sections(self, user: str, words: Words, _now: datetime) -> list[Section]:
        """Return what App Home shows *user* of offers: those whose turn they have, and those that they took."""
        with self.store.read() as tx:
            theirs = [offer for offer in ContactQueries(tx).open() if offer.first == user]
            return at_home(theirs, ContactQueries(tx).of_person(user), words)

    def carry_on(self, now: datetime) -> None:
        """Do what is owed after a change: ask the next in turn, send. What fails now the clock does in a moment."""
        try:
            self.rotating.work(now)
            self.send()
        except VoxpopError as error:
            structlog.get_logger("offers").warning("what is owed about offers is left to the clock", **describe(error))

    def tick(self, now: datetime) -> None:
        """Do what the clock does for offers."""
        self.rotating.work(now)


def open_offers(
    store: Store, slack: Slack, send: Callable[[], object], roles: Roles, speech: Speech, edition: Edition
) -> Offers:
    """Put the services of contact offers together; the calendar of *edition* counts."""
    return Offers(
        store=store,
        recording=Recording(store, edition.zone),
        taking=Taking(store, roles, speech),
        rotating=Rotating(store, speech, slack.person, edition.zone, edition.holidays),
        send=send,
    )
