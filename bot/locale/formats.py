"""Numbers, dates and durations as each language writes them, by the CLDR data in Babel."""

from datetime import date, datetime, timedelta

from babel import Locale
from babel.dates import format_date, format_datetime
from babel.lists import format_list
from babel.numbers import format_decimal, format_percent
from babel.units import format_unit

LOCALES = {"en": "en_GB", "de": "de_DE"}
"""English writes days before months: the digest goes to European channels by default."""

_ORDINALS = {"en": {"one": "st", "two": "nd", "few": "rd", "other": "th"}, "de": {"other": "."}}
_DAY = {"en": "d", "de": "d."}


def number(value: float, decimals: int, language: str) -> str:
    """Write *value* with grouping, at most *decimals* places and a real minus; never a negative zero."""
    written = format_decimal(round(value, decimals) or 0, format=f"#,##0.{'#' * decimals}", locale=LOCALES[language])
    return written.replace("-", "−")


def percent(share: float, language: str) -> str:
    """Write *share* (0-1) as whole percents, ``<1%`` for a little and ``>99%`` for nearly all."""
    if 0 < share <= 0.005:
        return "<" + format_percent(0.01, locale=LOCALES[language])
    if 0.995 <= share < 1:
        return ">" + format_percent(0.99, locale=LOCALES[language])
    return format_percent(share, locale=LOCALES[language])


def ordinal(value: int, language: str) -> str:
    """Write *value* as a rank."""
    form = str(Locale.parse(LOCALES[language]).ordinal_form(value))
    return number(value, 0, language) + _ORDINALS[language][form]


def day(when: date, language: str) -> str:
    """Write a day in full."""
    return format_date(when, f"{_DAY[language]} MMMM y", locale=LOCALES[language])


def short_day(when: date, language: str) -> str:
    """Write a day without its year."""
    return format_date(when, f"{_DAY[language]} MMM", locale=LOCALES[language])


def moment(when: datetime, language: str) -> str:
    """Write a day and the time, 0-24 h, in the zone that *when* carries."""
    return format_datetime(when, f"{_DAY[language]} MMM, HH:mm", tzinfo=when.tzinfo, locale=LOCALES[language])


def days(first: date, last: date, language: str) -> str:
    """Write the days from *first* to *last* and repeat nothing that they share."""
    if first == last:
        return day(first, language)
    if (first.year, first.month) == (last.year, last.month):
        return f"{format_date(first, _DAY[language], locale=LOCALES[language])}–{day(last, language)}"
    year = "" if first.year == last.year else " y"
    return f"{format_date(first, f'{_DAY[language]} MMMM{year}', locale=LOCALES[language])} – {day(last, language)}"


def duration(length: timedelta, language: str) -> str:
    """Write *length* in minutes under an hour, hours under two days, days from there; one decimal where it is small."""
    hours = length.total_seconds() / 3600
    value, unit = (hours * 60, "minute") if hours < 0.99 else (hours, "hour") if hours < 48 else (hours / 24, "day")
    decimals = 0 if unit == "minute" or value >= 10 else 1
    return format_unit(
        round(value, decimals) if decimals else round(value),
        f"duration-{unit}",
        length="long",
        format=f"#,##0.{'#' * decimals}",
        locale=LOCALES[language],
    )


def listed(items: list[str], language: str) -> str:
    """Join *items* as a sentence does."""
    return format_list(items, style="standard", locale=LOCALES[language])


def territory(code: str, language: str) -> str:
    """Write the name of the country *code*, ``DE``; the code itself where it has none."""
    return str(Locale.parse(LOCALES[language]).territories.get(code, code))


def city(zone: str, language: str) -> str | None:
    """What the city of the time zone *zone* is called, Wien for ``Europe/Vienna``; None where it is called the same."""
    known = Locale.parse(LOCALES[language]).time_zones.get(zone) or {}
    return str(known["city"]) if "city" in known else None
