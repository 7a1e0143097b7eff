"""Whether something may have slipped through redaction; such a text is counted and never quoted."""

import re
from functools import cache

from bot.curation.redaction.tokens import word_lists

_RUN = re.compile(r"\d(?:[ .\-/]?\d){6,}")
_HARMLESS_RUN = re.compile(
    r"(?:19|20)\d{6}|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}(?:[ -]{1,3}\d{1,2}[./-]\d{1,2}[./-]\d{2,4})?|\d{4}-\d\d-\d\d"
    r"|\d{1,3}(?:[ .]\d{3})+|\d{1,2}\.\d{1,2}\.-\d{1,2}\.\d{1,2}\.\d{2,4}|[1-9]0+"
)
_PLACEHOLDER = re.compile(r"\[[a-z ]{2,14}\]")
_HALF = re.compile(r"\[name\] (?:[A-Z][a-z]+[A-Z]|[A-Z]\.)")
_CODE = re.compile(r"(?<![\w/])(?=[a-z]{0,8}\d)(?:[a-z]*\d){5,}\w*", re.IGNORECASE)
_LOCATOR = re.compile(r"(?<![^\W_])(?=[A-Z]*(?:Q(?!U)|[B-DF-HJ-NP-TV-Z]{4}))[A-Z]{6}(?![^\W_])")
"""Six capitals that no word is made of: airlines' and hotels' booking codes need no digit."""
_AT = re.compile(r"@\w|\w@")
_CARE_OF = ("c/o", "z.hd", "z. hd", "attn")
_DIGIT = re.compile(r"\d")
_PAIR = re.compile(r"(?<![\w.#])([A-ZÄÖÜÀ-Ý][^\W\d_A-Z]{1,24}) (?:[A-Z]\. )?([A-ZÄÖÜÀ-Ý][^\W\d_A-Z]{1,24})(?![\w-])")


def is_doubtful(text: str, language: str) -> bool:
    """Whether the redacted *text* may still hold personal data."""
    if "@" in text and _AT.search(text):
        return True
    if "[name]" in text and _HALF.search(text):
        return True
    if "[name]" in text and ((bare := _PLACEHOLDER.sub("", text)).islower() or bare.isupper()):
        return True  # where capitals say nothing, nobody can say where a name ends
    if _LOCATOR.search(text) and not text.isupper():
        return True
    lowered = text.lower()
    if any(cue in lowered for cue in _CARE_OF):
        return True
    if len(_DIGIT.findall(text)) >= 5 and _has_code(text):
        return True
    return language != "de" and _has_unknown_pair(text)


def _has_code(text: str) -> bool:
    codes = any(not m[0].isdigit() for m in _CODE.finditer(text))
    return codes or any(not _HARMLESS_RUN.fullmatch(m[0]) for m in _RUN.finditer(text))


def _has_unknown_pair(text: str) -> bool:
    known = _everyday_words()
    return any(m[1].lower() not in known and m[2].lower() not in known for m in _PAIR.finditer(text))


@cache
def _everyday_words() -> frozenset[str]:
    lists = word_lists()
    return lists.function | lists.things
