"""Drafts in App Home: what waits for a curator, and until when."""

from collections.abc import Sequence
from datetime import datetime

from bot.blocks.draft_letters import waiting
from bot.blocks.home import Section
from bot.domain.ask import AskState
from bot.locale import Words
from bot.services.roles import Roles
from bot.storage.asks import AskQueries
from bot.storage.drafts import DraftQueries
from bot.storage.editions import EditionQueries
from bot.storage.store import Store


class DraftsAtHome:
    """Tells a curator which drafts are theirs to decide."""

    def __init__(self, store: Store, roles: Roles) -> None:
        self._store = store
        self._roles = roles

    def tell(self, user: str, words: Words, now: datetime) -> Sequence[Section]:  # noqa: ARG002 a provider
        """Return the section about drafts for *user*; nothing for anybody else."""
        if not self._roles.is_curator(user):
            return []
        with self._store.read() as tx:
            editions = {edition.name: edition for edition in EditionQueries(tx).all()}
            drafts = [
                (draft, editions[draft.edition]) for draft in DraftQueries(tx).open() if draft.edition in editions
            ]
            asks = {draft.number: AskQueries(tx).of_week(draft.edition, draft.week) for draft, _ in drafts}
        answered = {
            number: not ask.is_unanswered for number, ask in asks.items() if ask and ask.state is not AskState.LEFT_OUT
        }
        return [Section(words("draft-home"), waiting(drafts, words, answered))] if drafts else []
