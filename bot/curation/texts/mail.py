"""What mail programs add to a customer's words: quoted mails, disclaimers, "Sent from my iPhone".

The library `mail-parser-reply` was tried first. It cuts the rest of a text at any line that begins with "Thanks,"
or "Warning:" and takes two seconds for ten thousand blanks. These rules take whole lines and are linear.
"""

import re
from collections.abc import Sequence

_LONGEST_HEADER = 300
"""Characters of a line within which an envelope can be recognised; what is longer is prose."""

_MARKED = re.compile(r">(?![:;=<\d])")
_MAY_WROTE = re.compile(r"(?:on|am|le|el|il|op|w|den|dne)\s", re.I)
_WROTE = re.compile(
    r"(?:on|am|le|el|il|op|w dniu|den)\b.{4,240}\b(?:wrote|schrieb|a écrit|escribió|ha scritto|schreef|pisze|skrev)"
    r"(?: .{1,120})?\s?:"
    r"|.{3,120}\b(?:schrieb am|wrote on|wrote at)\b.{4,80}:",
    re.I,
)
_RULED_OFF = re.compile(
    r"[-_*=#]{2,}[ -]*(?:original[ -]?(?:message|nachricht)|ursprüngliche (?:nachricht|e-?mail)|forwarded message"
    r"|weitergeleitete nachricht|message d'origine|mensaje original|messaggio originale|oorspronkelijk bericht"
    r"|please (?:type|enter) your reply above this line"
    r"|bitte (?:geben sie ihre )?antwort(?:en sie)? (?:oberhalb|über) dieser (?:linie|zeile).{0,20})[ -]*[-_*=#]*",
    re.I,
)
_FIELD = re.compile(r"\*?(from|von|sent|gesendet|date|datum|to|an|subject|betreff|cc|kopie)\*? ?:", re.I)
_DEVICE = r"(?:i?phone|ipad|android|galaxy|blackberry|mobile|outlook|mail|yahoo|gmail|proton|tablet|samsung|huawei)"
_SENT_FROM = re.compile(
    rf"sent (?:from|via|with) (?:[\w'’]+ ){{0,3}}{_DEVICE}[\w .]{{0,40}}|get outlook for .{{2,20}}"
    rf"|(?:diese nachricht wurde )?(?:gesendet|verschickt) (?:von|mit|über|aus) .{{0,30}}\b{_DEVICE}.{{0,40}}"
    rf"|(?:diese nachricht wurde )?von meine[mr] .{{2,50}} (?:gesendet|gesandt|geschickt|verschickt)"
    r"|holen sie sich outlook.{0,20}|outlook für .{2,20} (?:beziehen|herunterladen)"
    r"|envoyé de(?:puis)? mon .{2,40}|enviado desde mi .{2,40}|inviato da(?:l mio)? .{2,40}"
    r"|verzonden vanaf mijn .{2,40}",
    re.I,
)
_SENT_FROM_AT_END = re.compile(rf"(?<=[.!?…]) (?:sent from my {_DEVICE}|von meinem {_DEVICE} gesendet)\.?$", re.I)
_DISCLAIMER = re.compile(
    r"this (?:e-?mail|message|communication)\b.{0,100}\b(?:confidential|privileged|intended (?:only|solely)|sole use)"
    r"|if you (?:are not|have received) .{0,20}(?:intended recipient|this (?:e-?mail|message) in error)"
    r"|(?:confidentiality|legal) (?:notice|disclaimer)\b|please consider the environment before"
    r"|diese (?:e-?mail|nachricht)\b.{0,100}\b(?:vertraulich|nur für den|ausschließlich für)"
    r"|der inhalt dieser e-?mail\b"
    r"|(?:wenn|falls|sollten) sie nicht der (?:\w+ )?(?:adressat|empfänger)\b|(?:bitte )?denken sie an die umwelt",
    re.I,
)


def without_history(lines: Sequence[str]) -> list[str]:
    """Return *lines* without those marked ``>`` and without what follows the header of an older mail.

    Where marked lines follow a header, only these go with it: the answer may stand under them.
    """
    kept: list[str] = []
    at = 0
    while at < len(lines):
        line = lines[at]
        if _MARKED.match(line):
            at += 1
            continue
        if _ends_own_words(lines, at):
            break
        length = _header_length(lines, at)
        if length and not _marked_next(lines[at + length :]):
            break
        if not length:
            kept.append(line)
        at += length or 1
    return kept


def without_disclaimers(lines: Sequence[str]) -> list[str]:
    """Return *lines* without confidentiality notices, each to the end of its paragraph, and device advertisements."""
    kept: list[str] = []
    inside = False
    for line in lines:
        inside = bool(line) and (inside or _DISCLAIMER.match(line, 0, _LONGEST_HEADER) is not None)
        if not inside and not (len(line) < 100 and _SENT_FROM.fullmatch(line.rstrip("."))):
            kept.append(line)
    return kept


def without_device(line: str) -> str:
    """Return a text of one *line* without "Sent from my iPhone" at its end."""
    return _SENT_FROM_AT_END.sub("", line)


def _ends_own_words(lines: Sequence[str], at: int) -> bool:
    """Whether a rule ("-----Original Message-----") or a block of header fields begins at *at*."""
    line = lines[at]
    if not line or len(line) > _LONGEST_HEADER:
        return False
    if line[0] in "-_*=#" and _RULED_OFF.fullmatch(line):
        return True
    if _FIELD.match(line) is None:
        return False
    fields = {match[1].lower() for near in lines[at : at + 6] if (match := _FIELD.match(near))}
    return len(fields) >= 3


def _header_length(lines: Sequence[str], at: int) -> int:
    """How many lines from *at* make a header such as "On Monday … wrote:", which programs wrap; 0 for none."""
    if not lines[at] or len(lines[at]) > _LONGEST_HEADER:
        return 0
    most = 3 if _MAY_WROTE.match(lines[at]) else 1
    joined = ""
    for length, line in enumerate(lines[at : at + most], start=1):
        joined = f"{joined} {line}".strip()
        if not line or len(joined) > _LONGEST_HEADER:
            return 0
        if line.endswith(":") and _WROTE.fullmatch(joined):
            return length
    return 0


def _marked_next(lines: Sequence[str]) -> bool:
    return next((line for line in lines[:3] if line), "").startswith(">")
