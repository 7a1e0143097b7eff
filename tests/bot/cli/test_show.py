"""`voxpop feedback show`: one record, redacted."""

import json
from pathlib import Path

from tests.bot.cli.command_line import CommandLine

FIELDS = {
    "source",
    "kind",
    "external_id",
    "conversation",
    "created_at",
    "updated_at",
    "rating_value",
    "rating_low",
    "rating_high",
    "segment",
    "tags",
    "url",
    "solved_at",
    "reopened",
    "redacted_text",
    "language",
    "tone",
    "noise",
    "sensitive",
    "doubt",
}


def take_in(voxpop: CommandLine, tmp_path: Path, *records: dict[str, object]) -> None:
    file = tmp_path / "desk.jsonl"
    filled = [{"created_at": "2026-11-04T09:00:00Z"} | record for record in records]
    file.write_text("\n".join(map(json.dumps, filled)), encoding="utf-8")
    assert voxpop("import", file, "--scale", "1-5").code == 0


def test_json_has_the_redacted_text_and_never_the_raw_one(voxpop: CommandLine, tmp_path: Path) -> None:
    take_in(voxpop, tmp_path, {"external_id": "1", "text": "Write to anna.example@example.com, it is late. "})
    told = voxpop("feedback", "show", "desk", "1", "--format", "json")
    record = json.loads(told.out)
    assert told.code == 0
    assert set(record) == FIELDS
    assert "it is late" in record["redacted_text"]
    assert "anna.example" not in told.out


def test_text_says_the_same_in_lines(voxpop: CommandLine, tmp_path: Path) -> None:
    take_in(voxpop, tmp_path, {"external_id": "1", "text": "The parcel is late.", "tags": ["parcel"]})
    lines = voxpop("feedback", "show", "desk", "1").out.splitlines()
    assert "redacted_text: The parcel is late." in lines
    assert "created_at: 2026-11-04 09:00:00+00:00" in lines
    assert not any(line.endswith(("None", "[]")) for line in lines)


def test_what_is_printed_cannot_command_the_terminal(voxpop: CommandLine, tmp_path: Path) -> None:
    record = {"external_id": "1", "text": "Fine \x1b[31mred\x1b[0m.", "segment": "\x1b]0;title\x07gold"}
    take_in(voxpop, tmp_path, record)
    assert "\x1b" not in voxpop("feedback", "show", "desk", "1").out


def test_an_unknown_record_is_told_with_the_sources_that_there_are(voxpop: CommandLine, tmp_path: Path) -> None:
    take_in(voxpop, tmp_path, {"external_id": "1", "text": "Fine."})
    told = voxpop("feedback", "show", "tickets", "7")
    assert (told.code, told.out) == (1, "")
    assert "tickets 7" in told.err
    assert "desk" in told.err
    assert voxpop("feedback", "show", "desk", "1", "--kind", "review").code == 1


def test_an_id_used_twice_is_told_apart_by_kind(voxpop: CommandLine, tmp_path: Path) -> None:
    take_in(
        voxpop,
        tmp_path,
        {"external_id": "1", "kind": "conversation", "text": "It is late."},
        {"external_id": "1", "kind": "rating", "rating": 2},
    )
    both = json.loads(voxpop("feedback", "show", "desk", "1", "--format", "json").out)
    assert [record["kind"] for record in both] == ["conversation", "rating"]
    one = json.loads(voxpop("feedback", "show", "desk", "1", "--kind", "rating", "--format", "json").out)
    assert one["rating_value"] == 2
    assert one["redacted_text"] is None
