"""What the documents promise about files is what the code does."""

import json
import re
from pathlib import Path

import pytest

from bot.sources.columns import choose_columns
from bot.sources.headings import FIELDS, PRESETS, THEIRS, Preset, normal
from bot.sources.rules import read_rules
from tests.bot.sources.conftest import Read

DOCS = Path(__file__).parents[3] / "docs"
IMPORT = (DOCS / "import.md").read_text(encoding="utf-8")
RULES = (DOCS / "rules.md").read_text(encoding="utf-8")


def block(text: str, language: str) -> str:
    found = re.search(rf"```{language}\n(.*?)```", text, re.DOTALL)
    assert found is not None
    return found[1]


@pytest.mark.parametrize("field", FIELDS)
def test_every_field_is_documented(field: str) -> None:
    assert f"`{field}`" in IMPORT


def documented_headings() -> list[tuple[str, str]]:
    section = IMPORT.partition("### Headings that are recognised")[2].partition("Some headings")[0]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in section.splitlines() if line[:1] == "|"]
    return [(row[0].strip("`"), heading.strip()) for row in rows[2:] for cell in row[1:] for heading in cell.split(",")]


@pytest.mark.parametrize(("field", "heading"), documented_headings())
def test_every_documented_heading_is_recognised(field: str, heading: str) -> None:
    group = field.removesuffix("…")
    known = [ours for ours in FIELDS if group == "others" or ours == field or ours.startswith(group)]
    assert any(normal(heading) in THEIRS[ours] for ours in known)


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.name)
def test_every_preset_is_documented_and_takes_its_own_headings(preset: Preset) -> None:
    assert preset.name in " ".join(IMPORT.split())
    headings = tuple(dict.fromkeys((*preset.signature, *preset.fields.values(), "created at", "text")))
    sample = {heading: ["2024-01-31" if "time" in heading or "date" in heading else "5"] for heading in headings}
    sample["created at"] = ["2024-01-31"]
    assert choose_columns(headings, sample, {}).preset is preset


def test_the_json_example_can_be_imported(read: Read) -> None:
    line = json.dumps(json.loads(block(IMPORT, "json")))
    item = read(line, "example.jsonl").only
    assert (item.external_id, item.conversation_id, item.segment) == ("4711", "t-9", "gold")


def test_the_rules_example_can_be_read(tmp_path: Path) -> None:
    path = tmp_path / "rules.toml"
    path.write_text(block(RULES, "toml"), encoding="utf-8")
    assert [theme.name["en"] for theme in read_rules(path).themes] == ["Lost luggage", "Breakfast"]
