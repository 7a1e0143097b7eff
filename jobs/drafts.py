"""What the clock does for drafts: make those that are due, and show them to their curators."""

from collections.abc import Callable, Sequence
from datetime import datetime

import structlog

from bot.domain.edition import Edition
from bot.domain.schedule import Due
from bot.errors import UnexpectedError, VoxpopError
from bot.log import describe
from bot.services.editions import DueEdition

Make = Callable[[Edition, Due, datetime], object]
"""Make the draft of an edition's due week and freeze its data; harmless when repeated."""


def tick(
    due: Callable[[datetime], Sequence[DueEdition]], make: Make, show: Callable[[datetime], object], now: datetime
) -> None:
    """Make every draft that is due at *now*, then show what there is; one that fails is tried again, and posted late.

    A draft that cannot be made keeps no other back; when its edition is due, its failure is told to the admins.
    """
    log = structlog.get_logger("jobs")
    try:
        for item in due(now):
            try:
                make(item.edition, item.due, now)
            except (VoxpopError, UnexpectedError) as error:
                log.warning("a draft could not be made", edition=item.edition.name, **describe(error))
        show(now)
    except VoxpopError as error:
        log.warning("what is due for drafts is tried again", **describe(error))
