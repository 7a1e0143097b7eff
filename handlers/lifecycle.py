"""What happens to channels, to the token and to people, and Slack tells us of."""

from collections.abc import Callable
from typing import Any

from slack_bolt import Ack
from tenacity import Retrying, retry_if_exception_type, stop_after_attempt, wait_fixed

from bot.blocks import ids
from bot.blocks.routes import confirmed
from bot.errors import StorageError
from bot.locale import Words
from bot.services.asks.desk import Asks
from bot.services.clock import Clock
from bot.services.routes import Routes
from bot.slack import Slack
from handlers.listeners import Listener, Listeners
from handlers.requests import Body

Event = dict[str, Any]

_TRIES, _PAUSE = 20, 1.0
"""So often, and seconds apart, what an event tells is tried to be kept: it is acknowledged, and Slack tells it once."""


def off(why: str) -> Listener:
    """Return what switches the way into a channel off, because of *why*."""

    def switch(event: Event, routes: Routes, clock: Clock) -> None:
        _kept(lambda: routes.switch_off(channel_of(event), why, clock()))
        routes.carry_on()

    return switch


def joined(event: Event, routes: Routes, clock: Clock) -> None:
    """Switch the way into a channel on again that the app was invited to."""
    _kept(lambda: routes.switch_on(channel_of(event), clock(), invited=True))
    routes.carry_on()


def unarchived(event: Event, routes: Routes, clock: Clock) -> None:
    """Switch the way into a channel on again that was opened again, where we are still in it."""
    _kept(lambda: routes.switch_on(channel_of(event), clock(), invited=False))
    routes.carry_on()


def renamed(event: Event, slack: Slack) -> None:
    """Show the new name from now on; nothing else changes."""
    slack.forget_channel(channel_of(event))


def unshared(event: Event, routes: Routes, clock: Clock) -> None:
    """Ask for no confirmation any more where no other company reads a channel."""
    if not event.get("is_ext_shared"):
        _kept(lambda: routes.unshare(channel_of(event), clock()))
        routes.carry_on()


def moved(event: Event, routes: Routes, clock: Clock) -> None:
    """Follow a channel to its new id."""
    _kept(lambda: routes.move(event["old_channel_id"], event["new_channel_id"], clock()))
    routes.carry_on()


def cut_off(event: Event, routes: Routes, clock: Clock) -> None:
    """Write down that our token is no good any more; it is only a person's that was revoked otherwise."""
    if event["type"] == "app_uninstalled" or (event.get("tokens") or {}).get("bot"):
        _kept(lambda: routes.cut_off("token_revoked", clock()))


def changed(event: Event, slack: Slack, routes: Routes, asks: Asks, clock: Clock) -> None:
    """Tell admins what somebody is responsible for who was deactivated, and give on what waits for them."""
    if event["user"].get("deleted"):
        user = event["user"]["id"]
        slack.forget_person(user)
        _kept(lambda: routes.leave(user))  # first: admins read what was theirs
        routes.carry_on()
        _kept(lambda: asks.leave(user, clock()))


def confirm(ack: Ack, body: Body, action: Body, slack: Slack, routes: Routes, words: Words, clock: Clock) -> None:
    """Post in a shared channel all the same, as two admins say."""
    channel, turn = action["value"].split(".")
    done = routes.confirm(channel, int(turn), body["user"]["id"], clock())
    ack()
    slack.respond(body["response_url"], confirmed(channel, words, done=done), replace=True)
    routes.carry_on()


def _kept(act: Callable[[], object]) -> None:
    """Do *act*, which may be repeated, also where an import keeps the database busy for a while."""
    again = retry_if_exception_type(StorageError)
    Retrying(retry=again, wait=wait_fixed(_PAUSE), stop=stop_after_attempt(_TRIES), reraise=True)(act)


def channel_of(event: Event) -> str:
    """Return the id of the channel that *event* is about."""
    channel = event.get("old_channel_id") or event.get("channel") or ""
    return str(channel["id"] if isinstance(channel, dict) else channel)


def concerns(is_ours: Callable[[str], bool]) -> Callable[[Event, str | None], bool]:
    """Return what says whether an event is of any concern, asked of what is known in this process.

    Slack tells of everybody who changes their picture, and of every channel there is. *is_ours* says whether
    something is posted in a channel.
    """

    def is_concern(event: Event, bot_user: str | None) -> bool:
        name = str(event.get("type"))
        if name == "user_change":
            return bool((event.get("user") or {}).get("deleted"))
        if name in OF_MEMBERS and event.get("user") != bot_user:
            return False
        return name not in OF_CHANNELS or is_ours(channel_of(event))

    return is_concern


OF_MEMBERS = {"member_joined_channel": joined, "member_left_channel": off("not_in_channel")}
"""Of anybody in a channel that we are in; only what happens to us counts."""

OF_CHANNELS: dict[str, Listener] = {
    **OF_MEMBERS,
    "channel_left": off("not_in_channel"),
    "group_left": off("not_in_channel"),
    "channel_archive": off("is_archived"),
    "group_archive": off("is_archived"),
    "channel_unarchive": unarchived,
    "group_unarchive": unarchived,
    "channel_deleted": off("channel_not_found"),
    "group_deleted": off("channel_not_found"),
    "channel_rename": renamed,
    "group_rename": renamed,
    "channel_shared": off("shared"),
    "channel_unshared": unshared,
    "channel_id_changed": moved,
}

LISTENERS = Listeners(
    actions={ids.ROUTE_CONFIRM: confirm},
    events={**OF_CHANNELS, "user_change": changed, "tokens_revoked": cut_off, "app_uninstalled": cut_off},
)
