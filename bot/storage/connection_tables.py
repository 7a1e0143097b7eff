"""The table of sources that are connected from Slack."""

from datetime import datetime

from sqlalchemy import JSON, Column, Text, UniqueConstraint
from sqlmodel import Field

from bot.storage.table import Table


class ConnectionRow(Table, table=True):
    """The account of a source: *plain* fields as entered, secret ones *sealed*. *turn*: how often it was changed."""

    __tablename__ = "connection"
    __table_args__ = (UniqueConstraint("workspace_id", "source"),)
    id: int | None = Field(default=None, primary_key=True)
    workspace_id: int = Field(foreign_key="workspace.id")
    source: str = Field(max_length=40)
    state: str = Field(max_length=16)
    plain: dict[str, str] = Field(sa_column=Column(JSON, nullable=False))
    sealed: str | None = Field(default=None, sa_column=Column(Text))
    by: str = Field(max_length=40)
    at: datetime
    turn: int
