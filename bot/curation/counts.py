"""How many: conversations by week, source and reason left out. Every number adds up, whatever the rows' order."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from statistics import median
from zoneinfo import ZoneInfo

from bot.curation.exclusions import Exclusions
from bot.domain.digest import Counts
from bot.domain.verbatim import Conversation, LeftOut
from bot.domain.week import Week

MOST_WEEKS = 13
"""Weeks that are looked at: eight before for movement, and some more for "9th week" and on."""


@dataclass(frozen=True, slots=True)
class Counted:
    """One conversation in its week: *back* 0 is the week shown, 1 the one before. *reason* is None where eligible."""

    conversation: Conversation
    back: int
    reason: LeftOut | None


def to_counted(
    conversations: Iterable[Conversation], week: Week, zone: ZoneInfo, exclusions: Exclusions
) -> list[Counted]:
    """Put every conversation into its week in *zone*, with the reason why it is left out; later weeks are dropped.

    How far back it goes is the oldest conversation's affair.
    """
    known = list(conversations)
    if not known:
        return []
    starts = _starts(min(c.at for c in known), week, zone)
    end = week.end(zone)
    placed = ((c, c.at) for c in known)
    return [Counted(c, len(starts) - bisect_right(starts, at), exclusions.left_out(c)) for c, at in placed if at < end]


def to_counts(counted: Sequence[Counted]) -> Counts:
    """Count the week shown: conversations = Σ by_source = eligible + Σ left_out."""
    week = [c for c in counted if c.back == 0]
    sources = Counter(c.conversation.source for c in week)
    reasons = Counter(c.reason for c in week if c.reason is not None)
    return Counts(
        conversations=len(week),
        eligible=sum(c.reason is None for c in week),
        by_source=dict(sorted(sources.items())),
        left_out={reason.value: reasons[reason] for reason in LeftOut if reasons[reason]},
    )


def weeks_at_hand(counted: Sequence[Counted]) -> int:
    """Return how many weeks, the one shown included, there is feedback of; thirteen at most.

    It begins with the oldest week that has a tenth of the usual volume: a few conversations that began long ago and
    still go on are no weeks of feedback, and would make everything after them seem to rise.
    """
    volumes = Counter(c.back for c in counted if c.reason is None and c.back < MOST_WEEKS)
    usual = median(volumes.values()) if volumes else 0
    return 1 + max((back for back, volume in volumes.items() if 10 * volume >= usual), default=0)


def _starts(oldest: datetime, week: Week, zone: ZoneInfo) -> list[datetime]:
    """Return when each week from that of *oldest* to *week* begins, oldest first."""
    starts = [week.start(zone)]
    while starts[-1] > oldest:
        starts.append(week.back(len(starts)).start(zone))
    return starts[::-1]
