"""When drafts are made, who is told, and what is taken out of one whatever was decided."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.curation.editing.gone import gone_of
from bot.domain.digest import Quote
from bot.domain.edition import Edition, Weekday
from bot.domain.feedback import RecordRef
from bot.domain.reference import to_text
from bot.domain.rules import Rules
from bot.domain.schedule import next_due
from bot.domain.week import Week
from bot.services.drafts.making import draft_at
from bot.sources.base import Page
from bot.storage.editions import EditionQueries
from bot.storage.quotable import QuotableQueries
from bot.storage.store import Store
from tests.bot.blocks.factories import make_quote
from tests.factories import make_edition, make_feedback, make_verbatim
from tests.sample_week import make_parts

TUESDAY = datetime(2026, 11, 17, 7, 30, tzinfo=UTC)
MONDAY = TUESDAY - timedelta(days=1)
W46 = Week.parse("2026-W46")


def due(edition: Edition) -> Any:
    return next_due(edition, datetime(2026, 11, 15, 12, tzinfo=UTC))


@pytest.mark.parametrize(
    ("weekday", "at"),
    [
        (Weekday.TUE, "2026-11-16T07:30"),
        (Weekday.WED, "2026-11-17T07:30"),
        (Weekday.FRI, "2026-11-19T07:30"),
        (Weekday.MON, "2026-11-15T23:00"),  # the week ends at midnight in Berlin: no earlier
        (Weekday.SUN, "2026-11-20T07:30"),
    ],
)
def test_a_draft_comes_a_working_day_before_and_never_before_its_week_is_over(weekday: Weekday, at: str) -> None:
    edition = make_edition(weekday=weekday)
    assert draft_at(edition, due(edition)) == datetime.fromisoformat(f"{at}+00:00")


def test_holidays_are_no_working_days() -> None:
    edition = make_edition(weekday=Weekday.TUE, holidays="DE")
    after_easter = next_due(edition, datetime(2027, 3, 29, 12, tzinfo=UTC))
    assert draft_at(edition, after_easter) == after_easter.week.end(edition.zone)  # Friday and Monday are holidays


def drafted(store: Store, now: datetime, curators: str = "U0CORA", admins: str = "", **values: Any) -> list[Week]:
    """Which weeks a draft is due of at *now*, for an edition made long ago."""
    parts = make_parts(store, curators=curators, admins=admins, slack_bot_token="xoxb-made-for-tests")
    edition = make_edition(**{"channel": "C0LEAD", "created_at": TUESDAY - timedelta(days=2), **values})
    with store.begin() as tx:
        EditionQueries(tx).keep(edition)
    return [item.due.week for item in parts.drafts.making.due(now)]


def test_a_draft_is_due_from_its_time_until_two_days_after_the_edition(store: Store) -> None:
    assert drafted(store, MONDAY - timedelta(seconds=1)) == []
    assert drafted(store, MONDAY) == [W46]
    assert drafted(store, TUESDAY + timedelta(hours=47)) == [W46]
    assert drafted(store, TUESDAY + timedelta(hours=49)) == []


@pytest.mark.parametrize(
    ("values", "is_on"),
    [
        ({}, True),
        ({"curators": ""}, False),
        ({"curators": "", "admins": "U0LEA"}, False),
        ({"curators": "", "admins": "U0LEA", "review": True}, True),
        ({"curators": "", "admins": "U0LEA", "shadow_weeks": 2}, True),
        ({"review": False}, False),
        ({"channel": None}, False),
        ({"off": "is_archived"}, False),
        ({"paused_until": datetime(2026, 12, 1).date()}, False),
    ],
)
def test_review_is_on_where_curators_are_named(store: Store, values: dict[str, Any], is_on: bool) -> None:
    assert bool(drafted(store, MONDAY, **values)) is is_on


def test_a_week_that_was_left_out_gets_no_draft(store: Store) -> None:
    with store.begin() as tx:
        EditionQueries(tx).skip("default", W46, "shadow", MONDAY)
    assert drafted(store, MONDAY) == []


def quote_of(verbatim: Any, **fields: Any) -> Quote:
    return make_quote(verbatim.features.text, record=verbatim.record, **fields)


def test_what_may_not_be_quoted_any_more_is_gone() -> None:
    fine, deleted = make_verbatim("The bag came late."), make_verbatim("Nobody answered.")
    tagged = make_verbatim("It broke at once.", tags=("vip",))
    sensitive = make_verbatim("I am ill.", sensitive=True)
    unfeatured = make_verbatim("Do not show me.", featured=False)
    changed = make_verbatim("The bag came late.")
    quotes = [quote_of(each) for each in (fine, deleted, tagged, sensitive, unfeatured)]
    quotes.append(make_quote("The bag came early.", record=changed.record))
    standing = [fine, tagged, sensitive, unfeatured, changed]
    rules = Rules(do_not_feature=("vip",))
    expected = {to_text(each.record) for each in (deleted, tagged, sensitive, unfeatured, changed)}
    assert gone_of(quotes, standing, rules) == expected
    excluded = gone_of(quotes[:1], standing, Rules(exclude=("bag",)))
    assert excluded == {to_text(fine.record)}


def test_a_team_with_few_conversations_is_a_small_one(store: Store) -> None:
    parts = make_parts(store)
    small = [make_feedback(f"Small {n}", team="Night shift", created_at=MONDAY) for n in range(3)]
    large = [make_feedback(f"Large {n}", team="Front desk", created_at=MONDAY) for n in range(30)]
    alone = make_feedback("Nobody's", created_at=MONDAY)
    for _ in parts.feedback.take_in("desk", [Page(items=(*small, *large, alone))], MONDAY):
        pass
    refs = [quote_ref(item) for item in (small[0], large[0], alone)]
    with store.read() as tx:
        found = QuotableQueries(tx).of_small_teams(refs, MONDAY - timedelta(weeks=8), 20)
    assert found == {refs[0]}


def quote_ref(item: Any) -> Any:
    return RecordRef(source=item.source, kind=item.kind, external_id=item.external_id)
