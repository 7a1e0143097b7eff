"""The sample feedback is whole, invented, varied, and has the planted movements that its README promises."""

import csv
import json
import re
from collections import Counter, defaultdict
from datetime import datetime
from functools import cache
from itertools import combinations
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.domain.feedback import Feedback, Kind, Rating
from bot.domain.week import Week
from bot.sample import SAMPLE_WEEK, sample_files

BERLIN = ZoneInfo("Europe/Berlin")
WEEKS = [f"2026-W{number}" for number in range(34, 47)]
FIELDS = set(Feedback.model_fields) - {"names", "customer"} | {"author"}
FOLDER = sample_files()[0].parent
Key = tuple[str, str]


@cache
def records() -> tuple[dict[str, object], ...]:
    return tuple(json.loads(line) for path in sample_files() for line in path.read_text("utf-8").splitlines())


@cache
def truth() -> dict[Key, dict[str, str]]:
    with (FOLDER / "truth.csv").open(encoding="utf-8", newline="") as handle:
        return {(row["source"], row["external_id"]): row for row in csv.DictReader(handle)}


def key(record: dict[str, object]) -> Key:
    return str(record["source"]), str(record["external_id"])


def at(record: dict[str, object]) -> datetime:
    return datetime.fromisoformat(str(record["created_at"]))


def week(record: dict[str, object]) -> str:
    return str(Week.of(at(record), BERLIN))


def to_feedback(record: dict[str, object]) -> Feedback:
    """Read a record as the domain does: the author gives names and the customer's id, ``min`` and ``max`` the scale."""
    values = dict(record)
    author = values.pop("author")
    assert isinstance(author, dict)
    values["customer"] = author["id"]
    values["names"] = tuple(author[part] for part in ("name", "email") if part in author)
    rating = values.get("rating")
    if isinstance(rating, dict):
        values["rating"] = Rating(value=rating["value"], low=rating["min"], high=rating["max"])
    return Feedback.model_validate(values)


@cache
def conversations() -> Counter[tuple[str, str]]:
    """Conversations by theme and week, each in the week of its first words; ratings belong to their ticket."""
    first: dict[Key, tuple[str, str]] = {}
    for record in sorted(records(), key=at):
        row = truth()[key(record)]
        if record["kind"] != "rating":
            first.setdefault((row["source"], row["conversation"]), (row["theme"], row["week"]))
    return Counter(first.values())


def by_week(theme: str) -> list[int]:
    return [conversations()[theme, name] for name in WEEKS]


def test_files_are_json_lines_named_like_their_source() -> None:
    for path in sample_files():
        lines = path.read_text("utf-8").splitlines()
        assert lines
        assert {json.loads(line)["source"] for line in lines} == {path.stem}


def test_every_record_is_valid_feedback_with_known_fields_only() -> None:
    for record in records():
        assert not set(record) - FIELDS
        feedback = to_feedback(record)
        assert feedback.text or feedback.rating
        assert feedback.solved_at is None or feedback.solved_at > feedback.created_at


def test_external_ids_are_unique_within_source_and_kind() -> None:
    counts = Counter((*key(record), record["kind"]) for record in records())
    assert max(counts.values()) == 1


def test_there_are_550_to_700_records() -> None:
    assert 550 <= len(records()) <= 700


def test_records_cover_exactly_thirteen_weeks_the_demo_week_last() -> None:
    assert sorted({week(record) for record in records()}) == WEEKS
    assert WEEKS[-1] == SAMPLE_WEEK


def test_every_week_speaks_german_and_english_on_every_source() -> None:
    heard = {(week(record), record["language"]) for record in records() if record.get("text")}
    assert heard == {(name, language) for name in WEEKS for language in ("de", "en")}
    assert {(record["source"], record["language"]) for record in records() if record.get("text")} == {
        (path.stem, language) for path in sample_files() for language in ("de", "en")
    }


def test_every_record_has_its_true_theme_and_week() -> None:
    assert set(truth()) == {key(record) for record in records()}
    for record in records():
        row = truth()[key(record)]
        assert row["week"] == week(record)
        assert row["conversation"] == record.get("conversation_id", record["external_id"])


def test_a_rating_belongs_to_a_ticket_of_the_same_customer_and_comes_after_it() -> None:
    messages = sorted((r for r in records() if r["kind"] == "conversation"), key=at, reverse=True)
    tickets = {record["conversation_id"]: record for record in messages}  # the first message of each stays
    for record in records():
        if record["kind"] == "rating":
            ticket = tickets[record["conversation_id"]]
            assert at(record) > at(ticket)
            assert to_feedback(record).customer == to_feedback(ticket).customer


def test_no_two_texts_are_alike_but_the_planted_copies() -> None:
    texts = [(key(r), " ".join(str(r["text"]).casefold().split())) for r in records() if r.get("text")]
    grams = [(k, {text[i : i + 4] for i in range(max(1, len(text) - 3))}) for k, text in texts]
    alike = {
        frozenset((first, second))
        for (first, a), (second, b) in combinations(grams, 2)
        if min(len(a), len(b)) >= 0.6 * max(len(a), len(b)) and len(a & b) >= 0.6 * len(a | b)
    }
    groups: dict[str, list[Key]] = defaultdict(list)
    for k, row in truth().items():
        if row["copies"]:
            groups[row["copies"]].append(k)
    planted = {frozenset(pair) for members in groups.values() for pair in combinations(members, 2)}
    assert alike == planted


