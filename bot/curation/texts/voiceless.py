"""What comes in like feedback and is no voice: auto-replies, spam, empty thanks, nothing at all.

Rather a piece of noise too many than a voice too few: every rule wants the whole text, or two signs at once.
"""

import re

from bot.curation.texts.phrases import found_sections
from bot.curation.texts.plain import has_letters, to_plain
from bot.curation.texts.word_lists import read_sections
from bot.domain.verbatim import LeftOut

NOISE_VERSION = "2"
"""Raise it when these rules give another reason for the same text."""

_AUTO_SUBJECT = re.compile(  # nothing but what a machine writes: "Undelivered parcel" is a customer's
    r"auto(?:matic|mated|matische|matisch)?[ -]?(?:reply|response|antwort)\s*(?::.*)?"
    r"|(?:auto(?:matic)? ?reply\W+)?out of (?:the )?office(?: (?:auto(?:matic)?[ -]?)?(?:reply|response|message))?"
    r"\s*(?::.*|\W*(?:until|till|from) .*)?"
    r"|(?:automatische )?abwesenheits(?:notiz|meldung|nachricht|benachrichtigung)\s*(?::.*|\W*(?:bis|vom|von|ab) .*)?"
    r"|(?:abwesenheit|(?:ich bin )?(?:abwesend|nicht im (?:büro|haus)|außer haus))(?: (?:bis|vom|von|ab) .*)?"
    r"|vacation (?:reply|response)\s*(?::.*)?"
    r"|undelivered mail returned to sender|undeliver(?:ed|able) (?:e-?mail|mail|message)\s*(?::.*)?"
    r"|delivery status notification\s*(?:\(.*\))?|mail delivery (?:subsystem|system|failed|failure)\s*(?::.*)?"
    r"|returned mail: (?:see transcript|user unknown|host unknown).*|failure notice"
    r"|unzustellbare (?:nachricht|e-?mail|mail)\s*(?::.*)?",
    re.I,
)
_AWAY_SUBJECT = re.compile(
    r"(?:(?:re|aw|fwd?|wg)\s?:\s*)*(?:auto(?:matic|mated|matische|matisch)?[ -]?(?:reply|response|antwort)\b"
    r"|out of (?:the )?office\b|(?:automatische )?abwesenheit"
    r"|(?:ich bin )?(?:nicht im (?:büro|haus)|außer haus|abwesend)|vacation (?:reply|response)\b)",
    re.I,
)
_BOUNCE_SUBJECT = re.compile(
    r"(?:(?:re|aw|fwd?|wg)\s?:\s*)*(?:undeliver(?:ed|able)\b"
    r"|(?:mail )?delivery (?:status|failure|failed|has failed|subsystem)"
    r"|returned mail\b|failure notice\b|(?:unzustellbar|nicht zustellbar))",
    re.I,
)
_BACK = re.compile(
    r"\b(?:i will|i'll|i’ll) (?:be back|return)\b|\bbin ich wieder\b|\bich bin ab .{1,40} wieder\b", re.I
)
_BOUNCED = re.compile(
    r"mailer-daemon|postmaster|\bsmtp\b|\b[45]\d\d[ -]{1,2}#?[45]\.\d{1,2}\.\d|\bmail ?(?:system|server)\b|user unknown"
    r"|(?:message|e-?mail) (?:to .{1,60} )?(?:could not|couldn['’]t|was not|wasn['’]t)\b[^.\n]{0,20}\bdelivered"
    r"|\bdeliver (?:your|this|the following) (?:message|e-?mail)\b|\bfailed to (?:these|the following) recipients"
    r"|(?:nachricht|e-?mail) (?:an .{1,60} )?(?:konnte|wurde)\b[^.\n]{0,30}\bnicht zugestellt"
    r"|mailbox (?:is )?(?:full|unavailable)|postfach (?:ist )?voll",
    re.I,
)
_AUTO_START = re.compile(  # at the start of a sentence or line: not in "I only got: this is …"
    r"(?:^|(?<=[.!] ))(?:this is an auto(?:mated|matic|matically generated) (?:reply|response|message|e-?mail)\b"
    r"|(?:dies|das) ist eine automatisch(?:e| \w+)? (?:antwort|nachricht|e-?mail|mail|benachrichtigung)\b"
    r"|diese (?:nachricht|e-?mail|antwort) wurde automatisch (?:erstellt|generiert|erzeugt|versandt|versendet)"
    r"|(?:automatische antwort|automatic reply|auto-?reply)\b|delivery has failed"
    r"|your message (?:to .{1,80} )?(?:could not|couldn't|wasn't) (?:be )?delivered"
    r"|the following (?:message|address(?:es)?) .{0,40}(?:could not be|was not|had permanent|failed)"
    r"|ihre nachricht .{0,80}konnte nicht zugestellt"
    r"|die (?:zustellung|folgende nachricht) .{0,60}(?:fehlgeschlagen|nicht zugestellt))",
    re.I | re.M,
)
_MOST_THANKS = 9
"""Words; longer thanks may say what for."""
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_AUTO_CUES = ("auto", "deliver", "zugestellt", "fehlgeschlagen", "the following")
_LINK = re.compile(r"https?://|www\.", re.I)
_MANY_LINKS = 5
_FEW_CHARACTERS = 24
"""Different ones in a text that only repeats itself."""
_EARLY = 600
"""Characters within which an auto-reply says what it is."""


