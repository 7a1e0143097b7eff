"""What a digest is to remember: earlier editions, what people made of themes, and what was said about them."""

from collections.abc import Sequence
from datetime import datetime

from bot.domain.edition import Edition
from bot.domain.history import History, PastEdition
from bot.domain.week import Week
from bot.storage.areas import AreaQueries
from bot.storage.asks import AskQueries
from bot.storage.publications import PublicationQueries
from bot.storage.store import Transaction

_EDITIONS_REMEMBERED = 12


def history(tx: Transaction, edition: Edition, week: Week, at: datetime | None) -> History:
    """Return what the digest of *week* is to remember; whether something is overdue is judged *at* its due time."""
    published = PublicationQueries(tx).before(edition.name, week, _EDITIONS_REMEMBERED)
    editions = tuple(PastEdition.of(publication.digest) for publication in published)
    zone, moment = edition.zone, at or week.end(edition.zone)
    asks = [ask for ask in AskQueries(tx).answered(edition.name) if ask.week < str(week)]
    return History(
        editions=editions,
        known=AreaQueries(tx).ownerships(),
        overdue=frozenset(ask.theme for ask in asks if ask.is_overdue(moment, zone, edition.holidays)),
        answered=frozenset(ask.theme for ask in asks if ask.week >= _last_lead(ask.theme, editions)),
    )


def _last_lead(theme: str, editions: Sequence[PastEdition]) -> str:
    """The week in which *theme* led last; one before all weeks where it never did."""
    return max((edition.week for edition in editions if edition.lead == theme), default="")
