"""One database per test, on the engine under test: SQLite, or PostgreSQL where TEST_DATABASE_URL is set."""

import os
import shutil
import uuid
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.engine import make_url

from bot.storage import schema
from bot.storage.store import Store
from tests.fixtures_slack import fake_slack, slack

__all__ = ["fake_slack", "slack"]

NOW = datetime(2026, 11, 17, 7, 30, tzinfo=UTC)


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A migrated, empty database that every test's own one is copied from."""
    server = os.environ.get("TEST_DATABASE_URL")
    if server is None:
        file = tmp_path_factory.mktemp("template") / "voxpop.db"
        store = Store(f"sqlite:///{file}")
        schema.upgrade(store, now=NOW)
        store.close()
        yield str(file)
        return
    name = f"voxpop_template_{uuid.uuid4().hex[:8]}"
    _on_server(server, f"CREATE DATABASE {name}")
    store = Store(_database(server, name))
    schema.upgrade(store, now=NOW)
    store.close()
    yield name
    _on_server(server, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def database_url(template: str, tmp_path: Path) -> Iterator[str]:
    """The address of a migrated, empty database of this test's own."""
    server = os.environ.get("TEST_DATABASE_URL")
    if server is None:
        shutil.copy(template, tmp_path / "voxpop.db")
        yield f"sqlite:///{tmp_path / 'voxpop.db'}"
        return
    name = f"voxpop_test_{uuid.uuid4().hex[:12]}"
    _on_server(server, f"CREATE DATABASE {name} TEMPLATE {template}")
    yield _database(server, name)
    _on_server(server, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    """A store on this test's own database."""
    store = Store(database_url)
    yield store
    store.close()


def _database(server: str, name: str) -> str:
    return make_url(server).set(database=name).render_as_string(hide_password=False)


def _on_server(server: str, statement: str) -> None:
    engine = create_engine(
        make_url(server).set(drivername="postgresql+psycopg"), isolation_level="AUTOCOMMIT", hide_parameters=True
    )
    with engine.connect() as connection:
        connection.execute(text(statement))
    engine.dispose()
