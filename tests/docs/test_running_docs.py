"""docs/slack.md and docs/running.md tell what is so: scopes, words of /voice, the messages of a start that fails."""

import re
from pathlib import Path

from bot.domain.refusal import PERMANENT
from bot.manifest import SCOPES
from handlers import ALL

DOCS = Path(__file__).parents[2] / "docs"
SLACK = (DOCS / "slack.md").read_text(encoding="utf-8")
RUNNING = (DOCS / "running.md").read_text(encoding="utf-8")


def test_every_scope_is_told_with_the_reason_of_the_manifest() -> None:
    rows = re.findall(r"^\| `([a-z]+:?[a-z]*)` \| (needed|optional) \| (.+) \|$", SLACK, re.MULTILINE)
    assert rows == [(s.name, "optional" if s.optional else "needed", s.reason) for s in SCOPES]


def test_every_word_of_voice_is_told() -> None:
    for word in ALL.words:
        assert f"`/voice {word}`" in SLACK or word in {"", "?"}


def test_every_refusal_that_is_explained_is_one_of_slacks() -> None:
    table = SLACK.split("## When something is wrong")[1]
    told = set(re.findall(r"`([a-z]+(?:_[a-z]+)+)`", table))
    assert told <= PERMANENT, told - PERMANENT


def test_the_settings_that_running_names_exist() -> None:
    from bot.settings import Settings

    names = set(re.findall(r"`([A-Z]+(?:_[A-Z]+)+)`", RUNNING + SLACK))
    assert {name.lower() for name in names} <= set(Settings.model_fields)


def test_links_lead_to_files() -> None:
    for target in re.findall(r"\]\(([a-z-]+\.md)\)", RUNNING + SLACK):
        assert (DOCS / target).exists(), target
