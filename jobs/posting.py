"""What the clock does for posting: publish what is due, then take the outbox to Slack."""

from collections.abc import Callable
from contextlib import ExitStack
from datetime import datetime

from bot.domain.edition import Edition
from bot.domain.schedule import Due
from bot.errors import VoxpopError
from bot.services.editions import DueEdition, EditionService
from bot.services.posting import PostingService

Publish = Callable[[Edition, Due, datetime], object]
"""Make the digest of an edition's due week and put it into the outbox, in one transaction; harmless when repeated."""


def tick(editions: EditionService, posting: PostingService, publish: Publish, now: datetime) -> None:
    """Publish every edition that is due at *now* and work through the outbox.

    Several processes may tick at once, and a tick that was missed costs no more than its interval. An edition that
    cannot be made is told to the admins and tried again at the next tick; the others and the outbox go on.
    """
    with ExitStack() as rest:  # runs everything put on it, the last first, whatever is raised on the way
        rest.callback(posting.work)
        for item in reversed(editions.due(now)):
            rest.callback(_publish, item, posting, publish, now)


def _publish(item: DueEdition, posting: PostingService, publish: Publish, now: datetime) -> None:
    why: str | None = ""
    try:
        publish(item.edition, item.due, now)
        why = None
    except VoxpopError as error:
        why = str(error)
    finally:
        if why is not None:
            posting.tell_failure(item.edition, item.due.week, why)
