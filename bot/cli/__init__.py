"""The `voxpop` command. Commands import what they need when they run, so that ``--help`` answers at once."""

import io
import sys
from types import TracebackType
from typing import Annotated

import typer

from bot.cli import audit, database, demo, digest, feedback, ingest, run
from bot.errors import VoxpopError

app = typer.Typer(
    name="voxpop",
    help="Brings what customers really said to the people who lead: a weekly digest in Slack, posted once.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,  # its tracebacks print local variables: customers' words
)
app.command("import")(feedback.import_file)
app.command("ingest")(ingest.ingest)
app.command("demo")(demo.demo)
app.add_typer(digest.app, name="digest")
app.add_typer(feedback.app, name="feedback")
app.add_typer(database.app, name="db")
app.add_typer(audit.app, name="audit")
app.command("run")(run.run)
app.command("doctor")(run.doctor)
app.command("manifest")(run.manifest)


def _print_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"voxpop {version('voxpop')}")
        raise typer.Exit


@app.callback()
def _voxpop(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version.", is_eager=True, callback=_print_version)
    ] = False,
) -> None:
    """Take the options that belong to no command."""


def main() -> None:
    """Run the command line; what Voxpop has to say no to is one sentence and an exit code, not a traceback."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # a terminal that knows no "↗" still shows the rest
    sys.excepthook = tell_surprise
    try:
        typer.main.get_command(app)(prog_name="voxpop")  # calling app itself would put Typer's own hook in place
    except VoxpopError as error:
        sys.stderr.write(f"voxpop: {error}\n")
        sys.exit(error.exit_code)


def tell_surprise(kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
    """Tell of an *error* that is nobody's fault but ours: its kind and place, never its text or values.

    The text of such an error may quote what it choked on: a customer's words. Python leaves with exit code 1.
    """
    if issubclass(kind, KeyboardInterrupt):
        return
    from bot.log import describe

    said = describe(error)
    because = f" (because of {said['because']})" if "because" in said else ""
    sys.stderr.write(
        f"voxpop: a mistake in Voxpop itself: {said['error']} in {said['place']}{because}\n"
        "Nothing of the step under way was kept. Please report this line; no customer's words are in it\n"
    )
