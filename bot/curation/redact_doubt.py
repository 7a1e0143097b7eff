"""Whether something may have slipped through redaction; such a text is counted and never quoted."""

import re
from functools import cache

from bot.curation.redact_words import word_lists

_RUN = re.compile(r"\d(?:[ .\-/]?\d){6,}")
_HARMLESS_RUN = re.compile(
    r"(?:19|20)\d{6}|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}(?:[ -]{1,3}\d{1,2}[./-]\d{1,2}[./-]\d{2,4})?|\d{4}-\d\d-\d\d"
    r"|\d{1,3}(?:[ .]\d{3})+|\d{1,2}\.\d{1,2}\.-\d{1,2}\.\d{1,2}\.\d{2,4}|[1-9]0+"
)
_CODE = re.compile(r"(?<![\w/])(?=[a-z]{0,8}\d)(?:[a-z]*\d){5,}\w*", re.IGNORECASE)
_AT = re.compile(r"@\w|\w@")
_CARE_OF = re.compile(r"\bc/o\b|\bz\. ?hd\b|\battn\b", re.IGNORECASE)
_PAIR = re.compile(r"(?<![\w.#])([A-ZÄÖÜÀ-Ý][^\W\d_A-Z]{1,24}) (?:[A-Z]\. )?([A-ZÄÖÜÀ-Ý][^\W\d_A-Z]{1,24})(?![\w-])")


def is_doubtful(text: str, language: str) -> bool:
    """Whether the redacted *text* may still hold personal data."""
    if "@" in text and _AT.search(text):
        return True
    if "[name]" in text and text.islower():  # without capitals nobody can say where a name ends
        return True
    if ("/" in text or "." in text or "ttn" in text) and _CARE_OF.search(text):
        return True
    if any(not m[0].isdigit() for m in _CODE.finditer(text)):
        return True
    if any(not _HARMLESS_RUN.fullmatch(m[0]) for m in _RUN.finditer(text)):
        return True
    return language != "de" and _has_unknown_pair(text)


def _has_unknown_pair(text: str) -> bool:
    known = _everyday_words()
    return any(m[1].lower() not in known and m[2].lower() not in known for m in _PAIR.finditer(text))


@cache
def _everyday_words() -> frozenset[str]:
    lists = word_lists()
    return lists.function | lists.things
