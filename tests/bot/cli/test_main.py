"""The command as such: it answers fast, says no in a sentence, and never prints what it choked on."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.bot.cli.command_line import CommandLine

COMMANDS = ["import", "ingest", "demo", "run", "doctor", "manifest", "digest", "feedback", "db"]
HEAVY = ("numpy", "sqlalchemy", "slack_sdk", "slack_bolt", "uvicorn", "pydantic", "apscheduler", "alembic", "lxml")


def python(code: str, voxpop: CommandLine, *arguments: str, **settings: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=voxpop.folder,
        env=voxpop.process_environment | settings,
        capture_output=True,
        check=False,
        text=True,
        timeout=60,
    )


def test_help_lists_every_command_at_once_and_loads_nothing_heavy(voxpop: CommandLine) -> None:
    code = (
        "import sys\nfrom bot.cli import main\ntry: main()\nfinally:\n"
        f" print('LOADED', [name for name in {HEAVY!r} if name in sys.modules])"
    )
    began = time.perf_counter()
    done = python(code, voxpop, "--help")
    assert done.returncode == 0
    assert all(f" {name} " in done.stdout for name in COMMANDS)
    assert "LOADED []" in done.stdout
    assert time.perf_counter() - began < 5  # a machine under load; docs/benchmarks.md has the real number


@pytest.mark.parametrize("group", ["digest", "feedback", "db", "import", "ingest", "demo", "run", "doctor", "manifest"])
def test_every_command_explains_itself(voxpop: CommandLine, group: str) -> None:
    told = voxpop(group, "--help")
    assert told.code == 0
    assert "Usage: voxpop" in told.out or "Usage: " in told.out


def test_the_version_is_told(voxpop: CommandLine) -> None:
    told = voxpop("--version")
    assert told.code == 0
    assert told.out.startswith("voxpop 0.")


@pytest.mark.parametrize("arguments", [["nonsense"], ["digest", "nonsense"], ["digest", "preview", "--nonsense"]])
def test_an_unknown_word_is_wrong_use(voxpop: CommandLine, arguments: list[str]) -> None:
    assert voxpop(*arguments).code == 2


def test_a_mistake_of_ours_is_told_without_anybodys_words(voxpop: CommandLine) -> None:
    code = (
        "from bot import cli\n"
        "@cli.app.command()\n"
        "def boom():\n"
        "    words = 'My name is Anna Example'\n"
        "    raise ValueError(f'cannot read {words}') from KeyError(words)\n"
        "cli.main()"
    )
    done = python(code, voxpop, "boom")
    assert done.returncode == 1
    assert "a mistake in Voxpop itself: ValueError in " in done.stderr
    assert "KeyError" in done.stderr
    assert "Anna" not in done.stderr
    assert "Traceback" not in done.stderr


def test_every_wrong_setting_is_one_sentence(voxpop: CommandLine, tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("DIGEST_DAY=funday\nDIGEST_LANGUAGE=fr\n", encoding="utf-8")
    told = voxpop.process("digest", "preview")
    assert told.code == 2
    assert told.out == ""
    assert told.err.splitlines() == [
        "voxpop: DIGEST_DAY: 'funday' is not a weekday; use mon to sun",
        "DIGEST_LANGUAGE: 'fr' is not a language of the digest; use en or de",
    ]


@pytest.mark.parametrize(
    ("setting", "value", "words"),
    [
        ("DATABASE_URL", "voxpop", "DATABASE_URL is not a database address"),
        ("DATABASE_URL", "mysql://localhost/x", "Voxpop runs on sqlite and postgresql"),
        ("DATABASE_URL", "sqlite://", "DATABASE_URL names no file"),
        ("DIGEST_TIMEZONE", "Berlin", "DIGEST_TIMEZONE: 'Berlin' is not a time zone"),
        ("RULES_FILE", "nowhere.toml", "There is no rules file 'nowhere.toml'"),
        ("SLACK_API_URL", "http://example.com", "SLACK_API_URL: "),
    ],
)
def test_a_wrong_setting_is_wrong_use(voxpop: CommandLine, setting: str, value: str, words: str) -> None:
    voxpop.set(**{setting: value})
    told = voxpop("digest", "preview")
    assert told.code == 2
    assert words in told.err


def test_a_settings_file_in_an_old_encoding_is_told_in_words(voxpop: CommandLine, tmp_path: Path) -> None:
    (tmp_path / ".env").write_bytes("EDITION_NAME=Grüße\n".encode("latin-1"))
    told = voxpop("digest", "preview")
    assert told.code == 2
    assert "not UTF-8" in told.err


def test_a_password_is_never_printed(voxpop: CommandLine) -> None:
    voxpop.set(DATABASE_URL="postgresql://me:sesame@127.0.0.1:1/nowhere")
    told = voxpop("digest", "preview")
    assert told.code == 1
    assert "127.0.0.1" in told.err
    assert "sesame" not in told.err


def test_a_terminal_of_an_old_encoding_gets_the_text_and_json_stays_utf8(sample_voxpop: CommandLine) -> None:
    settings = {"PYTHONIOENCODING": "ascii"}
    assert sample_voxpop.process("digest", "preview", "--week", "2026-W46", **settings).code == 0
    told = sample_voxpop.process("digest", "preview", "--week", "2026-W46", "--format", "json", **settings)
    assert told.code == 0
    assert "–" in told.out


def test_a_reader_that_leaves_early_is_no_mistake(sample_voxpop: CommandLine) -> None:
    process = sample_voxpop.start("digest", "preview", "--week", "2026-W46", "--format", "html")
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    told = process.stderr.read().decode()
    process.stderr.close()
    process.wait(timeout=60)
    assert "Traceback" not in told
    assert "mistake" not in told
