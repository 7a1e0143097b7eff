"""Postal addresses: streets with a house number, postcodes with their town, boxes."""

import re

_UNIT = (
    r"(?! ?(?:€|%|x\b|uhr|euro?|min|stund|meter|m\b|km|kilometer|sterne?|tage?|mal|jahre?|wochen?|personen|leute|grad"
    r"|cent|zimmer|people|hours?|minutes?|days?|miles?|times|stars?|years?|weeks?|months?))"
)
_TOWN = (
    r"[^\W\d_]{2,30}+\.?(?:[ -](?-i:[A-ZÄÖÜ(][^\W\d_]{2,30}+)\)?)?"
    r"(?: (?:am|an der|im|in der|bei|ob der|vor der|auf der) (?-i:[A-ZÄÖÜ][^\W\d_]{2,30}+)|/[^\W\d_]{2,20})?"
)
_GERMAN_TAIL = rf"(?:[,\n]{{0,2}} {{0,2}}(?:in )?(?:(?:[DACH]{{1,2}}-)?\d{{4,5}} {_TOWN}))?"
_HOUSE = r" {0,2}(?:nr\.? ?)?\d{1,4}(?: ?[a-h](?!\w))?(?:[-/]\d{1,4})?(?!\d|[.,:]\d)"
_SUFFIX = "weg|gasse|gässchen|platz|damm|ufer|ring|steig|stieg|pfad|promenade|twiete|kamp|zeile|graben"
_GERMAN_STREET = re.compile(
    r"(?<![^\W_])(?!(?:park|sitz|stell|arbeits|spiel|steck|liege|fenster|gang|schlaf|flug|wohn|camping|zelt|stau|tisch|warte"
    r"|heim|hin|rück|um|aus|fuß|geh|feld|rad|wander|an|ab)(?:platz|weg)\b)"
    r"(?:(?-i:[A-ZÄÖÜ])[^\W\d_]{1,25}\.? (?:von |van der )?|[^\W\d_]{1,25}-(?:van der |von der |von |van )?){0,3}"
    r"(?:[^\W\d_]{0,30}(?:straße|strasse|str\.|str(?= \d)|chaussee|allee)"
    rf"|[^\W\d_]{{3,30}}(?:{_SUFFIX})|(?<=-)(?:{_SUFFIX})|(?<=er )(?-i:(?=[A-Z]))(?:{_SUFFIX}))"
    + _HOUSE
    + _UNIT
    + _GERMAN_TAIL,
    re.IGNORECASE,
)
_GERMAN_HINT = re.compile(rf"straße|strasse|str[. ]|chaussee|allee|{_SUFFIX}")
_NAMED_STREET = re.compile(
    r"(?<!\w)(?:Am|An der|An den|Auf der|Auf dem|Im|In der|In den|Unter den|Zum|Zur|Zu den|Vor dem|Alter?|Neuer?)"
    r"(?: [a-zäöüß]{2,10}en)? [A-ZÄÖÜ][\w-]{2,30}+(?: [A-ZÄÖÜ][\w-]{2,30}+)? \d{1,3} ?[a-h]?(?![\w%€]|[.,:]\d)"
    rf"(?i:{_UNIT}){_GERMAN_TAIL}"
)
_COUNTED = (
    "Euro|Kilometer|Meter|Meilen|Punkte|Bewertungen|Kunden|Mal|Stück|Stunden|Menschen|Einwohner|Seiten|Zeichen|Schritte"
    "|Jahre|Watt|Flights?|Miles|Points|The|And|I"
)
_GERMAN_TOWN = re.compile(
    rf"(?<![\w.,-])(?:(?:D|A|CH)-)?(?!\d{{2}}000)\d{{5}} (?!(?:{_COUNTED})\b)"
    r"[A-ZÄÖÜ][a-zäöüß]{2,30}(?:[ -](?:am |an der |im |bei )?[A-ZÄÖÜ][a-zäöüß]{2,30})?"
)

