"""Sources are connected, paused, read again and disconnected here, by admins, from Slack."""

from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from bot.blocks import ids
from bot.domain.connection import Asked, Connection, ConnectionState
from bot.domain.message import Message
from bot.domain.outbox import NOTICE
from bot.errors import DeclinedError, FieldError, SettingsError, SourceError
from bot.services.accounts import Accounts
from bot.services.audit import record
from bot.services.roles import Roles
from bot.services.source_books import another_account
from bot.sources import kind_of
from bot.sources.checks import probe, trouble_of
from bot.sources.connector import Connector
from bot.storage.connections import ConnectionQueries
from bot.storage.forgetting import forget_source
from bot.storage.outbox import Address, OutboxQueries
from bot.storage.source_states import WHOLE, SourceStateQueries
from bot.storage.store import Store, Transaction

_EARLIEST = datetime(2005, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Request:
    """What *user* entered in the form of the source called *name*, drawn at *turn*: *values* by their fields' keys."""

    name: str
    turn: int
    user: str
    values: Mapping[str, str] = field(repr=False)

    def named(self, *, secret: bool) -> dict[str, str]:
        """Return the values of the fields that are, or are not, *secret*, by their settings."""
        asked = [each for each in kind_of(self.name).form if each.secret is secret]
        return {each.setting: self.values[each.key] for each in asked if each.key in self.values}


class Connections:
    """Changes connections; *begin* starts to read a source at once, in nobody's way.

    *hasty* is the door to the database for what Slack waits for, *store* the one for the rest.
    """

    def __init__(
        self, store: Store, hasty: Store, accounts: Accounts, roles: Roles, begin: Callable[[str], None]
    ) -> None:
        self._store = store
        self._hasty = hasty
        self._accounts = accounts
        self._roles = roles
        self._begin = begin

    def asked(self, name: str, user: str) -> Asked:
        """Return what the form of a source asks *user*; DeclinedError where it cannot be connected here."""
        self._may_connect(name, user)
        return self.known(name, user)

    def known(self, name: str, user: str) -> Asked:
        """Return what is known of a source to a form, secrets apart; DeclinedError unless *user* is an admin."""
        self._allow(user)
        kind = kind_of(name)
        with self._hasty.read() as tx:
            found = ConnectionQueries(tx).find(name)
        turn, plain = (0, {}) if found is None else (found.turn, found.plain)
        return Asked(name, kind.title, turn, kind.form, plain)

    def examine(self, request: Request) -> Asked:
        """Look at what was entered, without asking anybody; DeclinedError says which field has to be changed.

        Return what the form would ask again, if the tool said no.
        """
        self._may_connect(request.name, request.user)
        kind = kind_of(request.name)
        for each in kind.form:
            given = request.values.get(each.key)
            if given is None and each.needed:
                raise DeclinedError("source-needed", at=each.key)
            if given is not None and each.secret and not (given.isascii() and given.isprintable() and " " not in given):
                raise DeclinedError("source-odd-secret", at=each.key)
        self._open(request).close()
        return Asked(request.name, kind.title, request.turn, kind.form, request.named(secret=False))

    def connect(self, request: Request, now: datetime) -> None:
        """Ask the tool whether it knows these credentials, keep them, and begin to read.

        DeclinedError says what is wrong; nothing is kept then.
        """
        name, user = request.name, request.user
        with closing(self._open(request)) as source:
            self._check(source, now)
            sealed = self._accounts.seal(name, request.named(secret=True))
            plain = request.named(secret=False)
            wanted = Connection(name, ConnectionState.ACTIVE, plain, sealed, user, now, request.turn + 1)
            with self._store.begin() as tx:
                known = ConnectionQueries(tx).find(name)
                self._put(tx, known, wanted)
                _start_anew(tx, name)
                action = "source.connect" if known is None or known.sealed is None else "source.credentials"
                record(tx, now, user, action, f"source:{name}", account=source.account)
        self._begin(name)

    def pause(self, name: str, turn: int, user: str, now: datetime) -> None:
        """Read a source no more until somebody resumes it; what it has brought stays."""
        self._switch(name, turn, user, now, ConnectionState.PAUSED)

    def resume(self, name: str, turn: int, user: str, now: datetime) -> None:
        """Read a source that was paused from where it stopped."""
        self._switch(name, turn, user, now, ConnectionState.ACTIVE)
        self._begin(name)

    def resync(self, name: str, since: datetime, user: str, now: datetime) -> None:
        """Read a source again from *since* on: what is known already is not kept twice."""
        self._allow(user)
        if since >= now:
            raise DeclinedError("source-future", at=ids.SOURCE_SINCE)
        with self._hasty.begin() as tx:
            if name not in self._accounts.in_environment:
                self._standing(tx, name)
            states = SourceStateQueries(tx)
            states.free(name)
            for stream in states.all_of(name):
                states.write(name, stream, cursor=None, off=None, not_before=None)
            states.write(name, WHOLE, cursor=max(since, _EARLIEST).isoformat())
            record(tx, now, user, "source.resync", f"source:{name}", since=f"{since:%Y-%m-%d}")
        self._begin(name)

    def may_disconnect(self, name: str, turn: int, user: str) -> None:
        """Raise DeclinedError where *user* cannot disconnect a source that they saw at *turn*."""
        self._allow(user)
        with self._hasty.read() as tx:
            self._standing(tx, name, turn)

    def disconnect(self, name: str, turn: int, user: str, now: datetime, *, forget: bool = False) -> int:
        """Delete the credentials of a source; what it has brought stays, unless it is to be forgotten.

        Return how many records went.
        """
        self._allow(user)
        with self._store.begin() as tx:
            known = self._standing(tx, name, turn)
            self._put(tx, known, Connection(name, ConnectionState.DISCONNECTED, {}, None, user, now, turn + 1))
            _start_anew(tx, name)
            SourceStateQueries(tx).write(name, WHOLE, told_at=None)
            gone = forget_source(tx, name) if forget else 0
            record(tx, now, user, "source.disconnect", f"source:{name}", records_deleted=gone)
        return gone

    def tell(self, user: str, text: str, key: str) -> None:
        """Tell *user* privately, once for *key*, what came of a form that was closed meanwhile."""
        with self._store.begin() as tx:
            now = tx.now()
            address = Address(NOTICE, user, f"source-form:{key}"[:80])
            OutboxQueries(tx).put(address, user, [Message(text=text)], due_at=now, look_from=now)

    def _allow(self, user: str) -> None:
        if not self._roles.is_admin(user):
            raise DeclinedError("source-not-yours")

    def _may_connect(self, name: str, user: str) -> None:
        self._allow(user)
        if name in self._accounts.in_environment:
            raise DeclinedError("source-in-environment")
        if not self._accounts.can_seal:
            raise DeclinedError("source-no-key")

    def _open(self, request: Request) -> Connector:
        form = kind_of(request.name).form
        try:
            return self._accounts.open_with(request.name, {**request.named(secret=False), **request.named(secret=True)})
        except FieldError as error:
            wrong = next(each for each in form if each.setting == error.setting)
            raise DeclinedError(f"{wrong.key}-wrong", at=wrong.key) from error
        except SettingsError as error:
            secret = next((each for each in form if each.secret), form[0])
            raise DeclinedError(f"source-{request.name}-half", at=secret.key) from error

    def _check(self, source: Connector, now: datetime) -> None:
        with self._store.read() as tx:
            whole = SourceStateQueries(tx).get(source.name)
        if another_account(whole, source):
            known = str(whole.account)
            raise DeclinedError("source-form-account", source=source.title, known=known, account=source.account)
        try:
            probe(source, now)
        except SourceError as error:
            trouble = trouble_of(error).value
            raise DeclinedError(f"source-form-{trouble}", source=source.title, account=source.account) from error

    def _switch(self, name: str, turn: int, user: str, now: datetime, state: ConnectionState) -> None:
        self._allow(user)
        with self._hasty.begin() as tx:
            known = self._standing(tx, name, turn)
            self._put(tx, known, replace(known, state=state, by=user, at=now, turn=turn + 1))
            SourceStateQueries(tx).free(name)
            record(
                tx, now, user, "source.pause" if state is ConnectionState.PAUSED else "source.resume", f"source:{name}"
            )

    def _standing(self, tx: Transaction, name: str, turn: int | None = None) -> Connection:
        """Return the connection as it is; DeclinedError where it is gone, or is not any more what a person saw."""
        if turn is not None and name in self._accounts.in_environment:
            raise DeclinedError("source-in-environment")
        known = ConnectionQueries(tx).find(name)
        if known is None or known.state is ConnectionState.DISCONNECTED:
            raise DeclinedError("source-gone")
        if turn is not None and known.turn != turn:
            raise DeclinedError("source-faster")
        return known

    def _put(self, tx: Transaction, known: Connection | None, wanted: Connection) -> None:
        if wanted.turn - 1 != (known.turn if known else 0) or not ConnectionQueries(tx).put(wanted):
            raise DeclinedError("source-faster")


def _start_anew(tx: Transaction, name: str) -> None:
    """End a run that is under way with what was before, and forget what was wrong then."""
    states = SourceStateQueries(tx)
    states.free(name)
    states.write(name, WHOLE, **dict.fromkeys(("off", "not_before", "error", "trouble", "failing_since")))
