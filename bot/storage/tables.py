"""Every table. Each row carries its workspace, and every unique key begins with it.

So hash partitions, row-level security and one database per workspace stay possible without a change of schema.
Table classes do not validate and never leave `bot.storage`: what comes out are domain objects.
"""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Column, Index, Integer, LargeBinary, Text, UniqueConstraint, false
from sqlmodel import Field

from bot.storage import (
    ask_tables,
    connection_tables,
    draft_tables,
    hidden_tables,
    house_tables,
    route_tables,
    setup_tables,
    trace_tables,
    win_tables,
)
from bot.storage.table import BigId, Table, metadata

__all__ = [
    "ask_tables",
    "connection_tables",
    "draft_tables",
    "hidden_tables",
    "house_tables",
    "metadata",
    "route_tables",
    "setup_tables",
    "trace_tables",
    "win_tables",
]


class WorkspaceRow(Table, table=True):
    """A customer of ours: one Slack team, bound at first contact. *salt* keys the hashes of customers' ids.

    *themes_generation* is raised whenever late feedback makes saved theme states untrue.
    """

    __tablename__ = "workspace"
    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(max_length=40, unique=True)
    slack_team: str | None = Field(default=None, max_length=32, unique=True)
    slack_team_name: str | None = Field(default=None, max_length=255)
    salt: str = Field(max_length=64)
    themes_generation: int = 0
    created_at: datetime


class FeedbackRow(Table, table=True):
    """One record of a source. *raw* is never shown, logged or exported; *version* decides between redeliveries."""

    __tablename__ = "feedback"
    __table_args__ = (
        UniqueConstraint("workspace_id", "source", "kind", "external_id"),
        Index(None, "workspace_id", "created_at"),
        Index(None, "workspace_id", "source", "conversation"),
        Index(None, "workspace_id", "text_key"),
    )
    id: int | None = Field(default=None, sa_column=Column(BigId, primary_key=True))
    workspace_id: int = Field(foreign_key="workspace.id")
    source: str = Field(max_length=40)
    kind: str = Field(max_length=16)
    external_id: str = Field(max_length=255)
    conversation: str = Field(max_length=255)
    created_at: datetime
    version: datetime
    raw: str | None = Field(default=None, sa_column=Column(Text))
    subject: str | None = Field(default=None, sa_column=Column(Text))
    html: bool = False
    text_key: str | None = Field(default=None, max_length=64)
    row_hash: str = Field(max_length=32)
    rating_value: float | None = None
    rating_low: float | None = None
    rating_high: float | None = None
    customer: str | None = Field(default=None, max_length=64)
    segment: str | None = Field(default=None, max_length=255)
    team: str | None = Field(default=None, max_length=255)
    language: str | None = Field(default=None, max_length=255)
    tags: list[str] | None = Field(default=None, sa_column=Column(JSON))
    url: str | None = Field(default=None, max_length=2000)
    solved_at: datetime | None = None
    reopened: bool | None = None
    do_not_feature: bool | None = None
    taken_in_at: datetime


class FeatureRow(Table, table=True):
    """What was learnt from one text, once: kept by text hash and rules version."""

    __tablename__ = "feature"
    __table_args__ = (UniqueConstraint("workspace_id", "text_key", "version"),)
    id: int | None = Field(default=None, sa_column=Column(BigId, primary_key=True))
    workspace_id: int = Field(foreign_key="workspace.id")
    text_key: str = Field(max_length=64)
    version: str = Field(max_length=64)
    text: str = Field(sa_column=Column(Text, nullable=False))
    language: str = Field(max_length=16)
    tone: int
    noise: str | None = Field(default=None, max_length=32)
    sensitive: bool
    doubt: bool
    signature: bytes | None = Field(default=None, sa_column=Column(LargeBinary))
    vector: bytes | None = Field(default=None, sa_column=Column(LargeBinary))


