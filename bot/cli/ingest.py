"""`voxpop ingest`: pull a support tool now, and see how far it is."""

import logging
import signal
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.outcome import keep_logs_aside
from bot.sources import SOURCES

if TYPE_CHECKING:
    from bot.app import Parts
    from bot.errors import SourceError
    from bot.services.feedback import Tally
    from bot.services.pulling import Step
    from bot.sources.connector import Connector

_EARLIEST = datetime(2005, 1, 1, tzinfo=UTC)
_PATIENCE_SECONDS = 90.0
"""A process that was killed holds its source for a minute more."""


def ingest(
    source: Annotated[str, typer.Argument(help=f"The support tool: {', '.join(SOURCES)}.")],
    since: Annotated[
        str | None, typer.Option(help="How far back, as 2026-01-31. Default: as told before, else 13 weeks.")
    ] = None,
) -> None:
    """Pull what is new in a support tool, then its history, the newest first. It goes on where it stopped.

    Exit code 0 when everything needed was read, 1 when something stopped it: the next run goes on there.
    """
    from bot.app import build
    from bot.errors import SettingsError, SourceError
    from bot.services.clock import wall_clock
    from bot.sources.checks import way_out

    keep_logs_aside(least=logging.CRITICAL)  # what there is to say of a run is said below, in words
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that the source is free again at once
    with build() as parts:
        back_to = _moment(since, wall_clock())
        tool = parts.sources.accounts.open(source)
        if tool is None:
            raise SettingsError(
                f"{source} is not connected; docs/{source}.md tells which settings it needs, "
                "and an admin connects it in Slack with /voice sources"
            )
        try:
            tally, refused = _followed(tool, _steps(parts, tool, back_to))
        except SourceError as error:
            what = f"What to do: {way_out(tool, error)}" if error.permanent else "The next run goes on where it stopped"
            raise SourceError(f"{error}. {what}.", permanent=error.permanent) from error
        finally:
            tool.close()
        if tally.usable or tally.gone:
            parts.digests.settle(parts.edition("default"), wall_clock())
    known = f"{tally.new:,} new, {tally.updated:,} updated, {tally.unchanged:,} unchanged"
    typer.echo(f"{known}, {tally.gone:,} deleted, {tally.quarantined:,} quarantined")
    if _tell(tool, refused):
        raise typer.Exit(1)


def _tell(tool: "Connector", refused: "dict[str, SourceError]") -> bool:
    """Say which streams the tool *refused*, each with its way out; return whether one of them is needed."""
    from bot.services.source_books import HISTORY
    from bot.sources.checks import way_out

    needed = {stream.name for stream in tool.streams if stream.needed}
    for stream, error in refused.items():
        missed = stream.removesuffix(HISTORY) in needed
        what = f"What to do: {way_out(tool, error)}" if missed else "Everything else was read"
        typer.echo(f"{tool.title} {stream} is off: {error}. {what}.", err=True)
    return any(stream.removesuffix(HISTORY) in needed for stream in refused)


def _moment(text: str | None, now: datetime) -> datetime | None:
    from bot.errors import UsageError

    if text is None:
        return None
    try:
        day = datetime.fromisoformat(text)
    except ValueError:
        raise UsageError(f"--since {text!r} is no date; write it as 2026-01-31") from None
    moment = day if day.tzinfo else day.replace(tzinfo=UTC)
    if moment >= now:
        raise UsageError(f"--since {text!r} lies in the future")
    if moment < _EARLIEST:
        raise UsageError(f"--since {text!r} lies before any support tool began; give a day from 2005 on")
    return moment


def _steps(parts: "Parts", tool: "Connector", since: datetime | None) -> Iterator["Step"]:
    """The steps of a run, which waits for a process that pulls now or was killed in the middle of it."""
    from bot.services.leases import BusyError

    deadline = time.monotonic() + _PATIENCE_SECONDS
    while True:
        try:
            yield from parts.pulling.pull(tool, since=since, by_hand=True)
        except BusyError:
            if time.monotonic() > deadline:
                raise
            typer.echo(f"Another process holds {tool.title}; waiting for it …", err=True)
            time.sleep(5)
        else:
            return


def _followed(tool: "Connector", steps: Iterator["Step"]) -> "tuple[Tally, dict[str, SourceError]]":
    """Draw a bar per stream, by the time that its records come from.

    Return what became of all of them, and by stream with what it was refused.
    """
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskID, TaskProgressColumn, TextColumn, TimeElapsedColumn

    from bot.services.feedback import Tally

    total, bars, counts = Tally(), dict[str, TaskID](), dict[str, int]()
    refused: dict[str, SourceError] = {}
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TaskProgressColumn(),
        TextColumn("{task.fields[records]:,} records"),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        for step in steps:
            total += step.tally
            if step.refused is not None:
                refused[step.stream] = step.refused
            name = f"{tool.title} {step.stream} {step.since:%Y-%m-%d} – {step.until:%Y-%m-%d}"
            counts[name] = counts.get(name, 0) + step.tally.usable + step.tally.gone
            if name not in bars:
                span = max(1.0, (step.until - step.since).total_seconds())
                bars[name] = progress.add_task(name, total=span, records=0)
            come = ((step.at or step.since) - step.since).total_seconds()
            progress.update(bars[name], completed=max(0.0, come), records=counts[name])
    return total, refused
