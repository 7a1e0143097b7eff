"""What the clock does for commitments: on the due day their owners are asked, once, what became of it."""

from datetime import date, datetime, time

import structlog

from bot.blocks.ask_letters import due
from bot.domain.ask import NOBODY, AskRecord, remind_at
from bot.domain.edition import Edition
from bot.domain.working_days import is_working_day
from bot.errors import SlackError
from bot.services.asks.book import AskBook
from bot.services.asks.leaving import Leaving
from bot.services.asks.telling import send
from bot.services.roles import Roles
from bot.services.speech import Speech
from bot.storage.asks import AskQueries
from bot.storage.store import Store

_OPENS, _CLOSES = time(9), time(18)
"""Nobody is asked at night, also where the app was away in the morning."""


class Reminding:
    """Asks owners on the day on which something is due; where an owner has left and nobody steps in, admins."""

    def __init__(self, store: Store, book: AskBook, leaving: Leaving, roles: Roles, speech: Speech) -> None:
        self._store = store
        self._book = book
        self._leaving = leaving
        self._roles = roles
        self._speech = speech

    def work(self, now: datetime) -> None:
        """Ask what is due at *now*; harmless when repeated."""
        with self._store.read() as tx:
            taken = [(ask, self._book.edition_of(tx, ask)) for ask in AskQueries(tx).taken()]
        for ask, edition in taken:
            if _is_time(ask, edition, now):
                try:
                    today = now.astimezone(edition.zone).date()
                    self._remind(self._leaving.with_somebody(ask, now), today)
                except SlackError as error:
                    structlog.get_logger("asks").warning("a reminder waits for Slack", ask=ask.id, why=str(error))

    def _remind(self, ask: AskRecord, today: date) -> None:
        asked = self._roles.admins if ask.owner == NOBODY else [ask.owner]
        letters = [(user, f"due:{ask.due}", due(ask, self._speech.to(user), today)) for user in asked]
        with self._store.begin() as tx:
            if AskQueries(tx).note(ask, reminded_for=ask.due):
                send(tx, ask, letters)


def _is_time(ask: AskRecord, edition: Edition, now: datetime) -> bool:
    if ask.due is None or ask.reminded_for == ask.due:
        return False
    zone, calendar = edition.zone, edition.holidays
    awake = _OPENS <= now.astimezone(zone).time() < _CLOSES and is_working_day(now, zone, calendar)
    return awake and remind_at(ask.due, zone, calendar) <= now
