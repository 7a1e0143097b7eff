"""What all tables stand on: names for every constraint, and ids that both engines count."""

from sqlalchemy import BigInteger, Integer, MetaData
from sqlmodel import SQLModel

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}

metadata = MetaData(naming_convention=NAMING)

BigId = BigInteger().with_variant(Integer, "sqlite")
"""SQLite gives automatic ids to INTEGER PRIMARY KEY only."""


class Table(SQLModel):
    """The base of all tables: one metadata with names for every constraint, as Alembic needs on SQLite."""

    metadata = metadata
