"""A draft is posted: as it was approved, by the away rule where nobody decided, or to the curators alone."""

from datetime import datetime

from bot.blocks.draft_letters import notice, shadow
from bot.curation.editing.apply import shortened
from bot.domain.audit import APP
from bot.domain.digest import Digest
from bot.domain.draft import Draft, DraftState, RenameTheme
from bot.domain.edition import Away, Edition
from bot.domain.outbox import NOTICE
from bot.domain.schedule import Due
from bot.domain.week import Week
from bot.errors import DeclinedError
from bot.services.areas import Areas
from bot.services.audit import record
from bot.services.drafts.book import Book
from bot.services.drafts.looking import Looking
from bot.services.drafts.making import Making
from bot.services.handing import Handing, to_messages
from bot.services.speech import Speech
from bot.storage.drafts import DraftQueries
from bot.storage.editions import EditionQueries
from bot.storage.outbox import Address, OutboxQueries
from bot.storage.store import Store, Transaction


class Issuing:
    """Takes drafts to the outbox, each once."""

    def __init__(
        self,
        store: Store,
        book: Book,
        looking: Looking,
        making: Making,
        handing: Handing,
        areas: Areas,
        speech: Speech,
    ) -> None:
        self._store = store
        self._book = book
        self._looking = looking
        self._making = making
        self._handing = handing
        self._areas = areas
        self._speech = speech

    def issue(
        self, edition: Edition, week: Week, *, due_at: datetime, now: datetime, by_hand: bool, make: bool = True
    ) -> bool | None:
        """Post the draft of *week* as its curators decided, or by the away rule; None where nobody is to look at it.

        What a person posts *by_hand* is posted as it is edited, whatever was decided; without a draft it is made anew,
        and so it is where the draft is over: that keeps nobody's words.
        A draft that is missing is made first, but for where *make* says that this would take too long: None there.
        """
        draft = self._draft(edition, week)
        if draft is None and make and not by_hand and self._book.reviewers(edition):
            self._making.make(edition, Due(due_at, due_at.date(), week), now)
            draft = self._draft(edition, week)
        if draft is None or (draft.state is DraftState.OPEN and not self._book.reviewers(edition)):
            return None
        if by_hand:
            return self._post(edition, draft, due_at=due_at, now=now) if draft.is_open else None
        if not draft.is_open:
            return False
        return self._when_due(edition, draft, due_at, now)

    def clear(self, number: int, turn: int, curator: str, now: datetime) -> Draft:
        """Approve the draft for *curator*, who wants it sent at once: `send` does so, and the clock where it fails."""
        with self._store.begin() as tx:
            draft, edition = self._book.find(tx, number)
            self._book.mind(draft, turn, curator)
            if edition.channel is None or edition.off is not None:
                raise DeclinedError("draft-no-channel")
            return self._book.change(
                tx, draft, now, curator, "draft.send", state=DraftState.APPROVED, decided_by=curator
            )

    def send(self, draft: Draft, now: datetime) -> bool:
        """Post *draft* at once, and once; in a shadow week it goes to the curators alone."""
        with self._store.read() as tx:
            edition = self._book.find(tx, draft.number)[1]
        if edition.shadow_weeks > 0:
            return self._shadow(edition, draft, now)
        return self._post(edition, draft, due_at=None, now=now)

    def _draft(self, edition: Edition, week: Week) -> Draft | None:
        with self._store.read() as tx:
            return DraftQueries(tx).of(edition.name, str(week))

    def _when_due(self, edition: Edition, draft: Draft, due_at: datetime, now: datetime) -> bool:
        away = draft.state is DraftState.OPEN
        if draft.state is DraftState.HELD or (away and edition.away is Away.NONE):
            self._tell(edition, draft, "held" if draft.state is DraftState.HELD else "away")
            return False
        short = away and edition.away is Away.SHORT
        if edition.shadow_weeks > 0:
            return self._shadow(edition, draft, now, short=short)
        return self._post(edition, draft, due_at=due_at, now=now, short=short)

    def _post(
        self, edition: Edition, draft: Draft, *, due_at: datetime | None, now: datetime, short: bool = False
    ) -> bool:
        self._looking.names(draft)  # Slack is asked before the transaction, not in it
        self._handing.meet(draft.digest)
        with self._store.begin() as tx:
            if self._book.find(tx, draft.number)[0].turn != draft.turn:
                return False  # somebody changed it just now: it is looked at anew
            digest = self._look(tx, edition, draft, now, short=short)
            if not self._handing.hand_over(tx, edition, digest, None, due_at=due_at or tx.now(), now=now):
                return False
            self._close(tx, draft, now, DraftState.POSTED, short=short)
            for theme, (name, by) in _names(draft).items():
                self._areas.rename(tx, theme, name, by, now)
        return True

    def _shadow(self, edition: Edition, draft: Draft, now: datetime, *, short: bool = False) -> bool:
        """Show the digest to those who decide and to nobody else; the week counts as done."""
        left = edition.shadow_weeks - 1
        readers = self._book.reviewers(edition)
        words = {reader: self._speech.to(reader) for reader in readers}
        self._looking.names(draft)
        with self._store.begin() as tx:
            if self._book.find(tx, draft.number)[0].turn != draft.turn:
                return False
            digest = self._look(tx, edition, draft, now, short=short)
            if not EditionQueries(tx).skip(edition.name, Week.parse(draft.week), "shadow", now):
                return False
            messages, at = to_messages(digest), tx.now()
            for reader in readers:
                shown = [shadow(messages[0], edition, left, words[reader]), *messages[1:]]
                address = Address(NOTICE, reader, f"draft:{draft.number}:shadow")
                OutboxQueries(tx).put(address, reader, shown, due_at=at, look_from=at)
            known = EditionQueries(tx).find(edition.name) or edition
            EditionQueries(tx).keep(known.model_copy(update={"shadow_weeks": max(0, known.shadow_weeks - 1)}))
            record(tx, now, APP, "edition.shadow", f"edition:{edition.name}", left=left)
            self._close(tx, draft, now, DraftState.SHADOW, short=short)
        return True

    def _look(self, tx: Transaction, edition: Edition, draft: Draft, now: datetime, *, short: bool) -> Digest:
        digest = self._looking.look(tx, draft, edition, now)
        return shortened(digest) if short else digest

    def _close(self, tx: Transaction, draft: Draft, now: datetime, state: DraftState, *, short: bool) -> None:
        """Write down how *draft* was posted; whoever changed it meanwhile sends all of it back to be done again."""
        terms: dict[str, str | int] = {"form": "short" if short else "full"}
        self._book.change(tx, draft, now, draft.decided_by or APP, f"draft.{state.value}", terms=terms, state=state)

    def _tell(self, edition: Edition, draft: Draft, what: str) -> None:
        """Tell those who decide and the admins, once, that the draft is not posted and what now."""
        letters = [(user, notice(what, draft, edition, self._speech.to(user))) for user in self._book.told(edition)]
        with self._store.begin() as tx:
            at = tx.now()
            for user, message in letters:
                address = Address(NOTICE, user, f"draft:{draft.number}:{what}")
                OutboxQueries(tx).put(address, user, [message], due_at=at, look_from=at)


def _names(draft: Draft) -> dict[str, tuple[str, str]]:
    """Return by theme the name that it was given last, and by whom: it is kept for coming weeks."""
    renamed = (made for made in draft.edits if isinstance(made.edit, RenameTheme))
    return {made.edit.theme: (made.edit.name, made.by) for made in renamed if isinstance(made.edit, RenameTheme)}
