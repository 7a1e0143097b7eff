"""Read our own mrkdwn back, to show messages as Slack does where there is no Slack."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

_FORMAT = re.compile(r"(?<!\w)([*_])(?=\S)(.+?)(?<=\S)\1(?!\w)|`([^`]+)`|<([^<>|]+)(?:\|([^<>]*))?>")
_STYLES = {"*": "bold", "_": "italic"}


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of *text* in one style."""

    text: str
    bold: bool = False
    italic: bool = False
    code: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """Neighbouring lines that are all quoted, or all not."""

    quoted: bool
    lines: tuple[tuple[Span, ...], ...]

    @property
    def text(self) -> str:
        """The passage without its formatting."""
        return "\n".join("".join(span.text for span in line) for line in self.lines)


def passages(text: str) -> list[Passage]:
    """Split mrkdwn *text* into what is quoted and what is not, formatting read and entities undone."""
    found: list[Passage] = []
    for line in text.split("\n"):
        quoted = line.startswith(">")
        spans = tuple(_spans(line.removeprefix(">").removeprefix(" ") if quoted else line))
        if found and found[-1].quoted == quoted:
            found[-1] = Passage(quoted, (*found[-1].lines, spans))
        else:
            found.append(Passage(quoted, (spans,)))
    return found


def _spans(line: str, **style: bool) -> Iterator[Span]:
    at = 0
    for match in _FORMAT.finditer(line):
        if match.start() > at:
            yield Span(unescape(line[at : match.start()]), **style)
        at = match.end()
        if match[1]:
            yield from _spans(match[2], **{**style, _STYLES[match[1]]: True})
        elif match[3]:
            yield Span(unescape(match[3]), **{**style, "code": True})
        else:
            yield Span(unescape(match[5] or match[4]), **style)
    if at < len(line):
        yield Span(unescape(line[at:]), **style)
