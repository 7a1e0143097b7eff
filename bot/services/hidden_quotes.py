"""What was taken out stays out: of previews, of drafts that waited, of what is posted next."""

from datetime import datetime

from bot.domain.digest import Digest
from bot.domain.edition import Edition
from bot.storage.hidden import HiddenQueries, is_among
from bot.storage.store import Transaction


class HiddenQuotes:
    """A contribution that takes away: quotes of records that somebody hid."""

    def add(self, tx: Transaction, edition: Edition, digest: Digest, now: datetime) -> Digest:  # noqa: ARG002 a contribution
        """Return *digest* without what was taken out meanwhile."""
        out = HiddenQueries(tx).out()
        praise = tuple(quote for quote in digest.praise if not is_among(quote.record, out))
        quotes = tuple(
            quote.model_copy(update={"hidden": True}) if is_among(quote.record, out) else quote
            for quote in digest.quotes
        )
        return digest.model_copy(update={"quotes": quotes, "praise": praise}) if out else digest

    def posted(self, tx: Transaction, edition: Edition, digest: Digest, now: datetime) -> None:
        """Nothing has to be written down."""
