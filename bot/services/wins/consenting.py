"""What the people in a story want: asked of each for the final text, changed whenever they like."""

from datetime import datetime

from bot.domain.win import Choice, Win, WinState
from bot.errors import DeclinedError
from bot.services.audit import record
from bot.services.wins.book import Book
from bot.storage.store import Transaction
from bot.storage.wins import WinQueries

_OVER = (WinState.KEPT, WinState.MERGED, WinState.WITHDRAWN, WinState.UNANSWERED)


class Consenting:
    """Takes answers to the question how somebody wants to appear."""

    def __init__(self, book: Book) -> None:
        self._book = book

    def answer(self, number: int, user: str, version: int, choice: Choice, now: datetime) -> Win:
        """Write down how *user* wants to appear in *version* of the text, and when; return the story as it is then.

        It may be changed at any time, also after posting: then what stands in Slack is corrected. DeclinedError where
        the text has changed since or they were not shown it yet, the team is too small to hide anybody, or there is
        nothing to decide any more.
        """

        def change(tx: Transaction, win: Win) -> Win:
            person = win.person(user)
            if person is None:
                raise DeclinedError("win-not-about-you")
            if win.state in _OVER or (win.state is WinState.PRIVATE and win.post is not None):
                raise DeclinedError("win-over")
            if version != win.version:
                raise DeclinedError("win-text-changed")
            if not person.has_seen(version):
                raise DeclinedError("win-not-shown-yet")
            if choice is Choice.TEAM and not win.may_name_team(person):
                raise DeclinedError("win-team-too-small")
            if (person.choice, person.agreed) == (choice, version):
                return win
            WinQueries(tx).change_person(win.id, person.place, choice=choice, agreed=version, answered_at=now)
            record(tx, now, user, "win.consent", f"win:{win.id}", version=version, choice=choice.value)
            state = WinState.OPEN if win.state is WinState.PRIVATE and choice is not Choice.PRIVATE else win.state
            return self._book.change(tx, win, now, user, "win.answered", state=state, stale=win.post is not None)

        return self._book.revise(number, change)
