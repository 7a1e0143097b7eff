import random
from datetime import timedelta
from zoneinfo import ZoneInfo

from bot.curation.counts import to_counted, to_counts, weeks_at_hand
from bot.curation.exclusions import Exclusions
from bot.domain.rules import Rules
from bot.domain.verbatim import LeftOut, Verbatim, to_conversations
from tests.factories import MONDAY, WEEK, make_verbatim

BERLIN = ZoneInfo("Europe/Berlin")


def counted(verbatims: list[Verbatim], rules: Rules | None = None):
    return to_counted(to_conversations(verbatims), WEEK, BERLIN, Exclusions(rules or Rules()))


def test_conversations_are_those_by_source_and_those_eligible_with_those_left_out() -> None:
    records = [
        make_verbatim("Late.", source="desk"),
        make_verbatim("Late.", source="shop"),
        make_verbatim("", source="shop"),
        make_verbatim("Buy now", source="shop", noise=LeftOut.SPAM),
        make_verbatim("Test", source="desk", tags=("internal",)),
        make_verbatim("Last week", days_ago=7),
    ]
    counts = to_counts(counted(records, Rules(exclude=("internal",))))
    assert counts.model_dump() == {
        "conversations": 5,
        "eligible": 2,
        "by_source": {"desk": 2, "shop": 3},
        "left_out": {"no_words": 1, "spam": 1, "excluded": 1},
    }
    assert counts.conversations == sum(counts.by_source.values()) == counts.eligible + sum(counts.left_out.values())


def test_a_week_is_that_of_the_zone() -> None:
    start = WEEK.start(BERLIN)
    records = [make_verbatim("a", at=start), make_verbatim("b", at=start - timedelta(seconds=1))]
    assert [c.back for c in sorted(counted(records), key=lambda c: c.back)] == [0, 1]


def test_what_comes_after_the_week_is_not_counted() -> None:
    assert counted([make_verbatim("late", at=WEEK.end(BERLIN))]) == []
    assert to_counts([]).conversations == 0


def test_one_conversation_counts_once_in_the_week_of_its_first_words() -> None:
    records = [make_verbatim(t, conversation="c", days_ago=d) for t, d in (("First", 7), ("Second", 0), ("", 14))]
    assert [c.back for c in counted(records)] == [1]


def weeks_of(*per_week: int) -> int:
    """The weeks at hand where *per_week* conversations came in, the week shown first."""
    records = [make_verbatim("x", days_ago=7 * back) for back, count in enumerate(per_week) for _ in range(count)]
    return weeks_at_hand(counted(records))


def test_feedback_at_hand_begins_with_the_first_week_of_some_volume() -> None:
    assert weeks_of(20, 20, 20) == 3
    assert weeks_of(20) == 1
    assert weeks_of() == 1
    assert weeks_of(0, 20) == 2


def test_a_few_conversations_of_long_ago_are_no_weeks_of_feedback() -> None:
    assert weeks_of(20, 20, 20, 0, 0, 0, 1) == 3
    assert weeks_of(20, 20, 0, 20) == 4
    assert weeks_of(*[20] * 20) == 13


def test_row_order_changes_nothing() -> None:
    records = [make_verbatim(f"text {n}", days_ago=n % 40, source="ab"[n % 2], at=MONDAY) for n in range(60)]
    shuffled = random.Random(1).sample(records, len(records))
    assert counted(records) == counted(shuffled)
