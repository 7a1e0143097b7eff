"""What people look up is found in a process of its own: nobody whom Slack waits for is held back by a search.

A question travels to that process over a pipe and ends with it: it stands in no log, no table and no list of processes.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from threading import BoundedSemaphore
from typing import Any

from bot.app import Parts
from bot.domain.digest import Digest, Quote
from bot.domain.finding import Finding
from bot.services.reading.searching import Searching
from bot.settings import Settings
from bot.workshop import Workshop

PATIENCE = timedelta(minutes=2)
_AT_ONCE = 2
"""Searches at a time; whoever asks meanwhile waits for a place."""


class Lookups:
    """Finds things in processes that are made for it, and end with it."""

    def __init__(self, settings: Settings) -> None:
        self._workshop = Workshop(settings, PATIENCE, "searching")
        self._places = BoundedSemaphore(_AT_ONCE)

    def about(self, question: str, now: datetime) -> Finding:
        """Answer *question* from what customers said in the last weeks."""
        finding: Finding = self._do(about, question, now)
        return finding

    def more(self, digest: Digest, theme: str) -> Sequence[Quote]:
        """Find more voices on a theme of a published *digest*."""
        quotes: Sequence[Quote] = self._do(more, digest, theme)
        return quotes

    def find(self, question: str, digest: Digest) -> Sequence[Quote]:
        """Find voices of *digest*'s week about *question*, to be pinned."""
        quotes: Sequence[Quote] = self._do(find, question, digest)
        return quotes

    def stop(self) -> None:
        """End whatever is being looked for."""
        self._workshop.stop()

    def _do(self, *work: Any) -> Any:
        with self._places:
            return self._workshop.do(*work)


def about(parts: Parts, question: str, now: datetime) -> Finding:
    """Answer *question* here and now."""
    return _searching(parts).about(question, now, parts.edition("default").zone)


def more(parts: Parts, digest: Digest, theme: str) -> Sequence[Quote]:
    """Find more voices here and now."""
    return _searching(parts).more(parts.edition(digest.edition), digest, theme)


def find(parts: Parts, question: str, digest: Digest) -> Sequence[Quote]:
    """Find voices to pin here and now."""
    return _searching(parts).find(question, parts.edition(digest.edition), digest)


def _searching(parts: Parts) -> Searching:
    return Searching(parts.store, parts.feedback, parts.digests, parts.rules)
