"""Which sources are fresh, and which are left out of a digest because they are not."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import NamedTuple

from bot.domain.digest import SourceHealth
from bot.storage.source_states import SourceStateQueries
from bot.storage.sources import SourceQueries
from bot.storage.store import Transaction

STALE_AFTER = timedelta(hours=2)
"""A source is read every 15 minutes; one that was not read to its end for so long is stale."""


class Freshness(NamedTuple):
    """The *health* of every source, and the names of those *left_out*."""

    health: tuple[SourceHealth, ...]
    left_out: frozenset[str]


def freshness(tx: Transaction, end: datetime, at: datetime | None, known: Mapping[str, datetime]) -> Freshness:
    """Judge every source for a digest of a week that ends at *end*, as of *at*: the due time, or when it is looked at.

    A source that was not read up to the week's end would be compared with weeks that are whole: it is left out of all
    of them, and said. One that was read to there and is silent since is only said. Files never go stale; they are as
    fresh as their newest record, whenever they were imported, so that the same file gives the same digest. Without *at*
    only the week counts. *known* are the sources of the weeks looked at, each with its newest record's time; a source
    that has nothing there is past.
    """
    syncs, pulled = SourceQueries(tx).last_syncs(), SourceStateQueries(tx).pulled()
    needed = end if at is None else min(end, at - STALE_AFTER)
    left_out = {name for name, state in pulled.items() if state.last_sync is None or state.last_sync < needed}
    stale = left_out | {
        name
        for name, state in pulled.items()
        if at is not None and state.last_sync is not None and state.last_sync < at - STALE_AFTER
    }
    last = {name: known[name] for name in syncs if name in known}
    last_syncs: dict[str, datetime | None] = {**last, **{name: state.last_sync for name, state in pulled.items()}}
    health = tuple(
        SourceHealth(source=name, last_sync=at_last, stale=name in stale)
        for name, at_last in sorted(last_syncs.items())
        if name not in left_out or name in known or at_last is None
    )
    return Freshness(health, frozenset(left_out))
