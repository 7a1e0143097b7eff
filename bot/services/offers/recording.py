"""An offer is recorded: a call back with the customer's agreement, or a slot to listen in that an agent opens."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from bot.blocks import ids
from bot.curation.redaction.redact import redact
from bot.curation.texts.features import FEATURES_VERSION
from bot.curation.texts.language import language
from bot.domain.audit import SOMEBODY
from bot.domain.offer import OfferKind, is_too_old
from bot.errors import DeclinedError
from bot.services.audit import record
from bot.storage.contacts import ContactQueries
from bot.storage.quotable import QuotableQueries
from bot.storage.store import Store, Transaction

FARTHEST = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class Offered:
    """An offer as somebody fills it in. *freely*: the agent opens the slot of their own will, the customer is told."""

    kind: OfferKind
    about: str
    link: str
    agreed_on: date | None = None
    agreed_how: str | None = None
    slot_at: datetime | None = None
    freely: bool = False


class Recording:
    """Takes offers in; *zone* says which day it is."""

    def __init__(self, store: Store, zone: ZoneInfo) -> None:
        self._store = store
        self._zone = zone

    def record(self, form: str, user: str, offered: Offered, now: datetime) -> None:
        """Keep what *user* offers, once per *form*; DeclinedError names the field that has to be changed.

        No call without a recorded agreement: when and how. No listening in without a slot that an agent opened freely.
        """
        _mind(offered, now.astimezone(self._zone))
        call = offered.kind is OfferKind.CALL
        with self._store.begin() as tx:
            values = {
                "kind": offered.kind,
                "theme": offered.about,
                "record": _record(tx, offered.link),
                "url": offered.link if offered.link.startswith("https://") else None,
                "opened_by": user,
                "agreed_on": offered.agreed_on if call else None,
                "agreed_how": offered.agreed_how if call else None,
                "slot_at": None if call else offered.slot_at,
            }
            number = ContactQueries(tx).add(form, now, **values)
            if number is not None:
                who = user if call else SOMEBODY  # as whoever opens a slot is promised
                record(tx, now, who, "offer.record", f"offer:{number}", kind=offered.kind.value)


def _mind(offered: Offered, now: datetime) -> None:
    if not offered.about:
        raise DeclinedError("offer-about-needed", at=ids.OFFER_ABOUT)
    if redact(offered.about, language(offered.about)).text != offered.about:  # it may stand in a channel
        raise DeclinedError("offer-about-names", at=ids.OFFER_ABOUT)
    if offered.kind is OfferKind.CALL:
        agreed_on = offered.agreed_on
        if agreed_on is None or agreed_on > now.date() or is_too_old(agreed_on, now):
            raise DeclinedError("offer-no-agreement", at=ids.OFFER_AGREED_ON)
        if not offered.agreed_how:
            raise DeclinedError("offer-agreed-how-needed", at=ids.OFFER_AGREED_HOW)
        return
    if offered.slot_at is None or not now < offered.slot_at <= now + FARTHEST:
        raise DeclinedError("offer-no-slot", at=ids.OFFER_SLOT)
    if not offered.freely:
        raise DeclinedError("offer-not-freely", at=ids.OFFER_FREELY)


def _record(tx: Transaction, link: str) -> str:
    """Return the id of the record that *link* leads to: nobody is called about what Voxpop does not know."""
    path = urlsplit(link).path if "://" in link else link
    parts = [part.lstrip("#") for part in path.split("/") if part]
    names = list(dict.fromkeys([link.strip("# "), *parts[::-1][:2]]))
    found = QuotableQueries(tx).by_name(names, FEATURES_VERSION)
    if not found:
        raise DeclinedError("offer-record-unknown", at=ids.OFFER_RECORD)
    return found[0].ref.external_id
