"""Logs: a sentence for people, fields for machines; never a token, never a customer's words."""

import logging
import sys
from typing import Any

import structlog

_QUIET = ("slack_bolt", "slack_sdk", "apscheduler", "uvicorn.access", "alembic", "httpx")
"""Libraries whose lower levels say nothing to operators, or print whole requests."""


def set_up_logging(*, machine: bool | None = None) -> None:
    """Send all logs to standard error: as JSON lines for *machine*, else in colour for people.

    Left out, it is people at a terminal and machines elsewhere.
    """
    as_json = not sys.stderr.isatty() if machine is None else machine
    shared: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    renderer: Any = structlog.processors.JSONRenderer() if as_json else structlog.dev.ConsoleRenderer()
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=False,
    )
    handler = logging.StreamHandler(sys.stderr)
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
