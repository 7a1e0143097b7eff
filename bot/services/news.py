"""App Home for everybody: the next edition and the last verdict, of those channels that a person may read."""

from collections.abc import Callable, Sequence
from datetime import datetime

from bot.blocks.home import Section
from bot.blocks.home_news import further, news, nothing
from bot.domain.edition import Edition
from bot.errors import VoxpopError
from bot.locale import Words
from bot.services.editions import EditionService
from bot.services.roles import Roles
from bot.storage.editions import EditionQueries
from bot.storage.publications import PublicationQueries
from bot.storage.store import Store

MOST_EDITIONS = 5

MayRead = Callable[[str, str], bool]
"""Whether a channel may be read by a user: what a private channel is told stays in it."""


class News:
    """Tells what is coming and what was said; *may_read* asks Slack."""

    def __init__(self, store: Store, editions: EditionService, roles: Roles, may_read: MayRead) -> None:
        self._store = store
        self._editions = editions
        self._roles = roles
        self._may_read = may_read

    def tell(self, user: str, words: Words, now: datetime) -> Sequence[Section]:
        """Return the section about editions for *user*."""
        with self._store.read() as tx:
            editions = [edition for edition in EditionQueries(tx).all() if edition.channel is not None]
        drawn = []
        seen = [edition for edition in editions if self._sees(user, edition)]
        for edition in seen[:MOST_EDITIONS]:
            due = self._editions.next_due(edition, now)
            with self._store.read() as tx:
                found = PublicationQueries(tx).before(edition.name, due.week, 1)
            drawn += news(edition, due.at, found[0].digest if found else None, words)
        if len(seen) > MOST_EDITIONS:
            drawn += further(len(seen) - MOST_EDITIONS, words)
        return [Section(words("home-news"), drawn or nothing(words))]

    def _sees(self, user: str, edition: Edition) -> bool:
        if self._roles.is_curator(user) or self._roles.is_admin(user):
            return True
        try:
            return self._may_read(str(edition.channel), user)
        except VoxpopError:
            return False
