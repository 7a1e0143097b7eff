"""The tables of asks and of contact offers."""

from datetime import date, datetime

from sqlalchemy import JSON, Column, Index, UniqueConstraint
from sqlmodel import Field

from bot.storage.table import BigId, Table


class AskRow(Table, table=True):
    """One ask of one edition's week, and the commitment that came of it."""

    __tablename__ = "ask"
    __table_args__ = (
        UniqueConstraint("workspace_id", "edition", "week"),
        Index(None, "workspace_id", "state"),
        Index(None, "workspace_id", "owner"),
    )
    id: int | None = Field(default=None, sa_column=Column(BigId, primary_key=True))
    workspace_id: int = Field(foreign_key="workspace.id")
    edition: str = Field(max_length=40)
    week: str = Field(max_length=8)
    theme: str = Field(max_length=255)
    theme_name: str = Field(max_length=255)
    area: str | None = Field(default=None, max_length=80)
    sentence: str = Field(max_length=600)
    chosen: str = Field(max_length=40)
    owner: str = Field(max_length=40)
    deputy: str | None = Field(default=None, max_length=40)
    state: str = Field(max_length=16)
    version: int
    seen: int | None = None
    seen_at: datetime | None = None
    posted_at: datetime | None = None
    named: bool
    passed_to: str | None = Field(default=None, max_length=40)
    passed_by: str | None = Field(default=None, max_length=40)
    passing: str | None = Field(default=None, max_length=16)
    passes: int
    kind: str | None = Field(default=None, max_length=16)
    line: str | None = Field(default=None, max_length=600)
    due: date | None = None
    answered_by: str | None = Field(default=None, max_length=40)
    answered_at: datetime | None = None
    moved_from: date | None = None
    closing: str | None = Field(default=None, max_length=600)
    closed_at: datetime | None = None
    records: list[str] = Field(sa_column=Column(JSON, nullable=False, server_default="[]"))
    reminded_for: date | None = None
    reported: str | None = Field(default=None, max_length=40)
    turn: int
    told: int
    stale: bool
    created_at: datetime
    changed_at: datetime


class ContactRow(Table, table=True):
    """One offer to call a customer back, or to listen in. What a leader learnt in it is not kept."""

    __tablename__ = "contact"
    __table_args__ = (
        UniqueConstraint("workspace_id", "form"),
        Index(None, "workspace_id", "state"),
    )
    id: int | None = Field(default=None, sa_column=Column(BigId, primary_key=True))
    workspace_id: int = Field(foreign_key="workspace.id")
    form: str = Field(max_length=64)
    kind: str = Field(max_length=16)
    record: str = Field(max_length=255)
    url: str | None = Field(default=None, max_length=2000)
    theme: str | None = Field(default=None, max_length=255)
    opened_by: str = Field(max_length=40)
    agreed_on: date | None = None
    agreed_how: str | None = Field(default=None, max_length=255)
    slot_at: datetime | None = None
    state: str = Field(max_length=16)
    first: str | None = Field(default=None, max_length=40)
    first_at: datetime | None = None
    asked: list[str] = Field(sa_column=Column(JSON, nullable=False))
    taken_by: str | None = Field(default=None, max_length=40)
    taken_at: datetime | None = None
    turn: int
    created_at: datetime
