"""Over Socket Mode the same commands are answered, connections are renewed, and health knows when there is none."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import pytest

from tests.conftest import Databases
from tests.fake_slack import FakeSlack
from tests.fake_socket_mode import FakeSocketMode
from tests.handlers.win_world import to_state
from tests.running import Running
from tests.slack_requests import command_body, payload_body


@pytest.fixture(scope="module")
def shared(
    databases: Databases, template: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Running, FakeSocketMode]]:
    """One process for all tests that leave its connection alone, and the server that it is connected to."""
    address = databases.make(template)
    with FakeSocketMode() as server, FakeSlack(socket_url=server.url) as slack:
        folder = tmp_path_factory.mktemp("run")
        with Running(address, slack, folder, slack_app_token=slack.app_token, wins_channel="C0LEAD") as process:
            yield process, server
    databases.drop(address)


@pytest.fixture
def socket_mode(fake_slack: FakeSlack) -> Iterator[FakeSocketMode]:
    with FakeSocketMode() as server:
        fake_slack.socket_url = server.url
        yield server


@pytest.fixture
def running(database_url: str, fake_slack: FakeSlack, socket_mode: FakeSocketMode, tmp_path: Path) -> Iterator[Running]:
    with Running(database_url, fake_slack, tmp_path, slack_app_token=fake_slack.app_token) as process:
        yield process


def command(running: Running, text: str, **fields: str) -> dict[str, Any]:
    return dict(parse_qsl(command_body(text, running.response_url, **fields), keep_blank_values=True))


def test_commands_are_acknowledged_with_their_answer(shared: tuple[Running, FakeSocketMode]) -> None:
    running, socket_mode = shared
    shown = socket_mode.answer(socket_mode.send(command(running, "help")))
    assert "`/voice preview`" in shown["text"]
    assert shown["response_type"] == "ephemeral"
    assert running.health().json()["slack"] == "connected"
    assert running.type("help").status_code == 404, "what comes by HTTP is not listened to"


def test_a_preview_is_acknowledged_first_and_comes_later(shared: tuple[Running, FakeSocketMode]) -> None:
    running, socket_mode = shared
    assert "is being made" in socket_mode.answer(socket_mode.send(command(running, "preview")), 2)["text"]
    while not running.slack.responses:
        assert "`/voice preview`" in socket_mode.answer(socket_mode.send(command(running, "help")), 2)["text"]
    assert "the next digest comes on" in running.slack.responses[0]["text"]


def test_the_form_of_a_win_opens_and_is_taken(shared: tuple[Running, FakeSocketMode]) -> None:
    running, socket_mode = shared
    slack = running.slack
    asked = command(running, "", command="/win", trigger=slack.trigger())
    socket_mode.answer(socket_mode.send(asked), 2)
    running.wait_for(lambda: slack.views, "opened")
    form = slack.views[-1]
    state = {"values": to_state(form["blocks"], {"win-people": ["U0BEN"], "win-what": "Ben swapped the scale."})}
    payload = json.loads(dict(parse_qsl(payload_body("view_submission", "U0ANNA")))["payload"])
    payload["view"] = {**form, "state": state}
    shown = socket_mode.answer(socket_mode.send(payload, kind="interactive"), 3)
    assert shown["response_action"] == "update"


def test_another_team_is_refused(shared: tuple[Running, FakeSocketMode]) -> None:
    running, socket_mode = shared
    shown = socket_mode.answer(socket_mode.send(command(running, "preview", team="T0OTHER")))
    assert "belongs to another Slack workspace" in shown["text"]


def test_a_connection_that_slack_renews_or_drops_is_made_anew(running: Running, socket_mode: FakeSocketMode) -> None:
    socket_mode.refresh()
    running.wait_for(lambda: len(socket_mode.connections) == 2, "connected anew")
    socket_mode.hang_up()
    running.wait_for(lambda: len(socket_mode.connections) == 3, "connected once more")
    running.wait_for(lambda: running.health().status_code == 200, "well again")
    assert "`/voice preview`" in socket_mode.answer(socket_mode.send(command(running, "help")))["text"]


def test_a_slack_that_is_gone_makes_it_unwell_and_it_still_stops_cleanly(
    running: Running, socket_mode: FakeSocketMode
) -> None:
    running.slack.socket_url = "ws://127.0.0.1:9/"
    socket_mode.hang_up()
    running.wait_for(lambda: running.health().status_code == 503, "unwell")
    report = running.health().json()
    assert report["slack"] == "not connected"
    assert "the connection to Slack is down" in " ".join(report["warnings"])
    assert running.stop() < 8
    assert running.process.returncode == 0, running.log
    assert "Traceback" not in running.log


def test_it_stops_within_seconds_and_shows_no_token(running: Running, socket_mode: FakeSocketMode) -> None:
    socket_mode.answer(socket_mode.send(command(running, "help")))
    assert running.stop() < 5
    assert running.process.returncode == 0, running.log
    assert "Traceback" not in running.log
    assert running.slack.app_token not in running.log
    assert "ticket=" not in running.log
