"""Everything that can be done about a digest once it is posted, put together."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.services.correcting import Correcting
from bot.services.hiding import Hiding
from bot.services.hiding_letters import HidingLetters
from bot.services.notices import Notices
from bot.services.posting_pace import Pace
from bot.services.roles import Roles
from bot.services.speech import Speech
from bot.services.standing import Standing, Updater
from bot.storage.store import Store


@dataclass(frozen=True, slots=True)
class Aftercare:
    """Takes out what should not be there, corrects in words, and makes what stands in Slack what is stored."""

    hiding: Hiding
    correcting: Correcting
    standing: Standing


def open_aftercare(
    store: Store,
    slack: Updater,
    notices: Notices,
    roles: Roles,
    speech: Speech,
    pace: Pace,
    send: Callable[[], object],
) -> Aftercare:
    """Put the services together over *store* and *slack*; *send* takes the outbox there."""
    standing = Standing(store, slack, notices, pace)
    letters = HidingLetters(store, roles, speech)
    return Aftercare(
        hiding=Hiding(store, roles, notices, standing, letters, send),
        correcting=Correcting(store, roles, standing, send),
        standing=standing,
    )
