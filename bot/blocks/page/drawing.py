"""What the page's template needs of a digest's document, taken apart from its blocks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.blocks.mrkdwn import Passage, passages
from bot.locale import Words


@dataclass(frozen=True, slots=True)
class Pick:
    """One quote of the document with its reasons; *number* is its mark on the page."""

    number: int
    quote: Mapping[str, Any]
    title: str


@dataclass(frozen=True, slots=True)
class Drawn:
    """One block: what it is, its text taken apart, and the pick that it quotes."""

    kind: str
    passages: tuple[Passage, ...] = ()
    pick: Pick | None = None
    buttons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Drawing:
    """One week: the parent, its thread, and the picks by the heading under which their reasons stand."""

    week: str
    title: str
    label: str
    language: str
    parent: tuple[Drawn, ...]
    thread: tuple[tuple[Drawn, ...], ...]
    themes: Sequence[Mapping[str, Any]]
    picks: tuple[tuple[str, tuple[Pick, ...]], ...] = field(default=())


def draw(document: Mapping[str, Any], words: Words) -> Drawing:
    """Take *document* apart for the page."""
    shown = [*document["blocks"], *(block for message in document["thread"] for block in message)]
    texts = [passage.text for block in shown for passage in _passages(block) if passage.quoted]
    picks = _picks([q for q in document["quotes"] if any(_says(text, q) for text in texts)], words)
    number = int(document["week"].rpartition("W")[2])
    marks = _Marks(picks)
    return Drawing(
        week=document["week"],
        title=document["title"],
        label=words("week-label", number=str(number)),
        language=words.language,
        parent=tuple(_block(block, marks) for block in document["blocks"]),
        thread=tuple(tuple(_block(block, marks) for block in message) for message in document["thread"]),
        themes=[theme for theme in document["themes"] if theme["reasons"]],
        picks=_grouped(picks),
    )


def _picks(quotes: Sequence[Mapping[str, Any]], words: Words) -> list[Pick]:
    return [
        Pick(number, quote, words("slot-" + quote["slot"].replace("_", "-")))
        for number, quote in enumerate(quotes, 1)
    ]  # fmt: skip


def _grouped(picks: Sequence[Pick]) -> tuple[tuple[str, tuple[Pick, ...]], ...]:
    """Picks under the theme that they speak about, in the order of the digest."""
    groups: dict[str, list[Pick]] = {}
    for pick in picks:
        groups.setdefault(pick.quote["theme"], []).append(pick)
    return tuple((theme, tuple(members)) for theme, members in groups.items())


class _Marks:
    """Hands out each pick once, to the first block that quotes it: two customers may say the very same."""

    def __init__(self, picks: Sequence[Pick]) -> None:
        self._left = list(picks)

    def take(self, shown: str) -> Pick | None:
        pick = next((pick for pick in self._left if _says(shown, pick.quote)), None)
        if pick is not None:
            self._left.remove(pick)
        return pick


def _block(block: Mapping[str, Any], marks: _Marks) -> Drawn:
    parts = _passages(block)
    quoted = next((part.text for part in parts if part.quoted), None)
    pick = marks.take(quoted) if quoted is not None else None
    labels = [e["text"]["text"] for e in block.get("elements", ()) if isinstance(e.get("text"), dict)]
    return Drawn(block["type"], parts, pick, tuple(labels) if block["type"] == "actions" else ())


def _passages(block: Mapping[str, Any]) -> tuple[Passage, ...]:
    if block["type"] == "context":
        texts = [element["text"] for element in block["elements"] if "text" in element]
    else:
        texts = [block["text"]["text"]] if "text" in block else []
    return tuple(passage for text in texts for passage in passages(text))


def _says(shown: str, quote: Mapping[str, Any]) -> bool:
    """Whether *shown* is *quote* as displayed: the same letters, or as many of them as had room."""
    letters = _letters(shown)
    whole = _letters(quote["text"])
    return letters == whole or (shown.endswith("…") and bool(letters) and whole.startswith(letters))


def _letters(text: str) -> str:
    return "".join(character for character in text if character.isalnum())
