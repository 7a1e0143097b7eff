"""Wins for the digest: those that are ready, told as their people agreed, beside the problem that they answer."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.blocks.wins import told
from bot.domain.audit import APP
from bot.domain.digest import Digest, WinStory
from bot.domain.edition import Edition
from bot.domain.story import is_about
from bot.domain.week import Week
from bot.domain.win import IN_DIGEST, WinKind, WinState
from bot.locale import Words
from bot.services.wins.book import Book
from bot.storage.publications import Publication, PublicationQueries
from bot.storage.store import Transaction
from bot.storage.wins import WinQueries

MOST = 6
"""Stories in one digest; the others wait for the next."""

_EDITIONS_REMEMBERED = 12
_MONTH = 4
_LATELY = timedelta(days=7)


class Gathering:
    """Puts the stories that wait for a digest into one."""

    def __init__(self, book: Book) -> None:
        self._book = book

    def add(self, tx: Transaction, edition: Edition, digest: Digest, now: datetime) -> Digest:  # noqa: ARG002 a contribution
        """Return *digest* with the stories that wait; every second week else an invitation."""
        house = self._book.house
        ready = WinQueries(tx).in_state(WinState.READY)[:MOST]
        if not ready:
            quiet = not WinQueries(tx).since(now - _LATELY)
            invites = house.can_celebrate and quiet and Week.parse(digest.week).number % 2 == 0
            return digest.model_copy(update={"wins": (), "invites_wins": invites})
        past = PublicationQueries(tx).before(digest.edition, Week.parse(digest.week), _EDITIONS_REMEMBERED)
        words = Words(digest.language)
        stories = tuple(_beside(told(win, words), past) for win in ready)
        return digest.model_copy(update={"wins": _in_order(stories, past)})

    def posted(self, tx: Transaction, edition: Edition, digest: Digest, now: datetime) -> None:  # noqa: ARG002 a contribution
        """Write down that *digest* tells its wins."""
        post = f"{IN_DIGEST}{digest.edition}:{digest.week}"
        for story in digest.wins:
            win = self._book.find(tx, story.win)
            self._book.change(tx, win, now, APP, "win.celebrate", state=WinState.CELEBRATED, post=post)


def _in_order(stories: Sequence[WinStory], past: Sequence[Publication]) -> tuple[WinStory, ...]:
    """The story that is told well first: once a month a bold try, else one that answers a problem, else the oldest."""
    lately = {story.kind for _, digest in past[:_MONTH] for story in digest.wins}
    bold_is_due = WinKind.BOLD.value not in lately

    def place(story: WinStory) -> tuple[bool, bool]:
        return not (bold_is_due and story.kind == WinKind.BOLD.value), story.about is None

    return tuple(sorted(stories, key=place))


def _beside(story: WinStory, past: Sequence[Publication]) -> WinStory:
    """Return *story* beside the newest problem that led an earlier edition and that it speaks of."""
    text = " ".join((*story.parts, story.words or ""))
    for week, digest in past:
        lead = next((line for line in digest.themes if line.id == digest.lead), None)
        if lead is not None and lead.critical and is_about(text, lead.name, lead.terms):
            return story.model_copy(update={"about": lead.name, "about_week": str(week)})
    return story
