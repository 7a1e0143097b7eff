"""The documents as data: their code, links, headings and tables."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = sorted([ROOT / "README.md", *(ROOT / "docs").glob("*.md")])

_FENCE = re.compile(r"^```\w*\n(.*?)^```", re.MULTILINE | re.DOTALL)
_CODE = re.compile(r"`([^`\n]+)`")
_LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")


def name(path: Path) -> str:
    """The document's path in the repository: what a failing test is called by."""
    return path.relative_to(ROOT).as_posix()


def text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def code(path: Path) -> list[str]:
    """Every piece of code: the lines of its fences, and what stands between backticks."""
    fenced = [line for fence in _FENCE.findall(text(path)) for line in fence.splitlines()]
    return fenced + _CODE.findall(_FENCE.sub("", text(path)).replace("\n", " "))


def links(path: Path) -> list[str]:
    """Every link's target, code left out."""
    return _LINK.findall(_CODE.sub("", _FENCE.sub("", text(path))))


def anchors(path: Path) -> set[str]:
    """The fragment of every heading, as GitHub makes it."""
    headings = re.findall(r"^#+ (.+)$", _FENCE.sub("", text(path)), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def section(path: Path, heading: str) -> str:
    """What stands under *heading*, up to the next heading of any level."""
    return re.split(r"^#+ ", text(path).split(f"# {heading}\n", 1)[1], maxsplit=1, flags=re.MULTILINE)[0]


def terms(table: str) -> list[str]:
    """What the first column of a table names in code, row by row."""
    return [term for row in re.findall(r"^\|([^|]*)\|", table, re.MULTILINE) for term in _CODE.findall(row)]
