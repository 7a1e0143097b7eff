"""The ways into channels inside a transaction: closed where Slack refuses, opened again with all that waited."""

from datetime import datetime, timedelta

from bot.domain.outbox import LOOKED_FOR, Post
from bot.domain.route import BROKEN, CUT_OFF, TEAM, Route
from bot.domain.schedule import due_between
from bot.storage.editions import EditionQueries
from bot.storage.routes import RouteQueries
from bot.storage.standing import StandingQueries
from bot.storage.store import Transaction

LATEST = timedelta(hours=48)
"""So long after it was due a digest is still posted by itself."""


def refused(tx: Transaction, post: Post, code: str, now: datetime) -> bool:
    """Write down that Slack refused *post* for good; False where admins have heard of that way already."""
    if code in CUT_OFF:
        RouteQueries(tx).change(TEAM, now, told=True, broken=code)
    if code not in BROKEN or post.kind not in LOOKED_FOR:
        return True
    known = RouteQueries(tx).find(post.channel)
    if known is not None and known.broken is not None:
        return False
    RouteQueries(tx).change(post.channel, now, told=True, broken=code)
    return True


def posted(tx: Transaction, channel: str, now: datetime) -> None:
    """Write down that a post in *channel* went well: whatever was wrong there is over."""
    known = RouteQueries(tx).find(channel)
    if known is not None and known.broken is not None:
        RouteQueries(tx).change(channel, now, broken=None)
        opened(tx, known, now)


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
