"""What somebody asks for: the words that count, without anybody's name."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from html import unescape

from bot.curation.redaction.redact import redact
from bot.curation.redaction.tokens import word_lists
from bot.curation.texts.language import language
from bot.curation.texts.plain import to_plain
from bot.curation.texts.word_lists import read_sections
from bot.curation.theming.rules import folded

LONGEST = 300
"""Characters of a question that are looked at."""
_MOST_TERMS = 12
_SHORT = 5
"""Letters from which the beginning of a word stands for it wherever it is: German writes words together."""

_WORD = re.compile(r"(?=[^\W_]*[^\W\d_])[^\W_]{2,}")
_MENTION = re.compile(r"<[@!#][^>]*>")
_PERSON = re.compile("<@")
_NAMED = re.compile(r"\[(?:name|email|handle)\]")
_ENDINGS = (
    "ungen",
    "ingen",
    "ing",
    "ung",
    "ies",
    "ied",
    "ern",
    "est",
    "ed",
    "en",
    "er",
    "es",
    "em",
    "e",
    "n",
    "s",
    "y",
)
_ROOT = 4


@dataclass(frozen=True, slots=True)
class Asked:
    """A question without names: *said* is all of it, *gist* the words that count, *terms* their stems.

    *left_out*: names stood in it, which are not searched for.
    """

    said: str = field(repr=False)
    gist: str = field(repr=False)
    terms: tuple[str, ...] = field(repr=False)
    left_out: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether nothing is left to look for."""
        return not self.terms

    @property
    def texts(self) -> tuple[str, str]:
        """What is encoded of it, in the order in which `relevant` takes the vectors."""
        return self.said, self.gist


def to_asked(text: str, names: Iterable[str] = ()) -> Asked:
    """Read *text* as a question: mentions, names that cues or the list of first names give away, and *names* go."""
    plain = unescape(_MENTION.sub(" ", text[:LONGEST]))
    redacted = redact(plain, language(plain), tuple(names)).text
    said = to_plain(redacted)
    kept = _WORD.sub(lambda match: "" if _is_name(match[0]) else match[0], said)
    left_out = bool(_PERSON.search(text) or _NAMED.search(redacted)) or kept != said
    if left_out:
        kept = _WORD.sub(lambda match: "" if match[0].casefold() in _titles() else match[0], kept)
    words = [word for word in _WORD.findall(kept) if word.casefold() not in _unasked()]
    stems = tuple(dict.fromkeys(map(stem, words)))[:_MOST_TERMS]
    return Asked(" ".join(kept.split()), " ".join(words), stems, left_out)


def stem(word: str) -> str:
    """Return the beginning that the forms of *word* share, folded: ``Rückerstattungen`` is ``rueckerstatt``."""
    whole = folded(word)
    return next(
        (whole[: -len(end)] for end in _ENDINGS if whole.endswith(end) and len(whole) - len(end) >= _ROOT), whole
    )


def pattern(term: str) -> re.Pattern[str]:
    """Return what finds *term* in folded text: short ones as words of their own, longer ones within a word too."""
    if len(term) >= _SHORT:
        return re.compile(re.escape(term))
    return re.compile(rf"(?<!\w){re.escape(term)}\w{{0,3}}(?!\w)")


def _is_name(word: str) -> bool:
    """Whether *word* is a first name, however it is typed; one that is a word too only when it is capitalised."""
    lists, lower = word_lists(), word.casefold()
    if lower in lists.names:
        return True
    return lower in lists.capital_names and word[:1].isupper()


@cache
def _unasked() -> frozenset[str]:
    lists = read_sections("asked")
    return lists["en"] | lists["de"]


def _titles() -> frozenset[str]:
    return read_sections("asked")["title"]
