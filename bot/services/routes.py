"""What happens to channels, to our token and to people in Slack: one way is switched off, everything else goes on."""

import time
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

import structlog

from bot.domain.audit import APP
from bot.domain.edition import Origin
from bot.domain.route import CUT_OFF, SHARED, TEAM
from bot.errors import DeclinedError, SlackError, VoxpopError
from bot.log import describe
from bot.services.audit import record
from bot.services.house import WINS_CHANNEL, HouseSettings
from bot.services.roles import Roles
from bot.services.route_letters import RouteLetters
from bot.services.ways import LATEST, opened
from bot.slack import Channel
from bot.storage.drafts import DraftQueries
from bot.storage.editions import EditionQueries
from bot.storage.house import SettingQueries
from bot.storage.routes import RouteQueries
from bot.storage.store import Store

_REMEMBERED = 30.0
"""Seconds for which it is believed which channels are ours: most that Slack tells of are not."""


class Routes:
    """Switches ways into channels off and on. *look* asks Slack about a channel as it is now.

    *others* tells which admins beside somebody can be asked.
    """

    def __init__(
        self,
        store: Store,
        house: HouseSettings,
        roles: Roles,
        letters: RouteLetters,
        look: Callable[[str], Channel],
        send: Callable[[], object],
        others: Callable[[str], Sequence[str]],
    ) -> None:
        self._store = store
        self._house = house
        self._roles = roles
        self._letters = letters
        self._look = look
        self._send = send
        self._others = others
        self._ours: tuple[float, frozenset[str]] | None = None

    def is_ours(self, channel: str) -> bool:
        """Whether something is posted in *channel*, as far as it was known half a minute ago."""
        if self._ours is None or self._ours[0] < time.monotonic():
            self._ours = time.monotonic() + _REMEMBERED, self._channels()
        return channel in self._ours[1]

    def switch_off(self, channel: str, why: str, now: datetime) -> None:
        """Post nothing in *channel* any more, because of *why*, a word of Slack's; its settings stay.

        Slack's events come in any order: what is not so any more is left alone.
        """
        found = self._seen(channel)
        past = found is not None and (
            (why == "not_in_channel" and found.is_member) or (why == "is_archived" and not found.is_archived)
        )
        if not past:
            change = {"unconfirmed": True} if why == SHARED else {"broken": why}
            self._change(channel, now, APP, "route.off", **change)

    def switch_on(self, channel: str, now: datetime, *, invited: bool) -> None:
        """Post in *channel* again, after the app was *invited* or the channel opened again: if it really may."""
        with self._store.read() as tx:
            route = RouteQueries(tx).find(channel)
        if route is None or route.broken is None:
            return
        found, broken = self._seen(channel), None
        if found is not None and found.is_archived:
            broken = "is_archived"
        elif found is not None and not found.is_member and not invited:
            broken = "not_in_channel"
        self._change(channel, now, APP, "route.off" if broken else "route.on", broken=broken)

    def unshare(self, channel: str, now: datetime) -> None:
        """Nobody else reads *channel* any more: nothing need be confirmed, unless it was shared again meanwhile."""
        found = self._seen(channel)
        if found is not None and found.is_shared:
            return
        self._change(channel, now, APP, "route.on", unconfirmed=False)

    def confirm(self, channel: str, turn: int, user: str, now: datetime) -> bool:
        """Post in a shared *channel* all the same, once two admins say so who saw *turn* of it.

        Return whether that is so by now: it lowers protection, so the first of them only asks the others.
        """
        if not self._roles.is_admin(user):
            raise DeclinedError("route-not-yours")
        others = self._others(user)
        if not others:
            raise DeclinedError("route-alone")
        with self._store.begin() as tx:
            route = RouteQueries(tx).find(channel, lock=True)
            if route is None or route.turn != turn or not route.unconfirmed:
                raise DeclinedError("route-faster")
            if route.asked_by == user:
                raise DeclinedError("route-waits")
            if route.asked_by not in others:
                RouteQueries(tx).ask(route, user)
                record(tx, now, user, "route.ask", f"channel:{channel}")
                self._letters.ask(tx, route, user, others)
                return False
        self._change(channel, now, user, "route.confirm", told=True, unconfirmed=False)
        return True

    def move(self, old: str, new: str, now: datetime) -> None:
        """Follow a channel to another id; where the environment names the old one, admins are told to change it.

        Slack gives new ids when a channel is shared: what was said of the old one counts for the new one too.
        """
        found = self._seen(new)
        shared = found is not None and found.is_shared
        with self._store.begin() as tx:
            editions = [edition for edition in EditionQueries(tx).all() if edition.channel == old]
            wins = self._house.read(tx).channel == old
            fixed = any(edition.origin is Origin.ENVIRONMENT for edition in editions)
            fixed = fixed or (wins and WINS_CHANNEL in self._house.of_environment)
            RouteQueries(tx).move(old, new, now, shared=shared, named=fixed)
            DraftQueries(tx).show_anew()
            if wins and WINS_CHANNEL not in self._house.of_environment:
                SettingQueries(tx).put(WINS_CHANNEL, new, now)
            record(tx, now, APP, "route.move", f"channel:{new}", old=old)
            if shared:
                record(tx, now, APP, "route.off", f"channel:{new}", why=SHARED)
            if fixed:
                self._letters.tell_of_move(tx, old, new)
        self._ours = None

    def cut_off(self, why: str, now: datetime) -> None:
        """Write down that Slack took our token back: nothing can be posted, and nobody told, before there is another.

        What waits stays in the outbox.
        """
        structlog.get_logger("routes").error(
            "Slack took the token back: nothing is posted until the app is installed again and SLACK_BOT_TOKEN is new",
            why=why,
        )
        with self._store.begin() as tx:
            RouteQueries(tx).change(TEAM, now, told=True, broken=why)

    def reconnect(self, now: datetime) -> int:
        """A good token is there: try again what was refused for want of one; return how many posts that are."""
        with self._store.begin() as tx:
            RouteQueries(tx).change(TEAM, now, told=True, broken=None)
            at = tx.now()
            return RouteQueries(tx).reopen(None, CUT_OFF, at - LATEST, at)

    def look_around(self, now: datetime) -> None:
        """Look at channels that the environment names and nothing happened to yet: nobody confirmed those in a form.

        What was shared before we came, or while we were away, Slack tells us no event of.
        """
        with self._store.read() as tx:
            named = {each.channel for each in EditionQueries(tx).all() if each.origin is Origin.ENVIRONMENT}
            if WINS_CHANNEL in self._house.of_environment:
                named.add(self._house.read(tx).channel)
            known = {route.channel for route in RouteQueries(tx).all()}
        for channel in sorted(filter(None, named - known)):
            found = self._seen(channel)
            if found is not None and found.is_shared:
                self._change(channel, now, APP, "route.off", unconfirmed=True)

    def leave(self, user: str) -> None:
        """Tell admins, once, what *user* is responsible for, who was deactivated in Slack."""
        self._letters.tell_of_leaving(user)

    def carry_on(self) -> None:
        """Tell and send what is owed after a change. What fails now the clock does in a moment."""
        try:
            self.tick()
            self._send()
        except VoxpopError as error:
            structlog.get_logger("routes").warning("what is owed is left to the clock", **describe(error))

    def tick(self) -> None:
        """Do what the clock does: tell admins what they have not heard."""
        self._letters.work(self._channels())

    def _channels(self) -> frozenset[str]:
        with self._store.read() as tx:
            channels = {edition.channel for edition in EditionQueries(tx).all()} | {self._house.read(tx).channel}
        return frozenset(filter(None, channels))

    def _seen(self, channel: str) -> Channel | None:
        """Return *channel* as it is now; None where Slack does not tell, and what it said before is believed."""
        try:
            return self._look(channel)
        except SlackError as error:
            structlog.get_logger("routes").warning("a channel could not be looked at", channel=channel, why=str(error))
            return None

    def _change(
        self, channel: str, now: datetime, actor: str, action: str, *, told: bool = False, **values: Any
    ) -> None:
        with self._store.begin() as tx:
            before = RouteQueries(tx).find(channel)
            if before is None and not any(values.values()):
                return  # nothing was wrong with it
            route = RouteQueries(tx).change(channel, now, told=told, **values)
            if route is None:
                return
            DraftQueries(tx).show_anew()
            record(tx, now, actor, action, f"channel:{channel}", **({"why": route.off} if route.off else {}))
            if route.off is None and before is not None:
                opened(tx, before, now)
