"""A Zendesk on 127.0.0.1: the endpoints that are used, real HTTP, and faults in the order that a test writes down.

Everybody in it is invented. Times are unix seconds as in the real export; its cursor is (time, id), as there.
"""

import base64
import json
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self
from urllib.parse import parse_qsl, urlsplit

MAIL, TOKEN, OAUTH = "admin@example.org", "a-token", "an-oauth-token"
NOW = datetime(2026, 11, 17, 7, 30, tzinfo=UTC)
START = datetime(2026, 11, 2, 8, tzinfo=UTC)
CUSTOMER, AGENT = 7001, 9001
Json = dict[str, Any]


@dataclass
class Fault:
    """An answer in place of the right one, to the next request whose path contains *path*."""

    status: int = 200
    body: str = "{}"
    headers: dict[str, str] = field(default_factory=dict)
    path: str = ""


def iso(seconds: float) -> str:
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def make_ticket(number: int, description: str = "The suitcase never arrived.", **fields: Any) -> Json:
    """A ticket that its customer wrote, one minute after the one before."""
    at = int(START.timestamp()) + 60 * number
    made = {
        "id": number,
        "url": f"https://example.zendesk.com/api/v2/tickets/{number}.json",
        "created_at": iso(at),
        "updated_at": iso(at),
        "generated_timestamp": at,
        "subject": f"Case {number}",
        "raw_subject": f"Case {number}",
        "description": description,
        "status": "open",
        "requester_id": CUSTOMER,
        "submitter_id": CUSTOMER,
        "assignee_id": AGENT,
        "organization_id": None,
        "tags": [],
        "via": {"channel": "email"},
        "metric_set": None,
    }
    return made | fields


def make_rating(number: int, ticket: int, score: str = "good", **fields: Any) -> Json:
    at = iso(START.timestamp() + 86_400 + 60 * number)
    made = {"id": number, "ticket_id": ticket, "score": score, "comment": None, "created_at": at, "updated_at": at}
    return made | {"requester_id": CUSTOMER, "assignee_id": AGENT, "group_id": 1} | fields


def make_response(name: str, ticket: int, rating: int, category: str, said: str | None = None, **fields: Any) -> Json:
    """A survey response; *rating* is on the scale of the survey ``stars``."""
    at = iso(START.timestamp() + 90_000)
    scored = {
        "type": "rating_scale",
        "rating": rating,
        "rating_category": category,
        "question": {"type": "rating_scale_numeric", "sub_type": "customer_satisfaction", "id": "q1"},
    }
    comment = {"type": "open_ended", "value": said} if said else {"type": "skipped"}
    answers = [{**answer, "created_at": at, "updated_at": at} for answer in (scored, comment)]
    made = {
        "id": name,
        "responder_id": CUSTOMER,
        "subject_zrns": [f"zen:ticket:{ticket}"],
        "subjects": [{"id": str(ticket), "type": "ticket", "zrn": f"zen:ticket:{ticket}"}],
        "survey": {"id": "stars", "version": 1, "state": "enabled"},
        "expires_at": iso(START.timestamp() + 40 * 86_400),
        "answers": answers,
    }
    return made | fields


STARS: Json = {
    "id": "stars",
    "questions": [
        {
            "type": "rating_scale_numeric",
            "sub_type": "customer_satisfaction",
            "options": [{"rating": points} for points in range(1, 6)],
        },
        {"type": "open_ended"},
    ],
}

USERS: list[Json] = [
    {"id": CUSTOMER, "name": "Xaver Obermüller", "email": "xaver@example.com", "role": "end-user", "locale": "de"},
    {"id": AGENT, "name": "Wilhelmine Tannhuber", "email": "wilhelmine@example.org", "role": "agent", "locale": "de"},
]


