"""The table of what was taken out: a mark on the record that no new delivery of it takes away."""

from datetime import datetime

from sqlalchemy import Column, Index, UniqueConstraint
from sqlmodel import Field

from bot.storage.table import BigId, Table


class HiddenRow(Table, table=True):
    """A record that is not to be quoted, and how far that is told and carried out. Not who asked for it."""

    __tablename__ = "hidden"
    __table_args__ = (
        UniqueConstraint("workspace_id", "source", "kind", "external_id"),
        Index(None, "workspace_id", "stale"),
    )
    id: int | None = Field(default=None, sa_column=Column(BigId, primary_key=True))
    workspace_id: int = Field(foreign_key="workspace.id")
    source: str = Field(max_length=40)
    kind: str = Field(max_length=16)
    external_id: str = Field(max_length=255)
    edition: str = Field(max_length=40)
    week: str = Field(max_length=8)
    reason: str = Field(max_length=16)
    state: str = Field(max_length=16)
    turn: int
    told: int
    stale: bool
    said_at: datetime
    changed_at: datetime
