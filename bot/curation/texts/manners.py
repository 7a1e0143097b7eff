"""Greetings and farewells: polite, the same in every letter, and full of names."""

import re
from collections.abc import Sequence

from bot.curation.texts.word_lists import read_sections

_NAME = r"(?:[A-ZÄÖÜÉ][\w.'’-]*|\[name\])"
_ADDRESSED = (
    r"(?:liebe[srn]?|dear|sehr|geehrte[rsn]?|werte[srn]?|das|an|to|the|ihr|euch|zusammen|all|everyone|everybody|there"
    r"|folks|guys|damen|herren|herr|frau|mr|mrs|ms|dr|und|and|or|sirs?|madam|support|service|customer|[\w-]{0,20}team"
    r"|kunden(?:service|dienst|betreuung)|alle|miteinander|\[name\])"
)
_HELLO = (
    r"(?:hallo|hi|hello|hey|moin(?: moin)?|servus|gr[üu](?:ß|ss) gott|gr[üu]e?zi|guten (?:tag|morgen|abend)"
    r"|good (?:day|morning|afternoon|evening)|greetings)"
)
_DEAR = r"(?:(?:sehr )?geehrte[rsn]?|dear|liebe[srn]?|werte[srn]?)"
_GREETING = re.compile(
    rf"(?:(?i:{_HELLO}(?:,? {_ADDRESSED}\.?){{0,6}}|{_DEAR}(?: {_ADDRESSED}\.?){{1,7}}|to whom it may concern)"
    rf"|(?i:{_HELLO}|{_DEAR}) (?!Gr[üu])(?i:herr |frau |(?:mr|mrs|ms|dr)\.? )?{_NAME}(?: {_NAME}){{0,2}}(?=[,!]))"
    r"(?: ?[,!:]+\s*(?:[-–] )?|\.?\n\s*|[.!]*$)"
)

_WITH = r"(?:mit (?:freundlich|best|herzlich|lieb|viel|sonnig)en )"
_KINDLY = r"(?:freundliche|viele|liebe|beste|herzliche|schöne|sonnige|freundlichem|bestem|lieber|schönen|freundlicher)"
_PHRASE = (
    rf"(?:(?:{_WITH}|{_KINDLY} )?gr[üu]e?(?:ß|ss)(?:e|en)?(?: aus [\w-]{{2,30}})?|mfg|hochachtungsvoll|lg|vg|bg|glg"
    r"|(?:(?:with )?(?:kind|best|warm|warmest|kindest|many) )?regards|best wishes|all the best"
    r"|(?:yours )?(?:sincerely|faithfully|truly)(?: yours)?|cordialement|saludos|cordiali saluti)"
)
_THANKFULLY = r"(?:(?:vielen |herzlichen |besten )?danke?|thanks|thank you|many thanks)(?: im voraus| in advance)?"
_FAREWELL = re.compile(
    rf"(?i:(?:{_THANKFULLY}(?:,| und| and| &) ?)?{_PHRASE}|best|cheers)(?:[ ,.!]+(?:{_NAME}[ ,.]?){{0,4}})?"
)
_THANKS = re.compile(rf"(?i:{_THANKFULLY}|thx|danke schön|danke vorab)(?:[,.!]+(?: {_NAME}){{0,3}})?")
_AT_END = re.compile(rf"(?<=[.!?…)])\s(?i:{_PHRASE}(?=[ ,]))(?:[ ,]+{_NAME}){{1,3}}[.!]?$")
_NAME_LINE = re.compile(rf"(?:i\. ?[AV]\. )?{_NAME}(?:[ ,](?:{_NAME}|von|van|de|der|und|&|\||/|-|of|for|the))*[,.]?")
_CONTACT_LINE = re.compile(
    r"(?:tel|telefon|phone|fon|fax|mobil|mobile|cell|handy|e-?mail|mail|web|www|https?|internet|[TMFE])\b ?[.:/].*"
    r"|\S+@\S+\.\w+|\[(?:email|phone|address|url|number)\].*|[+(]?\d[\d /().-]{5,}|(?:[A-Z]{1,2}-)?\d{4,5} [A-Z].{2,40}"
    r"|(?:sitz der gesellschaft|geschäftsführ|registergericht|amtsgericht|hrb|ust-?id|vorstand|registered (?:office|in)"
    r"|company (?:no|number|registration)|vat (?:no|number))\b.*|[-_=*~]+",
    re.I,
)
_BARE_WORD = r"(?:[A-ZÄÖÜ][^\W\d_]+(?:['’-][^\W\d_]+)*|\[name\])"
_BARE_NAME = re.compile(rf"(?<=[.!?…)])\s((?P<initial>[A-ZÄÖÜ]\. ?)?{_BARE_WORD}(?: {_BARE_WORD}){{0,2}})$")
_JUDGES = re.compile(
    r"(?:able|ible|ing|ed|ous|ful|less|ment|tion|ly|ness|ive|est|heit|keit|ung|lich|ig|isch|bar|los|voll|end|schaft|sam)$"
)
_LONGEST_NAME = 60
_RULES = ("--", "---", "—", "__")
_LONGEST_FAREWELL = 120
_MOST_SIGNATURE_LINES = 12


