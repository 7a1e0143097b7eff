"""Which language a text is in, by the compact detector that comes with its data (`eldc`)."""

import re
from functools import cache
from typing import Protocol

from bot.curation.texts.plain import to_plain

LANGUAGE_VERSION = "1"
"""Raise it when these rules, or another detector, give another language for the same text."""

UNKNOWN = "und"
"""ISO 639-2 for *undetermined*: never a guess."""

LANGUAGES = ("de", "en", "fr", "es", "it", "nl", "pl", "pt", "da", "sv", "cs", "tr")
"""Fewer candidates make short texts surer; those of the encoder's sixteen that use Latin letters, and neighbours."""

_TOO_SHORT = 12
"""Letters below which the source's own word counts more than the detector's (it is right in 80 % of single words)."""
_TOO_FEW = 4
"""Letters below which the detector is not asked at all: "ok" is no Italian."""
_GLANCE = 80
"""Characters in which letters are counted."""
_ENOUGH = 1_000
"""Characters that are looked at; more make it no surer."""

_OTHER_SCRIPTS = (
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("ko", re.compile("[\uac00-\ud7af]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
    ("ru", re.compile("[\u0400-\u04ff]")),
    ("el", re.compile("[\u0370-\u03ff]")),
    ("ar", re.compile("[\u0600-\u06ff]")),
    ("he", re.compile("[\u0590-\u05ff]")),
    ("th", re.compile("[\u0e00-\u0e7f]")),
)


class _Detector(Protocol):
    def detect(self, text: str) -> str: ...


def language(text: str, hint: str | None = None) -> str:
    """Return the two-letter code of *text*'s language; where it cannot be told, that of *hint*, else ``und``.

    *hint* is what the source says: ``de``, ``de-AT``, ``en_US``. Handles, links, emojis and placeholders are ignored.
    """
    plain = to_plain(text[: 2 * _ENOUGH])[:_ENOUGH]
    hinted = to_code(hint)
    letters = _letters(plain[:_GLANCE])
    found = _detector().detect(plain) if letters >= _TOO_FEW else UNKNOWN
    if found == UNKNOWN and letters:
        found = _by_script(plain[:_GLANCE], letters)
    if hinted != UNKNOWN and (found == UNKNOWN or letters < _TOO_SHORT):
        return hinted
    return found


def to_code(hint: str | None) -> str:
    """Return the two-letter code at the start of a locale such as ``de_DE``, or ``und``."""
    code = (hint or "").strip().lower().replace("_", "-").split("-")[0]
    return code if len(code) == 2 and code.isascii() and code.isalpha() else UNKNOWN


def _by_script(text: str, letters: int) -> str:
    """A language by its letters alone, where half of them are of one script; ``ru`` stands for Cyrillic."""
    for code, script in _OTHER_SCRIPTS:
        if 2 * len(script.findall(text)) > letters:
            return code
    return UNKNOWN


def _letters(text: str) -> int:
    return sum(map(str.isalpha, text))


@cache
def _detector() -> _Detector:
    import eldc  # type: ignore[import-untyped]  # eldc ships no types; 26 MB of data, loaded when first needed

    eldc.init()
    detector: _Detector = eldc.instance()
    detector.set_languages(list(LANGUAGES))  # type: ignore[attr-defined]  # part of eldc, not of the promise
    return detector
