from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.domain.feedback import Kind, Rating
from bot.errors import SourceError
from bot.sources.base import Source
from bot.sources.file import open_file, to_source_name
from tests.bot.sources.conftest import Read

SMALL = "id,date,text\n1,2024-01-31,a\n2,2024-02-01,b\n3,2024-02-02,c\n"


def test_a_german_export_needs_no_map(read: Read) -> None:
    content = "Nr;Datum;Bewertung;Kommentar\r\n7;31.01.2024 14:05;4,5;Schön ruhig\r\n"
    found = read(content.encode("cp1252"), "Hotel Bewertungen.csv", scale="1-5", timezone="Europe/Berlin")
    item = found.only
    assert (item.source, item.kind, item.external_id) == ("hotel-bewertungen", Kind.REVIEW, "7")
    assert item.created_at == datetime(2024, 1, 31, 13, 5, tzinfo=UTC)
    assert (item.text, item.rating) == ("Schön ruhig", Rating(value=4.5, low=1, high=5))


def test_all_that_was_settled_can_be_shown(read: Read) -> None:
    content = "Nr;Datum;Bewertung;Kommentar;Zimmer\n7;31/01/2024;4;x;12\n"
    preview = read(content.encode("cp1252"), "hotel.csv", scale="1-5", timezone="Europe/Berlin").preview
    assert preview.columns == {"external_id": "Nr", "created_at": "Datum", "rating": "Bewertung", "text": "Kommentar"}
    shown = "\n".join(preview.lines())
    for told in ("utf-8", "semicolon", "hotel", "review", "text = Kommentar", "Zimmer", "Europe/Berlin", "1-5", "day"):
        assert told in shown


def test_a_record_is_a_review_where_there_are_ratings_else_a_conversation(read: Read) -> None:
    assert read(SMALL).items[0].kind is Kind.CONVERSATION
    assert read("id,date,text,stars\n1,2024-01-31,a,4\n", scale="1-5").only.kind is Kind.REVIEW
    assert read(SMALL, kind="review").items[0].kind is Kind.REVIEW


def test_the_kind_that_was_given_goes_before_the_records_own(read: Read) -> None:
    content = "id,date,text,kind\n1,2024-01-31,a,review\n"
    assert read(content).only.kind is Kind.REVIEW
    assert read(content, kind="conversation").only.kind is Kind.CONVERSATION


def test_a_record_keeps_its_kind_when_its_rating_comes_later(read: Read) -> None:
    found = read("id,date,text,stars\n1,2024-01-31,a,\n2,2024-01-31,b,4\n", scale="1-5")
    assert {item.kind for item in found.items} == {Kind.REVIEW}


def test_without_ids_the_same_file_gives_the_same_ids(read: Read) -> None:
    content = "date,text,author\n2024-01-31,a,Ann\n2024-01-31,a,Ben\n2024-02-01,a,Ann\n"
    first, second = read(content), read(content)
    ids = [item.external_id for item in first.items]
    assert len(set(ids)) == 3
    assert ids == [item.external_id for item in second.items]
    assert any("made from date, author and text" in line for line in first.preview.lines())


def test_without_ids_the_same_record_twice_is_one(read: Read) -> None:
    found = read("date,text\n2024-01-31,Same  words\n2024-01-31,same words\n")
    assert (len(found.items), found.reader.replaced) == (1, 1)


def test_ratings_without_words_and_ids_all_count_and_keep_their_ids(read: Read) -> None:
    content = "date,score\n2024-01-31,5\n2024-01-31,5\n2024-01-31,4\n"
    ids = [[item.external_id for item in read(content, scale="1-5").items] for _ in range(2)]
    assert len(set(ids[0])) == 3
    assert ids[0] == ids[1]


def test_an_id_that_comes_again_replaces_the_earlier_row_and_is_announced(read: Read) -> None:
    found = read("id,date,text\n1,2024-01-31,old\n2,2024-01-31,b\n1,2024-01-31,new\n")
    assert found.texts == ["b", "new"]
    assert found.reader.replaced == 1
    assert any("came before" in line for line in found.preview.lines())


def test_an_older_version_does_not_replace_a_newer_one(read: Read) -> None:
    found = read("id,date,text,updated_at\n1,2024-01-31,new,2024-03-01\n1,2024-01-31,old,2024-02-01\n")
    assert found.only.text == "new"


def test_an_id_of_any_length_is_kept_apart(read: Read) -> None:
    long = "https://example.com/" + "x" * 300
    found = read(f"id,date,text\n{long}1,2024-01-31,a\n{long}2,2024-01-31,b\n")
    assert len({item.external_id for item in found.items}) == 2


def test_one_unmistakable_date_settles_the_order_for_all(read: Read) -> None:
    rows = "".join(f"{n},01/02/2024,a\n" for n in range(3000))
    day_first = read("id,date,text\n" + rows + "x,13/02/2024,b\n")
    assert day_first.items[0].created_at == datetime(2024, 2, 1, tzinfo=UTC)
    assert day_first.preview.date_order == "dmy"
    month_first = read("id,date,text\n" + rows + "x,02/13/2024,b\n")
    assert month_first.items[0].created_at == datetime(2024, 1, 2, tzinfo=UTC)


def test_dates_that_may_be_either_are_asked_about_once(read: Read) -> None:
    content = "id,date,text\n1,01/02/2024,a\n2,03/04/2024,b\n"
    with pytest.raises(SourceError, match="--date-order dmy or --date-order mdy"):
        read(content)
    assert read(content, date_order="mdy").items[0].created_at == datetime(2024, 1, 2, tzinfo=UTC)


