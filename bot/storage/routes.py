"""Channels that something happened to, and what of the outbox goes there."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import and_, delete, or_, select, update

from bot.domain.outbox import WIN, State
from bot.domain.route import SHARED, Route
from bot.storage.outbox import OUTBOX
from bot.storage.route_tables import RouteRow
from bot.storage.store import AnyRow, Transaction, table_of
from bot.storage.tables import EditionRow

ROUTE = table_of(RouteRow)
EDITION = table_of(EditionRow)


class RouteQueries:
    """Reads and writes the ways into channels of the transaction's workspace."""

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx

    def change(self, channel: str, now: datetime, *, told: bool = False, **values: Any) -> Route | None:
        """Set what is known about *channel* (*broken*, *unconfirmed*); None where that was known already.

        Every edition of that channel is switched off or on with it. *told*: admins have heard of it elsewhere.
        """
        known = self.find(channel, lock=True)
        before = known or Route(channel, None, False, now, 0, 0)
        wanted = {"broken": before.broken, "unconfirmed": before.unconfirmed} | values
        if wanted == {"broken": before.broken, "unconfirmed": before.unconfirmed}:
            return None
        turn = before.turn + 1
        row = wanted | {"turn": turn, "told": turn if told else before.told}
        row["since"] = before.since if before.off is not None else now
        row["asked_by"] = None
        key = {"workspace_id": self._tx.workspace_id, "channel": channel}
        insert = self._tx.insert(ROUTE).values(**key, **row)
        self._tx.connection.execute(insert.on_conflict_do_update(index_elements=list(key), set_=row))
        route = Route(channel=channel, **row)
        mine = (EDITION.c.workspace_id == self._tx.workspace_id, EDITION.c.channel == channel)
        self._tx.connection.execute(update(EDITION).where(*mine).values(off=route.off))
        return route

    def find(self, channel: str, *, lock: bool = False) -> Route | None:
        """Return what is known about *channel*, None where nothing happened to it."""
        statement = select(ROUTE).where(*self._mine(), ROUTE.c.channel == channel)
        row = self._tx.connection.execute(statement.with_for_update() if lock else statement).one_or_none()
        return None if row is None else _to_route(row)

    def all(self) -> list[Route]:
        """Return every channel that something happened to."""
        statement = select(ROUTE).where(*self._mine()).order_by(ROUTE.c.channel)
        return [_to_route(row) for row in self._tx.connection.execute(statement)]

    def is_unconfirmed(self, channel: str) -> bool:
        """Whether nothing may be posted in *channel* before an admin has said so."""
        route = self.find(channel)
        return route is not None and route.unconfirmed

    def ask(self, route: Route, user: str) -> None:
        """Write down that *user* would post in the channel of *route* all the same."""
        mine = (*self._mine(), ROUTE.c.channel == route.channel, ROUTE.c.turn == route.turn)
        self._tx.connection.execute(update(ROUTE).where(*mine).values(asked_by=user))

    def told(self, route: Route) -> None:
        """Write down that admins heard of *route* as it was read."""
        mine = (*self._mine(), ROUTE.c.channel == route.channel)
        self._tx.connection.execute(update(ROUTE).where(*mine).values(told=route.turn))

    def reopen(self, channel: str | None, codes: Collection[str], since: datetime, now: datetime) -> int:
        """Let what was refused for one of *codes*, and was due after *since*, be tried again; wins of any age.

        In *channel*, or wherever it was to go. What may have been posted is looked for first. Return how many.
        """
        refused = (
            OUTBOX.c.workspace_id == self._tx.workspace_id,
            OUTBOX.c.state == State.BLOCKED,
            OUTBOX.c.reason.in_(sorted(codes)),
            or_(OUTBOX.c.due_at > since, OUTBOX.c.kind == WIN),
            *([] if channel is None else [OUTBOX.c.channel == channel]),
        )
        doubtful = and_(OUTBOX.c.attempt > 0, OUTBOX.c.sure_at.is_(None))
        count = 0
        for doubt, state in ((doubtful, State.UNKNOWN), (~doubtful, State.PENDING)):
            values = {"state": state, "next_at": now, "reason": None, "token": None, "lease_until": None}
            count += self._tx.connection.execute(update(OUTBOX).where(*refused, doubt).values(**values)).rowcount
        return count

    def hurry(self, channel: str, now: datetime) -> None:
        """Let what waited for an admin's word about *channel* be tried now."""
        waits = (OUTBOX.c.workspace_id == self._tx.workspace_id, OUTBOX.c.channel == channel, OUTBOX.c.reason == SHARED)
        open_ones = OUTBOX.c.state.in_((State.PENDING, State.UNKNOWN))
        self._tx.connection.execute(update(OUTBOX).where(*waits, open_ones).values(next_at=now))

    def move(self, old: str, new: str, now: datetime, *, shared: bool, named: bool) -> None:
        """Send and correct in *new* what went to *old*: Slack gave the channel another id.

        What kept us from posting goes with it, and is told of anew; so is that it is *shared* by now. It holds for
        *old* as well while that is *named* somewhere.
        """
        mine = (OUTBOX.c.workspace_id == self._tx.workspace_id, OUTBOX.c.channel == old)
        self._tx.connection.execute(update(OUTBOX).where(*mine).values(channel=new))
        ours = (EDITION.c.workspace_id == self._tx.workspace_id, EDITION.c.channel == old)
        self._tx.connection.execute(update(EDITION).where(*ours).values(channel=new))
        known = [route for route in (self.find(old, lock=True), self.find(new, lock=True)) if route is not None]
        self._tx.connection.execute(delete(ROUTE).where(*self._mine(), ROUTE.c.channel.in_((old, new))))
        broken = next((route.broken for route in known if route.broken), None)
        unconfirmed = shared or any(route.unconfirmed for route in known)
        self.change(new, now, broken=broken, unconfirmed=unconfirmed)
        if named:
            self.change(old, now, told=True, broken=broken, unconfirmed=unconfirmed)

    def _mine(self) -> list[Any]:
        return [ROUTE.c.workspace_id == self._tx.workspace_id]


def _to_route(row: AnyRow) -> Route:
    names = ("channel", "broken", "unconfirmed", "since", "turn", "told", "asked_by")
    return Route(**{name: getattr(row, name) for name in names})
