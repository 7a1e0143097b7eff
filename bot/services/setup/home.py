"""Administration in App Home: for admins and observers, nothing for anybody else."""

from collections.abc import Sequence
from datetime import datetime

from bot.blocks.home import Section
from bot.blocks.setup_home import audit, data_flow, for_admin, for_observer
from bot.locale import Words
from bot.services.setup.desk import Setup
from bot.storage.sources import SourceQueries

_NEWEST = 5


class SetupHome:
    """Tells admins what they look after, and observers what they may see."""

    def __init__(self, setup: Setup) -> None:
        self._setup = setup

    def __call__(self, user: str, words: Words, now: datetime) -> Sequence[Section]:
        """Return the sections of *user*."""
        is_admin, is_observer = self._setup.roles.is_admin(user), self._setup.roles.is_observer(user)
        if not (is_admin or is_observer):
            return ()
        overview = self._setup.overview(now)
        with self._setup.store.read() as tx:
            sources = list(SourceQueries(tx).last_syncs())
        shown = [for_admin(overview, words), data_flow(sources, words)] if is_admin else []
        shown += for_observer(overview, sources, words) if is_observer and not is_admin else []
        return [*shown, audit(self._setup.log(user, 0, _NEWEST)[0], words)]
