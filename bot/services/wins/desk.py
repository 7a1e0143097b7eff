"""Everything that can be done about wins, put together."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

import structlog

from bot.errors import VoxpopError
from bot.log import describe
from bot.services.house import HouseSettings
from bot.services.notices import Notices
from bot.services.posting import PostingService
from bot.services.roles import Roles
from bot.services.speech import Speech
from bot.services.wins.book import Book
from bot.services.wins.consenting import Consenting
from bot.services.wins.correcting import Correcting
from bot.services.wins.curating import Curating
from bot.services.wins.nominating import Nominating
from bot.services.wins.reminding import Reminding, Rhythm
from bot.services.wins.telling import Telling
from bot.services.wins.thanking import Thanking
from bot.slack import Slack
from bot.storage.store import Store


@dataclass(frozen=True, slots=True)
class Wins:
    """The services of wins, and how they are celebrated in this *house*."""

    nominating: Nominating
    consenting: Consenting
    curating: Curating
    thanking: Thanking
    telling: Telling
    correcting: Correcting
    reminding: Reminding
    send: Callable[[], object]
    house: HouseSettings

    def carry_on(self, now: datetime) -> None:
        """Do what is owed after a change: tell, correct, send. What fails now the clock does in a moment."""
        try:
            self.telling.carry_on(now)
            self.send()
            self.correcting.work()
        except VoxpopError as error:
            structlog.get_logger("wins").warning("what is owed about wins is left to the clock", **describe(error))

    def tick(self, now: datetime) -> None:
        """Do what the clock does for wins: remind, then tell and correct; the outbox is taken to Slack by its own."""
        self.reminding.work(now)
        self.telling.carry_on(now)
        self.correcting.work()


def open_wins(
    store: Store,
    slack: Slack,
    posting: PostingService,
    notices: Notices,
    roles: Roles,
    speech: Speech,
    house: HouseSettings,
    rhythm: Rhythm,
) -> Wins:
    """Put the services of wins together over *store* and *slack*."""
    book = Book(store, house)
    return Wins(
        nominating=Nominating(store, book, roles, slack.members, slack.person),
        consenting=Consenting(book),
        curating=Curating(store, book, roles),
        thanking=Thanking(store, book, speech, slack.person),
        telling=Telling(store, book, roles, speech, slack.person, notices),
        correcting=Correcting(store, slack, notices, speech.shared.language),
        reminding=Reminding(store, book, roles, speech, rhythm),
        send=posting.work,
        house=house,
    )
