"""Messages on their way to Slack: kept with what they announce, claimed by one worker at a time."""

import hashlib
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import and_, exists, or_, select, update

from bot.domain.message import Message
from bot.domain.outbox import DIGEST, NOTICE, Post, State
from bot.storage.store import AnyRow, Transaction, table_of
from bot.storage.tables import OutboxRow, WorkspaceRow

OUTBOX = table_of(OutboxRow)
WORKSPACE = table_of(WorkspaceRow)

_SKEW = timedelta(minutes=1)


class Address(NamedTuple):
    """What a set of posts is about: (digest, edition, ISO week) or (notice, person, subject)."""

    kind: str
    target: str
    period: str


class OutboxQueries:
    """Reads and writes the outbox of the transaction's workspace."""

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx

    def put(
        self, address: Address, channel: str, messages: Sequence[Message], *, due_at: datetime, look_from: datetime
    ) -> bool:
        """Keep *messages*, the parent first; False, and nothing happens, where this address has posts already.

        What is due within a minute by the database's clock is due now: clocks of two machines never quite agree.
        """
        now, salt = self._tx.now(), self._salt()
        rows = [
            {
                "workspace_id": self._tx.workspace_id,
                **address._asdict(),
                "part": part,
                "key": _opaque(salt, address, part),
                "channel": channel,
                "payload": message.model_dump(mode="json"),
                "state": State.PENDING,
                "due_at": due_at,
                "look_from": look_from,
                "next_at": due_at if due_at > now + _SKEW else now,
                "attempt": 0,
                "created_at": now,
            }
            for part, message in enumerate(messages)
        ]
        insert = self._tx.insert(OUTBOX).on_conflict_do_nothing()
        if self._tx.connection.execute(insert.values(rows[0]).returning(OUTBOX.c.id)).first() is None:
            return False
        if rows[1:]:
            self._tx.execute_many(insert, rows[1:])
        return True

    def append(self, address: Address, message: Message) -> Post:
        """Put *message* at the end of the thread of *address*, to be sent as the others are."""
        now, posts = self._tx.now(), self.of(address)
        part = posts[-1].part + 1
        values = {
            "workspace_id": self._tx.workspace_id,
            **address._asdict(),
            "part": part,
            "key": _opaque(self._salt(), address, part),
            "channel": posts[0].channel,
            "payload": message.model_dump(mode="json"),
            "state": State.PENDING,
            "due_at": now,
            "look_from": now - _SKEW,
            "next_at": now,
            "attempt": 0,
            "created_at": now,
        }
        return to_post(self._tx.connection.execute(OUTBOX.insert().values(**values).returning(OUTBOX)).one())

    def doubt_expired(self, now: datetime, grace: timedelta) -> int:
        """Put every post whose worker never came back in doubt, to be looked for after *grace*; count them."""
        statement = (
            update(OUTBOX)
            .where(*self._mine(), OUTBOX.c.state == State.SENDING, OUTBOX.c.lease_until < now)
            .values(
                state=State.UNKNOWN,
                token=None,
                sure_at=None,
                next_at=now + grace,
                reason="the process that was sending it never came back",
            )
        )
        return self._tx.connection.execute(statement).rowcount

    def claim(self, now: datetime, token: str, lease: timedelta, only: Address | None) -> Post | None:
        """Take the post that has waited longest for a worker with *token*, or None. No two workers get the same.

        *only* asks for the posts of one address, and for notices, which are for everybody to take. A thread message
        is not to be had before everything above it is posted. The post comes as it was before.
        """
        above = OUTBOX.alias()
        in_order = exists().where(
            above.c.workspace_id == OUTBOX.c.workspace_id,
            above.c.kind == OUTBOX.c.kind,
            above.c.target == OUTBOX.c.target,
            above.c.period == OUTBOX.c.period,
            above.c.part == OUTBOX.c.part - 1,
            above.c.state == State.DONE,
            or_(above.c.part > 0, above.c.ts.is_not(None)),
        )
        statement = (
            select(OUTBOX)
            .where(
                *self._mine(),
                *([] if only is None else [or_(OUTBOX.c.kind == NOTICE, and_(*_at(only)))]),
                OUTBOX.c.state.in_((State.PENDING, State.UNKNOWN)),
                OUTBOX.c.next_at <= now,
                or_(OUTBOX.c.part == 0, in_order),
            )
            .order_by(OUTBOX.c.next_at, OUTBOX.c.id)
            .limit(1)
            .with_for_update(skip_locked=True, of=OUTBOX)
        )
        row = self._tx.connection.execute(statement).one_or_none()
        if row is None:
            return None
        self._tx.connection.execute(
            update(OUTBOX)
            .where(OUTBOX.c.id == row.id)
            .values(
                state=State.SENDING,
                token=token,
                lease_until=now + lease,
                next_at=now + lease,
                attempt=row.attempt + 1,
                sure_at=None,
            )
        )
        return to_post(row)

    def root_ts(self, post: Post) -> str | None:
        """Return where the parent of a thread message stands; None for a parent."""
        if post.part == 0:
            return None
        address = Address(post.kind, post.target, post.period)
        statement = select(OUTBOX.c.ts).where(*self._mine(address), OUTBOX.c.part == 0)
        ts: str = self._tx.connection.execute(statement).scalar_one()
        return ts

    def settle(self, post: Post, token: str, state: State, **values: Any) -> bool:
        """Write what became of *post*; False when the lease was lost and somebody else has the say."""
        statement = (
            update(OUTBOX)
            .where(*self._mine(), OUTBOX.c.id == post.id, OUTBOX.c.state == State.SENDING, OUTBOX.c.token == token)
            .values(state=state, token=None, lease_until=None, **values)
        )
        return self._tx.connection.execute(statement).rowcount == 1

    def done(self, post: Post, ts: str, now: datetime, *, sent: bool) -> str:
        """Write that *post* stands at *ts*, lease or no lease; return the ``ts`` that counts: the first one written.

        *sent*: it was posted just now, and not found; so nothing of what comes after it can be posted yet.
        """
        statement = select(OUTBOX.c.state, OUTBOX.c.ts).where(*self._mine(), OUTBOX.c.id == post.id).with_for_update()
        row = self._tx.connection.execute(statement).one()
        if row.state == State.DONE and row.ts is not None:
            return str(row.ts)
        self._tx.connection.execute(
            update(OUTBOX)
            .where(OUTBOX.c.id == post.id)
            .values(
                state=State.DONE,
                ts=ts,
                done_at=now,
                token=None,
                lease_until=None,
                reason=None,
                shown=post.revision if sent else 0,  # what was found may be of any revision
            )
        )
        if sent:
            self.nothing_below(post, now)
        return ts

    def nothing_below(self, post: Post, now: datetime) -> None:
        """Write down that the untried thread messages after *post* are certainly not posted."""
        address = Address(post.kind, post.target, post.period)
        self._tx.connection.execute(
            update(OUTBOX)
            .where(*self._mine(address), OUTBOX.c.part > post.part, OUTBOX.c.attempt == 0)
            .values(sure_at=now)
        )

    def untouched(self, edition: str) -> list[Address]:
        """Return the digests of *edition* that wait to be sent and of which certainly nothing is posted."""
        waiting = self.in_state(State.PENDING, State.BLOCKED, kind=DIGEST)
        periods = dict.fromkeys(post.period for post in waiting if post.target == edition)
        found = [Address(DIGEST, edition, period) for period in periods]
        return [each for each in found if not any(post.in_doubt or post.is_under_way for post in self.of(each))]

    def readdress(self, address: Address, channel: str) -> None:
        """Send all posts of *address* to *channel* instead."""
        self._tx.connection.execute(update(OUTBOX).where(*self._mine(address)).values(channel=channel))

    def rewrite(self, post: Post, message: Message) -> bool:
        """Keep *message* as that of *post*, if it still is as it was read: a person in it took their words back."""
        read = (OUTBOX.c.state == post.state, OUTBOX.c.revision == post.revision)
        mine = (*self._mine(), OUTBOX.c.id == post.id, *read)
        statement = update(OUTBOX).where(*mine).values(payload=message.model_dump(mode="json"))
        return self._tx.connection.execute(statement).rowcount == 1

    def put_back(self, post: Post, state: State, **values: Any) -> bool:
        """Change *post* if it still is as it was read: for people, who hold no lease."""
        statement = (
            update(OUTBOX)
            .where(*self._mine(), OUTBOX.c.id == post.id, OUTBOX.c.state == post.state)
            .values(state=state, token=None, lease_until=None, **values)
        )
        return self._tx.connection.execute(statement).rowcount == 1

    def of(self, address: Address) -> list[Post]:
        """Return the posts of *address*, the parent first."""
        statement = select(OUTBOX).where(*self._mine(address)).order_by(OUTBOX.c.part)
        return [to_post(row) for row in self._tx.connection.execute(statement)]

    def periods(self, kind: str, target: str) -> set[str]:
        """Return every period that *target* has posts for."""
        statement = select(OUTBOX.c.period).where(
            *self._mine(), OUTBOX.c.kind == kind, OUTBOX.c.target == target, OUTBOX.c.part == 0
        )
        return set(self._tx.connection.execute(statement).scalars())

    def targets(self, kind: str, period: str) -> set[str]:
        """Return everything that has posts of *kind* for *period*."""
        statement = select(OUTBOX.c.target).where(*self._mine(), OUTBOX.c.kind == kind, OUTBOX.c.period == period)
        return set(self._tx.connection.execute(statement).scalars())

    def in_state(self, *states: State, kind: str | None = None) -> list[Post]:
        """Return every post in one of *states*, of one *kind* or any, the oldest first, for a person to look at."""
        statement = select(OUTBOX).where(*self._mine(), OUTBOX.c.state.in_(states)).order_by(OUTBOX.c.id)
        if kind is not None:
            statement = statement.where(OUTBOX.c.kind == kind)
        return [to_post(row) for row in self._tx.connection.execute(statement)]

    def _mine(self, address: Address | None = None) -> list[Any]:
        return [OUTBOX.c.workspace_id == self._tx.workspace_id, *([] if address is None else _at(address))]

    def _salt(self) -> str:
        statement = select(WORKSPACE.c.salt).where(WORKSPACE.c.id == self._tx.workspace_id)
        return str(self._tx.connection.execute(statement).scalar_one())


def _at(address: Address) -> list[Any]:
    return [OUTBOX.c[name] == value for name, value in address._asdict().items()]


def _opaque(salt: str, address: Address, part: int) -> str:
    """Return the key that is sent along: the same after a restore, and telling nothing to those who read it."""
    return hashlib.blake2b("|".join((salt, *address, str(part))).encode(), digest_size=16).hexdigest()


def to_post(row: AnyRow) -> Post:
    """Return the post that a *row* of the outbox keeps."""
    return Post(
        id=row.id,
        kind=row.kind,
        target=row.target,
        period=row.period,
        part=row.part,
        key=row.key,
        channel=row.channel,
        message=Message.model_validate(row.payload),
        state=State(row.state),
        due_at=row.due_at,
        look_from=row.look_from,
        next_at=row.next_at,
        attempt=row.attempt,
        sure_at=row.sure_at,
        token=row.token,
        ts=row.ts,
        reason=row.reason,
        revision=row.revision,
    )
