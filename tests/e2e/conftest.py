"""One workspace and one `voxpop run` for each way to talk and each language, shared by all journeys through them."""

import json
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.domain.area import Area
from bot.domain.edition import Edition, Origin, Weekday
from bot.domain.week import Week
from bot.sample import SAMPLE_WEEK, sample_files
from bot.sources.file import FileOptions, open_file
from bot.storage.editions import EditionQueries
from bot.storage.store import Store
from tests.conftest import Databases
from tests.e2e.asked import ZONE, ask_before
from tests.e2e.browser import Browser, get_chromium
from tests.e2e.local_slack import BOARD, LEAD, WINS, LocalSlack, get_binary
from tests.e2e.office import Office
from tests.e2e.screen import Screen
from tests.fake_zendesk import FakeZendesk
from tests.running import Running, free_port
from tests.sample_week import make_parts

OFFICES = [(mode, language) for mode in ("socket", "http") for language in ("en", "de")]
SAMPLE_ZONE = ZoneInfo("Europe/Berlin")
SCHEDULE = ("digest_day", "digest_time", "digest_timezone")


@pytest.fixture(scope="session")
def binary() -> Path:
    return get_binary()


@pytest.fixture(scope="session")
def filled(binary: Path, databases: Databases, template: str, tmp_path_factory: pytest.TempPathFactory) -> str:
    """A database with the sample feedback in it, as if its last week were the last one that ended.

    Its lead has an owner, who is asked; earlier questions to her are still under way.
    """
    address = databases.make(template)
    folder, now = tmp_path_factory.mktemp("sample"), datetime.now(UTC)
    moved = Week.last_ended(now, ZONE).end(ZONE) - Week.parse(SAMPLE_WEEK).end(SAMPLE_ZONE)
    store = Store(address)
    parts = make_parts(store, digest_timezone=str(ZONE))
    for file in sample_files():
        reader = open_file(_moved(file, folder, moved), FileOptions(timezone=str(SAMPLE_ZONE)))
        for _ in parts.feedback.take_in(reader.name, reader.pages(), now):
            pass
    digest = parts.digests.preview(parts.edition("default"), Week.last_ended(now, ZONE))
    parts.areas.put(Area(name="Delivery", leader="U0LEA"), "U0LEA", now)
    parts.areas.own(str(digest.lead), "U0LEA", now, area="Delivery", owner="U0LEA")
    ask_before(store, digest, "U0LEA", now)
    store.close()
    return address


@pytest.fixture(scope="session", params=OFFICES, ids="-".join)
def office(
    request: pytest.FixtureRequest,
    binary: Path,
    filled: str,
    databases: Databases,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Office]:
    mode, language = request.param
    address = databases.make(filled)
    keep_board(address, language)
    with ExitStack() as closing:
        closing.callback(databases.drop, address)
        zendesk = closing.enter_context(FakeZendesk())
        settings = {
            "secret_key": "made for tests, and long enough for one",
            "zendesk_base_url": zendesk.url,
            "digest_channel": LEAD,
            "wins_channel": WINS,
            "curators": "U0CORA,U0CARL",
            **due_soon(),
        }
        folder = tmp_path_factory.mktemp("office")
        yield closing.enter_context(opened(binary, address, folder, mode, language, **settings))


@pytest.fixture(params=[("socket", "en"), ("http", "de")], ids="-".join)
def empty_office(
    request: pytest.FixtureRequest, binary: Path, filled: str, databases: Databases, tmp_path: Path
) -> Iterator[Office]:
    """One in which nothing is set but who the admin is; the feedback is there."""
    mode, language = request.param
    address = databases.make(filled)
    with ExitStack() as closing:
        closing.callback(databases.drop, address)
        yield closing.enter_context(opened(binary, address, tmp_path, mode, language, digest_channel=""))


@contextmanager
def opened(binary: Path, address: str, folder: Path, mode: str, language: str, **settings: str) -> Iterator[Office]:
    """An office with *settings* and one admin, and at its end a process that stops in time and has met no surprise."""
    port = free_port()
    events = f"http://127.0.0.1:{port}/slack/events" if mode == "http" else None
    with LocalSlack(binary, folder, events) as slack:
        settings = {"digest_language": language, "admins": "U0LEA", **settings}
        if mode == "socket":
            settings["slack_app_token"] = slack.app_token
        with Running(address, slack, folder, http_port=str(port), **settings) as voxpop:
            schedule = {name: value for name, value in settings.items() if name in SCHEDULE}
            yield Office(slack, voxpop, mode, language, schedule)
            assert voxpop.stop() < 15
            assert "Traceback" not in voxpop.log


def due_soon() -> dict[str, str]:
    """Settings by which a digest comes due in a few minutes: its draft has been owing since the working day before."""
    due = datetime.now(ZONE) + timedelta(minutes=3)
    return {"digest_day": f"{due:%a}".lower(), "digest_time": f"{due:%H:%M}", "digest_timezone": str(ZONE)}


def keep_board(address: str, language: str) -> None:
    """Keep a second edition in the database, which comes due a minute before the other."""
    now = datetime.now(ZONE)
    due = now + timedelta(minutes=2)
    board = Edition(
        name="board", title="Board", channel=BOARD, weekday=list(Weekday)[due.weekday()],
        at=due.time().replace(second=0, microsecond=0), timezone=str(ZONE), language=language,
        created_at=now - timedelta(days=3), origin=Origin.SLACK,
    )  # fmt: skip
    store = Store(address)
    with store.begin() as tx:
        EditionQueries(tx).keep(board)
    store.close()


def _moved(file: Path, folder: Path, by: timedelta) -> Path:
    """*file* with every moment in it later *by* so much."""
    lines = []
    for line in file.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        for name, value in record.items():
            if name.endswith("_at") and value:
                record[name] = (datetime.fromisoformat(value) + by).isoformat()
        lines.append(json.dumps(record, ensure_ascii=False))
    made = folder / file.name
    made.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return made


@pytest.fixture
def screen(office: Office) -> Iterator[Screen]:
    program = get_chromium()
    with Browser(program) as browser:
        yield Screen(office, browser)
