from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.curation.figures.kpis import to_kpis
from bot.domain.digest import Kpi
from bot.domain.feedback import Kind
from bot.domain.verbatim import Verbatim, to_conversations
from tests.factories import MONDAY, WEEK, make_rating, make_verbatim

BERLIN = ZoneInfo("Europe/Berlin")
LAST_MONTH = 28


def kpis(verbatims: list[Verbatim], seed: str = "seed") -> dict[str, Kpi]:
    found = to_kpis(to_conversations(verbatims), WEEK, BERLIN, seed)
    return {f"{k.name} {k.scale}" if k.scale else k.name: k for k in found}


def rated(value: float, times: int, *, scale: str = "1-5", days_ago: float = 0) -> list[Verbatim]:
    return [
        make_verbatim("", kind=Kind.RATING, rating=make_rating(value, scale), days_ago=days_ago) for _ in range(times)
    ]


def solved(hours: float, times: int, *, days_ago: float = 0, reopened: bool | None = None) -> list[Verbatim]:
    at = MONDAY - timedelta(days=days_ago)
    return [
        make_verbatim("x", at=at - timedelta(hours=hours + n / 10), solved_at=at, reopened=reopened)
        for n in range(times)
    ]


def test_csat_is_the_share_of_positive_classes_per_scale() -> None:
    found = kpis([*rated(5, 20), *rated(4, 10), *rated(3, 10), *rated(1, 20), *rated(1, 30, scale="0-1")])
    assert found["csat 1-5"].value == 0.5
    assert found["csat 1-5"].n == 60
    assert found["csat 0-1"].value == 1.0


def test_nps_is_promoters_less_detractors_in_points() -> None:
    found = kpis([*rated(10, 20, scale="0-10"), *rated(8, 10, scale="0-10"), *rated(3, 10, scale="0-10")])
    assert found["nps 0-10"].value == 25.0


def test_too_few_answers_have_no_value_but_their_number() -> None:
    found = kpis(rated(5, 29))
    assert (found["csat 1-5"].value, found["csat 1-5"].n) == (None, 29)
    assert kpis(rated(5, 30))["csat 1-5"].value == 1.0


def test_a_change_needs_enough_answers_on_both_sides() -> None:
    found = kpis([*rated(5, 40), *rated(1, 29, days_ago=LAST_MONTH)])
    assert found["csat 1-5"].change is None
    assert not found["csat 1-5"].significant


def test_a_clear_change_is_significant_and_a_slight_one_is_not() -> None:
    clear = kpis([*rated(5, 80), *rated(1, 20), *rated(5, 50, days_ago=LAST_MONTH), *rated(1, 50, days_ago=LAST_MONTH)])
    slight = kpis(
        [*rated(5, 53), *rated(1, 47), *rated(5, 50, days_ago=LAST_MONTH), *rated(1, 50, days_ago=LAST_MONTH)]
    )
    assert clear["csat 1-5"].change == 0.3
    assert clear["csat 1-5"].significant
    assert not slight["csat 1-5"].significant


def test_what_stands_alone_falls_when_others_are_looked_at_beside_it() -> None:
    weak = [*rated(5, 64), *rated(1, 36), *rated(5, 49, days_ago=LAST_MONTH), *rated(1, 51, days_ago=LAST_MONTH)]
    flat = [
        r
        for scale in ("1-7", "0-1", "1-3")
        for days in (0, LAST_MONTH)
        for r in rated(1, 101, scale=scale, days_ago=days)
    ]
    assert kpis(weak)["csat 1-5"].significant
    assert not kpis([*weak, *flat])["csat 1-5"].significant


def test_windows_touch_and_never_overlap() -> None:
    edge = WEEK.back(3).start(BERLIN)
    start = WEEK.back(7).start(BERLIN)
    moments = [start - timedelta(seconds=1), start, edge - timedelta(seconds=1), edge, WEEK.end(BERLIN)]
    records = [make_verbatim("", kind=Kind.RATING, rating=5, at=moment) for moment in moments]
    assert (kpis(records)["csat 1-5"].n, kpis(records)["csat 1-5"].previous_n) == (1, 2)


def test_a_rating_counts_by_its_own_date_not_by_its_conversation() -> None:
    said = make_verbatim("The bag is lost.", conversation="c1", at=WEEK.back(5).start(BERLIN))
    scored = make_verbatim("", kind=Kind.RATING, conversation="c1", rating=1, at=MONDAY)
    assert kpis([said, scored])["csat 1-5"].n == 1


def test_a_changed_rating_is_one_answer_with_its_newest_value() -> None:
    twice = [
        make_verbatim("", kind=Kind.RATING, conversation=f"c{n}", rating=value, at=MONDAY + timedelta(hours=hours))
        for n in range(30)
        for value, hours in ((1, 0), (5, 3))
    ]
    assert (kpis(twice)["csat 1-5"].n, kpis(twice)["csat 1-5"].value) == (30, 1.0)


def test_time_to_resolution_is_the_median_in_hours_of_what_was_solved() -> None:
    found = kpis([*solved(10, 30), *solved(500, 2), *solved(30, 31, days_ago=LAST_MONTH)])
    assert found["time_to_resolution"].value == pytest.approx(11.55, abs=0.01)
    assert found["time_to_resolution"].change == pytest.approx(11.55 - 31.5, abs=0.01)
    assert found["time_to_resolution"].significant


def test_a_time_that_runs_backwards_is_no_resolution() -> None:
    assert kpis([make_verbatim("x", at=MONDAY, solved_at=MONDAY - timedelta(hours=1))]) == {}


def test_reopened_is_a_share_of_what_says_so() -> None:
    found = kpis([*solved(5, 30, reopened=False), *solved(5, 10, reopened=True), *solved(5, 7, reopened=None)])
    assert (found["reopened"].value, found["reopened"].n) == (0.25, 40)


def test_the_one_with_the_fewest_answers_gives_way() -> None:
    scales = {"1-5": 50, "1-7": 33, "0-1": 40}
    records = [r for scale, times in scales.items() for r in rated(1, times, scale=scale)]
    found = kpis([*records, *solved(5, 60, reopened=False)])
    assert list(found) == ["csat 0-1", "csat 1-5", "time_to_resolution", "reopened"]


def test_no_answers_no_numbers() -> None:
    assert kpis([make_verbatim("Only words.", at=datetime(2026, 11, 3, tzinfo=UTC))]) == {}
