"""The ways into channels inside a transaction: closed where Slack refuses, opened again with all that waited."""

from datetime import datetime, timedelta

from bot.domain.audit import APP
from bot.domain.edition import Edition
from bot.domain.outbox import LOOKED_FOR, SETUP, Post, State
from bot.domain.place import Place
from bot.domain.route import BROKEN, CUT_OFF, SHARED, TEAM, Route
from bot.domain.schedule import due_between
from bot.services.audit import record
from bot.storage.editions import EditionQueries
from bot.storage.outbox import OutboxQueries
from bot.storage.routes import RouteQueries
from bot.storage.standing import StandingQueries
from bot.storage.store import Transaction

LATEST = timedelta(hours=48)
"""So long after it was due a digest is still posted by itself."""


def refused(tx: Transaction, post: Post, code: str, now: datetime) -> bool:
    """Write down that Slack refused *post* for good; False where admins have heard of that way already.

    That a channel was not told of its settings is another thing to hear.
    """
    if code in CUT_OFF:
        RouteQueries(tx).change(TEAM, now, told=True, broken=code)
    if code not in BROKEN or post.kind not in LOOKED_FOR:
        return True
    known = RouteQueries(tx).find(post.channel)
    if known is not None and known.broken is not None:
        return post.kind == SETUP
    RouteQueries(tx).change(post.channel, now, told=True, broken=code)
    return True


def posted(tx: Transaction, channel: str, now: datetime) -> None:
    """Write down that a post in *channel* went well: whatever was wrong there is over."""
    known = RouteQueries(tx).find(channel)
    if known is not None and known.broken is not None:
        RouteQueries(tx).change(channel, now, broken=None)
        opened(tx, known, now)


def looked_at(tx: Transaction, place: Place, now: datetime, *, moved: bool, agreed: bool) -> str | None:
    """Write down what *place* was found to be like; return why nothing is posted there, None where it is.

    Slack's events are heard of channels that are ours, so of one to which an edition has *moved* what we know may be
    old, and what happened to it we have not heard. *agreed*: two admins say that another company may read it.
    """
    routes = RouteQueries(tx)
    before = routes.find(place.id, lock=True)
    known = before is not None and before.unconfirmed
    unconfirmed = place.is_shared and not agreed and (moved or known)
    route = routes.change(
        place.id, now, told=place.broken is None and not unconfirmed, broken=place.broken, unconfirmed=unconfirmed
    )
    if route is not None:
        action = "route.off" if route.off else "route.on"
        record(tx, now, APP, action, f"channel:{place.id}", **({"why": route.off} if route.off else {}))
    if route is not None and route.off is None and before is not None:
        opened(tx, before, now)
    return place.broken or (SHARED if unconfirmed else None)


def opened(tx: Transaction, before: Route, now: datetime) -> None:
    """Take up again what waited for the way into a channel, closed as *before*.

    Weeks that are history by now are left out, and nobody need be told of each.
    """
    routes, at = RouteQueries(tx), tx.now()
    routes.reopen(before.channel, BROKEN, at - LATEST, at)
    routes.hurry(before.channel, at)
    StandingQueries(tx).try_again(before.channel)
    for edition in EditionQueries(tx).all():
        if edition.channel == before.channel:
            late = [due for due in due_between(edition, before.since, now) if now - due.at > LATEST]
            if late:
                EditionQueries(tx).skip(edition.name, late[-1].week, "off", now)


def moved(tx: Transaction, edition: Edition) -> None:
    """Let what was to be posted of *edition* go to the channel that it has by now, but for what may stand elsewhere."""
    outbox, now = OutboxQueries(tx), tx.now()
    for address in outbox.untouched(edition.name):
        outbox.readdress(address, str(edition.channel))
        for post in outbox.of(address):
            if post.reason in {*BROKEN, SHARED} and now - post.due_at < LATEST:
                outbox.put_back(post, State.PENDING, next_at=now, reason=None)


def closed(tx: Transaction, name: str) -> None:
    """Post nothing more of the edition called *name*; what stands in its channel in part is brought to its end."""
    outbox = OutboxQueries(tx)
    for address in outbox.untouched(name):
        for post in outbox.of(address):
            outbox.put_back(post, State.RECALLED)