_STRONG = r"street|road|avenue|ave|lane|boulevard|blvd|terrace|crescent|parkway|pkwy|highway|hwy|st|rd|ln|drive|dr"
_ANY = (
    _STRONG
    + r"|alley|annex|arcade|bayou|beach|bend|bluffs?|bottom|branch|bridge|brooks?|burgs?|bypass|camp|canyon|cape"
    r"|causeway|centers?|circles?|cliffs?|close|club|commons?|corners?|course|courts?|ct|coves?|creek|crest"
    r"|crossing|crossroad|curve|dale|dam|divide|drives|estates?|expressway|extensions?|falls?|ferry|fields?|flats?"
    r"|fords?|forest|forges?|forks?|fort|freeway|gardens?|gate|gateway|glens?|greens?|groves?|harbors?|haven"
    r"|heights|hills?|hollow|inlet|islands?|isle|junctions?|keys?|knolls?|lakes?|land|landing|lights?|loaf|locks?"
    r"|lodge|loop|mall|manors?|meadows?|mews|mills?|mission|motorway|mount|mountains?|neck|orchard|oval|overpass"
    r"|parks?|parkways|pass|passage|path|pike|pines?|places?|pl|plains?|plazas?|points?|ports?|prairie|radial|ramp"
    r"|ranch|rapids?|rest|ridges?|river|roads|route|row|rue|run|shoals?|shores?|skyway|springs?|spurs?|squares?|sq"
    r"|station|stravenue|stream|streets|summit|throughway|trace|track|trafficway|trail|tunnel|turnpike|underpass"
    r"|unions?|valleys?|viaduct|views?|villages?|ville|vista|walks?|wall|way|ways|wells?"
)
"""The suffixes of the US postal service's publication 28, C1, and Britain's own."""

_STREET_BEFORE = (
    r"rue|via|viale|piazza|corso|calle|avenida|av\.|rua|plaza|paseo|carrer|chemin|impasse|ul\.|ulica|strada|travessa"
)
_STREET_AFTER = "gatan|vägen|vej|gade|straat|laan|plein|katu|utca|veien|gata|gyden|kade|gracht"
_OF = r"(?: (?:de|del|della|di|du|des|la|las|le|los|do|da|dos|l['’])){0,3}"
_FOREIGN_STREET = re.compile(
    rf"(?<!\w)(?:(?=[A-Zu])(?i:{_STREET_BEFORE}){_OF}(?: [A-ZÀ-Ý][\w'’-]{{1,25}}+){{1,3}},? \d{{1,5}}[A-Za-z]?(?!\w)"
    rf"|\d{{1,4}}(?: (?:bis|ter))?,? (?:rue|avenue|boulevard|place|chemin|impasse|allée){_OF}"
    r"(?: ?[A-ZÀ-Ý][\w'’-]{1,25}+){1,3}"
    rf"|[A-ZÀ-Ý][\w-]{{2,25}}(?:{_STREET_AFTER}) \d{{1,4}}[A-Za-z]?(?!\w))"
    r"(?:,? \d{4,5}(?: [A-Z]{2})? [A-ZÀ-Ý][\w-]{2,25}+)?"
)
_CUED = re.compile(
    r"((?i:(?<!\w)(?:(?:address|adresse|anschrift)"
    r"(?: is| to| ist| lautet|:| linked to my \w{1,12}(?: \w{1,12})? to){0,2}"
    r"|(?:live|lives|living|lived|reside|resides|stay|located|move|moved|moving|wohne|wohnt|wohnhaft|deliver|delivered"
    r"|ship|shipped|send it) (?:at|to|in|in der|im|am)"
    r"|billing address|shipping address|lieferadresse|rechnungsadresse)[:\s]{1,6}))"
    r"((?=[^\n.!?;]{0,40}\d)(?:(?:[A-ZÀ-Ý\d#][\w'’./-]{0,25}+|de|la|del|di|van|der|den|du|da|dos|am|an|St\.)"
    r"(?:[, ]{1,3}|\s{0,3}\n\s{0,6}|(?=\W|$))){2,12})"
)
_POSTCODE = r"(?:\d{5}(?:-\d{4})?|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]\d[A-Z] ?\d[A-Z]\d)"
_FLAT = r"(?:,? (?:apt|apartment|suite|ste|unit|flat|floor|#)\.? ?#?\w{1,6})?"
_ENGLISH_TAIL = (
    rf"(?i:(?:[,\n]{{1,2}} ?| )(?:[a-z][\w'.-]{{1,25}}+ ?){{0,3}}?[, \n]{{0,2}}(?:[A-Z]{{2}},? ?)?{_POSTCODE}(?!\w)"
    r"|,(?: [A-Z][\w'.-]{2,25}+){1,2}(?:, [A-Z]{2}\b)?)?"
)
_ANY_TAIL = (
    rf"(?i:(?:[,\n]{{1,2}} ?| )(?:[a-z][\w'.-]{{1,25}}+ ?){{0,3}}?[, \n]{{0,2}}(?:[a-z]{{2}},? ?)?{_POSTCODE}(?!\w))?"
)
_NUMBER = r"(?<![\w.,$€£/-])(?<!flight )(?<!Flight )\d{1,5}[A-Za-z]? "
_COMPASS = r"(?:(?:North|South|East|West|[NSEW]{1,2}\.?) )?"
_ENGLISH_STREET = re.compile(
    rf"{_NUMBER}{_COMPASS}(?:(?:[A-Z][\w'’.-]{{1,25}}+|\d{{1,3}}(?:st|nd|rd|th)) ){{1,3}}?"
    rf"(?i:{_ANY})\b\.?(?i:{_FLAT}){_ENGLISH_TAIL}"
)
_ENGLISH_LOWER = re.compile(
    rf"{_NUMBER}(?!(?:minutes?|mins?|hours?|hrs?|days?|miles?|km|meters?|blocks?|steps?|people|of|the|star|stars)\b)"
    r"(?:(?!(?:the|a|an|of|in|on|to|from|down|up|my|our|this|that|by|off|and|for|at|per|minutes?|hours?)\b)"
    r"[\w'’-]{2,25}+ ){1,2}?"
    rf"(?:street|road|avenue|ave|lane|boulevard|blvd|terrace|crescent|parkway)\b\.?{_FLAT}{_ANY_TAIL}",
    re.IGNORECASE,
)
_AT_HOME = re.compile(
    r"(?<!\w)((?:(?:i|we|he|she) (?:live|lives|lived|reside)d? (?:at|in|on)"
    r"|(?:send|ship|deliver|mail|post)(?:ed|ped)? (?:it |them |this |that )?(?:over )?to"
    r"|(?:my |our |home |shipping |billing |delivery )address(?: is|:)?|address(?: is|:)|moved? to|located at"
    r"|\[name\],)\s{1,3})"
    r"(\d{1,5}[a-z]? (?:(?!(?:the|a|an|of|my|our|friends|people|times)\b)[\w'’.-]{2,25}+ ){1,3}?"
    rf"(?:{_ANY})\b\.?{_FLAT})(?-i:{_ANY_TAIL})",
    re.IGNORECASE,
)
_SIGNED = re.compile(
    rf"((?:^|[.!?\n] ?)[-–—] ?[^\W\d_]{{2,20}} [^\W\d_]{{2,20}}, )\d{{1,5}} [^\W\d_]{{2,25}} (?:{_ANY})\b",
    re.IGNORECASE,
)
_STATE_ZIP = re.compile(r"(?:[A-Z][a-z]{2,20}+,? ){1,2}[A-Z]{2},? \d{5}(?:-\d{4})?(?!\d)")
_UK_POSTCODE = re.compile(r"(?<![\w-])[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}(?!\w)")
_BOX = re.compile(r"(?<!\w)(?:P\.? ?O\.? ?Box|Postfach)(?: ?#| Nr\.?)? ?\d[\d ]{0,8}\d?" + _GERMAN_TAIL, re.IGNORECASE)


