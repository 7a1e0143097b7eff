"""`voxpop demo`: thirteen weeks of sample feedback, a digest, and a page to look at it."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from bot.app import Parts
    from bot.domain.digest import Digest
    from bot.domain.edition import Edition

_PORT = 8765
_TITLES = {"en": "Voice of the customer (sample data)", "de": "Stimme der Kunden (Beispieldaten)"}


def demo(
    serve: Annotated[bool, typer.Option("--serve/--no-serve", help="Show the pages until Ctrl-C.")] = True,
    out: Annotated[Path | None, typer.Option(help="Write digest.json and digest.html into this folder.")] = None,
    language: Annotated[str, typer.Option(help="en or de.")] = "en",
) -> None:
    """Show a digest made of invented sample feedback: no accounts, no settings, no network.

    Works in a folder of its own that is gone afterwards; `.env` and DATABASE_URL are not read.
    """
    from bot.app import build
    from bot.cli.output import digest_as
    from bot.domain.week import Week
    from bot.errors import UsageError
    from bot.sample import SAMPLE_WEEK
    from bot.settings import LANGUAGES, default_settings

    if language not in LANGUAGES:
        raise UsageError(f"--language {language!r} is not there; use {' or '.join(LANGUAGES)}")
    with TemporaryDirectory(prefix="voxpop-demo-") as folder:
        settings = default_settings(database_url=f"sqlite:///{folder}/demo.db", digest_language=language)
        with build(settings) as parts:
            typer.echo("Reading thirteen weeks of invented sample feedback …", err=True)
            _fill(parts)
            digest = parts.digests.preview(_edition(parts, language), Week.parse(SAMPLE_WEEK))
            typer.echo(digest_as("text", digest), nl=False)
            if out is not None:
                out.mkdir(parents=True, exist_ok=True)
                for form in ("json", "html"):
                    (out / f"digest.{form}").write_text(digest_as(form, digest), encoding="utf-8")
                typer.echo(f"\nWritten: {out / 'digest.json'}, {out / 'digest.html'}")
            if serve:
                _serve(parts, language)


def _edition(parts: "Parts", language: str) -> "Edition":
    """The edition of the settings, in *language*, under a title that says what it is made of."""
    return parts.edition("default").model_copy(update={"language": language, "title": _TITLES[language]})


def _fill(parts: "Parts") -> None:
    from datetime import timedelta

    from bot.domain.week import Week
    from bot.sample import SAMPLE_WEEK, sample_files
    from bot.sources.file import FileOptions, open_file

    edition = parts.edition("default")
    # The sample's own present: the Tuesday after its last week, when its digest is due.
    now = Week.parse(SAMPLE_WEEK).end(edition.zone) + timedelta(days=1, hours=8)
    for file in sample_files():
        reader = open_file(file, FileOptions(timezone=edition.timezone))
        for _ in parts.feedback.take_in(reader.name, reader.pages(), now):
            pass
    parts.digests.settle(edition, now)


def _serve(parts: "Parts", language: str) -> None:
    """Serve the pages on a port of this machine alone, the usual one or any that is free, until Ctrl-C."""
    import socket

    from bot.domain.week import Week
    from bot.sample import SAMPLE_WEEK
    from bot.web.digests import make_pages, serve_on

    with socket.socket() as listener:
        try:
            listener.bind(("127.0.0.1", _PORT))
        except OSError:
            listener.bind(("127.0.0.1", 0))
        port = listener.getsockname()[1]
        last = Week.parse(SAMPLE_WEEK)
        weeks = [last.back(back) for back in range(12, -1, -1)]

        def render(week: Week, wanted: str) -> "Digest":
            return parts.digests.preview(_edition(parts, wanted), week)

        typer.echo(f"\nThe same as it looks in Slack, with every week: http://127.0.0.1:{port}/  (Ctrl-C ends it)")
        serve_on(listener, make_pages(render, weeks, language))
