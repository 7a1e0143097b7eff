"""What may stand between quotation marks: runs of whole sentences, exact substrings, and how good they read."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.domain.reasons import ReasonCode

VOICE_WORDS = (15, 45)
VERBATIM_CHARACTERS = (20, 240)
_LOOKED_AT = 40
"""Sentences in which a quote may begin: what matters is said first, and long texts cost time."""

_ABBREVIATIONS = re.compile(
    r"approx|bspw|bzw|ca|dept|dr|etc|evtl|fr|ggf|hr|inkl|max|min|mrs?|ms|nr|prof|str?|tel|usw|vgl|vs", re.IGNORECASE
)
_SENTENCE_END = re.compile(r"[.!?…]+[\"'”“»’)\]]*(?=\s|$)|\n\s*\n(?![a-zäöü])")
_ADDRESS = re.compile(r"(?:\s*(?:@\w+|\[(?:handle|user|mention)\])[\s,:.!]*)+")
_SIGNED = re.compile(r"(?:\s+(?:@\w+|\[(?:handle|user|mention|url|link)\]|https?://\S+)){1,9}\s*$")
_PLACEHOLDER = re.compile(r"\[[^\W\d][\w -]{1,30}\]")
_CLUTTER = re.compile(r"https?://\S+|www\.\S+|[@#]\w+|\[(?:handle|url|link)\]")
_STOPPED = re.compile(r"(?:[!?]|(?<!\.)\.)[\"'”“»’)]*$")
_MARKS = re.compile(r'["“”„«»]')
_WORD = re.compile(r"(?<!\S)(?=\S*[^\W_])\S+")
_CLAUSE = re.compile(r"[,;:–—-]\s")
_DANGLING = {
    "en": re.compile(
        r"(?:it|they|he|she|them|and|but|so|or|also|then|which|because|yes|yeah|no|nope|ok|okay|(?:this|that|these|those)(?='s|\s+(?:is|was|are|were|"
        r"has|had|have|will|would|can|could|should|did|does|makes|happened|means)\b))\b",
        re.IGNORECASE,
    ),
    "de": re.compile(
        r"(?:und|aber|oder|auch|also|denn|weil|dann|dort|da|deshalb|deswegen|daher|trotzdem|außerdem|er|sie|dies|ja|nein|ok|"
        r"(?:das|die|der|dieser?s?)(?=\s+(?:ist|war|sind|waren|hat|hatte|haben|hatten|wird|wurde|kann|konnte|geht|ging|"
        r"macht|muss|musste|soll|sollte|darf)\b))\b",
        re.IGNORECASE,
    ),
}


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Where a quote starts and ends in its text (code points), its words, and how it came about.

    *how* is ``whole_text``, ``complete_sentences`` or ``cut_sentence``.
    """

    start: int
    end: int
    words: int
    how: ReasonCode


def sentences(text: str) -> list[tuple[int, int]]:
    """Return where the sentences of *text* start and end, without the space around them.

    A leading address (``@airline``) belongs to none, nor do links and addresses at the end. Abbreviations, initials and
    German ordinals end no sentence; text without any stop is one sentence.
    """
    address = _ADDRESS.match(text)
    start = address.end() if address and address.end() < len(text) else 0
    end = start + len(_SIGNED.sub("", text[start:])) or len(text)
    cuts = [m.end() for m in _SENTENCE_END.finditer(text, start, end) if _ends_sentence(text, m)]
    edges = [start, *cuts, end]
    spans = (_stripped(text, low, high) for low, high in pairwise(edges))
    return [(low, high) for low, high in spans if any(c.isalnum() for c in text[low:high])]


def _ends_sentence(text: str, stop: re.Match[str]) -> bool:
    if stop[0].strip("\"'”“»’)]") != ".":
        return True
    before = text[: stop.start()].rsplit(None, 1)
    word = before[-1].strip("(\"'„“") if before else ""
    if _ABBREVIATIONS.fullmatch(word) or re.fullmatch(r"\w|(?:\w\.)+\w", word):
        return False
    return not re.fullmatch(r"\d{1,2}", word) or stop.end() == len(text)


def _stripped(text: str, low: int, high: int) -> tuple[int, int]:
    piece = text[low:high]
    return low + len(piece) - len(piece.lstrip()), low + len(piece.rstrip())


