"""The lexicons of tone, and what one word or phrase weighs."""

from dataclasses import dataclass
from functools import cache, lru_cache

from bot.curation.texts.word_lists import read_sections

_WEIGHTS = ("3", "2", "1", "-1", "-2", "-3")
_SHORTEST_STEM = 3

SARCASM = -9.0
"""The weight of a phrase that turns a whole text round, like *thanks for nothing*."""
WISH = -1.2
"""The weight of *it would be nice if*: what is wished for is missing."""

Phrase = tuple[tuple[str, ...], float]


@dataclass(frozen=True, slots=True)
class ToneWords:
    """One language's lexicon. *phrases*: by their first word, the words that follow and the weight, longest first.

    *bond*: neutral words that turn negative when negated (*does not work*); *wished*: praise after one of these is what
    is missing (*could be better*).
    """

    exact: dict[str, float]
    stems: dict[str, float]
    phrases: dict[str, tuple[Phrase, ...]]
    bond: frozenset[str]
    bond_stems: tuple[str, ...]
    negate: frozenset[str]
    boost: frozenset[str]
    damp: frozenset[str]
    but: frozenset[str]
    wished: frozenset[str]


@cache
def tone_words(language: str) -> ToneWords | None:
    """The lexicon of *language*, None where we have written none."""
    if language not in ("en", "de"):
        return None
    raw = read_sections(f"tone_{language}")
    weighed = [(term, float(section)) for section in _WEIGHTS for term in raw.get(section, ())]
    weighed += [(term, SARCASM) for term in raw["sarcasm"]] + [(term, WISH) for term in raw["wish"]]
    # the strongest weight wins where a word stands in two sections, complaints before praise
    weighed.sort(key=lambda tw: (abs(tw[1]), -tw[1]))
    phrases: dict[str, dict[tuple[str, ...], float]] = {}
    for term, weight in weighed:
        first, *rest = term.split("_")
        if rest:
            phrases.setdefault(first, {})[tuple(rest)] = weight
    return ToneWords(
        exact={t: w for t, w in weighed if "_" not in t and not t.endswith("*")},
        stems={t[:-1]: w for t, w in weighed if "_" not in t and t.endswith("*")},
        phrases={first: tuple(sorted(found.items(), key=_longest_first)) for first, found in phrases.items()},
        bond=frozenset(t for t in raw["bond"] if not t.endswith("*")),
        bond_stems=tuple(sorted(t[:-1] for t in raw["bond"] if t.endswith("*"))),
        negate=raw["negate"],
        boost=raw["boost"],
        damp=raw["damp"],
        but=raw["but"],
        wished=raw["wished"],
    )


def _longest_first(phrase: Phrase) -> tuple[int, Phrase]:
    return -len(phrase[0]), phrase


@lru_cache(maxsize=65_536)
def weight_of(word: str, language: str) -> float:
    """What the lower-case *word* says by itself, -3 to 3; German compounds and hashtags by their parts."""
    lexicon = tone_words(language)
    if lexicon is None:
        return 0.0
    found = _listed(word, lexicon)
    if found is None and language == "de":
        found = _german_compound(word, lexicon)
    if found is None and word.startswith("#"):
        found = _hashtag(word[1:], lexicon)
    return found or 0.0


def _listed(word: str, lexicon: ToneWords) -> float | None:
    if word in lexicon.exact:
        return lexicon.exact[word]
    lengths = range(len(word), _SHORTEST_STEM - 1, -1)
    return next((lexicon.stems[word[:n]] for n in lengths if word[:n] in lexicon.stems), None)


def _hashtag(tag: str, lexicon: ToneWords) -> float | None:
    """*#badservice* by the word that it begins with, *#epicfail* by the one that it ends with."""
    begins = (lexicon.exact[tag[:n]] for n in range(len(tag) - 4, 2, -1) if tag[:n] in lexicon.exact)
    ends = (weight for at in range(3, len(tag) - 3) if (weight := _listed(tag[at:], lexicon)) is not None)
    listed = _listed(tag, lexicon)
    return listed if listed is not None else next(begins, next(ends, None))


_PREFIXES = (
    "super",
    "mega",
    "sehr",
    "ultra",
    "hyper",
    "über",
    "riesen",
    "voll",
    "extrem",
    "höchst",
    "top",
    "sau",
    "hoch",
)


def _german_compound(word: str, lexicon: ToneWords) -> float | None:
    """*superfreundlich* like *freundlich*, *unsensibel* against *sensibel*, *Lieferverzögerung* by its last part."""
    if word.startswith("un") and len(word) > 6:
        turned = _listed(word[2:], lexicon)
        return -2.0 if turned is not None and turned > 0 else None
    for prefix in _PREFIXES:
        if word.startswith(prefix) and len(word) > len(prefix) + 3:
            return _listed(word[len(prefix) :], lexicon)
    for at in range(4, len(word) - 6):
        weight = lexicon.stems.get(word[at : at + 8]) or lexicon.stems.get(word[at : at + 7])
        if weight is not None and weight < 0:
            return weight
    return None


@lru_cache(maxsize=65_536)
def is_bond(word: str, language: str) -> bool:
    """Whether *word* is neutral by itself and a complaint when negated."""
    lexicon = tone_words(language)
    return lexicon is not None and (word in lexicon.bond or word.startswith(lexicon.bond_stems or ("\0",)))
