"""Chromium without a window, over its debugging protocol: what a person would see of a page, as a picture."""

import base64
import json
import shutil
import subprocess
import time
from contextlib import ExitStack
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Self

import httpx
import pytest
from websockets.sync.client import connect

from tests.e2e.local_slack import end, wait_for

NAMES = ("chromium", "chromium-browser", "google-chrome")
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--hide-scrollbars", "--remote-debugging-port=0",
    "--remote-debugging-address=127.0.0.1",
)  # fmt: skip


def get_chromium() -> str:
    """Where Chromium is; the test is skipped, with the reason, where it is not installed."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        pytest.skip(f"no pictures: none of {', '.join(NAMES)} is installed")
    return found


class Browser:
    """One page of *width* and *height*."""

    def __init__(self, program: str, width: int = 1180, height: int = 1200) -> None:
        self._program, self._width, self._height = program, width, height
        self._numbers = count(1)

    def __enter__(self) -> Self:
        with ExitStack() as closing:
            profile = closing.enter_context(TemporaryDirectory(ignore_cleanup_errors=True))
            process = subprocess.Popen(
                [self._program, *FLAGS, f"--user-data-dir={profile}", "about:blank"],
                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
            )  # fmt: skip
            closing.callback(end, process)
            self._line = closing.enter_context(connect(page_of(Path(profile)), max_size=None, proxy=None))
            shape = {"width": self._width, "height": self._height, "deviceScaleFactor": 1, "mobile": False}
            self.call("Emulation.setDeviceMetricsOverride", **shape)
            self._closing = closing.pop_all()
        return self

    def __exit__(self, *_: object) -> None:
        self._closing.close()

    def call(self, method: str, **given: Any) -> dict[str, Any]:
        number = next(self._numbers)
        self._line.send(json.dumps({"id": number, "method": method, "params": given}))
        while True:
            told = json.loads(self._line.recv(timeout=30))
            if told.get("id") == number:
                assert "error" not in told, told
                return dict(told["result"])

    def go(self, address: str) -> None:
        self.call("Page.navigate", url=address)
        self.wait("document.readyState === 'complete'")

    def js(self, code: str) -> Any:
        """Run *code* in the page and return its value."""
        return self.call("Runtime.evaluate", expression=code, returnByValue=True)["result"].get("value")

    def wait(self, code: str) -> None:
        """Wait until *code* is true in the page."""
        wait_for(lambda: self.js(code), code, 20)

    def click(self, text: str, within: str = "button, a, [role=button], li") -> None:
        """Click on what bears exactly *text*."""
        everything = f"[...document.querySelectorAll({json.dumps(within)})]"
        found = f"{everything}.find(each => each.textContent.trim() === {json.dumps(text)})"
        self.wait(f"!!{found}")
        self.js(f"{found}.click()")

    def picture(self, file: Path) -> Path:
        time.sleep(0.5)  # until fonts and transitions are at rest
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(base64.b64decode(self.call("Page.captureScreenshot", format="png")["data"]))
        return file


def page_of(profile: Path) -> str:
    """The address at which the one page of the browser with that *profile* is debugged."""
    told = profile / "DevToolsActivePort"
    port = wait_for(lambda: told.exists() and told.read_text().splitlines()[:1], "browser up")[0]
    pages = httpx.get(f"http://127.0.0.1:{port}/json", timeout=20, trust_env=False).json()
    return str(next(each for each in pages if each["type"] == "page")["webSocketDebuggerUrl"])
