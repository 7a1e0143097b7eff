from pathlib import Path

import pytest

from bot.errors import SourceError
from bot.sources.text_file import LONGEST_LINE, TOO_LONG, lines_of, open_text

TEXT = "Nr;Kommentar\n1;Schöne Grüße – 5 €\n"


@pytest.mark.parametrize(
    ("written_in", "encoding"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("cp1252", "cp1252"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("utf-32", "utf-32"),
    ],
)
def test_the_encoding_is_found_and_the_text_comes_whole(tmp_path: Path, written_in: str, encoding: str) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(TEXT.encode(written_in))
    found = open_text(path)
    with found.open() as handle:
        assert "".join(lines_of(handle)) == TEXT
    assert found.encoding == encoding


def test_an_umlaut_after_a_megabyte_still_settles_the_encoding(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"x" * (1 << 20) + "ü".encode("cp1252"))
    assert open_text(path).encoding == "cp1252"


def test_a_character_across_two_chunks_is_no_damage(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"x" * ((1 << 20) - 1) + "ü".encode())
    assert open_text(path).encoding == "utf-8"
    assert not open_text(path).damaged


def test_utf8_with_a_broken_character_stays_utf8(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("Grüße schöne\n".encode() + b"\xfc\n")
    found = open_text(path)
    assert (found.encoding, found.damaged) == ("utf-8", True)


def test_an_encoding_that_was_named_is_used(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(TEXT.replace("– 5 €", "").encode("cp850"))
    with open_text(path, "CP850").open() as handle:
        assert "Schöne Grüße" in handle.read()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is empty"),
        (b"PK\x03\x04 and so on", "save it as CSV"),
        (b"\xd0\xcf\x11\xe0 and so on", "save it as CSV"),
        (b"\x1f\x8b and so on", "unpack it"),
        (bytes(range(256)) * 10, "not text"),
        (b"a\x81\x8d\x8f b\x90\x9d", "--encoding"),
    ],
)
def test_what_is_no_text_is_refused_with_the_way_out(tmp_path: Path, content: bytes, words: str) -> None:
    path = tmp_path / "export.csv"
    path.write_bytes(content)
    with pytest.raises(SourceError, match=words) as refused:
        open_text(path)
    assert refused.value.permanent
    assert "export.csv" in str(refused.value)


def test_a_missing_file_a_folder_and_an_unknown_encoding_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="There is no file"):
        open_text(tmp_path / "nothing.csv")
    with pytest.raises(SourceError, match="is a folder"):
        open_text(tmp_path)
    (tmp_path / "a.csv").write_text("x")
    with pytest.raises(SourceError, match="'klingon' is not known"):
        open_text(tmp_path / "a.csv", "klingon")


def test_a_line_without_an_end_costs_no_more_than_itself(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("one\n" + "x" * (LONGEST_LINE * 2) + "\nthree\n")
    with open_text(path).open() as handle:
        assert list(lines_of(handle)) == ["one\n", TOO_LONG, "three\n"]
