"""Would a leader trust it? On real, labelled feedback whose movements are known. Skips where the stream is absent."""

import csv
import json
import random
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.app import Parts
from bot.blocks.document import to_document
from bot.domain.week import Week
from bot.locale import Words
from bot.sources.file import FileOptions, open_file
from bot.storage.store import Store
from tests.bot.cli.command_line import CommandLine
from tests.conftest import Databases
from tests.sample_week import NOW, make_parts
from tests.shared import shared_data

pytestmark = pytest.mark.slow

BERLIN = ZoneInfo("Europe/Berlin")
LAST = Week(2026, 45)
WEEKS = [LAST.back(back) for back in range(7, -1, -1)]
SOURCES = {"tweets": "tweets", "hotel": "hotelbewertungen"}
Document = dict[str, Any]


def files() -> dict[Path, FileOptions]:
    return {
        shared_data("stream", "tweets.csv"): FileOptions(timezone="Europe/Berlin"),
        shared_data("stream", "hotelbewertungen.csv"): FileOptions(timezone="Europe/Berlin", scale="1-5"),
    }


def take_in(parts: Parts, path: Path, options: FileOptions, size: int) -> None:
    reader = open_file(path, options)
    for _ in parts.feedback.take_in(reader.name, reader.pages(size=size), NOW):
        pass


@pytest.fixture(scope="module")
def store(databases: Databases, template: str) -> Iterator[Store]:
    """A database with the whole stream in it, read from the files as they are."""
    shared_data("stream")
    address = databases.make(template)
    store = Store(address)
    for path, options in files().items():
        take_in(make_parts(store), path, options, 1000)
    yield store
    store.close()
    databases.drop(address)


@pytest.fixture(scope="module")
def parts(store: Store) -> Parts:
    return make_parts(store)


def document(parts: Parts, week: Week, language: str = "en") -> str:
    digest = parts.digests.preview(parts.edition("default").model_copy(update={"language": language}), week)
    return json.dumps(to_document(digest, Words(language)), ensure_ascii=False, indent=2)


@pytest.fixture(scope="module")
def fresh(parts: Parts) -> dict[Week, str]:
    """Two weeks as they are before anything was settled, the newer looked at first."""
    return {week: document(parts, week) for week in (LAST, WEEKS[3])}


@pytest.fixture(scope="module")
def documents(parts: Parts, fresh: dict[Week, str]) -> dict[Week, Document]:
    """Every week's digest, after every week was settled."""
    parts.digests.settle(parts.edition("default"), LAST.end(BERLIN))
    return {week: json.loads(document(parts, week)) for week in reversed(WEEKS)}


@pytest.fixture(scope="module")
def reasons() -> dict[tuple[str, str], str]:
    """What the annotators say each record is about, by source and id."""
    with shared_data("stream", "truth.csv").open(encoding="utf-8", newline="") as file:
        return {(SOURCES[row["source"]], row["id"]): row["reason"] for row in csv.DictReader(file)}


def about(quote: Document, reasons: dict[tuple[str, str], str]) -> str:
    return reasons[quote["record"]["source"], quote["record"]["external_id"]]


def moved(found: Document) -> dict[str, str]:
    """What is said to rise, fade or be new, by theme; ``!`` where it is its complaints that moved."""
    return {
        theme["name"]: theme["label"] + ("!" if theme["moved_by"] == "critical" else "")
        for theme in found["all_themes"]
        if theme["label"] in ("new", "rising", "fading")
    }


def theme_of(found: Document, word: str) -> Document:
    (theme,) = [theme for theme in found["all_themes"] if word in theme["name"].lower()]
    return dict(theme)


def test_luggage_leads_the_week_in_which_it_surged(documents: dict[Week, Document]) -> None:
    found = documents[LAST]
    assert "luggage" in found["lead"].lower()
    assert found["themes"][0]["label"] == "rising"
    assert "luggage" in found["verdict"].lower()
    assert 80 <= found["themes"][0]["count"] <= 160  # 128 were planted


def test_the_voices_on_luggage_are_about_luggage(
    documents: dict[Week, Document], reasons: dict[tuple[str, str], str]
) -> None:
    found = documents[LAST]
    voices = [quote for quote in found["quotes"] if quote["theme"] == found["lead"] and quote["slot"] != "blind_draw"]
    verbatims = [quote for quote in voices if quote["slot"] in ("verbatim", "voice")]
    assert len(verbatims) >= 5
    assert "Luggage" in about(next(quote for quote in voices if quote["slot"] == "voice"), reasons)
    fitting = sum("Luggage" in about(quote, reasons) for quote in verbatims)
    assert fitting >= 0.8 * len(verbatims), [about(quote, reasons) for quote in verbatims]


def test_the_food_is_said_to_rise_by_its_complaints(documents: dict[Week, Document]) -> None:
    rising = [theme for theme in documents[LAST]["themes"] if theme["label"] == "rising"]
    assert [theme["moved_by"] for theme in rising if theme["name"] in ("Breakfast", "Food", "Food and drink")] == [
        "critical"
    ]


def test_nothing_else_is_said_to_rise_or_to_be_new(documents: dict[Week, Document]) -> None:
    grown = {name: label for name, label in moved(documents[LAST]).items() if not label.startswith("fading")}
    assert len(grown) == 2, grown


def test_flat_weeks_are_not_said_to_move(documents: dict[Week, Document]) -> None:
    """From the third week on: of some 40 themes a week at most one in all these weeks may move by accident."""
    grown = {
        str(week): {name: label for name, label in moved(documents[week]).items() if not label.startswith("fading")}
        for week in WEEKS[2:-1]
    }
    assert sum(map(len, grown.values())) <= 1, grown


