"""One workspace and one `voxpop run` for each way to talk and each language, shared by all journeys through them."""

import json
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.domain.area import Area
from bot.domain.week import Week
from bot.sample import SAMPLE_WEEK, sample_files
from bot.sources.file import FileOptions, open_file
from bot.storage.store import Store
from tests.conftest import Databases
from tests.e2e.browser import Browser, get_chromium
from tests.e2e.local_slack import LEAD, WINS, LocalSlack, get_binary
from tests.e2e.office import Office
from tests.e2e.screen import Screen
from tests.fake_zendesk import FakeZendesk
from tests.running import Running, free_port
from tests.sample_week import make_parts

OFFICES = [(mode, language) for mode in ("socket", "http") for language in ("en", "de")]
ZONE = "UTC"


@pytest.fixture(scope="session")
def binary() -> Path:
    return get_binary()


@pytest.fixture(scope="session")
def filled(binary: Path, databases: Databases, template: str, tmp_path_factory: pytest.TempPathFactory) -> str:
    """A database with the sample feedback in it, as if its last week were the last one that ended.

    Its lead has an owner, who is asked.
    """
    address = databases.make(template)
    folder, now = tmp_path_factory.mktemp("sample"), datetime.now(UTC)
    moved = Week.last_ended(now, ZoneInfo(ZONE)).monday - Week.parse(SAMPLE_WEEK).monday
    store = Store(address)
    parts = make_parts(store)
    for file in sample_files():
        reader = open_file(_moved(file, folder, moved), FileOptions(timezone="Europe/Berlin"))
        for _ in parts.feedback.take_in(reader.name, reader.pages(), now):
            pass
    lead = parts.digests.preview(parts.edition("default"), Week.last_ended(now, ZoneInfo(ZONE))).lead
    parts.areas.put(Area(name="Delivery", leader="U0LEA"), "U0LEA", now)
    parts.areas.own(str(lead), "U0LEA", now, area="Delivery", owner="U0LEA")
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
    folder, port, address = tmp_path_factory.mktemp("office"), free_port(), databases.make(filled)
    with ExitStack() as closing:
        closing.callback(databases.drop, address)
        events = f"http://127.0.0.1:{port}/slack/events" if mode == "http" else None
        slack = closing.enter_context(LocalSlack(binary, folder, events))
        zendesk = closing.enter_context(FakeZendesk())
        settings = {
            "secret_key": "made for tests, and long enough for one",
            "zendesk_base_url": zendesk.url,
            "digest_channel": LEAD,
            "digest_language": language,
            "wins_channel": WINS,
            "curators": "U0CORA,U0CARL",
            "admins": "U0LEA",
            **(schedule := due_soon()),
        }
        if mode == "socket":
            settings["slack_app_token"] = slack.app_token
        voxpop = closing.enter_context(Running(address, slack, folder, http_port=str(port), **settings))
        yield Office(slack, voxpop, mode, language, schedule)
        assert voxpop.stop() < 15
        assert "Traceback" not in voxpop.log


def due_soon() -> dict[str, str]:
    """Settings by which a digest comes due in a few minutes: its draft has been owing since the working day before."""
    due = datetime.now(UTC) + timedelta(minutes=3)
    return {"digest_day": f"{due:%a}".lower(), "digest_time": f"{due:%H:%M}", "digest_timezone": ZONE}


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
