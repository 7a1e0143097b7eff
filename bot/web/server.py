"""A small Starlette application around two callables: Bolt and health stay outside."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request as HttpRequest
from starlette.responses import JSONResponse
from starlette.responses import Response as HttpResponse
from starlette.routing import Route

LARGEST_BODY = 1_000_000
"""Bytes read of one request; Slack's own are far smaller."""


@dataclass(frozen=True, slots=True)
class Request:
    """One request of Slack's: its raw *body* (the signature is over these bytes) and its headers."""

    body: str
    headers: Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Response:
    """What Slack is answered."""

    status: int
    body: str
    headers: Mapping[str, Sequence[str]]


Dispatch = Callable[[Request], Response]
Health = Callable[[], tuple[bool, dict[str, Any]]]


def make_web(health: Health, dispatch: Dispatch | None = None) -> Starlette:
    """Serve ``/healthz``, and ``/slack/events`` where *dispatch* is given.

    *dispatch* runs in the thread pool: the Starlette adapter of sync Bolt runs it on the event loop, where one slow
    listener blocks every other request.
    """

    async def events(request: HttpRequest) -> HttpResponse:
        body = bytearray()
        async for chunk in request.stream():
            body += chunk
            if len(body) > LARGEST_BODY:
                return HttpResponse("too large\n", 413)
        headers: dict[str, list[str]] = {}
        for name, value in request.headers.items():
            headers.setdefault(name, []).append(value)
        text = bytes(body).decode("utf-8", "replace")
        answer = await run_in_threadpool(dispatch, Request(text, headers))  # type: ignore[arg-type]  # routed only then
        made = HttpResponse(answer.body, answer.status)
        for name, values in answer.headers.items():
            for value in values:
                made.headers.append(name, value)
        return made

    async def healthz(_: HttpRequest) -> HttpResponse:
        well, report = await run_in_threadpool(health)
        return JSONResponse(report, 200 if well else 503)

    routes = [Route("/healthz", healthz)]
    if dispatch is not None:
        routes.append(Route("/slack/events", events, methods=["POST"]))
    return Starlette(routes=routes)
