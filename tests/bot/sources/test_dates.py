from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.sources.base import BadValue
from bot.sources.dates import day_order, read_moment

BERLIN = ZoneInfo("Europe/Berlin")
AFTERNOON = datetime(2024, 1, 31, 13, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    "written",
    [
        "31.01.2024 14:05",
        "31.1.2024 14:05:00",
        "31.01.24, 14:05",
        "31.01.2024 um 14:05 Uhr",
        "31.01.2024 14.05 Uhr",
        "31. Januar 2024 14:05",
        "Mi, 31. Jan. 2024, 14:05",
        "2024-01-31 14:05",
        "2024-01-31T14:05:00+01:00",
        "2024-01-31T13:05:00Z",
        "2024-01-31T13:05:00.000000Z",
        "2024-01-31 13:05:00 UTC",
        "2024-01-31 14:05:00 +0100",
        "2024/01/31 14:05",
        "20240131140500",
        "Wed, 31 Jan 2024 14:05:00 +0100",
        "Wed Jan 31 13:05:00 +0000 2024",
        "Jan 31, 2024 2:05 PM",
        "January 31st, 2024 at 2:05 p.m.",
        "31.01.2024 14:05 MEZ",
        "1706706300",
        "1706706300000",
        1706706300,
        1706706300000,
        1706706300.0,
    ],
)
def test_one_moment_is_read_however_it_is_written(written: object) -> None:
    assert read_moment(written, BERLIN) == AFTERNOON


@pytest.mark.parametrize("order", ["dmy", "mdy"])
def test_slashes_are_read_in_the_order_that_was_settled(order: str) -> None:
    expected = {"dmy": datetime(2024, 2, 1, tzinfo=UTC), "mdy": datetime(2024, 1, 2, tzinfo=UTC)}
    assert read_moment("01/02/2024", UTC, order) == expected[order]  # type: ignore[arg-type]


def test_slashes_are_not_guessed() -> None:
    with pytest.raises(BadValue, match="--date-order"):
        read_moment("01/02/2024", UTC)


def test_a_day_without_a_time_begins_in_the_zone_given() -> None:
    assert read_moment("31.01.2024", BERLIN) == datetime(2024, 1, 30, 23, tzinfo=UTC)


def test_an_hour_that_happens_twice_is_its_first_happening() -> None:
    assert read_moment("27.10.2024 02:30", BERLIN) == datetime(2024, 10, 27, 0, 30, tzinfo=UTC)


def test_an_hour_that_is_skipped_counts_on_from_before() -> None:
    assert read_moment("31.03.2024 02:30", BERLIN) == datetime(2024, 3, 31, 1, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    "written",
    [
        "yesterday",
        "31.02.2024",
        "2024-13-01",
        "31.01.2024 25:00",
        "31.01.2024 14:05 in the hotel",
        "Jan 31, 2024 14:05 PM",
        "2024-01-31 14:05 XYZ",
        "1970-01-01",
        "0001-01-01T00:00:00",
        "9999-12-31T23:59:59",
        "45322",
        "1e400",
        float("nan"),
        float("inf"),
        True,
        None,
        [],
        10**400,
    ],
)
def test_what_is_no_moment_is_refused_without_being_repeated(written: object) -> None:
    with pytest.raises(BadValue) as refused:
        read_moment(written, BERLIN)
    assert str(written) not in str(refused.value)


@pytest.mark.parametrize(
    ("written", "order"),
    [("13/04/2024", "dmy"), ("04-13-2024", "mdy"), ("01/02/24 10:00", "unknown"), ("01.02.2024", None), (17, None)],
)
def test_a_value_proves_the_day_order_or_leaves_it_open(written: object, order: str | None) -> None:
    assert day_order(written) == order
