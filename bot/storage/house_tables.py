"""What is set up in Slack: roles, areas, who owns which theme, promises, and single settings."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Column, UniqueConstraint
from sqlmodel import Field

from bot.storage.table import Table


class RoleGrantRow(Table, table=True):
    """A role given to a person or a user group."""

    __tablename__ = "role_grant"
    __table_args__ = (UniqueConstraint("workspace_id", "role", "member"),)
    id: int | None = Field(default=None, primary_key=True)
    workspace_id: int = Field(foreign_key="workspace.id")
    role: str = Field(max_length=16)
    member: str = Field(max_length=40)


class AreaRow(Table, table=True):
    """A part of the organisation, with who leads it and who stands in."""

    __tablename__ = "area"
    __table_args__ = (UniqueConstraint("workspace_id", "name"),)
    id: int | None = Field(default=None, primary_key=True)
    workspace_id: int = Field(foreign_key="workspace.id")
    name: str = Field(max_length=80)
    leader: str | None = Field(default=None, max_length=40)
    deputy: str | None = Field(default=None, max_length=40)


class OwnershipRow(Table, table=True):
    """What people here know about a theme: its name, its area, its owner."""

    __tablename__ = "ownership"
    __table_args__ = (UniqueConstraint("workspace_id", "theme"),)
    id: int | None = Field(default=None, primary_key=True)
    workspace_id: int = Field(foreign_key="workspace.id")
    theme: str = Field(max_length=80)
    name: str | None = Field(default=None, max_length=80)
    area: str | None = Field(default=None, max_length=80)
    owner: str | None = Field(default=None, max_length=40)


class PromiseRow(Table, table=True):
    """What customers were promised, in its place among the others."""

    __tablename__ = "promise"
    __table_args__ = (UniqueConstraint("workspace_id", "place"),)
    id: int | None = Field(default=None, primary_key=True)
    workspace_id: int = Field(foreign_key="workspace.id")
    place: int
    text: str = Field(max_length=300)
    owner: str | None = Field(default=None, max_length=40)


class SettingRow(Table, table=True):
    """A setting that was made in Slack, by its name."""

    __tablename__ = "setting"
    __table_args__ = (UniqueConstraint("workspace_id", "name"),)
    id: int | None = Field(default=None, primary_key=True)
    workspace_id: int = Field(foreign_key="workspace.id")
    name: str = Field(max_length=40)
    value: Any = Field(sa_column=Column(JSON, nullable=False))
    changed_at: datetime
