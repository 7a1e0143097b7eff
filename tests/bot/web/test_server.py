"""HTTP: one slow request keeps no other waiting, large ones are not read, health answers whatever happens."""

import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any

import httpx
import pytest
import uvicorn

from bot.web import Request, Response, make_web
from tests.running import free_port

WELL: tuple[bool, dict[str, Any]] = (True, {"ok": True})


@contextmanager
def served(
    dispatch: Callable[[Request], Response] | None = None,
    health: Callable[[], tuple[bool, dict[str, Any]]] = lambda: WELL,
    patience: float = 5.0,
) -> Iterator[httpx.Client]:
    """Serve over a real socket, and hand over a client of it."""
    port = free_port()
    config = uvicorn.Config(
        make_web(health, dispatch, patience=patience), port=port, log_config=None, lifespan="off", ws="none"
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=10, trust_env=False) as client:
        yield client
    server.should_exit = True
    thread.join()


def test_a_slow_listener_keeps_neither_health_nor_others_waiting() -> None:
    slow = threading.Event()

    def dispatch(request: Request) -> Response:
        if request.body == b"slow":
            slow.wait(10)
        return Response(200, "done")

    with served(dispatch) as client, ThreadPoolExecutor(8) as pool:
        waiting = [pool.submit(client.post, "/slack/events", content=b"slow") for _ in range(8)]
        start = time.monotonic()
        assert client.get("/healthz").status_code == 200
        assert client.post("/slack/events", content=b"quick").text == "done"
        assert time.monotonic() - start < 1
        assert not any(answer.done() for answer in waiting)
        slow.set()
        assert [answer.result().status_code for answer in waiting] == [200] * 8


def test_what_slack_sent_reaches_the_listener_byte_by_byte() -> None:
    seen: list[Request] = []

    def dispatch(request: Request) -> Response:
        seen.append(request)
        return Response(200, '{"text": "ä"}', {"content-type": ["application/json"], "x-two": ["1", "2"]})

    with served(dispatch) as client:
        answer = client.post("/slack/events", content=b"a=\xff\x00", headers={"X-Slack-Signature": "v0=1"})
    assert seen[0].body == b"a=\xff\x00"
    assert seen[0].headers["x-slack-signature"] == ["v0=1"]
    assert answer.json() == {"text": "ä"}
    assert answer.headers.get_list("x-two") == ["1", "2"]


@pytest.mark.parametrize("announced", [True, False])
def test_over_a_megabyte_is_not_taken(announced: bool) -> None:
    def body() -> Iterator[bytes]:
        for _ in range(11):
            yield b"x" * 100_000

    def dispatch(request: Request) -> Response:
        raise AssertionError("it was read")

    with served(dispatch) as client:
        try:
            answer = client.post("/slack/events", content=b"x" * 1_100_000 if announced else body())
        except httpx.TransportError:
            return  # the server hung up while we were still sending
    assert answer.status_code == 413


def test_a_megabyte_is_taken() -> None:
    with served(lambda request: Response(200, str(len(request.body)))) as client:
        assert client.post("/slack/events", content=b"x" * 1_000_000).text == "1000000"


def test_only_posts_are_taken_and_only_where_http_is_used() -> None:
    with served(lambda _: Response(200)) as client:
        assert client.get("/slack/events").status_code == 405
        assert client.post("/elsewhere").status_code == 404
    with served() as client:
        assert client.post("/slack/events").status_code == 404


def test_health_says_in_its_status_whether_all_is_well() -> None:
    with served(health=lambda: (False, {"ok": False, "database": "gone"})) as client:
        answer = client.get("/healthz")
    assert (answer.status_code, answer.json()["database"]) == (503, "gone")
    assert answer.headers["cache-control"] == "no-store"


def test_a_report_that_hangs_is_an_answer_too() -> None:
    answered = threading.Event()

    def health() -> tuple[bool, dict[str, Any]]:
        answered.wait(10)
        return WELL

    with served(health=health, patience=0.2) as client:
        answer = client.get("/healthz")
        answered.set()
    assert answer.status_code == 503
    assert "did not answer" in answer.json()["database"]
