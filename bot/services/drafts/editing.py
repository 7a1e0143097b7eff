"""What curators change in a draft. Each says which turn they had before them: of two at once one has the effect."""

from datetime import datetime

from bot.curation.editing.check import check_edit
from bot.curation.editing.plan import to_plan
from bot.curation.texts.features import FEATURES_VERSION
from bot.domain.digest import Denominator, Digest, Quote, Slot
from bot.domain.draft import Draft, Edit, Made, PinVoice, Why
from bot.domain.edition import Edition
from bot.domain.feedback import RecordRef
from bot.domain.reference import to_text
from bot.errors import DeclinedError
from bot.services.drafts.book import Asker, Book
from bot.services.drafts.looking import Looking
from bot.storage.drafts import DraftQueries
from bot.storage.quotable import QuotableQueries
from bot.storage.store import Store, Transaction

MOST_EDITS = 100
"""Edits of one draft: ten minutes' work, many times over."""


class Editing:
    """Lets curators edit."""

    def __init__(self, store: Store, book: Book, looking: Looking, asker: Asker) -> None:
        self._store = store
        self._book = book
        self._looking = looking
        self._asker = asker

    def edit(
        self, number: int, turn: int, edit: Edit, curator: str, now: datetime, why: Why | None = None
    ) -> tuple[Draft, Digest]:
        """Make *edit* for *curator*, who saw *turn*; return the draft and what it looks like then.

        DeclinedError says in words why it cannot be: another curator was faster, a number is wrong.
        """
        self._meet(number, curator)
        with self._store.begin() as tx:
            draft, edition = self._open(tx, number, turn, curator)
            edit = self._placed(tx, draft, edit)
            check_edit(edit, draft, self._looking.look(tx, draft, edition, now))
            made = Made(edit=edit, by=curator, at=now, why=why)
            return self._keep(tx, draft, edition, (*draft.edits, made), curator, f"draft.{edit.edit}", now, why)

    def undo(self, number: int, turn: int, curator: str, now: datetime) -> tuple[Draft, Digest]:
        """Take the last edit back, whoever made it."""
        self._meet(number, curator)
        with self._store.begin() as tx:
            draft, edition = self._open(tx, number, turn, curator)
            if not draft.edits:
                raise DeclinedError("draft-nothing-to-undo")
            return self._keep(tx, draft, edition, draft.edits[:-1], curator, "draft.undo", now)

    def take(self, number: int, turn: int, curator: str, now: datetime) -> tuple[Draft, Digest]:
        """Write down that *curator* has it; the others see so, and may still edit."""
        with self._store.begin() as tx:
            draft, edition = self._open(tx, number, turn, curator)
            draft = self._book.change(tx, draft, now, curator, "draft.take", holder=curator)
            return draft, self._looking.look(tx, draft, edition, now)

    def see(self, number: int, turn: int, curator: str, now: datetime) -> tuple[Draft, Digest]:
        """Return the draft and what it looks like now, for *curator* to edit; DeclinedError where it has changed."""
        with self._store.read() as tx:
            draft, edition = self._open(tx, number, turn, curator)
            return draft, self._looking.look(tx, draft, edition, now)

    def voices(self, number: int, now: datetime) -> list[Quote]:
        """Return who else could be the voice of the week, the next best first."""
        with self._store.read() as tx:
            draft, edition = self._book.find(tx, number)
            return self._looking.other_voices(tx, draft, self._looking.look(tx, draft, edition, now))

    def preview(self, number: int, curator: str, now: datetime) -> Digest:
        """Return what the draft looks like now to *curator*, whatever its turn."""
        self._book.mind_role(curator)
        return self.look(number, now)

    def look(self, number: int, now: datetime) -> Digest:
        """Return what the draft looks like now."""
        with self._store.read() as tx:
            draft, edition = self._book.find(tx, number)
            return self._looking.look(tx, draft, edition, now)

    def pinned(self, number: int, record: RecordRef, start: int, end: int) -> PinVoice:
        """Return the edit that pins what *record* says from *start* to *end*, as it is known now.

        DeclinedError where the record is not of the draft's week, or is gone.
        """
        with self._store.read() as tx:
            draft, _ = self._book.find(tx, number)
            said = next(
                (v for v in QuotableQueries(tx).conversations_of([record], FEATURES_VERSION) if v.record == record),
                None,
            )
            theme = self._theme_of(tx, draft, record)
        if said is None or theme is None or not said.features.text[start:end].strip():
            raise DeclinedError("draft-pin-not-of-week")
        line = next(line for line in draft.digest.all_themes if line.id == theme)
        of = Denominator(theme=line.name, of_theme=line.count, of_conversations=draft.digest.counts.conversations)
        return PinVoice(
            quote=Quote(
                slot=Slot.VOICE,
                theme=theme,
                record=record,
                start=start,
                end=end,
                text=said.features.text[start:end],
                language=said.features.language,
                denominator=of,
                reasons=(),
                said_at=said.created_at,
                tone=said.tone,
                url=said.url,
            )
        )

    def _meet(self, number: int, curator: str) -> None:
        """Learn what those are called who edit: Slack is asked before a transaction, not in it."""
        with self._store.read() as tx:
            draft, _ = self._book.find(tx, number)
        self._looking.names(draft)
        self._looking.called(curator, draft)

    def _open(self, tx: Transaction, number: int, turn: int, curator: str) -> tuple[Draft, Edition]:
        draft, edition = self._book.find(tx, number)
        self._book.mind(draft, turn, curator)
        return draft, edition

    def _keep(
        self,
        tx: Transaction,
        draft: Draft,
        edition: Edition,
        edits: tuple[Made, ...],
        curator: str,
        action: str,
        now: datetime,
        why: Why | None = None,
    ) -> tuple[Draft, Digest]:
        if len(edits) > MOST_EDITS:
            raise DeclinedError("draft-too-many-edits")
        holder = draft.holder or curator
        draft = self._book.change(tx, draft, now, curator, action, why=why, edits=edits, holder=holder)
        shown = self._looking.look(tx, draft, edition, now)
        self._asker.changed(tx, edition, shown, now)
        return draft, shown

    def _placed(self, tx: Transaction, draft: Draft, edit: Edit) -> Edit:
        """Return *edit*; a pinned quote is held against what is stored, and is of the theme that it counts towards."""
        if not isinstance(edit, PinVoice):
            return edit
        quote = edit.quote
        theme = self._theme_of(tx, draft, quote.record)
        if theme is None:
            raise DeclinedError("draft-pin-not-of-week")
        if self._looking.is_gone(quote, QuotableQueries(tx).conversations_of([quote.record], FEATURES_VERSION)):
            raise DeclinedError("draft-pin-gone")
        return PinVoice(quote=quote.model_copy(update={"theme": theme}))

    @staticmethod
    def _theme_of(tx: Transaction, draft: Draft, record: RecordRef) -> str | None:
        placed = DraftQueries(tx).placed(draft).get(to_text(record))
        return None if placed is None else to_plan(made.edit for made in draft.edits).now(placed)
