"""A change that lowers protection waits here for a second admin, and is told once two have agreed."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from bot.blocks import ids
from bot.blocks.setup_letters import decided, please_decide, to_channel, to_observer
from bot.domain.edition import Edition
from bot.domain.fingerprint import fingerprint
from bot.domain.message import Message
from bot.domain.outbox import NOTICE, SETUP
from bot.domain.pending import EDITION, Pending, PendingState
from bot.domain.place import Place
from bot.domain.protection import Lowering
from bot.domain.role import Grant, Role
from bot.errors import DeclinedError
from bot.locale import Words
from bot.services import ways
from bot.services.audit import record
from bot.services.roles import Roles
from bot.services.setup.book import Book
from bot.services.speech import Speech
from bot.storage.drafts import DraftQueries
from bot.storage.editions import EditionQueries
from bot.storage.grants import GrantQueries
from bot.storage.outbox import Address, OutboxQueries
from bot.storage.pending import PendingQueries
from bot.storage.store import Transaction

_SKEW = timedelta(hours=1)

_FIELD = {
    Lowering.REVIEW_OFF: ids.SETUP_REVIEW,
    Lowering.AWAY_FULL: ids.SETUP_AWAY,
    Lowering.AWAY_POSTS: ids.SETUP_AWAY,
    Lowering.SHARED_CHANNEL: ids.SETUP_CHANNEL,
    Lowering.PUBLIC_CHANNEL: ids.SETUP_CHANNEL,
    Lowering.ASKS_IN_PUBLIC: ids.SETUP_COMPANY,
    Lowering.LAST_CURATOR: f"{ids.SETUP_PEOPLE}curator",
    Lowering.OBSERVER_GONE: f"{ids.SETUP_PEOPLE}observer",
    Lowering.ADMIN_NEW: f"{ids.SETUP_PEOPLE}admin",
    Lowering.ADMIN_GONE: f"{ids.SETUP_PEOPLE}admin",
}
"""Where in a form it is said that a second admin is needed and there is none."""


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asks for a change, and the other admins who could agree, each with their language."""

    user: str
    others: Mapping[str, Words]


class Agreeing:
    """Keeps changes until a second admin agrees or refuses. *look* asks Slack about a channel as it is now."""

    def __init__(self, book: Book, roles: Roles, speech: Speech, look: Callable[[str], Place]) -> None:
        self._book = book
        self._roles = roles
        self._speech = speech
        self._look = look

    def prepare(self, user: str) -> Asker:
        """Find out who else could agree to a change of *user*: Slack is asked before a transaction is open."""
        return Asker(user, {admin: self._speech.to(admin) for admin in self._book.others(user)})

    def ask(
        self,
        tx: Transaction,
        asker: Asker,
        kind: str,
        target: str,
        change: Mapping[str, Any],
        reasons: Sequence[Lowering],
        *,
        seen: str | None,
        now: datetime,
    ) -> Pending:
        """Keep a change until a second admin agrees, and ask them; DeclinedError where there is none.

        Of two who ask for the same the second is who has to agree, and is told so: each would wait for the other.
        """
        if not asker.others:
            raise DeclinedError("setup-alone", at=_FIELD[reasons[0]], reason=reasons[0].value)
        for known in PendingQueries(tx).waiting():
            if (known.kind, known.target, _wanted(known.change)) == (kind, target, _wanted(change)):
                if known.asked_by != asker.user:
                    raise DeclinedError("setup-asked-already", at=_FIELD[reasons[0]])
                return known
        pending = PendingQueries(tx).ask(kind, target, dict(change), reasons, by=asker.user, at=now, seen=seen)
        record(
            tx, now, asker.user, "change.ask", f"change:{pending.id}", about=f"{kind}:{target}", why=" ".join(reasons)
        )
        for admin, words in asker.others.items():
            _send(tx, admin, f"change:{pending.id}", please_decide(pending, words))
        return pending

    def agree(self, number: int, user: str, now: datetime) -> Pending:
        """Let *user* be the second admin: the change takes effect, and everybody concerned is told."""
        self._book.mind(user)
        pending = self.see(number)
        place = self._look(str(pending.edition["channel"])) if pending.kind == EDITION else None
        words = {each: self._speech.to(each) for each in (pending.asked_by, *self._roles.observers)}
        with self._book.change() as tx:
            if self.see_in(tx, number).asked_by == user:
                raise DeclinedError("setup-own-change")
            before = EditionQueries(tx).find(pending.target) if pending.kind == EDITION else None
            asked_by_admin = pending.asked_by in self._roles.of_admins(tx)
            kept = asked_by_admin and _apply(tx, pending, place, user, now)
            if not self._roles.of_admins(tx):
                raise DeclinedError("setup-last-admin")
            state = PendingState.AGREED if kept else PendingState.STALE
            PendingQueries(tx).decide(number, state, user, now)
            record(tx, now, user, "change.agree" if kept else "change.stale", f"change:{number}")
            pending = replace(pending, state=state, decided_by=user)
            _send(tx, pending.asked_by, f"decided:{number}", decided(pending, words[pending.asked_by]))
            if kept:
                self._tell(tx, pending, words, before)
        return pending

    def refuse(self, number: int, user: str, now: datetime) -> Pending:
        """Let the change not happen: another admin refuses it, or who asked for it withdraws it."""
        self._book.mind(user)
        asked_by = self.see(number).asked_by
        words = self._speech.to(asked_by)
        own = asked_by == user
        state = PendingState.WITHDRAWN if own else PendingState.REFUSED
        with self._book.change() as tx:
            pending = replace(self.see_in(tx, number), state=state, decided_by=user)
            PendingQueries(tx).decide(number, state, user, now)
            record(tx, now, user, "change.withdraw" if own else "change.refuse", f"change:{number}")
            if not own:
                _send(tx, asked_by, f"decided:{number}", decided(pending, words))
        return pending

    def see(self, number: int) -> Pending:
        """Return the change called *number* while it waits; DeclinedError where it is over."""
        with self._book.read() as tx:
            return self.see_in(tx, number)

    @staticmethod
    def see_in(tx: Transaction, number: int) -> Pending:
        """The same in an open transaction."""
        pending = PendingQueries(tx).find(number)
        if pending is None or pending.state is not PendingState.OPEN:
            raise DeclinedError("setup-decided")
        return pending

    def waiting(self) -> list[Pending]:
        """Return what waits for a second admin, oldest first."""
        with self._book.read() as tx:
            return PendingQueries(tx).waiting()

    def _tell(self, tx: Transaction, pending: Pending, words: Mapping[str, Words], before: Edition | None) -> None:
        """Tell the observers and the channel: the one that it was *before* too, or for a role every channel."""
        for observer in self._roles.observers:
            _send(tx, observer, f"lowered:{pending.id}", to_observer(pending, words.get(observer, Words("en"))))
        concerned = [
            each for each in EditionQueries(tx).all() if pending.kind != EDITION or each.name == pending.target
        ]
        for edition in concerned:
            _tell_channel(tx, edition, pending, f"lowered:{pending.id}")
            if before is not None and before.channel != edition.channel:
                _tell_channel(tx, before, pending, f"lowered-there:{pending.id}")


