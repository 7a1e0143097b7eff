"""Editions, made and changed by admins."""

from datetime import date, datetime, timedelta
from enum import StrEnum
from zoneinfo import available_timezones

from bot.blocks import ids
from bot.domain.edition import Edition, Origin
from bot.domain.fingerprint import fingerprint
from bot.domain.naming import to_name
from bot.domain.overview import EditionState
from bot.domain.pending import EDITION
from bot.domain.place import Place
from bot.domain.protection import lowered
from bot.domain.schedule import Due, pauses, public_holidays
from bot.domain.wish import Wish
from bot.errors import DeclinedError, SettingsError
from bot.services import ways
from bot.services.audit import record
from bot.services.editions import EditionService
from bot.services.roles import Roles
from bot.services.setup.agreeing import Agreeing, changes, keep_edition
from bot.services.setup.book import Book, unchanged
from bot.storage.audit import AuditQueries
from bot.storage.drafts import DraftQueries
from bot.storage.editions import EditionQueries
from bot.storage.store import Transaction

LONGEST_PAUSE = timedelta(days=366)
"""An edition that pauses for longer is closed instead."""


class Outcome(StrEnum):
    """What came of a change: it is kept, or it waits for a second admin."""

    SAVED = "saved"
    ASKED = "asked"


class EditionSetup:
    """Lets admins make editions and change those that were made in Slack; a new one begins as *basis* is."""

    def __init__(self, book: Book, roles: Roles, editions: EditionService, agreeing: Agreeing, basis: Edition) -> None:
        self._basis = basis
        self._book = book
        self._roles = roles
        self._editions = editions
        self._agreeing = agreeing

    def mind(self, user: str) -> None:
        """Refuse whoever is no admin."""
        self._book.mind(user)

    def states(self, now: datetime) -> list[EditionState]:
        """Return every edition with when it posts next."""
        with self._book.read() as tx:
            editions = EditionQueries(tx).all()
        # the edition of an environment that names no channel says nothing that anybody could see
        shown = [each for each in editions if each.channel is not None or each.origin is Origin.SLACK]
        return [EditionState(_at(each, now), self._next(each, now), fingerprint(each)) for each in shown]

    def wish(self, name: str, user: str) -> Wish:
        """Return the wish that changes nothing about the edition called *name*."""
        self._book.mind(user)
        with self._book.read() as tx:
            edition = self._find(tx, name)
        return Wish.of(edition, fingerprint(edition))

    def new_wish(self, user: str) -> Wish:
        """Return what a new edition begins with: language, zone and holidays of the environment."""
        self._book.mind(user)
        same = {
            name: getattr(self._basis, name) for name in ("title", "weekday", "at", "timezone", "language", "holidays")
        }
        return Wish(**same)

    def save(self, wish: Wish, place: Place, user: str, now: datetime) -> Outcome:
        """Keep what *user* wishes; what lowers protection waits for a second admin.

        DeclinedError says at which field what has to be put right first.
        """
        self._book.mind(user)
        _judge(wish, place)
        named = bool(self._roles.named_curators)
        with self._book.read() as tx:
            before = None if wish.name is None else self._find(tx, wish.name)
        self._book.mind_here(wish.default_owner, ids.SETUP_OWNER, before.default_owner if before else None)
        # Slack is asked about the other admins only where one of them has to agree, and before a transaction is open
        likely = lowered(before, wish.to_edition("likely", before, now), place, curators=named)
        asker = self._agreeing.prepare(user) if likely else None
        with self._book.change() as tx:
            before = None if wish.name is None else self._find(tx, wish.name)
            if before is not None:
                unchanged(fingerprint(before), wish.seen)
            name = to_name(wish.title, self._taken(tx)) if before is None else before.name
            after = wish.to_edition(name, before, now)
            if place.is_shared:
                record(tx, now, user, "edition.shared", f"edition:{name}", channel=place.id)
            reasons = lowered(before, after, place, curators=named)
            if reasons:
                if asker is None:  # what makes it weighty came between: it is for its asker to look at again
                    raise DeclinedError("setup-faster")
                seen = None if before is None else fingerprint(before)
                changed = [] if before is None else sorted(changes(before, after))
                change = {"edition": after.model_dump(mode="json"), "changed": changed}
                self._agreeing.ask(tx, asker, EDITION, name, change, reasons, seen=seen, now=now)
                return Outcome.ASKED
            keep_edition(tx, before, after, place, user, now)
        return Outcome.SAVED

    def pause(self, name: str, until: date, reason: str, seen: str | None, user: str, now: datetime) -> None:
        """Let the edition called *name* post nothing before *until*; each week it leaves out is written down."""
        self._book.mind(user)
        with self._book.change() as tx:
            edition = self._find(tx, name)
            unchanged(fingerprint(edition), seen)
            today = now.astimezone(edition.zone).date()
            if until <= today:
                raise DeclinedError("setup-until-past", at=ids.SETUP_UNTIL)
            if until > today + LONGEST_PAUSE:
                raise DeclinedError("setup-until-far", at=ids.SETUP_UNTIL)
            if not reason.strip():
                raise DeclinedError("setup-no-reason", at=ids.SETUP_REASON)
            paused = edition.model_copy(update={"paused_until": until, "pause_reason": reason.strip()})
            EditionQueries(tx).keep(paused)
            DraftQueries(tx).show_anew()
            record(tx, now, user, "edition.pause", f"edition:{name}", until=until.isoformat())

    def resume(self, name: str, user: str, now: datetime) -> None:
        """End the pause of the edition called *name*: it posts again from its next due time on."""
        self._book.mind(user)
        with self._book.change() as tx:
            edition = self._find(tx, name)
            if edition.paused_until is None:
                return
            EditionQueries(tx).keep(edition.model_copy(update={"paused_until": None, "pause_reason": None}))
            DraftQueries(tx).show_anew()
            record(tx, now, user, "edition.resume", f"edition:{name}")

    def close(self, name: str, seen: str, user: str, now: datetime) -> None:
        """Let the edition called *name*, which *user* saw in the state *seen*, end; its name is given to no other."""
        self._book.mind(user)
        with self._book.change() as tx:
            unchanged(fingerprint(self._find(tx, name)), seen)
            EditionQueries(tx).remove(name)
            ways.closed(tx, name)
            record(tx, now, user, "edition.close", f"edition:{name}")

    def find(self, name: str, user: str) -> Edition:
        """Return the edition called *name*, for an admin to change."""
        self._book.mind(user)
        with self._book.read() as tx:
            return self._find(tx, name)

    def _next(self, edition: Edition, now: datetime) -> Due | None:
        return None if edition.channel is None else self._editions.next_due(edition, now)

    @staticmethod
    def _find(tx: Transaction, name: str) -> Edition:
        edition = EditionQueries(tx).find(name)
        if edition is None:
            raise DeclinedError("setup-edition-gone")
        if edition.origin is Origin.ENVIRONMENT:
            raise DeclinedError("setup-edition-fixed")
        return edition

    @staticmethod
    def _taken(tx: Transaction) -> set[str]:
        """Every name that an edition has or had: what was posted under it must not count as another's."""
        known = {edition.name for edition in EditionQueries(tx).all()}
        return known | {target.removeprefix("edition:") for target in AuditQueries(tx).targets("edition.make")}


