"""The draft of an edition, and everything that a curator can do to it. Edits are kept, the digest under them is not."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import AwareDatetime, Field, StringConstraints

from bot.domain.digest import Ask, Digest, Offer, Quote
from bot.domain.feedback import RecordRef
from bot.domain.model import Model
from bot.domain.reserve import Reserve


class Why(StrEnum):
    """Why something was edited: a closed list, so that the log holds terms and nobody's words."""

    BETTER = "better"
    NOT_TYPICAL = "not-typical"
    RECOGNISABLE = "recognisable"
    SENSITIVE = "sensitive"
    UNCLEAR = "unclear"
    SAME = "same"
    KNOWN = "known"
    BEING_CHECKED = "being-checked"
    OTHER = "other"


class SwapVoice(Model):
    """Let another of the reserved voices of the lead theme be the voice of the week, *instead_of* the one that was."""

    edit: Literal["swap-voice"] = "swap-voice"
    record: RecordRef
    instead_of: RecordRef | None = None


class DropVoice(Model):
    """Let the lead *theme* stand without a voice."""

    edit: Literal["drop-voice"] = "drop-voice"
    theme: str


class DropTheme(Model):
    """Let *theme* not stand beside the lead; the next that moved takes its seat."""

    edit: Literal["drop-theme"] = "drop-theme"
    theme: str


class DropDraw(Model):
    """Pass over the voice that was drawn: the next in the same order is drawn, and the thread says so."""

    edit: Literal["drop-draw"] = "drop-draw"
    record: RecordRef


class DropVerbatim(Model):
    """Take a voice out of the thread; the next best takes its place."""

    edit: Literal["drop-verbatim"] = "drop-verbatim"
    record: RecordRef


class DropNumbers(Model):
    """Leave the numbers out."""

    edit: Literal["drop-numbers"] = "drop-numbers"


class DropWin(Model):
    """Leave a win to the next edition; *win* None is the invitation to nominate."""

    edit: Literal["drop-win"] = "drop-win"
    win: int | None = None


class MergeThemes(Model):
    """Count *theme* as *into*, for this edition; its label is judged anew."""

    edit: Literal["merge-themes"] = "merge-themes"
    theme: str
    into: str


class RenameTheme(Model):
    """Call *theme* otherwise, in this edition and in those to come."""

    edit: Literal["rename-theme"] = "rename-theme"
    theme: str
    name: Annotated[str, StringConstraints(min_length=1, max_length=60)]


class HoldTheme(Model):
    """Show nothing of *theme* in this edition: it is counted, and the footer says that a theme was held back."""

    edit: Literal["hold-theme"] = "hold-theme"
    theme: str


class Reword(Model):
    """Say the verdict in other words; *about* is the lead theme that they are about, None in a week without one."""

    edit: Literal["reword"] = "reword"
    sentence: str | None
    about: str | None


class PinVoice(Model):
    """Let a voice found by its words speak: for the lead as the voice of the week, else first in the thread."""

    edit: Literal["pin-voice"] = "pin-voice"
    quote: Quote


class SetAsk(Model):
    """Ask this; None leaves the ask out."""

    edit: Literal["set-ask"] = "set-ask"
    ask: Ask | None


class SetOffer(Model):
    """Offer this contact; None leaves it out."""

    edit: Literal["set-offer"] = "set-offer"
    offer: Offer | None


Edit = Annotated[
    SwapVoice
    | DropVoice
    | DropTheme
    | DropDraw
    | DropVerbatim
    | DropNumbers
    | DropWin
    | MergeThemes
    | RenameTheme
    | HoldTheme
    | Reword
    | PinVoice
    | SetAsk
    | SetOffer,
    Field(discriminator="edit"),
]


class Made(Model):
    """An edit, by whom (a user id), when and why."""

    edit: Edit
    by: str
    at: AwareDatetime
    why: Why | None = None


class DraftState(StrEnum):
    """How far a draft got. A closed list, also in the database.

    ``posted`` was handed to the outbox, ``shadow`` went to the curators alone, ``passed`` was not posted: its time was
    over.
    """

    OPEN = "open"
    APPROVED = "approved"
    HELD = "held"
    POSTED = "posted"
    SHADOW = "shadow"
    PASSED = "passed"


UNDECIDED = (DraftState.OPEN, DraftState.APPROVED, DraftState.HELD)
"""States from which a curator may still change anything."""


class Draft(Model):
    """One week of one edition in the curators' hands.

    *digest* and *reserve* are as they were made, at *made_at*, and never change. *turn* rises with everything that
    curators do; each of their buttons carries it. *due_at* is when it is posted, and when whoever did not decide is
    away. *holder* said first that they have it. *shown* is the turn that every curator has before them.
    """

    number: int
    edition: str
    week: str
    digest: Digest
    reserve: Reserve
    edits: tuple[Made, ...] = ()
    turn: int = 0
    state: DraftState = DraftState.OPEN
    made_at: datetime
    due_at: datetime
    late: bool = False
    holder: str | None = None
    decided_by: str | None = None
    shadow: bool = False
    shown: int = -1

    @property
    def is_open(self) -> bool:
        """Whether curators may still change it."""
        return self.state in UNDECIDED

    @property
    def wording(self) -> str | None:
        """The verdict as a curator worded it last, whether or not it is said as things stand now."""
        worded = [made.edit.sentence for made in self.edits if isinstance(made.edit, Reword)]
        return worded[-1] if worded else None

    @property
    def editors(self) -> tuple[str, ...]:
        """Who changed what is said, in the order of their first edit; the ask and the offer are no edit of that."""
        return tuple(dict.fromkeys(made.by for made in self.edits if not isinstance(made.edit, SetAsk | SetOffer)))
