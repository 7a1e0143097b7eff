"""Who has left Slack answers for nothing: their deputy does, or whom the edition names where nobody else is."""

from collections.abc import Callable, Iterable
from datetime import datetime

import structlog

from bot.domain.ask import NOBODY, AskRecord, Passing
from bot.domain.audit import APP
from bot.errors import DeclinedError, SlackError
from bot.services.asks.areas import heirs_of
from bot.services.asks.book import AskBook
from bot.slack import Person
from bot.storage.asks import AskQueries
from bot.storage.store import Store, Transaction


class Leaving:
    """Gives on what waits for people who have left. *who* asks Slack about somebody, *tell* tells admins of them."""

    def __init__(
        self, store: Store, book: AskBook, who: Callable[[str], Person], tell: Callable[[str], object]
    ) -> None:
        self._store = store
        self._book = book
        self._who = who
        self._tell = tell

    def work(self, now: datetime) -> None:
        """Give on what waits for anybody who has left; what Slack cannot say now is left for the next time."""
        with self._store.read() as tx:
            waiting = AskQueries(tx).waiting()
        self._each(waiting, lambda ask: self.with_somebody(ask, now))
        self._each([ask for ask in waiting if ask.waits_for], lambda ask: self._mind_asked(ask, now))

    def leave(self, user: str, now: datetime) -> None:
        """Give on everything that waits for *user*, who has just left."""
        with self._store.read() as tx:
            waiting = AskQueries(tx).waiting()
        self._each([ask for ask in waiting if ask.owner == user], lambda ask: self._give_on(ask, now))
        self._each([ask for ask in waiting if ask.waits_for == user], lambda ask: self._mind_asked(ask, now))

    def with_somebody(self, ask: AskRecord, now: datetime) -> AskRecord:
        """Return *ask*, somebody else's where its owner has left, nobody's where nobody steps in.

        SlackError where Slack does not say.
        """
        is_here = ask.owner != NOBODY and self._who(ask.owner).is_reachable
        return ask if is_here or not ask.waits else self._give_on(ask, now)

    def _give_on(self, ask: AskRecord, now: datetime) -> AskRecord:
        with self._store.read() as tx:
            able = heirs_of(tx, ask, self._book.edition_of(tx, ask))
        heir = next((user for user in able if self._who(user).is_reachable), NOBODY)
        if heir == ask.owner:
            return ask
        if ask.owner != NOBODY:
            self._tell(ask.owner)  # before it is taken from them: admins read what was theirs

        def change(tx: Transaction, known: AskRecord) -> AskRecord:
            if known.owner != ask.owner or not known.waits:
                return known  # it was answered, or given to somebody, meanwhile
            # where nobody is there, admins are asked what became of it, also where its owner was already
            asked = {"reminded_for": None} if heir == NOBODY else {}
            return self._book.change(tx, known, now, APP, "ask.deputy", **given_to(known, heir), **asked)

        return self._book.revise(ask.id, change)

    def _mind_asked(self, ask: AskRecord, now: datetime) -> None:
        """Decline for whoever was to take *ask* over and has left: who passed it on hears that it is not taken."""
        if ask.waits_for is None or self._who(ask.waits_for).is_reachable:
            return

        def change(tx: Transaction, known: AskRecord) -> AskRecord:
            if known.waits_for != ask.waits_for or known.passes != ask.passes:
                return known
            return self._book.change(tx, known, now, APP, "ask.decline", passing=Passing.DECLINED)

        self._book.revise(ask.id, change)

    @staticmethod
    def _each(asks: Iterable[AskRecord], do: Callable[[AskRecord], object]) -> None:
        for ask in asks:
            try:
                do(ask)
            except (DeclinedError, SlackError) as error:
                structlog.get_logger("asks").warning("an ask waits to be given on", ask=ask.id, why=str(error))


def given_to(ask: AskRecord, heir: str) -> dict[str, object]:
    """Return what is other about *ask* once it is *heir*'s, who has not seen it yet and is named nowhere.

    Their letter is a new one: they may have been asked before, and given it away.
    """
    shown = ask.is_unanswered and ask.posted_at is not None
    owner = {"owner": heir, "deputy": None, "seen": None, "seen_at": None, "passing": None}
    return {**owner, "version": ask.version + 1, "named": False, "stale": shown or ask.stale}
