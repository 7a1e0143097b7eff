"""What came in from Slack, and who changed what."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Column, Index, UniqueConstraint
from sqlmodel import Field

from bot.storage.table import BigId, Table


class InboxRow(Table, table=True):
    """A request of Slack's that was taken in, by what names it: a retry of it is known and not answered again."""

    __tablename__ = "inbox"
    __table_args__ = (UniqueConstraint("workspace_id", "key"), Index(None, "workspace_id", "seen_at"))
    id: int | None = Field(default=None, sa_column=Column(BigId, primary_key=True))
    workspace_id: int = Field(foreign_key="workspace.id")
    key: str = Field(max_length=64)
    seen_at: datetime


class AuditRow(Table, table=True):
    """Who changed what, and when: rows are added and never changed. *detail* holds terms, never anybody's words."""

    __tablename__ = "audit"
    __table_args__ = (Index(None, "workspace_id", "at"), Index(None, "workspace_id", "target"))
    id: int | None = Field(default=None, sa_column=Column(BigId, primary_key=True))
    workspace_id: int = Field(foreign_key="workspace.id")
    at: datetime
    actor: str = Field(max_length=40)
    action: str = Field(max_length=40)
    target: str = Field(max_length=80)
    detail: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))
