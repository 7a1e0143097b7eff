"""The table of changes that wait for a second admin."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Column, Index, Text
from sqlmodel import Field

from bot.storage.table import BigId, Table


class PendingChangeRow(Table, table=True):
    """A change that lowers protection. *change* holds it whole; *seen* tells the state that it was asked against."""

    __tablename__ = "pending_change"
    __table_args__ = (Index(None, "workspace_id", "state"),)
    id: int | None = Field(default=None, sa_column=Column(BigId, primary_key=True))
    workspace_id: int = Field(foreign_key="workspace.id")
    kind: str = Field(max_length=16)
    target: str = Field(max_length=40)
    change: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))
    reasons: str = Field(sa_column=Column(Text, nullable=False))
    asked_by: str = Field(max_length=40)
    asked_at: datetime
    seen: str | None = Field(default=None, max_length=64)
    state: str = Field(max_length=16)
    decided_by: str | None = Field(default=None, max_length=40)
    decided_at: datetime | None = None
