"""A win is changed here: one transaction, against what was read, with an entry in the audit log."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, TypeVar

from bot.blocks.wins import celebration
from bot.domain.outbox import WIN
from bot.domain.win import Win, WinState
from bot.errors import DeclinedError
from bot.locale import Words
from bot.services.audit import record
from bot.services.house import House, HouseSettings
from bot.services.revising import ConflictError, until_kept
from bot.storage.drafts import DraftQueries
from bot.storage.outbox import Address, OutboxQueries
from bot.storage.store import Store, Transaction
from bot.storage.wins import WinQueries

_SKEW = timedelta(hours=1)

Outcome = TypeVar("Outcome")
Change = Callable[[Transaction, Win], Outcome]


class Book:
    """Finds wins in *store* and changes them."""

    def __init__(self, store: Store, house: HouseSettings) -> None:
        self._store = store
        self._house = house

    @property
    def house(self) -> House:
        """How wins are celebrated now."""
        return self._house.now()

    def revise(self, number: int, change: Change[Outcome]) -> Outcome:
        """Let *change* see the win called *number* and change it, in one transaction; anew where somebody was faster.

        DeclinedError where there is no such win.
        """
        return until_kept(self._store, lambda tx: change(tx, self.find(tx, number)), faster="win-faster")

    @staticmethod
    def find(tx: Transaction, number: int) -> Win:
        """Return the win called *number*; DeclinedError where there is none."""
        win = WinQueries(tx).find(number)
        if win is None:
            raise DeclinedError("win-gone")
        return win

    def settle(self, number: int, now: datetime) -> None:
        """Take the win called *number* as far as it can go: what kept it may be over, as a channel that was not set."""

        def change(tx: Transaction, win: Win) -> None:
            if self._advance(tx, win, now).revision != win.revision:
                DraftQueries(tx).show_anew()

        self.revise(number, change)

    def change(self, tx: Transaction, win: Win, now: datetime, actor: str, action: str, **values: Any) -> Win:
        """Change *win*, write down who did, and take it as far as it can go; return it as it is then.

        Drafts may tell of it: curators are shown them anew.
        """
        if not WinQueries(tx).change(win, now, **values):
            raise ConflictError
        DraftQueries(tx).show_anew()
        record(tx, now, actor, action, f"win:{win.id}", version=win.version)
        return self._advance(tx, self.find(tx, win.id), now)

    def _advance(self, tx: Transaction, win: Win, now: datetime) -> Win:
        """Refused by one of its people it is kept private; agreed to by all and approved it is celebrated."""
        if win.is_refused and win.state in (WinState.OPEN, WinState.READY, WinState.CELEBRATED):
            return self._set(tx, win, now, state=WinState.PRIVATE, stale=win.post is not None)
        if win.state is WinState.OPEN and win.approved == win.version and win.may_be_shown:
            house = self._house.read(tx)
            if house.in_digest:
                return self._set(tx, win, now, state=WinState.READY)
            return win if house.channel is None else self._celebrate(tx, win, house.channel, house.language, now)
        return win

    def _celebrate(self, tx: Transaction, win: Win, channel: str, language: str, now: datetime) -> Win:
        post = f"{win.turn}.{win.version}"
        address, at = Address(WIN, f"win:{win.id}", post), tx.now()
        message = celebration(win, Words(language))
        OutboxQueries(tx).put(address, channel, [message], due_at=at, look_from=at - _SKEW)
        return self._set(tx, win, now, state=WinState.CELEBRATED, post=post)

    def _set(self, tx: Transaction, win: Win, now: datetime, **values: Any) -> Win:
        if not WinQueries(tx).change(win, now, **values):
            raise ConflictError
        return self.find(tx, win.id)
