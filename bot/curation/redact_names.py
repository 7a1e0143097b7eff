"""People's names: handed in from the record, after the cues people use, or from the list of first names.

Both languages' cues always apply, since feedback mixes them.
"""

import re
from collections.abc import Callable, Sequence
from functools import cache

from bot.curation.redact_words import Words, word_lists

Found = tuple[int, int]
"""The first word of a name and the one after its last."""

_TITLES = frozenset(
    "mr mrs ms miss mister dr prof professor herr herrn frau hr familie fam madame monsieur mme señor señora signor signora".split()
)
_CAPITAL_TITLES = frozenset("miss mister hr fam".split())
_OWNERS = frozenset("my mein meine his her your ihr sein dessen deren whose".split())
_IS = frozenset("is ist was war lautet".split())
_CLOSINGS = frozenset(
    "regards cheers sincerely grüße grüßen grüsse grüssen gruß gruss lg vg mfg bg hochachtungsvoll cordialement saludos saluti".split()
)
_THANKS = frozenset("thanks thx thank danke merci love yours cu ciao".split())
_ROLES = frozenset(
    "agent rep representative attendant manager supervisor assistant advisor adviser waiter waitress server steward stewardess captain"
    " colleague nurse technician receptionist concierge driver named namens mitarbeiter mitarbeiterin kollege kollegen kollegin"
    " sachbearbeiter sachbearbeiterin berater beraterin kundenberater kundenberaterin kellner kellnerin techniker fahrer fahrerin"
    " schaffner schaffnerin zugbegleiter zugbegleiterin chef chefin rezeptionist rezeptionistin verkäufer verkäuferin monteur filialleiter"
    " filialleiterin leiter leiterin ansprechpartner ansprechpartnerin kontakt contact kontaktperson attn unterzeichner".split()
)
_SPOKE = frozenset("spoke spoken talked chatted speaking dealt kudos props credit thanks thank shoutout danke dank lob gruß grüße".split())
_TOWARDS = frozenset("to with an".split())
_TALKED = frozenset("gesprochen telefoniert geredet gechattet geschrieben verhandelt".split())
_GREETINGS = frozenset("hi hello dear hey hallo liebe lieber".split())
_DESKS = frozenset("desk hotline reception rezeption support counter schalter empfang kasse gate telefon infopoint".split())
_DESK_WAY = frozenset("at the help front info service from in an der am vom check-in ticket customer ihrer der beim of your".split())
_NOUN_ENDS = ("ung", "ungen", "keit", "heit", "zeit", "zeiten", "tion", "tät", "nis", "schaft", "kommen", "ing", "ers", "ions", "te", "ten", "den")
_VERBS = frozenset(
    "war hat hatte wollte konnte sagte meinte ist half kam wurde was is refused told said helped could would wouldn't didn't never has had".split()
)
_TITLE_STOP = _VERBS | frozenset(
    "am an auf aus bei der die das den dem des und oder mit von im in zu zur zum ich sie er es wir mir uns nicht kein keine sehr auch so wie"
    " hinter vor als dann the and or at in of on to who that with i he she it we my you ein eine einer einem einen kann können waren haben".split()
)
_NO_TITLE_BEFORE = frozenset("meine eine die der deine ihre unsere nette junge ältere keine einer meiner jede diese seine liebe gute".split())
_PLACE_BEFORE = frozenset("san santa santo saint sankt st los las são sao costa fort ft port lake mount mt cape hotel via plaza piazza rue".split())
_PLACE_AFTER = frozenset(
    "airport airfield university hospital hotel street church cathedral stadium park beach island city square museum flughafen straße platz"
    " airlines airways inn resort international bridge college".split()
)
_SIGNED = re.compile(
    r"(?:^|[.!?,\n] ?)[-–—~]{1,2} ?([^\W\d_][^\W\d_'’.-]{1,24}+(?: [^\W\d_][\w'’.-]{0,24}+){0,2})(?=,? ?\[(?:address|phone|email)\])"
)
_SIGNED_END = re.compile(r"(?:[.!?,\n)] ?[-–—~]{1,2} ?|\n)([A-ZÄÖÜ][^\W\d_]{1,24}+(?: [A-ZÄÖÜ][^\W\d_'’-]{1,24}+){1,2})\s*$")
_WORD = re.compile(r"[^\W\d_]+")


