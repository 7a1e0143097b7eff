"""The app's own words in English and German. Customers' words are never translated."""

from datetime import date, datetime, timedelta
from functools import lru_cache
from importlib import resources

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import ast

from bot.locale import formats

LANGUAGES = ("en", "de")
"""Languages with a catalogue, one folder of Fluent files each; the first is the fallback."""

_LONG = 900
"""Fluent refuses values of more than 1,000 characters, against documents that blow up when they are expanded."""


class Words:
    """The catalogue of one *language* (``de``, ``de-AT``, ``de_DE``); a language without one reads English."""

    def __init__(self, language: str) -> None:
        primary = language.replace("_", "-").split("-")[0].lower()
        self.language = primary if primary in LANGUAGES else LANGUAGES[0]
        self._bundle = _bundle(self.language)

    def __call__(self, key: str, /, **values: str | int) -> str:
        """Say *key* with its *values*; whole numbers are written and inflected as the language does.

        Raises LookupError for a key without words and for a value that the words ask for and nobody gave.
        """
        if not self._bundle.has_message(key):
            raise LookupError(f"the {self.language!r} catalogue has no words for {key!r}; add it to bot/locale")
        pattern = self._bundle.get_message(key).value
        if pattern is None:
            raise LookupError(f"{key!r} in the {self.language!r} catalogue has attributes but no words of its own")
        long = {name: value for name, value in values.items() if isinstance(value, str) and len(value) > _LONG}
        text, errors = self._bundle.format_pattern(pattern, {**values, **{name: _stand_in(name) for name in long}})
        if errors:
            raise LookupError(f"{key!r} in the {self.language!r} catalogue: {errors[0]}")
        said = str(text)
        for name, value in long.items():
            said = said.replace(_stand_in(name), value)
        return said

    def has(self, key: str) -> bool:
        """Whether the catalogue has words for *key*."""
        return self._bundle.has_message(key)

    def number(self, value: float, decimals: int = 0) -> str:
        """1,234 or 1.234, with at most *decimals* places."""
        return formats.number(value, decimals, self.language)

    def percent(self, share: float) -> str:
        """7% or 7 %; a share that is there but rounds to nothing reads as under one percent."""
        return formats.percent(share, self.language)

    def ordinal(self, value: int) -> str:
        """3rd or 3."""
        return formats.ordinal(value, self.language)

    def day(self, day: date) -> str:
        """9 November 2026 or 9. November 2026; a datetime is read in the zone it carries."""
        return formats.day(day, self.language)

    def short_day(self, day: date) -> str:
        """9 Nov or 9. Nov.; a datetime is read in the zone it carries."""
        return formats.short_day(day, self.language)

    def moment(self, moment: datetime) -> str:
        """9 Nov, 06:05 or 9. Nov., 06:05, in the zone the *moment* carries."""
        return formats.moment(moment, self.language)

    def days(self, first: date, last: date) -> str:
        """9–15 November 2026 or 9.–15. November 2026, both days included."""
        return formats.days(first, last, self.language)

    def duration(self, length: timedelta) -> str:
        """18 hours or 2.5 days, in the unit that people would use."""
        return formats.duration(length, self.language)

    def territory(self, code: str) -> str:
        """Germany or Deutschland, for ``DE``."""
        return formats.territory(code, self.language)

    def city(self, zone: str) -> str | None:
        """Vienna or Wien, for ``Europe/Vienna``; None where the zone's own name says it."""
        return formats.city(zone, self.language)

    def listed(self, items: list[str]) -> str:
        """a, b and c."""
        return formats.listed(items, self.language)


def catalogue(language: str) -> dict[str, str]:
    """The Fluent files of *language*, name to text."""
    folder = resources.files("bot.locale").joinpath(language)
    files = sorted((f for f in folder.iterdir() if f.name.endswith(".ftl")), key=lambda f: f.name)
    return {f.name: f.read_text(encoding="utf-8") for f in files}


def _stand_in(name: str) -> str:
    """What stands for a long value while Fluent works: private-use characters that no text of ours holds."""
    return f"\ue000{name}\ue001"


@lru_cache(maxsize=len(LANGUAGES))
def _bundle(language: str) -> FluentBundle:
    bundle = FluentBundle([formats.LOCALES[language]], use_isolating=False)
    for name, text in catalogue(language).items():
        resource = FluentResource(text)
        junk = next((entry for entry in resource.body if isinstance(entry, ast.Junk)), None)
        if junk is not None:
            raise LookupError(f"{name} of the {language!r} catalogue cannot be read from {str(junk.content)[:60]!r} on")
        bundle.add_resource(resource)
    return bundle
