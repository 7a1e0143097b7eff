"""Questions of earlier weeks, from before `voxpop run` starts: one waits for an answer, two were taken and are late."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.domain.ask import AskState, CommitmentKind
from bot.domain.digest import Digest
from bot.domain.reference import to_text
from bot.domain.week import Week
from bot.domain.working_days import is_working_day
from bot.storage.asks import AskQueries
from bot.storage.store import Store


def noon_zone() -> ZoneInfo:
    """The zone in which it is about noon now: nobody is reminded at night, and no journey runs past midnight."""
    ahead = 12 - datetime.now(UTC).hour
    return ZoneInfo(f"Etc/GMT{-ahead:+d}")


ZONE = noon_zone()
"""Where the offices are."""

REMINDS = is_working_day(datetime.now(UTC), ZONE, None)
"""Whether owners are reminded today: at the weekend they are not."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """A question of *weeks* before; *taken* is what its owner took on, some days too long ago."""

    weeks: int
    area: str
    sentence: str
    taken: str | None = None


WAITS = Earlier(3, "Returns", "Who checks refunds that take longer than a week?")
LATE = Earlier(2, "Warehouse", "How do parcels leave on Saturdays, too?", "A second shift packs on Saturdays.")
MOVED = Earlier(1, "Hotline", "When is the hotline reached in a minute?", "Two more people answer the phone.")


def ask_before(store: Store, digest: Digest, owner: str, now: datetime) -> None:
    """Keep the three as asked of *owner* in the weeks before that of *digest*, about what it quotes."""
    records = [to_text(quote.record) for quote in digest.quotes]
    with store.begin() as tx:
        for each in (WAITS, LATE, MOVED):
            _keep(AskQueries(tx), each, str(Week.parse(digest.week).back(each.weeks)), owner, records, now)


def _keep(asks: AskQueries, each: Earlier, week: str, owner: str, records: list[str], now: datetime) -> None:
    then = now - timedelta(weeks=each.weeks)
    area = each.area
    ask = asks.add(
        "default", week, then, theme=area.lower(), theme_name=area, area=area, sentence=each.sentence, chosen=owner,
        owner=owner, deputy=None,
    )  # fmt: skip
    assert ask is not None
    values: dict[str, object] = {"state": AskState.OPEN, "posted_at": then, "records": records}
    if each.taken is not None:
        answer = {"state": AskState.TAKEN, "kind": CommitmentKind.PEOPLE, "line": each.taken, "answered_by": owner}
        values |= {**answer, "answered_at": then, "due": (now - timedelta(days=4)).astimezone(ZONE).date()}
    assert asks.change(ask, then, **values)
