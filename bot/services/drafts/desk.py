"""Everything that can be done about drafts, put together."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

import structlog

from bot.blocks.draft_review import OtherButton
from bot.domain.rules import Rules
from bot.errors import VoxpopError
from bot.log import describe
from bot.services.areas import Areas
from bot.services.digests import DigestService
from bot.services.drafts.book import Asker, Book
from bot.services.drafts.deciding import Deciding
from bot.services.drafts.editing import Editing
from bot.services.drafts.issuing import Issuing
from bot.services.drafts.keeping import Keeping
from bot.services.drafts.looking import Looking
from bot.services.drafts.making import Making
from bot.services.drafts.pins import DraftPins
from bot.services.drafts.telling import Telling
from bot.services.handing import Handing
from bot.services.roles import Roles
from bot.services.speech import Speech
from bot.slack import Slack
from bot.storage.store import Store


@dataclass(frozen=True, slots=True)
class Drafts:
    """The services of drafts."""

    making: Making
    editing: Editing
    deciding: Deciding
    issuing: Issuing
    keeping: Keeping
    telling: Telling
    pins: DraftPins
    send: Callable[[], object]

    def carry_on(self, now: datetime) -> None:
        """Do what is owed after a change: bring every copy up to date, send. What fails now the clock does."""
        try:
            self.telling.carry_on(now)
            self.send()
        except VoxpopError as error:
            structlog.get_logger("drafts").warning("what is owed about drafts is left to the clock", **describe(error))

    def tick(self, now: datetime) -> None:
        """Do what the clock does for drafts, but for making and posting them: close what is over, show what is."""
        self.keeping.work(now)
        self.telling.carry_on(now)


def open_drafts(
    store: Store,
    slack: Callable[[], Slack],
    send: Callable[[], object],
    digests: DigestService,
    handing: Handing,
    areas: Areas,
    roles: Roles,
    speech: Speech,
    rules: Rules,
    asker: Asker,
    others: Sequence[OtherButton] = (),
) -> Drafts:
    """Put the services of drafts together over *store* and *slack*.

    *asker* words asks, *others* are buttons of other parts of the app in the review message.
    """
    book = Book(roles)
    looking = Looking(handing, rules, lambda user: slack().person(user).name)
    making = Making(store, book, digests, asker)
    editing = Editing(store, book, looking, asker)
    telling = Telling(store, book, looking, speech, slack, others)
    return Drafts(
        making=making,
        editing=editing,
        deciding=Deciding(store, book),
        issuing=Issuing(store, book, looking, making, handing, areas, speech),
        keeping=Keeping(store, book, asker),
        telling=telling,
        pins=DraftPins(editing, telling),
        send=send,
    )
