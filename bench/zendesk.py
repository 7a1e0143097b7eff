"""Zendesk at full size: tickets from a fake on this machine, pulled as `voxpop ingest` and `voxpop run` pull them.

    python -m bench.zendesk [100000]

The fake makes each page when it is asked for it, from a few hundred different texts: learning them is not what is
measured here (bench/__main__.py does that), reading, mapping, masking names and keeping them is.
"""

import base64
import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from bot.settings import Settings

PAGE = 1000
TEXTS = 300
DAYS = 27
"""All tickets lie within the weeks that are pulled first, one after the other in time."""

PULL = """
from bot.app import build
from bot.services.feedback import Tally
from bot.sources import open_source

with build() as parts:
    source = open_source("zendesk", parts.settings)
    print(sum((step.tally for step in parts.pulling.pull(source)), Tally()).new, "new")
"""


def zendesk(folder: Path, tickets: int = 100_000) -> list[tuple[str, str, str]]:
    """Pull *tickets*; then once more with nothing new. Memory is sampled while it runs."""
    with Server(tickets) as server:
        settings = {"ZENDESK_BASE_URL": server.url, "ZENDESK_SUBDOMAIN": "example", "ZENDESK_OAUTH_TOKEN": "t"}
        run = pulled(folder, settings)
        again = pulled(folder, settings)
    quarter = len(run.memory) // 4
    early, late = max(run.memory[quarter : 2 * quarter]), max(run.memory[-quarter:])
    return [
        (
            f"{tickets:,} Zendesk tickets from a fake, pulled",
            f"{tickets / run.seconds:,.0f} records/s",
            f"{run.seconds:.0f} s with the fake on the same cores; {run.said}",
        ),
        (
            "memory while they come",
            f"{late:.0f} MB in the last quarter",
            f"{early:.0f} MB in the second, peak {max(run.memory):.0f} MB",
        ),
        ("the same again, nothing new", f"{again.seconds:.1f} s", again.said),
    ]


class Pulled:
    """One run: its *seconds*, resident *memory* in MB over time, and what it *said*."""

    def __init__(self, seconds: float, memory: list[float], said: str) -> None:
        self.seconds, self.memory, self.said = seconds, memory, said


def pulled(folder: Path, settings: dict[str, str]) -> Pulled:
    """Pull in a process of its own in *folder*, and look at its memory four times a second (Linux)."""
    started, memory = time.perf_counter(), [0.0] * 8
    kept = {name: value for name, value in os.environ.items() if name.lower() not in Settings.model_fields}
    environment = {**kept, "PYTHONPATH": str(Path(__file__).parents[1]), **settings}
    with subprocess.Popen(
        [sys.executable, "-c", PULL], cwd=folder, env=environment, stdout=subprocess.PIPE, text=True
    ) as process:
        while process.poll() is None:
            memory.append(_resident(process.pid))
            time.sleep(0.25)
        said = process.stdout.read().strip() if process.stdout else ""
    if process.returncode != 0:
        raise RuntimeError(f"the pull ended with {process.returncode}")
    return Pulled(time.perf_counter() - started, memory, said)


def _resident(pid: int) -> float:
    try:
        lines = Path(f"/proc/{pid}/status").read_text(encoding="ascii", errors="replace").splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS")), 0.0)


class Server:
    """The export alone, made page by page from a number: nothing is held in memory. *tell* says what a ticket says."""

    def __init__(self, tickets: int, tell: Callable[[int], str] | None = None) -> None:
        first = datetime.now(UTC) - timedelta(days=DAYS)
        step = timedelta(days=DAYS - 1) / tickets

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                parts = urlsplit(self.path)
                body = json.dumps(answer(parts.path, dict(parse_qsl(parts.query)), tickets, first, step, tell)).encode()
                self.send_response(200)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: Any) -> None:
                """Say nothing."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_port}/api/v2/"

    def __enter__(self) -> "Server":
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()


def answer(
    path: str,
    query: dict[str, str],
    tickets: int,
    first: datetime,
    step: timedelta,
    tell: Callable[[int], str] | None = None,
) -> dict[str, Any]:
    """Return a page of the export, or an empty list of anything else."""
    if not path.endswith("incremental/tickets/cursor"):
        return {"satisfaction_ratings": [], "survey_responses": [], "meta": {"has_more": False}}
    begins = int(base64.b64decode(query["cursor"]).decode()) if "cursor" in query else 0
    if "start_time" in query and int(query["start_time"]) < first.timestamp() - 2 * 86_400:
        begins = tickets  # history: there is none
    ends = min(begins + PAGE, tickets)
    return {
        "tickets": [ticket(number, first + number * step, tell or _alike) for number in range(begins, ends)],
        "users": [
            *({"id": n, "name": f"Customer {n} Nachname{n}", "role": "end-user"} for n in range(1, 50)),
            {"id": 99, "name": "Agent 99", "role": "agent"},
        ],
        "organizations": [],
        "after_cursor": base64.b64encode(str(ends).encode()).decode(),
        "end_of_stream": ends == tickets,
    }


def ticket(number: int, at: datetime, tell: Callable[[int], str]) -> dict[str, Any]:
    """Return one invented ticket of about the size of a real one."""
    stamp, who = at.strftime("%Y-%m-%dT%H:%M:%SZ"), 1 + number % 49
    return {
        "id": number + 1,
        "created_at": stamp,
        "updated_at": stamp,
        "generated_timestamp": int(at.timestamp()),
        "subject": f"Order {number % TEXTS}",
        "description": tell(number),
        "status": "solved",
        "requester_id": who,
        "submitter_id": who,
        "assignee_id": 99,
        "tags": ["parcel", "late"],
        "custom_fields": [{"id": n, "value": None} for n in range(40)],
        "metric_set": {"solved_at": stamp, "reopens": number % 7 == 0},
    }


def _alike(number: int) -> str:
    return f"The parcel of order {number % TEXTS} came late and the box was open. " * 3


def main() -> None:
    """Print the rows of docs/benchmarks.md."""
    with TemporaryDirectory() as name:
        for row in zendesk(Path(name), int(sys.argv[1]) if sys.argv[1:] else 100_000):
            print("| " + " | ".join(row) + " |")


if __name__ == "__main__":
    main()
