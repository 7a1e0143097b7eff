"""What curators decide about a draft: approve it, hold it, open it again."""

from datetime import datetime

from bot.domain.draft import Draft, DraftState, Why
from bot.errors import DeclinedError
from bot.services.drafts.book import Book
from bot.storage.store import Store


class Deciding:
    """Lets curators decide; what they decided is posted, or not, when the edition is due."""

    def __init__(self, store: Store, book: Book) -> None:
        self._store = store
        self._book = book

    def approve(self, number: int, turn: int, curator: str, now: datetime) -> Draft:
        """Approve the draft as *curator* saw it; a later edit of a curator's changes it and does not unmake that."""
        return self._decide(number, turn, curator, now, DraftState.APPROVED)

    def hold(self, number: int, turn: int, curator: str, why: Why | None, now: datetime) -> Draft:
        """Keep the draft from being posted until somebody approves it."""
        return self._decide(number, turn, curator, now, DraftState.HELD, why)

    def _decide(
        self, number: int, turn: int, curator: str, now: datetime, state: DraftState, why: Why | None = None
    ) -> Draft:
        with self._store.begin() as tx:
            draft, _ = self._book.find(tx, number)
            self._book.mind(draft, turn, curator)
            if draft.state is state:
                raise DeclinedError("draft-changed")
            action = "draft.approve" if state is DraftState.APPROVED else "draft.hold"
            holder = draft.holder or curator
            return self._book.change(
                tx, draft, now, curator, action, why=why, state=state, decided_by=curator, holder=holder
            )
