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
        return not any(map(self._book.is_here, self._roles.admins)) and self._may(user)

    def become(self, user: str, now: datetime) -> None:
        """Make *user* the first admin; of two at once one is.

        Who has left is asked before others wait for a transaction, of the admins that there were then: whoever became
        one since has not left.
        """
        admins = self._roles.admins
        left = {admin for admin in admins if not self._book.is_here(admin)}
        if len(left) == len(admins) and not self._may(user):
            raise DeclinedError("setup-not-yours-to-claim")
        with self._book.change() as tx:
            known = [admin for admin in self._roles.of_admins(tx) if admin not in left]
            if user in known:
                return
            if known:
                raise DeclinedError("setup-claimed", admins=", ".join(f"<@{admin}>" for admin in known))
            GrantQueries(tx).give(Grant(Role.ADMIN, user))
            record(tx, now, user, "setup.first-admin", f"role:{Role.ADMIN}", role=Role.ADMIN, member=user)

    def _may(self, user: str) -> bool:
        try:
            return self._runs_workspace(user)
        except SlackError:
            return False
