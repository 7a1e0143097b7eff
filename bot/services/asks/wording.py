"""A curator words the ask of a draft; drafts themselves are kept elsewhere, behind `DraftEditor`."""

from collections.abc import Callable
from datetime import datetime
from typing import Any, Protocol

from bot.blocks import ids, reading
from bot.blocks.ask_form import Worded
from bot.domain.ask import AskState
from bot.domain.digest import Ask, Digest
from bot.domain.draft import Why
from bot.errors import DeclinedError
from bot.services.roles import Roles
from bot.slack import Person
from bot.storage.asks import AskQueries
from bot.storage.store import Store


class DraftEditor(Protocol):
    """What wording needs of drafts."""

    def preview(self, number: int, curator: str, now: datetime) -> Digest:
        """Return what the draft called *number* looks like now."""

    def edit(self, number: int, turn: int, edit: Any, curator: str, now: datetime, why: Why | None = None) -> object:
        """Make *edit* for *curator*, who saw *turn*, and says *why*; DeclinedError where another was faster."""


_WORDED = frozenset({AskState.PROPOSED, AskState.LEFT_OUT})

SetAsk = Callable[[Ask | None], object]
"""Makes the edit that puts an ask on a draft, or takes it off."""


class Wording:
    """Lets curators word the ask of a draft, choose who is asked, or leave it out. *who* asks Slack about somebody."""

    def __init__(
        self, store: Store, drafts: DraftEditor, set_ask: SetAsk, roles: Roles, who: Callable[[str], Person]
    ) -> None:
        self._store = store
        self._drafts = drafts
        self._set_ask = set_ask
        self._roles = roles
        self._who = who

    def see(self, draft: int, curator: str, now: datetime) -> Ask | None:
        """Return the ask of *draft* as it stands, None where it asks nothing."""
        self._mind(curator)
        return self._drafts.preview(draft, curator, now).ask

    def write(self, worded: Worded, curator: str, now: datetime) -> None:
        """Put what *curator* wrote on the draft; who is asked sees it anew.

        DeclinedError where it is answered: then the edition shows the answer, as its owner was promised.
        """
        self._mind(curator)
        shown, ask = self._drafts.preview(worded.draft, curator, now), None
        if shown.ask is not None and shown.ask.answer is not None:
            raise DeclinedError("ask-answered", at=ids.ASK_SENTENCE if worded.sentence else ids.ASK_LEAVE_OUT)
        if worded.sentence is not None:
            if worded.owner is None:
                raise DeclinedError("ask-needs-owner", at=ids.ASK_OWNER)
            ask = _worded(shown, worded.sentence, worded.owner)
            is_new = shown.ask is None or shown.ask.owner != worded.owner
            if is_new and not self._who(worded.owner).is_reachable:
                raise DeclinedError("ask-pass-nobody", at=ids.ASK_OWNER)
            if is_new and self._gave_it_on(shown, worded.owner):
                raise DeclinedError("ask-gave-it-on", at=ids.ASK_OWNER)
        self._drafts.edit(worded.draft, worded.turn, self._set_ask(ask), curator, now, worded.why)

    def _gave_it_on(self, shown: Digest, user: str) -> bool:
        """Whether *user* was asked by the draft, and it went on from them: it is not given back over their heads."""
        with self._store.read() as tx:
            ask = AskQueries(tx).of_week(shown.edition, shown.week)
        return ask is not None and ask.state in _WORDED and ask.chosen == user != ask.owner

    def _mind(self, curator: str) -> None:
        if not self._roles.is_curator(curator):
            raise DeclinedError("win-not-curator")


def _worded(digest: Digest, sentence: str, owner: str) -> Ask:
    """Return the ask of *digest* in other words; where there is none yet, one about the theme that leads."""
    if digest.ask is not None:
        return digest.ask.model_copy(update={"sentence": sentence, "owner": owner, "named": False})
    line = reading.lead(digest)
    if line is None:
        raise DeclinedError("ask-no-theme")
    return Ask(theme=line.id, theme_name=line.name, area=line.area, sentence=sentence, owner=owner)
