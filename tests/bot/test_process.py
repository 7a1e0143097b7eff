"""`voxpop run` as an operator sees it: it starts with words, serves, keeps alone, and stops cleanly."""

import json
import signal
import socket
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.app import Parts
from bot.domain.edition import Edition, Origin, Weekday
from bot.domain.role import Grant, Role
from bot.errors import VoxpopError
from bot.process import run
from bot.services.editions import to_edition
from bot.settings import default_settings
from bot.storage.editions import EditionQueries
from bot.storage.grants import GrantQueries
from bot.storage.store import Store
from bot.storage.workspaces import WorkspaceQueries
from tests.conftest import Databases
from tests.fake_slack import TEAM, FakeChannel, FakeSlack
from tests.handlers.win_world import to_state
from tests.running import Running, free_port, voxpop
from tests.sample_week import make_parts
from tests.slack_requests import SECRET, command_body, payload_body, signed


@pytest.fixture(scope="module")
def shared(databases: Databases, template: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """One process for all tests that only look at it."""
    address = databases.make(template)
    with (
        FakeSlack() as slack,
        Running(address, slack, tmp_path_factory.mktemp("run"), wins_channel="C0LEAD") as process,
    ):
        yield process
    databases.drop(address)


@pytest.fixture
def running(database_url: str, fake_slack: FakeSlack, tmp_path: Path) -> Iterator[Running]:
    with Running(database_url, fake_slack, tmp_path) as process:
        yield process


@pytest.fixture
def parts(store: Store, fake_slack: FakeSlack) -> Parts:
    return make_parts(
        store, slack_bot_token=fake_slack.token, slack_signing_secret=SECRET, slack_api_url=fake_slack.url
    )


def test_a_win_is_told_and_the_people_in_it_are_asked(shared: Running) -> None:
    slack = shared.slack
    assert shared.type("", command="/win", trigger=slack.trigger()).status_code == 200
    shared.wait_for(lambda: slack.views, "opened")
    form = slack.views[-1]
    given = {"win-people": ["U0BEN"], "win-what": "Ben swapped the scale on a Saturday."}
    state = {"values": to_state(form["blocks"], given)}
    body = payload_body("view_submission", "U0ANNA", view={**form, "state": state})
    assert shared.send(body, signed(body)).json()["response_action"] == "update"
    shared.wait_for(lambda: slack.in_channel("U0BEN"), "asked")
    assert "How do you want to appear?" in slack.in_channel("U0BEN")[0].text


def test_it_says_that_it_is_well_and_answers_voice(shared: Running) -> None:
    shared.wait_for(lambda: shared.health().json()["last_tick"], "ticking")
    health = shared.health()
    assert health.status_code == 200, health.text
    report = health.json()
    assert (report["ok"], report["database"], report["timetable"], report["warnings"]) == (True, "ok", "ticking", [])
    assert report["next_digest"]
    assert "`/voice preview`" in shared.type("help").json()["text"]


def test_neither_health_nor_log_shows_a_token_or_a_secret(shared: Running) -> None:
    shared.type("help")
    shown = shared.health().text + shared.log
    assert shared.slack.token not in shown
    assert "made-for-tests" not in shown


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_stops_within_seconds_without_a_traceback(running: Running, number: signal.Signals) -> None:
    seconds = running.stop(number)
    assert running.process.returncode == 0, running.log
    assert seconds < 5
    assert "Traceback" not in running.log
    assert running.lines[-1]["event"] == "Voxpop stops"


def test_a_preview_comes_for_the_one_who_asked_and_keeps_nobody_waiting(running: Running) -> None:
    assert "is being made" in running.type("preview").json()["text"]
    slowest = 0.0
    while not running.slack.responses:
        start = time.monotonic()
        assert running.type("help").status_code == 200
        assert running.health().status_code == 200
        slowest = max(slowest, time.monotonic() - start)
    assert slowest < 2
    text = running.slack.responses[0]["text"]
    assert "the next digest comes on" in text
    assert "<#C0LEAD>" in text
    assert running.slack.messages == []


def test_stopping_in_the_middle_of_a_preview_takes_seconds_and_says_so(running: Running) -> None:
    running.type("preview")
    assert running.stop() < 8
    assert running.process.returncode == 0, running.log
    assert "Traceback" not in running.log


def test_a_due_digest_is_posted_by_itself_once(
    database_url: str, parts: Parts, fake_slack: FakeSlack, tmp_path: Path
) -> None:
    due = datetime.now(UTC) - timedelta(minutes=2)
    schedule = {"digest_day": f"{due:%a}".lower(), "digest_time": f"{due:%H:%M}", "digest_timezone": "UTC"}
    at = due.time().replace(second=0, microsecond=0)
    settings = parts.settings.model_copy(update=schedule | {"digest_channel": "C0LEAD", "digest_time": at})
    parts.editions.ensure(to_edition(settings, due - timedelta(days=1)))
    for _ in range(2):
        with Running(database_url, fake_slack, tmp_path, **schedule) as running:
            running.wait_for(lambda: running.health().json()["last_tick"], "ticking", 60)
            running.stop()
        posted = fake_slack.in_channel()
        assert len(posted) == 2, "an empty week is one message and its method"
    assert [message.thread_ts for message in posted] == [None, posted[0].ts]


def test_an_edition_that_was_set_up_in_slack_is_posted_by_itself_and_nothing_is_missing(
    database_url: str, parts: Parts, fake_slack: FakeSlack, tmp_path: Path
) -> None:
    due = datetime.now(UTC) - timedelta(minutes=2)
    at, day = due.time().replace(second=0, microsecond=0), Weekday(f"{due:%a}".lower())
    fake_slack.channels["C0BOARD"] = FakeChannel("C0BOARD", is_private=True)
    with parts.store.begin() as tx:
        made = {"created_at": due - timedelta(days=1), "origin": Origin.SLACK, "timezone": "UTC"}
        EditionQueries(tx).keep(Edition(name="board", channel="C0BOARD", weekday=day, at=at, **made))
        GrantQueries(tx).give(Grant(Role.ADMIN, "U0ADA"))
    with Running(database_url, fake_slack, tmp_path, admins="", digest_channel="") as running:
        running.wait_for(lambda: fake_slack.in_channel("C0BOARD"), "posted", 60)
        assert list(running.health().json()["editions"]) == ["board"]
        assert "DIGEST_CHANNEL is empty" not in running.log
        assert "ADMINS is empty" not in running.log


def test_other_commands_work_while_it_is_up(shared: Running, tmp_path: Path) -> None:
    (tmp_path / "more.csv").write_text("id,text,created_at\n1,The suitcase came late.,2026-11-10\n")
    done = voxpop("import", "more.csv", database_url=shared.database_url, slack=shared.slack, folder=tmp_path)
    assert done.returncode == 0, done.stderr
    done = voxpop("doctor", database_url=shared.database_url, slack=shared.slack, folder=tmp_path)
    assert "is up to date" in done.stdout
    assert shared.health().status_code == 200


def test_health_tells_when_nobody_would_be_told(database_url: str, fake_slack: FakeSlack, tmp_path: Path) -> None:
    with Running(database_url, fake_slack, tmp_path, admins="", digest_channel="") as running:
        warnings = " ".join(running.health().json()["warnings"])
        assert "ADMINS is empty" in warnings
        assert "DIGEST_CHANNEL is empty" in warnings
        assert "ADMINS is empty" in running.log
        assert "CURATORS and ADMINS are empty" in running.log
        assert "WINS_CHANNEL is empty" in running.log


def test_a_second_one_on_the_same_file_stops_at_once(shared: Running, tmp_path: Path) -> None:
    if not shared.database_url.startswith("sqlite"):
        pytest.skip("PostgreSQL takes any number of processes")
    start = time.monotonic()
    second = voxpop(
        "run", database_url=shared.database_url, slack=shared.slack, folder=tmp_path, http_port=str(free_port())
    )
    assert time.monotonic() - start < 10
    assert second.returncode == 1
    assert "another `voxpop run` works on" in second.stderr
    assert "Traceback" not in second.stderr
    assert shared.health().status_code == 200


def test_several_work_side_by_side_on_one_server(shared: Running, tmp_path: Path) -> None:
    if shared.database_url.startswith("sqlite"):
        pytest.skip("a SQLite file takes one process")
    with Running(shared.database_url, shared.slack, tmp_path) as second:
        assert second.health().status_code == 200


def refused(parts: Parts, **settings: object) -> VoxpopError:
    """Why a `voxpop run` with these settings does not start."""
    given = {**parts.settings.model_dump(), "http_port": free_port(), **settings}
    with pytest.raises(VoxpopError) as caught:
        run(Parts(default_settings(**given), parts.store))
    return caught.value


def test_what_is_missing_is_told_at_once_and_all_of_it(parts: Parts) -> None:
    error = refused(parts, slack_bot_token=None, slack_signing_secret=None)
    assert error.exit_code == 2
    assert "SLACK_BOT_TOKEN is not set" in str(error)
    assert "neither SLACK_APP_TOKEN (for Socket Mode) nor SLACK_SIGNING_SECRET (for HTTP) is set" in str(error)


def test_without_a_way_in_for_slack_it_does_not_start(parts: Parts) -> None:
    error = refused(parts, slack_signing_secret=None)
    assert error.exit_code == 2
    assert "SLACK_BOT_TOKEN is not set" not in str(error)
    assert "neither SLACK_APP_TOKEN" in str(error)


def test_a_token_that_slack_refuses_is_told_with_the_way_out(parts: Parts) -> None:
    error = refused(parts, slack_bot_token="xoxb-wrong")
    assert error.exit_code == 1
    assert "invalid_auth" in str(error)
    assert "set its new SLACK_BOT_TOKEN" in str(error)
    assert "xoxb-wrong" not in str(error)


def test_a_slack_that_cannot_be_reached_is_told(parts: Parts) -> None:
    error = refused(parts, slack_api_url=f"http://127.0.0.1:{free_port()}/api/")
    assert error.exit_code == 1
    assert "Slack cannot be reached for auth.test" in str(error)
    assert "check the network and SLACK_API_URL" in str(error)


def test_an_app_token_that_slack_refuses_is_told(parts: Parts) -> None:
    error = refused(parts, slack_app_token="xapp-wrong")
    assert error.exit_code == 1
    assert "Slack refused SLACK_APP_TOKEN: invalid_auth" in str(error)
    assert "connections:write" in str(error)
    assert "xapp-wrong" not in str(error)


def test_a_port_in_use_is_told(parts: Parts) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        error = refused(parts, http_port=port)
    assert error.exit_code == 2
    assert f"HTTP_PORT={port} cannot be listened on" in str(error)


def test_a_token_of_another_workspace_is_refused(parts: Parts) -> None:
    with parts.store.begin() as tx:
        WorkspaceQueries(tx).bind("T0FIRST", "The first")
    error = refused(parts)
    assert error.exit_code == 1
    assert "belongs to the Slack workspace T0FIRST" in str(error)
    assert TEAM in str(error)


def test_after_a_refusal_nothing_is_left_behind(parts: Parts) -> None:
    for _ in range(2):
        assert "invalid_auth" in str(refused(parts, slack_app_token="xapp-wrong"))


def test_a_database_that_is_gone_makes_it_unwell(running: Running, database_url: str) -> None:
    if not database_url.startswith("sqlite"):
        pytest.skip("the server is everybody's")
    Path(database_url.removeprefix("sqlite:///")).unlink()
    health = running.health()
    assert health.status_code == 503
    assert health.json()["database"] == "the file is gone"


def test_over_http_only_slack_is_heard(shared: Running) -> None:
    body = command_body("help", shared.response_url)
    assert shared.send(body, signed(body, secret="another")).status_code == 401
    assert shared.send("x" * 1_000_001, {}).status_code == 413
    assert "belongs to another Slack workspace" in shared.type("help", team="T0OTHER").json()["text"]
    assert all("help" not in json.dumps(line) for line in shared.lines)


def test_a_database_that_is_busy_delays_no_acknowledgement(running: Running, store: Store) -> None:
    with store.begin() as tx:  # on SQLite this alone keeps every other writer out
        if not store.is_sqlite:
            tx.connection.execute(text("LOCK TABLE edition, outbox IN ACCESS EXCLUSIVE MODE"))
        for asked in ("preview", "help", "preview"):
            start = time.monotonic()
            assert running.type(asked).status_code == 200
            assert time.monotonic() - start < 1
        assert running.health().elapsed < timedelta(seconds=6)
