"""A posted digest is corrected in words: numbers stay as they were posted, the thread says what was wrong."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

import structlog

from bot.blocks import ids
from bot.blocks.correction import Correction, Posted, line, message, posted_lately
from bot.blocks.home import Section
from bot.blocks.limits import check
from bot.blocks.taken_out import corrected
from bot.domain.digest import Digest
from bot.domain.outbox import DIGEST, State
from bot.domain.week import Week
from bot.errors import DeclinedError, VoxpopError
from bot.locale import Words
from bot.log import describe
from bot.services.audit import record
from bot.services.roles import Roles
from bot.services.standing import Standing
from bot.storage.editions import EditionQueries
from bot.storage.outbox import Address, OutboxQueries
from bot.storage.publications import PublicationQueries
from bot.storage.standing import StandingQueries
from bot.storage.store import Store, Transaction

_OFFERED = 12
_AT_HOME = 2


class Correcting:
    """Lets curators correct digests that were posted."""

    def __init__(self, store: Store, roles: Roles, standing: Standing, send: Callable[[], object]) -> None:
        self._store = store
        self._roles = roles
        self._standing = standing
        self._send = send

    def posted(self, user: str, limit: int = _OFFERED) -> list[Posted]:
        """Return the newest digests that stand in channels, for a curator; DeclinedError for anybody else."""
        if not self._roles.is_curator(user):
            raise DeclinedError("correct-not-yours")
        with self._store.read() as tx:
            newest = PublicationQueries(tx).headings(limit)
            titles = {edition.name: edition.title for edition in EditionQueries(tx).all()}
            return [
                Posted(each.edition, titles.get(each.edition, each.edition), each.week, each.corrected_at)
                for each in newest
                if _stands(tx, each.edition, each.week)
            ]

    def correct(self, given: Correction, user: str, now: datetime) -> None:
        """Post what *given* says in the digest's thread, with a word in its footer, and keep it with the digest.

        DeclinedError for who is no curator, where somebody else corrected it meanwhile, and where it is not posted.
        """
        if not self._roles.is_curator(user):
            raise DeclinedError("correct-not-yours")
        edition, week, _ = given.seen.split(":")
        if not given.sentence:
            raise DeclinedError("correct-empty", at=ids.CORRECT_SENTENCE)
        with self._store.begin() as tx:
            digest = PublicationQueries(tx).correct(edition, Week.parse(week), partial(_with, given=given, now=now))
            if digest is None or not _stands(tx, edition, week):
                raise DeclinedError("correct-not-posted")
            words, address = Words(digest.language), Address(DIGEST, edition, week)
            said = message(line(given, words), words)
            check(said)
            parent = OutboxQueries(tx).of(address)[0]
            OutboxQueries(tx).append(address, said)
            StandingQueries(tx).correct(parent, partial(corrected, digest=digest, words=words))
            record(tx, now, user, "digest.correct", f"digest:{edition}:{week}", part=given.part)

    def at_home(self, user: str, words: Words, _now: datetime) -> Sequence[Section]:
        """Show a curator's Home tab the newest digests, each with the way to correct it."""
        if not self._roles.is_curator(user):
            return []
        lately = self.posted(user, _AT_HOME)
        return [Section(words("correct-home"), posted_lately(lately, words))] if lately else []

    def carry_on(self) -> None:
        """Send what is to be sent and correct what stands; what fails now the clock does in a moment."""
        try:
            self._send()
            self._standing.work()
        except VoxpopError as error:
            structlog.get_logger("correcting").warning("a correction is left to the clock", **describe(error))


def _with(digest: Digest, given: Correction, now: datetime) -> Digest:
    if Posted(digest.edition, "", digest.week, digest.corrected_at).seen != given.seen:
        raise DeclinedError("correct-faster")
    said = line(given, Words(digest.language))
    told = f"{digest.correction}\n{said}" if digest.correction else said
    return digest.model_copy(update={"correction": told, "corrected_at": now})


def _stands(tx: Transaction, edition: str, week: str) -> bool:
    posts = OutboxQueries(tx).of(Address(DIGEST, edition, week))
    return bool(posts) and posts[0].state is State.DONE and posts[0].ts is not None
