"""Numbers, dates and durations at their edges."""

from datetime import date, timedelta

import pytest

from bot.locale import formats


@pytest.mark.parametrize(
    ("first", "last", "english", "german"),
    [
        (date(2026, 11, 9), date(2026, 11, 15), "9–15 November 2026", "9.–15. November 2026"),
        (date(2026, 11, 30), date(2026, 12, 6), "30 November – 6 December 2026", "30. November – 6. Dezember 2026"),
        (
            date(2026, 12, 28),
            date(2027, 1, 3),
            "28 December 2026 – 3 January 2027",
            "28. Dezember 2026 – 3. Januar 2027",
        ),
        (date(2026, 11, 9), date(2026, 11, 9), "9 November 2026", "9. November 2026"),
    ],
)
def test_a_range_of_days_repeats_nothing(first: date, last: date, english: str, german: str) -> None:
    assert formats.days(first, last, "en") == english
    assert formats.days(first, last, "de") == german


@pytest.mark.parametrize(
    ("hours", "said"),
    [
        (0, "0 minutes"),
        (0.25, "15 minutes"),
        (1, "1 hour"),
        (1.5, "1.5 hours"),
        (14.2, "14 hours"),
        (47.4, "47 hours"),
        (48, "2 days"),
        (100, "4.2 days"),
        (480, "20 days"),
    ],
)
def test_a_duration_is_in_the_unit_that_people_would_use(hours: float, said: str) -> None:
    assert formats.duration(timedelta(hours=hours), "en") == said


@pytest.mark.parametrize(
    ("share", "said"),
    [(0, "0%"), (0.001, "<1%"), (0.005, "<1%"), (0.006, "1%"), (0.5, "50%"), (0.996, ">99%"), (1, "100%")],
)
def test_a_share_that_is_there_never_reads_as_none_or_all(share: float, said: str) -> None:
    assert formats.percent(share, "en") == said


def test_there_is_no_negative_zero_and_a_real_minus() -> None:
    assert formats.number(-0.3, 0, "en") == "0"
    assert formats.number(-12, 0, "de") == "−12"
