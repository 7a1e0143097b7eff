"""Which sources are fresh, and which are left out of a digest because they are not."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from itertools import pairwise
from typing import NamedTuple

from bot.domain.digest import SourceHealth
from bot.domain.feedback import TOLD_SOURCE
from bot.storage.source_states import SourceStateQueries
from bot.storage.sources import SourceQueries
from bot.storage.store import Transaction

STALE_AFTER = timedelta(hours=2)
"""A source is read every 15 minutes; one that was not read to its end for so long is stale."""

_SILENT_AT_LEAST = timedelta(days=2)
_RHYTHM = timedelta(weeks=3)
"""Time that a file's records must span before its silence means anything."""


class Freshness(NamedTuple):
    """The *health* of every source, and the names of those *left_out*."""

    health: tuple[SourceHealth, ...]
    left_out: frozenset[str]


def freshness(
    tx: Transaction, end: datetime, at: datetime | None, known: Mapping[str, Sequence[datetime]]
) -> Freshness:
    """Judge every source for a digest of a week that ends at *end*, as of *at*: the due time, or when it is looked at.

    A source that was not read up to the week's end would be compared with weeks that are whole: it is left out of all
    of them, and said. One that was read to there and is silent since is only said. Files are as fresh as their newest
    record, whenever they were imported, so that the same file gives the same digest; one that `stopped` before the
    week's end is left out likewise. Without *at* only the week counts. *known* are the sources of the weeks looked at,
    each with the times of its records there, oldest first; a source that has nothing there is past.
    """
    syncs, pulled = SourceQueries(tx).last_syncs(), SourceStateQueries(tx).pulled()
    known = {name: moments for name, moments in known.items() if name != TOLD_SOURCE}  # told now and then, never stale
    syncs.pop(TOLD_SOURCE, None)
    needed = end if at is None else min(end, at - STALE_AFTER)
    left_out = {name for name, state in pulled.items() if state.last_sync is None or state.last_sync < needed}
    left_out |= {name for name, moments in known.items() if name not in pulled and stopped(moments, needed)}
    stale = left_out | {
        name
        for name, state in pulled.items()
        if at is not None and state.last_sync is not None and state.last_sync < at - STALE_AFTER
    }
    last = {name: known[name][-1] for name in syncs if name in known}
    last_syncs: dict[str, datetime | None] = {**last, **{name: state.last_sync for name, state in pulled.items()}}
    health = tuple(
        SourceHealth(source=name, last_sync=at_last, stale=name in stale)
        for name, at_last in sorted(last_syncs.items())
        if name not in left_out or name in known or at_last is None
    )
    return Freshness(health, frozenset(left_out))


def stopped(moments: Sequence[datetime], end: datetime) -> bool:
    """Return whether records that came at *moments*, oldest first, had come to an end before *end*.

    They had where the silence is more than twice as long as any before, and two days at least. A stop that is taken for
    a quiet week would be told as customers who have nothing to complain of any more.
    """
    if not moments or moments[-1] - moments[0] < _RHYTHM:
        return False
    longest = max(later - earlier for earlier, later in pairwise(moments))
    return end - moments[-1] > max(_SILENT_AT_LEAST, 2 * longest)
