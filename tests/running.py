"""`voxpop run` as an operator starts it: a process of its own, with a fake Slack to talk to."""

import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any, Self

import httpx

from tests.fake_slack import FakeSlack
from tests.slack_requests import SECRET, command_body, signed

ROOT = Path(__file__).parents[1]
COMMAND = [sys.executable, "-c", "from bot.cli import main; main()"]


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


def environment(database_url: str, slack: FakeSlack | None, **settings: str) -> dict[str, str]:
    """The environment of a command: nothing of ours but what is given."""
    from bot.settings import Settings

    ours = {name.upper() for name in Settings.model_fields}
    kept = {name: value for name, value in os.environ.items() if name not in ours}
    given = {"DATABASE_URL": database_url, "PYTHONPATH": str(ROOT), "OPENBLAS_NUM_THREADS": "1"}
    if slack is not None:
        given |= {"SLACK_BOT_TOKEN": slack.token, "SLACK_SIGNING_SECRET": SECRET, "SLACK_API_URL": slack.url}
    return kept | given | {name.upper(): value for name, value in settings.items()}


def voxpop(
    *arguments: str, database_url: str, slack: FakeSlack | None, folder: Path, **settings: str
) -> "subprocess.CompletedProcess[str]":
    """Run one command to its end; *folder* is where it looks for .env."""
    return subprocess.run(
        [*COMMAND, *arguments],
        env=environment(database_url, slack, **settings),
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


class Running:
    """A `voxpop run` that is up; its log is read as it comes."""

    def __init__(self, database_url: str, slack: FakeSlack, folder: Path, **settings: str) -> None:
        self.port = int(settings.get("http_port", free_port()))
        self.slack = slack
        self.database_url = database_url
        settings = {"digest_channel": "C0LEAD", "admins": "U0ADMIN", **settings, "http_port": str(self.port)}
        self._environment = environment(database_url, slack, **settings)
        self.folder = folder
        self._log: list[str] = []

    def __enter__(self) -> Self:
        self.process = subprocess.Popen(
            [*COMMAND, "run"], env=self._environment, cwd=self.folder, stderr=subprocess.PIPE, text=True
        )
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        try:
            self.wait_for(lambda: self._is_up() or self.process.poll() is not None, "up")
            assert self.process.poll() is None, self.log
        except AssertionError:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        self._reader.join()
        assert self.process.stderr is not None
        self.process.stderr.close()

    @property
    def log(self) -> str:
        return "".join(self._log)

    @property
    def lines(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self._log]

    @property
    def response_url(self) -> str:
        return self.slack.url.removesuffix("api/") + "respond/1"

    def health(self) -> httpx.Response:
        return httpx.get(f"http://127.0.0.1:{self.port}/healthz", timeout=10, trust_env=False)

    def type(self, text: str, **fields: str) -> httpx.Response:
        """Send a signed `/voice` by HTTP, as Slack does."""
        body = command_body(text, self.response_url, **fields)
        return self.send(body, signed(body))

    def send(self, body: str | bytes, headers: dict[str, str]) -> httpx.Response:
        address = f"http://127.0.0.1:{self.port}/slack/events"
        return httpx.post(address, content=body, headers=headers, timeout=10, trust_env=False)

    def stop(self, number: signal.Signals = signal.SIGTERM) -> float:
        """Tell it to stop; return how many seconds it took."""
        start = time.monotonic()
        self.process.send_signal(number)
        self.process.wait(30)
        self._reader.join()
        return time.monotonic() - start

    def wait_for(self, what: Any, name: str, seconds: float = 30) -> None:
        deadline = time.monotonic() + seconds
        while not what():
            assert time.monotonic() < deadline, f"not {name} after {seconds} seconds: {self.log}"
            time.sleep(0.05)

    def _is_up(self) -> bool:
        try:
            return self.health().status_code in (200, 503)
        except httpx.TransportError:
            return False

    def _read(self) -> None:
        assert self.process.stderr is not None
        self._log.extend(self.process.stderr)
