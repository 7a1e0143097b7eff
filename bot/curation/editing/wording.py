"""A verdict in a curator's words: short, and every number in it one that the digest has for what it speaks of."""

import re
from collections.abc import Iterator

from bot.curation.editing.number_words import written_out
from bot.domain.digest import Digest, Kpi, ThemeLine
from bot.domain.week import Week
from bot.errors import DeclinedError

MOST_WORDS = 25

_TIMES = (
    (re.compile(r"doubl\w*|twice|twofold|verdopp\w*|doppelt\w*|zweimal|zweifach\w*"), 2.0),
    (re.compile(r"tripl\w*|trebl\w*|thrice|threefold|verdreifach\w*|dreifach\w*|dreimal"), 3.0),
    (re.compile(r"quadrupl\w*|fourfold|vervierfach\w*|vierfach\w*|viermal"), 4.0),
    (re.compile(r"halv\w*|halbier\w*|halb"), 0.5),
)
"""Words, casefolded, that say how many times as many there are."""

_PARTS = (
    (re.compile(r"\bhalf\b|\bhälfte\b"), 1 / 2),
    (re.compile(r"\b(?:a|one)[\s-]+third\b|\bdrittel\b"), 1 / 3),
    (re.compile(r"\b(?:a|one)[\s-]+quarter\b|\bviertel\b"), 1 / 4),
)
"""Words that say by how much it moved, or which part of the whole it is."""

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
    for word in _WORD.findall(sentence):
        said_times = next((times for pattern, times in _TIMES if pattern.fullmatch(word.casefold())), None)
        if said_times is not None and not _is_so_many_times(said_times, digest):
            raise DeclinedError("draft-times-wrong", at=at, word=word)
    for pattern, part in _PARTS:
        found = pattern.search(sentence.casefold())
        if found is not None and not _is_such_a_part(part, digest):
            raise DeclinedError("draft-times-wrong", at=at, word=found[0])


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
    yield from written_out(sentence)


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
    return any(abs(now / before - times) <= _NEAR * times for now, before in _moves(digest))


def _is_such_a_part(part: float, digest: Digest) -> bool:
    """Whether the lead, or its complaints, moved by *part*, or are that part of the whole."""
    moved = [abs(now / before - 1) for now, before in _moves(digest)]
    return any(abs(each - part) <= _NEAR * part for each in (*moved, *_shares(digest)))


def _moves(digest: Digest) -> list[tuple[float, float]]:
    """What the lead and its complaints are now, each beside what they were last week and usually."""
    line = next((line for line in digest.themes if line.id == digest.lead), None)
    if line is None:
        return []
    pairs = (
        (line.count, line.previous),
        (line.count, line.average_4_weeks),
        (line.critical, line.critical_previous),
        (line.critical, line.critical_average_4_weeks),
    )
    return [(now, before) for now, before in pairs if before]


def _shares(digest: Digest) -> list[float]:
    """Which part of all conversations the lead is, and which part of the lead complains."""
    line = next((line for line in digest.themes if line.id == digest.lead), None)
    if line is None:
        return []
    return [
        part / whole
        for part, whole in ((line.count, digest.counts.conversations), (line.critical, line.count))
        if whole
    ]
