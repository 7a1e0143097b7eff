import hashlib
from pathlib import Path

import pytest

from bot.domain.rules import ThemeRule
from bot.errors import RulesError
from bot.sources.rules import read_rules

WHOLE = """
exclude = ["test ticket", "spam"]
do_not_feature = ["do-not-feature"]

[[theme]]
name.en = "Lost luggage"
name.de = "Verlorenes Gepäck"
any = ["luggage", "lost bag", "Koffer"]
tags = ["baggage"]
owner = "U0123ABCD"
area = "Ground service"

[[theme]]
name = { de = "Frühstück" }
any = ["Frühstück"]
"""


def write(tmp_path: Path, text: str | bytes) -> Path:
    path = tmp_path / "rules.toml"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def test_a_whole_file_is_read(tmp_path: Path) -> None:
    rules = read_rules(write(tmp_path, WHOLE))
    assert rules.exclude == ("test ticket", "spam")
    assert rules.do_not_feature == ("do-not-feature",)
    assert rules.themes[0] == ThemeRule(
        name={"en": "Lost luggage", "de": "Verlorenes Gepäck"},
        any=("luggage", "lost bag", "Koffer"),
        tags=("baggage",),
        owner="U0123ABCD",
        area="Ground service",
    )
    assert rules.themes[1].name == {"de": "Frühstück"}


def test_the_version_is_the_hash_of_the_bytes(tmp_path: Path) -> None:
    assert read_rules(write(tmp_path, WHOLE)).version == hashlib.sha256(WHOLE.encode()).hexdigest()[:12]
    assert read_rules(write(tmp_path, WHOLE + "#")).version != read_rules(write(tmp_path, WHOLE)).version


def test_an_empty_file_a_byte_order_mark_and_windows_lines_are_fine(tmp_path: Path) -> None:
    assert read_rules(write(tmp_path, "")).themes == ()
    assert len(read_rules(write(tmp_path, "\ufeff" + WHOLE.replace("\n", "\r\n"))).themes) == 2


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ('exclude = ["a"]\ncolour = "red"', 2, "'colour' is not known; there are theme, exclude"),
        ('\nexlude = ["a"]', 2, "did you mean exclude"),
        ("exclude = 7", 1, "exclude must be a list of words"),
        ('exclude = ["a", 7]', 1, "exclude must be a list of words"),
        ('exclude = ["a", " "]', 1, "without letters"),
        ('[[theme]]\nname.en = "A"\nany = ["*"]', 3, "without letters"),
        ('any = ["a"]', 1, "belongs below a"),
        ('[theme]\nname.en = "A"', 1, "double brackets"),
        ('[[theme]]\nname.en = "A"\nany = ["a"]\n\n[[theme]]\nany = ["b"]', 5, "has no name"),
        ('[[theme]]\nname.en = "A"\nany = ["a"]\n\n[[theme]]\nname.en = "B"', 5, "takes nothing"),
        ('[[theme]]\nname.en = "A"\nany = []', 3, "takes nothing"),
        ('[[theme]]\nname = "A"\nany = ["a"]', 2, "given by language"),
        ('[[theme]]\nname.English = "A"\nany = ["a"]', 2, "name.English is no language"),
        ('[[theme]]\nany = ["a"]\nname.en = "A"\nname.de = ""', 4, "name.de must be words"),
        ('[[theme]]\nname.en = "A"\nany = "a"', 3, "any must be a list"),
        ('[[theme]]\nname.en = "A"\nany = ["a"]\nowner = 7', 4, "owner must be text"),
        ('[[theme]]\nname.en = "A"\nany = ["a"]\nareas = "x"', 4, "did you mean area"),
        ('[[theme]]\nname.en = "A"\nany = ["a"]\nexclude = ["x"]', 4, "belongs above the first"),
        ('[[theme]]\nname.en = "A"\nany = ["a"]\n[[theme]]\nname.en = "a"\nany = ["b"]', 5, "another theme named"),
        ('[[theme]]\nname.de = "Grüße"\nany = ["a"]\n[[theme]]\nname.de = "GRUESSE"\nany = ["b"]', 5, "another theme"),
        ('exclude = ["a"\n[[theme]]', 2, "column"),
        ('exclude = ["a"]\nexclude = ["b"]', 2, "overwrite"),
        ('a = """', 1, "column|expected|unterminated"),
    ],
)
def test_what_is_wrong_is_told_with_file_and_line(tmp_path: Path, text: str, line: int, words: str) -> None:
    with pytest.raises(RulesError, match=words) as refused:
        read_rules(write(tmp_path, text))
    assert str(refused.value).startswith(f"rules.toml, line {line}: ")


def test_a_file_that_is_not_utf8_is_told_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(RulesError, match=r"rules.toml, line 2: not UTF-8"):
        read_rules(write(tmp_path, "exclude = []\n# Gepäck\n".encode("cp1252")))


def test_a_missing_file_and_a_folder_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(RulesError, match="There is no rules file"):
        read_rules(tmp_path / "none.toml")
    with pytest.raises(RulesError, match="is a folder"):
        read_rules(tmp_path)
