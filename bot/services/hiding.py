"""*Something should not be here*: taken out at once by anybody, everywhere; decided about by curators."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from functools import partial

import structlog

from bot.blocks.hiding import Whence, undecided
from bot.blocks.home import Section
from bot.blocks.taken_out import corrected
from bot.curation.texts.features import FEATURES_VERSION
from bot.domain.audit import SOMEBODY
from bot.domain.digest import Digest, Quote
from bot.domain.hidden import Hidden, HiddenState, HideReason, Place
from bot.domain.outbox import DIGEST
from bot.domain.week import Week
from bot.errors import DeclinedError, VoxpopError
from bot.locale import Words
from bot.log import describe
from bot.services.audit import record
from bot.services.hiding_letters import HidingLetters
from bot.services.notices import Notices
from bot.services.roles import Roles
from bot.services.standing import Standing
from bot.services.whence import whence
from bot.storage.drafts import DraftQueries
from bot.storage.hidden import HiddenQueries
from bot.storage.outbox import Address, OutboxQueries
from bot.storage.publications import PublicationQueries
from bot.storage.quotable import QuotableQueries
from bot.storage.standing import StandingQueries
from bot.storage.store import Store, Transaction
from bot.storage.themes import forget_themes_since
from bot.storage.wins import WinQueries

_LOOKED_AGAIN = timedelta(minutes=10)
"""So long what is out is looked for anew: a digest that was being published at that moment may still hold it."""

_SHOWN_WEEKS = 13
_AT_HOME = 5


class Hiding:
    """Takes records out of what was posted and keeps them out of what will be."""

    def __init__(
        self,
        store: Store,
        roles: Roles,
        notices: Notices,
        standing: Standing,
        letters: HidingLetters,
        send: Callable[[], object],
    ) -> None:
        self._store = store
        self._roles = roles
        self._notices = notices
        self._standing = standing
        self._letters = letters
        self._send = send

    def hide(self, places: Sequence[Place], reason: HideReason, now: datetime) -> int:
        """Mark what is quoted at *places*, for everybody and at once; return how many records. Nobody asks who did it.

        DeclinedError where all of it was taken out already, or the digest is not there any more.
        """
        with self._store.begin() as tx:
            quotes = [(place, quote) for place in places if (quote := _at(tx, place)) is not None]
            if not quotes:
                raise DeclinedError("hide-gone-digest")
            marked = [
                hidden
                for place, quote in quotes
                if (hidden := HiddenQueries(tx).hide(quote, place.edition, place.week, reason, now)) is not None
            ]
            if not marked:
                raise DeclinedError("hide-faster")
            for hidden in marked:
                record(tx, now, SOMEBODY, "quote.hide", f"hidden:{hidden.id}", **_terms(hidden))
                WinQueries(tx).stale_with(hidden.record)
            forget_themes_since(tx, min(hidden.said_at for hidden in marked))
            DraftQueries(tx).show_anew()
        return len(marked)

    def decide(self, number: int, turn: int, state: HiddenState, user: str, now: datetime) -> tuple[Hidden, Whence]:
        """Keep out what is hidden, or put it back, as a curator who saw *turn* of it says.

        DeclinedError for anybody else, where another curator was faster, and where it may not be quoted any more.
        """
        if not self._roles.is_curator(user):
            raise DeclinedError("hide-not-yours")
        with self._store.begin() as tx:
            found = HiddenQueries(tx).find(number)
            if state is HiddenState.LIFTED and found is not None and not _may_be_quoted(tx, found):
                raise DeclinedError("hide-not-back")
            hidden = HiddenQueries(tx).decide(number, turn, state, now)
            if hidden is None:
                raise DeclinedError("hide-decided-faster")
            if state is HiddenState.LIFTED:
                forget_themes_since(tx, hidden.said_at)
                WinQueries(tx).stale_with(hidden.record)
            DraftQueries(tx).show_anew()
            record(tx, now, user, f"quote.{_ACTIONS[state]}", f"hidden:{hidden.id}", **_terms(hidden))
            return hidden, whence(tx, hidden)

    def see(self, number: int, user: str) -> tuple[Hidden, Quote | None]:
        """Return what was taken out, for curators and admins alone; None for the quote where it is not stored."""
        if not (self._roles.is_curator(user) or user in self._roles.admins):
            raise DeclinedError("hide-not-yours")
        with self._store.read() as tx:
            hidden = HiddenQueries(tx).find(number)
            if hidden is None:
                raise DeclinedError("hide-gone-digest")
            digest = PublicationQueries(tx).find(hidden.edition, Week.parse(hidden.week))
        held = digest.quotes if digest is not None else ()
        return hidden, next((quote for quote in held if quote.record == hidden.record), None)

    def at_home(self, user: str, words: Words, _now: datetime) -> Sequence[Section]:
        """Tell a curator's Home tab what waits for their decision."""
        with self._store.read() as tx:
            found = HiddenQueries(tx).undecided()
            waiting = [(hidden, whence(tx, hidden)) for hidden in found[:_AT_HOME]]
        if not waiting or not self._roles.is_curator(user):
            return []
        return [Section(words("hide-home"), undecided(waiting, words, len(found) - len(waiting)))]

    def carry_on(self, now: datetime) -> None:
        """Do what is owed after a change: take out, correct, tell. What fails now the clock does in a moment."""
        try:
            self.tick(now)
            self._send()
        except VoxpopError as error:
            structlog.get_logger("hiding").warning("what is owed is left to the clock", **describe(error))

    def tick(self, now: datetime) -> None:
        """Do what the clock does: make what is stored and what stands in Slack as it should be, and tell of it."""
        self._take_out(now)
        self._standing.work()
        self._letters.work()

    def _take_out(self, now: datetime) -> None:
        with self._store.read() as tx:
            stale = HiddenQueries(tx).stale()
            since = {hidden.id: Week.parse(hidden.week).back(_SHOWN_WEEKS) for hidden in stale}
            held = [(h, PublicationQueries(tx).holding(h.record, since[h.id])) for h in stale]
        for hidden, digests in held:
            for edition, week in digests:
                self._correct(hidden, edition, week)
            if now - hidden.changed_at > _LOOKED_AGAIN:
                with self._store.begin() as tx:
                    WinQueries(tx).stale_with(hidden.record)
                    HiddenQueries(tx).carried_out(hidden)

    def _correct(self, hidden: Hidden, edition: str, week: Week) -> None:
        """Correct one digest and its messages, stored; a message that was posted is corrected in Slack after this."""
        with self._store.begin() as tx:
            digest = PublicationQueries(tx).correct(edition, week, lambda found: _marked(tx, found, hidden))
            if digest is None:
                return
            change = partial(corrected, digest=digest, words=Words(digest.language))
            for post in OutboxQueries(tx).of(Address(DIGEST, edition, str(week))):
                after = StandingQueries(tx).correct(post, change)
                if after.revision != post.revision and after.is_lost:
                    self._notices.tell_of_message(tx, after, after.reason or "unknown")


