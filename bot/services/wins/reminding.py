"""What the clock does for wins: one reminder, an end to waiting, the Wednesday nudge, a word when leaders are quiet."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.blocks.win_letters import bold_quiet, invitation, question
from bot.domain.audit import APP
from bot.domain.outbox import NOTICE, WIN
from bot.domain.week import Week
from bot.domain.win import Person, Win, WinKind, WinState
from bot.domain.working_days import is_working_day, working_days_after
from bot.locale import Words
from bot.services.roles import Roles
from bot.services.speech import Speech
from bot.services.wins.book import Book
from bot.services.wins.telling import send
from bot.storage.outbox import Address, OutboxQueries
from bot.storage.store import Store, Transaction
from bot.storage.wins import WinQueries

PATIENCE_DAYS = 2
"""Working days until the one reminder, and from there until silence is an answer: not published."""

NUDGE_AT, NUDGE_UNTIL = time(10), time(17)
QUIET = timedelta(weeks=6)
_WEDNESDAY = 3


@dataclass(frozen=True, slots=True)
class Rhythm:
    """Whose days count."""

    timezone: str = "Europe/Berlin"
    holidays: str | None = None

    def patience(self, since: datetime) -> datetime:
        """Return when somebody who was asked at *since* has had time enough."""
        return working_days_after(since, PATIENCE_DAYS, ZoneInfo(self.timezone), self.holidays)


class Reminding:
    """Reminds once, and lets nobody wait for ever."""

    def __init__(self, store: Store, book: Book, roles: Roles, speech: Speech, rhythm: Rhythm) -> None:
        self._store = store
        self._book = book
        self._roles = roles
        self._speech = speech
        self._rhythm = rhythm

    def work(self, now: datetime) -> None:
        """Do what is due at *now*; harmless when repeated."""
        with self._store.read() as tx:
            waiting = WinQueries(tx).in_state(WinState.OPEN)
        for win in waiting:
            if win.approved == win.version and win.may_be_shown:
                self._book.settle(win.id, now)
            self._remind(win, now)
        self._nudge(now)
        self._mind_leaders(now)

    def _remind(self, win: Win, now: datetime) -> None:
        asked = [person for person in win.waiting_for if person.asked == win.version and person.asked_at]
        if any(p.reminded_at and self._rhythm.patience(p.reminded_at) <= now for p in asked):
            self._give_up(win, now)
            return
        for person in asked:
            if person.reminded_at is None and self._rhythm.patience(person.asked_at or now) <= now:
                self._ask_again(win, person, now)

    def _ask_again(self, win: Win, person: Person, now: datetime) -> None:
        user = str(person.user)
        message = question(win, person, self._speech.to(user), again=True)
        with self._store.begin() as tx:
            if self._book.find(tx, win.id).revision == win.revision:
                send(tx, win, [(user, f"again:{win.version}", message)])
                WinQueries(tx).change_person(win.id, person.place, reminded_at=now)

    def _give_up(self, win: Win, now: datetime) -> None:
        def change(tx: Transaction, current: Win) -> None:
            if current.revision == win.revision:
                self._book.change(tx, current, now, APP, "win.unanswered", state=WinState.UNANSWERED)

        self._book.revise(win.id, change)

    def _nudge(self, now: datetime) -> None:
        """Invite to nominate, on Wednesdays alone, when nobody did for a week."""
        zone, house = ZoneInfo(self._rhythm.timezone), self._book.house
        local = now.astimezone(zone)
        open_now = local.isoweekday() == _WEDNESDAY and NUDGE_AT <= local.time() < NUDGE_UNTIL
        if not (house.nudge and house.channel and open_now and is_working_day(now, zone, self._rhythm.holidays)):
            return
        with self._store.read() as tx:
            if WinQueries(tx).since(now - timedelta(days=7)):
                return
        week = str(Week.of(now, zone))
        with self._store.begin() as tx:
            at = tx.now()
            message = invitation(Words(house.language))
            OutboxQueries(tx).put(Address(WIN, "nudge", week), house.channel, [message], due_at=at, look_from=at)

    def _mind_leaders(self, now: datetime) -> None:
        """Tell curators, every six weeks, that no leader told of a bold try in them."""
        with self._store.read() as tx:
            wins = WinQueries(tx).in_state(*WinState)
        bold = [w for w in wins if w.kind is WinKind.BOLD and self._roles.is_leader(w.nominator)]
        last = max((win.created_at for win in bold), default=min((win.created_at for win in wins), default=now))
        quiet = (now - last) // QUIET
        if not quiet:
            return
        letters = [(user, bold_quiet(self._speech.to(user))) for user in self._roles.curators]
        with self._store.begin() as tx:
            at = tx.now()
            for user, message in letters:
                address = Address(NOTICE, user, f"bold-quiet:{last:%Y%m%d}:{quiet}")
                OutboxQueries(tx).put(address, user, [message], due_at=at, look_from=at)
