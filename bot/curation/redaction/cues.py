"""Where people are named: after or before the words people use for it, and by the list of first names.

A rule looks at the word that is its cue and answers with the words of the name, as (first, one after the last).
"""

from collections.abc import Callable
from functools import cache

from bot.curation.redaction.tokens import Words, cues

Found = tuple[int, int]
Rule = Callable[[Words, int], Found | None]

_NOUN_ENDS = (
    *("ung", "ungen", "keit", "heit", "zeit", "zeiten", "tion", "tät", "nis", "schaft", "kommen"),
    *("ing", "ers", "ions", "te", "ten", "den"),
)
_LONGEST = 3


def find_names(words: Words, language: str) -> list[Found]:
    """The names in order, none overlapping: by the cues first, then by the list of first names.

    Unknown capitalised pairs count with a weak cue beside them, but not where *language* writes every noun so.
    """
    by_cue, found = rules(), list[Found]()
    for index, word in enumerate(words.items):
        rule = by_cue.get(word.lower)
        hit = rule(words, index) if rule is not None else None
        if hit is None and words.is_known_name(index):
            hit = _by_list(words, index)
        if hit is None and word.is_capital:
            hit = _initialled(words, index) or (_unknown_pair(words, index) if language != "de" else None)
        if hit is not None and hit[0] < hit[1]:
            found.append(hit)
    merged: list[Found] = []
    for first, last in sorted(found):
        if merged and first < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], last))
        else:
            merged.append((first, last))
    return merged


@cache
def rules() -> dict[str, Rule]:
    """The rule for each cue word; a word of two kinds has the later one."""
    by_kind: tuple[tuple[frozenset[str], Rule], ...] = (
        (cues("title"), _after_title),
        (cues("spoke"), _after_spoke),
        (cues("closing"), _after_closing),
        (cues("thanks"), _after_thanks),
        (cues("role"), _after_role),
        (cues("talked"), _before_talked),
        (cues("greeting"), _after_greeting),
        (cues("desk"), _before_desk),
        (frozenset(("name", "nom", "nombre", "nome")), _after_name_is),
        (frozenset(("heiße", "heisse", "appelle", "m'appelle", "m’appelle", "llamo", "chiamo")), _after_called),
        (frozenset(("this", "hier", "here")), _after_this_is),
    )
    return {word: rule for words, rule in by_kind for word in words}


def _by_list(words: Words, index: int) -> Found | None:
    """A first name, with the surname after it."""
    if words.items[index].is_capital:
        end = words.run(index, _LONGEST)
    else:
        end = index + 1
        while end < index + _LONGEST and words.follows(end, " ") and words.is_known_name(end, cued=True):
            end += 1
    before = words.lower(index - 1)
    start = words.items[index].start
    is_month = words.lower(index) == "jan" and before in ("in", "since", "by", "of", "until", "for")
    is_place = before in cues("place_before") or words.lower(end) in cues("place_after")
    if is_month or is_place or words.text[max(start - 1, 0) : start] in ("#", "/"):
        return None
    first = index - 1 if words.follows(index, " ") and _is_homonym_name(words, index - 1) else index
    return (first, max(end, index + 1))


def _is_homonym_name(words: Words, index: int) -> bool:
    """Whether a first name that is a word, too, stands there as the first of two: *Ray Adam*."""
    return index >= 0 and words.items[index].is_capital and words.is_known_name(index, cued=True)


def _initialled(words: Words, index: int) -> Found | None:
    """*J. Smith*, *A. B. Okonkwo*."""
    if not words.is_initial(index) or words.is_initial(index - 1):
        return None
    end = words.run(index, _LONGEST)
    return (index, end) if end > index + 1 and len(words.items[end - 1].text) > 2 else None


def _unknown_pair(words: Words, index: int) -> Found | None:
    """*was told by X Y*, *X Y helped me*, *X Y's card*: two words that we know nothing else about."""
    if not words.follows(index + 1, " ") or not words.items[index + 1].is_capital or len(words.lower(index)) < 2:
        return None
    if not (words.may_be_name(index) and words.may_be_name(index + 1)):
        return None
    end = words.run(index, _LONGEST)
    owns = words.text[words.items[end - 1].end : words.items[end - 1].end + 2] in ("'s", "’s")
    named = words.lower(index - 1) in cues("pair_before") or words.lower(end) in cues("pair_after") or owns
    return (index, end) if named else None


def _after_title(words: Words, index: int) -> Found | None:
    title, first = words.items[index], index + 1
    if not words.follows(first, " ", ". ", ".") or (title.lower in cues("capital_title") and not title.is_capital):
        return None
    if words.lower(first) in ("van", "von", "de", "zu"):
        return (first, words.run(first, 2, things=True))
    if words.lower(first) in cues("title") or words.lower(first) in cues("title_stop") or words.is_letter(first):
        return None  # "Frau Dr. Lang": the second title finds her
    if words.items[first].is_capital or (words.items[first].text.isupper() and not words.is_letter(first)):
        return (first, max(words.run(first, 2, things=True), first + 1))
    before = words.lower(index - 1)
    is_wife = before in cues("article") or before.endswith("e")  # "meine Frau hatte", "nette Frau war": no title
    return (first, first + 1) if title.text.islower() and words.items[first].text.islower() and not is_wife else None


