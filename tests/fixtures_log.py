"""The log as a process prints it to standard error where that is no terminal: JSON lines."""

import json
import logging
import sys
import threading
import warnings
from collections.abc import Iterator
from io import StringIO
from typing import Any

import pytest
import structlog

from bot.log import set_up_logging


class Log:
    """What was logged."""

    def __init__(self, out: StringIO) -> None:
        self._out = out

    def text(self) -> str:
        return self._out.getvalue()

    def lines(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.text().splitlines()]


@pytest.fixture
def log() -> Iterator[Log]:
    """Logging as `voxpop run` sets it up, for machines; put back as it was afterwards."""
    root, out = logging.getLogger(), StringIO()
    level, raising = root.level, logging.raiseExceptions
    hooks, shown = (sys.excepthook, threading.excepthook), warnings.showwarning
    set_up_logging(machine=True, out=out)
    (ours,) = root.handlers
    yield Log(out)
    logging.captureWarnings(False)
    structlog.reset_defaults()
    root.removeHandler(ours)
    root.setLevel(level)
    logging.raiseExceptions = raising
    sys.excepthook, threading.excepthook = hooks
    warnings.showwarning = shown
