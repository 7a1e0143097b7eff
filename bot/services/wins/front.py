"""Wins in App Home: a person's own stories and consents, and for curators those that wait."""

from collections.abc import Sequence
from datetime import datetime

from bot.blocks.drawing import section
from bot.blocks.home import Section
from bot.blocks.win_letters import listed
from bot.blocks.win_review import queue
from bot.domain.win import Win, WinState
from bot.locale import Words
from bot.services.roles import Roles
from bot.storage.store import Store
from bot.storage.wins import WinQueries


class WinsAtHome:
    """Tells a person which stories they told or are in, and a curator what is to be decided."""

    def __init__(self, store: Store, roles: Roles) -> None:
        self._store = store
        self._roles = roles

    def tell(self, user: str, words: Words, now: datetime) -> Sequence[Section]:  # noqa: ARG002 a provider
        """Return the sections about wins for *user*."""
        with self._store.read() as tx:
            mine = WinQueries(tx).of(user)
            waiting: list[Win] = []
            if self._roles.is_curator(user):
                waiting = [*WinQueries(tx).in_state(WinState.OPEN), *WinQueries(tx).in_state(WinState.READY)]
        own = listed(mine, user, words) or [section(words("win-mine-none"))]
        found = [Section(words("win-home-queue"), queue(waiting, words))] if waiting else []
        return [*found, Section(words("win-mine"), own)]
