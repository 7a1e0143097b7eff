"""How every source stands, for those who look after them."""

from collections.abc import Sequence
from datetime import datetime, tzinfo

from bot.blocks.forms import Form
from bot.blocks.home import Section
from bot.blocks.source_health import health_blocks, health_page
from bot.domain.connection import Connection, ConnectionState, Origin, Standing, Trouble
from bot.errors import DeclinedError
from bot.locale import Words
from bot.services.accounts import Accounts
from bot.services.freshness import STALE_AFTER
from bot.services.roles import Roles
from bot.sources import SOURCES, kind_of
from bot.sources.connector import Connector
from bot.storage.connections import ConnectionQueries
from bot.storage.feedback import FeedbackQueries
from bot.storage.source_states import WHOLE, SourceStateQueries, StreamState
from bot.storage.store import Store

_NEVER = StreamState()


class SourceHealth:
    """Looks at the sources in *store*, for those who are admins by *roles*; moments are told in *zone*."""

    def __init__(self, store: Store, accounts: Accounts, roles: Roles, zone: tzinfo) -> None:
        self._store = store
        self._accounts = accounts
        self._roles = roles
        self._zone = zone

    def tell(self, user: str, words: Words, now: datetime) -> Sequence[Section]:
        """Return the section of App Home about sources, for an admin alone."""
        if not self._roles.is_admin(user):
            return ()
        return [Section(words("source-title"), health_blocks(self.standings(now), words))]

    def page(self, user: str, words: Words, now: datetime) -> Form:
        """Return the page of the settings about sources; DeclinedError to anybody but an admin."""
        return health_page(self.seen_by(user, now), words)

    def seen_by(self, user: str, now: datetime) -> list[Standing]:
        """Return how every source stands, to an admin; DeclinedError to anybody else."""
        if not self._roles.is_admin(user):
            raise DeclinedError("source-not-yours")
        return self.standings(now)

    def standings(self, now: datetime) -> list[Standing]:
        """Return how every source stands that Voxpop can read, connected or not."""
        with self._store.read() as tx:
            connections, records = ConnectionQueries(tx).all(), FeedbackQueries(tx).counts()
            states = {name: SourceStateQueries(tx).all_of(name) for name in SOURCES}
        return [
            self._standing(kind_of(name), connections.get(name), states[name], records.get(name, 0), now)
            for name in SOURCES
        ]

    def _standing(
        self,
        kind: type[Connector],
        connection: Connection | None,
        states: dict[str, StreamState],
        records: int,
        now: datetime,
    ) -> Standing:
        whole = states.get(WHOLE, _NEVER)
        origin = self._origin(kind.name, connection)
        trouble, since, off = self._trouble(kind, origin, connection, states)
        return Standing(
            name=kind.name,
            title=kind.title,
            origin=origin,
            turn=0 if connection is None else connection.turn,
            connectable=origin is not Origin.ENVIRONMENT and self._accounts.can_seal,
            paused=origin is Origin.SLACK and connection is not None and connection.state is ConnectionState.PAUSED,
            account=whole.account,
            last_sync=whole.last_sync and whole.last_sync.astimezone(self._zone),
            stale=whole.last_sync is None or whole.last_sync < now - STALE_AFTER,
            trouble=trouble,
            since=since and since.astimezone(self._zone),
            off=off,
            records=records,
        )

    def _origin(self, name: str, connection: Connection | None) -> Origin:
        if name in self._accounts.in_environment:
            return Origin.ENVIRONMENT
        connected = connection is not None and connection.state is not ConnectionState.DISCONNECTED
        return Origin.SLACK if connected else Origin.NOWHERE

    def _trouble(
        self, kind: type[Connector], origin: Origin, connection: Connection | None, states: dict[str, StreamState]
    ) -> tuple[Trouble | None, datetime | None, tuple[str, ...]]:
        """Return what is wrong, since when, and which streams are off; nothing is wrong with what nobody reads."""
        whole, off = states.get(WHOLE, _NEVER), tuple(s for s in sorted(states) if s != WHOLE and states[s].off)
        if origin is Origin.NOWHERE:
            return None, None, ()
        if origin is Origin.SLACK and connection is not None and not self._accounts.is_readable(connection):
            return Trouble.KEY, None, off
        if origin is Origin.ENVIRONMENT and self._accounts.is_half(kind.name):
            return Trouble.HALF, None, off
        if whole.error:
            return Trouble(whole.trouble or Trouble.PASSING), whole.failing_since, off
        needed = [states[stream.name] for stream in kind.streams if stream.needed and stream.name in off]
        return (Trouble(needed[0].trouble or Trouble.ANSWERS) if needed else None), None, off
