"""Everything that can be done about asks, put together."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

import structlog

from bot.blocks.ask_home import open_asks as open_asks_of
from bot.blocks.home import Section
from bot.domain.ask import AskRecord
from bot.errors import VoxpopError
from bot.locale import Words
from bot.log import describe
from bot.services.asks.answering import Answering
from bot.services.asks.asking import Asking
from bot.services.asks.book import AskBook
from bot.services.asks.correcting import Correcting
from bot.services.asks.keeping import Keeping
from bot.services.asks.leaving import Leaving
from bot.services.asks.reminding import Reminding
from bot.services.asks.showing import Showing
from bot.services.asks.telling import Telling
from bot.services.asks.wording import Wording
from bot.services.roles import Roles
from bot.services.route_letters import RouteLetters
from bot.services.speech import Speech
from bot.services.standing import Standing
from bot.slack import Slack
from bot.storage.asks import AskQueries
from bot.storage.editions import EditionQueries
from bot.storage.store import Store


@dataclass(frozen=True, slots=True)
class Asks:
    """The services of asks."""

    store: Store
    asking: Asking
    showing: Showing
    answering: Answering
    keeping: Keeping
    leaving: Leaving
    telling: Telling
    reminding: Reminding
    correcting: Correcting
    wording: Wording
    send: Callable[[], object]

    def of_person(self, user: str) -> list[AskRecord]:
        """Return what waits for *user*: to be answered, to be taken over, to be kept."""
        with self.store.read() as tx:
            return AskQueries(tx).of_person(user)

    def sections(self, user: str, words: Words, now: datetime) -> list[Section]:
        """Return what App Home shows *user* of asks."""
        asks = self.of_person(user)
        with self.store.read() as tx:
            editions = EditionQueries(tx).all() if asks else []
            clocks = {ask.id: EditionQueries(tx).called(ask.edition) for ask in asks}
        titles = {edition.name: edition.title for edition in editions}
        overdue = {ask.id for ask in asks if ask.is_overdue(now, clocks[ask.id].zone, clocks[ask.id].holidays)}
        return open_asks_of(asks, titles, overdue, user, words)

    def carry_on(self, now: datetime) -> None:
        """Do what is owed after a change: tell, send, correct. What fails now the clock does in a moment."""
        try:
            self.telling.carry_on(now)
            self.send()
            self.telling.note_seen(now)
            self.correcting.work()
        except VoxpopError as error:
            structlog.get_logger("asks").warning("what is owed about asks is left to the clock", **describe(error))

    def leave(self, user: str, now: datetime) -> None:
        """Give on what waits for *user*, who has left Slack, and tell whom it is given to."""
        self.leaving.leave(user, now)
        self.carry_on(now)

    def tick(self, now: datetime) -> None:
        """Do what the clock does for asks: give on what nobody answers, tell, remind, correct.

        The outbox is taken to Slack by its own.
        """
        self.leaving.work(now)
        self.telling.carry_on(now)
        self.reminding.work(now)
        self.telling.note_seen(now)
        self.correcting.work()


def open_asks(
    store: Store,
    slack: Slack,
    send: Callable[[], object],
    roles: Roles,
    speech: Speech,
    wording: Wording,
    standing: Standing,
) -> Asks:
    """Put the services of asks together over *store* and *slack*; *send* takes the outbox to Slack."""
    book = AskBook(store, roles)
    leaving = Leaving(store, book, slack.person, RouteLetters(store, roles, speech).tell_of_leaving)
    return Asks(
        store=store,
        asking=Asking(book),
        showing=Showing(book),
        answering=Answering(store, book, slack.person, speech),
        keeping=Keeping(store, book),
        leaving=leaving,
        telling=Telling(store, book, leaving, roles, speech),
        reminding=Reminding(store, book, leaving, roles, speech),
        correcting=Correcting(store, standing),
        wording=wording,
        send=send,
    )
