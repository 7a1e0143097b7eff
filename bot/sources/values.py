"""Numbers, ratings and small values as exports write them."""

import hashlib
import math
import re
import unicodedata
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from bot.domain.feedback import LONGEST_TEXT, Rating
from bot.errors import SourceError
from bot.sources.base import BadValue

_NUMBER = re.compile(r"[+-]?\d{1,15}(?:[.,]\d{1,15})?", re.ASCII)
_GROUPED = re.compile(r"[+-]?\d{1,3}(?:(?P<group>[.,])\d{3})(?:(?P=group)\d{3})*(?P<rest>[.,]\d+)?", re.ASCII)
_SPACES = str.maketrans("", "", " \u00a0\u202f\u2009'’")

_SCALE = re.compile(r"\s*(-?\d+(?:[.,]\d+)?)\s*(?:-|–|\.\.|to|bis)\s*(-?\d+(?:[.,]\d+)?)\s*", re.ASCII)
_OUT_OF = re.compile(r"(.+?)\s*(?:/|von|out of|of|aus)\s*(\d+(?:[.,]\d+)?)\s*(?:stars?|sternen?|punkten?|points?)?")
_UNIT = re.compile(r"(.+?)\s*(?:stars?|sterne?|punkte?|points?)")
_STARS = re.compile("[★⭐☆✩\ufe0f\\s]+")

NOTHING = frozenset({"", "-", "–", "—", "n/a", "na", "n.a.", "k.a.", "k. a.", "null", "none", "nan", "\\n", "(null)"})
"""What exports write for *no value*, lower case."""

