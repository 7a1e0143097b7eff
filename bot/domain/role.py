"""Roles: what somebody may do here beyond what everybody may."""

from enum import StrEnum
from typing import NamedTuple


class Role(StrEnum):
    """A closed list. Admins configure, curators decide what is published, observers see settings and audit."""

    ADMIN = "admin"
    CURATOR = "curator"
    OBSERVER = "observer"


class Grant(NamedTuple):
    """*role* given to *member*: a person (``U…``, ``W…``) or a user group (``S…``)."""

    role: Role
    member: str

    @property
    def is_group(self) -> bool:
        """Whether it is given to everybody in a user group."""
        return self.member.startswith("S")
