"""The customer's own words: text without markup, invisible characters and what mail programs add."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from html import escape
from html.entities import codepoint2name

from bot.curation.texts.mail import without_device, without_disclaimers, without_history
from bot.curation.texts.manners import without_farewell, without_farewell_at_end, without_greeting, without_name_at_end
from bot.curation.texts.markup import from_entities, from_html, has_tags, looks_like_html
from bot.curation.texts.quoted_posts import without_quoted_posts
from bot.curation.texts.word_lists import read_sections
from bot.domain.feedback import LONGEST_TEXT

WORDS_VERSION = "3"
"""Raise it when these rules, or those of markup, mail and manners, give other words for the same text."""

_LONGEST_RAW = 10 * LONGEST_TEXT
"""Characters of raw text that are looked at: markup may be many times longer than its words."""

# Controls but tab and line breaks; soft hyphen, joiners, fillers, bidi marks and embeddings, zero-width and tag
# characters; surrogates, private use and non-characters. Nobody sees them, and each can break or hide something.
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u034f\u0600-\u0605\u061c\u06dd\u070f\u115f\u1160\u17b4\u17b5"
    "\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef"
    "\ufeff\uffa0\ufff0-\ufffc\ufffe\uffff\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U0010ffff]+"
)
_PICTURE = (
    "[\u00a9\u00ae\u203c\u2049\u2122\u2139\u2190-\u21ff\u2300-\u27bf\u2934\u2935\u2b00-\u2bff\u3030\u303d\u3297\u3299"
    "\U0001f000-\U0001faff]"
)
# A joiner between two pictures makes one of them, such as a family; anywhere else it hides something.
_UNSEEN_OR_JOINT = re.compile(f"((?:(?<={_PICTURE})|(?<={_PICTURE}\ufe0f))\u200d(?={_PICTURE}))|{_UNSEEN.pattern}")
_BREAK = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_BLANK = re.compile(r"[^\S\n]+")
_AROUND_BREAK = re.compile(r" ?\n ?")
_MANY_BREAKS = re.compile(r"\n{3,}")
# Marks piled up over and under letters reach into the lines above and below; no orthography needs three of these.
_MARK = "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
_PILED_MARKS = re.compile(f"({_MARK}{_MARK}){_MARK}+")
_LEAST = 3
"""Letters of a name's part that is looked for by itself."""
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss"})
_AT = re.compile("@|&#64;|&commat;")


def to_words(raw: str, *, html: bool = False) -> str:
    """Return the customer's own words in *raw*: visible NFC text of at most `LONGEST_TEXT` characters.

    *html* says that *raw* is HTML; text that is evidently HTML is read as such anyway. Quoted history, signatures,
    disclaimers and greetings are left out; what is left may be empty. Linear in the length of *raw*.
    """
    text = without_unseen(raw[:_LONGEST_RAW])
    marked_up = has_tags(text) if html else looks_like_html(text)
    text = from_html(text) if marked_up else from_entities(text)
    return own_words(tidy(text))[:LONGEST_TEXT].rstrip()


def own_words(text: str) -> str:
    """Return tidy *text* without others' words and what mail programs and manners add; what was nothing else is empty.

    A text of one line loses at most its salutation, "Sent from my …", and a name at its end with or without a farewell.
    """
    text = without_quoted_posts(text)
    if "\n" in text:
        lines = without_disclaimers(without_history(text.split("\n")))
        text = _MANY_BREAKS.sub("\n\n", "\n".join(without_farewell(lines))).strip()
    else:
        text = without_farewell_at_end(without_device(text))
    return without_greeting(without_name_at_end(text))


def without_unseen(text: str) -> str:
    """Return *text* without characters that cannot be seen; line breaks become ``\\n``.

    What joins two emojis into one stays.
    """
    if text.isascii() and text.isprintable():
        return text
    text = _BREAK.sub("\n", text)
    return _UNSEEN_OR_JOINT.sub(r"\1", text) if "\u200d" in text else _UNSEEN.sub("", text)


def tidy(text: str) -> str:
    """Return *text* in NFC, with single spaces, no space around line breaks and at most one empty line."""
    if not text.isascii():  # decoded entities may have brought unseen characters back
        text = _PILED_MARKS.sub(r"\1", unicodedata.normalize("NFC", without_unseen(text)))
    text = _BLANK.sub(" ", without_unseen(text))
    if "\n" in text:
        text = _MANY_BREAKS.sub("\n\n", _AROUND_BREAK.sub("\n", text))
    return text.strip()


def mask_names(text: str, names: Iterable[str]) -> str:
    """Return *text* with each of *names* replaced by ``[name]``, and each address among them by ``[email]``.

    For the door: what is known of a person from the record is never stored with the text. Whole names and their
    parts of three letters or more are found in any case, also as HTML writes them; those that are little words too
    ("Will") only as they are written, things ("Service") only within the whole name.
    """
    lowered = text.lower()
    little = read_sections("not_names")["function"]
    loose: set[str] = set()
    exact: set[str] = set()
    for form in {form for name in names if name for form in _written_forms(name)}:
        if len(form) < _LEAST or form.lower() in little:
            exact.update({form} if form in text else ())
        elif form.lower() in lowered:
            loose.add(form)
    if not loose and not exact:
        return text
    # A letter or digit on either side makes it another word, but "Annas" and "Anna's" are Anna's.
    pattern = rf"(?<![\w\[])(?:(?i:{_one_of(loose)})|{_one_of(exact)})(?=s?(?![\w\]]))"
    return re.sub(pattern, lambda match: "[email]" if _AT.search(match[0]) else "[name]", text)


def _one_of(forms: Iterable[str]) -> str:
    """A pattern for the longest of *forms* that fits; for none of them, one that never does."""
    return "|".join(re.escape(form) for form in sorted(forms, key=lambda form: (-len(form), form))) or r"(?!)"


@lru_cache(maxsize=1024)
def _written_forms(name: str) -> tuple[str, ...]:
    """The name and its parts, as they stand, without umlauts, decomposed, and as HTML escapes them."""
    spellings = (
        str,
        lambda form: form.translate(_UMLAUTS),
        lambda form: unicodedata.normalize("NFD", form),
        escape,
        _named,
        _numbered,
    )
    forms = _forms(" ".join(unicodedata.normalize("NFC", name).split()))
    return tuple({spelling(form) for form in forms for spelling in spellings})


def _forms(name: str) -> set[str]:
    if "@" in name:
        return {name}
    things = read_sections("not_names")["thing"]
    parts = {part.strip(".") for cut in (r"[\s,;]+", r"[\s,;-]+") for part in re.split(cut, name)}
    found = {part for part in parts if len(part) >= _LEAST and part.lower() not in things}
    return found | ({name} if len(name) > 1 and name.lower() not in things else set())


def _named(form: str) -> str:
    return "".join(f"&{codepoint2name[ord(c)]};" if ord(c) in codepoint2name else c for c in form)


def _numbered(form: str) -> str:
    return "".join(c if c.isascii() and c != "@" else f"&#{ord(c)};" for c in form)
