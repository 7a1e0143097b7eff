"""The worked example of docs/adding-a-source.md is a connector: it runs as it stands there."""

import json
import re
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest

from bot.sources.base import Gone
from bot.sources.connector import Cursor, read
from bot.sources.errors import ProtocolError
from bot.sources.http import Api
from tests.docs.reading import ROOT, text

GUIDE = ROOT / "docs" / "adding-a-source.md"
START = datetime(2026, 11, 1, tzinfo=UTC)
TICKETS = [
    {"id": 1, "created": "2026-11-02T08:00:00Z", "changed": "2026-11-02T08:00:00Z", "message": "It broke."},
    {"id": 2, "created": "2026-11-02T08:00:00Z", "changed": "2026-11-03T08:00:00Z", "deleted": True},
    {"id": None, "changed": "2026-11-03T09:00:00Z", "message": "Nobody knows this one."},
]


@pytest.fixture
def tickets() -> list[dict[str, Any]]:
    return [dict(ticket) for ticket in TICKETS]


@pytest.fixture
def toydesk(tickets: list[dict[str, Any]]) -> Iterator[Any]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            mark = dict(parse_qsl(urlsplit(self.path).query))["changed_from"]
            found = sorted((t for t in tickets if t["changed"] >= mark), key=lambda ticket: ticket["changed"])
            records = [{"from_customer": True, **ticket} for ticket in found[:2]]
            body = json.dumps({"tickets": records, "more": len(found) > 2}).encode()
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: Any) -> None:
            """Say nothing."""

    [example] = re.findall(r"^```python\n(.*?)^```", text(GUIDE), re.MULTILINE | re.DOTALL)
    names: dict[str, Any] = {}
    exec(compile(example, str(GUIDE), "exec"), names)  # noqa: S102 - our own document
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        host = f"http://127.0.0.1:{server.server_port}"
        source = names["Toydesk"](Api("Toydesk", f"{host}/api/", bearer="a-key"), host)
        yield source
        source.close()
        server.shutdown()
        thread.join()


def test_the_worked_example_reads_maps_and_puts_aside(toydesk: Any) -> None:
    pages = list(read(toydesk, Cursor("tickets", START)))
    assert [(item.external_id, item.text) for page in pages for item in page.items] == [("1", "It broke.")]
    assert {gone for page in pages for gone in page.gone} == {Gone("2", datetime(2026, 11, 3, 8, tzinfo=UTC))}
    assert [bad.reason for page in pages for bad in page.bad] == ["has no id"]
    assert [page.last for page in pages] == [False, True]


def test_a_change_during_paging_makes_the_worked_example_skip_nothing(
    toydesk: Any, tickets: list[dict[str, Any]]
) -> None:
    tickets[:] = [
        {"id": n, "created": "2026-11-02T08:00:00Z", "changed": f"2026-11-02T08:0{n}:00Z", "message": f"Case {n}"}
        for n in range(1, 7)
    ]
    pages = read(toydesk, Cursor("tickets", START))
    first = next(pages)
    tickets[0].update(changed="2026-11-02T09:00:00Z", message="Case 1, again")
    texts = [item.text for page in (first, *pages) for item in page.items]
    assert set(texts) == {"Case 1", "Case 1, again", *(f"Case {n}" for n in range(2, 7))}


def test_one_moment_that_fills_a_page_stops_the_worked_example_in_words(
    toydesk: Any, tickets: list[dict[str, Any]]
) -> None:
    tickets[:] = [{**TICKETS[0], "id": n} for n in range(1, 5)]
    with pytest.raises(ProtocolError, match="a second time"):
        list(read(toydesk, Cursor("tickets", START)))


def test_every_place_that_the_guide_names_exists() -> None:
    for path in re.findall(r"`((?:bot|tests)/[\w/]+\.(?:py|ftl))`", text(GUIDE)):
        assert (ROOT / path).exists() or "toydesk" in path, path


def test_the_worked_example_says_what_its_form_asks(toydesk: Any) -> None:
    assert [(asked.key, asked.secret) for asked in toydesk.form] == [
        ("source-toydesk-host", False),
        ("source-toydesk-key", True),
    ]
    for asked in toydesk.form:
        assert f"{asked.setting}: " in text(GUIDE)
