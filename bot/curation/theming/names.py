"""What a new theme is called: by a seed that fits it, else in the customers' own terms."""

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from math import log

import numpy as np

from bot.curation.texts.word_lists import read_sections
from bot.curation.theming.clusters import Numbers, similarities, unit
from bot.curation.theming.fit import Voices, usual_likeness, usual_rows
from bot.curation.theming.lexical import words_of
from bot.curation.theming.seeds import Seed, Seeds
from bot.curation.theming.state import Space, Theme

_ALIKE = 0.35
"""Least cosine of a group's middle with a seed, both around what their language has in common everywhere."""
_VOTES = 0.2
"""Least share of a group's texts that are nearer to the seed than to any other."""
_NEARLY, _BOTH = 0.22, 0.6
"""The same for a group that is a little less alike, or whose texts are spread, when the other speaks for the seed."""
_COMMON = 0.08
"""Share of all other texts from which on a word says what the company is about, and no longer what a group is about."""
_LONGEST = 40
"""Letters of a word; what is longer is no word of anybody's language."""
_TERMS = 2
_TIGHT = 0.4
"""Mean cosine with its centre from which a group is about one thing, though all its words are common elsewhere too."""
_LIFT = 2.0
_SPOKEN = 0.06
_WHOLE = frozenset(["praise"])
"""Seeds of which there is no second kind: another group that is nearest to one of these is about its own words."""
_PLACEHOLDER = re.compile(r"\[[^\]\n]{1,40}\]|<[^>\n]{1,40}>|https?://\S+|\w*\d\w*|&\w+;|[#]")
_HANDLE = re.compile(r"@(\w+)")
_TOKEN = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|[.,;:!?()\"…]")


@dataclass(frozen=True, slots=True)
class Called:
    """What a group is called: *names* by language after a seed, or none and only the customers' own *terms*.

    *seed* is set where the name is the seed's alone: then the theme is that seed's. With neither names nor terms a
    group makes no theme.
    """

    seed: str | None
    names: Mapping[str, str]
    terms: tuple[str, ...]


def name_groups(
    voices: Voices,
    groups: Sequence[Numbers],
    tightness: Sequence[float],
    seeds: Seeds,
    space: Space,
    taken: Collection[Theme],
) -> list[Called]:
    """Name each of *groups* of *voices*, apart from each other and from the themes *taken*.

    *tightness* is the mean cosine of each group's voices with its centre: a loose group takes no vague name.

    The group nearest to a seed has its name; another that is about it too has the name and what sets it apart:
    "Transfers: pending".
    """
    fitting = _fitting_seeds(voices, groups, seeds, space)
    used = {theme.id for theme in taken}
    said = {word for theme in taken for name in (*theme.names.values(), *theme.terms) for word in words_of(name)}
    said |= {word for _, seed in fitting.values() for name in seed.names.values() for word in words_of(name)}
    terms, called = Terms(voices), dict[int, Called]()
    for number in sorted(range(len(groups)), key=lambda each: (fitting[each][0] if each in fitting else 0.0, each)):
        seed = fitting[number][1] if number in fitting else None
        if seed is not None and seed.id not in used:
            used.add(seed.id)
            called[number] = Called(seed.id, seed.names, terms.of(groups[number]))
            continue
        chosen = terms.of(groups[number], without=said)
        if not chosen and tightness[number] >= _TIGHT:
            chosen = terms.of(groups[number], without=said, vague=True)[:1]
        seed = None if seed is not None and seed.id in _WHOLE else seed
        chosen = chosen if seed is None else chosen[:1]
        said.update(word for term in chosen for word in words_of(term))
        names = {lang: f"{name}: {chosen[0]}" for lang, name in seed.names.items()} if seed and chosen else {}
        called[number] = Called(None, names, chosen)
    return [called[number] for number in range(len(groups))]


def _fitting_seeds(
    voices: Voices, groups: Sequence[Numbers], seeds: Seeds, space: Space
) -> dict[int, tuple[float, Seed]]:
    """Return for each group that is about a seed which one, and how well it fits: the lower, the better."""
    prototypes = seeds.prototypes(seeds.means(words=space is Space.WORDS), words=space is Space.WORDS)
    rows = usual_rows(voices, space, seeds)
    nearest = usual_likeness(voices, space, seeds).argmax(axis=1)
    found: dict[int, tuple[float, Seed]] = {}
    for number, group in enumerate(groups):
        if not group.size:
            continue
        alike = similarities(unit(rows[group].mean(axis=0, keepdims=True)), prototypes)[0]
        votes = np.bincount(nearest[group], minlength=len(prototypes)) / group.size
        fits = (alike >= _ALIKE) & (votes >= _VOTES) | (alike >= _NEARLY) & (votes >= _NEARLY) & (
            alike + votes >= _BOTH
        )
        best = int(np.where(fits, alike + votes, 0.0).argmax())
        if fits[best]:
            found[number] = (-round(float(alike[best] + votes[best]), 4), seeds.seeds[best])
    return found


