"""What we ask Zendesk is what its own API description allows, and what it answers there is what we can read.

`make contract` serves the description with Prism (Node is needed) on 127.0.0.1. The description knows no survey
responses; for those only the fake stands.
"""

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest

from bot.domain.feedback import Kind
from bot.settings import default_settings
from bot.sources.base import Page
from bot.sources.connector import Cursor, read
from bot.sources.errors import GoneError
from bot.sources.zendesk import Zendesk
from tests.running import free_port
from tests.shared import shared_data

PRISM = "@stoplight/prism-cli@5.14.2"
SINCE = datetime(2009, 1, 1, tzinfo=UTC)


@pytest.fixture(scope="session")
def prism(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    if os.environ.get("VOXPOP_CONTRACT") != "1":
        pytest.skip("`make contract` runs it: it needs Node and asks npm for Prism")
    npx = shutil.which("npx")
    if npx is None:
        pytest.skip("Node is not installed: there is no npx to run Prism with")
    description = description_of_zendesk()
    port, log = free_port(), tmp_path_factory.mktemp("prism") / "log"
    command = [npx, "--yes", PRISM, "mock", "-h", "127.0.0.1", "-p", str(port), str(description)]
    with log.open("wb") as out:
        process = subprocess.Popen(command, stdout=out, stderr=out, start_new_session=True)
        try:
            wait_for(port, process, log)
            yield f"http://127.0.0.1:{port}/api/v2/"
        finally:
            os.killpg(process.pid, 15)
            process.wait(30)


def description_of_zendesk() -> Path:
    found = shared_data().parent / "specs" / "zendesk-support.yaml"
    if not found.exists():
        pytest.skip("Zendesk's API description is not here: set VOXPOP_SHARED to the folder that has specs/")
    return found


def wait_for(port: int, process: "subprocess.Popen[bytes]", log: Path) -> None:
    deadline = time.monotonic() + 240  # npm may have to fetch it first
    while time.monotonic() < deadline:
        assert process.poll() is None, log.read_text()[-2000:]
        try:
            httpx.get(f"http://127.0.0.1:{port}/", timeout=5, trust_env=False)
        except httpx.TransportError:
            time.sleep(0.5)
        else:
            return
    raise AssertionError(f"Prism did not come up: {log.read_text()[-2000:]}")


@pytest.fixture
def zendesk(prism: str) -> Iterator[Zendesk]:
    """The account by mail and API token: the description knows no OAuth, which the fake stands for."""
    account = {"zendesk_subdomain": "example", "zendesk_base_url": prism}
    source = Zendesk.open(default_settings(**account, zendesk_email="admin@example.org", zendesk_api_token="a-token"))
    assert source is not None
    yield source
    source.close()


def first(zendesk: Zendesk, stream: str, after: str | None = None) -> Page:
    return next(iter(read(zendesk, Cursor(stream, SINCE, after=after))))


@pytest.mark.parametrize("after", [None, "MTU3NjYxMzUzOS4wfHw0Njd8"])
def test_the_ticket_export_and_the_comments_are_asked_for_as_described(zendesk: Zendesk, after: str | None) -> None:
    page = first(zendesk, "tickets", after)
    assert page.bad == ()
    [ticket] = page.items
    assert (ticket.kind, ticket.external_id) == (Kind.CONVERSATION, "35436")
    assert ticket.text is None  # its example was typed by an agent, and none of the comments is the requester's
    assert page.last


def test_satisfaction_ratings_and_the_people_in_them_are_asked_for_as_described(zendesk: Zendesk) -> None:
    page = first(zendesk, "ratings")
    assert page.bad == ()
    assert [(item.conversation, item.rating is not None) for item in page.items] == [("208", True), ("209", True)]
    assert all(item.text is None for item in page.items)  # the people of its examples are not those of its ratings


def test_prism_does_refuse_what_is_not_described(prism: str) -> None:
    answer = httpx.get(f"{prism}incremental/tickets/cursor?start_time=yesterday", timeout=30, trust_env=False)
    assert answer.status_code in (401, 422)


def test_the_description_knows_no_survey_responses(zendesk: Zendesk) -> None:
    with pytest.raises(GoneError):
        first(zendesk, "surveys")


def test_every_endpoint_that_is_used_is_one_of_those_above() -> None:
    """Whoever adds a path to the connector adds it here too."""
    sources = Path(__file__).parents[2] / "bot" / "sources"
    code = "".join((sources / name).read_text(encoding="utf-8") for name in ("zendesk.py", "zendesk_lookups.py"))
    used = {
        "incremental/tickets/cursor", "satisfaction_ratings", "guide/survey_responses", "guide/surveys/",
        "tickets/{ticket.get('id')}/comments", "users/show_many",
    }  # fmt: skip
    assert all(path in code for path in used)
    assert code.count("_api.get(") == 4
