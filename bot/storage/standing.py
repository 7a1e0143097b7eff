"""What stands in Slack against what it should be: a message's revision, and the one that Slack has shown."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import or_, select, update

from bot.domain.message import Message
from bot.domain.outbox import Post, State
from bot.storage.outbox import OUTBOX, to_post
from bot.storage.store import Transaction


class Owed(NamedTuple):
    """A *post* that stands otherwise than it should, in the hands of one worker until *until*.

    *doubt*: until when an earlier correction whose answer was lost may still land over a newer one. *refused*: what
    Slack said the last time, None where it was not refused.
    """

    post: Post
    until: datetime
    doubt: datetime | None
    refused: str | None


class StandingQueries:
    """Corrects messages of the transaction's workspace, and says which of them Slack still shows as they were."""

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx

    def correct(self, post: Post, change: Callable[[Message], Message]) -> Post:
        """Let *change* correct the message of *post* as it is by now, whoever else does so; return it corrected.

        A message that was posted is corrected in Slack by whoever works on what is owed.
        """
        statement = select(OUTBOX).where(*self._mine(post)).with_for_update()
        current = to_post(self._tx.connection.execute(statement).one())
        wanted = change(current.message)
        if wanted == current.message:
            return current
        values = {"payload": wanted.model_dump(mode="json"), "revision": current.revision + 1}
        row = self._tx.connection.execute(
            update(OUTBOX).where(*self._mine(post)).values(**values).returning(OUTBOX)
        ).one()
        return to_post(row)

    def claim(self, now: datetime, lease: timedelta, only: int | None = None) -> Owed | None:
        """Take the message that is owed a correction the longest, or *only* that one; no two workers get the same."""
        statement = (
            select(OUTBOX)
            .where(
                OUTBOX.c.workspace_id == self._tx.workspace_id,
                OUTBOX.c.state == State.DONE,
                OUTBOX.c.ts.is_not(None),
                OUTBOX.c.shown < OUTBOX.c.revision,
                or_(OUTBOX.c.fix_at.is_(None), OUTBOX.c.fix_at <= now),
                *([] if only is None else [OUTBOX.c.id == only]),
            )
            .order_by(OUTBOX.c.id)
            .limit(1)
            .with_for_update(skip_locked=True)
        )
        row = self._tx.connection.execute(statement).one_or_none()
        if row is None:
            return None
        until = now + lease
        self._tx.connection.execute(update(OUTBOX).where(OUTBOX.c.id == row.id).values(fix_at=until))
        return Owed(to_post(row), until, row.fix_doubt, row.fix_refused)

    def is_owed(self, post: Post) -> bool:
        """Whether Slack still shows *post* otherwise than it should."""
        statement = select(OUTBOX.c.id).where(
            *self._mine(post), OUTBOX.c.state == State.DONE, OUTBOX.c.shown < OUTBOX.c.revision
        )
        return self._tx.connection.execute(statement).first() is not None

    def shown(self, owed: Owed, now: datetime) -> None:
        """Write down that Slack shows *owed* as it was claimed; once more later where an older answer was lost."""
        if owed.doubt is not None and owed.doubt > now:
            self._settle(owed, fix_at=owed.doubt, fix_refused=None)
        else:
            self._settle(owed, shown=owed.post.revision, fix_at=None, fix_doubt=None, fix_refused=None)

    def again(self, owed: Owed, at: datetime, *, doubt: datetime | None = None, refused: str | None = None) -> None:
        """Put *owed* off until *at*: its answer was lost, so it may land until *doubt*; or Slack *refused*."""
        self._settle(owed, fix_at=at, fix_doubt=doubt or owed.doubt, fix_refused=refused)

    def try_again(self, channel: str) -> None:
        """Let what Slack refused in *channel* be tried again now: something has changed there."""
        key = (OUTBOX.c.workspace_id == self._tx.workspace_id, OUTBOX.c.channel == channel)
        self._tx.connection.execute(update(OUTBOX).where(*key, OUTBOX.c.fix_refused.is_not(None)).values(fix_at=None))

    def _settle(self, owed: Owed, **values: Any) -> None:
        """Change *owed* where it still is in our hands, and not in those of whoever came after our lease."""
        mine = (*self._mine(owed.post), OUTBOX.c.fix_at == owed.until)
        self._tx.connection.execute(update(OUTBOX).where(*mine).values(**values))

    def _mine(self, post: Post) -> list[Any]:
        return [OUTBOX.c.workspace_id == self._tx.workspace_id, OUTBOX.c.id == post.id]
