import pytest

from bot.errors import SourceError
from bot.sources.text_file import LONGEST_LINE
from tests.bot.sources.conftest import Read


@pytest.mark.parametrize(("delimiter", "name"), [(";", "semicolon"), (",", "comma"), ("\t", "tab"), ("|", "bar")])
def test_the_delimiter_is_found_by_the_header_line(read: Read, delimiter: str, name: str) -> None:
    rows = [("id", "date", "text"), ("1", "2024-01-31", f"one{delimiter if delimiter == '' else ' '}two, three; four")]
    text = "\n".join(delimiter.join(f'"{cell}"' for cell in row) for row in rows)
    found = read(text)
    assert found.preview.delimiter == name
    assert found.texts == ["one two, three; four"]


def test_commas_in_the_texts_do_not_outvote_the_header(read: Read) -> None:
    found = read("id;date;text\n" + "".join(f"{n};2024-01-31;a, b, c, d\n" for n in range(5)))
    assert found.texts == ["a, b, c, d"] * 5


def test_excels_sep_line_is_obeyed(read: Read) -> None:
    assert read("sep=|\nid|date|text\n1|2024-01-31|a;b,c\n").only.text == "a;b,c"


def test_quoted_newlines_and_doubled_quotes_belong_to_the_text(read: Read) -> None:
    found = read('id;date;text\r\n1;2024-01-31;"first\r\nsecond ""third"""\r\n')
    assert found.only.text == 'first\r\nsecond "third"'


def test_a_bad_row_is_named_by_its_first_physical_line(read: Read) -> None:
    found = read('id;date;text\n1;2024-01-31;"a\nb\nc"\n\n2;never;"x\ny"\n3;2024-01-31;z\n')
    assert found.texts == ["a\nb\nc", "z"]
    assert [row.line for row in found.bad] == [6]


def test_one_bad_row_of_a_thousand_costs_one(read: Read) -> None:
    rows = [f"{n};2024-01-31;text {n}" for n in range(1000)]
    rows[500] = "500;secret words;in the wrong place"
    found = read("id;date;text\n" + "\n".join(rows))
    assert len(found.items) == 999
    [bad] = found.bad
    assert bad.line == 502
    assert "secret" not in bad.reason
    assert "wrong place" not in bad.reason


def test_a_quote_that_is_never_closed_costs_its_own_row(read: Read) -> None:
    found = read('id;date;text\n1;2024-01-31;"never closed\n2;2024-01-31;"fine"\n3;2024-01-31;fine too\n')
    assert found.texts == ["fine", "fine too"]
    assert [row.line for row in found.bad] == [2]


def test_an_unclosed_quote_before_plain_rows_does_not_swallow_the_file(read: Read) -> None:
    rows = "".join(f"{n};2024-01-31;plain\n" for n in range(20_000))
    found = read('id;date;text\n0;2024-01-31;"never closed\n' + rows)
    assert (len(found.items), len(found.bad)) == (20_000, 1)


def test_quotation_marks_inside_a_line_that_were_not_doubled_cost_nothing(read: Read) -> None:
    found = read('id;date;text\n1;2024-01-31;"Great" hotel\n2;2024-01-31;a "fine" one\n')
    assert found.texts == ["Great hotel", 'a "fine" one']


def test_a_hundred_thousand_characters_are_kept_up_to_the_longest_text(read: Read) -> None:
    assert len(read(f"id,date,text\n1,2024-01-31,{'x' * 300_000}\n").only.text or "") == 20_000


def test_a_cell_beyond_every_measure_costs_its_own_row(read: Read) -> None:
    huge = "x" * (LONGEST_LINE + 10)
    found = read(f'id,date,text\n1,2024-01-31,{huge}\n2,2024-01-31,"{huge}"\n3,2024-01-31,fine\n')
    assert found.texts == ["fine"]
    assert [row.line for row in found.bad] == [2, 3]


def test_too_many_cells_are_a_bad_row_and_missing_empty_ones_are_not(read: Read) -> None:
    found = read("id;date;text;tags\n1;2024-01-31;a;b;c\n2;2024-01-31;a;;;;\n3;2024-01-31;a\n")
    assert [item.external_id for item in found.items] == ["2", "3"]
    assert "5 cells" in found.bad[0].reason


def test_empty_rows_and_repeated_headers_are_passed_over(read: Read) -> None:
    found = read("\nid;date;text\n;;\n1;2024-01-31;a\n\nid;date;text\n2;2024-01-31;b\n")
    assert (found.texts, found.bad) == (["a", "b"], [])


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_line_end_will_do(read: Read, end: str) -> None:
    assert read(f"id,date,text{end}1,2024-01-31,a{end}").only.text == "a"


def test_nul_in_a_cell_is_dropped(read: Read) -> None:
    assert read(b"id,date,text\n1,2024-01-31,a\0b\n").only.text == "ab"


def test_a_row_with_broken_bytes_is_put_aside_and_the_others_keep_their_umlauts(read: Read) -> None:
    found = read("id,date,text\n1,2024-01-31,schöne Grüße\n2,2024-01-31,".encode() + b"\xfc\n3,2024-01-31,z\n")
    assert found.texts == ["schöne Grüße", "z"]
    assert [(row.line, row.reason) for row in found.bad] == [(3, "has bytes that are not utf-8")]


def test_a_repeated_heading_means_its_first_column(read: Read) -> None:
    found = read("id,date,text,text\n1,2024-01-31,a,b\n")
    assert found.only.text == "a"
    assert found.preview.unused == ("text (2)",)


@pytest.mark.parametrize("content", ["\n\n", "id,date,text\n", "id,date,text\n\n,,\n"])
def test_a_file_without_rows_is_refused(read: Read, content: str) -> None:
    with pytest.raises(SourceError, match=r"no row|no header line"):
        read(content)
