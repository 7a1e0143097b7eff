"""Everything that is set, at one moment: what the settings' first page, App Home and observers see."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bot.domain.area import Area, Ownership, Promise
from bot.domain.edition import Edition
from bot.domain.pending import Pending
from bot.domain.role import Role
from bot.domain.schedule import Due

ROLES = (Role.CURATOR, Role.ADMIN, Role.OBSERVER)
"""The roles that people and user groups can be given, in the order in which they are shown."""


@dataclass(frozen=True, slots=True)
class EditionState:
    """An edition and when it posts next; None where it posts nowhere. *seen* tells this state of it from others."""

    edition: Edition
    due: Due | None
    seen: str


@dataclass(frozen=True, slots=True)
class Grants:
    """Who has a role: *people* and *groups* as given in Slack, *fixed* those that the environment names."""

    people: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    fixed: tuple[str, ...] = ()

    @property
    def members(self) -> tuple[str, ...]:
        """Everybody that the role was given to in Slack, people and groups."""
        return (*self.people, *self.groups)


@dataclass(frozen=True, slots=True)
class Responsible:
    """Who may do what, and who is accountable for what, by name."""

    grants: Mapping[Role, Grants] = field(default_factory=dict)
    areas: Sequence[Area] = ()
    themes: Sequence[Ownership] = ()
    promises: Sequence[Promise] = ()


@dataclass(frozen=True, slots=True)
class Overview:
    """What is set. *left* counts areas whose leader is deactivated, *waiting* are changes that need a second admin.
    *wins_off* is why nothing is posted in the channel for wins.

    *pages* are those that other parts of the app add to the settings, *responsible* is what the numbers count.
    """

    editions: tuple[EditionState, ...] = ()
    curators: int = 0
    admins: int = 0
    observers: int = 0
    areas: int = 0
    left: int = 0
    themes: int = 0
    promises: int = 0
    wins_channel: str | None = None
    wins_off: str | None = None
    wins_in_digest: bool = False
    waiting: tuple[Pending, ...] = ()
    pages: tuple[str, ...] = ()
    responsible: Responsible = field(default_factory=Responsible)
