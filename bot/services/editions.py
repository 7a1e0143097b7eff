"""Editions: kept as the settings describe them, and asked what is due."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.draft import DraftState
from bot.domain.edition import Away, Edition, Origin, Weekday
from bot.domain.outbox import DIGEST
from bot.domain.route import SHARED
from bot.domain.schedule import Due, due_between, is_paused, next_due, pause_ends, public_holidays
from bot.domain.week import Week
from bot.errors import NotFoundError
from bot.services.notices import Notices
from bot.settings import Settings
from bot.storage.drafts import DraftQueries
from bot.storage.editions import EditionQueries
from bot.storage.outbox import OutboxQueries
from bot.storage.routes import RouteQueries
from bot.storage.store import Store, Transaction

LATEST = timedelta(hours=48)
"""So long after it was due a digest is still posted by itself; an older one is history and waits for a person."""

PAUSED = "paused"
"""Why a week was left out that an admin wanted left out; the edition and the audit log have their own words for it."""

_LOOK_BACK = timedelta(weeks=53)
_INSTANT = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class DueEdition:
    """An edition whose digest is to be published now, for the week of *due*."""

    edition: Edition
    due: Due


def to_edition(settings: Settings, now: datetime) -> Edition:
    """Return the edition that the environment describes: named ``default``, made *now* unless it is known."""
    return Edition(
        title=settings.edition_name,
        channel=settings.digest_channel,
        weekday=Weekday(settings.digest_day),
        at=settings.digest_time,
        timezone=settings.digest_timezone,
        language=settings.digest_language,
        holidays=settings.holidays,
        created_at=now,
    )


class EditionService:
    """Keeps editions and says which of them are due; what is left out is told to the admins by *notices*."""

    def __init__(self, store: Store, notices: Notices, latest: timedelta = LATEST) -> None:
        self._store = store
        self._notices = notices
        self._latest = latest

    def ensure(self, wanted: Edition) -> Edition:
        """Keep *wanted* under its name and return it as kept: changes count at once, its making date stays.

        An edition counts as made when it first has a channel; before that it could not post.
        """
        if wanted.holidays is not None:
            public_holidays(wanted.holidays, wanted.created_at.year)
        with self._store.begin() as tx:
            known = EditionQueries(tx).find(wanted.name)
            if known is not None and known.channel is not None:
                waits = SHARED if wanted.channel and RouteQueries(tx).is_unconfirmed(wanted.channel) else None
                off = known.off if known.channel == wanted.channel else waits
                wanted = wanted.model_copy(update={"created_at": known.created_at, "off": off})
            if wanted != known:
                EditionQueries(tx).keep(wanted)
                DraftQueries(tx).show_anew()
        return wanted

    def default(self) -> Edition:
        """Return the edition of the settings."""
        return self.get("default")

    def all(self) -> list[Edition]:
        """Return every edition, the environment's first."""
        with self._store.read() as tx:
            editions = EditionQueries(tx).all()
        return sorted(editions, key=lambda edition: (edition.origin is not Origin.ENVIRONMENT, edition.name))

    def posting(self) -> list[Edition]:
        """Return the editions that post by themselves: those that have a channel."""
        return [edition for edition in self.all() if edition.channel is not None]

    def get(self, name: str) -> Edition:
        """Return the edition called *name*; NotFoundError names those that there are."""
        with self._store.read() as tx:
            editions = EditionQueries(tx).all()
        for edition in editions:
            if edition.name == name:
                return edition
        names = ", ".join(edition.name for edition in editions) or "none yet"
        raise NotFoundError(f"there is no edition {name!r}; known are: {names}")

    def next_due(self, edition: Edition, now: datetime) -> Due:
        """Return when *edition* posts next: for a week that was neither posted nor left out, and after any pause."""
        with self._store.read() as tx:
            over = {
                *OutboxQueries(tx).periods(DIGEST, edition.name),
                *map(str, EditionQueries(tx).skipped(edition.name)),
            }
        due = next_due(edition, max(now, pause_ends(edition) or now))
        while str(due.week) in over or is_paused(edition, due):
            due = next_due(edition, due.at)
        return due

    def due(self, now: datetime) -> list[DueEdition]:
        """Return the editions to publish now, one week each: the newest that is due and in nobody's hands yet.

        Weeks before it that were never published, and one that is due for too long, are written down as left out,
        with the reason, and told to the admins; they are never published by themselves. So are weeks of a pause, of
        which nobody need be told. An edition whose channel cannot be posted to waits until it can.
        """
        with self._store.read() as tx:
            editions = [each for each in EditionQueries(tx).all() if each.channel is not None and each.off is None]
            plans = [(edition, *self._plan(tx, edition, now)) for edition in editions]
        for edition, missed, _ in plans:
            if missed:
                with self._store.begin() as tx:
                    self._leave_out(tx, edition, missed, now)
        return [DueEdition(edition, due) for edition, _, due in plans if due is not None]

    def _plan(self, tx: Transaction, edition: Edition, now: datetime) -> tuple[dict[Week, str], Due | None]:
        """Return the weeks to be left out with their reasons, and what is to be published."""
        dues = due_between(edition, max(edition.created_at, now - _LOOK_BACK) - _INSTANT, now)
        if not dues:
            return {}, None
        posted = {Week.parse(period) for period in OutboxQueries(tx).periods(DIGEST, edition.name)}
        known = posted | EditionQueries(tx).skipped(edition.name).keys()
        newest, reasons = dues[-1], {due.week: PAUSED if is_paused(edition, due) else "missed" for due in dues}
        first = max([dues[0].week, *(week.next for week in known)])
        missed = {week: reasons.get(week, "moved") for week in _weeks(first, newest.week)}
        if newest.week in known or newest.week < first:
            return missed, None
        if is_paused(edition, newest):
            return missed | {newest.week: PAUSED}, None
        if now - newest.at > self._latest:
            return missed | {newest.week: "missed"}, None
        return missed, newest

    def _leave_out(self, tx: Transaction, edition: Edition, missed: dict[Week, str], now: datetime) -> None:
        for week, reason in missed.items():
            if EditionQueries(tx).skip(edition.name, week, reason, now) and reason != PAUSED:
                self._notices.tell(tx, "undecided" if _is_undecided(tx, edition, week) else reason, edition, week)


def _is_undecided(tx: Transaction, edition: Edition, week: Week) -> bool:
    """Whether *week* waited for its curators, and would have done so for ever."""
    draft = DraftQueries(tx).of(edition.name, str(week))
    if draft is None:
        return False
    return draft.state is DraftState.HELD or (draft.state is DraftState.OPEN and edition.away is Away.NONE)


def _weeks(first: Week, until: Week) -> Iterator[Week]:
    while first < until:
        yield first
        first = first.next
