"""An edition: who gets the digest, where, when and in which language."""

from datetime import date, time
from enum import StrEnum
from typing import Annotated
from zoneinfo import ZoneInfo

from pydantic import AwareDatetime, StringConstraints, field_validator

from bot.domain.model import Model


class Weekday(StrEnum):
    """Days by name: APScheduler counts Monday as 0, crontab as 1."""

    MON = "mon"
    TUE = "tue"
    WED = "wed"
    THU = "thu"
    FRI = "fri"
    SAT = "sat"
    SUN = "sun"

    @property
    def iso(self) -> int:
        """1 for Monday to 7 for Sunday."""
        return list(Weekday).index(self) + 1


class Away(StrEnum):
    """What is posted where no curator has decided by the deadline: all but ask, win and blind draw; all; nothing."""

    SHORT = "short"
    FULL = "full"
    NONE = "none"


class Origin(StrEnum):
    """Where an edition is set: one of the environment is read-only in Slack."""

    ENVIRONMENT = "environment"
    SLACK = "slack"


class Edition(Model):
    """The weekly digest of one channel. *created_at*: it never posts for a due time before that.

    *review*: curators decide first; None means where curators are named. *shadow_weeks* are still to run: they go to
    curators alone. *without* names slots that are switched off. *off* is Slack's word for why nothing can be posted to
    its channel, None while it can. *company*: for everybody in the company, so without asks. *default_owner* answers
    for themes that nobody owns.
    """

    name: Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]{0,39}$")] = "default"
    title: str = "Voice of the customer"
    channel: str | None = None
    weekday: Weekday = Weekday.TUE
    at: time = time(8, 30)
    timezone: str = "Europe/Berlin"
    language: str = "en"
    holidays: str | None = None
    created_at: AwareDatetime
    review: bool | None = None
    away: Away = Away.SHORT
    default_owner: str | None = None
    shadow_weeks: int = 0
    without: tuple[str, ...] = ()
    paused_until: date | None = None
    pause_reason: str | None = None
    origin: Origin = Origin.ENVIRONMENT
    off: str | None = None
    company: bool = False

    @field_validator("timezone")
    @classmethod
    def _known_zone(cls, name: str) -> str:
        ZoneInfo(name)
        return name

    @property
    def zone(self) -> ZoneInfo:
        """The channel's own time zone."""
        return ZoneInfo(self.timezone)
