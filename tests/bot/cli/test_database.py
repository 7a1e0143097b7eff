"""`voxpop db upgrade`, the first command on a machine, and commands beside each other."""

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from bot.storage.store import Store
from tests.bot.cli.command_line import CommandLine, finish
from tests.bot.cli.test_import import voices, write
from tests.conftest import Databases

WEEK = ("--week", "2026-W46")
on_sqlite = pytest.mark.skipif(
    "TEST_DATABASE_URL" in os.environ, reason="a SQLite file is made by itself, no server is"
)
on_a_server = pytest.mark.skipif(
    "TEST_DATABASE_URL" not in os.environ, reason="TEST_DATABASE_URL is not set: no PostgreSQL to try it on"
)


@pytest.fixture
def bare(databases: Databases, tmp_path: Path) -> Iterator[CommandLine]:
    """The command line on a database that nothing was done with yet."""
    address = databases.make()
    yield CommandLine(tmp_path, address)
    databases.drop(address)


def test_a_new_database_is_made_and_the_second_time_it_is_up_to_date(bare: CommandLine) -> None:
    first = bare("db", "upgrade")
    assert (first.code, first.err) == (0, "")
    assert first.out.startswith("The database is made (revision ")
    assert bare("db", "upgrade").out.startswith("The database is up to date (revision ")
    assert bare("digest", "preview").code == 0


@on_sqlite
@pytest.mark.parametrize("command", [["digest", "preview"], ["doctor"], ["feedback", "show", "desk", "1"]])
def test_whatever_command_comes_first_makes_the_file(bare: CommandLine, command: list[str]) -> None:
    told = bare(*command)
    assert "database" not in told.err
    assert bare("db", "upgrade").out.startswith("The database is up to date")


@on_sqlite
def test_three_first_commands_at_once_make_one_database(bare: CommandLine, tmp_path: Path) -> None:
    file = write(tmp_path, voices(5))
    commands = [["import", str(file), "--scale", "1-5"], ["digest", "preview", *WEEK], ["db", "upgrade"]]
    for told in [finish(process) for process in [bare.start(*command) for command in commands]]:
        assert told.code == 0, told.err
    assert bare("feedback", "show", "voices", "v4").code == 0


@on_a_server
@pytest.mark.parametrize(
    "command", [["digest", "preview"], ["doctor"], ["feedback", "show", "desk", "1"], ["import", "x.csv"]]
)
def test_a_server_that_is_not_prepared_is_told_how_it_is(bare: CommandLine, command: list[str]) -> None:
    told = bare(*command)
    assert told.code == 1
    assert "`voxpop db upgrade`" in told.err + told.out
    assert bare("db", "upgrade").code == 0
    assert "voxpop db upgrade" not in bare(*command).err


@contextmanager
def somebody_writing(store: Store, seconds: float) -> Iterator[None]:
    """Hold a write transaction for so long, beside the block."""
    begun, enough = threading.Event(), threading.Event()

    def write_slowly() -> None:
        with store.begin() as tx:
            tx.connection.exec_driver_sql("UPDATE workspace SET slack_team_name = 'busy'")
            begun.set()
            enough.wait(seconds)

    thread = threading.Thread(target=write_slowly)
    thread.start()
    begun.wait(10)
    yield
    enough.set()
    thread.join()


def test_commands_that_read_work_while_somebody_writes(sample_voxpop: CommandLine, sample_store: Store) -> None:
    for command in (["digest", "preview", *WEEK], ["feedback", "show", "helpdesk", "m-48203"], ["db", "upgrade"]):
        with somebody_writing(sample_store, 0.5):
            told = sample_voxpop(*command)
        assert told.code == 0, told.err


def test_commands_that_write_wait_their_turn(voxpop: CommandLine, store: Store, tmp_path: Path) -> None:
    file = write(tmp_path, voices(5))
    with somebody_writing(store, 1.5):
        told = voxpop("import", file, "--scale", "1-5")
    assert (told.code, told.out) == (0, "5 new, 0 updated, 0 unchanged, 0 quarantined\n")


def test_an_import_and_previews_go_on_beside_each_other(sample_voxpop: CommandLine, tmp_path: Path) -> None:
    before = sample_voxpop("digest", "preview", "--week", "2026-W40", "--format", "json").out
    importing = sample_voxpop.start("import", write(tmp_path, voices(400)), "--scale", "1-5")
    while importing.poll() is None:
        shown = sample_voxpop("digest", "preview", "--week", "2026-W40", "--format", "json")
        assert shown.code == 0, shown.err
        assert shown.out.startswith(before[:200])
    told = finish(importing)
    assert (told.code, told.out) == (0, "400 new, 0 updated, 0 unchanged, 0 quarantined\n")