class Terms:
    """The words and pairs of words of *voices*, to find those that set a group apart (class-based TF-IDF).

    After Grootendorst 2022, on the number of texts that use a term instead of how often they do. Left out are
    grammar, placeholders, handles and what they name, and in English what customers write as a proper name.
    """

    def __init__(self, voices: Voices) -> None:
        lists = read_sections("stop_words")
        self._stop = frozenset().union(*lists.values())
        self._handles = {handle.casefold() for text in voices.texts for handle in _HANDLE.findall(text)}
        self._languages = voices.languages
        self._surface: dict[str, Counter[str]] = {}
        self._inside: Counter[str] = Counter()
        self._raised: Counter[str] = Counter()
        self._texts = [
            self._terms_of(text, own == "de") for text, own in zip(voices.texts, voices.languages, strict=True)
        ]
        self._everywhere = Counter(term for terms in self._texts for term in terms)

    def of(self, group: Numbers, without: Collection[str] = (), *, vague: bool = False) -> tuple[str, ...]:
        """Return up to two terms of the group's main language that set it apart, none with a word of *without*.

        *vague* ones too, that are common elsewhere as well, if asked for.
        """
        languages = Counter(self._languages[member] for member in group)
        main = min(languages, key=lambda each: (-languages[each], each), default="")
        counts = Counter(term for member in group if self._languages[member] == main for term in self._texts[member])
        size, total = len(group), len(self._texts)
        scored = sorted(
            (-round(count * log(1 + total / self._everywhere[term]) * (1.6 if " " in term else 1.0), 6), term)
            for term, count in counts.items()
            if count >= max(min(3, size), _SPOKEN * size)
            and (count / size >= _LIFT * self._everywhere[term] / total or size > total / 2)
            and not self._is_name(term)
            and (vague or not self._is_vague(term, main, (self._everywhere[term] - count) / max(total - size, 1)))
        )
        chosen: list[str] = []
        for _, term in scored:
            words, own = term.split(), [word for earlier in chosen for word in earlier.split()]
            if any(_related(word, other) for word in words for other in (*without, *own)):
                continue
            if any(word.startswith(other) or other.startswith(word) for word in words for other in own):
                continue  # "flying · fly" says it twice
            chosen.append(term)
            if len(chosen) == _TERMS:
                break
        return tuple(self._shown(term) for term in chosen)

    def _terms_of(self, text: str, german: bool) -> frozenset[str]:
        tokens = _TOKEN.findall(_HANDLE.sub(" ", _PLACEHOLDER.sub(" . ", text)))
        found: set[str] = set()
        before, start = "", True
        for token in tokens:
            word = token.casefold().replace("’", "'")
            if not word[0].isalpha():
                before, start = "", start or word in ".!?"
                continue
            if not start and not german:
                self._raised[word] += token[:1].isupper()
                self._inside[word] += 1
            start = False
            if not 3 <= len(word) <= _LONGEST or self._stop & {word, word.split("'")[0]} or self._is_brand(word):
                before = ""
                continue
            self._surface.setdefault(word, Counter())[token if not token.isupper() else word] += 1
            found.add(word)
            if before:
                found.add(f"{before} {word}")
            before = word
        return frozenset(found)

    def _is_brand(self, word: str) -> bool:
        return len(word) >= 4 and any(handle.startswith(word) for handle in self._handles)

    def _is_name(self, term: str) -> bool:
        """Whether writers mostly raise its first letter within a sentence; German texts do not count, all nouns are."""
        return any(self._raised[word] > 0.5 * max(self._inside[word], 2) for word in term.split())

    def _is_vague(self, term: str, language: str, elsewhere: float) -> bool:
        """Whether a single word is as common *elsewhere*, or in German no noun: those are written large."""
        return " " not in term and (elsewhere > _COMMON or (language == "de" and self._shown(term).islower()))

    def _shown(self, term: str) -> str:
        return " ".join(
            min(self._surface[word].items(), key=lambda pair: (-pair[1], pair[0]))[0] for word in term.split()
        )


def _related(word: str, other: str) -> bool:
    """Whether two words are forms of one: a shared beginning of five letters, or one within the other."""
    return word[:5] == other[:5] or (len(word) >= 4 and word in other) or (len(other) >= 4 and other in word)
