"""Digests are made and sources pulled here: each in a process of its own, so that nobody in this one waits for it.

Such work keeps a processor busy for seconds. In a thread it would hold back every other thread of Python:
acknowledgements that Slack waits three seconds for, health, the clock. A process that starts for one task and ends
with it costs a second or two, gives its memory back, and takes nothing down with it.
"""

import contextlib
import os
import signal
import threading
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from multiprocessing import get_context, parent_process
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from types import TracebackType
from typing import Any, Self

from bot.app import Parts, build
from bot.domain.edition import Edition
from bot.domain.message import Message
from bot.domain.schedule import Due
from bot.errors import UnexpectedError, VoxpopError
from bot.log import describe, set_up_logging
from bot.settings import Settings

PATIENCE = timedelta(minutes=10)
"""So long a digest may take before it is given up."""

PULL_PATIENCE = timedelta(hours=2)
"""So long the pull of a source may take; what it kept until then is kept."""
PULL_TURN = timedelta(minutes=30)
"""So long history is read at a time: then what is new comes first again."""

_GENTLE_SECONDS = 2.0

_GIVES_WAY = 5
"""How far behind the process that answers Slack such a one stands in the queue for a processor."""


class StoppedError(VoxpopError):
    """Voxpop is being stopped while something was made; nothing is lost, it is made again."""


class Workshop:
    """Makes digests or pulls sources with *settings*, any number at once, and can be stopped in the middle of it.

    *task* is what it does, in the words in which people are told that it took longer than *patience*. What *writes*
    much gives no way to others: while it has its turn to write, they all wait for it.
    """

    def __init__(
        self,
        settings: Settings,
        patience: timedelta = PATIENCE,
        task: str = "making the digest",
        *,
        writes: bool = False,
    ) -> None:
        self._settings = settings
        self._behind = 0 if writes else _GIVES_WAY
        self._patience = patience
        self._task = task
        self._lock = threading.Lock()
        self._running: set[SpawnProcess] = set()
        self._stopped = False

    def preview(self, now: datetime, name: str = "default") -> Sequence[Message]:
        """Make the coming digest of the edition called *name*, for one person; StoppedError when stopped meanwhile."""
        messages: Sequence[Message] = self.do(make_preview, now, name)
        return messages

    def publish(self, edition: Edition, due: Due, now: datetime) -> bool:
        """Put the digest of *due* into the outbox; False where it is there already. StoppedError as above."""
        published: bool = self.do(publish, edition, due, now)
        return published

    def draft(self, edition: Edition, due: Due, now: datetime) -> bool:
        """Make the draft of *due*; False where there is one already. StoppedError as above."""
        made: bool = self.do(make_draft, edition, due, now)
        return made

    def do(self, work: Callable[..., Any], *arguments: Any) -> Any:
        """Run *work*, a function of a module that takes `Parts` and *arguments*, and return its result.

        An error of ours comes back as VoxpopError with its sentence, any other as UnexpectedError without its text.
        """
        context = get_context("spawn")  # a fork of a process with threads and open connections is not safe
        receiver, sender = context.Pipe(duplex=False)
        process = context.Process(
            target=_work, args=(sender, self._settings, self._behind, work, arguments), name=f"voxpop {self._task}"
        )
        with receiver:
            with sender:
                self._start(process)
            try:
                kind, *told = _read(receiver, self._patience, self._task)
            finally:
                self._end(process)
        if kind == "made":
            return told[0]
        if self._stopped:
            raise StoppedError("Voxpop is being stopped; ask again in a minute")
        if kind == "refused":
            raise VoxpopError(told[0])
        raise UnexpectedError(*told)

    def stop(self) -> None:
        """End whatever is being made; it is made again at the next start."""
        with self._lock:
            self._stopped = True
            running = list(self._running)
        for process in running:
            process.terminate()

    def _start(self, process: SpawnProcess) -> None:
        with self._lock:
            if self._stopped:
                raise StoppedError("Voxpop is being stopped; ask again in a minute")
            process.start()
            self._running.add(process)

    def _end(self, process: SpawnProcess) -> None:
        process.join(_GENTLE_SECONDS)
        if process.is_alive():
            process.terminate()
            process.join(_GENTLE_SECONDS)
        if process.is_alive():
            process.kill()
            process.join()
        with self._lock:
            self._running.discard(process)
        process.close()


