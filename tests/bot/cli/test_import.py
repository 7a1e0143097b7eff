"""`voxpop import`: a file comes in whole, twice is once, and what is put aside is told without its words."""

import json
import os
import pty
import select
from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.bot.cli.command_line import VOXPOP, CommandLine, Outcome, finish

SAID = (
    "The suitcase came two days late.",
    "Der Bus kam eine halbe Stunde zu spät.",
    "Nobody answered my three messages.",
    "Das Frühstück war kalt und einfallslos.",
    "The new app is quick and clear.",
)


def write(folder: Path, rows: Iterable[str], name: str = "voices.csv", head: str = "id,date,text,rating") -> Path:
    file = folder / name
    file.write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")
    return file


def voices(count: int, first: int = 0) -> list[str]:
    return [
        f"v{n},2026-11-{2 + n % 7:02d} 09:{n % 60:02d},{SAID[n % 5]},{n % 5 + 1}" for n in range(first, first + count)
    ]


def stored(voxpop: CommandLine, source: str, external_id: str) -> dict[str, object]:
    told = voxpop("feedback", "show", source, external_id, "--format", "json")
    assert told.code == 0, told.err
    return dict(json.loads(told.out))


def test_the_same_file_twice_adds_nothing(voxpop: CommandLine, tmp_path: Path) -> None:
    file = write(tmp_path, voices(12))
    first = voxpop("import", file, "--scale", "1-5")
    assert (first.code, first.out) == (0, "12 new, 0 updated, 0 unchanged, 0 quarantined\n")
    again = voxpop("import", file, "--scale", "1-5")
    assert (again.code, again.out) == (0, "0 new, 0 updated, 12 unchanged, 0 quarantined\n")


def test_a_row_that_changed_is_updated(voxpop: CommandLine, tmp_path: Path) -> None:
    voxpop("import", write(tmp_path, voices(3)), "--scale", "1-5")
    changed = [*voices(2), "v2,2026-11-04 09:02,They answered after all.,5"]
    told = voxpop("import", write(tmp_path, changed), "--scale", "1-5")
    assert told.out == "0 new, 1 updated, 2 unchanged, 0 quarantined\n"
    assert stored(voxpop, "voices", "v2")["redacted_text"] == "They answered after all."


def test_one_bad_row_of_a_thousand_is_put_aside_without_its_words(voxpop: CommandLine, tmp_path: Path) -> None:
    rows = voices(1000)
    rows[416] = "v416,2026-11-04,A secret of Anna Example's.,9"
    told = voxpop("import", write(tmp_path, rows), "--scale", "1-5")
    assert (told.code, told.out) == (0, "999 new, 0 updated, 0 unchanged, 1 quarantined\n")
    (line,) = [line for line in told.err.splitlines() if line.startswith("line ")]
    assert line.startswith("line 418: ")
    assert "1-5" in line
    assert "secret" not in told.err + told.out
    assert "Anna" not in told.err + told.out


def test_of_many_bad_rows_the_first_ten_are_told(voxpop: CommandLine, tmp_path: Path) -> None:
    bad = [f"b{n},2026-11-04,Never mind.,9" for n in range(30)]
    told = voxpop("import", write(tmp_path, [*voices(5), *bad]), "--scale", "1-5")
    assert told.code == 0
    assert sum(line.startswith("line ") for line in told.err.splitlines()) == 10
    assert "more lines are put aside" in told.err


def test_a_file_of_which_nothing_can_be_used_ends_with_1(voxpop: CommandLine, tmp_path: Path) -> None:
    told = voxpop("import", write(tmp_path, ["b1,2026-11-04,Never mind.,9"]), "--scale", "1-5")
    assert (told.code, told.out) == (1, "0 new, 0 updated, 0 unchanged, 1 quarantined\n")
    assert "nothing in this file could be used" in told.err


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is empty"),
        (b"id,date,text\n", "no row"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "is not text"),
        (bytes(range(256)) * 20, "voxpop: "),
        (b"name,size\nx,1\n", "No column with text or a rating"),
        (b"id,text\n1,hello there\n", "when the feedback was given"),
        (b'[{"id": 1}]\n', "is not JSON Lines"),
        (b"id,date,text,rating\n1,2026-11-04,Fine.,4\n", "--scale 1-5"),
        (b"id,date,text\n1,01/02/2026,Fine.\n", "--date-order"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_in_words(
    voxpop: CommandLine, tmp_path: Path, content: bytes, words: str
) -> None:
    file = tmp_path / "file.csv"
    file.write_bytes(content)
    told = voxpop("import", file)
    assert told.code == 1
    assert told.out == ""
    assert words in told.err
    assert len(told.err.splitlines()) == 1


def test_a_file_that_is_not_there_or_a_folder_is_refused_in_words(voxpop: CommandLine, tmp_path: Path) -> None:
    assert "There is no file" in voxpop("import", tmp_path / "nowhere.csv").err
    told = voxpop("import", tmp_path)
    assert (told.code, "is a folder" in told.err) == (1, True)


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--map", "text"], "--map 'text' has no '='"),
        (["--map", "comment=text"], "--map knows no field 'comment'"),
        (["--map", "text=Kommentar"], "the file has no column 'Kommentar'"),
        (["--timezone", "Berlin"], "--timezone 'Berlin' is not known"),
        (["--source", "Our Desk"], "--source 'Our Desk' is no name"),
        (["--kind", "letter"], "--kind 'letter' is none of conversation, review, rating"),
        (["--date-order", "ymd"], "--date-order 'ymd' is neither dmy nor mdy"),
        (["--scale", "good"], "--scale 'good'"),
        (["--encoding", "utf-99"], "'utf-99'"),
    ],
)
def test_an_option_that_makes_no_sense_is_refused_in_words(
    voxpop: CommandLine, tmp_path: Path, options: list[str], words: str
) -> None:
    scale = [] if "--scale" in options else ["--scale", "1-5"]
    told = voxpop("import", write(tmp_path, voices(2)), *scale, *options)
    assert told.code == 1
    assert words in told.err


