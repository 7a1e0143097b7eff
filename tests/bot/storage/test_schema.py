"""The schema is made by whatever comes first, once, and never thrown away."""

import re
import sqlite3
import threading
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text

from bot.errors import StorageError
from bot.storage import schema
from bot.storage.store import Store
from bot.storage.tables import metadata


def test_the_known_revision_is_alembics_newest() -> None:
    assert ScriptDirectory.from_config(schema.alembic_config()).get_current_head() == schema.HEAD


def test_migrations_lead_to_exactly_the_tables_of_the_code(store: Store) -> None:
    with store.begin_bare() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []


def test_migrations_go_down_and_up_again(store: Store) -> None:
    config = schema.alembic_config()
    with store.begin_bare() as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, "base")
        command.upgrade(config, "head")
        context = MigrationContext.configure(connection)
        assert compare_metadata(context, metadata) == []


def test_a_folder_that_does_not_exist_is_told_and_not_made(tmp_path: Path) -> None:
    store = Store(f"sqlite:///{tmp_path}/new/folder/voxpop.db")
    with pytest.raises(StorageError, match="make it, or correct DATABASE_URL"):
        schema.make_ready(store)
    assert list(tmp_path.iterdir()) == []
    store.close()


def test_a_new_file_is_made_by_the_first_command(tmp_path: Path) -> None:
    store = Store(f"sqlite:///{tmp_path}/voxpop.db")
    schema.make_ready(store)
    with store.read() as tx:
        assert tx.workspace_id == 1
    store.close()


def test_eight_first_commands_at_once_make_one_database(tmp_path: Path) -> None:
    errors: list[Exception] = []

    def first_command() -> None:
        store = Store(f"sqlite:///{tmp_path}/voxpop.db")
        try:
            schema.make_ready(store)
        except Exception as error:
            errors.append(error)
        store.close()

    threads = [threading.Thread(target=first_command) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    with sqlite3.connect(tmp_path / "voxpop.db") as connection:
        assert connection.execute("SELECT count(*) FROM workspace").fetchone() == (1,)
    connection.close()


def test_an_older_file_is_copied_aside_before_it_is_changed(tmp_path: Path) -> None:
    file = tmp_path / "voxpop.db"
    with sqlite3.connect(file) as connection:
        connection.execute("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)")
        connection.execute("INSERT INTO alembic_version VALUES ('0000')")
    connection.close()
    store = Store(f"sqlite:///{file}")
    with pytest.raises(StorageError, match="another version of Voxpop"):
        schema.upgrade(store)
    store.close()
    with sqlite3.connect(tmp_path / f"voxpop.db.before-{schema.HEAD}") as copy:
        assert copy.execute("SELECT version_num FROM alembic_version").fetchone() == ("0000",)
    copy.close()


def test_an_unprepared_server_is_refused_in_words_and_not_touched(store: Store) -> None:
    if store.is_sqlite:
        pytest.skip("only a server waits for `voxpop db upgrade`; this run is on SQLite")
    with store.begin_bare() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '0000'"))
    with pytest.raises(StorageError, match="voxpop db upgrade"):
        schema.make_ready(store)


def test_nothing_in_the_schema_counts_or_ranks_what_people_receive() -> None:
    counting = re.compile(r"count|number|point|score|rank|total|badge|level|streak|received")
    columns = [f"{t.name}.{c.name}" for t in metadata.tables.values() if t.name.startswith("win") for c in t.columns]
    assert len(columns) > 20
    assert [column for column in columns if counting.search(column)] == []
