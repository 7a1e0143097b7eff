"""What the house style promises and no single module can: size, what importing does, and what the files say."""

import ast
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = ("bot", "handlers", "jobs")
MOST_LINES, MOST_IN_A_FUNCTION = 300, 60


def sources() -> list[Path]:
    found = [path for package in PACKAGES for path in (ROOT / package).rglob("*.py")]
    return sorted(path.relative_to(ROOT) for path in found if "migrations" not in path.parts)


def modules() -> list[str]:
    return [".".join(path.with_suffix("").parts).removesuffix(".__init__") for path in sources()]


@cache
def tracked() -> list[Path]:
    """The files of the repository; without git, every file that is text and not made."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    if listed.returncode:
        made = {".venv", ".venv-dev", "build", "dist", "__pycache__", ".git"}
        found = [path.relative_to(ROOT) for path in ROOT.rglob("*") if path.is_file()]
        return [path for path in found if not made & set(path.parts)]
    return [Path(name) for name in listed.stdout.decode().split("\0") if name and (ROOT / name).is_file()]


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse((ROOT / path).read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def test_no_file_is_longer_than_three_hundred_lines() -> None:
    lengths = {path: len((ROOT / path).read_text(encoding="utf-8").splitlines()) for path in sources()}
    assert {str(path): length for path, length in lengths.items() if length > MOST_LINES} == {}


def test_no_function_is_longer_than_a_screen() -> None:
    long = {
        f"{path}:{function.name}": (function.end_lineno or 0) - function.lineno + 1
        for path in sources()
        for function in functions(path)
        if (function.end_lineno or 0) - function.lineno >= MOST_IN_A_FUNCTION
    }
    assert long == {}


LOOK = """
import importlib, os, socket, sys, threading

asked = []

def watch(event, arguments):
    if event.startswith(("socket.", "subprocess.", "sqlite3.")) or event in ("os.fork", "os.system"):
        asked.append(event)
    elif event == "open" and arguments[1] and any(mode in str(arguments[1]) for mode in "wax+"):
        asked.append(f"open {arguments[0]} {arguments[1]}")
    elif event in ("os.mkdir", "os.rename", "os.remove"):
        asked.append(f"{event} {arguments[0]}")

sys.addaudithook(watch)
for name in sys.argv[1:]:
    importlib.import_module(name)
threads = [thread.name for thread in threading.enumerate() if thread is not threading.main_thread()]
sys.stdout.write("\\n".join([*asked, *threads]))
"""


def test_no_module_does_anything_when_it_is_imported(tmp_path: Path) -> None:
    """With settings that make no sense, in a folder that nobody may write to: nothing is read, made, asked or said."""
    folder = tmp_path / "locked"
    folder.mkdir()
    (folder / ".env").write_text("DIGEST_DAY=funday\nDATABASE_URL=nowhere\n")
    folder.chmod(0o555)
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    nonsense = {"DIGEST_DAY": "funday", "DATABASE_URL": "nowhere", "RULES_FILE": "/nowhere", "SLACK_BOT_TOKEN": "x"}
    done = subprocess.run(
        [sys.executable, "-B", "-W", "error", "-c", LOOK, *modules()],
        cwd=folder,
        env=kept | nonsense | {"PYTHONPATH": str(ROOT), "HOME": str(folder), "TMPDIR": str(folder)},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert [path.name for path in folder.iterdir()] == [".env"]


HOSTS = re.compile(
    r"\b(?:pypi\.org|files\.pythonhosted\.org|npmjs\.(?:com|org)|crates\.io|proxy\.golang\.org)\b|--index-url|--extra-index-url"
)
MACHINE = re.compile(r"(?<![\w.:/-])/(?:home|root|Users|work|mnt|private)/\w")


@pytest.mark.parametrize("pattern", [HOSTS, MACHINE], ids=["registries", "paths of one machine"])
def test_no_tracked_file_names_a_registry_or_somebodys_machine(pattern: re.Pattern[str]) -> None:
    found = []
    for path in tracked():
        if path == Path(__file__).relative_to(ROOT):
            continue
        try:
            text = (ROOT / path).read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        found += [
            f"{path}:{n}: {line.strip()[:120]}" for n, line in enumerate(text.splitlines(), 1) if pattern.search(line)
        ]
    assert found == []


def test_nothing_is_called_by_a_name_that_says_nothing() -> None:
    empty = {"utils", "util", "core", "common", "manager", "helpers", "helper", "misc"}
    assert [str(path) for path in sources() if empty & {part.removesuffix(".py") for part in path.parts}] == []


def test_nothing_is_printed_but_through_the_command_line() -> None:
    printing = [
        f"{path}:{node.lineno}"
        for path in sources()
        for node in ast.walk(ast.parse((ROOT / path).read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
    ]
    assert printing == []


def test_no_error_is_caught_that_nobody_can_answer() -> None:
    """`except:`, `except Exception` and the like stand in no module of ours but where a surprise becomes words."""
    broad = {"Exception", "BaseException"}
    caught = []
    for path in sources():
        for node in ast.walk(ast.parse((ROOT / path).read_text(encoding="utf-8"))):
            if not isinstance(node, ast.ExceptHandler):
                continue
            names = {name.id for name in ast.walk(node.type) if isinstance(name, ast.Name)} if node.type else broad
            if names & broad and not any(isinstance(inner, ast.Raise) for inner in ast.walk(node)):
                caught.append(f"{path}:{node.lineno}")
    assert caught == []


@pytest.mark.parametrize("banned", ["MagicMock", "unittest.mock", "monkeypatch.setattr", "mock.patch"])
def test_no_test_replaces_what_it_tests(banned: str) -> None:
    here = Path(__file__).relative_to(ROOT)
    files = [path for path in tracked() if path.parts[0] == "tests" and path.suffix == ".py" and path != here]
    assert [str(path) for path in files if banned in (ROOT / path).read_text(encoding="utf-8")] == []
