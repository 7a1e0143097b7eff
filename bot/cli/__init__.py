"""The `voxpop` command. Commands import what they need when they run, so that ``--help`` answers at once."""

import sys

import typer

from bot.cli import database, demo, digest, feedback, run
from bot.errors import VoxpopError

app = typer.Typer(
    name="voxpop",
    help="Brings what customers really said to the people who lead: a weekly digest in Slack, posted once.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,  # its tracebacks print local variables: customers' words
)
app.command("import")(feedback.import_file)
app.command("demo")(demo.demo)
app.add_typer(digest.app, name="digest")
app.add_typer(feedback.app, name="feedback")
app.add_typer(database.app, name="db")
app.command("run")(run.run)
app.command("doctor")(run.doctor)
app.command("manifest")(run.manifest)


def main() -> None:
    """Run the command line; what Voxpop has to say no to is one sentence and an exit code, not a traceback."""
    try:
        app()
    except VoxpopError as error:
        sys.stderr.write(f"voxpop: {error}\n")
        sys.exit(error.exit_code)
    except KeyboardInterrupt:
        sys.exit(130)
