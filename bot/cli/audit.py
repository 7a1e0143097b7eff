"""`voxpop audit export`: the audit log, whole, for those who have to keep it."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(help="Shows who changed what, and when.", no_args_is_help=True)


class Form(StrEnum):
    """How the log is written."""

    CSV = "csv"
    JSON = "json"


@app.callback()
def _audit() -> None:
    """Keep `export` a word of its own: a Typer with one command would swallow it."""


@app.command()
def export(
    form: Annotated[Form, typer.Option("--format", help="csv or json.")] = Form.CSV,
    out: Annotated[Path | None, typer.Option("--out", help="The file to write; without it, standard output.")] = None,
) -> None:
    """Write the whole audit log, oldest first: when, who, what, about what. It holds terms, never anybody's words."""
    from bot.app import build
    from bot.blocks.setup_audit import to_csv, to_json
    from bot.services.audit import AuditService

    with build() as parts:
        entries = AuditService(parts.store).everything()
    written = to_csv(entries) if form is Form.CSV else to_json(entries)
    if out is None:
        sys.stdout.write(written)
    else:
        out.write_text(written, encoding="utf-8")
