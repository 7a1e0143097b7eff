"""The fake Slack's HTTP side: how an answer is given, lost or delayed."""

import json
import sys
from enum import Enum
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl

if TYPE_CHECKING:
    from tests.fake_slack import FakeSlack

Payload = dict[str, Any]


class Fault(Enum):
    """What can go wrong with one post. The first five have taken the message; the others have not."""

    COMMIT_DROP = "taken, then the connection drops"
    COMMIT_500 = "taken, then HTTP 500"
    COMMIT_INTERNAL_ERROR = "taken, then internal_error"
    COMMIT_GARBAGE = "taken, then an answer that is no JSON"
    LATE = "no answer in time, taken afterwards"
    DROP = "the connection drops"
    HANG = "no answer in time, never taken"
    HTTP_503 = "HTTP 503"
    RATE_LIMITED = "HTTP 429 with Retry-After"
    FATAL_ERROR = "fatal_error, not taken"


CHAOS = {
    Fault.COMMIT_DROP: 0.06,
    Fault.COMMIT_500: 0.04,
    Fault.COMMIT_INTERNAL_ERROR: 0.03,
    Fault.DROP: 0.05,
    Fault.HTTP_503: 0.03,
    Fault.RATE_LIMITED: 0.04,
    Fault.LATE: 0.03,
    Fault.HANG: 0.02,
}
"""30 % faulty answers."""


class Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    request_queue_size = 64
    slack: "FakeSlack"

    def handle_error(self, *_: Any) -> None:
        """A client that hung up or was killed is what the trials are about; anything else is a mistake of ours."""
        error = sys.exception()
        if error is not None and not isinstance(error, OSError):
            self.slack.mistakes.append(error)


class Handler(BaseHTTPRequestHandler):
    server: Server

    def do_POST(self) -> None:
        slack = self.server.slack
        payload = self._payload()
        if self.path.startswith("/respond"):
            slack.responses.append(payload)
            return self._say(200, b"ok", "text/plain")
        method = self.path.rpartition("/")[2]
        token = slack.app_token if method == "apps.connections.open" else slack.token
        if self.headers.get("Authorization") != f"Bearer {token}":
            return self._answer("invalid_auth")
        if method == "chat.postMessage":
            slack.calls.append((method, payload))
            return self._post(payload)
        return self._answer(slack.answer(method, payload))

    def _payload(self) -> Payload:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
        if body and "json" in self.headers.get("Content-Type", ""):
            return dict(json.loads(body))
        return dict(parse_qsl(body))

    def _post(self, payload: Payload) -> None:
        slack = self.server.slack
        payload["channel"] = slack.written_to(payload.get("channel", ""))
        refusal = slack.refusal(payload)
        if refusal is not None:
            return self._answer(refusal)
        fault = slack.next_fault()
        if isinstance(fault, str):
            return self._answer(fault)
        if fault is None:
            return self._answer({"channel": slack.room(payload["channel"]), "ts": slack.commit(payload)})
        if fault.name.startswith("COMMIT"):
            slack.commit(payload)
        return self._break(fault, payload)

    def _break(self, fault: Fault, payload: Payload) -> None:
        slack = self.server.slack
        if fault is Fault.LATE:
            slack.wait_late()
            slack.commit(payload)
        elif fault is Fault.HANG:
            slack.wait(slack.hang)
        elif fault in (Fault.COMMIT_500, Fault.HTTP_503):
            self._say(500 if fault is Fault.COMMIT_500 else 503, b"down", "text/plain")
        elif fault is Fault.COMMIT_GARBAGE:
            self._say(200, b"<html>", "text/html")
        elif fault is Fault.RATE_LIMITED:
            self._say(429, b'{"ok": false, "error": "ratelimited"}', retry_after=slack.retry_after)
        elif fault in (Fault.COMMIT_INTERNAL_ERROR, Fault.FATAL_ERROR):
            self._answer("fatal_error" if fault is Fault.FATAL_ERROR else "internal_error")
        self.close_connection = True

    def _answer(self, result: Payload | str) -> None:
        body = {"ok": False, "error": result} if isinstance(result, str) else {"ok": True} | result
        self._say(200, json.dumps(body).encode())

    def _say(self, status: int, body: bytes, kind: str = "application/json", retry_after: int | None = None) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("x-oauth-scopes", ",".join(sorted(self.server.slack.scopes)))
        if retry_after is not None:
            self.send_header("Retry-After", str(retry_after))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        """Keep the terminal quiet."""