def without_greeting(text: str) -> str:
    """Return *text* without the salutation that opens it; what was only a salutation is empty."""
    greeting = _GREETING.match(text)
    return text[greeting.end() :] if greeting else text


def without_farewell(lines: Sequence[str]) -> list[str]:
    """Return *lines* without farewells and the names, titles and contact lines under them.

    What follows such a block and is a sentence stays ("PS: …"). The first words are never a farewell.
    """
    kept: list[str] = []
    at = 0
    while at < len(lines):
        end = _signature_end(lines, at) if any(kept) else at
        if end == at:
            kept.append(lines[at])
        at = max(end, at + 1)
    return kept


def without_farewell_at_end(line: str) -> str:
    """Return a text of one *line* without a farewell and a name at its very end ("… war gut. LG Dirk")."""
    return _AT_END.sub("", line)


def without_name_at_end(text: str) -> str:
    """Return *text* without a bare name after its last sentence ("… Where is it? Jane Doe").

    Capitalised words alone, none of them an everyday word and none that ends like a judgement ("… Unbelievable").
    """
    found = _BARE_NAME.search(text, max(0, len(text) - _LONGEST_NAME))
    if found is None:
        return text
    words = found[1].replace("[name]", "").split()
    says_something = not found["initial"] and any(map(_says_something, words))
    return text if says_something else text[: found.start()]


def _says_something(word: str) -> bool:
    lowered = word.lower()
    known = read_sections("not_names")
    return (
        word.isupper()
        or _JUDGES.search(lowered) is not None
        or any(lowered in words for words in (known["function"], known["thing"], *read_sections("last_words").values()))
        or any(lowered in words for words in read_sections("empty_thanks").values())
    )


def _signature_end(lines: Sequence[str], at: int) -> int:
    """The line after the signature that begins at *at*; *at* itself where none does."""
    line = lines[at]
    if not line or len(line) > _LONGEST_FAREWELL:
        return at
    if line in _RULES and len(lines) - at <= _MOST_SIGNATURE_LINES:
        return len(lines)
    farewell = _FAREWELL.fullmatch(line) is not None
    if not farewell and _THANKS.fullmatch(line) is None:
        return at
    end = at + 1
    while end < len(lines) and _signs(lines[end]):
        end += 1
    return end if farewell or end == len(lines) else at


def _signs(line: str) -> bool:
    if not line:
        return True
    return len(line) <= _LONGEST_FAREWELL and (
        _NAME_LINE.fullmatch(line) is not None or _CONTACT_LINE.fullmatch(line) is not None
    )
