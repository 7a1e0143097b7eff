"""A Slack that takes everything, checks nothing, and answers at about the pace of the real one."""

import json
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import count
from typing import Any
from urllib.parse import parse_qsl

LOOK_UP, WRITE = 0.08, 0.15
"""Seconds until Slack answers: about what its methods take."""

TEAM, BOT = "T0SAMPLE", "U0BOT"
_numbers = count(1)


def answer(method: str, given: dict[str, str]) -> dict[str, Any]:
    """Return what *method* says."""
    number = next(_numbers)
    if method == "auth.test":
        return {"team_id": TEAM, "team": "Sample team", "user_id": BOT, "bot_id": "B0BOT", "url": "http://sample"}
    if method == "users.info":
        user = given.get("user", "U0")
        return {"user": {"id": user, "name": user.lower(), "locale": "en-GB", "profile": {"real_name": f"Name {user}"}}}
    if method == "conversations.info":
        return {"channel": {"id": given.get("channel", "C0"), "name": "leaders", "is_member": True}}
    if method.startswith("views."):
        return {"view": {"id": f"V{number}", "hash": f"{number}.h"}}
    return {"ts": f"{number}.000100", "channel": given.get("channel", "C0"), "messages": []}


class Handler(BaseHTTPRequestHandler):
    """One call."""

    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
        method = self.path.rpartition("/")[2]
        given = json.loads(body) if body.startswith("{") else dict(parse_qsl(body))
        time.sleep(LOOK_UP if method.endswith((".info", ".test")) else WRITE)
        said = b"ok" if "/respond/" in self.path else json.dumps({"ok": True, **answer(method, given)}).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(said)))
        self.end_headers()
        self.wfile.write(said)

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


def serve(say: Any) -> None:
    """Serve until the process is ended; *say* is told the port."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    say.send(server.server_port)
    server.serve_forever()
