"""Digests as pages: for looking at, on this machine alone."""

from collections.abc import Callable, Sequence
from functools import cache
from socket import socket

import uvicorn
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from bot.blocks.document import to_document
from bot.blocks.page import to_page
from bot.domain.digest import Digest
from bot.domain.week import Week
from bot.locale import LANGUAGES, Words

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
_HEADERS = {"Content-Security-Policy": _POLICY, "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer"}

Render = Callable[[Week, str], Digest]
"""Make the digest of a week in a language."""


def make_pages(render: Render, weeks: Sequence[Week], language: str) -> Starlette:
    """Serve one page for each of *weeks*, oldest first, as ``/2026-W46`` and ``/de/2026-W46``; ``/`` is the newest.

    A page is made when it is first asked for, and kept.
    """

    @cache
    def page(week: Week, wanted: str) -> str:
        words = Words(wanted)
        links = [(str(each), _address(each, wanted)) for each in weeks]
        return to_page([to_document(render(week, wanted), words)], words, links)

    async def show(request: Request) -> Response:
        wanted, name = request.path_params.get("language", language), request.path_params["week"]
        week = next((each for each in weeks if str(each) == name), None)
        if week is None or wanted not in LANGUAGES:
            return PlainTextResponse(f"There is no such page; the newest is {_address(weeks[-1], language)}\n", 404)
        return HTMLResponse(await run_in_threadpool(page, week, wanted), headers=_HEADERS)

    async def newest(_: Request) -> Response:
        return RedirectResponse(_address(weeks[-1], language))

    return Starlette(routes=[Route("/", newest), Route("/{language:str}/{week:str}", show), Route("/{week:str}", show)])


def serve_on(listener: socket, pages: Starlette) -> None:
    """Serve *pages* on a bound *listener* until Ctrl-C."""
    uvicorn.Server(uvicorn.Config(pages, log_level="error")).run(sockets=[listener])


def _address(week: Week, language: str) -> str:
    return f"/{language}/{week}"
