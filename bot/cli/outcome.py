"""How `voxpop digest post` and `resolve` end: what they print, and with which exit code they leave."""

import logging
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from bot.services.posting import Status

UNCERTAIN = 3
BLOCKED = 4


def keep_logs_aside(*, least: int = logging.WARNING) -> None:
    """Send what services log to standard error, from *least* on: the commands answer in sentences of their own."""
    import sys

    import structlog

    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.KeyValueRenderer(key_order=["level", "event"]),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(least),
        logger_factory=lambda *_: structlog.PrintLogger(sys.stderr),
    )


def tell(status: "Status | None", what: str, unmet: str | None = None) -> None:
    """Print how the post stands and leave with its exit code. *unmet*: why Slack could not be asked just now."""
    from bot.domain.outbox import State
    from bot.domain.route import SHARED

    if status is None:
        typer.echo(f"{what}: nothing is in the outbox", err=True)
        raise typer.Exit(BLOCKED)
    if status.state is State.DONE:
        typer.echo(status.ts or "posted, where is not known")
        return
    if status.ts:
        typer.echo(status.ts)
    if status.state is State.BLOCKED:
        typer.echo(f"{what} is blocked: {_why(status, what)}", err=True)
        raise typer.Exit(BLOCKED)
    if status.state is State.HELD:
        typer.echo(
            f"{what} is uncertain and waits for you ({status.reason}): look into the channel, then "
            f"`voxpop digest resolve --posted{_named(what)}` or `--again`",
            err=True,
        )
    else:
        when = f" at {status.next_at:%H:%M:%S} UTC" if status.next_at else ""
        why = status.advice if status.reason == SHARED else status.reason
        typer.echo(
            f"{what} is not settled yet ({unmet or why or 'waiting'}); it is looked at again{when} "
            "by `voxpop run`, or by this command",
            err=True,
        )
    raise typer.Exit(UNCERTAIN)


def _why(status: "Status", what: str) -> str:
    """Return why a post is blocked and what to do, in words: our own reasons are none of Slack's."""
    from bot.services.posting import NO_PARENT, TOO_LATE

    if status.reason == NO_PARENT:
        return f"its thread must know where it stands: `voxpop digest resolve --posted{_named(what)} --ts LINK`"
    if status.reason == TOO_LATE:
        return f"it could not go out within two days; `voxpop digest post{_named(what)}` posts it now"
    return f"{status.reason}; {status.advice}"


def _named(what: str) -> str:
    """Return the options that name *what* on the command line."""
    edition, week = what.split()
    return f" --week {week}" if edition == "default" else f" --edition {edition} --week {week}"
