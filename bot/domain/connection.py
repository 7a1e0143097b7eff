"""A source that is connected from Slack: what its form asks, what is kept of the answers, and how it stands."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple


class FormField(NamedTuple):
    """A field of a connector's form: the *setting* that it fills in, which the environment could set as well.

    What is *secret* is encrypted at rest and never shown again. The words are in the catalogue, under the setting's
    name: ``source-zendesk-subdomain``, with ``-hint`` and, for what the setting's own check refuses, ``-wrong``.
    """

    setting: str
    secret: bool = False
    needed: bool = True

    @property
    def key(self) -> str:
        """Its name in the catalogue."""
        return f"source-{self.setting.replace('_', '-')}"


class ConnectionState(StrEnum):
    """What people want of a connection."""

    ACTIVE = "active"
    PAUSED = "paused"
    DISCONNECTED = "disconnected"


@dataclass(frozen=True, slots=True)
class Connection:
    """The account of a *source*: its *plain* fields, and its secret ones *sealed*; nothing of either once disconnected.

    *turn* is how often it was changed: a click carries the one it saw. *by* and *at* are who changed it last, and when.
    """

    source: str
    state: ConnectionState
    plain: Mapping[str, str]
    sealed: str | None = field(repr=False)
    by: str
    at: datetime
    turn: int


@dataclass(frozen=True, slots=True)
class Asked:
    """What the form of a source asks: its *fields*, with the *values* known of those that are not secret.

    *turn* is that of its connection when it was drawn.
    """

    name: str
    title: str
    turn: int
    fields: tuple[FormField, ...]
    values: Mapping[str, str]


class Origin(StrEnum):
    """Where a source is connected."""

    ENVIRONMENT = "environment"
    SLACK = "slack"
    NOWHERE = "nowhere"


class Trouble(StrEnum):
    """Why a source is not read, by what somebody can do about it."""

    CREDENTIALS = "credentials"
    ROLE = "role"
    ADDRESS = "address"
    ACCOUNT = "account"
    KEY = "key"
    HALF = "half"
    PASSING = "passing"
    BUSY = "busy"
    ANSWERS = "answers"
    MISTAKE = "mistake"


@dataclass(frozen=True, slots=True)
class Standing:
    """How a source stands: where it is connected, when it was last read to its end, what is wrong, what it has brought.

    *paused*: by a person, not by an error. *turn* is that of its connection, *connectable* whether credentials can be
    entered for it here. *off* are the streams left alone for now.
    """

    name: str
    title: str
    origin: Origin
    turn: int = 0
    connectable: bool = False
    paused: bool = False
    account: str | None = None
    last_sync: datetime | None = None
    stale: bool = False
    trouble: Trouble | None = None
    since: datetime | None = None
    off: tuple[str, ...] = ()
    records: int = 0
