"""Offers go round: who took one least recently is asked first, privately; what is over is taken away."""

from collections.abc import Callable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import structlog

from bot.blocks import offer_letters
from bot.domain.offer import OfferKind, OfferRecord, OfferState, next_in_turn
from bot.domain.working_days import is_working_day, working_days_after
from bot.errors import SlackError
from bot.services.offers.taking import send
from bot.services.speech import Speech
from bot.slack import Person
from bot.storage.areas import AreaQueries
from bot.storage.contacts import ContactQueries
from bot.storage.store import Store

TURN_DAYS = 1
"""Working days for which somebody alone is offered a contact."""

DEBRIEF_AFTER = timedelta(minutes=30)


class Rotating:
    """Asks leaders in turn. *who* asks Slack about somebody; *zone* and *calendar* say what a working day is."""

    def __init__(
        self, store: Store, speech: Speech, who: Callable[[str], Person], zone: ZoneInfo, calendar: str | None
    ) -> None:
        self._store = store
        self._speech = speech
        self._who = who
        self._zone = zone
        self._calendar = calendar

    def work(self, now: datetime) -> None:
        """Do what is due at *now*; harmless when repeated."""
        with self._store.read() as tx:
            waiting = ContactQueries(tx).open()
            taken = ContactQueries(tx).taken()
        for offer, see_to in (*((each, self._go_on) for each in waiting), *((each, self._see_to) for each in taken)):
            try:
                see_to(offer, now)
            except SlackError as error:
                structlog.get_logger("offers").warning("an offer waits for Slack", offer=offer.id, why=str(error))

    def _go_on(self, offer: OfferRecord, now: datetime) -> None:
        if offer.is_over(now) or (offer.kind is OfferKind.LISTEN and not self._who(offer.opened_by).is_reachable):
            with self._store.begin() as tx:
                ContactQueries(tx).change(offer, state=OfferState.CLOSED)
        elif not self.has_turn(offer, now) and is_working_day(now, self._zone, self._calendar):
            self._ask_next(offer, now)

    def has_turn(self, offer: OfferRecord, now: datetime) -> bool:
        """Whether somebody alone is offered it now."""
        if offer.first is None or offer.first_at is None:
            return False
        return now < working_days_after(offer.first_at, TURN_DAYS, self._zone, self._calendar)

    def _ask_next(self, offer: OfferRecord, now: datetime) -> None:
        with self._store.read() as tx:
            leaders = [area.leader for area in AreaQueries(tx).all() if area.leader]
            last = ContactQueries(tx).last_taken()
        asked = [*offer.asked, offer.opened_by]  # nobody listens in to their own conversation
        while (person := next_in_turn(leaders, last, asked)) is not None and not self._who(person).is_reachable:
            asked.append(person)
        if person is None:
            if offer.first is not None:
                with self._store.begin() as tx:
                    ContactQueries(tx).change(offer, first=None, first_at=None)
            return
        letter = offer_letters.offered(offer, self._speech.to(person))
        with self._store.begin() as tx:
            if ContactQueries(tx).change(offer, first=person, first_at=now, asked=[*offer.asked, person]):
                send(tx, offer, [(person, "offered", letter)])

    def _see_to(self, offer: OfferRecord, now: datetime) -> None:
        """Ask who took it three questions, half an hour after the slot, or a working day after a call was taken.

        Where they left Slack before, it goes round again.
        """
        if offer.taken_by is None or offer.taken_at is None:
            return
        call = offer.kind is OfferKind.CALL
        met = working_days_after(offer.taken_at, TURN_DAYS, self._zone, self._calendar) if call else offer.slot_at
        if met is not None and now < met and not self._who(offer.taken_by).is_reachable:
            nobodys = {"taken_by": None, "taken_at": None, "first": None, "first_at": None}
            with self._store.begin() as tx:
                asked = [*offer.asked, offer.taken_by]
                ContactQueries(tx).change(offer, state=OfferState.OPEN, asked=asked, **nobodys)
        elif met is not None and met + DEBRIEF_AFTER <= now:
            letter = offer_letters.debrief(offer, self._speech.to(offer.taken_by))
            with self._store.begin() as tx:
                send(tx, offer, [(offer.taken_by, "debrief", letter)])