def test_times_are_utc_where_the_heading_says_so(read: Read) -> None:
    item = read("id,Submit Date (UTC),text\n1,2024-01-31 10:00,a\n", timezone="Europe/Berlin").only
    assert item.created_at.hour == 10


def test_ratings_without_a_scale_are_asked_about(read: Read) -> None:
    content = "id,date,text,rating\n1,2024-01-31,a,4\n2,2024-01-31,b,-\n"
    with pytest.raises(SourceError, match="--scale 1-5"):
        read(content)
    assert read(content, mapping="rating=").texts == ["a", "b"]


@pytest.mark.parametrize(
    ("content", "scale"),
    [
        ("id,date,text,rating,rating_min,rating_max\n1,2024-01-31,a,4,0,6\n", "0-6"),
        ("id,date,text,NPS\n1,2024-01-31,a,4\n", "0-10"),
        ("id,date,text,satisfaction\n1,2024-01-31,a,Good\n", "0-1"),
    ],
)
def test_no_scale_is_asked_for_where_the_records_say_it(read: Read, content: str, scale: str) -> None:
    rating = read(content).only.rating
    assert rating is not None
    assert rating.scale == scale


def test_names_go_to_redaction_and_the_customer_is_the_most_lasting_of_them(read: Read) -> None:
    content = "id,date,text,name,email,agent,company,customer_id\n1,2024-01-31,a,Ann,Ann@x.example,Ben,Acme,{}\n"
    with_id, without = read(content.format("c7")).only, read(content.format("")).only
    assert with_id.names == without.names == ("Ann", "ann@x.example", "Ben", "Acme")
    assert (with_id.customer, without.customer) == ("c7", "ann@x.example")


def test_html_is_marked(read: Read) -> None:
    found = read("id,date,text\n1,2024-01-31,<p>Hello</p>\n2,2024-01-31,I <3 it\n")
    assert [item.html for item in found.items] == [True, False]


def test_a_row_without_words_rating_or_date_is_put_aside(read: Read) -> None:
    found = read("id,date,text,stars\n1,2024-01-31, ,\n2,,a,4\n3,2024-01-31,,4\n4,2024-01-31,n/a,\n", scale="1-5")
    assert [item.external_id for item in found.items] == ["3", "4"]
    assert [(row.line, row.reason) for row in found.bad] == [
        (2, "has neither text nor a rating"),
        (3, "has no date under 'date'"),
    ]


def test_reasons_name_the_column_and_never_the_cell(read: Read) -> None:
    found = read("id,date,text,stars\n1,secret,secret,4\n2,2024-01-31,secret,secret\n3,2024-01-31,a,9\n", scale="1-5")
    assert [row.line for row in found.bad] == [2, 3, 4]
    assert "'date'" in found.bad[0].reason
    assert "'stars'" in found.bad[1].reason
    assert not any("secret" in row.reason for row in found.bad)


def test_pages_hold_as_many_rows_as_asked_and_go_on_from_a_cursor(tmp_path: Path) -> None:
    path = tmp_path / "small.csv"
    path.write_text(SMALL)
    reader = open_file(path)
    first, second = reader.pages(size=2)
    assert [[item.external_id for item in page.items] for page in (first, second)] == [["1", "2"], ["3"]]
    assert list(reader.pages(first.cursor, size=2)) == [second]


def test_progress_runs_from_nothing_to_the_size_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "large.csv"
    path.write_text("id,date,text\n" + "".join(f"{n},2024-01-31,{'x' * 100}\n" for n in range(5000)))
    reader = open_file(path)
    assert reader.bytes_read == 0
    seen = [reader.bytes_read for _ in reader.pages(size=500)]
    assert seen == sorted(seen)
    assert 0 < seen[0] < reader.bytes_total // 2
    assert reader.bytes_read == reader.bytes_total == path.stat().st_size


def test_a_file_is_a_source_like_any_other(tmp_path: Path) -> None:
    path = tmp_path / "small.csv"
    path.write_text(SMALL)
    source: Source = open_file(path)
    assert source.name == "small"
    assert [len(page.items) for page in source.pages(None)] == [3]


@pytest.mark.parametrize(
    ("stem", "name"),
    [
        ("tweets", "tweets"),
        ("Hotel Bewertungen (März)", "hotel-bewertungen-maerz"),
        ("2024_export", "2024_export"),
        ("日本", "file"),
        ("x" * 60, "x" * 40),
        ("--a--", "a"),
    ],
)
def test_the_source_is_named_after_the_file(stem: str, name: str) -> None:
    assert to_source_name(stem) == name


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"source": "My Source"}, "--source 'My Source'"),
        ({"kind": "chat"}, "--kind 'chat'"),
        ({"timezone": "Mars/Olympus"}, "--timezone 'Mars/Olympus'"),
        ({"date_order": "ymd"}, "--date-order 'ymd'"),
        ({"scale": "good"}, "--scale 'good'"),
        ({"mapping": "x=y"}, "--map knows no field 'x'"),
    ],
)
def test_an_option_that_makes_no_sense_is_refused_by_name(read: Read, options: dict[str, str], words: str) -> None:
    with pytest.raises(SourceError, match=words):
        read("id,date,text\n1,2024-01-31,a\n", **options)
