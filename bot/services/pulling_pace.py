"""How far back, how often and for how long sources are read."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.sources.connector import Cursor


@dataclass(frozen=True, slots=True)
class PullPace:
    """*first* is read at once, so that this week's digest is possible; then *history*, backwards by *window*.

    *lease*: so long a process holds a source without a sign of life. *off*: after so long a stream that was refused is
    tried again. *patience*: a source that fails for so long is told to the admins. *rest*: no tool is left alone for
    longer, whatever it asks for.
    """

    first: timedelta = timedelta(weeks=4)
    history: timedelta = timedelta(weeks=13)
    window: timedelta = timedelta(days=30)
    lease: timedelta = timedelta(seconds=60)
    off: timedelta = timedelta(days=1)
    patience: timedelta = timedelta(minutes=45)
    rest: timedelta = timedelta(hours=1)


def next_window(reached: Cursor, goal: datetime, window: timedelta) -> Cursor | None:
    """Return the window of history that comes after *reached*: the rest of one under way, else the one before it.

    None where the *goal* is reached. A window without length marks how far back a stream has been read.
    """
    if reached.until is not None and reached.until > reached.since:
        return reached
    if reached.since <= goal:
        return None
    return Cursor(reached.stream, max(goal, reached.since - window), until=reached.since)


def after_page(cursor: Cursor, mark: str | None, at: datetime | None, *, last: bool, again: timedelta | None) -> Cursor:
    """Return where to go on after a page that ended with *mark* and had come to the moment *at*.

    A window that is read to its end becomes one without length. A stream that is read to its end keeps the tool's mark,
    or with *again* is read from that much before this run began.
    """
    if cursor.until is not None:
        return replace(cursor, until=cursor.since, after=None) if last else replace(cursor, after=mark)
    if again is None:
        return replace(cursor, after=mark, since=max(at, cursor.since) if at else cursor.since)
    if not last:
        return replace(cursor, after=mark)
    return Cursor(cursor.stream, (cursor.began or cursor.since) - again)