def noise(words: str, raw_subject: str | None = None) -> LeftOut | None:
    """Return why *words* are no voice, or None when they are one. *raw_subject* may give an auto-reply away.

    Emojis, digits and signs alone are no words ("👍", "10/10"); a link alone is spam.
    """
    if raw_subject and _is_auto_subject(raw_subject.strip(), words[:_EARLY]):
        return LeftOut.AUTO_REPLY
    plain = to_plain(words)
    if not has_letters(plain):
        return LeftOut.SPAM if _LINK.search(words) else LeftOut.NO_WORDS
    if _is_auto_reply(words):
        return LeftOut.AUTO_REPLY
    if _is_spam(f"{raw_subject}\n{words}" if raw_subject else words, plain):
        return LeftOut.SPAM
    if _is_empty_thanks(plain):
        return LeftOut.EMPTY_THANKS
    return None


def _is_auto_subject(subject: str, early: str) -> bool:
    """Whether all of *subject* is a machine's, or it begins like one and the text has a second sign."""
    if _AUTO_SUBJECT.fullmatch(subject):
        return True
    if _AWAY_SUBJECT.match(subject) and (_BACK.search(early) or found_sections("away", early)):
        return True
    return bool(_BOUNCE_SUBJECT.match(subject) and _BOUNCED.search(early))


def _is_auto_reply(words: str) -> bool:
    early = words[:_EARLY]
    lowered = early.lower()
    if any(cue in lowered for cue in _AUTO_CUES) and _AUTO_START.search(early) is not None:
        return True
    return len(found_sections("away", early)) == 2


def _is_spam(words: str, plain: str) -> bool:
    if len(found_sections("pitches", words)) >= 2:
        return True
    if words.count("://") >= _MANY_LINKS and len(plain) < 0.4 * len(words):
        return True
    if len(set(plain)) > _FEW_CHARACTERS:
        return False
    found = _WORD.findall(plain.casefold())
    one_letter = len(set("".join(found))) == 1 and sum(map(len, found)) >= 5
    return one_letter or (len(found) >= 12 and len(set(found)) == 1)


def _is_empty_thanks(plain: str) -> bool:
    if len(plain) > 100 or "?" in plain:
        return False
    found = _WORD.findall(plain.casefold())
    if not 0 < len(found) <= _MOST_THANKS or any(map(str.isdigit, plain)):
        return False
    kinds = set(found)
    known = read_sections("empty_thanks")
    return kinds <= known["ok"] or (bool(kinds & known["thanks"]) and kinds <= frozenset().union(*known.values()))
