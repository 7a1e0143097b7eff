"""The tone of a customer's words, by our own lexicons of praise and complaint for German and English."""

import re

from bot.curation.tone_words import SARCASM, ToneWords, is_bond, tone_words, weight_of
from bot.curation.word_lists import read_sections

SENTIMENT_VERSION = "1"
"""Changes whenever the same words may get another tone; stored with every tone."""

_TOKEN = re.compile(
    r"#?[^\W_]+(?:['’-][^\W_]+)*+|<3|:['’]?-?[()DPp/|\[\]*]|;-?\)|[.,;:!?…]+|[\U0001F300-\U0001FAFF\u2600-\u27BF\u2764]"
)
_URL = re.compile(r"(?:https?://|www\.)\S*")
_BREAKS = frozenset(".,;:!?…")
_LONGEST = 4_000  # characters that are read: a tone does not change after that, and hostile text costs nothing

_POSITIVE, _NEGATIVE = 0.22, -0.10
_EMOJI = {
    **dict.fromkeys("😀😃😄😁😊😍🥰😘🤗👍👏🙌💪❤💕💖💗💙💚💛💜😻🎉🥳✨🌟⭐🤩😎🙏💯👌☺🙂😋😇", 1.6),
    **dict.fromkeys("😡😠🤬😤😞😔😟😕🙁☹😣😖😫😩😢😭👎💩🤮🤢😒🙄😑😐💔😱😳🤦🖕😪😓😥😰😨", -1.6),
    **dict.fromkeys((":)", ":-)", ":D", ":-D", ";)", ";-)", "<3", ":P", ":p", ":]", ":-]", ":*"), 1.2),
    **dict.fromkeys((":(", ":-(", ":'(", ":’(", ":/", ":-/", ":|", ":-|", ":[", ":-["), -1.4),
}


def tone(text: str, language: str) -> int:
    """1 praise, -1 complaint, 0 neither or undecided. Only emoji count where *language* is neither de nor en."""
    score = tone_score(text, language)
    return 1 if score >= _POSITIVE else -1 if score <= _NEGATIVE else 0


def tone_score(text: str, language: str) -> float:
    """How far the words lean from complaint (-1) to praise (1)."""
    text = _URL.sub(" ", text[:_LONGEST]) if "://" in text or "www." in text else text[:_LONGEST]
    lexicon = tone_words(language)
    if lexicon is None:
        return _squash(sum(_EMOJI.get(t, 0.0) for t in _TOKEN.findall(text)))
    tokens = [t.lower() if t[0].isalnum() or t[0] == "#" else t for t in _TOKEN.findall(text.replace("’", "'"))]
    total = _sum(tokens, lexicon, language)
    if "?" in text and abs(total) < 3:
        total *= 0.5 if total > 0 else 0.8
    if "!" in text:
        total *= 1.15
    return _squash(total)


def _squash(total: float) -> float:
    return total / (4.0 + abs(total))


def _sum(tokens: list[str], lexicon: ToneWords, language: str) -> float:
    """Add up what the words weigh; after a *but* the second half counts more than the first."""
    total, index, count = 0.0, 0, len(tokens)
    while index < count:
        token = tokens[index]
        if token in lexicon.but and 0 < index < count - 2:
            total *= 0.5
        length, weight = _phrase(tokens, index, lexicon)
        if weight == SARCASM or (length == 2 and _thanks_for_trouble(tokens, index + 2, language)):
            return -4.0
        if not length:
            length, weight = 1, _EMOJI.get(token) or weight_of(token, language)
        if weight:
            total += _in_context(tokens, index, length, weight, lexicon)
        elif is_bond(token, language) and _negated(tokens, index, 1, lexicon):
            total -= 1.6
        index += length
    return total


_THANKING = frozenset(("thanks for", "thx for", "you for", "danke für", "dank für"))
_MENDED = frozenset(
    (
        *(
            "fix",
            "fixing",
            "fixed",
            "solving",
            "resolving",
            "resolved",
            "solved",
            "sorting",
            "help",
            "helping",
            "getting",
        ),
        *(
            "quick",
            "finding",
            "letting",
            "understanding",
            "handling",
            "hilfe",
            "lösung",
            "schnelle",
            "geduld",
            "bearbeitung",
        ),
    )
)


def _thanks_for_trouble(tokens: list[str], first: int, language: str) -> bool:
    """*Thanks for cancelling my flight*: thanks whose reason is a complaint, unless for mending it."""
    if " ".join(tokens[first - 2 : first]) not in _THANKING or tokens[first : first + 1] == []:
        return False
    clause = tokens[first : first + 5]
    if not _MENDED.isdisjoint(clause[:2]):
        return False
    clause = clause[: next((i for i, t in enumerate(clause) if t[0] in _BREAKS), len(clause))]
    return min((weight_of(t, language) for t in clause), default=0.0) <= -1


def _phrase(tokens: list[str], index: int, lexicon: ToneWords) -> tuple[int, float]:
    """How many words the phrase at *index* has, and its weight; (0, 0) without one."""
    for rest, weight in lexicon.phrases.get(tokens[index], ()):
        if tuple(tokens[index + 1 : index + 1 + len(rest)]) == rest:
            return 1 + len(rest), weight
    return 0, 0.0


def _in_context(tokens: list[str], index: int, length: int, weight: float, lexicon: ToneWords) -> float:
    """The *weight* as its neighbours change it: negated, stronger or weaker."""
    before = tokens[index - 1] if index else ""
    if before in lexicon.boost:
        weight *= 1.3
    elif before in lexicon.damp:
        weight *= 0.6
    if _negated(tokens, index, length, lexicon):
        return -0.8 * weight if weight > 0 else -0.4 * weight
    return weight


def _negated(tokens: list[str], index: int, length: int, lexicon: ToneWords) -> bool:
    """Whether a negation stands up to three words before, in the same clause, or, in German, right after."""
    for at in range(index - 1, max(index - 4, -1), -1):
        if tokens[at][0] in _BREAKS or tokens[at] in lexicon.but:
            break
        if tokens[at] in lexicon.negate:
            return True
    after = tokens[index + length : index + length + 2]
    return after[:1] == ["nicht"] or (after[1:] == ["nicht"] and after[0] in ("mir", "uns", "leider", "auch", "gar"))


_FOLK_ACTS = 0.35


def praise_score(text: str, language: str) -> float:
    """How much a text praises people for what they did, 0 to 1: a candidate for a service win. Sarcasm is 0."""
    score = tone_score(text, language)
    if score < _POSITIVE or tone_words(language) is None:
        return 0.0
    words = [t.lower() for t in _TOKEN.findall(text[:_LONGEST])]
    raw = read_sections(f"tone_{language}")
    folk = sum(w in raw["helpfolk"] for w in words)
    deeds = sum(_is_deed(w, raw["helpdeed"]) for w in words)
    if not folk or not deeds:
        return 0.3 * score if folk or deeds else 0.1 * score
    return min(1.0, _FOLK_ACTS + 0.3 * score + 0.1 * min(folk, 2) + 0.1 * min(deeds, 3))


def _is_deed(word: str, deeds: frozenset[str]) -> bool:
    return word in deeds or any(word[:n] + "*" in deeds for n in range(4, len(word) + 1))
