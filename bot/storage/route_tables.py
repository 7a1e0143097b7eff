"""The table of channels that something happened to; a channel without a row is as it should be."""

from datetime import datetime

from sqlalchemy import Column, UniqueConstraint
from sqlmodel import Field

from bot.storage.table import BigId, Table


class RouteRow(Table, table=True):
    """Why nothing is posted in a channel, since when, and how far admins were told. ``""`` is the whole workspace."""

    __tablename__ = "route"
    __table_args__ = (UniqueConstraint("workspace_id", "channel"),)
    id: int | None = Field(default=None, sa_column=Column(BigId, primary_key=True))
    workspace_id: int = Field(foreign_key="workspace.id")
    channel: str = Field(max_length=40)
    broken: str | None = Field(default=None, max_length=80)
    unconfirmed: bool
    since: datetime
    turn: int
    told: int
    asked_by: str | None = Field(default=None, max_length=40)
