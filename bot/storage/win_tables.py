"""The tables of service wins. Nothing in them counts what anybody received: there is nothing to rank by."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Column, Index, UniqueConstraint
from sqlmodel import Field

from bot.storage.table import BigId, Table


class WinRow(Table, table=True):
    """A nominated story and how far it got. *form* names the form that it came in: one form makes one win."""

    __tablename__ = "win"
    __table_args__ = (UniqueConstraint("workspace_id", "form"), Index(None, "workspace_id", "state"))
    id: int | None = Field(default=None, sa_column=Column(BigId, primary_key=True))
    workspace_id: int = Field(foreign_key="workspace.id")
    form: str = Field(max_length=64)
    kind: str = Field(max_length=16)
    nominator: str = Field(max_length=40)
    joined: list[str] = Field(sa_column=Column(JSON, nullable=False))
    team: dict[str, Any] | None = Field(default=None, sa_column=Column(JSON))
    state: str = Field(max_length=16)
    version: int
    turn: int
    approved: int | None = None
    decided_by: str | None = Field(default=None, max_length=40)
    revision: int
    told: int
    stale: bool
    post: str | None = Field(default=None, max_length=80)
    created_at: datetime
    changed_at: datetime


class WinTextRow(Table, table=True):
    """One version of a story's text, people as placeholders: what somebody agreed to can be shown again."""

    __tablename__ = "win_text"
    __table_args__ = (UniqueConstraint("workspace_id", "win", "version"),)
    id: int | None = Field(default=None, sa_column=Column(BigId, primary_key=True))
    workspace_id: int = Field(foreign_key="workspace.id")
    win: int
    version: int
    parts: list[str] = Field(sa_column=Column(JSON, nullable=False))
    words: dict[str, Any] | None = Field(default=None, sa_column=Column(JSON))
    by: str = Field(max_length=40)
    at: datetime


class WinPersonRow(Table, table=True):
    """Somebody in a story: how they want to appear, and which version of the text they answered to, and when."""

    __tablename__ = "win_person"
    __table_args__ = (UniqueConstraint("workspace_id", "win", "place"), Index(None, "workspace_id", "user"))
    id: int | None = Field(default=None, sa_column=Column(BigId, primary_key=True))
    workspace_id: int = Field(foreign_key="workspace.id")
    win: int
    place: int
    user: str | None = Field(default=None, max_length=40)
    name: str | None = Field(default=None, max_length=255)
    in_team: bool = False
    reachable: bool = True
    choice: str | None = Field(default=None, max_length=16)
    agreed: int | None = None
    answered_at: datetime | None = None
    asked: int | None = None
    asked_at: datetime | None = None
    reminded_at: datetime | None = None