def words_in(text: str) -> int:
    """Return how many words *text* has, as a reader counts them."""
    return len(_WORD.findall(text))


def runs(
    text: str, *, words: tuple[int, int] = (1, 10_000), characters: tuple[int, int] = (1, 10_000)
) -> list[Excerpt]:
    """Return every run of whole sentences of *text* within the bounds; the whole text is one of them if it fits."""
    spans = sentences(text)
    found = []
    for first, (start, _) in enumerate(spans[:_LOOKED_AT]):
        for last in range(first, len(spans)):
            end = spans[last][1]
            if end - start > characters[1]:
                break
            count = words_in(text[start:end])
            if count > words[1]:
                break
            if count >= words[0] and end - start >= characters[0]:
                whole = first == 0 and last == len(spans) - 1
                how = ReasonCode.WHOLE_TEXT if whole else ReasonCode.COMPLETE_SENTENCES
                found.append(Excerpt(start, end, count, how))
    return found


def cut(text: str, most: int = VOICE_WORDS[1]) -> Excerpt | None:
    """Return the beginning of a sentence that is too long, up to its last clause within *most* words.

    The last resort, where no whole sentence is short enough; None where there are no words.
    """
    spans = sentences(text)
    if not spans:
        return None
    start, end = spans[0]
    tokens = list(re.finditer(r"\S+", text[start:end]))[:most]
    limit = start + tokens[-1].end()
    clauses = [m.start() for m in _CLAUSE.finditer(text, start, limit)]
    fitting = [c for c in clauses if words_in(text[start:c]) >= VOICE_WORDS[0]]
    stop = fitting[-1] if fitting and limit < end else limit
    low, high = _stripped(text, start, stop)
    return Excerpt(low, high, words_in(text[low:high]), ReasonCode.CUT_SENTENCE)


def quality(words: str, language: str, terms: Sequence[str] = ()) -> float:
    """Return how well *words* read as a quote, 0 to 1, rounded.

    Long enough to say something and short enough to be read, six words or more, begun and ended like a sentence, no
    pronoun that points outside the quote, not shouted, few placeholders, links and handles, and about its theme.
    """
    return round(
        _length(words)
        * _form(words, language)
        * _loudness(words)
        * _clarity(words)
        * (1.0 if not terms or term_in(words, terms) else 0.8),
        4,
    )


def term_in(words: str, terms: Sequence[str]) -> str | None:
    """Return the first of *terms* that *words* carry, at the beginning of a word."""
    folded = words.casefold()
    return next((t for t in terms if re.search(rf"(?<!\w){re.escape(t.casefold())}", folded)), None)


def _length(words: str) -> float:
    characters = len(words)
    size = min(1.0, 0.4 + characters / 100) if characters < 60 else max(0.7, 1 - max(0, characters - 220) / 300)
    return size * (1.0 if words_in(words) >= 6 else 0.5)


def _form(words: str, language: str) -> float:
    first = next((c for c in words if c.isalnum()), "a")
    begins = 1.0 if not first.islower() else 0.9
    ends = 1.0 if _STOPPED.search(words) else 0.8
    dangling = _DANGLING.get(language)
    ends *= 1.0 if words.count("(") == words.count(")") and len(_MARKS.findall(words)) % 2 == 0 else 0.7
    return begins * ends * (0.7 if dangling and dangling.match(words.lstrip("\"'„“«»( ")) else 1.0)


def _loudness(words: str) -> float:
    letters = [c for c in words if c.isalpha()]
    upper = sum(c.isupper() for c in letters) / len(letters) if letters else 0
    shouting = 0.3 if upper > 0.4 and len(letters) >= 10 else 1.0
    return shouting * (0.8 if re.search(r"[!?]{2,}|\.{4,}", words) else 1.0)


def _clarity(words: str) -> float:
    tokens = max(1, words_in(words))
    holes = len(_PLACEHOLDER.findall(words))
    clutter = len(_CLUTTER.findall(words))
    solid = [c for c in words if not c.isspace()]
    lettered = sum(c.isalnum() for c in solid) / len(solid) if solid else 0
    gaps = 0.2 if holes / tokens > 0.3 else 0.9 ** min(holes, 3)
    return gaps * 0.85 ** min(clutter, 4) * (1.0 if lettered >= 0.75 else 0.6)