def test_one_complaint_is_copied_three_times_and_one_review_stands_on_two_sources() -> None:
    copies = [row for row in truth().values() if row["copies"] == "copied"]
    assert [(row["theme"], row["week"]) for row in copies] == [("delivery_appointment", SAMPLE_WEEK)] * 3
    syndicated = {row["source"] for row in truth().values() if row["copies"] == "syndicated"}
    assert syndicated == {"shop_reviews", "app_reviews"}


def test_missed_delivery_appointments_surge_in_the_demo_week_in_both_languages() -> None:
    *before, shown = by_week("delivery_appointment")
    assert shown == 22
    assert set(before) <= {4, 5, 6}
    languages = Counter(
        record["language"]
        for record in records()
        if truth()[key(record)]["theme"] == "delivery_appointment" and week(record) == SAMPLE_WEEK
    )
    assert min(languages["de"], languages["en"]) >= 8


def test_the_app_login_problem_fades() -> None:
    fading = by_week("app_login")[WEEKS.index("2026-W40") :]
    assert fading == sorted(fading, reverse=True)
    assert fading[0] >= 8
    assert fading[-1] <= 1


def test_nobody_calls_back_about_repairs_in_any_week() -> None:
    assert set(by_week("repair_callback")) <= {4, 5, 6}


@pytest.mark.parametrize(
    "theme",
    sorted({row["theme"] for row in truth().values()} - {"delivery_appointment", "app_login", "repair_callback"}),
)
def test_every_other_theme_is_flat(theme: str) -> None:
    weeks = by_week(theme)
    assert max(weeks) <= 5
    assert max(weeks) - min(weeks) <= 3


def test_noise_is_planted_sparingly() -> None:
    assert 15 <= sum(by_week("noise")) <= 20


def test_every_address_is_reserved_for_examples() -> None:
    everything = "\n".join(path.read_text("utf-8") for path in sample_files())
    mails = re.findall(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)*", everything)
    links = re.findall(r"https?://([^/\s\"<>]+)", everything)
    assert len(mails) > 100
    assert all(re.search(r"@example\.(?:com|org|net)$", mail) for mail in mails)
    assert all(re.search(r"(?:^|\.)example\.(?:com|org|net)$", host) for host in links)


def test_every_phone_number_comes_from_a_range_reserved_for_fiction() -> None:
    texts = "\n".join(str(record.get("text", "")) for record in records())
    phones = re.findall(r"(?:\+\d{2} |(?<!\d )\b0)\d{2,3} \d{4,5} \d{3,4}", texts)
    assert len(phones) >= 15
    assert all(re.fullmatch(r"(?:\+49 30|030) 23125 \d{3}|(?:\+44 20|020) 7946 0\d{3}", phone) for phone in phones)


def test_personal_data_is_spread_over_at_least_25_texts() -> None:
    personal = re.compile(r"@example|23125 \d|7946 0|\b(?:DE|GB)\d\d ?\w{4}|\b\d{5} [A-Z]")
    assert sum(bool(personal.search(str(record.get("text", "")))) for record in records()) >= 25


def test_two_segments_are_too_small_to_be_shown() -> None:
    customers: dict[str, set[str]] = defaultdict(set)
    for record in records():
        feedback = to_feedback(record)
        if feedback.segment and feedback.customer:
            customers[feedback.segment].add(feedback.customer)
    assert sorted(name for name, people in customers.items() if len(people) < 20) == [
        "Cargo bike families",
        "Fleet customers",
    ]


@pytest.mark.parametrize("last", ["2026-W42", "2026-W46"])
@pytest.mark.parametrize(("source", "kind"), [("helpdesk", Kind.RATING), ("nps_survey", Kind.REVIEW)])
def test_four_weeks_have_enough_answers_for_a_number(last: str, source: str, kind: Kind) -> None:
    four = WEEKS[WEEKS.index(last) - 3 : WEEKS.index(last) + 1]
    answers = [r for r in records() if r["source"] == source and r["kind"] == kind and week(r) in four]
    assert len(answers) > 30


def test_the_readme_tells_the_truth_by_theme_and_week() -> None:
    readme = (FOLDER / "README.md").read_text("utf-8")
    told = {
        cells[0]: [int(cell) for cell in cells[2:]]
        for line in readme.splitlines()
        if len(cells := [cell.strip() for cell in line.strip("|").split("|")]) == 15 and cells[2].isdigit()
    }
    totals = told.pop("**conversations**")
    assert told == {theme: by_week(theme) for theme in {row["theme"] for row in truth().values()}}
    assert totals == [sum(n for (_, name), n in conversations().items() if name == each) for each in WEEKS]
    worded = sum(1 for record in records() if record.get("text"))
    assert f"{len(records())} records, {worded} of them with words" in readme


def test_files_are_package_data_beside_the_module() -> None:
    assert all(path.is_file() and path.parent == Path(FOLDER) for path in sample_files())
    assert (FOLDER / "README.md").is_file()
