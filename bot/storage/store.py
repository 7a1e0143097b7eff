"""The one door to the database: engines for SQLite and PostgreSQL, and transactions."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import (
    Connection,
    DateTime,
    Dialect,
    Engine,
    Row,
    Table,
    Text,
    cast,
    column,
    create_engine,
    event,
    func,
    select,
    text,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, OperationalError
from sqlalchemy.pool import ConnectionPoolEntry

from bot.errors import StorageError
from bot.storage.turns import Turns

BUSY_SECONDS = 15.0
"""How long a writer waits for another one on SQLite where nobody is waiting for us."""
BUSY_SECONDS_SLACK = 1.0
"""The same where Slack waits three seconds for an answer."""

DEFAULT_WORKSPACE = "default"

AnyRow = Row[*tuple[Any, ...]]
"""A row of a statement whose columns are known to the function that reads it."""


class Transaction:
    """One unit of work on one connection for one workspace; query classes are built on it."""

    def __init__(self, connection: Connection, workspace_id: int) -> None:
        self.connection = connection
        self.workspace_id = workspace_id
        self.dialect = connection.dialect.name

    def insert(self, table: Any) -> Any:
        """Return the dialect's own INSERT, which knows ``on_conflict_do_update`` and ``on_conflict_do_nothing``."""
        return sqlite.insert(table) if self.dialect == "sqlite" else postgresql.insert(table)

    def now(self) -> datetime:
        """Ask the database for the time: leases and due times are judged by one clock for all replicas."""
        if self.dialect == "sqlite":
            stamp = self.connection.execute(text("SELECT strftime('%Y-%m-%dT%H:%M:%f', 'now')")).scalar_one()
            return datetime.fromisoformat(stamp).replace(tzinfo=UTC)
        moment: datetime = self.connection.execute(select(func.clock_timestamp())).scalar_one()
        return moment.astimezone(UTC)

    def count_anew(self, *tables: Table) -> None:
        """Have a server look at *tables* anew, which grew: by what it last saw of them it plans its queries.

        It does so by itself in a minute or more, or never where nobody lets it; SQLite plans by its indexes alone.
        """
        if self.dialect != "sqlite":
            self.connection.execute(text(f"ANALYZE {', '.join(table.name for table in tables)}"))

    def listed(self, values: Sequence[str]) -> Any:
        """Return *values* as one parameter that ``in_`` takes: a thousand single ones cost more than their look-up."""
        if self.dialect == "sqlite":
            return select(column("value")).select_from(func.json_each(json.dumps(values)))
        return select(func.unnest(cast(list(values), postgresql.ARRAY(Text))))

    def execute_many(self, statement: Any, rows: Sequence[Mapping[str, Any]], size: int = 1000) -> None:
        """Run *statement* for all *rows* in batches: the fastest idiom measured on both engines."""
        for first in range(0, len(rows), size):
            self.connection.execute(statement, list(rows[first : first + size]))


class Store:
    """Opens transactions on the database at *url*: ``sqlite:///voxpop.db`` or ``postgresql://…``.

    *busy_seconds* is how long a SQLite writer waits for its turn. Nothing is opened before the first use.
    """

    def __init__(
        self,
        url: str,
        *,
        busy_seconds: float = BUSY_SECONDS,
        workspace: str = DEFAULT_WORKSPACE,
        turns: Turns | None = None,
    ) -> None:
        self.url = _to_url(url)
        self.workspace = workspace
        self._workspace_id: int | None = None
        self._busy_seconds = busy_seconds
        self._turns = turns or Turns()
        self._writer = _open_engine(self.url, busy_seconds, begin="BEGIN IMMEDIATE")
        if self.is_sqlite:
            self._reader = _open_engine(self.url, busy_seconds, begin="BEGIN", query_only=True)
        else:  # the same connections: a snapshot for the whole transaction, as SQLite gives by itself
            self._reader = self._writer.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)

    @property
    def is_sqlite(self) -> bool:
        """Whether it is one file of ours, not a server."""
        return self.url.get_backend_name() == "sqlite"

    @property
    def file(self) -> Path | None:
        """The SQLite file, None for a server or for memory."""
        name = self.url.database
        return Path(name) if self.is_sqlite and name and name != ":memory:" else None

    @property
    def place(self) -> str:
        """Where it is, for people: without a password, which may stand in the address's query as well."""
        return self.url.set(query={}).render_as_string(hide_password=True)

    @property
    def engine(self) -> Engine:
        """The writing engine, for migrations."""
        return self._writer

    def impatient(self) -> "Store":
        """A second door to the same database that gives up after about a second: for where Slack waits."""
        url = self.url.render_as_string(hide_password=False)
        return Store(url, busy_seconds=BUSY_SECONDS_SLACK, workspace=self.workspace, turns=self._turns)

    @contextmanager
    def begin(self) -> Iterator[Transaction]:
        """Open a writing transaction: committed at the end of the block, rolled back by an error in it."""
        with self._translated(), self._in_turn(), self._writer.begin() as connection:
            yield Transaction(connection, self._workspace(connection))

    @contextmanager
    def read(self) -> Iterator[Transaction]:
        """Open a transaction that only reads, from one moment's view of all, and never waits for a writer."""
        with self._translated(), self._reader.begin() as connection:
            yield Transaction(connection, self._workspace(connection))

    @contextmanager
    def read_bare(self) -> Iterator[Connection]:
        """Open a reading transaction before there is a workspace: for the schema alone; it waits for nobody."""
        with self._translated(), self._reader.begin() as connection:
            yield connection

    @contextmanager
    def begin_bare(self) -> Iterator[Connection]:
        """Open a writing transaction before there is a workspace: for the schema alone."""
        with self._translated(), self._writer.begin() as connection:
            yield connection

    def close(self) -> None:
        """Give every connection back."""
        self._writer.dispose()
        self._reader.dispose()

    def _workspace(self, connection: Connection) -> int:
        if self._workspace_id is None:
            statement = text("SELECT id FROM workspace WHERE name = :name")
            found = connection.execute(statement, {"name": self.workspace}).scalar_one_or_none()
            if found is None:
                raise StorageError(
                    f"the database has no workspace {self.workspace!r}; run `voxpop db upgrade` to make it"
                )
            self._workspace_id = int(found)
        return self._workspace_id

    @contextmanager
    def _in_turn(self) -> Iterator[None]:
        """Wait for the other threads of this process that write to the SQLite file.

        SQLite itself has no queue: who waits there sleeps for up to 0.1 s and tries again, and the lucky ones go first.
        """
        if not self.is_sqlite:
            yield
            return
        if not self._turns.acquire(self._busy_seconds):
            raise StorageError(self._in_words("locked"))
        try:
            yield
        finally:
            self._turns.release()

    @contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except OperationalError as error:
            raise StorageError(self._in_words(str(error.orig))) from error
        except DBAPIError as error:
            # PostgreSQL's DETAIL prints the failing row, customers' words included: it goes no further than here.
            if "not a database" in str(error.orig):
                raise StorageError(f"{self.place} is there and is no SQLite database; is DATABASE_URL right?") from None
            kind = type(error.orig).__name__
            raise StorageError(f"the database refused a statement ({kind}); nothing of this step was kept") from None

    def _in_words(self, detail: str) -> str:
        place = self.place
        if "locked" in detail:
            return f"the database {place} is busy: another command wrote for over {self._busy_seconds:g} s; try again"
        if "unable to open" in detail:
            return f"the database file {place} cannot be opened; does its folder exist, and may this user write there?"
        if "disk is full" in detail:
            return f"no space is left for the database {place}; nothing of this step was kept"
        return f"the database {place} cannot be used: {detail.splitlines()[0]}"


