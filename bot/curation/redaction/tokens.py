"""Text as the name rules see it: words with their places, and what is known about each word."""

import re
from dataclasses import dataclass
from functools import cache

from bot.curation.texts.word_lists import read_sections

_TOKEN = re.compile(r"\[[a-z ]{2,14}\]|[^\W\d_]+(?:['’-](?=[^\W\d_])[^\W\d_]+)*+")
_INNER_CAPITALS = re.compile(
    r"(?:Mc|Mac|O['’]|D['’]|Di|De|Le|La|Van)[A-Z][^\W\d_A-Z]+|[^\W\d_][^\W\d_A-Z]+(?:[-'’][^\W\d_][^\W\d_A-Z]+)+"
)
_PLACEHOLDER = re.compile(r"\[[a-z ]{2,14}\]")
_JOINTS = frozenset((" ", "-", ". ", ".", "  ", " - "))


@dataclass(frozen=True, slots=True)
class WordLists:
    """*names* counts in any case, *capital_names* only when capitalised, *cued_names* only after a cue.

    *function* words never belong to a name; *things*, brands and places are none unless a cue is strong; *surnames*
    are everyday words that go on after a first name.
    """

    names: frozenset[str]
    capital_names: frozenset[str]
    cued_names: frozenset[str]
    function: frozenset[str]
    things: frozenset[str]
    surnames: frozenset[str]


@cache
def word_lists() -> WordLists:
    """Read the lists once."""
    raw = read_sections("first_names")[""]
    other = read_sections("not_names")
    capital = frozenset(w[:-1] for w in raw if w.endswith("~"))
    cued = frozenset(w[:-1] for w in raw if w.endswith("*")) - capital
    plain = frozenset(w for w in raw if w[-1] not in "~*") - capital - cued
    things = other["thing"] | other["brand"] | other["place"]
    return WordLists(plain, capital, cued, other["function"], things - plain - capital, other["surname"])


@cache
def cues(kind: str) -> frozenset[str]:
    """The words of one *kind* that names are found by, from ``lexicon/name_cues.txt``."""
    return read_sections("name_cues")[kind]


@dataclass(slots=True)
class Word:
    """One word or placeholder: the text, lower-cased without a genitive 's, and where it stands."""

    text: str
    lower: str
    start: int
    end: int

    @property
    def is_capital(self) -> bool:
        """Whether it is written like a name: Anna, McCoy, Anna-Lena, O'Neil; not ANNA, not iPhone."""
        rest = self.text[1:]
        return self.text[:1].isupper() and (rest.islower() or not rest or bool(_INNER_CAPITALS.fullmatch(self.text)))


class Words:
    """The words of one text in order, with the questions the name rules ask."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.items = [_to_word(m) for m in _TOKEN.finditer(text)]
        bare = _PLACEHOLDER.sub("", text[:2000])
        self.lowered = bare.islower() or bare.isupper()  # no help from capitals either way

    def gap(self, index: int) -> str:
        """What stands between word *index* - 1 and word *index*, at most six characters of it."""
        end = self.items[index - 1].end if index else 0
        return self.text[end : min(self.items[index].start, end + 6)]

    def follows(self, index: int, *gaps: str) -> bool:
        """Whether word *index* exists and one of *gaps* parts it from the word before."""
        return index < len(self.items) and self.gap(index) in gaps

    def lower(self, index: int) -> str:
        """Word *index* in lower case, empty outside the text."""
        return self.items[index].lower if 0 <= index < len(self.items) else ""

    def is_letter(self, index: int) -> bool:
        """Whether word *index* is a lone letter, and no initial."""
        after = self.items[index].end
        return len(self.items[index].text) == 1 and self.text[after : after + 1] != "."

    def is_abbreviated(self, index: int) -> bool:
        """Whether word *index* is one letter with a full stop in any case, as in *jane d.*"""
        if index >= len(self.items) or len(self.items[index].text) != 1:
            return False
        end = self.items[index].end
        return self.text[end : end + 1] == "."

    def is_initial(self, index: int) -> bool:
        """Whether word *index* is one capital letter with a full stop and a word after it, as in *J. Doe*."""
        letter, before = self.items[index].text, self.items[index - 1].text if index > 0 else ""
        shortened = len(before) == 1 and before.islower()  # z. B.
        return len(letter) == 1 and letter.isupper() and not shortened and self.follows(index + 1, ". ", ".")

    def opens_sentence(self, index: int) -> bool:
        """Whether word *index* stands at the beginning or after a full stop."""
        return index == 0 or any(c in '.!?:\n;(["“„' for c in self.gap(index))

    def ends_soon(self, index: int) -> bool:
        """Whether at most one more word follows word *index*."""
        return index >= len(self.items) - 2

    def is_known_name(self, index: int, *, cued: bool = False) -> bool:
        """Whether the word is a first name as it is written here; homonyms and capitals only when *cued*."""
        word, lists = self.items[index], word_lists()
        if word.lower in lists.names:
            return len(word.lower) > 3 or word.is_capital
        if word.lower not in lists.capital_names and not (cued and word.lower in lists.cued_names):
            return False
        return word.is_capital or (cued and (self.lowered or (len(word.text) > 2 and word.text.isupper())))

    def may_be_name(self, index: int, *, things: bool = False) -> bool:
        """Whether the word, after a cue, is written like a name and is no word that we know as another thing.

        *things*: nouns, brands and places are accepted too, since surnames are made of them, and so are CAPITALS.
        """
        if index >= len(self.items) or self.items[index].text.startswith("["):
            return False
        word, lists = self.items[index], word_lists()
        loud = things and len(word.text) > 2 and word.text.isupper()
        if not (word.is_capital or loud or (self.lowered and len(word.text) > 1)) or word.lower in lists.function:
            return False
        return things or word.lower not in lists.things

    def run(self, first: int, limit: int, *, things: bool = False) -> int:
        """The index after the last word of the name that begins at *first*: up to *limit* words and particles."""
        index, taken = first, 0
        while index < len(self.items) and index - first < limit + 2:
            if index > first and (self.gap(index) not in _JOINTS or self._opens_anew(index)):
                break
            if not self._is_particle_inside(index, things=things):
                if taken == limit or not self._belongs(first, index, things=things):
                    break
                taken += 1
            index += 1
        return index

    def _belongs(self, first: int, index: int, *, things: bool) -> bool:
        known = self.is_known_name(index, cued=index == first) or self.is_initial(index)
        return known or self.may_be_name(index, things=things) or self._is_surname(first, index)

    def _is_surname(self, first: int, index: int) -> bool:
        """Whether it is an everyday word that people bear as a surname, right after a first name."""
        surname = self.items[index].is_capital and self.lower(index) in word_lists().surnames
        return surname and index == first + 1 and self.is_known_name(first, cued=True)

    def _is_particle_inside(self, index: int, *, things: bool) -> bool:
        after = (i for i in (index + 1, index + 2) if i < len(self.items) and self.gap(i) == " ")
        return self.lower(index) in cues("particle") and any(self.may_be_name(i, things=things) for i in after)

    def _opens_anew(self, index: int) -> bool:
        """Whether a full stop ends the name: not after an initial."""
        return "." in self.gap(index) and len(self.items[index - 1].text) > 1


def _to_word(match: re.Match[str]) -> Word:
    text, end = match[0], match.end()
    if text[-2:] in ("'s", "’s"):
        text, end = text[:-2], end - 2
    return Word(text, text.lower(), match.start(), end)