def hide_names(text: str) -> str:
    """Replace people's names by ``[name]``."""
    for pattern in (_SIGNED, _SIGNED_END):
        text = pattern.sub(_sign, text)
    if _triggers().isdisjoint(_WORD.findall(text.lower())):
        return text
    words = Words(text)
    pieces, at = [], 0
    for first, last in _find(words):
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
            for spelt in {part, part.translate(_UMLAUTS), *_mail_parts(part)}:
                if spelt.lower() in lowered and not (part is not whole and _is_everyday(spelt, text)):
                    text = re.sub(rf"(?<![\w\[]){re.escape(spelt)}(?!\w|\])", "[name]", text, flags=re.IGNORECASE)
    return text


_PART = re.compile(r"[^\W\d_]{3,}")
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss"})


def _mail_parts(part: str) -> tuple[str, ...]:
    return (part.partition("@")[0],) if len(part.partition("@")[0]) > 3 else ()


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


@cache
def _triggers() -> frozenset[str]:
    lists = word_lists()
    return lists.names | lists.capital_names | frozenset(_RULES)


def _find(words: Words) -> list[Found]:
    """The names in order, none overlapping: first by the cues, then by the list of first names."""
    found: list[Found] = []
    for index, word in enumerate(words.items):
        rule = _RULES.get(word.lower)
        hit = rule(words, index) if rule is not None else None
        if hit is None and words.is_known_name(index):
            hit = _by_list(words, index)
        if hit is not None and hit[0] < hit[1]:
            found.append(hit)
    return _without_overlap(found)


def _without_overlap(found: list[Found]) -> list[Found]:
    merged: list[Found] = []
    for first, last in sorted(found):
        if merged and first < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], last))
        else:
            merged.append((first, last))
    return merged


def _by_list(words: Words, index: int) -> Found | None:
    """A first name, with the surname after it."""
    if words.items[index].is_capital:
        end = words.run(index, 3)
    else:
        end = index + 1
        while end < min(index + 3, len(words.items)) and words.is_known_name(end, cued=True) and words.gap(end) == " ":
            end += 1
    if words.lower(index) == "jan" and words.lower(index - 1) in ("in", "since", "by", "of", "until", "for"):
        return None
    if words.lower(index - 1) in _PLACE_BEFORE or words.lower(end) in _PLACE_AFTER or words.text[words.items[index].start - 1 : words.items[index].start] in ("#", "/"):
        return None
    return (index, max(end, index + 1))


def _after_title(words: Words, index: int) -> Found | None:
    title, first = words.items[index], index + 1
    if first >= len(words.items) or words.gap(first) not in (" ", ". ", "."):
        return None
    if title.lower in _CAPITAL_TITLES and not title.is_capital:
        return None
    if words.lower(first) in _TITLES:
        return None  # "Frau Dr. Lang": the second title finds her
    if words.items[first].is_capital and words.lower(first) not in _TITLE_STOP and not words.is_letter(first):
        end = words.run(first, 2, things=True)
        return (first, end if end > first else first + 1)
    if words.lower(first) in ("van", "von", "de", "zu"):
        return (first, words.run(first, 2, things=True))
    plain = title.text.islower() and words.lower(index - 1) not in _NO_TITLE_BEFORE
    if plain and words.lower(first) not in _TITLE_STOP and words.items[first].text.islower() and not words.is_letter(first):
        return (first, first + 1)
    return None


def _after_name_is(words: Words, index: int) -> Found | None:
    first = index + 1
    while words.lower(first) in _IS:
        first += 1
    owned = words.lower(index - 1) in _OWNERS and first > index + 1
    if first >= len(words.items) or not (owned or ":" in words.gap(first)):
        return None
    return (first, words.run(first, 3, things=True))


def _after_called(words: Words, index: int) -> Found | None:
    """*ich heiße X*, *je m'appelle X*, *me llamo X*."""
    return (index + 1, words.run(index + 1, 3, things=True)) if words.lower(index - 1) in ("ich", "je", "me", "mi", "und") else None


def _after_closing(words: Words, index: int) -> Found | None:
    first = index + 1
    if first >= len(words.items) or len(words.gap(first).strip(" \n\r")) > 2:
        return None
    branded = words.items[index].text == "LG" and not words.opens_sentence(index)
    if words.lower(first) in _TITLES or (branded and not words.is_known_name(first, cued=True) and not _ends_soon(words, first)):
        return None
    return (first, words.run(first, 2, things=words.is_known_name(first, cued=True)))


def _ends_soon(words: Words, first: int) -> bool:
    return first >= len(words.items) - 2


