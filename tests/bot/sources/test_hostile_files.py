"""Whatever stands in a file, reading it ends in pages or in words."""

import csv
import io
import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.errors import SourceError
from bot.sources.file import FileOptions, open_file
from bot.sources.reader import FileReader

CELL = st.text(max_size=40) | st.sampled_from(
    ["2024-01-31", "31.01.2024", "1/2/2024", "4,5", '"', ";", "<b>", "\ud800"]
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | CELL,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["id", "value", "name"]), inner),
    max_leaves=4,
)
FIELD = st.sampled_from(["external_id", "text", "created_at", "rating", "author", "tags", "solved_at", "kind", "url"])

fuzz = settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def count(path: Path, content: bytes, **options: str) -> int:
    """Rows that came out, good or bad; 0 when the file was refused."""
    path.write_bytes(content)
    try:
        reader: FileReader = open_file(path, FileOptions(**options))
    except SourceError:
        return 0
    return sum(len(page.items) + len(page.bad) for page in reader.pages()) + reader.replaced


@fuzz
@given(content=st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(tmp_path: Path, content: bytes) -> None:
    count(tmp_path / "a.csv", content)
    count(tmp_path / "a.csv", b"id,date,text\n1,2024-01-31,x\n" + content)
    count(tmp_path / "a.csv", b"id,date,text,rating\n" + content, encoding="utf-8", scale="1-5", date_order="dmy")


@fuzz
@given(rows=st.lists(st.tuples(CELL, CELL, CELL, CELL), min_size=1, max_size=8))
def test_any_cells_are_kept_or_put_aside_one_by_one(tmp_path: Path, rows: list[tuple[str, ...]]) -> None:
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(("id", "date", "text", "stars"))
    writer.writerow(("first", "2024-01-31", "certainly fine", "4"))
    writer.writerows((str(n), *row[1:]) for n, row in enumerate(rows))
    content = file.getvalue().encode("utf-8", "surrogatepass")
    options = {"encoding": "utf-8", "scale": "1-5", "date_order": "dmy", "mapping": "rating=stars,created_at=date"}
    assert count(tmp_path / "a.csv", content, **options) == len(rows) + 1


@fuzz
@given(records=st.lists(st.dictionaries(FIELD, JSON), min_size=1, max_size=8))
def test_any_objects_are_kept_or_put_aside_one_by_one(tmp_path: Path, records: list[dict[str, object]]) -> None:
    first = {"external_id": "first", "created_at": "2024-01-31", "text": "certainly fine"}
    content = "\n".join(json.dumps(record) for record in [first, *records])
    found = count(
        tmp_path / "a.jsonl", content.encode(), scale="1-5", date_order="dmy", mapping="created_at=created_at"
    )
    assert found == len(records) + 1


@pytest.mark.parametrize("kind", ["csv", "jsonl"])
def test_a_hostile_text_arrives_unchanged(tmp_path: Path, kind: str) -> None:
    hostile = "<!channel> <@U123> <https://evil.example|bank> \u202eright to left\u202c `code` *bold* =1+1 😀"
    path = tmp_path / f"a.{kind}"
    record = {"id": "1", "date": "2024-01-31", "text": hostile}
    rows = f"id,date,text\n1,2024-01-31,{hostile}\n"
    path.write_text(rows if kind == "csv" else json.dumps(record), encoding="utf-8")
    [page] = open_file(path).pages()
    assert [item.text for item in page.items] == [hostile]


def test_nothing_of_a_customers_words_is_in_the_repr_of_a_page(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("id,date,text,name,subject\n1,2024-01-31,secret,secret,secret\n2,secret,secret,secret,secret\n")
    assert "secret" not in repr(list(open_file(path).pages()))