class SourceRow(Table, table=True):
    """A source of feedback and when it last delivered."""

    __tablename__ = "source"
    __table_args__ = (UniqueConstraint("workspace_id", "name"),)
    id: int | None = Field(default=None, primary_key=True)
    workspace_id: int = Field(foreign_key="workspace.id")
    name: str = Field(max_length=40)
    last_sync: datetime


class SourceStateRow(Table, table=True):
    """How far a *stream* of a source that is pulled has come; the stream ``""`` is the source as a whole.

    *cursor* is where to go on. *off* says in words why nothing is asked any more, *not_before* when it is tried again
    all the same, *identity* with which credentials, *account* whose records these are. *failing_since* is when the
    first of the failures in a row was seen, *error* what the last one said, *trouble* of which kind it was, *told_at*
    when admins were told. The whole source is held by one *token* until *lease_until*.
    """

    __tablename__ = "source_state"
    __table_args__ = (UniqueConstraint("workspace_id", "source", "stream"),)
    id: int | None = Field(default=None, primary_key=True)
    workspace_id: int = Field(foreign_key="workspace.id")
    source: str = Field(max_length=40)
    stream: str = Field(max_length=80)
    cursor: str | None = Field(default=None, sa_column=Column(Text))
    identity: str | None = Field(default=None, max_length=64)
    account: str | None = Field(default=None, max_length=255)
    off: str | None = Field(default=None, max_length=500)
    not_before: datetime | None = None
    last_sync: datetime | None = None
    failing_since: datetime | None = None
    error: str | None = Field(default=None, max_length=500)
    trouble: str | None = Field(default=None, max_length=16)
    told_at: datetime | None = None
    lease_until: datetime | None = None
    token: str | None = Field(default=None, max_length=64)


class TombstoneRow(Table, table=True):
    """What was taken away at its source and must not come back: versions up to *until*, with *since* from there on.

    *key* is a conversation where *kind* is empty, else the external id of a record of that kind. It tells nothing of
    what was there.
    """

    __tablename__ = "tombstone"
    __table_args__ = (UniqueConstraint("workspace_id", "source", "kind", "key"),)
    id: int | None = Field(default=None, sa_column=Column(BigId, primary_key=True))
    workspace_id: int = Field(foreign_key="workspace.id")
    source: str = Field(max_length=40)
    kind: str = Field(max_length=16)
    key: str = Field(max_length=255)
    until: datetime
    since: datetime | None = None


class QuarantineRow(Table, table=True):
    """A record that could not be used: where it stood and why. *raw* never leaves the database."""

    __tablename__ = "quarantine"
    __table_args__ = (UniqueConstraint("workspace_id", "source", "fingerprint"),)
    id: int | None = Field(default=None, sa_column=Column(BigId, primary_key=True))
    workspace_id: int = Field(foreign_key="workspace.id")
    source: str = Field(max_length=40)
    place: str = Field(max_length=255)
    reason: str = Field(max_length=500)
    fingerprint: str = Field(max_length=64)
    raw: str | None = Field(default=None, sa_column=Column(Text))
    seen_at: datetime


class ThemesRow(Table, table=True):
    """The themes as fitted from all weeks up to *week*. *pinned*: a published digest rests on it."""

    __tablename__ = "themes"
    __table_args__ = (UniqueConstraint("workspace_id", "timezone", "version", "week"),)
    id: int | None = Field(default=None, primary_key=True)
    workspace_id: int = Field(foreign_key="workspace.id")
    timezone: str = Field(max_length=64)
    version: str = Field(max_length=64)
    week: str = Field(max_length=8)
    state: str = Field(sa_column=Column(Text, nullable=False))
    pinned: bool = False
    saved_at: datetime


class PublicationRow(Table, table=True):
    """A digest as it was handed to the outbox, quotes and numbers included: later rules change nothing in it."""

    __tablename__ = "publication"
    __table_args__ = (UniqueConstraint("workspace_id", "edition", "week"),)
    id: int | None = Field(default=None, primary_key=True)
    workspace_id: int = Field(foreign_key="workspace.id")
    edition: str = Field(max_length=40)
    week: str = Field(max_length=8)
    digest: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))
    created_at: datetime