def _at(edition: Edition, now: datetime) -> Edition:
    """Return *edition* as it is at *now*: without a pause that is over."""
    over = {"paused_until": None, "pause_reason": None}
    return edition if pauses(edition, now) else edition.model_copy(update=over)


def _judge(wish: Wish, place: Place) -> None:
    """Refuse what cannot be, at the field where it can be put right."""
    if not wish.title:
        raise DeclinedError("setup-no-title", at=ids.SETUP_TITLE)
    if not place.is_visible or not place.is_member:
        raise DeclinedError("setup-not-invited", at=ids.SETUP_CHANNEL)
    if place.is_archived:
        raise DeclinedError("setup-is-archived", at=ids.SETUP_CHANNEL)
    if wish.company and not place.is_public:
        raise DeclinedError("setup-company-private", at=ids.SETUP_COMPANY)
    if place.is_shared and not wish.shared:
        raise DeclinedError("setup-shared-unconfirmed", at=ids.SETUP_CHANNEL)
    if wish.timezone not in available_timezones():
        raise DeclinedError("setup-no-zone", at=ids.SETUP_ZONE)
    if wish.holidays is not None:
        try:
            public_holidays(wish.holidays, 2026)
        except SettingsError:
            raise DeclinedError("setup-no-holidays", at=ids.SETUP_HOLIDAYS) from None
