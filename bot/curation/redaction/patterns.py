"""Personal data that has a shape: mail, handles, accounts, cards, phones, network addresses, dates of birth, ids.

Every pattern is bounded or possessive (Python 3.11's ``++``), so that hostile text costs linear time.
"""

import re

_AT = r"(?:[@＠]| ?[(\[{<] ?(?:at|ät|@) ?[)\]}>] ?)"
_DOT = r"(?:\.| ?[(\[{] ?(?:dot|punkt|\.) ?[)\]}] ?)"
_EMAIL = re.compile(
    rf"(?<![\w.+%@-])[\w.+%'-]++(?:{_AT}[\w-]++(?:{_DOT}[\w-]++)*+| ?@ ?[\w-]++\.[\w.-]*[^\W\d_]{{2,}})",
    re.IGNORECASE,
)
_EMAIL_HINT = re.compile(r"[\w ][@＠]|[(\[{<] ?(?:at|ät|@)", re.IGNORECASE)
_SPOKEN_EMAIL = re.compile(
    r"(?<![\w.+%-])[\w.+%-]++ (?:at|ät) (?:[\w-]{2,30}+ (?:dot|punkt) (?:com|de|net|org|at|ch|eu|io|info|uk|co uk)"
    r"|(?:gmail|gmx|web|yahoo|hotmail|outlook|icloud|aol|googlemail|t-online)\.(?:com|de|net|at|ch|co\.uk))\b",
    re.IGNORECASE,
)
_PROFILE = re.compile(
    r"(?:https?://)?(?:www\.)?(?:facebook\.com|fb\.com|instagram\.com|linkedin\.com/in|xing\.com/profile|t\.me|wa\.me"
    r"|twitter\.com|x\.com|tiktok\.com|paypal\.me)/[\w.@%+-]{2,80}(?:/\S{0,200})?",
    re.IGNORECASE,
)
_HANDLE = re.compile(r"(?<![\w@])[@＠]\w++(?:[.@-]\w++)*+|(?<![\w/])/?u/[\w-]{3,20}(?!\w)")
_HANDLE_CUE = re.compile(
    r"\b((?:user ?name|benutzername|nutzername|login|insta(?:gram)?|twitter|skype|telegram|discord|snapchat|tiktok)"
    r"(?: (?:is|ist|lautet|handle|name|id))?(?: ?[:=] ?| (?:is|ist|lautet) ))"
    r"(?!the\b|a\b|an\b|not\b|so\b|my\b|der\b|die\b|das\b|nicht\b)([\w.-]{3,40})",
    re.IGNORECASE,
)

_COUNTRIES = {
    15: "NO",
    16: "BE",
    18: "DK FI FO NL",
    19: "SI",
    20: "AT BA EE LT LU XK",
    21: "CH HR LI LV",
    22: "BG DE GB IE RS",
    23: "AE GI IL",
    24: "AD CZ ES RO SA SE SK",
    25: "PT",
    26: "IS TR",
    27: "FR GR IT MC SM",
    28: "AL CY HU PL",
    29: "UA",
    31: "MT",
}
IBAN_LENGTH = {country: length for length, countries in _COUNTRIES.items() for country in countries.split()}
"""Characters of an IBAN by country: SWIFT's IBAN registry."""

_IBAN = re.compile(r"(?<![^\W_])([A-Z]{2}) ?\d{2}(?:[ \u00a0\u202f.-]?[A-Z0-9]){11,30}", re.IGNORECASE | re.ASCII)
_BIC = re.compile(
    r"\b((?:BIC|SWIFT)(?:[- ]?code)?(?: (?:is|ist|lautet))?[: ]{1,3})[A-Z]{6}[A-Z0-9]{2,5}\b", re.IGNORECASE
)

_OCTET = r"(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)"
_IP = re.compile(rf"(?<![\w.])(?<!version )(?<!Version )(?<!firmware )(?:{_OCTET}\.){{3}}{_OCTET}(?!\w|\.\d)")
_IP6 = re.compile(
    r"(?<![\w:])(?!\d{1,2}(?::\d\d){1,3}(?![\w:]))(?:[0-9a-f]{0,4}:){2,7}[0-9a-f]{1,4}(?![\w:])", re.IGNORECASE
)
_MAC = re.compile(r"(?<![\w:-])[0-9a-f]{2}([:-])(?:[0-9a-f]{2}\1){4}[0-9a-f]{2}(?![\w:-])", re.IGNORECASE)

_MONTH = (
    r"(?:jan|feb|mar|mär|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez)[a-zä]{0,7}\.?"  # any language's short form
)
_DATE = (
    rf"(?:\d{{1,2}} ?[./-] ?\d{{1,2}} ?[./-] ?(?:\d{{4}}|\d{{2}})|\d{{4}}-\d\d-\d\d"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?\.? (?:of )?{_MONTH},? \d{{2,4}}"
    rf"|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}|(?:19|20)\d\d)(?!\d)"
)
_BORN = (
    r"(?:born|birth ?day|birth ?date|date of birth|d\.?o\.?b\.?"
    r"|geburtsdatum|geburtstag|geburtsjahr|geboren|geb\.|jahrgang)"
)
_BIRTH = re.compile(
    rf"(?<!\w)({_BORN}(?:\W{{0,3}}\b(?:is|was|on|in|am|im|the|ist|war|date|mein|my)\b){{0,3}}\W{{0,3}}){_DATE}",
    re.IGNORECASE,
)
_BORN_AFTER = re.compile(rf"(?<![\d.]){_DATE}(?=,? (?:geboren|born|in \w{{2,30}} geboren))", re.IGNORECASE)

