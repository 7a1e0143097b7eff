"""Voices that are found by a curator's own words are pinned into drafts here."""

from datetime import datetime

from bot.domain.digest import Digest, Quote
from bot.services.drafts.desk import Drafts


class DraftPins:
    """Pins voices into the drafts of *drafts*; a draft is named by its number."""

    def __init__(self, drafts: Drafts) -> None:
        self._drafts = drafts

    def digest(self, draft: str, curator: str, now: datetime) -> Digest:
        """Return what stands in *draft* now."""
        return self._drafts.editing.preview(int(draft), curator, now)

    def pin(self, draft: str, turn: int, quote: Quote, curator: str, now: datetime) -> None:
        """Make *quote* the voice of *draft*; DeclinedError where somebody was faster."""
        edit = self._drafts.editing.pinned(int(draft), quote.record, quote.start, quote.end)
        self._drafts.editing.edit(int(draft), turn, edit, curator, now)
        self._drafts.carry_on(now)
