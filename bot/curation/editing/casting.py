"""Who speaks in an edited digest: by the same order as before, less those who were taken out."""

from collections.abc import Mapping, Sequence, Set

from bot.curation.editing.plan import Plan
from bot.domain.digest import Quote, Slot
from bot.domain.draft import DropVoice, PinVoice, SwapVoice
from bot.domain.reference import to_text
from bot.domain.reserve import Reserve, ReservedTheme


class Casting:
    """Chooses among the reserved voices. *gone* are record keys that may not be quoted any more."""

    def __init__(self, reserve: Reserve, plan: Plan, themes: Mapping[str, ReservedTheme], gone: Set[str]) -> None:
        self._reserve = reserve
        self._plan = plan
        self._themes = themes
        self._gone = gone
        self._held = set(plan.held)

    def draw(self, wished: Quote | None) -> tuple[Quote | None, int]:
        """Return the first of the drawn order that may be shown, and how many before it were passed over.

        Only the voice that a curator *wished* for goes before the draw.
        """
        spoken, passed = None if wished is None else key_of(wished), 0
        for quote in self._reserve.draws:
            key = key_of(quote)
            is_held = self._plan.now(quote.theme) in self._held
            if key in self._plan.passed or key in self._gone or key == spoken or is_held:
                passed += 1
            else:
                return quote, passed
        return None, passed

    def voice(self, lead: str, drawn: Quote | None) -> Quote | None:
        """Return the voice of the week for the theme that leads: the one wished for, else the best that is left."""
        if (wish := self.wish(lead)) is not None:
            return wish
        if isinstance(self._latest(lead), DropVoice):
            return None
        without = {*self._plan.out, *self._gone, *([key_of(drawn)] if drawn else [])}
        return next((q for q in self._themes[lead].voices if key_of(q) not in without), None)

    def wish(self, lead: str) -> Quote | None:
        """Return the voice that a curator wants to speak for *lead*; None where they want none, or it is gone."""
        latest = self._latest(lead)
        if not isinstance(latest, Quote) or key_of(latest) in self._gone:
            return None
        return latest.model_copy(update={"slot": Slot.VOICE})

    def _latest(self, lead: str) -> Quote | DropVoice | None:
        """Return the newest wish that is about *lead*."""
        for each in self._plan.voice:
            match each:
                case SwapVoice(record=record):
                    found = next((q for q in self._themes[lead].voices if q.record == record), None)
                    if found is not None:
                        return found
                case PinVoice(quote=quote) if self._plan.now(quote.theme) == lead:
                    return quote
                case DropVoice(theme=theme) if self._plan.now(theme) == lead:
                    return each
                case _:
                    pass
        return None

    def verbatims(self, theme: str, taken: Sequence[Quote | None]) -> list[Quote]:
        """Return who speaks on *theme* in the thread: pinned voices first, one that dissents last."""
        reserved = self._themes[theme]
        without = {*self._plan.out, *self._gone, *(key_of(q) for q in taken if q is not None)}
        pinned = [q for q in self._plan.pinned if self._plan.now(q.theme) == theme and key_of(q) not in without]
        without.update(map(key_of, pinned))
        able = [q for q in reserved.verbatims if key_of(q) not in without]
        dissent = next((q for q in able if q.slot is Slot.DISSENT), None)
        if dissent is not None and not any(q.slot is Slot.DISSENT for q in reserved.verbatims[: reserved.seats]):
            dissent = None  # none was among those chosen: what stands by for want of others is no better
        plain = [q.model_copy(update={"slot": Slot.VERBATIM}) for q in pinned]
        plain += [q for q in able if q.slot is not Slot.DISSENT]
        seats = max(reserved.seats, min(len(pinned), 5)) - (dissent is not None)
        return [*plain[: max(seats, 0)], *([dissent] if dissent else [])]


def key_of(quote: Quote) -> str:
    """The key of the record that *quote* is from."""
    return to_text(quote.record)