_SSN = re.compile(
    r"(?<![\w-])(?:\d{3}-\d{2}-\d{4}|[A-CEGHJ-PR-TW-Z][A-NP-Z] ?\d\d ?\d\d ?\d\d ?[A-D]"
    r"|\d\d ?[0-3]\d[01]\d{3} ?[A-Z] ?\d{3}|756\.\d{4}\.\d{4}\.\d\d)(?![\w-])"
)
_SSN_CUE = re.compile(
    r"\b((?:ssn|social security(?: number| no\.?)?|sozialversicherungsnummer|svnr|sv-nummer|ahv-nummer)"
    r"(?:\W{0,3}\b(?:is|ist|lautet)\b)?\W{0,3})\d(?:[ .-]?[\dA-Z]){6,13}",
    re.IGNORECASE,
)
_CARD = re.compile(r"(?<![\w.,])(?<!\d[ -])\d(?:[ \u00a0\u202f.-]?\d){12,18}(?![ -]?\d)")
_CARD_CUE = re.compile(
    r"(\b(?:card|karte|kreditkarte|visa|mastercard|amex|maestro)\b\D{0,25})"
    r"(\d(?:[ .-]?\d){12,18}|\d{4}(?: ?[x*]{4}){2} ?\d{4})",
    re.IGNORECASE,
)


def _has_luhn(digits: str) -> bool:
    doubled = (2 * int(d) if i % 2 else int(d) for i, d in enumerate(reversed(digits)))
    return sum(d - 9 if d > 9 else d for d in doubled) % 10 == 0


def _card(match: re.Match[str]) -> str:
    digits = re.sub(r"\D", "", match[0])
    return "[card]" if digits[0] != "0" and _has_luhn(digits) else match[0]


def _iban(match: re.Match[str]) -> str:
    """The account at the head of the match, whose length the country gives; what follows it stays."""
    length = IBAN_LENGTH.get(match[1].upper(), 0)
    places = [at for at, character in enumerate(match[0], 1) if character.isalnum()]
    if not 0 < length <= len(places):
        return match[0]
    taken = places[length - 1]
    if match.string[match.start() + taken : match.start() + taken + 1].isalnum():
        return match[0]
    account = "".join(c for c in match[0][:taken] if c.isalnum()).upper()
    number = int("".join(str(int(c, 36)) for c in account[4:] + account[:4]))
    mistyped = sum(c.isdigit() for c in account) >= length - 6
    return "[iban]" + match[0][taken:] if number % 97 == 1 or mistyped else match[0]


def hide_contacts(text: str) -> str:
    """Replace mail addresses, profile links and handles. Needs no digit."""
    lowered = text.lower()
    if _EMAIL_HINT.search(text):
        text = _EMAIL.sub("[email]", text)
    if "@" in text or "＠" in text or "u/" in text:
        text = _HANDLE.sub("[handle]", text)
    if " at " in lowered or " ät " in lowered:
        text = _SPOKEN_EMAIL.sub("[email]", text)
    if "/" in text:
        text = _PROFILE.sub("[handle]", text)
    return _HANDLE_CUE.sub(r"\1[handle]", text) if _has_any(lowered, _HANDLE_WORDS) else text


_HANDLE_WORDS = (
    *("username", "user name", "nutzername", "login", "insta", "twitter"),
    *("skype", "telegram", "discord", "snapchat", "tiktok"),
)
_BIRTH_WORDS = ("born", "birth", "dob", "d.o.b", "gebor", "geburt", "geb.", "jahrgang")
_SSN_WORDS = ("ssn", "social sec", "sozialvers", "sv-n", "svnr", "ahv")


def _has_any(lowered: str, words: tuple[str, ...]) -> bool:
    return any(word in lowered for word in words)


def hide_numbers(text: str, digits: int) -> str:
    """Replace accounts, network addresses, dates of birth, social security numbers and cards.

    *digits* is how many the text holds: what needs more is not looked for.
    """
    lowered = text.lower()
    if digits >= 9:
        text = _IBAN.sub(_iban, text)
    if "bic" in lowered or "swift" in lowered:
        text = _BIC.sub(r"\1[iban]", text)
    if text.count(":") >= 3 or text.count("-") >= 5:
        text = _IP6.sub("[ip]", _MAC.sub("[id]", text))
    if text.count(".") >= 3:
        text = _IP.sub("[ip]", text)
    if digits >= 4 and _has_any(lowered, _BIRTH_WORDS):
        text = _BORN_AFTER.sub("[date of birth]", _BIRTH.sub(r"\1[date of birth]", text))
    if digits >= 6:
        text = _SSN.sub("[ssn]", text)
        if _has_any(lowered, _SSN_WORDS):
            text = _SSN_CUE.sub(r"\1[ssn]", text)
    if digits >= 8:
        text = _CARD_CUE.sub(r"\1[card]", _CARD.sub(_card, text))
    return text