def _to_url(url: str) -> URL:
    try:
        parsed = make_url(url)
    except ArgumentError:
        raise StorageError(
            "DATABASE_URL is not a database address; write sqlite:///voxpop.db or postgresql://user@host/name"
        ) from None
    if parsed.get_backend_name() in ("postgresql", "postgres"):
        return parsed.set(drivername="postgresql+psycopg")
    if parsed.get_backend_name() != "sqlite":
        raise StorageError(f"DATABASE_URL names {parsed.drivername!r}; Voxpop runs on sqlite and postgresql")
    return parsed


def _open_engine(url: URL, busy_seconds: float, *, begin: str, query_only: bool = False) -> Engine:
    if url.get_backend_name() != "sqlite":
        # hide_parameters: without it a failed insert prints customers' texts in the traceback.
        return create_engine(
            url, hide_parameters=True, pool_pre_ping=True, connect_args=_patience_of_server(url, busy_seconds)
        )
    engine = create_engine(url, hide_parameters=True, connect_args={"timeout": busy_seconds}, json_serializer=_to_json)
    engine.dialect.colspecs = {**engine.dialect.colspecs, DateTime: _Moment}

    @event.listens_for(engine, "connect")
    def _prepare(connection: Any, _entry: ConnectionPoolEntry) -> None:
        # pysqlite opens a transaction only at the first DML: read-modify-write then loses updates.
        connection.isolation_level = None
        cursor = connection.cursor()
        cursor.execute("PRAGMA journal_mode=WAL")
        cursor.execute("PRAGMA synchronous=FULL")  # WAL with NORMAL may lose a commit when power fails
        cursor.execute("PRAGMA foreign_keys=ON")
        if query_only:
            cursor.execute("PRAGMA query_only=ON")
        cursor.close()

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)  # a deferred BEGIN fails at once when a read turns into a write

    return engine


def _patience_of_server(url: URL, busy_seconds: float) -> dict[str, Any]:
    """How long a PostgreSQL server is waited for; what the address itself says about connecting stands."""
    patience: dict[str, Any] = {"options": "-c timezone=utc"}
    if "connect_timeout" not in url.query:
        patience["connect_timeout"] = max(2, int(busy_seconds))  # libpq takes whole seconds, two at least
    if busy_seconds <= BUSY_SECONDS_SLACK:
        patience["options"] += f" -c statement_timeout={int(busy_seconds * 1000)}"
    return patience


class _Moment(sqlite.DATETIME):
    """SQLite's own text form of a moment, four times as fast as the dialect's: bulk imports spend their time there."""

    def bind_processor(self, dialect: Dialect) -> Callable[[datetime | None], str | None]:  # noqa: ARG002 as inherited
        def process(value: datetime | None) -> str | None:
            return None if value is None else value.replace(tzinfo=None).isoformat(" ", "microseconds")

        return process


def _to_json(value: Any) -> str:
    return "[]" if value == [] else json.dumps(value, ensure_ascii=False)  # most rows have no tags


def table_of(row: type[Any]) -> Table:
    """Return the Core table of a table class: bulk work is done with Core, not with the ORM."""
    table: Table = row.__table__
    return table
