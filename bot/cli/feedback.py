"""`voxpop import` and `voxpop feedback`: records in, and one looked at."""

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from bot.services.feedback import Tally
    from bot.sources.reader import FileReader

app = typer.Typer(help="Stored feedback, redacted.", no_args_is_help=True)


class ShowFormat(StrEnum):
    """How a record is printed."""

    TEXT = "text"
    JSON = "json"


@app.callback()
def _group() -> None:
    """Keep `feedback show` two words, also while it is the only command here."""


def import_file(
    file: Annotated[Path, typer.Argument(help="A CSV or JSON Lines file (docs/import.md).")],
    mapping: Annotated[
        str, typer.Option("--map", help="Ours=theirs, as in external_id=Nr,text=Kommentar; common headings need none.")
    ] = "",
    scale: Annotated[str | None, typer.Option(help="The ratings' scale from worst to best, as in 1-5.")] = None,
    source: Annotated[str | None, typer.Option(help="The source's name. Default: made of the file's name.")] = None,
    kind: Annotated[
        str | None, typer.Option(help="conversation, review or rating. Default: review with a rating column.")
    ] = None,
    timezone: Annotated[
        str | None, typer.Option(help="The zone of times without one. Default: DIGEST_TIMEZONE.")
    ] = None,
    date_order: Annotated[str | None, typer.Option(help="dmy or mdy, where 01/02/2024 could be either.")] = None,
    encoding: Annotated[str | None, typer.Option(help="The file's encoding, where it is not found out.")] = None,
) -> None:
    """Take feedback in from a file. The same file twice adds nothing; a row that cannot be used is put aside.

    Exit code 0 when the file was read to its end, 1 when it could not be read or nothing in it was usable.
    """
    from bot.app import build
    from bot.cli.bulk import ease_collector
    from bot.services.clock import wall_clock
    from bot.sources.file import FileOptions, open_file

    ease_collector()
    with build() as parts:
        options = FileOptions(
            timezone=timezone or parts.settings.digest_timezone,
            mapping=mapping,
            scale=scale,
            source=source,
            kind=kind,
            date_order=date_order,
            encoding=encoding,
        )
        reader = open_file(file, options)
        for line in reader.preview.lines():
            typer.echo(line, err=True)
        now = wall_clock()
        tally = _followed(reader, parts.feedback.take_in(reader.name, _told(reader.pages()), now))
        if tally.usable:
            with _busy("Looking for themes"):
                parts.digests.settle(parts.edition("default"), now)
    known = f"{tally.new:,} new, {tally.updated:,} updated, {tally.unchanged:,} unchanged"
    typer.echo(f"{known}, {tally.quarantined:,} quarantined")
    if not tally.usable:
        typer.echo("voxpop: nothing in this file could be used; the lines above say why", err=True)
        raise typer.Exit(1)


_MOST_TOLD = 10


def _told(pages: Iterator[Any]) -> Iterator[Any]:
    """Say of the first rows that are put aside where they stand and why, never what they say."""
    told = 0
    for page in pages:
        for bad in page.bad:
            told += 1
            if told <= _MOST_TOLD:
                typer.echo(f"line {bad.line}: {bad.reason}", err=True)
            elif told == _MOST_TOLD + 1:
                typer.echo("more lines are put aside; all are in the quarantine with line and reason", err=True)
        yield page


@contextmanager
def _busy(what: str) -> Iterator[None]:
    """Show on a terminal that *what* is going on."""
    from rich.console import Console

    console = Console(stderr=True)
    with console.status(what) if console.is_terminal else nullcontext():
        yield


def _followed(reader: "FileReader", tallies: Iterator["Tally"]) -> "Tally":
    """Add up *tallies* as they come, with a progress bar on a terminal."""
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn

    from bot.services.feedback import Tally

    total = Tally()
    columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TimeRemainingColumn())
    console = Console(stderr=True)
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task("Reading and learning", total=reader.bytes_total)
        for tally in tallies:
            total += tally
            bar.update(task, completed=reader.bytes_read)
    return total


@app.command()
def show(
    source: Annotated[str, typer.Argument(help="The source's name.")],
    external_id: Annotated[str, typer.Argument(help="The record's own id in that source.")],
    kind: Annotated[str | None, typer.Option(help="conversation, review or rating, where an id is used twice.")] = None,
    format: Annotated[ShowFormat, typer.Option("--format")] = ShowFormat.TEXT,  # noqa: A002
) -> None:
    """Print what is stored of a record, with its redacted text: what every quote is an exact piece of."""
    import json

    from bot.app import build

    with build() as parts:
        parts.feedback.learn()
        records = parts.feedback.show(source, external_id, kind)
    if format is ShowFormat.JSON:
        found: Any = records[0] if len(records) == 1 else records
        typer.echo(json.dumps(found, ensure_ascii=False, indent=2, default=datetime.isoformat).encode())
        return
    typer.echo("\n\n".join("\n".join(_lines(record)) for record in records))


def _lines(record: dict[str, Any]) -> Iterator[str]:
    """Yield what is known of *record*, nothing in it able to command the terminal."""
    for name, value in record.items():
        if value is None or value == []:
            continue
        text = value.isoformat(" ") if isinstance(value, datetime) else str(value)
        yield f"{name}: {''.join(c if c.isprintable() or c == chr(10) else '?' for c in text)}"