class FakeZendesk:
    """Serves what its lists hold; *page_size* records a page. *calls* are the requests that were answered."""

    def __init__(self, page_size: int = 3) -> None:
        self.page_size = page_size
        self.tickets: list[Json] = []
        self.comments: dict[int, list[Json]] = {}
        self.ratings: list[Json] = []
        self.responses: list[Json] = []
        self.surveys: list[Json] = [STARS]
        self.users: list[Json] = [dict(user) for user in USERS]
        self.not_loaded: set[int] = set()
        """Whom the export does not bring along although a ticket names them."""
        self.organizations: list[Json] = []
        self.faults: list[Fault] = []
        self.calls: list[tuple[str, dict[str, str]]] = []
        self.before: dict[int, Callable[[], None]] = {}
        """What happens at Zendesk before the call of that number, counted from 0, is answered."""
        self.headers: dict[str, str] = {}
        self.token = TOKEN
        self.role = "admin"
        self.empty_end = False
        """Whether the end of the export is a page of its own without tickets."""
        self.repeat_last = False
        """Whether each page begins with the ticket that the one before ended with."""
        self.loop = False
        self._lock = threading.Lock()
        fake = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                status, headers, body = fake.answer(self.path, self.headers.get("Authorization", ""))
                self.send_response(status)
                for name, value in {"Content-Type": "application/json", **headers}.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: Any) -> None:
                """Say nothing."""

        self._server = _Server(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._server.server_port}/api/v2/"

    def __enter__(self) -> Self:
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    @property
    def settings(self) -> dict[str, str]:
        """The settings that connect to it."""
        return {
            "zendesk_subdomain": "example",
            "zendesk_email": MAIL,
            "zendesk_api_token": TOKEN,
            "zendesk_base_url": self.url,
        }

    def paths(self) -> list[str]:
        return [path for path, _ in self.calls]

    def answer(self, address: str, authorization: str) -> tuple[int, dict[str, str], bytes]:
        parts = urlsplit(address)
        path, query = parts.path.removeprefix("/api/v2/"), dict(parse_qsl(parts.query))
        with self._lock:
            if happens := self.before.pop(len(self.calls), None):
                happens()
            self.calls.append((path, query))
            if authorization not in self._accepted():
                return 401, self.headers, b'{"error": "Couldn\'t authenticate you"}'
            fault = next((fault for fault in self.faults if fault.path in path), None)
            if fault is not None:
                self.faults.remove(fault)
                return fault.status, {**self.headers, **fault.headers}, fault.body.encode()
            found = self._find(path, query)
        status, body = found if isinstance(found, tuple) else (200, found)
        return status, self.headers, json.dumps(body).encode()

    def _accepted(self) -> tuple[str, str]:
        basic = base64.b64encode(f"{MAIL}/token:{self.token}".encode()).decode()
        return f"Basic {basic}", f"Bearer {OAUTH}"

    def _find(self, path: str, query: dict[str, str]) -> Json | tuple[int, Json]:
        if path == "incremental/tickets/cursor":
            return self._export(query) if self.role == "admin" else (403, {"error": "Forbidden"})
        if path == "satisfaction_ratings":
            start, end = (float(query.get(name, default)) for name, default in (("start_time", 0), ("end_time", 1e12)))
            asked = [r for r in self.ratings if query.get("score") != "received" or r["score"] in ("good", "bad")]
            return self._listed("satisfaction_ratings", [r for r in asked if start <= _unix(r) <= end], query)
        if path == "guide/survey_responses":
            start = float(query.get("filter[created_at_start]", 0)) / 1000
            end = float(query.get("filter[created_at_end]", 1e15)) / 1000
            found = [r for r in self.responses if start <= _unix(r if "created_at" in r else r["answers"][0]) <= end]
            return self._listed("survey_responses", found, query)
        if path.startswith("guide/surveys/"):
            survey = next((s for s in self.surveys if s["id"] == path.rsplit("/", 1)[1]), None)
            return {"survey": survey} if survey else (404, {"error": "RecordNotFound"})
        if path.startswith("tickets/") and path.endswith("/comments"):
            return self._listed("comments", self.comments.get(int(path.split("/")[1]), []), query)
        if path == "users/show_many":
            wanted = {int(number) for number in query["ids"].split(",")}
            return {"users": [user for user in self.users if user["id"] in wanted]}
        return 404, {"error": "InvalidEndpoint"}

    def _export(self, query: dict[str, str]) -> Json:
        after = read_mark(query["cursor"]) if "cursor" in query else (int(query["start_time"]) - 1, 1 << 60)
        ordered = sorted(self.tickets, key=lambda ticket: (ticket["generated_timestamp"], ticket["id"]))
        later = [t for t in ordered if (t["generated_timestamp"], t["id"]) > after]
        page = later[: self.page_size]
        at_end = len(later) <= self.page_size and not (self.empty_end and page)
        mark = (page[-1]["generated_timestamp"], page[-1]["id"]) if page else after
        if self.repeat_last and "cursor" in query:
            page = [t for t in ordered if (t["generated_timestamp"], t["id"]) == after] + page
        named = {person for t in page for person in (t["requester_id"], t["submitter_id"], t["assignee_id"])}
        firms = {t["organization_id"] for t in page}
        mark_text = query.get("cursor") if self.loop and "cursor" in query else _mark(mark)
        return {
            "tickets": page,
            "users": [user for user in self.users if user["id"] in named - self.not_loaded],
            "organizations": [firm for firm in self.organizations if firm["id"] in firms],
            "after_cursor": mark_text,
            "after_url": f"https://elsewhere.example/api/v2/incremental/tickets/cursor.json?cursor={mark_text}",
            "before_cursor": None,
            "before_url": None,
            "end_of_stream": at_end and not self.loop,
        }

    def _listed(self, key: str, records: list[Json], query: dict[str, str]) -> Json:
        first = int(query.get("page[after]", 0))
        last = first + min(self.page_size, int(query.get("page[size]", 100)))
        more = last < len(records)
        meta = {"has_more": more, "after_cursor": str(last) if more else None, "before_cursor": None}
        return {key: records[first:last], "meta": meta, "links": {"next": None, "prev": None}}


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing: clients that hang up are what some tests are about."""


def _unix(record: Json) -> float:
    return datetime.fromisoformat(record["created_at"]).timestamp()


def _mark(place: tuple[int, int]) -> str:
    return base64.b64encode(f"{place[0]}||{place[1]}|".encode()).decode()


def read_mark(mark: str) -> tuple[int, int]:
    time, _, number = base64.b64decode(mark).decode().rstrip("|").partition("||")
    return int(time), int(number)
