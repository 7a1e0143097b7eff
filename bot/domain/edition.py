"""An edition: who gets the digest, where, when and in which language."""

from datetime import time
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


class Edition(Model):
    """The weekly digest of one channel. *created_at*: it never posts for a due time before that."""

    name: Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]{0,39}$")] = "default"
    title: str = "Voice of the customer"
    channel: str | None = None
    weekday: Weekday = Weekday.TUE
    at: time = time(8, 30)
    timezone: str = "Europe/Berlin"
    language: str = "en"
    holidays: str | None = None
    created_at: AwareDatetime

    @field_validator("timezone")
    @classmethod
    def _known_zone(cls, name: str) -> str:
        ZoneInfo(name)
        return name

    @property
    def zone(self) -> ZoneInfo:
        """The channel's own time zone."""
        return ZoneInfo(self.timezone)
