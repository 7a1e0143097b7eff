"""Quotes of digests: found again by what a click carries, and what somebody says about one told to curators."""

from bot.blocks.why import not_useful
from bot.domain.digest import Digest, Quote, ThemeLine
from bot.domain.outbox import NOTICE
from bot.domain.reference import QuoteKey, ThemeKey
from bot.domain.week import Week
from bot.errors import DeclinedError
from bot.services.roles import Roles
from bot.services.speech import Speech
from bot.storage.outbox import Address, OutboxQueries
from bot.storage.publications import PublicationQueries
from bot.storage.store import Store, Transaction


class Quotes:
    """Finds the quotes and themes of published digests."""

    def __init__(self, store: Store, roles: Roles, speech: Speech) -> None:
        self._store = store
        self._roles = roles
        self._speech = speech

    def find(self, key: QuoteKey) -> tuple[Digest, Quote]:
        """Return the quote that *key* means, with its digest; DeclinedError where it is not published, or gone."""
        with self._store.read() as tx:
            return self._find(tx, key)

    def theme(self, key: ThemeKey) -> tuple[Digest, ThemeLine]:
        """Return the theme that *key* means, with its digest; DeclinedError where it is not published, or gone."""
        with self._store.read() as tx:
            digest = _published(tx, key.edition, key.week)
        line = key.find(digest)
        if line is None:
            raise DeclinedError("reading-not-there")
        return digest, line

    def not_useful(self, key: QuoteKey) -> None:
        """Tell the curators that somebody found a quote not useful: once for each quote, whoever says so how often.

        Nobody's name goes along, so nobody's vote is counted either.
        """
        digest, quote = self.find(key)
        letters = {who: not_useful(digest, quote, self._speech.to(who)) for who in self._roles.curators}
        with self._store.begin() as tx:
            now = tx.now()
            for curator, message in letters.items():
                address = Address(NOTICE, curator, f"not-useful:{digest.week}:{QuoteKey.of(digest, quote).hashed}")
                OutboxQueries(tx).put(address, curator, [message], due_at=now, look_from=now)

    @staticmethod
    def _find(tx: Transaction, key: QuoteKey) -> tuple[Digest, Quote]:
        digest = _published(tx, key.edition, key.week)
        quote = key.find(digest)
        if quote is None:
            raise DeclinedError("reading-not-there")
        return digest, quote


def _published(tx: Transaction, edition: str, week: str) -> Digest:
    try:
        digest = PublicationQueries(tx).find(edition, Week.parse(week))
    except ValueError:
        digest = None
    if digest is None:
        raise DeclinedError("reading-not-posted")
    return digest
