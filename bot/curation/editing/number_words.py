"""Numbers as they are written out in English and German: twenty-one, two hundred and five, zweihundertfünf."""

import re
from collections.abc import Iterator
from functools import cache

_ENGLISH = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_ENGLISH_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_GERMAN = (
    "ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn "
    "achtzehn neunzehn"
)
_GERMAN_TENS = "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig"
_MANY = {"dozen": 12, "hundred": 100, "thousand": 1_000, "million": 1_000_000}
"""What the number before them is so many times of, in English; alone they are one of it."""

_BY_THEMSELVES = {
    "dozens": 12, "hundreds": 100, "thousands": 1_000, "millions": 1_000_000, "dutzend": 12, "dutzende": 12,
    "hunderte": 100, "tausende": 1_000, "million": 1_000_000, "millionen": 1_000_000,
}  # fmt: skip
_NO_NUMBER = frozenset({"one", "ein", "eins"})
"""Alone they mean nobody in particular."""

_TOGETHER = re.compile(r"[^\W\d_]+(?:[\s-]+[^\W\d_]+)*")
_WORD = re.compile(r"[^\W\d_]+")


def written_out(sentence: str) -> Iterator[tuple[str, float]]:
    """Yield every number that *sentence* says in words, as it stands there and what it is worth."""
    for together in _TOGETHER.finditer(sentence):
        run: list[str] = []
        for word in _WORD.findall(together[0]):
            if _goes_on(run, word.casefold()):
                run.append(word)
                continue
            yield from _worth(run)
            run = [word] if word.casefold() in _english() or _of_itself(word) is not None else []
        yield from _worth(run)


def _goes_on(run: list[str], word: str) -> bool:
    """Whether *word* belongs to the number that *run* begins: "twenty" and "one", "two hundred" "and" "five"."""
    english = _english()
    if not run or run[0].casefold() not in english:
        return False
    last = run[-1].casefold()
    if word == "and":
        return last in _MANY
    if word not in english:
        return False
    return (
        word in _MANY
        or last in _MANY
        or last == "and"
        or (last not in _MANY and english.get(last, 0) >= 20 and english[word] < 10)
    )


def _worth(run: list[str]) -> Iterator[tuple[str, float]]:
    while run and run[-1].casefold() == "and":
        run = run[:-1]
    words = [word.casefold() for word in run]
    if not words or words in ([name] for name in _NO_NUMBER):
        return
    if (alone := _of_itself(words[0])) is not None and words[0] not in _english():
        yield run[0], float(alone)
        return
    total = part = 0
    for word in words:
        if word in _MANY and _MANY[word] >= 1_000:
            total, part = total + max(part, 1) * _MANY[word], 0
        elif word in _MANY:
            part = max(part, 1) * _MANY[word]
        elif word != "and":
            part += _english()[word]
    yield " ".join(run), float(total + part)


@cache
def _english() -> dict[str, int]:
    ones = {word: number for number, word in enumerate(_ENGLISH.split(), 1)}
    return ones | {word: 10 * number for number, word in enumerate(_ENGLISH_TENS.split(), 2)} | _MANY


def _of_itself(word: str) -> int | None:
    """What a single word that is no part of an English number is worth."""
    said = word.casefold()
    if said in _BY_THEMSELVES:
        return _BY_THEMSELVES[said]
    thousands, is_more, rest = said.rpartition("tausend")
    known = _german()
    if not is_more:
        return known.get(said)
    before = known.get(thousands) if thousands else 1
    after = known.get(rest.removeprefix("und")) if rest else 0
    return None if before is None or after is None else before * 1_000 + after


@cache
def _german() -> dict[str, int]:
    """Return the German numbers under a thousand, each by its one word."""
    small = {word: number for number, word in enumerate(_GERMAN.split(), 1)}
    for tens, word in enumerate(_GERMAN_TENS.split(), 2):
        small[word] = 10 * tens
        small |= {f"{one}und{word}": 10 * tens + number for number, one in enumerate(_GERMAN.split()[:9], 1)}
    small["eins"] = 1
    large = {f"{one}hundert": 100 * number for number, one in enumerate(_GERMAN.split()[:9], 1)} | {"hundert": 100}
    joined = {
        f"{many}{link}{few}": much + little
        for many, much in large.items()
        for few, little in small.items()
        for link in ("", "und")
    }
    return {word.casefold(): number for word, number in (joined | small | large).items()}
