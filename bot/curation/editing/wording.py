"""A verdict in a curator's words: short, and every number in it one that the digest has for what it speaks of."""

import re
from collections.abc import Iterator

from bot.domain.digest import Digest, Kpi, ThemeLine
from bot.domain.week import Week
from bot.errors import DeclinedError

MOST_WORDS = 25

_SMALL = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
    "twelve": 12, "dozen": 12, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90, "hundred": 100, "hundreds": 100, "dozens": 12, "thousand": 1000, "thousands": 1000,
    "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7, "acht": 8, "neun": 9, "zehn": 10, "elf": 11,
    "zwölf": 12, "dutzend": 12, "dutzende": 12, "zwanzig": 20, "dreißig": 30, "vierzig": 40, "fünfzig": 50,
    "sechzig": 60, "siebzig": 70, "achtzig": 80, "neunzig": 90, "hundert": 100, "hunderte": 100, "tausend": 1000,
    "tausende": 1000,
}  # fmt: skip
_TIMES = {
    "doubled": 2.0, "double": 2.0, "twice": 2.0, "tripled": 3.0, "triple": 3.0, "halved": 0.5, "half": 0.5,
    "verdoppelt": 2.0, "verdoppelten": 2.0, "doppelt": 2.0, "verdreifacht": 3.0, "verdreifachten": 3.0,
    "dreimal": 3.0, "halbiert": 0.5, "halbierten": 0.5, "hälfte": 0.5,
}  # fmt: skip
_NEAR = 0.1
"""How far "doubled" may be from twice."""

_NUMBER = re.compile(r"\d{1,3}(?:[.,’'\u202f\u00a0]\d{3})+(?!\d)|\d+(?:[.,]\d+)?")
_WORD = re.compile(r"[^\W\d_]+")
_WEEK = re.compile(r"(?:week|kw|woche)\s*$", re.IGNORECASE)
_KPI_WORDS = {
    "csat": ("csat", "satisfaction", "satisfied", "zufriedenheit", "zufrieden"),
    "nps": ("nps", "promoter", "recommend", "empfehl"),
    "time_to_resolution": ("resolution", "solve", "hours", "lösung", "stunden", "days", "tage"),
    "reopened": ("reopen", "wiedereröffnet", "again", "erneut"),
}


def check_wording(sentence: str, digest: Digest, *, at: str | None = None) -> None:
    """Raise DeclinedError where *sentence* is too long for a verdict, or says a number that is not the digest's.

    A number must belong to what is spoken of: the theme that leads or the week; another theme or a KPI only where the
    sentence names it. *at* is the field of the form that it was written in.
    """
    words = sentence.split()
    if not words:
        raise DeclinedError("draft-wording-empty", at=at)
    if len(words) > MOST_WORDS:
        raise DeclinedError("draft-wording-long", at=at, count=len(words), most=MOST_WORDS)
    known = _known(sentence, digest)
    for said, value in _said(sentence):
        if _is_week(sentence, said, digest) or any(abs(value - each) < 0.051 for each in known):
            continue
        raise DeclinedError("draft-number-wrong", at=at, number=said, known=_told(digest))
    for word in _WORD.findall(sentence.casefold()):
        if word in _TIMES and not _is_so_many_times(_TIMES[word], digest):
            raise DeclinedError("draft-times-wrong", at=at, word=word)


def fits(sentence: str, digest: Digest) -> bool:
    """Whether *sentence* may still be said of *digest*, whose numbers are others after a merge or a drop."""
    try:
        check_wording(sentence, digest)
    except DeclinedError:
        return False
    return True


def _told(digest: Digest) -> str:
    """The numbers that a verdict is most likely to mean."""
    line = next((line for line in digest.themes if line.id == digest.lead), None)
    of_lead = (line.count, line.previous, line.average_4_weeks, line.critical, line.critical_previous) if line else ()
    return ", ".join(f"{number:g}" for number in dict.fromkeys((*of_lead, digest.counts.conversations)))


def _said(sentence: str) -> Iterator[tuple[str, float]]:
    for match in _NUMBER.finditer(sentence):
        yield match[0], _value(match[0])
    for word in _WORD.findall(sentence):
        if word.casefold() in _SMALL:
            yield word, float(_SMALL[word.casefold()])


def _value(text: str) -> float:
    if re.fullmatch(r"\d{1,3}(?:[.,’'\u202f\u00a0]\d{3})+", text):
        return float(re.sub(r"\D", "", text))
    return float(text.replace(",", "."))


def _is_week(sentence: str, said: str, digest: Digest) -> bool:
    """Whether *said* names the digest's own week: "week 46"."""
    number = str(Week.parse(digest.week).number)
    return said == number and any(_WEEK.search(sentence[: m.start()]) for m in re.finditer(re.escape(said), sentence))


def _known(sentence: str, digest: Digest) -> set[float]:
    """Return every number that *sentence* may say."""
    counts = digest.counts
    known = {float(counts.conversations), float(counts.eligible)}
    for line in digest.themes:
        if line.id == digest.lead or _names(sentence, (line.name, *line.terms)):
            known |= _of_theme(line, counts.conversations)
    if digest.verdict.theme is not None:
        known |= {float(digest.verdict.count), float(digest.verdict.previous)}
    for kpi in digest.kpis:
        if any(word in sentence.casefold() for word in _KPI_WORDS.get(kpi.name, (kpi.name,))):
            known |= _of_kpi(kpi)
    return known


def _names(sentence: str, names: tuple[str, ...]) -> bool:
    """Whether *sentence* speaks of one of *names*: a word of it with four letters or more."""
    said = set(_WORD.findall(sentence.casefold()))
    return any(word in said for name in names for word in _WORD.findall(name.casefold()) if len(word) > 3)


def _of_theme(line: ThemeLine, conversations: int) -> set[float]:
    known = {float(n) for n in (line.count, line.previous, line.critical, line.critical_previous, line.weeks)}
    for average in (line.average_4_weeks, line.critical_average_4_weeks):
        known |= {round(average, 1), float(round(average))}
    for part, whole in ((line.count, conversations), (line.critical, line.count)):
        if whole:
            known.add(float(round(100 * part / whole)))
    for now, usual in (
        (line.count, line.previous),
        (line.count, line.average_4_weeks),
        (line.critical, line.critical_previous),
        (line.critical, line.critical_average_4_weeks),
    ):
        known.add(float(abs(now - round(usual))))
        if usual:
            known.add(float(abs(round(100 * (now / usual - 1)))))
    return known


def _of_kpi(kpi: Kpi) -> set[float]:
    scale = 100 if kpi.name in {"csat", "reopened"} else 1
    known = {float(kpi.n), float(kpi.window_days)}
    for value in (kpi.value, kpi.change):
        if value is not None:
            known |= {float(round(abs(value) * scale)), round(abs(value) * scale, 1)}
    return known


def _is_so_many_times(times: float, digest: Digest) -> bool:
    """Whether the lead, or its complaints, are *times* what they were last week or usually."""
    line = next((line for line in digest.themes if line.id == digest.lead), None)
    if line is None:
        return False
    pairs = (
        (line.count, line.previous),
        (line.count, line.average_4_weeks),
        (line.critical, line.critical_previous),
        (line.critical, line.critical_average_4_weeks),
    )
    return any(before and abs(now / before - times) <= _NEAR * times for now, before in pairs)
