"""The kinds of limit that Slack sets to a field of Block Kit."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """A text object of *least* to *most* characters; *plain* allows no mrkdwn."""

    most: int
    plain: bool = False
    needed: bool = False
    least: int = 1


@dataclass(frozen=True, slots=True)
class Chars:
    """A string of *least* to *most* characters, one of *among* where that is given."""

    most: int
    needed: bool = False
    least: int = 0
    among: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Number:
    """A whole number of *least* to *most*."""

    least: int
    most: int


@dataclass(frozen=True, slots=True)
class Items:
    """A list of *least* to *most* entries, each a shape called *of* (``*``: what its own ``type`` says)."""

    most: int
    of: str = "*"
    least: int = 1
    needed: bool = False


@dataclass(frozen=True, slots=True)
class One:
    """One object of the shape *of* (``*``: what its own ``type`` says)."""

    of: str = "*"
    needed: bool = False


@dataclass(frozen=True, slots=True)
class Free:
    """A field that Slack knows and of which no limit is known."""

    needed: bool = False


Rule = Text | Chars | Number | Items | One | Free
