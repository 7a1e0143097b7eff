"""Everything that can be set up in Slack, put together: pages for admins, a look for observers."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from zoneinfo import ZoneInfo

import structlog

from bot.blocks.forms import Form
from bot.blocks.setup_areas import areas_page, promises_form, themes_page
from bot.blocks.setup_audit import PAGE, audit_page
from bot.blocks.setup_editions import editions_page
from bot.blocks.setup_hub import claim_form, hub, refused
from bot.blocks.setup_roles import roles_form
from bot.blocks.setup_wins import wins_form
from bot.domain.audit import Entry
from bot.domain.edition import Edition
from bot.domain.message import Message
from bot.domain.outbox import NOTICE
from bot.domain.overview import Overview, Responsible
from bot.errors import DeclinedError, SlackError, VoxpopError
from bot.locale import Words
from bot.log import describe
from bot.services.audience import Audience
from bot.services.audit import AuditService
from bot.services.editions import EditionService
from bot.services.house import HouseSettings
from bot.services.posting import PostingService
from bot.services.roles import Roles
from bot.services.setup.agreeing import Agreeing
from bot.services.setup.areas import AreaSetup
from bot.services.setup.book import Book
from bot.services.setup.editions import EditionSetup
from bot.services.setup.first import FirstAdmin
from bot.services.setup.granting import Granting
from bot.services.setup.house import HouseSetup
from bot.services.speech import Speech
from bot.slack import Slack
from bot.storage.outbox import Address, OutboxQueries
from bot.storage.routes import RouteQueries
from bot.storage.store import Store

ExtraPage = Callable[[str, Words, datetime], Form]
"""Draws a page that another part of the app adds to the settings, for a user, in their words."""


@dataclass(frozen=True, slots=True)
class Setup:
    """The services of administration. *pages* are those that other parts add, as that of sources, by their names."""

    store: Store
    roles: Roles
    speech: Speech
    first: FirstAdmin
    editions: EditionSetup
    granting: Granting
    areas: AreaSetup
    house: HouseSetup
    house_settings: HouseSettings
    agreeing: Agreeing
    audience: Audience
    audit: AuditService
    zone: ZoneInfo
    group_names: Callable[[], dict[str, str]]
    send: Callable[[], object]
    pages: dict[str, ExtraPage]

    def front(self, user: str, words: Words, now: datetime) -> Form:
        """Return the first page: for an admin, for who may be the first one, for everybody else."""
        if self.roles.is_admin(user):
            return hub(self.overview(now), user, words)
        if self.first.may_be(user):
            return claim_form(words)
        return refused(self.roles.admins, words, observer=self.roles.is_observer(user))

    def page(self, page: str, user: str, words: Words, now: datetime) -> Form:
        """Return one *page* of the settings, for admins alone."""
        self.mind(user)
        if page in self.pages:
            return self.pages[page](user, words, now)
        draw: dict[str, Callable[[], Form]] = {
            "editions": lambda: editions_page(self.editions.states(now), words),
            "roles": lambda: self._roles_page(words),
            "areas": lambda: self._areas_page(words),
            "themes": lambda: self._themes_page(words),
            "promises": lambda: promises_form(*self.areas.promises(), words),
            "wins": lambda: wins_form(*self.house.wish(user), words),
            "audit": partial(self._audit_page, user, words),
        }
        if page not in draw:
            raise DeclinedError("button-unknown")
        return draw[page]()

    def overview(self, now: datetime) -> Overview:
        """Return everything that is set, in numbers and lines."""
        areas = self.areas.all()
        grants, _ = self.granting.grants()
        curators, admins, observers = (len((*each.members, *each.fixed)) for each in grants.values())
        gone, house = self.areas.gone(areas), self.house_settings.now()
        responsible = Responsible(grants, areas, self.areas.owned(), self.areas.promises()[0])
        return Overview(
            editions=tuple(self.editions.states(now)),
            curators=curators,
            admins=admins,
            observers=observers,
            areas=len(areas),
            left=sum(area.leader in gone for area in areas),
            themes=len(responsible.themes),
            promises=len(responsible.promises),
            wins_channel=house.channel,
            wins_off=self._off(house.channel),
            wins_in_digest=house.in_digest,
            waiting=tuple(self.agreeing.waiting()),
            pages=tuple(self.pages),
            responsible=responsible,
        )

    def _off(self, channel: str | None) -> str | None:
        """Why nothing is posted in *channel*, None where it is."""
        with self.store.read() as tx:
            route = RouteQueries(tx).find(channel) if channel else None
        return None if route is None else route.off

    def mind(self, user: str) -> None:
        """Refuse whoever is no admin."""
        self.editions.mind(user)

    def log(self, user: str, offset: int, limit: int = PAGE) -> tuple[list[Entry], bool]:
        """Return *limit* entries of the audit log, newest first, by the clock of the house; and whether more follow."""
        if not (self.roles.is_admin(user) or self.roles.is_observer(user)):
            raise DeclinedError("setup-look-only")
        entries, more = self.audit.page(offset, limit)
        return [replace(entry, at=entry.at.astimezone(self.zone)) for entry in entries], more

    def write(self, user: str, about: str, message: Message) -> None:
        """Send *message* to *user* alone, once for each *about*."""
        with self.store.begin() as tx:
            now = tx.now()
            OutboxQueries(tx).put(Address(NOTICE, user, about[:80]), user, [message], due_at=now, look_from=now)
        self.carry_on()

    def carry_on(self) -> None:
        """Send what is owed after a change; what fails now the clock sends in a moment."""
        try:
            self.send()
        except VoxpopError as error:
            structlog.get_logger("setup").warning("what is owed about settings is left to the clock", **describe(error))

    def _roles_page(self, words: Words) -> Form:
        grants, seen = self.granting.grants()
        return roles_form(grants, self.group_names(), seen, words)

    def _areas_page(self, words: Words) -> Form:
        areas = self.areas.all()
        return areas_page(areas, self.areas.gone(areas), words)

    def _themes_page(self, words: Words) -> Form:
        owned = self.areas.owned()
        return themes_page(owned, self.areas.gone((), owned), words)

    def _audit_page(self, user: str, words: Words) -> Form:
        entries, more = self.log(user, 0)
        return audit_page(entries, 0, words, more=more)


def open_setup(
    store: Store,
    slack: Slack,
    posting: PostingService,
    roles: Roles,
    speech: Speech,
    editions: EditionService,
    house: HouseSettings,
    basis: Edition,
    pages: dict[str, ExtraPage],
) -> Setup:
    """Put the services of administration together over *store* and *slack*; a new edition begins as *basis* is.

    *pages* are those that other parts add.
    """
    book = Book(store, roles, slack.person)
    agreeing = Agreeing(book, roles, speech, slack.place)

    def group_names() -> dict[str, str]:
        try:
            return {group.id: f"@{group.name}" for group in slack.groups()}
        except SlackError:
            return {}

    return Setup(
        store=store,
        roles=roles,
        speech=speech,
        first=FirstAdmin(book, roles, slack.runs_workspace),
        editions=EditionSetup(book, roles, editions, agreeing, basis),
        granting=Granting(book, roles, agreeing),
        areas=AreaSetup(book),
        house=HouseSetup(book, house),
        house_settings=house,
        agreeing=agreeing,
        audience=Audience(editions, roles, slack),
        audit=AuditService(store),
        zone=basis.zone,
        group_names=group_names,
        send=posting.work,
        pages=pages,
    )
