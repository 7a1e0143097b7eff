"""What an admin wishes an edition to be, or how wins are celebrated, before it is judged and kept."""

from dataclasses import dataclass
from datetime import datetime, time
from typing import Any, Self

from bot.domain.edition import Away, Edition, Origin, Weekday

SHADOW_WEEKS = 2
"""So many editions of a new one go to curators only."""

_SAME = ("title", "channel", "weekday", "at", "timezone", "language", "holidays")
_RULES = ("review", "away", "default_owner", "without", "company")


@dataclass(frozen=True)
class Wish:
    """An edition as a form holds it. *name*: that of one that is there; *shared* is confirmed, *skip_shadow* asked for.

    *shadow_weeks* are still to run; *seen* tells which state of it the admin had before them.
    """

    name: str | None = None
    title: str = ""
    channel: str | None = None
    weekday: Weekday = Weekday.TUE
    at: time = time(8, 30)
    timezone: str = "Europe/Berlin"
    language: str = "en"
    holidays: str | None = None
    review: bool | None = None
    away: Away = Away.SHORT
    default_owner: str | None = None
    without: tuple[str, ...] = ()
    company: bool = False
    skip_shadow: bool = False
    shadow_weeks: int = SHADOW_WEEKS
    shared: bool = False
    seen: str | None = None

    @classmethod
    def of(cls, edition: Edition, seen: str | None = None) -> Self:
        """The wish that changes nothing about *edition*."""
        same = {name: getattr(edition, name) for name in (*_SAME, *_RULES)}
        return cls(name=edition.name, seen=seen, shadow_weeks=edition.shadow_weeks, **same)

    def to_edition(self, name: str, before: Edition | None, now: datetime) -> Edition:
        """The edition as wished, called *name*: *before* with what changed, or a new one made *now*.

        One that moves to another channel counts as made before; one that first gets a channel counts as made *now*.
        """
        wished: dict[str, Any] = {field: getattr(self, field) for field in (*_SAME, *_RULES)}
        if before is None:
            shadow = 0 if self.skip_shadow else SHADOW_WEEKS
            return Edition(name=name, created_at=now, origin=Origin.SLACK, shadow_weeks=shadow, **wished)
        wished |= {"off": None if self.channel != before.channel else before.off}
        wished |= {"shadow_weeks": 0 if self.skip_shadow else before.shadow_weeks}
        if before.channel is None:
            wished |= {"created_at": now}
        return before.model_copy(update=wished)


@dataclass(frozen=True, slots=True)
class WinsWish:
    """How an admin wishes wins to be celebrated: in which *channel*, when, with which *emoji* as an offer."""

    channel: str | None = None
    in_digest: bool = False
    nudge: bool = True
    emoji: str | None = None
