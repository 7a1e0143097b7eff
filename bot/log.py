"""Logs: a sentence for people, fields for machines; never a token, never a customer's words."""

import logging
import sys
import threading
import traceback
from pathlib import Path
from types import TracebackType
from typing import Any, TextIO

import structlog

from bot.errors import UnexpectedError, VoxpopError

_QUIET = ("slack_bolt", "slack_sdk", "uvicorn", "alembic", "httpx", "asyncio")
"""Libraries whose lower levels say nothing to operators, or print whole requests."""

_ROOT = Path(__file__).parents[1]
_OURS = ("bot", "handlers", "jobs")


def set_up_logging(*, machine: bool | None = None, out: TextIO | None = None) -> None:
    """Send all logs to *out*, by default standard error: as JSON lines for *machine*, else as lines for people.

    Left out, it is people at a terminal and machines elsewhere. Whatever is raised and caught by nobody is logged
    with its kind and place alone: its text may quote what it choked on.
    """
    out = out or sys.stderr
    people = out.isatty() if machine is None else not machine
    shared: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        _without_words,
    ]
    renderer: Any = structlog.dev.ConsoleRenderer() if people else structlog.processors.JSONRenderer()
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=False,
    )
    handler = logging.StreamHandler(out)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared, processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, renderer]
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.INFO)
    for name in _QUIET:
        logging.getLogger(name).setLevel(logging.ERROR)
    logging.getLogger("apscheduler").setLevel(logging.CRITICAL)  # it prints what jobs raise; `jobs` says it itself
    logging.captureWarnings(True)
    logging.raiseExceptions = False  # a log that cannot be written would print the error being logged, text and all
    sys.excepthook = _log_uncaught
    threading.excepthook = _log_uncaught_in_thread


def describe(error: BaseException) -> dict[str, str]:
    """Return what a log may say of *error*: the sentence of one of our own, else its kind; and its place.

    The text of any other error is left out: it may hold a customer's words.
    """
    if isinstance(error, UnexpectedError):
        return {"error": error.kind, "place": error.place}
    said = {"error": str(error) if isinstance(error, VoxpopError) else type(error).__name__, "place": place(error)}
    cause = error.__cause__ or error.__context__
    return said | ({"because": f"{type(cause).__name__} at {place(cause)}"} if cause is not None else {})


def place(error: BaseException) -> str:
    """Return where *error* was raised, as ``bot/slack/calls.py:40 in post``: the innermost line of ours, if any."""
    frames = traceback.extract_tb(error.__traceback__)
    if not frames:
        return "nowhere"
    ours = [frame for frame in frames if _inside(frame.filename) is not None]
    frame = (ours or frames)[-1]
    return f"{_inside(frame.filename) or Path(frame.filename).name}:{frame.lineno} in {frame.name}"


def _inside(filename: str) -> str | None:
    """The file's path below the project, None for a file of somebody else's."""
    path = Path(filename)
    if not path.is_relative_to(_ROOT) or path.relative_to(_ROOT).parts[0] not in _OURS:
        return None
    return path.relative_to(_ROOT).as_posix()


def _without_words(_logger: Any, _method: str, event: structlog.typing.EventDict) -> structlog.typing.EventDict:
    """Put kind and place where a library wants a whole traceback printed."""
    info = event.pop("exc_info", None)
    event.pop("stack_info", None)
    error = info if isinstance(info, BaseException) else info[1] if isinstance(info, tuple) else sys.exception()
    if info and error is not None:
        event.update(describe(error))
        if str(error):  # libraries like to repeat it in their sentence
            event["event"] = str(event["event"]).replace(str(error), "…")
    return event


def _log_uncaught(kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        return
    structlog.get_logger("voxpop").critical("stopped by an error in the app itself", **describe(error))


def _log_uncaught_in_thread(arguments: threading.ExceptHookArgs) -> None:
    if arguments.exc_value is not None and not isinstance(arguments.exc_value, SystemExit):
        name = arguments.thread.name if arguments.thread else None
        log = structlog.get_logger("voxpop")
        log.error("a thread ended with an error in the app itself", thread=name, **describe(arguments.exc_value))