def _cued(match: re.Match[str]) -> str:
    """The address after its cue, where a house number or postcode and a name are in it; trailing space stays."""
    body = match[2].rstrip(" ,\n")
    if not re.search(r"\d", body) or not re.search(r"[^\W\d_]{3}", body):
        return match[0]
    return match[1] + "[address]" + match[2][len(body) :]


def hide_addresses(text: str) -> str:
    """Replace postal addresses by ``[address]``, the town too where it follows its street."""
    lowered = text.lower()
    if _HOME_HINT.search(lowered):
        text = _CUED.sub(_cued, _AT_HOME.sub(r"\1[address]", text))
    if _GERMAN_HINT.search(lowered):
        text = _GERMAN_STREET.sub("[address]", text)
    if _NAMED_HINT.search(text):
        text = _NAMED_STREET.sub("[address]", text)
    if _ENGLISH_START.search(text):
        text = _ENGLISH_STREET.sub("[address]", text)
    if _ENGLISH_HINT.search(lowered):
        text = _ENGLISH_LOWER.sub("[address]", text)
    if "," in text:
        text = _SIGNED.sub(r"\1[address]", text)
    if _FOREIGN_HINT.search(lowered):
        text = _FOREIGN_STREET.sub("[address]", text)
    if "box" in lowered or "postfach" in lowered:
        text = _BOX.sub("[address]", text)
    if _ZIP.search(text):
        text = _GERMAN_TOWN.sub("[address]", _STATE_ZIP.sub("[address]", text))
    return _UK_POSTCODE.sub("[address]", text)


_HOME_HINT = re.compile(
    r"address|adresse|anschrift|\b(?:live|liv|reside|stay|locat|mov|wohn|deliver|ship|send|mail|post)\w{0,4} "
    r"|\[name\], \d"
)
_FOREIGN_HINT = re.compile(rf"\b(?:{_STREET_BEFORE}|avenue|boulevard|place|allée) |(?:{_STREET_AFTER}) \d")
_NAMED_HINT = re.compile(r"[a-zäöüß] \d{1,3} ?[a-h]?\b")
_ENGLISH_START = re.compile(r"\d[A-Za-z]? [A-Z\d]")
_ENGLISH_HINT = re.compile(r" (?:street|road|ave|lane|boulevard|blvd|terrace|crescent|parkway)")
_ZIP = re.compile(r"\d{5}")
