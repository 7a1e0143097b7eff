"""Working days: people who are asked something get whole ones to answer."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.domain.schedule import public_holidays
from bot.domain.week import first_instant

_SATURDAY = 6


def is_working_day(moment: datetime, zone: ZoneInfo, calendar: str | None) -> bool:
    """Whether *moment* lies on a working day in *zone*: Monday to Friday, no public holiday of *calendar*."""
    day = moment.astimezone(zone).date()
    return day.isoweekday() < _SATURDAY and not (calendar and day in public_holidays(calendar, day.year))


def working_days_after(moment: datetime, days: int, zone: ZoneInfo, calendar: str | None) -> datetime:
    """Return the same time of day, *days* working days after *moment*: what is asked on a Friday waits for Tuesday."""
    local = moment.astimezone(zone)
    day, left = local.date(), days
    while left:
        day += timedelta(days=1)
        if is_working_day(datetime.combine(day, time(12), zone), zone, calendar):
            left -= 1
    return first_instant(day, zone, local.time().replace(tzinfo=None))


def working_day_before(moment: datetime, zone: ZoneInfo, calendar: str | None) -> datetime:
    """Return the same time of day on the last working day before *moment*: on the Friday for a Monday."""
    local = moment.astimezone(zone)
    day = local.date() - timedelta(days=1)
    while not is_working_day(datetime.combine(day, time(12), zone), zone, calendar):
        day -= timedelta(days=1)
    return first_instant(day, zone, local.time().replace(tzinfo=None))
