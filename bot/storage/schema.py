"""The schema's version: made, checked and brought up to date."""

import secrets
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from filelock import FileLock
from sqlalchemy import Connection, inspect, text

from bot.errors import StorageError
from bot.storage.store import Store, table_of
from bot.storage.tables import WorkspaceRow

if TYPE_CHECKING:
    from alembic.config import Config

HEAD = "0009"
"""The newest revision: known without loading Alembic, so that every command starts fast; a test holds it true."""

_UPGRADE_LOCK = 0x766F78706F70  # "voxpop": one key for pg_advisory_xact_lock


def make_ready(store: Store, *, now: datetime | None = None) -> None:
    """Make sure that *store* can be used: a SQLite file is made and migrated, a server is only checked.

    StorageError where a PostgreSQL database is not up to date, or a database is newer than this program.
    """
    if _version(store) == HEAD:
        return
    if not store.is_sqlite:
        raise StorageError(
            f"the database {store.place} is not prepared for this version of Voxpop; "
            "run `voxpop db upgrade` once (it waits for other upgrades and loses nothing)"
        )
    upgrade(store, now=now)


def upgrade(store: Store, *, now: datetime | None = None) -> str | None:
    """Bring the schema to the newest revision, one process at a time; return the revision it had before.

    An older SQLite file is copied aside first, as ``voxpop.db.before-0002``. StorageError where its folder is missing.
    """
    if store.file is None:
        return _upgrade(store, now)
    if not store.file.parent.is_dir():  # a slip in DATABASE_URL would begin an empty database in a place of its own
        raise StorageError(f"the folder of the database {store.place} is not there; make it, or correct DATABASE_URL")
    with FileLock(f"{store.file}.upgrade.lock", timeout=120):
        before = _version(store)
        if before not in (None, HEAD):
            copy = store.file.with_name(f"{store.file.name}.before-{HEAD}")
            with store.begin_bare():  # nobody writes while we hold the write lock; the backup reads the WAL too
                _copy(store.file, copy)
        return _upgrade(store, now)


def _upgrade(store: Store, now: datetime | None) -> str | None:
    from alembic import command
    from alembic.util import CommandError

    with store.begin_bare() as connection:
        if not store.is_sqlite:
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _UPGRADE_LOCK})
        before = _version_on(connection)
        if before != HEAD:
            config = alembic_config()
            config.attributes["connection"] = connection
            try:
                command.upgrade(config, "head")
            except CommandError as error:
                raise StorageError(
                    f"the database was made by another version of Voxpop (revision {before!r}); "
                    f"this one knows {HEAD!r}: install the newer version, or restore the copy made before the upgrade"
                ) from error
        _ensure_workspace(connection, store.workspace, now or datetime.now(UTC))
    return before


def _copy(file: Path, copy: Path) -> None:
    with closing(sqlite3.connect(file)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)


def alembic_config() -> "Config":
    """Return Alembic's configuration for the migrations inside the package."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(resources.files("bot.storage").joinpath("migrations")))
    return config


def _version(store: Store) -> str | None:
    if store.file is not None and not store.file.exists():
        return None
    with store.read_bare() as connection:
        return _version_on(connection)


def _version_on(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    version: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()
    return version


def _ensure_workspace(connection: Connection, name: str, now: datetime) -> None:
    table = table_of(WorkspaceRow)
    if connection.execute(text("SELECT 1 FROM workspace WHERE name = :name"), {"name": name}).first() is None:
        connection.execute(table.insert().values(name=name, salt=secrets.token_hex(32), created_at=now))
