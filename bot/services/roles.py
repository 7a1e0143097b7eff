"""Who may do what: as the settings give it, and as it was given in Slack. Known here and nowhere else."""

from collections.abc import Callable, Iterable, Iterator, Sequence

import structlog

from bot.domain.role import Grant, Role
from bot.errors import VoxpopError
from bot.storage.areas import AreaQueries
from bot.storage.grants import GrantQueries
from bot.storage.store import Store, Transaction

Members = Callable[[str], Sequence[str]]


class Roles:
    """Roles of people. *admins* and *curators* are those of the settings, *members* tells who is in a group."""

    def __init__(self, store: Store, admins: Iterable[str], curators: Iterable[str], members: Members) -> None:
        self._store = store
        self._set = tuple(Grant(Role.ADMIN, user) for user in dict.fromkeys(admins)) + tuple(
            Grant(Role.CURATOR, user) for user in dict.fromkeys(curators)
        )
        self._members = members
        self._last_known: dict[str, tuple[str, ...]] = {}

    @property
    def of_settings(self) -> tuple[Grant, ...]:
        """What the environment gives; in Slack it is shown and cannot be changed."""
        return self._set

    def given(self) -> tuple[Grant, ...]:
        """Return what was given in Slack; nobody is asked who is in a group."""
        with self._store.read() as tx:
            return tuple(GrantQueries(tx).all())

    @property
    def admins(self) -> tuple[str, ...]:
        """Those who configure, and are told when something breaks."""
        return self._read(Role.ADMIN)

    @property
    def curators(self) -> tuple[str, ...]:
        """Those who look at what is to be published: the admins where no curator is named."""
        return self._read(Role.CURATOR) or self.admins

    @property
    def named_curators(self) -> tuple[str, ...]:
        """The curators that somebody named; where there are none, editions post by themselves."""
        return self._read(Role.CURATOR)

    @property
    def observers(self) -> tuple[str, ...]:
        """Those who see settings, data flow and audit, and change nothing."""
        return self._read(Role.OBSERVER)

    def of_admins(self, tx: Transaction) -> tuple[str, ...]:
        """Return the admins inside a transaction that is under way."""
        return self.holders(tx, Role.ADMIN)

    def holders(self, tx: Transaction, role: Role) -> tuple[str, ...]:
        """Return everybody who has *role*, the members of user groups among them."""
        grants = (*self._set, *GrantQueries(tx).all())
        return self.reached(grant for grant in grants if grant.role is role)

    def reached(self, grants: Iterable[Grant]) -> tuple[str, ...]:
        """Return whom *grants* give something to, the members of user groups among them."""
        return tuple(dict.fromkeys(user for grant in grants for user in self._people(grant)))

    def of(self, user: str) -> frozenset[Role]:
        """Return what *user* may do: admins curate where nobody else does; without any, anybody may try to be one."""
        with self._store.read() as tx:
            holders = {role: self.holders(tx, role) for role in Role}
        held = {role for role, users in holders.items() if user in users}
        if Role.ADMIN in held and not holders[Role.CURATOR]:
            held.add(Role.CURATOR)
        return frozenset(held if holders[Role.ADMIN] else held | {Role.ADMIN})

    def is_admin(self, user: str) -> bool:
        """Whether *user* may configure."""
        return user in self.admins

    def is_curator(self, user: str) -> bool:
        """Whether *user* may approve, edit, merge, keep and take back."""
        return user in self.curators

    def is_observer(self, user: str) -> bool:
        """Whether *user* may see settings and audit."""
        return user in self.observers

    def is_leader(self, user: str) -> bool:
        """Whether *user* leads an area or stands in for who does, or is an admin or a curator."""
        with self._store.read() as tx:
            led = {person for area in AreaQueries(tx).all() for person in (area.leader, area.deputy)}
        return user in led or user in self.admins or user in self.curators

    def _read(self, role: Role) -> tuple[str, ...]:
        with self._store.read() as tx:
            return self.holders(tx, role)

    def _people(self, grant: Grant) -> Iterator[str]:
        """Yield who a role is given to; a group that Slack tells nothing of now is as it was last known."""
        if not grant.is_group:
            yield grant.member
            return
        try:
            self._last_known[grant.member] = tuple(self._members(grant.member))
        except VoxpopError as error:
            log = structlog.get_logger("roles")
            log.warning("the members of a user group could not be asked for", group=grant.member, why=str(error))
        yield from self._last_known.get(grant.member, ())
