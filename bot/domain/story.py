"""People in a story are placeholders: their names go into the text only when it is shown, as each has agreed."""

import re
from collections.abc import Mapping, Sequence

_OPEN, _CLOSE = "⟦", "⟧"
_PLACEHOLDER = re.compile(rf"{_OPEN}(\d+|\?){_CLOSE}")
_SHOWN = re.compile(rf"{_PLACEHOLDER.pattern}(['’]?s(?!\w)|['’](?=\s\w))?")
"""A placeholder, and the genitive that was written after the name."""

_MENTION = re.compile(r"<@([UW][A-Z0-9]+)(?:\|[^>]*)?>")
_BEGINS = re.compile(r"(?:^|[.!?\n])[\s\"'„“(]*\Z")
"""What stands before the first word of a sentence."""

_SHORTEST = 3
"""Characters of a name that is looked for in lower case: shorter ones are words as well."""

_WORDS_TOO = (
    "art bill chance chase dawn drew ernst faith frank grace grant hope joy mark max may miles rich rose sue will"
)
"""First names that are words in lower case: there they are left."""

_TITLES = "mr mrs ms miss dr prof herr herrn frau"
_ARTICLES = "a an the The our Our der Der die Die das den dem des ein Ein eine Eine einer unser Unser unsere Unsere"
"""As they are written: An Nguyen and Das Gupta are people."""


def mask(text: str, users: Mapping[str, int], names: Mapping[int, Sequence[str]]) -> str:
    """Return *text* with people as placeholders: by mention (*users*, to their places) and by *names* of a place.

    Somebody who is mentioned and not nominated was not asked, and becomes a placeholder for nobody in particular.
    Placeholders stay: a text is masked anew whenever somebody is met, and one that was typed shows what was agreed to.
    """
    text = _MENTION.sub(lambda mention: _token(users.get(mention[1])), text)
    known = sorted(
        {(written, place) for place, given in names.items() for name in given for written in _written(name)},
        key=lambda pair: (-len(pair[0]), pair),
    )
    for name, place in known:
        found = re.compile(rf"(?<!\w)@?{re.escape(name)}(?P<genitive>['’]?s|['’])?(?!\w)")
        text = found.sub(lambda match, place=place: _token(place) + (match["genitive"] or ""), text)  # type: ignore[misc]
    return text


def spoken(name: str) -> tuple[str, ...]:
    """*name* as texts use it: whole, the first and the last of it, and in lower case but for the last.

    A title is no name. What begins with an article says what somebody is, as "the driver from DHL": of that only words
    in capitals are looked for, and no "the" or "from", which would be found everywhere.
    """
    words = [word for part in name.split() if (word := part.strip(".,;()|"))]
    called = [word for word in words if word.lower() not in _TITLES.split()]
    if words and words[0] in _ARTICLES.split():
        called = [word for word in called if word[:1].isupper() and word not in _ARTICLES.split()]
    first, last = (called[0], called[-1]) if called else ("", "")
    return tuple(dict.fromkeys(part for part in (name, first, last, name.lower(), first.lower()) if part))


def fill(text: str, shown: Mapping[int, str], nobody: str, genitives: Mapping[str, str] | None = None) -> str:
    """Return *text* with each place as it is to be *shown*; *nobody* stands for those who were not asked.

    *genitives* says of what is shown how it is written where it owns something; a name takes the ending as typed.
    """
    owning = genitives or {}

    def put(token: re.Match[str]) -> str:
        name = nobody if token[1] == "?" else shown.get(int(token[1]), nobody)
        name = owning.get(name, name + token[2]) if token[2] else name
        return name[:1].upper() + name[1:] if _BEGINS.search(text, 0, token.start()) else name

    return _SHOWN.sub(put, text)


def likeness(first: str, second: str) -> float:
    """Return how many of their longer words two texts share, 0 to 1, of the shorter one's."""
    one, other = _words(first), _words(second)
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0


def is_about(text: str, theme: str, terms: Sequence[str]) -> bool:
    """Whether *text* speaks of a theme: by its name, or by two of the *terms* that tell it from others."""
    said = text.casefold()
    found = [term for term in terms if re.search(rf"(?<!\w){re.escape(term.casefold())}", said)]
    return theme.casefold() in said or len(found) >= 2


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w{4,}", _PLACEHOLDER.sub(" ", text).casefold()))


def _written(name: str) -> set[str]:
    """*name* as it may stand in a text: also at the beginning of a sentence, and in capitals."""
    if len(name) >= _SHORTEST:
        return {name, name[:1].upper() + name[1:], name.upper()} - set(_WORDS_TOO.split())
    return {name} if len(name) > 1 and name.isalpha() and not name.islower() else set()


def _token(place: int | None) -> str:
    return f"{_OPEN}{'?' if place is None else place}{_CLOSE}"