def test_every_option_counts(voxpop: CommandLine, tmp_path: Path) -> None:
    file = tmp_path / "Export (1).csv"
    head = "Nr;Wann;Wort;Punkte;Wer;Vorgang;Gruppe"
    row = 'K-1;04.11.2026 23:30;"Sehr schön,\nganz ""toll""!";4,5;Erika Beispiel;T-9;Stammkunden'
    file.write_bytes(f"{head}\n{row}\n".encode("cp850"))
    mapping = "external_id=Nr,created_at=Wann,text=Wort,rating=Punkte,author=Wer,conversation_id=Vorgang,segment=Gruppe"
    options = ["--map", mapping, "--scale", "0-10", "--source", "umfrage", "--kind", "rating"]
    told = voxpop("import", file, *options, "--timezone", "America/New_York", "--encoding", "cp850")
    assert (told.code, told.out) == (0, "1 new, 0 updated, 0 unchanged, 0 quarantined\n")
    record = stored(voxpop, "umfrage", "K-1")
    assert record["kind"] == "rating"
    assert record["redacted_text"] == 'Sehr schön,\nganz "toll"!'
    assert record["created_at"] == "2026-11-05T04:30:00+00:00"
    assert (record["rating_value"], record["rating_low"], record["rating_high"]) == (4.5, 0, 10)
    assert (record["conversation"], record["segment"]) == ("T-9", "Stammkunden")
    assert "Erika" not in json.dumps(record)


def test_times_without_a_zone_are_the_editions(voxpop: CommandLine, tmp_path: Path) -> None:
    voxpop.set(DIGEST_TIMEZONE="Asia/Tokyo")
    voxpop("import", write(tmp_path, ["v1,2026-11-04 09:00,Fine.,4"]), "--scale", "1-5")
    assert stored(voxpop, "voices", "v1")["created_at"] == "2026-11-04T00:00:00+00:00"


def test_a_file_of_json_lines_comes_in(voxpop: CommandLine, tmp_path: Path) -> None:
    lines = [{"external_id": str(n), "created_at": "2026-11-04T09:00:00Z", "text": SAID[n]} for n in range(5)]
    file = tmp_path / "desk.jsonl"
    file.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    told = voxpop("import", file)
    assert (told.code, told.out) == (0, "5 new, 0 updated, 0 unchanged, 0 quarantined\n")
    assert stored(voxpop, "desk", "1")["kind"] == "conversation"


def test_the_file_is_not_touched_and_nothing_is_left_beside_it(voxpop: CommandLine, tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    file = write(folder, voices(3))
    before = file.read_bytes()
    file.chmod(0o400)
    assert voxpop("import", file, "--scale", "1-5").code == 0
    assert [path.name for path in folder.iterdir()] == [file.name]
    assert file.read_bytes() == before


def test_no_bar_is_drawn_where_there_is_no_terminal(voxpop: CommandLine, tmp_path: Path) -> None:
    told = voxpop("import", write(tmp_path, voices(3)), "--scale", "1-5")
    assert "\x1b" not in told.err + told.out
    assert all(line.strip() for line in told.err.splitlines())
    assert "Reading" not in told.err


def test_a_terminal_shows_how_far_it_is(voxpop: CommandLine, tmp_path: Path) -> None:
    file = write(tmp_path, voices(3))
    told = on_a_terminal(voxpop, "import", str(file), "--scale", "1-5")
    assert told.code == 0
    assert "Reading and learning" in told.out
    assert "Looking for themes" in told.out


def on_a_terminal(voxpop: CommandLine, *arguments: str) -> Outcome:
    """Run a command in a process whose input and output are a terminal."""
    child, terminal = pty.fork()
    if child == 0:
        os.execvpe(VOXPOP[0], [*VOXPOP, *arguments], voxpop.process_environment | {"TERM": "xterm"})  # noqa: S606
    seen = b""
    while select.select([terminal], [], [], 60)[0]:
        try:
            piece = os.read(terminal, 65536)
        except OSError:  # Linux says so that the other end is closed
            break
        if not piece:
            break
        seen += piece
    os.close(terminal)
    return Outcome(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), seen.decode(errors="replace"), "")


def test_two_files_at_once_both_come_in(voxpop: CommandLine, tmp_path: Path) -> None:
    files = [write(tmp_path, voices(40, first), f"part{first}.csv") for first in (0, 100)]
    running = [voxpop.start("import", file, "--scale", "1-5") for file in files]
    for process in running:
        told = finish(process)
        assert (told.code, told.out) == (0, "40 new, 0 updated, 0 unchanged, 0 quarantined\n"), told.err
    assert stored(voxpop, "part0", "v39")["redacted_text"] == SAID[4]
    assert stored(voxpop, "part100", "v139")["redacted_text"] == SAID[4]