@pytest.mark.parametrize("language", ["en", "de"])
def test_every_quote_is_exact_as_the_command_line_shows_it(
    parts: Parts, store: Store, language: str, tmp_path: Path
) -> None:
    voxpop = CommandLine(tmp_path, store.url.render_as_string(hide_password=False), DIGEST_LANGUAGE=language)
    told = voxpop("digest", "preview", "--week", str(LAST), "--format", "json")
    found = json.loads(told.out)
    assert told.out.rstrip("\n") == document(parts, LAST, language)
    assert len(found["quotes"]) >= 8
    for quote in found["quotes"]:
        record = quote["record"]
        shown = voxpop(
            "feedback", "show", record["source"], record["external_id"], "--kind", record["kind"], "--format", "json"
        )
        assert json.loads(shown.out)["redacted_text"][quote["start"] : quote["end"]] == quote["text"]
        assert 1 <= quote["denominator"]["of_theme"] <= quote["denominator"]["of_conversations"]


def in_database(store: Store, week: Week) -> dict[str, int]:
    """Conversations by source, counted without any of our code: in this stream each record is one of its own."""
    start, end = (f"{moment:%Y-%m-%d %H:%M:%S}" for moment in (week.start(BERLIN), week.end(BERLIN)))
    if not store.is_sqlite:
        start, end = f"{start}+00", f"{end}+00"
    with store.read() as tx:
        rows = tx.connection.exec_driver_sql(
            f"SELECT source, count(*) FROM feedback WHERE created_at >= '{start}' AND created_at < '{end}'"
            " GROUP BY source"
        )
        return {row.source: row[1] for row in rows}


def in_files() -> Counter[tuple[str, Week]]:
    """Rows by source and week, read without any of our code."""
    tweets, reviews = files()
    with tweets.open(encoding="utf-8", newline="") as file:
        said = [("tweets", datetime.fromisoformat(row["posted_at"])) for row in csv.DictReader(file)]
    with reviews.open(encoding="cp1252", newline="") as file:
        days = [row["Datum"] for row in csv.DictReader(file, delimiter=";")]
    said += [(reviews.stem, datetime.strptime(day, "%d.%m.%Y %H:%M").replace(tzinfo=BERLIN)) for day in days]
    return Counter((source, Week(*at.astimezone(BERLIN).isocalendar()[:2])) for source, at in said)


def test_every_count_is_confirmed_by_the_database_and_by_the_files(
    documents: dict[Week, Document], store: Store
) -> None:
    rows = in_files()
    for week, found in documents.items():
        counts = found["counts"]
        assert counts["by_source"] == in_database(store, week)
        assert counts["by_source"] == {source: rows[source, week] for source in SOURCES.values()}
        assert counts["conversations"] == counts["eligible"] + sum(counts["left_out"].values())
        assert counts["eligible"] == sum(theme["count"] for theme in found["all_themes"])
        counted = {theme["name"]: theme["count"] for theme in found["all_themes"]}
        for theme in found["all_themes"]:
            assert theme["count"] == sum(theme["by_source"].values())
        for quote in found["quotes"]:
            assert quote["denominator"]["of_theme"] == counted[quote["theme"]]
            assert quote["denominator"]["of_conversations"] == counts["conversations"]


def test_numbers_are_confirmed_by_the_database(documents: dict[Week, Document], store: Store) -> None:
    (csat,) = [kpi for kpi in documents[LAST]["kpis"] if kpi["name"] == "csat"]
    end = LAST.end(BERLIN)
    first = LAST.back(3).start(BERLIN)
    zone = "" if store.is_sqlite else "+00"
    with store.read() as tx:
        n, positive = tx.connection.exec_driver_sql(
            "SELECT count(*), sum(CASE WHEN rating_value >= 4 THEN 1 ELSE 0 END) FROM feedback"
            f" WHERE rating_value IS NOT NULL AND created_at >= '{first:%Y-%m-%d %H:%M:%S}{zone}'"
            f" AND created_at < '{end:%Y-%m-%d %H:%M:%S}{zone}'"
        ).one()
    assert csat["n"] == n
    assert csat["value"] == pytest.approx(positive / n, abs=0.0001)


def test_settled_or_not_the_bytes_are_the_same(fresh: dict[Week, str], documents: dict[Week, Document]) -> None:
    assert {week: json.loads(text) for week, text in fresh.items()} == {week: documents[week] for week in fresh}


def test_neither_the_order_of_rows_and_weeks_nor_the_size_of_pages_changes_a_byte(
    fresh: dict[Week, str], databases: Databases, template: str, tmp_path: Path
) -> None:
    address = databases.make(template)
    store = Store(address)
    for path, options in reversed(files().items()):
        take_in(make_parts(store), shuffle(path, options, tmp_path), options, 777)
    for week in sorted(fresh):  # the older first
        assert document(make_parts(store), week) == fresh[week]
    store.close()
    databases.drop(address)


def shuffle(path: Path, options: FileOptions, folder: Path) -> Path:
    """Write the file's rows in another order."""
    encoding, delimiter = ("cp1252", ";") if options.scale else ("utf-8", ",")
    with path.open(encoding=encoding, newline="") as file:
        head, *rows = list(csv.reader(file, delimiter=delimiter))
    random.Random(7).shuffle(rows)
    with (folder / path.name).open("w", encoding=encoding, newline="") as file:
        csv.writer(file, delimiter=delimiter).writerows([head, *rows])
    return folder / path.name
