"""How soon Slack hears from us: commands, clicks and forms while a whole Zendesk is imported and digests are made.

    python -m bench.ack [100000 [100000 [postgresql://…/an_empty_database]]]

The real `voxpop run` over HTTP, signed requests from this process, a stand-in for Slack and one for Zendesk in
processes of their own, all on the same cores. The second number says how many different texts the tickets have:
each is learnt once, and with one for every ticket learning is nearly all there is to do.
"""

import json
import os
import random
import subprocess
import sys
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from itertools import count
from multiprocessing import get_context
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import urlencode

import httpx
from slack_sdk.signature import SignatureVerifier

from bench import slack
from bench.material import sentences
from bench.zendesk import Server
from bot.blocks import ids
from bot.settings import Settings

SECRET = "made-for-the-benchmark"  # noqa: S105 it opens nothing
PEOPLE = 40
AT_ONCE = 4
PAUSE = 1.0
"""Seconds between two requests of one of *AT_ONCE* people: ten thousand in an hour, half of which write something."""

NAMED, STORIES = "U0NAMED", 20
"""Somebody, and in how many stories they are, of which they think now this and now that."""

LIMIT = 0.5
MOST_SECONDS = 3_600

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
        self.process = subprocess.Popen(
            [sys.executable, "-c", "from bot.cli import main; main()", "run"],
            cwd=folder,
            env={**kept, "PYTHONPATH": root, **given},
            stderr=self._log,
        )

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


KINDS: dict[str, Callable[[Voxpop, str, random.Random], dict[str, str]]] = {
    "commands that answer": lambda v, user, _: command(v, user, "/voice", "help"),
    "commands that open a form": lambda v, user, _: command(v, user, "/win", "Ben drove there on a Saturday."),
    "commands that read": lambda v, user, _: command(v, user, "/win", "mine"),
    "clicks that write": lambda v, _, chance: click(
        v, NAMED, f"{ids.WIN_CHOICE}-{chance.choice(['name', 'colleague'])}", f"{chance.randint(1, STORIES)}.1"
    ),
    "clicks that open a form": lambda v, user, _: click(v, user, ids.WIN_OPEN, "new"),
    "forms sent off": lambda v, user, _: form(v, user),
}
"""What people do all the time; a preview is asked for beside it, whenever the last one has come."""


def zendesk(say: Any, tickets: int, texts: int) -> None:
    """Serve *tickets* of so many different *texts*."""
    known = sentences()

    def tell(number: int) -> str:
        chance = random.Random(number % texts)
        return " ".join(chance.sample(known["de" if number % texts % 2 else "en"], 1 + number % texts % 3))

    with Server(tickets, tell) as server:
        say.send(server.url)
        threading.Event().wait()


@contextmanager
def apart(target: Callable[..., None], *given: Any) -> Iterator[Any]:
    """Run *target* in a process of its own, and yield what it says first."""
    context = get_context("spawn")
    hear, say = context.Pipe(duplex=False)
    process = context.Process(target=target, args=(say, *given), daemon=True)
    process.start()
    try:
        yield hear.recv()
    finally:
        process.terminate()
        process.join()


def measure(folder: Path, tickets: int, texts: int, database: str) -> tuple[dict[str, list[float]], str]:
    """Return the seconds to acknowledge by kind, and what happened meanwhile in words."""
    with ExitStack() as closing:
        slack_port = closing.enter_context(apart(slack.serve))
        zendesk_url = closing.enter_context(apart(zendesk, tickets, texts))
        voxpop = Voxpop(folder, database, slack_port, zendesk_url, _free_port())
        closing.callback(voxpop.close)
        while not voxpop.is_up():
            time.sleep(0.05)
        with httpx.Client(timeout=60, trust_env=False) as client:
            for _ in range(STORIES):
                voxpop.send(client, form(voxpop, "U0TELLER", NAMED))
        started, busy, stop = time.monotonic(), voxpop.busy, threading.Event()
        taken: dict[str, list[float]] = defaultdict(list)
        people = [threading.Thread(target=work, args=(voxpop, number, taken, stop)) for number in range(AT_ONCE)]
        for person in people:
            person.start()
        while not voxpop.has_read_all() and time.monotonic() - started < MOST_SECONDS:
            time.sleep(2)
        stop.set()
        for person in people:
            person.join()
        previews, seconds = len(taken.pop("previews", [])), time.monotonic() - started
        each = 1000 * (voxpop.busy - busy) / sum(map(len, taken.values()))
        return taken, f"in {seconds:.0f} s, {previews} previews asked for, {each:.0f} ms of a processor a request"


def work(voxpop: Voxpop, number: int, taken: dict[str, list[float]], stop: threading.Event) -> None:
    """Do one thing after another until told to *stop*; the first of all asks for a preview every few seconds, too."""
    chance, kinds = random.Random(number), list(KINDS)
    asked = time.monotonic()
    with httpx.Client(timeout=60, trust_env=False) as client:
        while not stop.is_set():
            kind = kinds[chance.randrange(len(kinds))]
            user = f"U0P{chance.randrange(PEOPLE)}"
            seconds, answer = voxpop.send(client, KINDS[kind](voxpop, user, chance))
            taken[kind].append(seconds)
            if answer.status_code != 200:
                taken["not acknowledged"].append(seconds)
            if number == 0 and time.monotonic() - asked > 5:
                asked = time.monotonic()
                taken["commands that answer"].append(voxpop.send(client, command(voxpop, user, "/voice", "preview"))[0])
                taken["previews"].append(0)
            stop.wait(PAUSE)


def _free_port() -> int:
    import socket

    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


def rows(taken: dict[str, list[float]]) -> Iterator[tuple[str, str, str]]:
    """The table: percentiles by kind, and of all together."""
    everything = [seconds for each in taken.values() for seconds in each]
    for name, found in [*sorted(taken.items()), ("all together", everything)]:
        if len(found) > 1:
            at = quantiles(found, n=100, method="inclusive")
            said = " · ".join(f"{1000 * at[part - 1]:.0f}" for part in (50, 95, 99))
            yield name, f"{said} · {1000 * max(found):.0f} ms", f"{len(found):,} requests"


def main() -> None:
    """Print the rows of docs/benchmarks.md; exit code 1 where the 99th percentile is over half a second."""
    tickets = int(sys.argv[1]) if sys.argv[1:] else 100_000
    texts = int(sys.argv[2]) if sys.argv[2:] else tickets
    print(f"Load average {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores at {datetime.now(UTC):%H:%M}")
    with TemporaryDirectory() as name:
        database = sys.argv[3] if sys.argv[3:] else f"sqlite:///{name}/voxpop.db"
        taken, meanwhile = measure(Path(name), tickets, texts, database)
        log = (Path(name) / "voxpop.log").read_text(encoding="utf-8", errors="replace")
    print(f"{tickets:,} tickets of {texts:,} texts {meanwhile}")
    print("| Acknowledged | p50 · p95 · p99 · most | Of |\n|---|---|---|")
    for row in rows(taken):
        print("| " + " | ".join(row) + " |")
    print(f"Load average at the end {os.getloadavg()[0]:.1f}; {log.count('too slow')} times the inbox gave up waiting")
    everything = [spent for each in taken.values() for spent in each]
    if os.environ.get("BENCH_LOG"):
        Path(os.environ["BENCH_LOG"]).write_text(log, encoding="utf-8")
    sys.exit(quantiles(everything, n=100, method="inclusive")[98] > LIMIT)


if __name__ == "__main__":
    main()
