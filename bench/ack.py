"""How soon Slack hears from us: commands, clicks and forms while a whole Zendesk is imported and digests are made.

    python -m bench.ack [100000 [100000 [postgresql://…/an_empty_database]]]

The real `voxpop run` over HTTP, signed requests from this process, a stand-in for Slack and one for Zendesk in
processes of their own, all on the same cores. The second number says how many different texts the tickets have:
each is learnt once, and with one for every ticket learning is nearly all there is to do.
"""

import os
import random
import sys
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from multiprocessing import get_context
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory
from typing import Any

import httpx

from bench import slack
from bench.caller import PEOPLE, Voxpop, click, command, form
from bench.material import sentences
from bench.zendesk import Server
from bot.blocks import ids

AT_ONCE = 4
PAUSE = 1.0
"""Seconds between two requests of one of *AT_ONCE* people: ten thousand in an hour, half of which write something."""

NAMED, STORIES = "U0NAMED", 20
"""Somebody, and in how many stories they are, of which they think now this and now that."""

LIMIT = 0.5
MOST_SECONDS = 3_600

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
