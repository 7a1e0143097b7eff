"""What admins are told about channels, the token and people: privately, once, each in their own language."""

from collections.abc import Collection, Sequence
from datetime import datetime

from bot.blocks.routes import leaving, letter, moved, please_confirm
from bot.domain.message import Message
from bot.domain.outbox import NOTICE
from bot.domain.role import Role
from bot.domain.route import SHARED, Route
from bot.services.roles import Roles
from bot.services.speech import Speech
from bot.storage.areas import AreaQueries
from bot.storage.asks import AskQueries
from bot.storage.editions import EditionQueries
from bot.storage.grants import GrantQueries
from bot.storage.outbox import Address, OutboxQueries
from bot.storage.routes import RouteQueries
from bot.storage.store import Store, Transaction

_ROLES = {Role.ADMIN: "role-admin", Role.CURATOR: "role-curator", Role.OBSERVER: "role-observer"}


class RouteLetters:
    """Tells every admin through the same outbox that digests go through."""

    def __init__(self, store: Store, roles: Roles, speech: Speech) -> None:
        self._store = store
        self._roles = roles
        self._speech = speech

    def work(self, ours: Collection[str]) -> None:
        """Tell admins about every channel of which they have not heard the newest.

        One of *ours* that waits for a second admin is told to whoever has become one since: they may be the second.
        """
        with self._store.read() as tx:
            routes = RouteQueries(tx).all()
        for route in routes:
            if route.told < route.turn:
                self._tell(route)
            elif route.off == SHARED and route.channel in ours:
                self._tell_newcomers(route)

    def _tell(self, route: Route) -> None:
        letters = {user: letter(route, self._speech.to(user)) for user in self._roles.admins}
        with self._store.begin() as tx:
            self._send(tx, letters, _told(route))
            RouteQueries(tx).told(route)

    def _tell_newcomers(self, route: Route) -> None:
        """Tell the admins who have no letter about *route*; where nobody has one it was told in another way."""
        asked_by, about = route.asked_by, _told(route)
        subjects = {about} if asked_by is None else {about, _asked(route, asked_by)}
        with self._store.read() as tx:
            outbox, admins = OutboxQueries(tx), self._roles.of_admins(tx)
            new = [user for user in admins if not any(outbox.of(Address(NOTICE, user, each)) for each in subjects)]
        if not new or len(new) == len(admins):
            return
        letters = {user: letter(route, self._speech.to(user)) for user in new}
        if asked_by is not None:
            about = _asked(route, asked_by)
            letters = {user: please_confirm(route, asked_by, self._speech.to(user)) for user in new}
        with self._store.begin() as tx:
            self._send(tx, letters, about)

    def ask(self, tx: Transaction, route: Route, user: str, others: Sequence[str]) -> None:
        """Ask the *others* whether they too would post in a shared channel all the same, as *user* would."""
        letters = {admin: please_confirm(route, user, self._speech.to(admin)) for admin in others}
        self._send(tx, letters, _asked(route, user))

    def tell_of_move(self, tx: Transaction, old: str, new: str) -> None:
        """Tell admins that the environment names a channel by an id that it has no more."""
        letters = {user: moved(old, new, self._speech.to(user)) for user in self._roles.of_admins(tx)}
        self._send(tx, letters, f"moved:{old}:{new}")

    def tell_of_leaving(self, user: str) -> None:
        """Tell the other admins, once, what *user* is responsible for, who has left; nothing where that is nothing."""
        with self._store.read() as tx:
            held = self._held(tx, user)
            others = [admin for admin in self._roles.of_admins(tx) if admin != user]
        if held:
            letters = {admin: leaving(user, held, self._speech.to(admin)) for admin in others}
            with self._store.begin() as tx:
                self._send(tx, letters, f"left:{user}")

    def _held(self, tx: Transaction, user: str) -> list[tuple[str, str]]:
        """What *user* is responsible for: a key of the catalogue and a name each."""
        grants = (*self._roles.of_settings, *GrantQueries(tx).all())
        areas, promises = AreaQueries(tx), AreaQueries(tx).promises()
        asks = [ask for ask in AskQueries(tx).waiting() if ask.owner == user]
        return [
            *(("ask", ask.sentence) if ask.is_unanswered else ("commitment", ask.line or "") for ask in asks),
            *((_ROLES[grant.role], "") for grant in grants if grant.member == user),
            *(("leader", area.name) for area in areas.all() if area.leader == user),
            *(("deputy", area.name) for area in areas.all() if area.deputy == user),
            *(("theme", own.name or own.theme) for own in areas.ownerships().values() if own.owner == user),
            *(("promise", promise.text) for promise in promises if promise.owner == user),
            *(("edition", each.title) for each in EditionQueries(tx).all() if each.default_owner == user),
        ]

    def _send(self, tx: Transaction, letters: dict[str, Message], about: str) -> None:
        at: datetime = tx.now()
        for user, message in letters.items():
            OutboxQueries(tx).put(Address(NOTICE, user, about), user, [message], due_at=at, look_from=at)


def _told(route: Route) -> str:
    return f"route:{route.channel}:{route.turn}"


def _asked(route: Route, user: str) -> str:
    return f"route-ask:{route.channel}:{route.turn}:{user}"
