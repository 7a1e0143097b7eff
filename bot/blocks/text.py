"""Other people's words inside Slack's mrkdwn: they can ping no one, link nowhere and break no layout.

Everything here is for display. What is stored and what the JSON carries stays exact.
"""

import re
import unicodedata
from datetime import datetime

from bot.locale import Words

_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_LOOKALIKES = {"*": "∗", "_": "ˍ", "~": "∼"}
"""Slack has no escape for its marks; a mark that cannot format is the only safe one."""

_BREAK = "\u2060"  # word joiner: no width, no line break, and no link or mention across it
_KEPT = {"\u200c", "\u200d"}  # joiners that emoji families and some scripts need
_INVISIBLE = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}  # not Cn: emoji newer than this Python are unassigned to it
_MARKS = re.compile(r"(?<!\w)[*_~]|[*_~](?!\w)")
_LINE_MARK = re.compile(r"^(\s*)([>›]+|[-+•](?=\s))", re.MULTILINE)
_URL = re.compile(
    r"\b([a-z][a-z0-9+.-]{1,9}://|www\.)([^\s/<>\"'`|?#]+?)([/?#][^\s<>\"'`|]*?)?(?=[.,;:!?)\]]*(?:[\s<>\"'`|]|$))",
    re.IGNORECASE,
)
_DOMAIN = re.compile(
    r"(?<![\w.-])((?:[\w-]{1,63}\.){1,6}(?:com|net|org|info|biz|io|co|app|dev|me|ly|xyz|shop|site|online|top|de|at|ch|eu|uk|fr|nl|ru|cn))"
    r"\b(/[^\s<>\"'`|]*)?",
    re.IGNORECASE,
)
_SPACES = re.compile(r"[^\S\u00a0\u202f]+")  # a space that must not break is kept
_MENTION = re.compile(r"([@#])(?=\w)")
_EMOJI_CODE = re.compile(r":(?!(?<=\d:)\d+(?:[–-]\d+)?:\d)(?=[^\s:]+:)")
"""Any name, since a workspace adds its own; no time of day."""
_STACKED = re.compile("([\u0300-\u036f\u1ab0-\u1aff\u20d0-\u20ff]{3})[\u0300-\u036f\u1ab0-\u1aff\u20d0-\u20ff]+")
_ENTITY_TAIL = re.compile(r"&[a-z]{0,3}$")
_PLACEHOLDER = re.compile(r"\[[a-z ]{2,14}\]")


def clean(text: str) -> str:
    """Take out what is not for reading: control, bidi and other invisible characters, lone surrogates."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    kept = "".join(c for c in text if c == "\n" or c in _KEPT or unicodedata.category(c) not in _INVISIBLE)
    return _STACKED.sub(r"\1", kept)


def escape(text: str) -> str:
    """Write *text* so that Slack reads no markup of its own in it; to be done once, at render.

    Slack knows these three entities and no others: https://docs.slack.dev/messaging/formatting-message-text
    """
    return "".join(_ESCAPES.get(c, c) for c in text)


def neutral(text: str) -> str:
    """Break what Slack or a phone would act on in *text*: formatting, links, mentions, emoji codes. Not escaped yet."""
    text = _URL.sub(_broken_url, text)
    text = _DOMAIN.sub(_broken_domain, text)
    text = text.replace("`", "ˋ")
    text = _MARKS.sub(lambda mark: _LOOKALIKES[mark[0]], text)
    text = _MENTION.sub(rf"\1{_BREAK}", text)
    text = _EMOJI_CODE.sub(f":{_BREAK}", text)
    return _LINE_MARK.sub(lambda mark: mark[1] + ("›" if mark[2][0] in ">›" else "–"), text)


def inline(text: str, limit: int = 80) -> str:
    """*text* on one line of mrkdwn, neutral and escaped, at most *limit* characters: for names."""
    return cut(escape(neutral(_readable(text, limit, one_line=True))), limit)


def plain(text: str, limit: int = 150) -> str:
    """*text* on one line of a plain_text object, which Slack shows as it stands but for emoji codes."""
    safe = _EMOJI_CODE.sub(f":{_BREAK}", _readable(text, limit, one_line=True))
    return cut(safe.replace("<", "‹").replace(">", "›"), limit)


def quote(text: str, limit: int = 2900, *, one_line: bool = False) -> str:
    """*text* as a mrkdwn quote: ``>`` on every line, no empty lines, at most *limit* characters, all marks included."""
    safe = escape(neutral(_readable(text, limit, one_line=one_line)))
    lines = [line.strip() for line in safe.split("\n") if line.strip()] or ["…"]
    return cut("\n".join(f"> {line}" for line in lines), limit)


def flat(text: str) -> str:
    """*text* on one line, every run of white space one space."""
    return _SPACES.sub(" ", text).strip()


def cut(escaped: str, limit: int) -> str:
    """Shorten *escaped* mrkdwn to *limit* characters with an ellipsis, rather between words.

    Never inside an entity or a placeholder: half of "[date of birth]" reads like the customer's own words.
    """
    if len(escaped) <= limit:
        return escaped
    kept = _ENTITY_TAIL.sub("", escaped[: limit - 1])
    space = max(kept.rfind(" "), kept.rfind("\n"))
    if space > len(kept) * 2 // 3:
        kept = kept[:space]
    opened = kept.rfind("[")
    if opened >= 0 and (whole := _PLACEHOLDER.match(escaped, opened)) and whole.end() > len(kept):
        kept = kept[:opened]
    while kept and (kept[-1] in _KEPT or kept[-1].isspace() or unicodedata.combining(kept[-1]) or kept[-1] == _BREAK):
        kept = kept[:-1]
    return kept + "…"


def _readable(text: str, limit: int, *, one_line: bool) -> str:
    """Clean as much of *text* as *limit* could ever show: a text of 100 kB costs no more than a short one."""
    start = clean(text[: 8 * limit])
    return flat(start) if one_line else start


def _broken_url(url: re.Match[str]) -> str:
    """Show the domain alone: it says where a link went, and leads nowhere."""
    return url[2].rpartition("@")[2].replace(".", f".{_BREAK}") + ("/…" if len(url[3] or "") > 1 else "")


def _broken_domain(domain: re.Match[str]) -> str:
    return domain[1].replace(".", f".{_BREAK}") + ("/…" if domain[2] and len(domain[2]) > 1 else "")


def ended(text: str) -> str:
    """*text* as a sentence among others: it ends like one."""
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."


def local_time(at: datetime, words: Words) -> str:
    """Return *at* as Slack writes it for each reader in their own time zone; where it cannot, in the one it carries."""
    return f"<!date^{int(at.timestamp())}^{{date_short}}, {{time}}|{words.moment(at)} {at.tzname()}>"
