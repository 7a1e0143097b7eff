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
from tests.sample_week import import_sample, make_parts

__all__ = ["fake_slack", "slack"]  # fixtures, offered to every test

NOW = datetime(2026, 11, 17, 7, 30, tzinfo=UTC)


class Databases:
    """Makes databases on the engine under test, as copies of one another."""

    def __init__(self, folder: Path) -> None:
        self._server = os.environ.get("TEST_DATABASE_URL")
        self._folder = folder

    def make(self, copied_from: str | None = None) -> str:
        """Make an empty database, or a copy of the one at *copied_from*, which nobody may be using; its address."""
        name = f"voxpop_{uuid.uuid4().hex[:16]}"
        if self._server is None:
            file = self._folder / f"{name}.db"
            if copied_from is not None:
                shutil.copy(copied_from.removeprefix("sqlite:///"), file)
            return f"sqlite:///{file}"
        template = f" TEMPLATE {make_url(copied_from).database}" if copied_from else ""
        self._on_server(f"CREATE DATABASE {name}{template}")
        return make_url(self._server).set(database=name).render_as_string(hide_password=False)

    def drop(self, address: str) -> None:
        """Take a database away again; files go with their folder."""
        if self._server is not None:
            self._on_server(f"DROP DATABASE {make_url(address).database} WITH (FORCE)")

    def _on_server(self, statement: str) -> None:
        url = make_url(self._server or "").set(drivername="postgresql+psycopg")
        engine = create_engine(url, isolation_level="AUTOCOMMIT", hide_parameters=True)
        with engine.connect() as connection:
            connection.execute(text(statement))
        engine.dispose()


@pytest.fixture(scope="session")
def databases(tmp_path_factory: pytest.TempPathFactory) -> Databases:
    """Where databases come from."""
    return Databases(tmp_path_factory.mktemp("databases"))


@pytest.fixture(scope="session")
def template(databases: Databases) -> Iterator[str]:
    """A migrated, empty database that every test's own one is copied from."""
    address = databases.make()
    store = Store(address)
    schema.upgrade(store, now=NOW)
    store.close()
    yield address
    databases.drop(address)


@pytest.fixture(scope="session")
def sample_template(databases: Databases, template: str) -> Iterator[str]:
    """The same with all of the invented sample feedback in it, learnt."""
    address = databases.make(template)
    store = Store(address)
    import_sample(make_parts(store))
    store.close()
    yield address
    databases.drop(address)


@pytest.fixture
def database_url(databases: Databases, template: str) -> Iterator[str]:
    """The address of a migrated, empty database of this test's own."""
    address = databases.make(template)
    yield address
    databases.drop(address)


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    """A store on this test's own database."""
    store = Store(database_url)
    yield store
    store.close()


@pytest.fixture
def sample_store(databases: Databases, sample_template: str) -> Iterator[Store]:
    """A store on a database of this test's own that holds the invented sample feedback."""
    address = databases.make(sample_template)
    store = Store(address)
    yield store
    store.close()
    databases.drop(address)
