"""The examples of docs/texts.md are what the code does."""

from pathlib import Path

import pytest

from bot.curation.texts.voiceless import noise
from bot.curation.texts.words import to_words

DOC = Path(__file__).resolve().parents[4] / "docs" / "texts.md"


def table(heading: str) -> list[tuple[str, str]]:
    """The rows of the table under *heading*, as text with its line breaks."""
    lines = DOC.read_text(encoding="utf-8").split(f"| {heading} |\n")[1].splitlines()
    rows = [line.strip("|").split("|") for line in lines[1 : lines.index("")]]
    return [(cells[0].strip(" `").replace("⏎", "\n"), cells[1].strip(" `").replace("⏎", "\n")) for cells in rows]


@pytest.mark.parametrize(("raw", "words"), table("raw | words"))
def test_the_words_are_as_documented(raw: str, words: str) -> None:
    assert to_words(raw) == words


@pytest.mark.parametrize(("words", "reason"), table("words | left out as"))
def test_noise_is_as_documented(words: str, reason: str) -> None:
    assert (noise(words) or "–") == reason
