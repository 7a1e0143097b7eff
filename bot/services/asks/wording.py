"""A curator words the ask of a draft; drafts themselves are kept elsewhere, behind `DraftEditor`."""

from datetime import datetime
from typing import Protocol

from bot.blocks import ids
from bot.blocks.ask_form import Worded
from bot.domain.digest import Ask
from bot.errors import DeclinedError
from bot.services.roles import Roles


class DraftEditor(Protocol):
    """What wording needs of drafts."""

    def ask_of(self, draft: str) -> Ask | None:
        """Return the ask that stands on *draft*, None where it asks nothing."""

    def edit_ask(
        self, draft: str, turn: int, sentence: str | None, owner: str | None, curator: str, now: datetime
    ) -> None:
        """Put an ask on *draft*, or take it off where *sentence* is None; DeclinedError where *turn* is over."""


class Wording:
    """Lets curators word the ask of a draft, choose who is asked, or leave it out."""

    def __init__(self, drafts: DraftEditor, roles: Roles) -> None:
        self._drafts = drafts
        self._roles = roles

    def see(self, draft: str, curator: str) -> Ask | None:
        """Return the ask of *draft* as it stands."""
        self._mind(curator)
        return self._drafts.ask_of(draft)

    def write(self, worded: Worded, curator: str, now: datetime) -> None:
        """Put what *curator* wrote on the draft; who is asked sees it anew."""
        self._mind(curator)
        if worded.sentence is not None and worded.owner is None:
            raise DeclinedError("ask-needs-owner", at=ids.ASK_OWNER)
        self._drafts.edit_ask(worded.draft, worded.turn, worded.sentence, worded.owner, curator, now)

    def _mind(self, curator: str) -> None:
        if not self._roles.is_curator(curator):
            raise DeclinedError("win-not-curator")
