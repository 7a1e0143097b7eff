"""`local-slack`, a Slack for one machine: fetched by npm in a pinned version, on 127.0.0.1, driven from outside.

What it does not do: it checks no limit and no token, drops metadata, knows no locale, no user group, no shortcut, and
no click inside a form. Tests below tests/handlers stand for those.
"""

import json
import os
import platform
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Self

import httpx
import pytest
from websockets.sync.client import ClientConnection, connect

from tests.running import ROOT, free_port
from tests.slack_requests import SECRET

PACKAGE = "local-slack-linux-x64@0.1.8"
TEAM = "T0SAMPLE"
BOT = "U0BOT"
LEAD, WINS, BOARD = "C0LEAD", "C0WINS", "C0BOARD"
PEOPLE = {
    "U0ANNA": "Anna Albers",
    "U0BEN": "Ben Brandt",
    "U0CLEO": "Cleo Conrad",
    "U0CORA": "Cora Curtius",
    "U0CARL": "Carl Curie",
    "U0LEA": "Lea Lenz",
}
"""ANNA tells, BEN and CLEO did it, CORA and CARL are curators, LEA leads and is an admin."""

ON_THIS_MACHINE = 'const serve = Bun.serve; Bun.serve = (given) => serve({...given, hostname: "127.0.0.1"});'
"""By itself it listens on every interface."""

Json = dict[str, Any]


def get_binary() -> Path:
    """The binary, fetched into build/ unless it is there; skips the test, with the reason, where it cannot be had."""
    if os.environ.get("VOXPOP_E2E") != "1":
        pytest.skip("`make e2e` runs it: it needs Linux, Node and asks npm for local-slack")
    if (platform.system(), platform.machine()) != ("Linux", "x86_64"):
        pytest.skip(f"local-slack is there for Linux on x64 only, and this is {platform.system()} {platform.machine()}")
    folder = ROOT / "build" / PACKAGE
    binary = folder / "node_modules" / PACKAGE.partition("@")[0] / "bin" / "local-slack"
    if not binary.exists():
        npm = shutil.which("npm")
        if npm is None:
            pytest.skip("Node is not installed: there is no npm to fetch local-slack with")
        folder.mkdir(parents=True, exist_ok=True)
        command = [npm, "install", "--no-audit", "--no-fund", "--prefix", str(folder), PACKAGE]
        done = subprocess.run(command, capture_output=True, text=True, timeout=600, check=False)
        if done.returncode or not binary.exists():
            pytest.skip(f"npm could not fetch {PACKAGE}: {done.stderr.strip().splitlines()[-1:]}")
    return binary


class LocalSlack:
    """One of it, with one app in it: by Socket Mode, or by HTTP where *request_url* says where the app listens."""

    token, app_token = "xoxb-made-for-tests", "xapp-made-for-tests"

    def __init__(self, binary: Path, folder: Path, request_url: str | None) -> None:
        self._binary, self._folder, self._request_url = binary, folder, request_url
        self.port = free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        self.url = f"{self.address}/api/"

    def __enter__(self) -> Self:
        (self._folder / "here.cjs").write_text(ON_THIS_MACHINE)
        (self._folder / "config.yaml").write_text(json.dumps(self._config()))  # JSON is YAML
        with (self._folder / "local-slack.log").open("wb") as log:
            self._process = subprocess.Popen(
                [self._binary, "--config", "config.yaml", "--port", str(self.port), "--base-host", "127.0.0.1"],
                cwd=self._folder,
                env={**os.environ, "BUN_OPTIONS": f"--preload {self._folder / 'here.cjs'}"},
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        try:
            wait_for(self._is_up, "local-slack up")
        except AssertionError:
            end(self._process)
            raise
        return self

    def __exit__(self, *_: object) -> None:
        end(self._process)

    def control(self, what: str, **given: Any) -> Json:
        """Do *what* a person or Slack does: command, interact, open-home, reaction, message …"""
        answer = httpx.post(f"{self.address}/_control/{what}", json=given, timeout=30, trust_env=False)
        assert answer.status_code == 200, answer.text
        return dict(answer.json())

    def state(self) -> Json:
        """Everything there is now: messages by channel, open forms, Home tabs."""
        with self._look() as (_, state):
            return state

    def submit(self, user: str, values: Mapping[str, Any]) -> Json:
        """Send the topmost form off as *user*; return the errors by field."""
        with self._look() as (screen, _):
            screen.send(json.dumps({"t": "view_submit", "user": user, "values": values}))
            deadline = time.monotonic() + 20
            while time.monotonic() < deadline:
                told = json.loads(screen.recv(timeout=20))
                if told["t"] in ("view", "view_errors"):
                    return dict(told.get("errors") or {})
        raise AssertionError("the form that was sent off was not answered")

    def close_form(self, user: str) -> None:
        """Close whatever form is open, without sending it."""
        with self._look() as (screen, _):
            screen.send(json.dumps({"t": "view_close", "user": user}))
            while json.loads(screen.recv(timeout=20))["t"] != "view":
                pass

    @contextmanager
    def _look(self) -> Iterator[tuple[ClientConnection, Json]]:
        """The way in which its page in a browser looks at it."""
        with connect(f"ws://127.0.0.1:{self.port}/ui", max_size=None, proxy=None) as screen:
            told = json.loads(screen.recv(timeout=20))
            assert told["t"] == "init"
            yield screen, told["state"]

    def _is_up(self) -> bool:
        assert self._process.poll() is None, (self._folder / "local-slack.log").read_text()[-2000:]
        try:
            return httpx.get(f"{self.address}/_control/state", timeout=5, trust_env=False).status_code == 200
        except httpx.TransportError:
            return False

    def _config(self) -> Json:
        app: Json = {"appId": "A0APP", "botUserId": BOT, "botName": "voxpop", "signingSecret": SECRET}
        app |= {"botToken": self.token, "appToken": self.app_token, "mode": "socket"}
        if self._request_url is not None:
            app |= {"mode": "events", "requestUrl": self._request_url}
        users = [
            {"id": user, "name": name.split()[0].lower(), "real_name": name, "email": f"{user.lower()}@example.org"}
            for user, name in PEOPLE.items()
        ]
        channels = [
            {"id": channel, "name": name, "members": [*PEOPLE, BOT]}
            for channel, name in ((LEAD, "leadership"), (WINS, "wins"), (BOARD, "board"))
        ]
        workspace = {"name": "Sample team", "domain": "sample", "teamId": TEAM}
        return {"workspace": workspace, "app": app, "users": users, "channels": channels}


def wait_for(what: Callable[[], Any], name: str, seconds: float = 60) -> Any:
    """Wait until *what* is true, and return it."""
    deadline = time.monotonic() + seconds
    while not (found := what()):
        assert time.monotonic() < deadline, f"not {name} after {seconds} seconds"
        time.sleep(0.05)
    return found


def end(process: "subprocess.Popen[bytes]") -> None:
    """End a process that was started in a session of its own, with all that it started."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGTERM)
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