def keep_edition(
    tx: Transaction,
    before: Edition | None,
    after: Edition,
    place: Place,
    user: str,
    now: datetime,
    *,
    agreed: bool = False,
    **terms: str,
) -> None:
    """Keep an edition as it is from now on, and write down what changed about it.

    It is off where *place*, its channel as it is now, cannot be posted to; *agreed*: although it is shared.
    """
    moved = before is None or before.channel != after.channel
    after = after.model_copy(update={"off": ways.looked_at(tx, place, now, moved=moved, agreed=agreed)})
    EditionQueries(tx).keep(after)
    if moved:
        ways.moved(tx, after)
    DraftQueries(tx).show_anew()  # they say where and when they go, and by which rules
    target = f"edition:{after.name}"
    if before is None:
        record(tx, now, user, "edition.make", target, channel=after.channel or "", **terms)
        return
    changed = ", ".join(sorted(changes(before, after)))
    if changed:
        record(tx, now, user, "edition.change", target, changed=changed, **terms)


def changes(before: Edition, after: Edition) -> Iterator[str]:
    """Yield the names of the fields in which *after* is another than *before*; what Slack says is nobody's change."""
    for name in Edition.model_fields:
        if name != "off" and getattr(before, name) != getattr(after, name):
            yield name


def _wanted(change: Mapping[str, Any]) -> dict[str, Any]:
    """What a change would make, whenever it was asked for."""
    edition = {name: value for name, value in dict(change.get("edition", {})).items() if name != "created_at"}
    return {**change, "edition": edition}


def _apply(tx: Transaction, pending: Pending, place: Place | None, second: str, now: datetime) -> bool:
    """Do what was asked for; False where what it changes is no longer as it was then."""
    if place is not None:
        return _apply_edition(tx, pending, place, second, now)
    grant = Grant(Role(pending.target), str(pending.change["member"]))
    grants, given = GrantQueries(tx), bool(pending.change["given"])
    done = grants.give(grant) if given else grants.take(grant)
    if done:
        action, target = "role.give" if given else "role.take", f"role:{grant.role}"
        record(tx, now, pending.asked_by, action, target, role=grant.role, member=grant.member, agreed_by=second)
    return done


def _apply_edition(tx: Transaction, pending: Pending, place: Place, second: str, now: datetime) -> bool:
    before = EditionQueries(tx).find(pending.target)
    if (None if before is None else fingerprint(before)) != pending.seen:
        return False
    after = Edition.model_validate(pending.edition)
    if before is None or before.channel is None:
        after = after.model_copy(update={"created_at": now})
    else:
        after = after.model_copy(update={"shadow_weeks": min(before.shadow_weeks, after.shadow_weeks)})
    agreed = Lowering.SHARED_CHANNEL in pending.reasons
    keep_edition(tx, before, after, place, pending.asked_by, now, agreed=agreed, agreed_by=second)
    return True


def _tell_channel(tx: Transaction, edition: Edition, pending: Pending, about: str) -> None:
    if edition.channel is not None:  # one that is off is told when it can be posted to again, and the admins are now
        now, message = tx.now(), to_channel(pending.reasons, Words(edition.language))
        address = Address(SETUP, edition.name, about)
        OutboxQueries(tx).put(address, edition.channel, [message], due_at=now, look_from=now - _SKEW)


def _send(tx: Transaction, user: str, about: str, message: Message) -> None:
    now = tx.now()
    OutboxQueries(tx).put(Address(NOTICE, user, about), user, [message], due_at=now, look_from=now)
