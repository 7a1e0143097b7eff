"""Due times: once per local week, in every zone, whatever its clocks do."""

import itertools
import random
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest

from bot.domain.edition import Edition, Weekday
from bot.domain.schedule import due_between, next_due, public_holidays
from bot.domain.week import Week
from bot.errors import SettingsError


def make_schedule(weekday: str, at: str, timezone: str, holidays: str | None = None) -> Edition:
    return Edition(
        weekday=Weekday(weekday),
        at=time.fromisoformat(at),
        timezone=timezone,
        holidays=holidays,
        created_at=datetime(2000, 1, 1, tzinfo=UTC),
    )


def local(edition: Edition, after: str) -> datetime:
    """The next due time after a local date and time, in local wall time."""
    moment = datetime.fromisoformat(after).replace(tzinfo=edition.zone)
    return next_due(edition, moment).at.astimezone(edition.zone).replace(tzinfo=None)


def test_a_due_time_is_the_local_weekday_and_time():
    edition = make_schedule("tue", "08:30", "Europe/Berlin")
    assert local(edition, "2026-11-09 12:00") == datetime(2026, 11, 10, 8, 30)


def test_next_is_strictly_after_so_that_asking_from_a_due_time_moves_on():
    edition = make_schedule("tue", "08:30", "Europe/Berlin")
    first = next_due(edition, datetime(2026, 11, 9, tzinfo=UTC))
    assert next_due(edition, first.at).slot == first.slot + timedelta(days=7)


def test_the_covered_week_is_the_last_that_ended_in_the_editions_zone():
    sunday_in_auckland = make_schedule("mon", "00:00", "Pacific/Auckland")
    due = next_due(sunday_in_auckland, datetime(2026, 11, 14, tzinfo=UTC))
    assert due.at == datetime(2026, 11, 15, 11, 0, tzinfo=UTC)  # Monday there, Sunday still in UTC
    assert due.week == Week.parse("2026-W46")


@pytest.mark.parametrize(
    ("weekday", "at", "zone", "after", "expected"),
    [
        ("sun", "02:30", "Europe/Berlin", "2026-03-25 00:00", datetime(2026, 3, 29, 3, 0)),
        ("fri", "00:00", "Africa/Cairo", "2026-04-22 00:00", datetime(2026, 4, 24, 1, 0)),
        ("fri", "08:30", "Pacific/Apia", "2011-12-26 00:00", datetime(2011, 12, 31, 0, 0)),
        ("sun", "02:15", "Australia/Lord_Howe", "2026-09-30 00:00", datetime(2026, 10, 4, 2, 30)),
    ],
    ids=["Berlin in spring", "Cairo's midnight", "the day Samoa skipped", "Lord Howe's half hour"],
)
def test_a_time_that_does_not_exist_is_due_at_the_first_instant_after_the_gap(weekday, at, zone, after, expected):
    assert local(make_schedule(weekday, at, zone), after) == expected


def test_a_time_that_comes_twice_is_due_at_its_first_coming_only():
    edition = make_schedule("sun", "02:30", "Europe/Berlin")
    found = due_between(edition, datetime(2026, 10, 24, tzinfo=UTC), datetime(2026, 10, 30, tzinfo=UTC))
    assert [due.at for due in found] == [datetime(2026, 10, 25, 0, 30, tzinfo=UTC)]


def test_monday_midnight_in_los_angeles_is_not_lost_in_the_week_of_the_clock_change():
    edition = make_schedule("mon", "00:00", "America/Los_Angeles")
    found = due_between(edition, datetime(2027, 3, 7, 12, tzinfo=UTC), datetime(2027, 3, 23, tzinfo=UTC))
    assert [due.slot for due in found] == [date(2027, 3, 8), date(2027, 3, 15), date(2027, 3, 22)]


def test_a_public_holiday_moves_it_to_the_next_working_day():
    easter_monday = make_schedule("mon", "08:30", "Europe/Berlin", "DE-BE")
    assert local(easter_monday, "2026-04-04 00:00") == datetime(2026, 4, 7, 8, 30)
    good_friday = make_schedule("fri", "08:30", "Europe/Berlin", "DE-BE")
    assert local(good_friday, "2026-04-01 00:00") == datetime(2026, 4, 7, 8, 30)
    assert local(good_friday, "2026-04-07 09:00") == datetime(2026, 4, 10, 8, 30)


