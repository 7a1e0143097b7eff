"""Where something was taken out, as curators are told."""

from zoneinfo import ZoneInfo

from bot.blocks.hiding import Whence
from bot.domain.hidden import Hidden
from bot.storage.editions import EditionQueries
from bot.storage.store import Transaction


def whence(tx: Transaction, hidden: Hidden) -> Whence:
    """Return where *hidden* was taken out, on the clock of that edition."""
    edition = EditionQueries(tx).find(hidden.edition)
    if edition is None:
        return Whence(hidden.edition, None, hidden.changed_at.astimezone(ZoneInfo("UTC")))
    return Whence(edition.title, edition.channel, hidden.changed_at.astimezone(edition.zone))
