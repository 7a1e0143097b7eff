"""The tone of a customer's words, by our own lexicons of praise and complaint for German and English."""

import re

from bot.curation.texts.word_lists import read_sections
from bot.curation.tone.lexicon import SARCASM, ToneWords, is_bond, tone_words, weight_of

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
        if weight == SARCASM or (token in _THANKING and _thanks_for_trouble(tokens, index, language)):
            return -4.0
        if not length:
            length, weight = 1, _EMOJI.get(token) or weight_of(token, language)
        if weight:
            total += _in_context(tokens, index, length, weight, lexicon)
        elif is_bond(token, language) and _negated(tokens, index, 1, lexicon):
            total -= 1.6
        index += length
    return total


_THANKING = frozenset(("thanks", "thank", "thx", "danke", "dank"))
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


def _thanks_for_trouble(tokens: list[str], index: int, language: str) -> bool:
    """*Thanks for cancelling my flight*: thanks whose reason is a complaint, unless for mending it."""
    start = tokens[index + 1 : index + 3]
    reason = next((index + 2 + at for at, word in enumerate(start) if word in ("for", "für")), None)
    clause = tokens[reason : reason + 5] if reason is not None else []
    if not clause or not _MENDED.isdisjoint(clause[:2]):
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
    clause = _clause_before(tokens, index, lexicon)
    if weight < 0 and not _MENDS.isdisjoint(clause):
        return -0.6 * weight
    if weight > 0 and length == 1 and not lexicon.wished.isdisjoint(clause):
        return -0.5 * weight
    return weight


_MENDS = frozenset(
    (
        *("fix", "fixed", "fixes", "fixing", "solve", "solved", "solves", "resolve", "resolved", "resolves", "handled"),
        *("behob", "behoben", "repariert"),
    )
)
_AFTER_NOT = frozenset(("mir", "uns", "leider", "auch", "gar", "überhaupt", "so", "wirklich"))
_REACH = 3


def _clause_before(tokens: list[str], index: int, lexicon: ToneWords) -> list[str]:
    """Up to three words before *index* in the same clause."""
    first = index
    while (
        first > max(index - _REACH, 0) and tokens[first - 1][0] not in _BREAKS and tokens[first - 1] not in lexicon.but
    ):
        first -= 1
    return tokens[first:index]


def _negated(tokens: list[str], index: int, length: int, lexicon: ToneWords) -> bool:
    """Whether a negation stands shortly before, in the same clause, or, in German, right after."""
    clause = _clause_before(tokens, index, lexicon)
    for at, word in enumerate(clause):
        following = clause[at + 1] if at + 1 < len(clause) else ""
        if word in lexicon.negate and following not in ("only", "just", "nur", "zuletzt", "ausnahme"):
            return True
    after = tokens[index + length : index + length + 2]
    return after[:1] == ["nicht"] or (after[1:] == ["nicht"] and after[0] in _AFTER_NOT)


_FOLK_ACTS, _FLAWED = 0.35, 0.6


def praise_score(text: str, language: str) -> float:
    """How much a text praises people for what they did, 0 to 1: a candidate for a service win.

    Sarcasm is 0; a *but* or a complaint in it takes away four tenths.
    """
    score, lexicon = tone_score(text, language), tone_words(language)
    if score < _POSITIVE or lexicon is None:
        return 0.0
    words = [t.lower() for t in _TOKEN.findall(text[:_LONGEST])]
    raw = read_sections(f"tone_{language}")
    folk = sum(w in raw["helpfolk"] for w in words)
    deeds = sum(_is_deed(w, raw["helpdeed"]) for w in words)
    if not folk or not deeds:
        return 0.3 * score if folk or deeds else 0.1 * score
    praise = min(1.0, _FOLK_ACTS + 0.3 * score + 0.1 * min(folk, 2) + 0.1 * min(deeds, 3))
    flawed = any(w in lexicon.but or weight_of(w, language) <= -1 for w in words)
    return praise * _FLAWED if flawed else praise


def _is_deed(word: str, deeds: frozenset[str]) -> bool:
    return word in deeds or any(word[:n] + "*" in deeds for n in range(4, len(word) + 1))
