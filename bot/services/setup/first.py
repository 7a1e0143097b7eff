"""The first admin, where the environment names none: somebody who runs the Slack workspace, and says so."""

from collections.abc import Callable
from datetime import datetime

from bot.domain.role import Grant, Role
from bot.errors import DeclinedError, SlackError
from bot.services.audit import record
from bot.services.roles import Roles
from bot.services.setup.book import Book
from bot.storage.grants import GrantQueries


class FirstAdmin:
    """Lets one person become the first admin; *runs_workspace* asks Slack who may.

    Where every admin has left the company it is as if there were none.
    """

    def __init__(self, book: Book, roles: Roles, runs_workspace: Callable[[str], bool]) -> None:
        self._book = book
        self._roles = roles
        self._runs_workspace = runs_workspace

    def may_be(self, user: str) -> bool:
        """Whether there is no admin yet and *user* may be the first; where Slack does not say, they may not."""
        if self._here():
            return False
        try:
            return self._runs_workspace(user)
        except SlackError:
            return False

    def become(self, user: str, now: datetime) -> None:
        """Make *user* the first admin; of two at once one is."""
        here = self._here()
        if not here and not self.may_be(user):
            raise DeclinedError("setup-not-yours-to-claim")
        left = set(self._roles.admins) - set(here)
        with self._book.change() as tx:
            known = [admin for admin in self._roles.of_admins(tx) if admin not in left]
            if user in known:
                return
            if known:
                raise DeclinedError("setup-claimed", admins=", ".join(f"<@{admin}>" for admin in known))
            GrantQueries(tx).give(Grant(Role.ADMIN, user))
            record(tx, now, user, "setup.first-admin", f"role:{Role.ADMIN}", role=Role.ADMIN, member=user)

    def _here(self) -> list[str]:
        """The admins that there are and that have not left."""
        return [admin for admin in self._roles.admins if self._book.is_here(admin)]
