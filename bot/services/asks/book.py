"""An ask is changed here: one transaction, against what was read, with an entry in the audit log."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any, TypeVar

from bot.domain.ask import AskRecord, AskState
from bot.domain.edition import Edition
from bot.errors import DeclinedError
from bot.services.audit import record
from bot.services.revising import ConflictError, until_kept
from bot.services.roles import Roles
from bot.storage.asks import AskQueries
from bot.storage.drafts import DraftQueries
from bot.storage.editions import EditionQueries
from bot.storage.store import Store, Transaction

Outcome = TypeVar("Outcome")
Change = Callable[[Transaction, AskRecord], Outcome]


class AskBook:
    """Finds asks in *store* and changes them; *roles* says who is an admin."""

    def __init__(self, store: Store, roles: Roles) -> None:
        self._store = store
        self._roles = roles

    def revise(self, number: int, change: Change[Outcome]) -> Outcome:
        """Let *change* see the ask called *number* and change it, in one transaction; anew where somebody was faster.

        DeclinedError where there is no such ask.
        """
        return until_kept(self._store, lambda tx: change(tx, self.find(tx, number)), faster="ask-faster")

    @staticmethod
    def find(tx: Transaction, number: int) -> AskRecord:
        """Return the ask called *number*; DeclinedError where there is none."""
        ask = AskQueries(tx).find(number)
        if ask is None:
            raise DeclinedError("ask-gone")
        return ask

    @staticmethod
    def edition_of(tx: Transaction, ask: AskRecord) -> Edition:
        """Return the edition of *ask*, whose clock and calendar count; a plain one where it is there no more."""
        return EditionQueries(tx).called(ask.edition)

    def change(
        self, tx: Transaction, ask: AskRecord, now: datetime, actor: str, action: str, **values: Any
    ) -> AskRecord:
        """Change *ask* and write down who did; return it as it is then. Its draft is shown to curators anew."""
        if not AskQueries(tx).change(ask, now, **values):
            raise ConflictError
        DraftQueries(tx).show_anew()
        record(tx, now, actor, action, f"ask:{ask.id}", turn=ask.turn + 1)
        return self.find(tx, ask.id)

    def mind(self, tx: Transaction, ask: AskRecord, user: str) -> None:
        """DeclinedError where *user* is neither the owner of *ask* nor their deputy nor an admin."""
        if user not in (ask.owner, ask.deputy) and user not in self._roles.of_admins(tx):
            raise DeclinedError("ask-not-yours")

    def mind_question(self, tx: Transaction, ask: AskRecord, user: str, version: int | None = None) -> None:
        """DeclinedError where *user* may not answer, it is answered, or it reads otherwise than *version* did."""
        self.mind(tx, ask, user)
        mind_unanswered(ask)
        if version is not None and ask.version != version:
            raise DeclinedError("ask-reworded")

    def mind_commitment(self, tx: Transaction, ask: AskRecord, user: str, due: date | None = None) -> None:
        """DeclinedError where *user* may not speak for the commitment, it is over, or it is not *due* then any more."""
        self.mind(tx, ask, user)
        if ask.state is not AskState.TAKEN:
            raise DeclinedError("ask-over")
        if due is not None and ask.due != due:
            raise DeclinedError("ask-faster")


def mind_unanswered(ask: AskRecord) -> None:
    """DeclinedError where *ask* waits for no answer: it was given, or is wanted no more."""
    if not ask.is_unanswered:
        raise DeclinedError("ask-answered" if ask.state is not AskState.LEFT_OUT else "ask-withdrawn")
