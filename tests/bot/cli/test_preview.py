"""`voxpop digest preview`: as often as one likes, the same bytes, and words where there is nothing to show."""

import json
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.domain.digest import Label, Slot
from bot.domain.feedback import Kind
from bot.domain.reasons import ReasonCode
from bot.domain.verbatim import LeftOut
from bot.domain.week import Week
from bot.storage.store import Store
from tests.bot.cli.command_line import CommandLine

WEEK = "2026-W46"
TERMS = {
    "edition", "title", "week", "start", "end", "timezone", "language", "seed", "rules_version", "counts",
    "weeks_before", "verdict", "lead", "themes", "all_themes", "quotes", "draw", "kpis", "sources", "wins",
    "invites_wins", "ask", "ledger", "offer", "correction", "corrected_at", "text", "blocks",
    "thread", "thread_texts",
}  # fmt: skip


def preview(voxpop: CommandLine, *options: str) -> str:
    told = voxpop("digest", "preview", "--week", WEEK, *options)
    assert told.code == 0, told.err
    return told.out


def test_text_is_a_digest_of_eighty_columns(sample_voxpop: CommandLine) -> None:
    shown = preview(sample_voxpop)
    assert shown.startswith("Voice of the customer · Week 46\n")
    assert "Voice of the week" in shown
    assert max(map(len, shown.splitlines())) <= 80


def test_html_is_one_whole_page_that_loads_nothing(sample_voxpop: CommandLine) -> None:
    page = preview(sample_voxpop, "--format", "html")
    assert page.lower().startswith("<!doctype html>")
    assert page.rstrip().endswith("</html>")
    assert "<script" not in page
    assert "src=" not in page


def test_json_keeps_to_its_closed_lists(sample_voxpop: CommandLine) -> None:
    document = json.loads(preview(sample_voxpop, "--format", "json"))
    assert set(document) == TERMS
    assert document["week"] == WEEK
    assert document["start"] == "2026-11-09T00:00:00+01:00"
    assert document["end"] == "2026-11-16T00:00:00+01:00"
    assert {theme["label"] for theme in document["all_themes"]} <= set(Label)
    assert {quote["slot"] for quote in document["quotes"]} <= set(Slot)
    assert {quote["record"]["kind"] for quote in document["quotes"]} <= set(Kind)
    assert set(document["counts"]["left_out"]) <= set(LeftOut)
    codes = [code for each in (*document["themes"], *document["quotes"]) for code in each["reason_codes"]]
    assert codes
    assert set(codes) <= set(ReasonCode)
    assert {kpi["name"] for kpi in document["kpis"]} <= {"csat", "nps", "time_to_resolution", "reopened"}


def test_json_counts_add_up_and_quotes_are_exact(sample_voxpop: CommandLine) -> None:
    document = json.loads(preview(sample_voxpop, "--format", "json"))
    counts = document["counts"]
    assert counts["conversations"] == sum(counts["by_source"].values())
    assert counts["conversations"] == counts["eligible"] + sum(counts["left_out"].values())
    assert counts["eligible"] == sum(theme["count"] for theme in document["all_themes"])
    assert document["themes"][0]["name"] == document["lead"]
    for quote in document["quotes"]:
        record = quote["record"]
        options = ["--kind", record["kind"], "--format", "json"]
        told = sample_voxpop("feedback", "show", record["source"], record["external_id"], *options)
        assert json.loads(told.out)["redacted_text"][quote["start"] : quote["end"]] == quote["text"]


@pytest.mark.parametrize("form", ["text", "json", "html"])
def test_the_same_command_prints_the_same_bytes(sample_voxpop: CommandLine, form: str) -> None:
    assert preview(sample_voxpop, "--format", form) == preview(sample_voxpop, "--format", form)


def test_another_process_prints_the_same_bytes(sample_voxpop: CommandLine) -> None:
    here = preview(sample_voxpop, "--format", "json")
    for seed in ("1", "2"):
        told = sample_voxpop.process("digest", "preview", "--week", WEEK, "--format", "json", PYTHONHASHSEED=seed)
        assert told.out == here


