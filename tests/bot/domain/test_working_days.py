"""Working days are counted in the zone and calendar of those who are asked."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.domain.working_days import is_working_day, working_days_after

BERLIN = ZoneInfo("Europe/Berlin")


@pytest.mark.parametrize(
    ("asked", "calendar", "due"),
    [
        ("2026-11-18T09:00", None, "2026-11-20T09:00"),
        ("2026-11-20T09:00", None, "2026-11-24T09:00"),
        ("2026-11-21T09:00", None, "2026-11-24T09:00"),
        ("2026-12-23T09:00", "DE", "2026-12-28T09:00"),
        ("2026-12-24T09:00", "DE", "2026-12-29T09:00"),
        ("2026-10-23T09:00", None, "2026-10-27T10:00"),
    ],
)
def test_weekends_and_holidays_do_not_count_and_the_hour_stays(asked: str, calendar: str | None, due: str) -> None:
    given, wanted = (datetime.fromisoformat(f"{each}:00+00:00") for each in (asked, due))
    assert working_days_after(given, 2, BERLIN, calendar) == wanted


def test_a_day_is_that_of_the_zone() -> None:
    late = datetime(2026, 11, 20, 23, 30, tzinfo=UTC)  # Saturday in Berlin
    assert not is_working_day(late, BERLIN, None)
    assert is_working_day(late, ZoneInfo("UTC"), None)
    assert not is_working_day(datetime(2026, 12, 25, 9, tzinfo=UTC), BERLIN, "DE")
