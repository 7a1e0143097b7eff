"""What a colleague tells of a customer: from memory, so it is counted and never quoted."""

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints

from bot.domain.model import Model

Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=3000)]


class Where(StrEnum):
    """Where a customer said it. A closed list; kept as a tag, ``told-call``."""

    CALL = "call"
    MEETING = "meeting"
    MESSAGE = "message"
    VISIT = "visit"
    EVENT = "event"
    OTHER = "other"


class Told(Model):
    """*key* names it, so that it is kept once; *names* serve redaction and go no further. Nobody's id is in it.

    *confirmed*: where it comes from a private place, who tells it has ticked that it may be told.
    """

    key: str
    said: Words = Field(repr=False)
    where: Where
    day: date
    theme: str | None = Field(default=None, max_length=60)
    segment: str | None = Field(default=None, max_length=60)
    names: tuple[str, ...] = Field(default=(), repr=False)
    confirmed: bool = True
