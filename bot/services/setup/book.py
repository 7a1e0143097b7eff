"""Settings are changed here: one admin at a time, against what was read, and by admins alone."""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

from bot.blocks.setup_letters import mention
from bot.errors import DeclinedError, SlackError
from bot.services.roles import Roles
from bot.slack import Person
from bot.storage.store import Store, Transaction
from bot.storage.workspaces import WorkspaceQueries

_MOST_NAMED = 10
_AT_ONCE = 10
"""So many people Slack is asked about at a time; what it says is remembered."""


class Book:
    """Opens transactions on *store* in which settings are changed; *who* asks Slack about somebody."""

    def __init__(self, store: Store, roles: Roles, who: Callable[[str], Person]) -> None:
        self._store = store
        self._roles = roles
        self._who = who

    @contextmanager
    def change(self) -> Iterator[Transaction]:
        """Open a transaction that no other change of settings runs beside: of two admins one comes second."""
        with self._store.begin() as tx:
            WorkspaceQueries(tx).lock()
            yield tx

    @contextmanager
    def read(self) -> Iterator[Transaction]:
        """Open a transaction that only looks."""
        with self._store.read() as tx:
            yield tx

    def mind(self, user: str) -> None:
        """Refuse whoever is no admin, and say who is one; without any, how there can be one."""
        if self._roles.is_admin(user):
            return
        if not self._roles.admins:
            raise DeclinedError("setup-no-admin")
        admins = self._roles.admins
        named = [mention(admin) for admin in admins[:_MOST_NAMED]] + (["…"] if len(admins) > _MOST_NAMED else [])
        raise DeclinedError("setup-only-admins", admins=", ".join(named))

    def meet(self, users: Iterable[str]) -> None:
        """Ask Slack about all *users* at once: one after the other takes longer than a form is waited for."""
        with ThreadPoolExecutor(_AT_ONCE, thread_name_prefix="meeting") as threads:
            list(threads.map(self.is_here, users))

    def others(self, user: str) -> tuple[str, ...]:
        """Return the admins beside *user* who can still be asked: not deactivated, and no bots."""
        self.meet(self._roles.admins)
        return tuple(admin for admin in self._roles.admins if admin != user and self.is_here(admin))

    def mind_here(self, user: str | None, at: str, before: str | None = None) -> None:
        """Refuse *user*, newly chosen in the field *at*, where Slack says that they are a bot or deactivated.

        Who stood there *before* is in nobody's way. This asks Slack: before a transaction is open, not in it.
        """
        if user and user != before and not self.is_here(user):
            raise DeclinedError("setup-not-here", at=at, who=self._who(user).name)

    def is_here(self, user: str) -> bool:
        """Whether *user* can be asked; where Slack does not say, they count as somebody who can."""
        try:
            return self._who(user).is_reachable
        except SlackError:
            return True


def unchanged(known: str, seen: str | None) -> None:
    """Refuse a change against a state that is no longer there: nothing is overwritten unseen."""
    if seen is not None and known != seen:
        raise DeclinedError("setup-faster")
