"""How every support tool that is set up stands: what it answers now, and what the last runs left behind."""

from collections.abc import Iterator
from contextlib import closing
from datetime import datetime

from bot.domain.check import Check
from bot.domain.connection import Origin
from bot.errors import SettingsError
from bot.services.accounts import Accounts
from bot.services.freshness import STALE_AFTER
from bot.services.source_books import another_account
from bot.sources import SOURCES
from bot.sources.checks import check
from bot.sources.connector import Connector
from bot.storage.source_states import WHOLE, SourceStateQueries
from bot.storage.store import Store


def check_sources(store: Store, accounts: Accounts, now: datetime) -> Iterator[Check]:
    """Yield what there is to say of every source that *accounts* can open; the tools are asked."""
    for name in SOURCES:
        try:
            source = accounts.open(name)
        except SettingsError as error:
            yield Check(False, f"{error}.", f"docs/{name}.md")
            continue
        if source is not None and accounts.origin(name) is Origin.SLACK:
            yield Check(True, f"{source.title} is connected in Slack, as {source.account!r}.")
        if source is not None:
            with closing(source):
                yield from check(source, now)
                yield from _standing(store, source, now)


def _standing(store: Store, source: Connector, now: datetime) -> Iterator[Check]:
    with store.read() as tx:
        states = SourceStateQueries(tx).all_of(source.name)
    whole = states.get(WHOLE)
    if whole is not None and (other := another_account(whole, source)):
        yield Check(False, f"{source.title} is not read: {other}.", f"docs/{source.name}.md")
        return
    if whole is None or whole.last_sync is None:
        yield Check(False, f"{source.title} was not read to its end yet.", f"voxpop ingest {source.name}")
    elif whole.last_sync < now - STALE_AFTER:
        yield Check(
            False,
            f"{source.title} is stale: last read to its end {whole.last_sync:%Y-%m-%d %H:%M} UTC.",
            f"`voxpop run` reads it every 15 minutes; `voxpop ingest {source.name}` does now.",
        )
    else:
        yield Check(True, f"{source.title} was last read to its end {whole.last_sync:%Y-%m-%d %H:%M} UTC.")
    if whole is not None and whole.off:
        yield Check(False, f"{source.title} is paused: {whole.off}.", source.way_out)
    elif whole is not None and whole.error:
        yield Check(False, f"The last run over {source.title} was stopped: {whole.error}.", "It is tried again.")
    for stream, state in sorted(states.items()):
        if stream and state.off:
            yield Check(False, f"{source.title} {stream} is off: {state.off}.", "It is tried again once a day.")
