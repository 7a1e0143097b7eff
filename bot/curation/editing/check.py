"""What may be edited: every edit is held against the draft as it is now before it is kept."""

from bot.curation.editing.wording import check_wording
from bot.domain.digest import Digest, Quote, Slot
from bot.domain.draft import (
    Draft,
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
    SetOffer,
    SwapVoice,
)
from bot.errors import DeclinedError


def check_edit(edit: Edit, draft: Draft, shown: Digest) -> None:
    """Raise DeclinedError where *edit* cannot be made to *draft*, which looks like *shown* now."""
    if not (_checks_voices(edit, shown) or _checks_themes(edit, draft, shown)):
        _check_the_rest(edit, shown)


def _checks_voices(edit: Edit, shown: Digest) -> bool:
    match edit:
        case SwapVoice(record=record):
            _mind(shown.lead is not None, "draft-no-voice")
            _mind(all(q.record != record for q in _in(shown, Slot.VOICE)), "draft-same-voice")
        case DropVoice(theme=theme):
            _mind(any(q.theme == theme for q in _in(shown, Slot.VOICE)), "draft-no-voice")
        case PinVoice(quote=quote):
            _mind(bool(quote.text.strip()), "draft-no-voice")
            _mind(any(line.id == quote.theme for line in shown.themes), "draft-pin-elsewhere")
        case DropDraw(record=record):
            _mind(any(q.record == record for q in _in(shown, Slot.BLIND_DRAW)), "draft-changed")
        case DropVerbatim(record=record):
            _mind(any(q.record == record for q in _in(shown, Slot.VERBATIM, Slot.DISSENT)), "draft-changed")
        case _:
            return False
    return True


def _checks_themes(edit: Edit, draft: Draft, shown: Digest) -> bool:
    known = {line.id: line for line in shown.all_themes if line.name}
    match edit:
        case DropTheme(theme=theme):
            _mind(theme != shown.lead and any(line.id == theme for line in shown.themes), "draft-changed")
        case HoldTheme(theme=theme):
            _mind(any(line.id == theme for line in shown.themes), "draft-changed")
        case MergeThemes(theme=theme, into=into):
            _mind(theme != into and {theme, into} <= known.keys(), "draft-changed")
            residual = {t.line.id for t in draft.reserve.themes if t.residual}
            _mind(not residual & {theme, into}, "draft-merge-rest")
        case RenameTheme(theme=theme, name=name):
            _mind(theme in known, "draft-changed")
            _mind(bool(name.strip()), "draft-name-empty", at="name")
            others = {line.name.casefold() for line in known.values() if line.id != theme}
            _mind(name.strip().casefold() not in others, "draft-name-taken", at="name")
        case _:
            return False
    return True


def _check_the_rest(edit: Edit, shown: Digest) -> None:
    match edit:
        case Reword(sentence=sentence, about=about):
            _mind(about == shown.lead, "draft-changed")
            if sentence is not None:
                check_wording(sentence, shown, at="sentence")
        case DropNumbers():
            _mind(bool(shown.kpis), "draft-changed")
        case DropWin(win=win):
            there = shown.invites_wins if win is None else any(story.win == win for story in shown.wins)
            _mind(there, "draft-changed")
        case SetOffer(offer=offer) if offer is not None:
            _mind(any(line.name == offer.theme for line in shown.themes), "draft-offer-elsewhere")
        case _:
            pass


def _in(shown: Digest, *slots: Slot) -> list[Quote]:
    return [quote for quote in shown.quotes if quote.slot in slots]


def _mind(holds: bool, key: str, at: str | None = None) -> None:
    if not holds:
        raise DeclinedError(key, at=at)
