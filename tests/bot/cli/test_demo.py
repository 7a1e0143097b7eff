"""`voxpop demo`: no accounts, no settings, no network, and nothing left behind."""

import json
import os
import re
import signal
import socket
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from bot.sample import SAMPLE_WEEK
from tests.bot.cli.command_line import CommandLine, finish

NONSENSE = {
    "DATABASE_URL": "postgresql://nobody@192.0.2.1/nowhere",
    "RULES_FILE": "/nowhere/rules.toml",
    "DIGEST_DAY": "funday",
    "DIGEST_LANGUAGE": "xx",
    "SLACK_BOT_TOKEN": "xoxb-nonsense",
    "HTTP_PORT": "99999",
}
WATCH = """
import sys

def _watch(event, arguments):
    if event in ("socket.getaddrinfo", "socket.gethostbyname"):
        where = arguments[0]
    elif event in ("socket.connect", "socket.bind", "socket.sendto"):
        where = arguments[1][0] if isinstance(arguments[1], tuple) else "127.0.0.1"
    else:
        return
    if where not in ("127.0.0.1", "localhost", "::1"):
        with open({log!r}, "a") as file:
            file.write(event + " " + str(where) + chr(10))

sys.addaudithook(_watch)
"""


@dataclass
class Demo:
    """A demo that is being served: what it printed so far, and where."""

    process: "subprocess.Popen[bytes]"
    printed: str
    address: str
    folder: Path
    busy_port: int

    def page(self, path: str = "") -> str:
        with urlopen(self.address + path, timeout=30) as answer:  # noqa: S310 an address of this machine's
            assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'")
            return str(answer.read().decode())


def environment(folder: Path) -> dict[str, str]:
    """Every setting nonsense, an .env of nonsense, all network beyond this machine written down, its own TMPDIR."""
    for name in ("watch", "tmp", "here"):
        (folder / name).mkdir()
    (folder / "here" / ".env").write_text("DIGEST_TIME=half past\nRULES_FILE=/nowhere\n")
    (folder / "watch" / "sitecustomize.py").write_text(WATCH.format(log=str(folder / "network")))
    path = f"{folder / 'watch'}{os.pathsep}{CommandLine(folder, '').process_environment['PYTHONPATH']}"
    return NONSENSE | {"TMPDIR": str(folder / "tmp"), "PYTHONPATH": path}


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    """The demo, served while its usual port is another program's."""
    folder = tmp_path_factory.mktemp("demo")
    settings = environment(folder)
    with socket.socket() as other:
        other.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            other.bind(("127.0.0.1", 8765))
            other.listen()
        except OSError:
            pass  # somebody has it already: as good
        process = CommandLine(folder / "here", "").start("demo", **settings)
        assert process.stdout is not None
        printed = ""
        for line in process.stdout:
            printed += line.decode()
            if b"http://" in line:
                break
        found = re.search(r"http://127\.0\.0\.1:(\d+)/", printed)
        assert found is not None, printed
        yield Demo(process, printed, found[0], folder, 8765)
        if process.poll() is None:
            process.send_signal(signal.SIGINT)
        process.communicate(timeout=30)


def test_it_prints_the_digest_and_where_its_pages_are(demo: Demo) -> None:
    assert demo.printed.startswith("Voice of the customer (sample data) · Week 46\n")
    assert "Voice of the week" in demo.printed


def test_a_busy_port_is_no_obstacle(demo: Demo) -> None:
    assert f":{demo.busy_port}/" not in demo.address


def test_the_page_shows_parent_thread_and_why_in_both_languages(demo: Demo) -> None:
    page = demo.page()
    assert "sample data" in page
    assert SAMPLE_WEEK in page
    assert "Voice of the week" in page
    assert "Stimme der Woche" in demo.page(f"de/{SAMPLE_WEEK}")


def test_every_week_has_its_page_and_an_unknown_one_is_told(demo: Demo) -> None:
    linked = set(re.findall(r'href="/en/(2026-W\d\d)"', demo.page()))
    assert {f"2026-W{number}" for number in range(34, 47)} - linked <= {SAMPLE_WEEK}
    assert "Week 40" in demo.page("en/2026-W40")
    with pytest.raises(HTTPError, match="404"):
        demo.page("en/1999-W01")


def test_it_asks_nobody_and_is_open_to_this_machine_alone(demo: Demo) -> None:
    assert not (demo.folder / "network").exists()
    port = int(demo.address.rsplit(":", 1)[1].strip("/"))
    listening = [line.split()[1] for line in Path("/proc/net/tcp").read_text().splitlines()[1:]]
    assert f"0100007F:{port:04X}" in listening
    assert f"00000000:{port:04X}" not in listening


def test_ended_politely_it_leaves_nothing_behind(demo: Demo) -> None:
    assert next((demo.folder / "tmp").iterdir()).name.startswith("voxpop-demo-")
    demo.process.send_signal(signal.SIGTERM)
    _, err = demo.process.communicate(timeout=30)
    assert list((demo.folder / "tmp").iterdir()) == []
    assert [path.name for path in (demo.folder / "here").iterdir()] == [".env"]
    assert b"Traceback" not in err
    assert not (demo.folder / "network").exists()


def test_printed_only_it_writes_where_it_is_told_and_ends(tmp_path: Path) -> None:
    mine = tmp_path / "mine.db"
    mine.write_bytes(b"somebody's own")
    settings = environment(tmp_path) | {"DATABASE_URL": f"sqlite:///{mine}"}
    here = CommandLine(tmp_path / "here", "")
    told = finish(here.start("demo", "--no-serve", "--out", "new/out", "--language", "de", **settings))
    assert told.code == 0, told.err
    assert told.out.startswith("Stimme der Kunden (Beispieldaten) · KW 46\n")
    assert "http://" not in told.out
    written = tmp_path / "here" / "new" / "out"
    assert sorted(path.name for path in written.iterdir()) == ["digest.html", "digest.json"]
    document = json.loads((written / "digest.json").read_text(encoding="utf-8"))
    assert (document["week"], document["language"]) == (SAMPLE_WEEK, "de")
    assert "Stimme der Woche" in (written / "digest.html").read_text(encoding="utf-8")
    assert mine.read_bytes() == b"somebody's own"
    assert list((tmp_path / "tmp").iterdir()) == []
    assert not (tmp_path / "network").exists()


def test_what_it_cannot_do_is_told_before_any_work(voxpop: CommandLine, tmp_path: Path) -> None:
    told = voxpop("demo", "--no-serve", "--language", "fr")
    assert (told.code, "use en or de" in told.err) == (2, True)
    (tmp_path / "taken").write_text("a file")
    told = voxpop("demo", "--no-serve", "--out", tmp_path / "taken")
    assert (told.code, told.out) == (2, "")
    assert "--out" in told.err
