"""A small Starlette application around two callables: Bolt and health stay outside."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from anyio import CapacityLimiter, fail_after, to_thread
from starlette.applications import Starlette
from starlette.requests import Request as HttpRequest
from starlette.responses import JSONResponse, PlainTextResponse
from starlette.responses import Response as HttpResponse
from starlette.routing import Route

LARGEST_BODY = 1_000_000
"""Bytes read of one request; Slack's own are far smaller."""

HEALTH_SECONDS = 5.0
"""So long the report may take; a database that does not answer in that time is as good as gone."""

_AT_ONCE = 40


@dataclass(frozen=True, slots=True)
class Request:
    """One request as it came: its raw *body* (the signature is over these bytes) and its headers, in lower case."""

    body: bytes
    headers: Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Response:
    """What is answered."""

    status: int
    body: str = ""
    headers: Mapping[str, Sequence[str]] | None = None


Dispatch = Callable[[Request], Response]
Health = Callable[[], tuple[bool, dict[str, Any]]]


def make_web(health: Health, dispatch: Dispatch | None = None, *, patience: float = HEALTH_SECONDS) -> Starlette:
    """Serve ``/healthz``, and ``/slack/events`` where *dispatch* is given.

    Both run in threads, each with places of its own: the Starlette adapter of sync Bolt runs it on the event loop,
    where one slow listener blocks every other request. *patience* is for health, in seconds.
    """
    routes = [Route("/healthz", _healthz(health, patience))]
    if dispatch is not None:
        routes.append(Route("/slack/events", _events(dispatch), methods=["POST"]))
    return Starlette(routes=routes)


def _healthz(health: Health, patience: float) -> Callable[[HttpRequest], Any]:
    limiter = CapacityLimiter(4)

    async def healthz(_: HttpRequest) -> HttpResponse:
        try:
            with fail_after(patience):
                well, report = await to_thread.run_sync(health, limiter=limiter, abandon_on_cancel=True)
        except TimeoutError:
            well, report = False, {"ok": False, "database": f"did not answer within {patience:g} seconds"}
        return JSONResponse(report, 200 if well else 503, headers={"cache-control": "no-store"})

    return healthz


def _events(dispatch: Dispatch) -> Callable[[HttpRequest], Any]:
    limiter = CapacityLimiter(_AT_ONCE)

    async def events(request: HttpRequest) -> HttpResponse:
        body = await _read(request)
        if body is None:
            return PlainTextResponse(f"over {LARGEST_BODY:,} bytes\n", 413, headers={"connection": "close"})
        headers: dict[str, list[str]] = {}
        for name, value in request.headers.items():
            headers.setdefault(name, []).append(value)
        answer = await to_thread.run_sync(dispatch, Request(body, headers), limiter=limiter)
        made = HttpResponse(answer.body, answer.status)
        for name, values in (answer.headers or {}).items():
            for value in values:
                made.headers.append(name, value)
        return made

    return events


async def _read(request: HttpRequest) -> bytes | None:
    """Read the body; None as soon as it is too large, by its own word or in fact."""
    announced = request.headers.get("content-length", "")
    if announced.isdecimal() and int(announced) > LARGEST_BODY:
        return None
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST_BODY:
            return None
    return bytes(body)
