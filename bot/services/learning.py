"""Learn what depends on one text alone, in at most two worker processes."""

import os
import threading
from collections.abc import Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context, parent_process
from types import TracebackType
from typing import Self

from bot.curation.texts.encoder import prepare_worker
from bot.curation.texts.features import Raw, to_features
from bot.domain.verbatim import Features

WORKERS = 2
"""Two processes use two cores; two BLAS threads in one process were slower than one under load."""
CHUNK = 250
FEW = 300
"""So few texts are learnt faster here than in processes that must first load the encoder."""

GIVES_WAY = 10
"""How far behind whoever asked a worker stands in the queue for a processor: it is busy while there is work."""

Learnt = dict[str, Features]


class Learning:
    """A pool that is started when the first larger batch comes, and stopped at the end of the block."""

    def __init__(self, workers: int = WORKERS) -> None:
        self._workers = workers
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._pool is not None:
            self._pool.shutdown(wait=kind is None, cancel_futures=True)

    def start(self, texts: Mapping[str, Raw]) -> "Pending":
        """Begin to learn *texts* by key; `Pending.result` waits for them."""
        if not texts:
            return Pending([], [])
        keys = sorted(texts)
        if self._pool is None and len(keys) <= FEW:
            return Pending([keys], [to_features([texts[key] for key in keys])])
        chunks = [keys[first : first + CHUNK] for first in range(0, len(keys), CHUNK)]
        pool = self._open()
        return Pending(chunks, [pool.submit(to_features, [texts[key] for key in chunk]) for chunk in chunks])

    def _open(self) -> ProcessPoolExecutor:
        if self._pool is None:
            # spawn: a fork of a process with threads and open database connections is not safe
            self._pool = ProcessPoolExecutor(self._workers, get_context("spawn"), initializer=_make_ready)
        return self._pool


class LearningLater(Learning):
    """Learns nothing: what is kept without its features is learnt by whoever reads it first."""

    def start(self, texts: Mapping[str, Raw]) -> "Pending":  # noqa: ARG002 the twin of Learning.start
        """Leave *texts* as they are."""
        return Pending([], [])


def _make_ready() -> None:
    """Make a worker ready, and let it leave with the process that started it: a pool's workers outlive a kill -9."""
    if hasattr(os, "nice"):  # not on Windows
        os.nice(GIVES_WAY)
    threading.Thread(target=_leave_with_parent, daemon=True).start()
    prepare_worker()


def _leave_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


class Pending:
    """Texts that are being learnt."""

    def __init__(
        self, chunks: Sequence[Sequence[str]], parts: Sequence[list[Features] | Future[list[Features]]]
    ) -> None:
        self._chunks = chunks
        self._parts = parts

    def result(self) -> Learnt:
        """Wait, and return the features by key."""
        learnt: Learnt = {}
        for keys, part in zip(self._chunks, self._parts, strict=True):
            learnt.update(zip(keys, part.result() if isinstance(part, Future) else part, strict=True))
        return learnt
