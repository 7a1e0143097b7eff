"""A draft is changed here: one transaction, by a curator who saw its last turn, with an entry in the audit log."""

from datetime import datetime
from typing import Any, Protocol

from bot.domain.digest import Ask, Digest
from bot.domain.draft import Draft, Why
from bot.domain.edition import Edition
from bot.errors import DeclinedError
from bot.services.audit import record
from bot.services.roles import Roles
from bot.storage.drafts import DraftQueries
from bot.storage.editions import EditionQueries
from bot.storage.store import Transaction


class Asker(Protocol):
    """Who words asks: proposes one with a draft, and hears of every change of it."""

    def propose(self, tx: Transaction, edition: Edition, digest: Digest) -> Ask | None:
        """Return the ask that *digest*, just made, could put to somebody."""

    def changed(self, tx: Transaction, edition: Edition, digest: Digest, now: datetime) -> None:
        """Hear that the draft looks like *digest* now, its ask among it, None where it is left out."""


class NobodyAsks:
    """An Asker that asks nothing."""

    def propose(self, tx: Transaction, edition: Edition, digest: Digest) -> Ask | None:  # noqa: ARG002 an Asker
        """Ask nothing."""
        return None

    def changed(self, tx: Transaction, edition: Edition, digest: Digest, now: datetime) -> None:
        """Do nothing."""


class Book:
    """Finds drafts and changes them."""

    def __init__(self, roles: Roles) -> None:
        self._roles = roles

    def reviewers(self, edition: Edition) -> tuple[str, ...]:
        """Return who decides on drafts of *edition*: nobody where review is off, or no curator is named.

        Where it is asked for, and in shadow weeks, admins do so for want of curators.
        """
        if edition.shadow_weeks > 0 or edition.review:
            return self._roles.curators
        return () if edition.review is False else self._roles.named_curators

    def told(self, edition: Edition) -> tuple[str, ...]:
        """Return who is told when a draft is not posted as it should be: those who decide, and the admins."""
        return tuple(dict.fromkeys((*self.reviewers(edition), *self._roles.admins)))

    def mind(self, draft: Draft, turn: int, curator: str) -> None:
        """Raise DeclinedError where *curator* is none, saw another turn, or comes too late."""
        self.mind_role(curator)
        if not draft.is_open:
            raise DeclinedError(f"draft-is-{draft.state.value}")
        if draft.turn != turn:
            raise DeclinedError("draft-faster")

    def mind_role(self, user: str) -> None:
        """Raise DeclinedError where *user* is no curator."""
        if not self._roles.is_curator(user):
            raise DeclinedError("draft-not-curator")

    @staticmethod
    def find(tx: Transaction, number: int) -> tuple[Draft, Edition]:
        """Return the draft called *number*, DeclinedError where there is none, and its edition."""
        draft = DraftQueries(tx).find(number)
        if draft is None:
            raise DeclinedError("draft-gone")
        return draft, EditionQueries(tx).called(draft.edition)

    @staticmethod
    def change(
        tx: Transaction,
        draft: Draft,
        now: datetime,
        actor: str,
        action: str,
        *,
        terms: dict[str, str | int] | None = None,
        why: Why | None = None,
        **values: Any,
    ) -> Draft:
        """Change *draft* and write down who did, and why; DeclinedError where somebody was faster."""
        if not DraftQueries(tx).change(draft, **values):
            raise DeclinedError("draft-faster")
        detail: dict[str, str | int] = {"week": draft.week, **(terms or {}), **({"why": why.value} if why else {})}
        record(tx, now, actor, action, f"draft:{draft.number}", **detail)
        return Book.find(tx, draft.number)[0]