def test_a_german_digest_is_german_and_its_quotes_stay_as_they_are(sample_voxpop: CommandLine) -> None:
    english = json.loads(preview(sample_voxpop, "--format", "json"))
    sample_voxpop.set(DIGEST_LANGUAGE="de")
    german = json.loads(preview(sample_voxpop, "--format", "json"))
    assert (english["language"], german["language"]) == ("en", "de")
    assert "Stimme der Woche" in json.dumps(german["blocks"], ensure_ascii=False)
    assert german["verdict"] != english["verdict"]
    assert german["counts"] == english["counts"]
    assert [quote["text"] for quote in german["quotes"]] == [quote["text"] for quote in english["quotes"]]


def test_without_a_week_it_is_the_last_one_that_ended(voxpop: CommandLine) -> None:
    named = json.loads(voxpop("digest", "preview", "--format", "json").out)["week"]
    running = voxpop("digest", "post", "--dry-run", "--week", named)
    assert running.code == 0


@pytest.mark.parametrize(
    ("week", "words"),
    [
        ("46", "'46' is not an ISO week; write it as 2026-W46"),
        ("2026-W60", "2026 has no ISO week 60"),
        ("2026-W53x", "is not an ISO week"),
        ("2025-W53", "2025 has no ISO week 53"),
        ("9999-W52", "is not in the years"),
    ],
)
def test_a_week_that_does_not_exist_is_wrong_use(voxpop: CommandLine, week: str, words: str) -> None:
    told = voxpop("digest", "preview", "--week", week)
    assert (told.code, told.out) == (2, "")
    assert words in told.err


def test_an_unknown_edition_is_wrong_use(voxpop: CommandLine) -> None:
    told = voxpop("digest", "preview", "--edition", "board")
    assert (told.code, told.out) == (2, "")
    assert "no edition 'board'" in told.err
    assert "'default'" in told.err


def test_with_no_feedback_at_all_it_says_how_some_comes_in(voxpop: CommandLine) -> None:
    told = voxpop("digest", "preview", "--format", "json")
    assert told.code == 0
    assert json.loads(told.out)["counts"]["conversations"] == 0
    assert told.err == "voxpop: there is no feedback yet; `voxpop import FILE` takes some in (docs/import.md)\n"


def test_a_week_without_feedback_names_the_weeks_that_have_some(sample_voxpop: CommandLine) -> None:
    told = sample_voxpop("digest", "preview", "--week", "2024-W10")
    assert told.code == 0
    assert "No feedback came in this week." in told.out
    assert "reaches from 2026-W34 to 2026-W46" in told.err


def test_a_week_that_has_not_begun_is_wrong_use(sample_voxpop: CommandLine) -> None:
    told = sample_voxpop("digest", "preview", "--week", "2998-W10")
    assert (told.code, told.out) == (2, "")
    assert "2998-W10 begins on 2998-03-05, nothing of it can be here yet" in told.err


def test_a_week_that_still_runs_is_shown_and_said_to_run(voxpop: CommandLine, tmp_path: Path) -> None:
    now = datetime.now(UTC)
    file = tmp_path / "today.csv"
    file.write_text(f"id,text,created_at\n1,Nobody answers the phone.,{now.isoformat()}\n", encoding="utf-8")
    assert voxpop("import", file).code == 0
    voxpop.set(DIGEST_TIMEZONE="UTC")
    week = str(Week.of(now, ZoneInfo("UTC")))
    told = voxpop("digest", "preview", "--week", week)
    assert told.code == 0
    assert "1 conversation" in told.out
    assert f"{week} is still running in UTC" in told.err


def test_a_preview_keeps_nothing(sample_voxpop: CommandLine, sample_store: Store) -> None:
    preview(sample_voxpop)
    with sample_store.read() as tx:
        for table in ("publication", "outbox", "themes", "edition"):
            assert tx.connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one() == 0


def test_the_rules_file_counts(sample_voxpop: CommandLine, tmp_path: Path) -> None:
    rules = tmp_path / "rules.toml"
    rules.write_text('[[theme]]\nname.en = "Parcels and vans"\nany = ["delivery", "Liefer*", "Termin*"]\n')
    sample_voxpop.set(RULES_FILE=str(rules))
    document = json.loads(preview(sample_voxpop, "--format", "json"))
    assert document["rules_version"] != "none"
    assert "Parcels and vans" in {theme["name"] for theme in document["all_themes"]}
    rules.write_text('[[theme]]\nname.en = "Parcels"\n')
    told = sample_voxpop("digest", "preview", "--week", WEEK)
    assert told.code == 2
    assert "line 1" in told.err