def _after_thanks(words: Words, index: int) -> Found | None:
    """*Thanks, Anna* as a signature; *thanks Anna*, *thanks to Anna* as credit."""
    first = index + 1
    if first >= len(words.items):
        return None
    if words.lower(index) != "love" and (words.lower(first) in _TOWARDS or words.lower(first + 1) in _TOWARDS):
        return _after_spoke(words, index)
    first += words.lower(first) == "you"
    if first < len(words.items) and (words.is_known_name(first, cued="," in words.gap(first) or "\n" in words.gap(first))
                                     or ("\n" in words.gap(first) and _ends_soon(words, first))):
        return (first, words.run(first, 2))
    return None


def _after_role(words: Words, index: int) -> Found | None:
    first = index + 1
    if first < len(words.items) and words.lower(first) in ("named", "namens", "called", "is"):
        first += 1
    if first >= len(words.items) or words.gap(first) not in (" ", ": ", ", ", " - ", " ("):
        return None
    end = words.run(first, 2)
    if words.is_known_name(first, cued=True):
        return (first, max(end, first + 1))
    if words.gap(first) != " " and words.gap(first) != ": ":
        return None
    if words.lowered and words.lower(end) not in _VERBS and words.lower(end) not in ("[email]", "[phone]"):
        return None
    return (first, min(end, first + 1) if words.lowered and words.lower(end) in _VERBS else end)


def _after_spoke(words: Words, index: int) -> Found | None:
    first = index + 1
    while words.lower(first) in ("goes", "go", "you", "out", "again", "so", "much"):
        first += 1
    if words.lower(first) not in _TOWARDS or first + 1 >= len(words.items):
        return None
    first += 1
    end = words.run(first, 2)
    if words.gap(first) != " " or (words.lowered and end != first + 2 and not words.is_known_name(first, cued=True)):
        return None
    return (first, words.run(first, 2, things=words.is_known_name(first, cued=True)))


def _before_talked(words: Words, index: int) -> Found | None:
    """*mit Anna Berg (vom Support) gesprochen*."""
    for at in range(index - 1, max(index - 9, -1), -1):
        if words.lower(at) == "mit" and words.gap(at + 1) == " ":
            end = words.run(at + 1, 2)
            return (at + 1, end) if not words.lowered or words.is_known_name(at + 1, cued=True) or end == at + 3 else None
    return None


def _after_this_is(words: Words, index: int) -> Found | None:
    first = index + 1
    if words.lower(first) not in ("is", "ist", "spricht", "schreibt") or first + 1 >= len(words.items):
        return None
    first += 1
    end = words.run(first, 2)
    named = words.is_known_name(first, cued=True) or (words.items[first].is_capital and end >= first + 2)
    return (first, max(end, first + 1)) if named and words.gap(first) == " " else None


def _after_greeting(words: Words, index: int) -> Found | None:
    first = index + 1
    if first >= len(words.items) or words.gap(first) != " ":
        return None
    end = words.run(first, 2)
    if words.is_known_name(first, cued=words.items[first].is_capital):
        return (first, end)
    closed = end < len(words.items) and words.gap(end)[:1] in (",", "!")
    return (first, end) if closed and words.items[first].is_capital and words.opens_sentence(index) else None


def _before_desk(words: Words, index: int) -> Found | None:
    """*Anna at the help desk*, *Anna an der Hotline*."""
    at = index - 1
    while at >= 0 and index - at < 5 and words.lower(at) in _DESK_WAY:
        at -= 1
    if at < 0 or at == index - 1 or not words.may_be_name(at) or words.gap(at + 1) != " ":
        return None
    known = words.is_known_name(at) and len(words.lower(at)) > 3
    plain_noun = words.lower(at).endswith(_NOUN_ENDS)
    return (at, at + 1) if known or (words.opens_sentence(at) and not plain_noun) else None


_RULES: dict[str, Callable[[Words, int], Found | None]] = {
    **dict.fromkeys(_TITLES, _after_title),
    **dict.fromkeys(_SPOKE, _after_spoke),
    **dict.fromkeys(_CLOSINGS, _after_closing),
    **dict.fromkeys(_THANKS, _after_thanks),
    **dict.fromkeys(_ROLES, _after_role),
    **dict.fromkeys(_TALKED, _before_talked),
    **dict.fromkeys(_GREETINGS, _after_greeting),
    **dict.fromkeys(_DESKS, _before_desk),
    **dict.fromkeys(("name", "nom", "nombre", "nome"), _after_name_is),
    **dict.fromkeys(("heiße", "heisse", "appelle", "llamo", "chiamo"), _after_called),
    **dict.fromkeys(("this", "hier", "here"), _after_this_is),
}
