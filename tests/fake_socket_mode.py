"""Slack's end of Socket Mode on 127.0.0.1: says hello, sends envelopes, keeps what is answered, hangs up on demand."""

import json
import threading
import time
import uuid
from typing import Any, Self

from websockets.sync.server import ServerConnection, serve


class FakeSocketMode:
    """A WebSocket server for one app; any number of connections one after another."""

    def __init__(self) -> None:
        self.connections: list[ServerConnection] = []
        self.acknowledged: dict[str, tuple[float, dict[str, Any]]] = {}
        self._server = serve(self._talk, "127.0.0.1", 0)
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)

    @property
    def url(self) -> str:
        return f"ws://127.0.0.1:{self._server.socket.getsockname()[1]}/?ticket=made-for-tests"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._thread.join()

    def send(self, payload: dict[str, Any], kind: str = "slash_commands") -> str:
        """Send *payload* down the newest connection and return its envelope's id."""
        envelope = str(uuid.uuid4())
        message = {"envelope_id": envelope, "type": kind, "accepts_response_payload": True, "payload": payload}
        self.connections[-1].send(json.dumps(message))
        return envelope

    def answer(self, envelope: str, seconds: float = 10) -> dict[str, Any]:
        """Wait for what was answered to *envelope*."""
        deadline = time.monotonic() + seconds
        while envelope not in self.acknowledged:
            assert time.monotonic() < deadline, "not acknowledged"
            time.sleep(0.01)
        return self.acknowledged[envelope][1]

    def refresh(self) -> None:
        """Tell the app to connect anew, as Slack does every hour or so."""
        self.connections[-1].send(json.dumps({"type": "disconnect", "reason": "refresh_requested"}))

    def hang_up(self) -> None:
        self.connections[-1].close()

    def _talk(self, connection: ServerConnection) -> None:
        self.connections.append(connection)
        connection.send(json.dumps({"type": "hello", "num_connections": 1, "connection_info": {"app_id": "A0APP"}}))
        for message in connection:
            told = json.loads(message)
            if "envelope_id" in told:
                self.acknowledged[told["envelope_id"]] = (time.monotonic(), told.get("payload", {}))
