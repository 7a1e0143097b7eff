"""The page of local-slack in a browser, as somebody has it before them; pictures of it in build/e2e."""

import json
import time
from itertools import count

from tests.e2e.browser import Browser
from tests.e2e.local_slack import wait_for
from tests.e2e.office import Office
from tests.running import ROOT

FOLDER = ROOT / "build" / "e2e"


class Screen:
    """The page of local-slack as somebody has it before them."""

    def __init__(self, office: Office, browser: Browser) -> None:
        self.office, self._browser = office, browser
        self._message = "null"
        browser.go(office.slack.address)
        browser.wait("!!document.querySelector('.actas select')")

    def sit_down(self, user: str) -> None:
        """Look at it as *user*."""
        chosen = f"const s = document.querySelector('.actas select'); s.value = '{user}';"
        self._browser.js(f"(() => {{ {chosen} s.dispatchEvent(new Event('change', {{bubbles: true}})) }})()")

    def go(self, place: str) -> None:
        """Choose *place* at the side: ``#leadership``, a person's private messages, ``🏠 voxpop``."""
        self._browser.click(place, ".sidebar-item")

    def top(self, ts: str) -> None:
        """Bring the message at *ts* into view, until it stays there: the page goes to its newest message by itself."""
        found = self._message = f"document.querySelector('[data-ts=\"{ts}\"]')"
        self._browser.wait(f"!!{found}")
        stayed = count()

        def stays() -> bool:
            nonlocal stayed
            if self._browser.js(f"(top => top >= 0 && top < innerHeight * 0.7)({found}.getBoundingClientRect().top)"):
                time.sleep(0.2)
                return next(stayed) >= 5
            stayed = count()
            self._browser.js(f"{found}.scrollIntoView()")
            return False

        wait_for(stays, "the message in view", 40)

    def reads(self, *words: str) -> None:
        """Wait until all of *words* can be read on the page."""
        for said in words:
            self._browser.wait(f"document.body.innerText.includes({json.dumps(said)})")

    def reads_in_view(self, said: str) -> None:
        """Wait until *said* stands on the part of the page that is in view; what was on `top` is brought back to it."""
        lines = "[...document.querySelectorAll('body *')]"
        here = f"each => each.children.length === 0 && each.textContent.includes({json.dumps(said)})"
        edges = "(r => r.height > 0 && r.top >= 0 && r.bottom <= innerHeight)(each.getBoundingClientRect())"

        def stands() -> bool:
            if self._browser.js(f"{lines}.filter({here}).some(each => {edges})"):
                return True
            self._browser.js(f"{self._message}?.scrollIntoView()")
            return False

        wait_for(stands, f"in view: {said}", 40)

    def open_thread(self) -> None:
        """Open the first thread in view."""
        self._browser.js("document.querySelector('.msg [class*=thread]')?.click()")

    def keep(self, name: str) -> None:
        office = self.office
        file = self._browser.picture(FOLDER / f"{name}-{office.mode}-{office.language}.png")
        assert file.stat().st_size > 20_000, "there is nothing to be seen"