def _after_name_is(words: Words, index: int) -> Found | None:
    """*my name is X*, *Name: X*."""
    first = index + 1
    while words.lower(first) in cues("is"):
        first += 1
    owned = words.lower(index - 1) in cues("owner") and first > index + 1
    if first >= len(words.items) or not (owned or ":" in words.gap(first)):
        return None
    return (first, words.run(first, _LONGEST, things=True))


def _after_called(words: Words, index: int) -> Found | None:
    """*ich heiße X*, *je m'appelle X*, *me llamo X*."""
    myself = words.lower(index - 1) in ("ich", "je", "me", "mi", "und")
    return (index + 1, words.run(index + 1, _LONGEST, things=True)) if myself else None


def _after_closing(words: Words, index: int) -> Found | None:
    """*Regards, X*; *LG X*, unless it is the maker of televisions."""
    first = index + 1
    if first >= len(words.items) or len(words.gap(first).strip(" \n\r")) > 2 or words.lower(first) in cues("title"):
        return None
    known = words.is_known_name(first, cued=True)
    if words.items[index].text == "LG" and not (known or words.opens_sentence(index) or words.ends_soon(first)):
        return None
    return (first, words.run(first, 2, things=known))


def _after_thanks(words: Words, index: int) -> Found | None:
    """*Thanks, Anna* as a signature; *thanks Anna* and *thanks to Anna* as credit."""
    first = index + 1
    if not cues("towards").isdisjoint((words.lower(first), words.lower(first + 1))):
        return _after_spoke(words, index) if words.lower(index) != "love" else None
    first += words.lower(first) == "you"
    if first >= len(words.items):
        return None
    gap = words.gap(first)
    signed = "\n" in gap and words.ends_soon(first)
    if signed or words.is_known_name(first, cued="," in gap or "\n" in gap or first == len(words.items) - 1):
        return (first, words.run(first, 2))
    return None


def _after_role(words: Words, index: int) -> Found | None:
    """*Agent X*, *Mitarbeiterin X*, *rep x. y.*; *the manager is X* only where X is a first name."""
    first = index + 1
    first += words.lower(first) in ("named", "namens", "called", "is")
    if not words.follows(first, " ", ": ", ", ", " - ", " ("):
        return None
    if words.follows(first + 1, " ") and words.is_abbreviated(first + 1) and len(words.lower(first)) > 2:
        return (first, first + 2)
    end = words.run(first, 2)
    if words.is_known_name(first, cued=True):
        return (first, max(end, first + 1))
    if words.follows(first, ", "):  # "our guide, X, was great"
        return (first, end) if words.follows(end, ", ") and not words.lowered else None
    if not words.follows(first, " ", ": "):
        return None
    if words.lowered and words.lower(end) in cues("verb"):
        return (first, min(end, first + 1))
    return (first, end) if not words.lowered or words.lower(end) in ("[email]", "[phone]") else None


def _after_spoke(words: Words, index: int) -> Found | None:
    """*spoke with X*, *kudos go to X*, *Danke an X*."""
    first = index + 1
    while words.lower(first) in ("goes", "go", "geht", "you", "out", "again", "so", "much"):
        first += 1
    first += 1
    asked = words.lower(index).startswith("ask") and words.lower(first - 1) == "for"
    if not (asked or words.lower(first - 1) in cues("towards")) or not words.follows(first, " "):
        return None
    known = words.is_known_name(first, cued=True)
    end = words.run(first, 2, things=known)
    return (first, end) if known or not words.lowered or end == first + 2 else None


def _before_talked(words: Words, index: int) -> Found | None:
    """*mit Anna Berg (vom Support) gesprochen*."""
    for at in range(index, max(index - 8, 0), -1):
        if words.lower(at - 1) == "mit" and words.follows(at, " "):
            end = words.run(at, 2)
            return (at, end) if not words.lowered or words.is_known_name(at, cued=True) or end == at + 2 else None
    return None


def _after_this_is(words: Words, index: int) -> Found | None:
    """*this is X Y*, *hier spricht X*."""
    first = index + 2
    if words.lower(index + 1) not in ("is", "ist", "spricht", "schreibt") or not words.follows(first, " "):
        return None
    end = words.run(first, 2)
    unknown = words.items[first].is_capital and end > first
    introduced = words.lower(index) == "this" and words.lower(end) in ("from", "here", "again", "calling", "speaking")
    named = words.is_known_name(first, cued=True) or (unknown and (end >= first + 2 or introduced))
    return (first, max(end, first + 1)) if named else None


def _after_greeting(words: Words, index: int) -> Found | None:
    """*Hi Anna*; an unknown name only where a comma closes the greeting."""
    first = index + 1
    if not words.follows(first, " ") or not (words.items[first].is_capital or words.is_known_name(first)):
        return None
    end = words.run(first, 2)
    if words.is_known_name(first, cued=True):
        return (first, end)
    closed = end < len(words.items) and words.gap(end)[:1] in (",", "!")
    return (first, end) if closed and words.opens_sentence(index) else None


def _before_desk(words: Words, index: int) -> Found | None:
    """*Anna at the help desk*, *Anna an der Hotline*; an unknown name only where it opens the sentence."""
    at = index - 1
    while at >= 0 and index - at < 5 and words.lower(at) in cues("desk_way"):
        at -= 1
    if at < 0 or at == index - 1 or not words.may_be_name(at) or not words.follows(at + 1, " "):
        return None
    known = words.is_known_name(at) and len(words.lower(at)) > 3
    opens = words.opens_sentence(at) and not words.lower(at).endswith(_NOUN_ENDS)
    return (at, at + 1) if known or opens else None
