"""HTML as a mail or a web form sends it, turned into the text that its writer typed."""

import html
import re
from collections.abc import Mapping

from lxml import etree  # type: ignore[import-untyped]  # lxml ships no types

_TAGS = (
    "a|abbr|article|b|blockquote|body|br|center|code|dd|div|dl|dt|em|font|form|h[1-6]|head|hr|html|i|img|li|meta|ol|p|"
    "pre|script|section|small|span|strong|style|sub|sup|table|tbody|td|th|tr|u|ul"
)
_LOOKS_LIKE_HTML = re.compile(
    rf"<!doctype html|</(?:{_TAGS})>|<(?:br|hr|p|div|html|body)(?:\s[^<>]{{0,500}})?/?>", re.I
)
_TAG = re.compile(r"</?[a-z!?][^<>]{0,2000}>", re.I)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8}\d{0,2});", re.I)
_SPACE = re.compile(r"[\s\xa0]+")

_BREAK = re.compile("address|article|br|dd|div|dl|dt|fieldset|figure|footer|form|header|hr|li|main|nav|section|tr")
_PARAGRAPH = re.compile("h[1-6]|ol|p|pre|table|ul")
_NEVER_WORDS = re.compile(
    "applet|audio|blockquote|button|canvas|datalist|head|iframe|map|math|noscript|object|option|script|select|style|svg"
    "|template|textarea|title|video"
)
_QUOTE_CLASS = re.compile(
    r"gmail_(?:quote|attr|signature)|moz-(?:cite|signature)|yahoo_quoted|protonmail_(?:quote|signature)|tutanota_quote"
    r"|zmail_extra|OutlookMessageHeader|WordSection1_quote|freshdesk_quote|helpscout-quote|front-blockquote",
    re.I,
)
_QUOTE_FOLLOWS = re.compile(r"(?:x_)*(?:divRplyFwdMsg|appendonsend|mail-editor-reference-message-container)", re.I)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d])|mso-hide", re.I)


def has_tags(text: str) -> bool:
    """Whether there is any tag in *text*; what is said to be HTML and has none keeps its line breaks."""
    return "<" in text and _TAG.search(text) is not None


def looks_like_html(text: str) -> bool:
    """Whether *text* holds tags that nobody types by hand: a closing tag, a line break, a paragraph."""
    return "<" in text and _LOOKS_LIKE_HTML.search(text) is not None


def from_html(text: str) -> str:
    """Return the words of *text*: links by their text, no scripts, images, hidden parts or quoted mails.

    Linear in the length of *text*; never raises, whatever the markup. NUL and lone surrogates must be out already.
    """
    reader = _Reader()
    # Bytes, because lxml refuses a str with an encoding declaration of its own.
    parser = etree.HTMLParser(target=reader, encoding="utf-8", recover=True)
    try:
        parser.feed(text.encode())
        parser.close()
    except etree.XMLSyntaxError:  # nothing in it that is an element: what was read until then is all there is
        pass
    return "".join(reader.parts)


def from_entities(text: str) -> str:
    """Return plain *text* with ``&amp;`` and its like decoded once: many exports escape what was never HTML."""
    if "&" not in text:
        return text
    return _ENTITY.sub(lambda match: html.unescape(match[0]), text)


class _Reader:
    """What lxml calls for each tag; the words gather in *parts*."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self._skipping = 0
        self._ended = False

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Begin an element; everything inside a skipped one is skipped."""
        if self._skipping:
            self._skipping += 1
        elif _QUOTE_FOLLOWS.fullmatch(attributes.get("id", "")):
            self._ended = True
        elif _NEVER_WORDS.fullmatch(tag) or _is_quote_or_hidden(attributes):
            self._skipping = 1
        else:
            self._break(tag)

    def end(self, tag: str) -> None:
        """End an element."""
        if self._skipping:
            self._skipping -= 1
            if not self._skipping:
                self.parts.append("\n" if tag in ("blockquote", "div") else " ")
        elif tag != "br":
            self._break(tag)

    def data(self, words: str) -> None:
        """Take the text between two tags."""
        if not self._skipping and not self._ended:
            self.parts.append(_SPACE.sub(" ", words))

    def comment(self, words: str) -> None:
        """Leave a comment out."""

    def pi(self, target: str, words: str | None = None) -> None:
        """Leave a processing instruction out."""

    def close(self) -> None:
        """Finish; lxml wants it."""

    def _break(self, tag: str) -> None:
        if self._ended:
            return
        if _BREAK.fullmatch(tag):
            self.parts.append("\n")
        elif _PARAGRAPH.fullmatch(tag):
            self.parts.append("\n\n")
        elif tag in ("td", "th"):
            self.parts.append(" ")


def _is_quote_or_hidden(attributes: Mapping[str, str]) -> bool:
    if not attributes:
        return False
    style = attributes.get("style", "")
    return (
        "hidden" in attributes
        or (bool(style) and _HIDDEN.search(style) is not None)
        or _QUOTE_CLASS.search(attributes.get("class", "")) is not None
    )
