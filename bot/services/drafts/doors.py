"""What other parts of the app do with drafts: word the ask, pin a voice that was found by its words."""

from datetime import datetime

from bot.domain.digest import Ask, Digest, Quote
from bot.domain.draft import SetAsk
from bot.errors import DeclinedError
from bot.services.clock import Clock, wall_clock
from bot.services.drafts.editing import Editing
from bot.services.drafts.telling import Telling


class DraftDoor:
    """Drafts as others see them: by their number, written as a text, and the turn that a curator had before them."""

    def __init__(self, editing: Editing, telling: Telling, clock: Clock = wall_clock) -> None:
        self._editing = editing
        self._telling = telling
        self._clock = clock

    def digest(self, draft: str, curator: str, now: datetime) -> Digest:
        """Return what stands in *draft* now; DeclinedError for everybody but curators."""
        return self._editing.preview(_number(draft), curator, now)

    def ask_of(self, draft: str) -> Ask | None:
        """Return the ask that stands on *draft*, None where it asks nothing."""
        return self._editing.look(_number(draft), self._clock()).ask

    def edit_ask(
        self, draft: str, turn: int, sentence: str | None, owner: str | None, curator: str, now: datetime
    ) -> None:
        """Put an ask about the theme that leads on *draft*, or take it off where *sentence* is None."""
        shown = self._editing.look(_number(draft), now)
        ask = None
        if sentence is not None:
            line = next((line for line in shown.themes if line.id == shown.lead), None)
            if line is None or owner is None:
                raise DeclinedError("draft-ask-nothing")
            known = shown.ask.model_copy(update={"sentence": sentence, "owner": owner}) if shown.ask else None
            ask = known or Ask(theme=line.id, theme_name=line.name, area=line.area, sentence=sentence, owner=owner)
        self._editing.edit(_number(draft), turn, SetAsk(ask=ask), curator, now)
        self._telling.carry_on(now)

    def pin(self, draft: str, turn: int, quote: Quote, curator: str, now: datetime) -> None:
        """Make *quote* speak in *draft*, in the name of *curator*, as its record is known now."""
        edit = self._editing.pinned(_number(draft), quote.record, quote.start, quote.end)
        self._editing.edit(_number(draft), turn, edit, curator, now)
        self._telling.carry_on(now)


def _number(draft: str) -> int:
    if not draft.isdecimal():
        raise DeclinedError("draft-gone")
    return int(draft)
