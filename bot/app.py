"""Where the parts meet."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from bot.domain.edition import Edition
from bot.domain.week import Week
from bot.errors import NotFoundError, SettingsError, StorageError, UsageError
from bot.parts.surfaces import Surfaces
from bot.services.clock import wall_clock
from bot.settings import Settings, read_settings
from bot.storage import schema
from bot.storage.store import Store

if TYPE_CHECKING:
    from bot.domain.digest import Digest
    from bot.slack import Identity

_EARLIEST, _LATEST = 1970, 2999
"""Years for which a digest can be asked: what lies around them still has dates."""


class Parts(Surfaces):
    """The services over one store, and what commands ask of them."""

    @cached_property
    def impatient(self) -> "Parts":
        """The same services over a door to the database that gives up after a second: for where Slack waits."""
        return Parts(self.settings, self.store.impatient(), self)

    def edition(self, name: str, *, keep: bool = False) -> Edition:
        """The edition called *name*; that of the settings as they are now. *keep* it in the database for posting."""
        if name != "default":
            try:
                return self.editions.get(name)
            except NotFoundError as error:
                raise UsageError(f"--edition: {error}; 'default' is that of the settings") from None
        from bot.services.editions import to_edition

        wanted = to_edition(self.settings, wall_clock())
        return self.editions.ensure(wanted) if keep else wanted

    def week(self, edition: Edition, name: str | None, now: datetime | None = None) -> Week:
        """The week called *name*, or the last one that has ended in the edition's zone."""
        if name is None:
            return Week.last_ended(now or wall_clock(), edition.zone)
        try:
            week = Week.parse(name)
        except ValueError as error:
            raise UsageError(f"--week: {error}") from None
        if not _EARLIEST <= week.year <= _LATEST:
            raise UsageError(f"--week: {name!r} is not in the years {_EARLIEST} to {_LATEST}")
        return week

    def ended_week(self, edition: Edition, name: str | None, now: datetime) -> Week:
        """The week called *name*, refused while it is not over in the edition's zone."""
        week = self.week(edition, name, now)
        if week > Week.last_ended(now, edition.zone):
            raise UsageError(f"{week} is not over yet in {edition.timezone}; a digest covers whole weeks")
        return week

    def draft(self, edition: Edition, week: Week, now: datetime) -> "Digest":
        """The digest of *week* as it would be published *now*, wins among it; nothing is kept of it."""
        digest = self.digests.preview(edition, week, at=now)
        with self.store.read() as tx:
            for contribution in self.contributions:
                digest = contribution.add(tx, edition, digest, now)
        return digest

    def meet_slack(self) -> "Identity":
        """Ask Slack who we are, and bind the workspace to its team at first contact; refuse another team's token."""
        from bot.storage.workspaces import WorkspaceQueries

        me = self.slack.auth_test()
        with self.store.begin() as tx:
            WorkspaceQueries(tx).bind(me.team, me.team_name)
        return me


@contextmanager
def build(settings: Settings | None = None) -> Iterator[Parts]:
    """Read the settings, open the database and hand over the parts; everything is closed at the end of the block."""
    settings = settings or read_settings()
    store = open_store(settings)
    try:
        yield Parts(settings, store)
    finally:
        store.close()


def open_store(settings: Settings, *, ready: bool = True) -> Store:
    """Open the database of the settings; a SQLite file is made and brought up to date on the way."""
    try:
        store = Store(settings.database_url.get_secret_value())
    except StorageError as error:
        raise SettingsError(str(error)) from None
    if store.is_sqlite and store.file is None:
        raise SettingsError(
            "DATABASE_URL names no file, and what is kept in memory is gone at once; write sqlite:///voxpop.db"
        )
    if ready:
        with ExitStack() as undone:
            undone.callback(store.close)
            schema.make_ready(store)
            undone.pop_all()
    return store
