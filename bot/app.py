"""Where the parts meet."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from bot.domain.edition import Edition
from bot.domain.rules import Rules
from bot.domain.week import Week
from bot.errors import NotFoundError, SettingsError, StorageError, UsageError
from bot.services.clock import wall_clock
from bot.settings import Settings, read_settings
from bot.storage import schema
from bot.storage.store import Store

if TYPE_CHECKING:
    from bot.domain.digest import Digest
    from bot.services.areas import Areas
    from bot.services.asks.desk import Asks
    from bot.services.digests import DigestService
    from bot.services.editions import EditionService
    from bot.services.feedback import FeedbackService
    from bot.services.home import Home
    from bot.services.house import HouseSettings
    from bot.services.inbox import Inbox
    from bot.services.notices import Notices
    from bot.services.offers.desk import Offers
    from bot.services.posting import PostingService
    from bot.services.publishing import Contribution, Publisher
    from bot.services.pulling import PullService
    from bot.services.roles import Roles
    from bot.services.speech import Speech
    from bot.services.wins.desk import Wins
    from bot.services.wins.gathering import Gathering
    from bot.slack import Gateway, Identity, Slack

_EARLIEST, _LATEST = 1970, 2999
"""Years for which a digest can be asked: what lies around them still has dates."""


@dataclass(frozen=True)
class Parts:
    """The services over one store, each built when it is first asked for: `voxpop import` needs no Slack."""

    settings: Settings
    store: Store

    @cached_property
    def rules(self) -> Rules:
        """The operator's rules, or none."""
        from bot.sources.rules import read_rules

        return Rules() if self.settings.rules_file is None else read_rules(self.settings.rules_file)

    @cached_property
    def feedback(self) -> "FeedbackService":
        """Takes feedback in."""
        from bot.services.feedback import FeedbackService

        key = self.settings.secret_key
        return FeedbackService(self.store, secret=key.get_secret_value() if key else None)

    @cached_property
    def pulling(self) -> "PullService":
        """Pulls support tools."""
        from bot.services.pulling import PullService
        from bot.services.source_notices import SourceNotices

        told = SourceNotices(self.roles.of_admins, self.settings.digest_language)
        return PullService(self.store, self.feedback, told, wall_clock)

    @cached_property
    def digests(self) -> "DigestService":
        """Makes digests."""
        from bot.services.digests import DigestService

        return DigestService(self.store, self.feedback, self.rules)

    @cached_property
    def notices(self) -> "Notices":
        """Tells admins."""
        from bot.services.notices import Notices

        return Notices(self.roles.of_admins, self.settings.digest_language)

    @cached_property
    def editions(self) -> "EditionService":
        """Keeps editions."""
        from bot.services.editions import EditionService

        return EditionService(self.store, self.notices)

    @cached_property
    def slack(self) -> "Slack":
        """The gateway to Slack; SettingsError without a token."""
        from bot.slack import Slack

        token = self.settings.slack_bot_token
        if token is None:
            raise SettingsError(
                "SLACK_BOT_TOKEN is not set; `voxpop manifest` prints the app to create in Slack, "
                "its token goes into .env (README, 'Five minutes to your own workspace')"
            )
        return Slack(token.get_secret_value(), base_url=self.settings.slack_api_url)

    @cached_property
    def roles(self) -> "Roles":
        """Knows who may do what."""
        from bot.services.roles import Roles

        given = self.settings

        def members(group: str) -> tuple[str, ...]:
            return self.slack.known_members(group)  # met when it is asked for: roles need no Slack, groups do

        return Roles(self.store, given.admins, given.curators, members)

    @cached_property
    def areas(self) -> "Areas":
        """Knows who is accountable."""
        from bot.services.areas import Areas

        return Areas(self.store)

    @cached_property
    def house(self) -> "HouseSettings":
        """Knows how wins are celebrated here."""
        from bot.services.house import NAMES, HouseSettings

        fields, given = Settings.model_fields, self.settings
        chosen = {name: getattr(given, name) for name in NAMES if getattr(given, name) != fields[name].default}
        return HouseSettings(self.store, chosen, given.digest_language)

    @cached_property
    def home(self) -> "Home":
        """Shows everybody what concerns them."""
        from bot.services.home import Home

        return Home((self.asks.sections, self.offers.sections), self.speech)

    @cached_property
    def speech(self) -> "Speech":
        """Finds everybody's language."""
        from bot.services.speech import Speech

        return Speech(self.slack.locale, self.settings.digest_language)

    @cached_property
    def inbox(self) -> "Inbox":
        """Takes what Slack sends in once."""
        from bot.services.inbox import Inbox

        return Inbox(self.store)

    def posting_by(self, gateway: "Gateway") -> "PostingService":
        """The outbox with *gateway* as its way out."""
        from bot.services.posting import PostingService
        from bot.services.posting_pace import Pace

        pace = Pace(grace=timedelta(seconds=self.settings.post_grace_seconds))
        return PostingService(self.store, gateway, self.notices, pace)

    @cached_property
    def posting(self) -> "PostingService":
        """The outbox, with Slack as its way out."""
        return self.posting_by(self.slack)

    @cached_property
    def publisher(self) -> "Publisher":
        """Takes digests to the outbox."""
        from bot.services.publishing import Publisher
        from bot.services.wins.proposing import Proposing

        return Publisher(self.store, self.digests, self.posting, Proposing(self.roles), self.contributions)

    @property
    def contributions(self) -> "list[Contribution]":
        """What a digest carries that does not come from feedback."""
        from bot.services.contributions import of_leaders

        return [self.gathering, *of_leaders(self.store, self.roles)]

    @cached_property
    def asks(self) -> "Asks":
        """Takes asks from the draft to the ledger."""
        from bot.services.asks.desk import open_asks
        from bot.services.asks.wording import NoDrafts

        return open_asks(self.store, self.slack, self.posting.work, self.roles, self.speech, NoDrafts())

    @cached_property
    def offers(self) -> "Offers":
        """Takes contact offers from who records them to who learnt from them."""
        from bot.services.offers.desk import open_offers

        return open_offers(self.store, self.slack, self.posting.work, self.roles, self.speech, self.edition("default"))

    @cached_property
    def gathering(self) -> "Gathering":
        """Puts wins into digests."""
        from bot.services.wins.book import Book
        from bot.services.wins.gathering import Gathering

        return Gathering(Book(self.store, self.house))

    @cached_property
    def wins(self) -> "Wins":
        """Takes stories from nomination to celebration."""
        from bot.services.wins.desk import open_wins
        from bot.services.wins.reminding import Rhythm

        rhythm = Rhythm(self.settings.digest_timezone, self.settings.holidays)
        return open_wins(
            self.store, self.slack, self.posting, self.notices, self.roles, self.speech, self.house, rhythm
        )

    @cached_property
    def impatient(self) -> "Parts":
        """The same services over a door to the database that gives up after a second: for where Slack waits."""
        return Parts(self.settings, self.store.impatient())

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
        """The digest of *week* as it would be published *now*, with all that it carries; nothing is kept of it."""
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