def test_a_holiday_of_another_region_moves_nothing():
    assert local(make_schedule("thu", "08:30", "Europe/Berlin", "DE-BE"), "2026-06-02 00:00").day == 4
    assert local(make_schedule("thu", "08:30", "Europe/Berlin", "DE-BY"), "2026-06-02 00:00").day == 5


def test_a_weekend_that_is_no_holiday_is_kept_because_somebody_chose_it():
    assert local(make_schedule("sun", "18:00", "Europe/Berlin", "DE-BE"), "2026-11-18 00:00") == datetime(
        2026, 11, 22, 18, 0
    )


@pytest.mark.parametrize("calendar", ["DE-BE", "GB-ENG", "CN", "US-NY", "JP", "IL"])
@pytest.mark.parametrize("weekday", list(Weekday))
def test_a_moved_due_time_stays_before_the_next_slot_and_no_slot_is_lost(calendar, weekday):
    edition = make_schedule(weekday, "08:30", "UTC", calendar)
    found = due_between(edition, datetime(2019, 1, 1, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC))
    slots = [due.slot for due in found]
    assert all(later - earlier == timedelta(days=7) for earlier, later in itertools.pairwise(slots))
    assert all(due.slot <= due.at.date() < due.slot + timedelta(days=7) for due in found)


@pytest.mark.parametrize(
    ("calendar", "hint"), [("XX", "is not known"), ("DE-XX", "BB, BE"), ("", "is not known"), ("de_be", "is not known")]
)
def test_an_unknown_calendar_is_refused_in_words(calendar, hint):
    with pytest.raises(SettingsError, match=hint):
        public_holidays(calendar, 2026)


@pytest.mark.parametrize("calendar", ["DE-BE", "de-be", "US-NY", "GB-ENG", "DE", "DE-Augsburg"])
def test_a_calendar_is_a_country_or_a_part_of_it_in_any_case(calendar):
    assert date(2026, 1, 1) in public_holidays(calendar, 2026)


ZONES = sorted(available_timezones() - {"localtime", "Factory"})
FIRST, LAST = datetime(2010, 1, 1, tzinfo=UTC), datetime(2031, 1, 1, tzinfo=UTC)


def assert_once_per_local_week(edition: Edition, first: datetime, last: datetime) -> int:
    """Every slot seven calendar days after the one before, no instant twice, and always at the wanted wall time."""
    found = due_between(edition, first, last)
    for earlier, later in itertools.pairwise(found):
        assert later.slot - earlier.slot == timedelta(days=7), (edition.timezone, earlier, later)
        assert timedelta(days=5) <= later.at - earlier.at <= timedelta(days=9), (edition.timezone, earlier, later)
        assert later.week == earlier.week.next, (edition.timezone, earlier, later)
    for due in found:
        wall = due.at.astimezone(edition.zone).replace(tzinfo=None)
        wanted = datetime.combine(due.slot, edition.at)
        assert wall == wanted or _is_end_of_gap(due.at, wanted, edition.zone), (edition.timezone, due)
    return len(found)


def _is_end_of_gap(at: datetime, wanted: datetime, zone: ZoneInfo) -> bool:
    before = (at - timedelta(seconds=1)).astimezone(zone).replace(tzinfo=None)
    return before < wanted <= at.astimezone(zone).replace(tzinfo=None)


def test_every_zone_is_due_once_per_local_week_sampled_over_twenty_years():
    draw = random.Random(20)
    times = ["00:00", "00:30", "02:00", "02:30", "03:00", "08:30", "23:59"]
    total = 0
    for zone in ZONES:
        edition = make_schedule(draw.choice(list(Weekday)), draw.choice(times), zone)
        start = FIRST + timedelta(days=draw.randrange(20 * 365))
        total += assert_once_per_local_week(edition, start, start + timedelta(days=366))
    assert total > 51 * len(ZONES)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("weekday", "at", "zone"),
    [
        ("fri", "08:30", "Pacific/Apia"),
        ("fri", "00:00", "Africa/Cairo"),
        ("mon", "00:00", "America/Los_Angeles"),
        ("sun", "02:30", "America/New_York"),
        ("sun", "00:00", "America/Sao_Paulo"),
        ("sat", "00:00", "Asia/Amman"),
        ("sun", "00:00", "Atlantic/Azores"),
        ("sun", "02:15", "Australia/Lord_Howe"),
        ("sun", "02:00", "Africa/Casablanca"),
    ],
)
def test_the_zones_with_odd_clocks_keep_the_promise_for_all_twenty_years(weekday, at, zone):
    assert assert_once_per_local_week(make_schedule(weekday, at, zone), FIRST, LAST) > 1090
