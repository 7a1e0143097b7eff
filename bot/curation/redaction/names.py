"""People's names: those handed in from the record, those signed, and those that cues or the list of names give away.

Both languages' cues always apply, since feedback mixes them.
"""

import re
from collections.abc import Sequence
from functools import cache

from bot.curation.redaction.cues import find_names, rules
from bot.curation.redaction.tokens import Words, word_lists

_SIGNED = re.compile(
    r"(?:^|[.!?,\n] ?)[-–—~]{1,2} ?([^\W\d_][^\W\d_'’.-]{1,24}+(?: [^\W\d_][\w'’.-]{0,24}+){0,2})"
    r"(?=,? ?\[(?:address|phone|email)\])"
)
_SIGNED_END = re.compile(
    r"(?:[.!?,\n)] ?[-–—~]{1,2} ?|\n)([A-ZÄÖÜ][^\W\d_]{1,24}+(?: [A-ZÄÖÜ][^\W\d_'’-]{1,24}+){1,2})\s*$"
)
_PAIR = re.compile(r"(?<![\w.])[A-ZÀ-Ý][^\W\d_A-Z]+ [A-ZÀ-Ý][^\W\d_A-Z]")
_INITIAL = re.compile(r"(?<!\w)[A-ZÄÖÜ]\. ?[A-ZÄÖÜ]")
_WORD = re.compile(r"[^\W\d_]+")
_PART = re.compile(r"[^\W\d_]{3,}")
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss"})


def hide_names(text: str, language: str) -> str:
    """Replace people's names by ``[name]``; *language* decides what a capital letter says."""
    for pattern in (_SIGNED, _SIGNED_END):
        text = pattern.sub(_sign, text)
    pairs = _INITIAL.search(text) is not None or (language != "de" and _PAIR.search(text) is not None)
    if not pairs and _triggers().isdisjoint(_WORD.findall(text.lower())):
        return text
    words = Words(text)
    pieces, at = [], 0
    for first, last in find_names(words, language):
        pieces += [text[at : words.items[first].start], "[name]"]
        at = words.items[last - 1].end
    return "".join([*pieces, text[at:]])


def hide_known(text: str, names: Sequence[str]) -> str:
    """Replace the *names* known from the record: whole, and each part of three letters or more, in any case.

    Parts that are everyday words count only as they are written, and never when they say what somebody is.
    """
    lowered = text.lower()
    for whole in sorted({n.strip() for n in names if len(n.strip()) > 1}, key=lambda n: (-len(n), n)):
        for part in (whole, *_PART.findall(whole)):
            for spelt in {part, part.translate(_UMLAUTS)}:
                if spelt.lower() in lowered and (part == whole or not _is_everyday(spelt, text)):
                    pattern = rf"(?<![^\W_\[]){re.escape(spelt)}(?![\w\]])"
                    text = re.sub(pattern, "[name]", text, flags=re.IGNORECASE)
    return text


@cache
def _triggers() -> frozenset[str]:
    """Without one of these words there is no name to find."""
    lists = word_lists()
    return lists.names | lists.capital_names | frozenset(rules())


def _is_everyday(part: str, text: str) -> bool:
    lists = word_lists()
    return part.lower() in lists.things or (part.lower() in lists.function and part not in text)


def _sign(match: re.Match[str]) -> str:
    function, things = word_lists().function, word_lists().things
    parts = [p.strip(".,") for p in match[1].lower().split()]
    if any(p in function for p in parts) or all(p in things for p in parts):
        return match[0]
    start, end = match.start(1) - match.start(), match.end(1) - match.start()
    return match[0][:start] + "[name]" + match[0][end:]
