"""What the edits of a draft come to, taken together: later ones go beyond earlier ones."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from bot.domain.digest import Quote
from bot.domain.draft import (
    DropDraw,
    DropNumbers,
    DropTheme,
    DropVerbatim,
    DropVoice,
    DropWin,
    Edit,
    HoldTheme,
    MergeThemes,
    PinVoice,
    RenameTheme,
    Reword,
    SetAsk,
    SetOffer,
    SwapVoice,
)
from bot.domain.reference import to_text


@dataclass
class Plan:
    """All edits in one. *voice* are the wishes for the voice of the week, the newest first.

    *merged* says what became of a theme, *aside* which do not stand beside the lead, *passed* and *out* are record
    keys: passed over in the blind draw, taken out of the thread or of the voice of the week.
    """

    merged: dict[str, str] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    held: list[str] = field(default_factory=list)
    aside: set[str] = field(default_factory=set)
    passed: set[str] = field(default_factory=set)
    out: set[str] = field(default_factory=set)
    voice: list[SwapVoice | DropVoice | PinVoice] = field(default_factory=list)
    pinned: list[Quote] = field(default_factory=list)
    wins: set[int | None] = field(default_factory=set)
    numbers: bool = True
    worded: Reword | None = None
    ask: SetAsk | None = None
    offer: SetOffer | None = None

    def now(self, theme: str) -> str:
        """Return the theme that *theme* is counted as."""
        while theme in self.merged:
            theme = self.merged[theme]
        return theme


def to_plan(edits: Iterable[Edit]) -> Plan:
    """Take *edits* together, the oldest first."""
    plan = Plan()
    for edit in edits:
        if not _of_voices(plan, edit) and not _of_themes(plan, edit):
            _of_the_rest(plan, edit)
    return plan


def _of_voices(plan: Plan, edit: Edit) -> bool:
    match edit:
        case SwapVoice():
            plan.voice.insert(0, edit)
            plan.out.discard(to_text(edit.record))
            plan.out.update(to_text(record) for record in (edit.instead_of,) if record)
        case DropVoice():
            plan.voice.insert(0, edit)
        case PinVoice(quote=quote):
            plan.voice.insert(0, edit)
            plan.pinned.insert(0, quote)
            plan.out.discard(to_text(quote.record))
        case DropDraw(record=record):
            plan.passed.add(to_text(record))
        case DropVerbatim(record=record):
            plan.out.add(to_text(record))
        case _:
            return False
    return True


def _of_themes(plan: Plan, edit: Edit) -> bool:
    match edit:
        case MergeThemes(theme=theme, into=into) if plan.now(theme) != plan.now(into):
            plan.merged[plan.now(theme)] = plan.now(into)
        case RenameTheme(theme=theme, name=name):
            plan.names[plan.now(theme)] = name
        case HoldTheme(theme=theme):
            plan.held.append(plan.now(theme))
        case DropTheme(theme=theme):
            plan.aside.add(plan.now(theme))
        case _:
            return False
    return True


def _of_the_rest(plan: Plan, edit: Edit) -> None:
    match edit:
        case DropNumbers():
            plan.numbers = False
        case DropWin(win=win):
            plan.wins.add(win)
        case Reword():
            plan.worded = edit
        case SetAsk():
            plan.ask = edit
        case SetOffer():
            plan.offer = edit
        case _:
            pass