class EditionRow(Table, table=True):
    """An edition, as last read from the settings or as set in Slack. *created_at* stays: see `Edition`."""

    __tablename__ = "edition"
    __table_args__ = (UniqueConstraint("workspace_id", "name"),)
    id: int | None = Field(default=None, primary_key=True)
    workspace_id: int = Field(foreign_key="workspace.id")
    name: str = Field(max_length=40)
    title: str = Field(max_length=100)
    channel: str | None = Field(default=None, max_length=40)
    weekday: str = Field(max_length=3)
    at: str = Field(max_length=8)
    timezone: str = Field(max_length=64)
    language: str = Field(max_length=16)
    holidays: str | None = Field(default=None, max_length=64)
    created_at: datetime
    review: bool | None = None
    away: str = Field(default="short", max_length=8, sa_column_kwargs={"server_default": "short"})
    default_owner: str | None = Field(default=None, max_length=40)
    shadow_weeks: int = Field(default=0, sa_column_kwargs={"server_default": "0"})
    without: list[str] = Field(sa_column=Column(JSON, nullable=False, server_default="[]"))
    paused_until: str | None = Field(default=None, max_length=10)
    pause_reason: str | None = Field(default=None, max_length=300)
    origin: str = Field(default="environment", max_length=16, sa_column_kwargs={"server_default": "environment"})
    off: str | None = Field(default=None, max_length=80)
    company: bool = Field(default=False, sa_column_kwargs={"server_default": false()})


class SkippedWeekRow(Table, table=True):
    """A week that no digest was posted for, and why: never plain silence."""

    __tablename__ = "skipped_week"
    __table_args__ = (UniqueConstraint("workspace_id", "edition", "week"),)
    id: int | None = Field(default=None, primary_key=True)
    workspace_id: int = Field(foreign_key="workspace.id")
    edition: str = Field(max_length=40)
    week: str = Field(max_length=8)
    reason: str = Field(max_length=40)
    seen_at: datetime


class OutboxRow(Table, table=True):
    """One message to Slack: its frozen *payload*, and how far it got.

    *kind* is ``digest``, with the edition as *target*, the ISO week as *period* and 0 for the parent or the number of
    the thread message as *part*; ``win``, with the win as *target*; or ``notice``, with a person as *target* and what
    it is about as *period*.
    *look_from* bounds the search in the channel; *sure_at* is when we last knew that it is not posted: None after an
    attempt means that nobody knows. *revision* counts the corrections of *payload*, *shown* is the one that stands
    in Slack; until then it is owed: not before *fix_at*, which is also the lease of who is at it.
    """

    __tablename__ = "outbox"
    __table_args__ = (
        UniqueConstraint("workspace_id", "kind", "target", "period", "part"),
        Index(None, "workspace_id", "state", "next_at"),
    )
    id: int | None = Field(default=None, sa_column=Column(BigId, primary_key=True))
    workspace_id: int = Field(foreign_key="workspace.id")
    kind: str = Field(max_length=16)
    target: str = Field(max_length=40)
    period: str = Field(max_length=80)
    part: int
    key: str = Field(max_length=64)
    channel: str = Field(max_length=40)
    payload: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))
    state: str = Field(max_length=16)
    due_at: datetime
    look_from: datetime
    next_at: datetime
    attempt: int = 0
    sure_at: datetime | None = None
    lease_until: datetime | None = None
    token: str | None = Field(default=None, max_length=64)
    ts: str | None = Field(default=None, max_length=32)
    reason: str | None = Field(default=None, max_length=255)
    created_at: datetime
    done_at: datetime | None = None
    revision: int = Field(default=0, sa_column=Column(Integer, nullable=False, server_default="0"))
    shown: int = Field(default=0, sa_column=Column(Integer, nullable=False, server_default="0"))
    fix_at: datetime | None = None
    fix_doubt: datetime | None = None
    fix_refused: str | None = Field(default=None, max_length=80)
