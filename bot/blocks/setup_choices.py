"""What can be chosen in the setup forms by typing: time zones, calendars of public holidays, user groups, themes."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any
from zoneinfo import available_timezones

from bot.blocks.forms import option
from bot.locale import Words

MOST_OPTIONS = 100
_NEAR = ("Europe/Berlin", "Europe/Vienna", "Europe/Zurich", "Europe/London", "America/New_York", "UTC")
"""Offered before anything is typed."""


def zone_options(typed: str, words: Words) -> list[dict[str, Any]]:
    """Time zones whose names or cities hold what was *typed*: ``berlin``, ``new york``, ``Wien``, ``Europe/``."""
    asked = typed.strip().casefold()
    called = dict(_cities(words.language))
    if not asked:
        return [option(name, called[name]).to_dict() for name in _NEAR]
    found = [
        name for name, city in called.items() if asked.replace(" ", "_") in name.casefold() or asked in city.casefold()
    ]
    found.sort(key=lambda name: (not _begins(asked, name, called[name]), name))
    return [option(name, called[name]).to_dict() for name in found[:MOST_OPTIONS]]


def _begins(asked: str, name: str, city: str) -> bool:
    own = name.casefold().rpartition("/")[2]
    return own.startswith(asked.replace(" ", "_")) or city.casefold().startswith(asked)


def holiday_options(typed: str, words: Words) -> list[dict[str, Any]]:
    """Calendars of public holidays, of countries and their parts, whose code or name holds what was *typed*."""
    asked = typed.strip().casefold()
    found = [(code, name) for code, name in _named(words.language) if asked in f"{code} {name}".casefold()]
    found.sort(key=lambda each: (each[0].partition("-")[0].casefold() != asked[:2], each[1]))
    return [option(code, name).to_dict() for code, name in found[:MOST_OPTIONS]]


def holiday_name(code: str, words: Words) -> str:
    """``Germany, Berlin (DE-BE)``."""
    country, _, part = code.partition("-")
    names = ", ".join(filter(None, (words.territory(country), _parts(country).get(part, part))))
    return f"{names} ({code})"


def named_options(found: Iterable[tuple[str, str]], typed: str) -> list[dict[str, Any]]:
    """Of *found*, value and name each, those whose name holds what was *typed*."""
    asked = typed.strip("@ ").casefold()
    return [option(value, name).to_dict() for value, name in found if asked in name.casefold()][:MOST_OPTIONS]


@lru_cache(maxsize=1)
def _zones() -> Sequence[str]:
    return sorted(name for name in available_timezones() if "/" in name or name == "UTC")


@lru_cache(maxsize=8)
def _cities(language: str) -> Sequence[tuple[str, str]]:
    """Every time zone and what it is shown as: ``Wien (Europe/Vienna)`` where its city is called otherwise."""
    words = Words(language)
    return [(name, f"{city} ({name})" if (city := words.city(name)) else name) for name in _zones()]


@lru_cache(maxsize=8)
def _named(language: str) -> Sequence[tuple[str, str]]:
    """Every calendar and its name, found once: there are nine hundred."""
    import holidays

    known, words = holidays.list_supported_countries(include_aliases=False), Words(language)
    codes = [code for country, parts in known.items() for code in (country, *(f"{country}-{part}" for part in parts))]
    return [(code, holiday_name(code, words)) for code in codes]


@lru_cache(maxsize=256)
def _parts(country: str) -> dict[str, str]:
    """What the parts of *country* are called, where the calendar knows a name beside the code."""
    import holidays

    aliases = holidays.country_holidays(country).get_subdivision_aliases()
    return {part: names[0] for part, names in aliases.items() if names}
