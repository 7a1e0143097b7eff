"""Praise found in feedback, for a curator to propose as a service win; never published by itself."""

import re
from collections.abc import Sequence

from bot.curation.choosing.candidates import Candidate
from bot.curation.choosing.options import Picked, verbatim_excerpt
from bot.curation.choosing.quotes import quality
from bot.curation.choosing.seats import alike
from bot.curation.tone.sentiment import praise_score
from bot.domain.digest import Reason, Slot
from bot.domain.reasons import ReasonCode

_BUT = {
    "de": re.compile(
        r"\b(?:aber|jedoch|allerdings|leider|obwohl|trotzdem|dennoch|einzig\w*|schade|außer|bis auf|nur)\b", re.I
    ),
    "en": re.compile(r"\b(?:but|however|although|though|unfortunately|except|yet|still|sadly|shame|only)\b", re.I),
}
"""Words with which praise turns into something else: rather one candidate too few."""

MOST = 5
LEAST_SCORE = 0.5


def pick_praise(voices: Sequence[Candidate]) -> list[Picked]:
    """Pick up to five candidates for praise of service, the best first, no two alike, one per customer.

    Positive by rating and by words, without a complaint anywhere in the text ("Thanks for nothing" is no praise).
    """
    picked: list[Picked] = []
    for score, candidate in _praising(voices):
        if len(picked) == MOST:
            break
        said = [p.candidate for p in picked]
        if any(alike(candidate, other) or candidate.author == other.author for other in said):
            continue
        found = verbatim_excerpt(candidate, ())
        if found is not None:
            how = Reason(code=found[1].how, values={"words": found[1].words})
            praise = Reason(code=ReasonCode.PRAISE, values={"score": round(score, 2)})
            picked.append(Picked(candidate, found[1], Slot.PRAISE, (praise, how)))
    return picked


def _praising(voices: Sequence[Candidate]) -> list[tuple[float, Candidate]]:
    scored = []
    for candidate in voices:
        if candidate.quotable and candidate.tone > 0 and candidate.voice.features.tone >= 0 and not _objects(candidate):
            score = praise_score(candidate.text, candidate.language)
            if score >= LEAST_SCORE:
                scored.append((round(score, 4), candidate))
    return sorted(scored, key=lambda each: (-round(each[0] * quality(each[1].text, each[1].language), 4), each[1].key))


def _objects(candidate: Candidate) -> bool:
    turn = _BUT.get(candidate.language)
    return turn is not None and turn.search(candidate.text) is not None
