"""Voices that colleagues tell by hand: one more source, kept the way every record is."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.blocks import ids
from bot.curation.texts.features import FEATURES_VERSION
from bot.domain.audit import SOMEBODY
from bot.domain.feedback import TOLD_SOURCE, Feedback, Kind
from bot.domain.told import Told
from bot.errors import DeclinedError
from bot.services.audit import record
from bot.services.feedback import FeedbackService
from bot.sources.base import Page
from bot.storage.feedback import FeedbackQueries
from bot.storage.sources import SourceQueries
from bot.storage.store import Store, Transaction

LONG_AGO = timedelta(days=2 * 365 + 1)
"""What is older moves no number that anybody still looks at, and is more likely a slip of the hand."""


class ToldService:
    """Takes in what colleagues tell; a day is a day in *zone*."""

    def __init__(self, store: Store, feedback: FeedbackService, zone: ZoneInfo) -> None:
        self._store = store
        self._feedback = feedback
        self._zone = zone

    def take_in(self, told: Told, now: datetime) -> None:
        """Keep *told* as one conversation of colleagues, once; redaction included, without who told it.

        DeclinedError where a private message is told without its confirmation, for a day to come or one that is more
        than two years ago, and where the same message is there already.
        """
        if not told.confirmed:
            raise DeclinedError("told-unconfirmed", at=ids.TOLD_PRIVATE)
        today = now.astimezone(self._zone).date()
        if told.day > today:
            raise DeclinedError("told-future", at=ids.TOLD_WHEN)
        if told.day < today - LONG_AGO:
            raise DeclinedError("told-long-ago", at=ids.TOLD_WHEN)
        with self._store.read() as tx:
            if FeedbackQueries(tx).find(TOLD_SOURCE, told.key, Kind.TOLD.value, FEATURES_VERSION):
                raise DeclinedError("told-already", at=ids.TOLD_SAID)

        def along(tx: Transaction, _: Page) -> None:
            SourceQueries(tx).delivered(TOLD_SOURCE, now)
            record(tx, now, SOMEBODY, "told.take_in", f"told:{told.key}"[:80])

        self._feedback.take_one(self._to_feedback(told, now), now, along)

    def _to_feedback(self, told: Told, now: datetime) -> Feedback:
        noon = datetime.combine(told.day, time(12), self._zone)
        return Feedback(
            source=TOLD_SOURCE,
            kind=Kind.TOLD,
            external_id=told.key,
            created_at=min(noon, now),
            text=told.said,
            names=told.names,
            segment=told.segment,
            tags=tuple(filter(None, (f"told-{told.where.value}", told.theme))),
        )
