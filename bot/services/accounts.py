"""Whose records are read: the account that the environment sets, else the one that was connected in Slack."""

from collections.abc import Mapping
from functools import cached_property

from bot.domain.connection import Connection, ConnectionState, Origin
from bot.errors import SettingsError
from bot.services.sealing import Sealer, SealError
from bot.settings import Settings, with_values
from bot.sources import SOURCES, kind_of, open_source
from bot.sources.connector import Connector
from bot.storage.connections import ConnectionQueries
from bot.storage.store import Store

_WAY_OUT = "an admin enters new credentials in Slack: /voice sources"
_ADDRESS = "an admin looks at the account's name in Slack: /voice sources, New credentials"


class Accounts:
    """Opens sources with the *settings*, or with the connections in *store*, which *sealer* opens."""

    def __init__(self, store: Store, settings: Settings, sealer: Sealer) -> None:
        self._store = store
        self._settings = settings
        self._sealer = sealer

    @cached_property
    def _set(self) -> dict[str, bool]:
        """The sources that the environment sets, and whether it does so wholly."""
        found = {name: self._is_set(name) for name in SOURCES}
        return {name: whole for name, whole in found.items() if whole is not None}

    @property
    def in_environment(self) -> frozenset[str]:
        """The sources that the environment sets; half an account is one too, which somebody is setting up there."""
        return frozenset(self._set)

    def is_half(self, name: str) -> bool:
        """Return whether the environment sets only half an account for the source called *name*."""
        return self._set.get(name) is False

    def names(self) -> list[str]:
        """Return the sources that are to be read as things stand now."""
        with self._store.read() as tx:
            known = ConnectionQueries(tx).all()
        return [name for name in SOURCES if name in self.in_environment or _is_active(known.get(name))]

    def origin(self, name: str) -> Origin:
        """Return where the account of the source called *name* comes from, where it has one."""
        return Origin.ENVIRONMENT if name in self.in_environment else Origin.SLACK

    def open(self, name: str) -> Connector | None:
        """Open the source called *name*, None where it is connected nowhere.

        SettingsError where it is only half connected or paused, SealError where its credentials cannot be read.
        """
        source = open_source(name, self._settings)
        if source is not None:
            return source
        with self._store.read() as tx:
            connection = ConnectionQueries(tx).find(name)
        if connection is None or connection.state is ConnectionState.DISCONNECTED:
            return None
        if connection.state is ConnectionState.PAUSED:
            raise SettingsError(f"{kind_of(name).title} is paused; an admin resumes it in Slack: /voice sources")
        return self.open_with(name, self.values(connection))

    def open_with(self, name: str, values: Mapping[str, str]) -> Connector:
        """Open the source called *name* with the *values* of its form; FieldError, or SettingsError where some lack."""
        asked = {field.setting: values.get(field.setting) for field in kind_of(name).form}
        source = open_source(name, with_values(self._settings, asked))
        if source is None:
            raise SettingsError(f"{kind_of(name).title} needs the name of its account")
        source.way_out, source.address = _WAY_OUT, _ADDRESS
        return source

    def seal(self, name: str, secrets: Mapping[str, str]) -> str:
        """Return the *secrets* of a source, encrypted."""
        return self._sealer.seal(secrets, name)

    def values(self, connection: Connection) -> dict[str, str]:
        """Return what was entered for *connection*; SealError where it cannot be read with this SECRET_KEY."""
        secret = self._sealer.open(connection.sealed, connection.source) if connection.sealed else {}
        return {**connection.plain, **secret}

    def is_readable(self, connection: Connection) -> bool:
        """Return whether the credentials of *connection* can be read."""
        try:
            self.values(connection)
        except SealError:
            return False
        return True

    @property
    def can_seal(self) -> bool:
        """Whether there is a key that credentials may be entrusted to."""
        return self._sealer.is_usable

    def _is_set(self, name: str) -> bool | None:
        """Return whether the environment sets the account wholly, None where it does not at all."""
        try:
            source = open_source(name, self._settings)
        except SettingsError:
            return False
        if source is None:
            return None
        source.close()
        return True


def _is_active(connection: Connection | None) -> bool:
    return connection is not None and connection.state is ConnectionState.ACTIVE