def make_preview(parts: Parts, now: datetime, name: str = "default") -> Sequence[Message]:
    """Draw the coming digest of the edition called *name* for one person.

    Where its week is still running, that of the last one that has ended is drawn.
    """
    from bot.blocks.voice import preview
    from bot.domain.week import Week
    from bot.locale import Words

    edition = parts.edition(name)
    due = parts.editions.next_due(edition, now)
    week = min(due.week, Week.last_ended(now, edition.zone))
    digest = parts.draft(edition, week, now)
    return preview(digest, edition, due, Words(edition.language))


def pull(parts: Parts, name: str, now: datetime) -> int:
    """Pull the source called *name*, its history for half an hour at most; return how many records came.

    The themes of past weeks are fitted again where late feedback changed them, so that the digest only reads them.
    """
    from bot.services.leases import BusyError
    from bot.services.sealing import SealError
    from bot.services.source_notices import Tool
    from bot.sources import kind_of

    try:
        source, came = parts.sources.accounts.open(name), 0
    except SealError as error:
        parts.pulling.unreadable(Tool(name, kind_of(name).title), error)
        raise
    if source is None:
        return 0
    with contextlib.closing(source), contextlib.suppress(BusyError):  # another process does it
        for step in parts.pulling.pull(source, until=now + PULL_TURN):
            came += step.tally.new + step.tally.updated + step.tally.gone
    if came:
        zones = {edition.timezone: edition for edition in (*parts.editions.all(), parts.edition("default"))}
        for edition in zones.values():  # themes are fitted by zone, for every edition in it at once
            parts.digests.settle(edition, now)
    return came


def publish(parts: Parts, edition: Edition, due: Due, now: datetime) -> bool:
    """Put the digest of *due* into the outbox, once."""
    return parts.publisher.publish(edition, due.week, due_at=due.at, now=now)


def make_draft(parts: Parts, edition: Edition, due: Due, now: datetime) -> bool:
    """Make the draft of *due* and freeze its data, once."""
    return parts.drafts.making.make(edition, due, now)


def _read(receiver: "Connection[Any, Any]", patience: timedelta, task: str) -> tuple[Any, ...]:
    if not receiver.poll(patience.total_seconds()):
        return ("refused", f"{task} was not over after {patience.total_seconds() / 60:g} minutes; see the log")
    try:
        outcome: tuple[Any, ...] = receiver.recv()
    except EOFError:
        return ("unexpected", "ProcessDied", f"the process that was {task}")
    return outcome


def _work(
    sender: "Connection[Any, Any]",
    settings: Settings,
    behind: int,
    work: Callable[..., Any],
    arguments: tuple[Any, ...],
) -> None:
    """Do the *work* in the new process and tell the one that asked."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches every process of the terminal; the first decides
    signal.signal(signal.SIGTERM, _leave)
    threading.Thread(target=_leave_with_parent, daemon=True).start()
    if hasattr(os, "nice"):  # not on Windows
        os.nice(behind)
    set_up_logging()
    with _Telling(sender) as telling, build(settings) as parts:
        telling.made = work(parts, *arguments)


def _leave(*_: object) -> None:
    raise SystemExit(1)


def _leave_with_parent() -> None:
    """Nobody wants the result of a process whose asker is gone."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


class _Telling(contextlib.AbstractContextManager["_Telling"]):
    """Tells the process that asked what came of the block, errors as plain words: not all of them can be pickled."""

    def __init__(self, sender: "Connection[Any, Any]") -> None:
        self._sender = sender
        self.made: Any = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool:
        if isinstance(error, VoxpopError):
            self._sender.send(("refused", str(error)))
        elif isinstance(error, Exception):
            said = describe(error)
            self._sender.send(("unexpected", said["error"], said["place"]))
        elif error is None:
            self._sender.send(("made", self.made))
        return isinstance(error, Exception)
