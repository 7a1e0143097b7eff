"""What everything else stands on: feedback and its sources, Slack, people, editions."""

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from bot.domain.rules import Rules
from bot.errors import SettingsError
from bot.services.clock import wall_clock
from bot.settings import Settings
from bot.storage.store import Store

if TYPE_CHECKING:
    from bot.services.areas import Areas
    from bot.services.editions import EditionService
    from bot.services.feedback import FeedbackService
    from bot.services.house import HouseSettings
    from bot.services.inbox import Inbox
    from bot.services.notices import Notices
    from bot.services.pulling import PullService
    from bot.services.roles import Roles
    from bot.services.source_desk import SourceDesk
    from bot.services.speech import Speech
    from bot.slack import Slack


@dataclass(frozen=True)
class Ground:
    """What everything else stands on. Each is built when it is first asked for: `voxpop import` needs no Slack."""

    settings: Settings
    store: Store
    patient: "Ground | None" = None
    """The parts whose way to Slack these share: what is remembered of people is forgotten for both at once."""

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

        told = SourceNotices(self.roles.of_admins, self.settings.digest_language, self.sources.accounts.origin)
        return PullService(self.store, self.feedback, told, wall_clock)

    @cached_property
    def sources(self) -> "SourceDesk":
        """Opens sources, wherever they are connected, and says how they stand."""
        from bot.services.source_desk import open_desk

        return open_desk(self.store, self.settings, self.roles)

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

        if self.patient is not None:
            return self.patient.slack
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
    def speech(self) -> "Speech":
        """Finds everybody's language."""
        from bot.services.speech import Speech

        return Speech(self.slack.locale, self.settings.digest_language)

    @cached_property
    def inbox(self) -> "Inbox":
        """Takes what Slack sends in once."""
        from bot.services.inbox import Inbox

        return Inbox(self.store)
