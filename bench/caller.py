"""A `voxpop run` of its own, and what Slack would send it: commands, clicks and forms, signed."""

import json
import os
import subprocess
import sys
import time
from itertools import count
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import httpx
from slack_sdk.signature import SignatureVerifier

from bench import slack
from bot.blocks import ids
from bot.settings import Settings

SECRET = "made-for-the-benchmark"  # noqa: S105 it opens nothing
PEOPLE = 40
"""Somebody by turns, each story about another of them."""

_START = [sys.executable, "-c", "from bot.cli import main; main()"]

_numbers = count(1)


class Voxpop:
    """A `voxpop run` in *folder*, with the means to speak to it as Slack does."""

    def __init__(self, folder: Path, database: str, slack_port: int, zendesk_url: str, port: int) -> None:
        self.address = f"http://127.0.0.1:{port}"
        self.respond = f"http://127.0.0.1:{slack_port}/respond/1"
        self._verifier = SignatureVerifier(SECRET)
        given = {
            "DATABASE_URL": database,
            "SLACK_BOT_TOKEN": "xoxb-made-for-the-benchmark",
            "SLACK_SIGNING_SECRET": SECRET,
            "SLACK_API_URL": f"http://127.0.0.1:{slack_port}/api/",
            "HTTP_PORT": str(port),
            "DIGEST_CHANNEL": "C0LEAD",
            "WINS_CHANNEL": "C0WINS",
            "CURATORS": "U0CORA",
            "ADMINS": "U0LEA",
            "ZENDESK_BASE_URL": zendesk_url,
            "ZENDESK_SUBDOMAIN": "example",
            "ZENDESK_OAUTH_TOKEN": "t",
        }
        kept = {name: value for name, value in os.environ.items() if name.lower() not in Settings.model_fields}
        root = str(Path(__file__).parents[1])
        self._log = (folder / "voxpop.log").open("wb")
        env = {**kept, "PYTHONPATH": root, **given}
        subprocess.run([*_START, "db", "upgrade"], cwd=folder, env=env, stdout=self._log, stderr=self._log, check=True)
        self.process = subprocess.Popen([*_START, "run"], cwd=folder, env=env, stderr=self._log)

    def is_up(self) -> bool:
        """Whether it answers; RuntimeError once it has ended."""
        if self.process.poll() is not None:
            raise RuntimeError(f"voxpop run ended with {self.process.returncode}")
        try:
            return httpx.get(f"{self.address}/healthz", timeout=10, trust_env=False).status_code in (200, 503)
        except httpx.TransportError:
            return False

    def has_read_all(self) -> bool:
        """Whether the support tool was read to its end."""
        return self.is_up() and "zendesk" in httpx.get(
            f"{self.address}/healthz", timeout=30, trust_env=False
        ).json().get("sources", {})

    @property
    def busy(self) -> float:
        """Seconds for which the answering process kept a processor busy (Linux)."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def close(self) -> None:
        """Stop it."""
        self.process.terminate()
        try:
            self.process.wait(30)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self._log.close()

    def send(self, client: httpx.Client, fields: dict[str, str]) -> tuple[float, httpx.Response]:
        """Send what Slack would send and return the seconds until it was acknowledged."""
        body = urlencode(fields)
        stamp = str(int(time.time()))
        headers = {
            "content-type": "application/x-www-form-urlencoded",
            "x-slack-request-timestamp": stamp,
            "x-slack-signature": self._verifier.generate_signature(timestamp=stamp, body=body) or "",
        }
        started = time.perf_counter()
        answer = client.post(f"{self.address}/slack/events", content=body, headers=headers)
        return time.perf_counter() - started, answer


def command(voxpop: Voxpop, user: str, name: str, text: str) -> dict[str, str]:
    """What Slack sends of a command."""
    return {
        "command": name,
        "text": text,
        "team_id": slack.TEAM,
        "channel_id": "C0LEAD",
        "user_id": user,
        "response_url": voxpop.respond,
        "trigger_id": f"{next(_numbers)}.1.c",
    }


def interaction(voxpop: Voxpop, user: str, kind: str, **fields: Any) -> dict[str, str]:
    """What Slack sends of a click or a form."""
    payload = {
        "type": kind,
        "team": {"id": slack.TEAM},
        "user": {"id": user, "team_id": slack.TEAM},
        "trigger_id": f"{next(_numbers)}.1.i",
        "response_url": voxpop.respond,
        **fields,
    }
    return {"payload": json.dumps(payload)}


def form(voxpop: Voxpop, user: str, about: str | None = None) -> dict[str, str]:
    """A story of its own *about* somebody."""
    number = next(_numbers)
    what = f"Story {number}: a colleague drove to the customer and mended it, so that they could open again."
    values = {
        ids.WIN_KIND: {"type": "radio_buttons", "selected_option": {"value": "service", "text": {"text": "x"}}},
        ids.WIN_PEOPLE: {"type": "multi_users_select", "selected_users": [about or f"U0P{number % PEOPLE}"]},
        ids.WIN_WHAT: {"type": "plain_text_input", "value": what},
        ids.WIN_ANOTHER: {"type": "checkboxes", "selected_options": [{"value": "yes"}]},
    }
    state = {"values": {name: {name: value} for name, value in values.items()}}
    view = {"type": "modal", "id": f"V{number}", "callback_id": ids.WIN_FORM, "private_metadata": "{}", "blocks": []}
    view["state"] = state
    return interaction(voxpop, user, "view_submission", view=view)


def click(voxpop: Voxpop, user: str, action: str, value: str) -> dict[str, str]:
    """A button pressed in a private message."""
    pressed = {"type": "button", "action_id": action, "block_id": "b", "value": value}
    return interaction(voxpop, user, "block_actions", actions=[pressed], container={"type": "message"})
