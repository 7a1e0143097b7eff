"""What another part of the app does with drafts: pin a voice that was found by its words."""

from datetime import datetime

from bot.domain.digest import Digest, Quote
from bot.domain.pin import DraftRef
from bot.errors import DeclinedError
from bot.services.drafts.editing import Editing
from bot.services.drafts.telling import Telling


class DraftPins:
    """Drafts as others see them: by their number, written as a text, and the turn that a curator had before them."""

    def __init__(self, editing: Editing, telling: Telling) -> None:
        self._editing = editing
        self._telling = telling

    def digest(self, draft: str, curator: str, now: datetime) -> Digest:
        """Return what stands in *draft* now; DeclinedError for everybody but curators."""
        return self._editing.preview(_number(draft), curator, now)

    def pin(self, ref: DraftRef, quote: Quote, curator: str, now: datetime) -> None:
        """Make *quote* speak in the draft that *ref* names, in the name of *curator*, as its record is known now."""
        number = _number(ref.draft)
        edit = self._editing.pinned(number, quote.record, quote.start, quote.end)
        self._editing.edit(number, ref.turn, edit, curator, now, ref.why)
        self._telling.carry_on(now)


def _number(draft: str) -> int:
    if not draft.isdecimal():
        raise DeclinedError("draft-gone")
    return int(draft)
