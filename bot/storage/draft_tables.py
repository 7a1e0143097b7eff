"""The table of drafts: one for each edition and week, with everything that its edits are made from."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Column, Index, UniqueConstraint
from sqlmodel import Field

from bot.storage.table import BigId, Table


class DraftRow(Table, table=True):
    """A draft as it was made (*digest*, *reserve*), what was edited, and how far it got.

    *placed* says by record which theme it counts towards: large, and read only to pin a voice. *turn* rises with every
    change; *shown* is the one that every curator was shown.
    """

    __tablename__ = "draft"
    __table_args__ = (UniqueConstraint("workspace_id", "edition", "week"), Index(None, "workspace_id", "state"))
    id: int | None = Field(default=None, sa_column=Column(BigId, primary_key=True))
    workspace_id: int = Field(foreign_key="workspace.id")
    edition: str = Field(max_length=40)
    week: str = Field(max_length=8)
    digest: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))
    reserve: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))
    placed: dict[str, str] = Field(sa_column=Column(JSON, nullable=False))
    edits: list[dict[str, Any]] = Field(sa_column=Column(JSON, nullable=False))
    turn: int
    state: str = Field(max_length=16)
    made_at: datetime
    due_at: datetime
    late: bool
    holder: str | None = Field(default=None, max_length=40)
    decided_by: str | None = Field(default=None, max_length=40)
    shadow: bool
    shown: int
