"""What README and docs name exists, and what exists is named."""

import re
import shlex
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer

from bot.cli import app
from bot.settings import Settings
from tests.docs.reading import DOCUMENTS, ROOT, anchors, code, links, name, text

README = ROOT / "README.md"
SETTINGS = {field.upper() for field in Settings.model_fields}
OTHERS = {"TEST_DATABASE_URL", "VOXPOP_SHARED", "OPENBLAS_NUM_THREADS", "EXTERNAL_ID", "TOYDESK_HOST", "TOYDESK_KEY"}
"""What developers set and Voxpop itself never reads, what stands for a word of the reader's, and a made-up tool's."""


def commands() -> dict[str, Any]:
    """Every command by its words: ``digest preview``."""

    def walk(command: Any, words: tuple[str, ...]) -> Iterator[tuple[str, Any]]:
        inner = getattr(command, "commands", None)
        if inner is None:
            yield " ".join(words), command
        for word, each in (inner or {}).items():
            yield from walk(each, (*words, word))

    return dict(walk(typer.main.get_command(app), ()))


COMMANDS = commands()


def options(command: Any) -> set[str]:
    """The options of *command*, all spellings."""
    return {option for param in command.params for option in (*param.opts, *param.secondary_opts)} | {"--help"}


def calls(path: Path) -> list[list[str]]:
    """Every call of voxpop that *path* shows, as words after the program's name."""
    found = []
    for line in code(path):
        match = re.search(r"(?:^|\s|/)voxpop ((?:[a-z-]).*)$", line)
        if match and not re.match(r"\s*(?:#|from|import|--)", line):
            shown = re.split(r"\s[#>|&]|→|…$|\)", match[1])[0].replace("=…", "=x")
            found.append(shlex.split(shown.replace("'", "")))
    return [words for words in found if words and not words[0].startswith("-")]


@pytest.mark.parametrize("path", DOCUMENTS, ids=name)
def test_every_command_that_is_shown_exists_with_its_options(path: Path) -> None:
    unknown = []
    for words in calls(path):
        known = next((each for each in (" ".join(words[:2]), words[0]) if each in COMMANDS), None)
        if known is None:
            if not any(each.startswith(words[0] + " ") for each in COMMANDS) or (words[1:2] and words[1].isalpha()):
                unknown.append(" ".join(words))
            continue
        asked = {word.partition("=")[0] for word in words if word.startswith("--")}
        unknown += [f"{known} {option}" for option in sorted(asked - options(COMMANDS[known]))]
    assert unknown == []


@pytest.mark.parametrize("path", DOCUMENTS, ids=name)
def test_every_option_that_is_named_exists_somewhere(path: Path) -> None:
    known = {option for command in COMMANDS.values() for option in options(command)} | {"--version"}
    ours = [piece for piece in code(path) if piece.startswith(("--", "voxpop "))]
    named = {match for piece in ours for match in re.findall(r"(?:^|\s)(--[a-z][a-z-]+)", piece)}
    assert named - known == set()


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_stands_in_the_readme(command: str) -> None:
    assert re.search(rf"`?voxpop {command}\b", text(README))


@pytest.mark.parametrize("path", DOCUMENTS, ids=name)
def test_every_link_leads_somewhere(path: Path) -> None:
    broken = []
    for link in links(path):
        target, _, fragment = link.partition("#")
        if re.match(r"[a-z]+:", target):
            if not target.startswith("https://"):
                broken.append(link)
            continue
        file = (path.parent / target).resolve() if target else path
        if not file.exists() or (fragment and fragment not in anchors(file)):
            broken.append(link)
    assert broken == []


def test_every_document_is_reached_from_the_readme() -> None:
    reached, new = set(), {README}
    while new:
        reached |= new
        new = {(path.parent / link.partition("#")[0]).resolve() for path in new for link in links(path)}
        new = {path for path in new if path.suffix == ".md" and path.is_file()} - reached
    assert [name(path) for path in DOCUMENTS if path not in reached] == []


@pytest.mark.parametrize("path", DOCUMENTS, ids=name)
def test_no_document_names_a_setting_that_does_not_exist(path: Path) -> None:
    shaped = re.compile(r"\b[A-Z][A-Z0-9]+(?:_[A-Z0-9]+)+\b")
    named = {match for piece in code(path) for match in shaped.findall(piece)}
    assert {each for each in named - SETTINGS - OTHERS if not is_a_constant(each)} == set()


def is_a_constant(word: str) -> bool:
    """Whether *word* is a name of the code's, for those who work on it."""
    sources = [path for package in ("bot", "handlers", "jobs") for path in (ROOT / package).rglob("*.py")]
    return any(re.search(rf"^{word}\b", text(source), re.MULTILINE) for source in sources)


def test_every_dependency_is_named_with_its_reason() -> None:
    project = tomllib.loads(text(ROOT / "pyproject.toml"))["project"]
    names = {re.split(r"[\[<>=,; ]", dependency)[0] for dependency in project["dependencies"]}
    table = text(README).split("## What it is built on")[1]
    rows = dict(re.findall(r"^\| ([^|]+) \| ([^|]+) \|$", table, re.MULTILINE))
    named = {part.strip(" ()") for row in rows for part in re.split(r"[,(]", row)} - {"Dependency", "---", "SQLAlchemy"}
    assert named == names
    assert all(reason.strip() for reason in rows.values())


def test_every_target_of_make_that_is_named_exists() -> None:
    targets = set(re.findall(r"^([a-z0-9]+):", text(ROOT / "Makefile"), re.MULTILINE))
    named = {
        word
        for path in DOCUMENTS
        for piece in code(path)
        for words in re.findall(r"^make ((?:[a-z0-9]+ ?)+)", piece.split("#")[0].strip())
        for word in words.split()
    }
    assert named
    assert named - targets == set()


def test_what_messages_of_the_app_refer_to_exists() -> None:
    """`docs/…` files and headings of the README that the code's own messages send people to."""
    broken = []
    for package in ("bot", "handlers", "jobs"):
        for path in (ROOT / package).rglob("*.py"):
            source = path.read_text(encoding="utf-8")
            broken += [
                f"{name(path)}: {doc}" for doc in re.findall(r"docs/[\w-]+\.md", source) if not (ROOT / doc).is_file()
            ]
            broken += [
                f"{name(path)}: {heading}"
                for heading in re.findall(r"README, '([^']+)'", source)
                if f"## {heading}\n" not in text(README)
            ]
    assert broken == []