_UNANSWERED = NOTHING | {"offered", "unoffered", "not offered", "not rated", "unrated", "nicht bewertet", "no rating"}
_WORDED = {
    **dict.fromkeys(("good", "gut", "thumbs up", "👍", "positive", "positiv"), (1.0, 0.0, 1.0)),
    **dict.fromkeys(("bad", "schlecht", "thumbs down", "👎", "negative", "negativ"), (0.0, 0.0, 1.0)),
    "great": (3.0, 1.0, 3.0),  # Help Scout's three answers
    "okay": (2.0, 1.0, 3.0),
    "not good": (1.0, 1.0, 3.0),
}
_LONE = re.compile("[\ud800-\udfff]")
_YES = frozenset({"true", "yes", "y", "ja", "j", "x", "wahr", "1"})
_NO = frozenset({"false", "no", "n", "nein", "falsch", "0"})
_LANGUAGES = {"english": "en", "englisch": "en", "german": "de", "deutsch": "de", "french": "fr", "französisch": "fr"}
_TAG = re.compile(
    r"</(?:p|div|span|a|b|i|u|em|strong|ul|ol|li|table|tbody|tr|td|th|html|body|h[1-6]|blockquote|font|pre)>"
    r"|<(?:br|hr|p|div|html|body|img)(?:\s[^<>]{0,500})?/?>",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Scale:
    """What ``--scale`` says. *falling*: the low number is the best, as with German school grades."""

    low: float
    high: float
    falling: bool = False

    def __str__(self) -> str:
        ends = (self.high, self.low) if self.falling else (self.low, self.high)
        return f"{ends[0]:g}-{ends[1]:g}"


def parse_scale(text: str) -> Scale:
    """Read ``1-5``, worst first; ``6-1`` is a scale on which 1 is best. SourceError says what is expected."""
    match = _SCALE.fullmatch(text)
    if match is None:
        raise SourceError(f"--scale {text!r} is no scale; write it from worst to best, as 1-5, 0-10 or 6-1")
    worst, best = (float(end.replace(",", ".")) for end in match.groups())
    if worst == best:
        raise SourceError(f"--scale {text!r} has only one step; write it from worst to best, as 1-5")
    return Scale(min(worst, best), max(worst, best), falling=worst > best)


def read_number(value: object) -> float:
    """The number in *value*, German or English: ``4,5``, ``1.234,5``, ``1,234.5``; BadValue when it is none.

    One separator alone is the decimal one: in feedback numbers are ratings, and a rating of ``1.234`` is near one.
    """
    if isinstance(value, int | float) and not isinstance(value, bool):
        if not math.isfinite(value):
            raise BadValue("is not a finite number")
        return float(value)
    if not isinstance(value, str):
        raise BadValue("is not a number")
    text = value.translate(_SPACES)
    if _NUMBER.fullmatch(text):
        return float(text.replace(",", "."))
    match = _GROUPED.fullmatch(text)
    if match is None or (match["rest"] or "").startswith(match["group"]):
        raise BadValue("is not a number")
    return float(text.replace(match["group"], "").replace(",", "."))


def rate(value: object) -> tuple[float, float | None, float | None] | None:
    """The score in *value* with low and high where its words say them; None for unanswered; BadValue for no score."""
    if not isinstance(value, str):
        return read_number(value), None, None
    text = value.strip().lower()
    if text in _UNANSWERED:
        return None
    if text in _WORDED:
        return _WORDED[text]
    if _STARS.fullmatch(text):
        return float(text.count("★") + text.count("⭐")), None, None
    if match := _OUT_OF.fullmatch(text):
        return read_number(match[1]), None, read_number(match[2])
    if match := _UNIT.fullmatch(text):
        text = match[1]
    return read_number(text), None, None


def read_rating(value: object, scale: Scale | None, low: object = None, high: object = None) -> Rating | None:
    """The rating in *value* on the record's own scale, else on *scale*; BadValue when it fits none."""
    if isinstance(value, dict | list) or isinstance(low, dict | list) or isinstance(high, dict | list):
        raise BadValue("is not a number")
    return _read_rating(value, scale, low, high)


@lru_cache(maxsize=2048, typed=True)  # a file has few different ratings; Rating is immutable
def _read_rating(value: object, scale: Scale | None, low: object, high: object) -> Rating | None:
    scored = rate(value)
    if scored is None:
        return None
    score, own_low, own_high = scored
    if own_low is not None and own_high is not None:
        return _rating(score, own_low, own_high)
    if low is not None and high is not None:
        return _rating(score, read_number(low), read_number(high))
    if scale is None:
        raise BadValue("has no scale; give it with --scale, for example --scale 1-5")
    if own_high is not None and own_high != scale.high:
        raise BadValue(f"is out of {own_high:g}, but the scale is {scale}")
    if not scale.low <= score <= scale.high:
        raise BadValue(f"is outside its scale {scale}")
    return _rating(scale.low + scale.high - score if scale.falling else score, scale.low, scale.high)


def _rating(score: float, low: float, high: float) -> Rating:
    if not low <= score <= high or low == high:
        raise BadValue(f"is outside its scale {low:g}-{high:g}")
    return Rating(value=score, low=low, high=high)


def read_flag(value: object) -> bool | None:
    """Whether *value* says yes; a count says yes when it is above zero (Zendesk's *Reopens*)."""
    if isinstance(value, bool):
        return value
    text = str(value).strip().lower()
    if text in NOTHING:
        return None
    if text in _YES or text in _NO:
        return text in _YES
    return read_number(value) > 0


def read_tags(value: object, *, spaced: bool = False) -> tuple[str, ...]:
    """The tags in a list, or in text parted by ``,`` ``;`` or ``|`` (and by spaces when *spaced*), each once."""
    if isinstance(value, list):
        parts = [str(part) for part in value if isinstance(part, str | int)]
    elif isinstance(value, dict):
        return ()
    else:
        parts = re.split(r"[,;|\s]" if spaced else r"[,;|]", str(value))
    return tuple(dict.fromkeys(plain(part.strip())[:255] for part in parts if part.strip().lower() not in NOTHING))


def read_language(value: object) -> str | None:
    """The language's code, ``de`` for ``de_DE`` and ``Deutsch``; None when it is not known."""
    text = str(value).strip().lower()
    if text in _LANGUAGES:
        return _LANGUAGES[text]
    code = re.split(r"[-_]", text)[0]
    return code if re.fullmatch(r"[a-z]{2,3}", code) else None


def plain(text: str) -> str:
    """*text* without what no database keeps: NUL is dropped, a lone surrogate becomes U+FFFD."""
    if "\0" in text:
        text = text.replace("\0", "")
    if text.isascii():
        return text
    return _LONE.sub("\ufffd", text)


def cut(text: str) -> str:
    """The first LONGEST_TEXT characters."""
    return text[:LONGEST_TEXT]


def looks_like_html(text: str) -> bool:
    """Whether *text* has tags that nobody types by hand, a closing one or a break; ``<3`` and ``a < b`` are none."""
    return "<" in text and _TAG.search(text) is not None


def hashed_id(created_at: datetime, author: str, *words: str) -> str:
    """An id for a record without one: half a SHA-256 over moment, author and words, case and spacing set aside."""
    normal = (" ".join(unicodedata.normalize("NFC", part).split()).casefold() for part in (author, *words))
    return hashlib.sha256("\x1f".join((created_at.isoformat(), *normal)).encode()).hexdigest()[:32]
