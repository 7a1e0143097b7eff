"""`voxpop db`: the database itself."""

import typer

app = typer.Typer(help="The database: prepare it for this version.", no_args_is_help=True)


@app.callback()
def _group() -> None:
    """Keep `db upgrade` two words, also while it is the only command here."""


@app.command()
def upgrade() -> None:
    """Bring the database to this version's schema. Waits for another upgrade; an older file is copied aside first."""
    from contextlib import closing

    from bot.app import open_store
    from bot.settings import read_settings
    from bot.storage import schema

    with closing(open_store(read_settings(), ready=False)) as store:
        before = schema.upgrade(store)
    if before == schema.HEAD:
        typer.echo(f"The database is up to date (revision {schema.HEAD}).")
    elif before is None:
        typer.echo(f"The database is made (revision {schema.HEAD}).")
    else:
        typer.echo(f"The database is upgraded from revision {before} to {schema.HEAD}.")