_ACTIONS = {HiddenState.KEPT: "keep-out", HiddenState.LIFTED: "put-back"}


def _at(tx: Transaction, place: Place) -> Quote | None:
    digest = PublicationQueries(tx).find(place.edition, Week.parse(place.week))
    return digest.quotes[place.number] if digest is not None and place.number < len(digest.quotes) else None


def _marked(tx: Transaction, digest: Digest, hidden: Hidden) -> Digest:
    """*digest* with the quotes of one record hidden or not, as is decided by now."""
    now = HiddenQueries(tx).find(hidden.id)
    out = now is not None and now.is_out

    def mark(quotes: Sequence[Quote]) -> tuple[Quote, ...]:
        return tuple(q.model_copy(update={"hidden": out}) if q.record == hidden.record else q for q in quotes)

    return digest.model_copy(update={"quotes": mark(digest.quotes), "praise": mark(digest.praise)})


def _may_be_quoted(tx: Transaction, hidden: Hidden) -> bool:
    names = [hidden.record.external_id]
    found = QuotableQueries(tx).by_name(names, FEATURES_VERSION, with_hidden=True)
    return any(each.ref == hidden.record and each.may_be_quoted for each in found)


def _terms(hidden: Hidden) -> dict[str, str | int]:
    return {"edition": hidden.edition, "week": hidden.week, "reason": hidden.reason.value, "turn": hidden.turn}
