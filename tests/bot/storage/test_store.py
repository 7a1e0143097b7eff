"""Transactions do what they say on both engines, and errors carry no customer's words."""

import threading
import time
import traceback
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.errors import StorageError
from bot.storage import schema
from bot.storage.store import Store


def test_read_then_write_loses_no_update(store: Store) -> None:
    with store.begin() as tx:
        tx.connection.execute(text("CREATE TABLE counter (n INTEGER)"))
        tx.connection.execute(text("INSERT INTO counter VALUES (0)"))

    def count() -> None:
        for _ in range(20):
            with store.begin() as tx:
                n = tx.connection.execute(text(f"SELECT n FROM counter{lock}")).scalar_one()
                tx.connection.execute(text("UPDATE counter SET n = :n"), {"n": n + 1})

    lock = "" if store.is_sqlite else " FOR UPDATE"
    threads = [threading.Thread(target=count) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with store.read() as tx:
        assert tx.connection.execute(text("SELECT n FROM counter")).scalar_one() == 80


def test_an_error_rolls_the_whole_transaction_back(store: Store) -> None:
    def fail_halfway() -> None:
        with store.begin() as tx:
            tx.connection.execute(text("UPDATE workspace SET slack_team = 'T1'"))
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail_halfway()
    with store.read() as tx:
        assert tx.connection.execute(text("SELECT slack_team FROM workspace")).scalar_one() is None


def test_a_failed_statement_prints_neither_parameters_nor_rows(store: Store) -> None:
    words = "my leg hurts since the delivery"
    insert = text("INSERT INTO source (workspace_id, name, last_sync) VALUES (1, :name, NULL)")
    with pytest.raises(StorageError, match="refused a statement") as caught, store.begin() as tx:
        tx.connection.execute(insert, {"name": words})
    assert words not in "".join(traceback.format_exception(caught.value))


def test_the_database_tells_the_time_in_utc(store: Store) -> None:
    with store.read() as tx:
        assert abs(tx.now() - datetime.now(UTC)) < timedelta(seconds=5)
        assert tx.now().utcoffset() == timedelta(0)


def test_reading_cannot_write_on_sqlite(store: Store) -> None:
    if not store.is_sqlite:
        pytest.skip("the reading engine is a matter of SQLite; this run is on PostgreSQL")
    with pytest.raises(StorageError, match="readonly"), store.read() as tx:
        tx.connection.execute(text("UPDATE workspace SET slack_team = 'T1'"))


def test_a_busy_file_says_so_in_words(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/voxpop.db"
    first, second = Store(url), Store(url, busy_seconds=0.05)
    schema.make_ready(first)
    with first.begin(), pytest.raises(StorageError, match=r"busy.*try again"), second.begin():
        pass
    first.close()
    second.close()


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("nonsense", "not a database address"),
        ("mysql://root@127.0.0.1/x", "runs on sqlite and postgresql"),
    ],
)
def test_a_wrong_address_is_refused_in_words(url: str, words: str) -> None:
    with pytest.raises(StorageError, match=words):
        Store(url)


def test_a_server_that_does_not_answer_is_told_without_its_password() -> None:
    store = Store("postgresql://voxpop:geheim@127.0.0.1:9/none")
    with pytest.raises(StorageError) as caught, store.begin():
        pass
    assert "geheim" not in str(caught.value)
    store.close()


def test_a_file_that_is_no_database_is_told_in_words(tmp_path: Path) -> None:
    (tmp_path / "voxpop.db").write_text("dear diary, " * 100)
    store = Store(f"sqlite:///{tmp_path}/voxpop.db")
    with pytest.raises(StorageError, match="no SQLite database"):
        schema.make_ready(store)
    store.close()


def test_looking_at_the_version_waits_for_no_writer(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/voxpop.db"
    first, second = Store(url), Store(url, busy_seconds=0.05)
    schema.make_ready(first)
    with first.begin():
        schema.make_ready(second)
        with second.read() as tx:
            assert tx.workspace_id == 1
    first.close()
    second.close()


def test_what_is_read_in_one_transaction_is_of_one_moment(store: Store) -> None:
    count = text("SELECT count(*) FROM source")
    with store.read() as reading:
        before = reading.connection.execute(count).scalar_one()
        with store.begin() as writing:
            writing.connection.execute(
                text("INSERT INTO source (workspace_id, name, last_sync) VALUES (1, 'x', '2026-01-01')")
            )
        assert reading.connection.execute(count).scalar_one() == before


def test_many_threads_of_one_process_write_one_after_the_other_and_none_is_refused(store: Store) -> None:
    if not store.is_sqlite:
        pytest.skip("a server has a queue of its own")
    impatient = store.impatient()
    done: list[int] = []

    def write(number: int) -> None:
        with (store if number % 2 else impatient).begin() as tx:
            tx.connection.execute(text("UPDATE workspace SET salt = salt"))
            time.sleep(0.02)
            done.append(number)

    threads = [threading.Thread(target=write, args=(number,)) for number in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(done) == list(range(20))
    impatient.close()
