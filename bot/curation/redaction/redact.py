"""Personal data out of a customer's words, before anything is stored for analysis or shown."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.curation.redaction.address import hide_addresses
from bot.curation.redaction.codes import hide_codes, hide_locators
from bot.curation.redaction.doubt import is_doubtful
from bot.curation.redaction.names import hide_known, hide_names
from bot.curation.redaction.patterns import hide_contacts, hide_numbers

REDACTION_VERSION = "2"
"""Changes whenever the same words may come out differently; stored with every redacted text."""

PLACEHOLDERS = (
    "[name]",
    "[email]",
    "[phone]",
    "[address]",
    "[iban]",
    "[card]",
    "[id]",
    "[date of birth]",
    "[ssn]",
    "[ip]",
    "[handle]",
)
"""All that redaction ever writes; the same in every language."""

_MOST_PASSES = 8
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Redacted:
    """The text with placeholders. *doubt*: personal data may be left, so it is counted and never quoted."""

    text: str = field(repr=False)
    doubt: bool


def redact(words: str, language: str, names: Sequence[str] = ()) -> Redacted:
    """Replace personal data in *words* by the placeholders; redacting the result again changes nothing.

    *language* is a two-letter code and decides only what raises doubt: German writes every noun like a name. *names*
    are the people known from the record. Linear in the length of *words*.
    """
    text = words
    for _ in range(_MOST_PASSES):
        without_contacts = hide_contacts(text)
        text = _hide_rest(without_contacts, language, names)
        if text == without_contacts:  # what the later steps write may give the earlier ones a new cue: look again
            return Redacted(text, is_doubtful(text, language))
    return Redacted(text, True)


def _hide_rest(text: str, language: str, names: Sequence[str]) -> str:
    if digits := len(_DIGIT.findall(text)):
        text = hide_addresses(hide_codes(hide_numbers(text, digits)))
    text = hide_locators(text)
    return hide_names(hide_known(text, names) if names else text, language)
