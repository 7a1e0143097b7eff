"""Everything that can be done about a digest once it is posted, put together."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.services.correcting import Correcting
from bot.services.hiding import Hiding
from bot.services.hiding_letters import HidingLetters
from bot.services.house import HouseSettings
from bot.services.notices import Notices
from bot.services.posting_pace import Pace
from bot.services.roles import Roles
from bot.services.route_letters import RouteLetters
from bot.services.routes import Routes
from bot.services.setup.book import Book
from bot.services.speech import Speech
from bot.services.standing import Standing
from bot.slack import Slack
from bot.storage.store import Store


@dataclass(frozen=True, slots=True)
class Aftercare:
    """Takes out what should not be there, corrects in words, makes what stands in Slack what is stored; and sees to
    the ways into channels.
    """

    hiding: Hiding
    correcting: Correcting
    standing: Standing
    routes: Routes


def open_aftercare(
    store: Store,
    slack: Slack,
    notices: Notices,
    roles: Roles,
    speech: Speech,
    house: HouseSettings,
    pace: Pace,
    send: Callable[[], object],
) -> Aftercare:
    """Put the services together over *store* and *slack*; *send* takes the outbox there."""
    standing = Standing(store, slack, notices, pace)
    letters, book = HidingLetters(store, roles, speech), Book(store, roles, slack.person)
    return Aftercare(
        hiding=Hiding(store, roles, notices, standing, letters, send),
        correcting=Correcting(store, roles, standing, send),
        standing=standing,
        routes=Routes(store, house, roles, RouteLetters(store, roles, speech), slack.channel_now, send, book.others),
    )
