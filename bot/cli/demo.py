"""`voxpop demo`: thirteen weeks of sample feedback, a digest, and a page to look at it."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from socket import socket

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
    from bot.cli.output import print_digest
    from bot.domain.week import Week
    from bot.errors import UsageError
    from bot.sample import SAMPLE_WEEK
    from bot.settings import LANGUAGES, default_settings

    if language not in LANGUAGES:
        raise UsageError(f"--language {language!r} is not there; use {' or '.join(LANGUAGES)}")
    if out is not None:
        _make_folder(out)
    with _leaving_nothing(), TemporaryDirectory(prefix="voxpop-demo-") as folder:
        settings = default_settings(database_url=f"sqlite:///{folder}/demo.db", digest_language=language)
        with build(settings) as parts:
            typer.echo("Reading thirteen weeks of invented sample feedback …", err=True)
            _fill(parts)
            digest = parts.digests.preview(_edition(parts, language), Week.parse(SAMPLE_WEEK))
            print_digest("text", digest)
            if out is not None:
                _write(out, digest)
            if serve:
                _serve(parts, language)


def _edition(parts: "Parts", language: str) -> "Edition":
    """The edition of the settings, in *language*, under a title that says what it is made of."""
    return parts.edition("default").model_copy(update={"language": language, "title": _TITLES[language]})


@contextmanager
def _leaving_nothing() -> Iterator[None]:
    """Let a closed terminal or a polite kill end the block as Ctrl-C does, so that its folder goes with it."""
    numbers = [signal.SIGTERM, *([signal.SIGHUP] if hasattr(signal, "SIGHUP") else [])]
    heard = [number for number in numbers if signal.getsignal(number) is not signal.SIG_IGN]  # nohup stays nohup
    before = {number: signal.signal(number, _leave) for number in heard}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _leave(number: int, _frame: object) -> None:
    raise SystemExit(128 + number)


def _make_folder(out: Path) -> None:
    """Make the folder before any work is done."""
    from bot.errors import UsageError

    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"--out {str(out)!r} cannot be made ({error.strerror}); name another folder") from error


def _write(out: Path, digest: "Digest") -> None:
    from bot.cli.output import digest_as
    from bot.errors import UsageError

    files = [out / f"digest.{form}" for form in ("json", "html")]
    try:
        for file in files:
            file.write_text(digest_as(file.suffix[1:], digest), encoding="utf-8")
    except OSError as error:
        raise UsageError(f"--out {str(out)!r} cannot be written to ({error.strerror}); name another folder") from error
    typer.echo(f"\nWritten: {', '.join(map(str, files))}")


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


def _open_door() -> "socket":
    """Listen on this machine alone, on the usual port or on any that is free."""
    import socket

    try:
        return socket.create_server(("127.0.0.1", _PORT))
    except OSError:
        return socket.create_server(("127.0.0.1", 0))


def _serve(parts: "Parts", language: str) -> None:
    """Serve the pages until Ctrl-C."""
    from bot.domain.week import Week
    from bot.sample import SAMPLE_WEEK
    from bot.web.digests import make_pages, serve_on

    last = Week.parse(SAMPLE_WEEK)
    weeks = [last.back(back) for back in range(12, -1, -1)]

    def render(week: Week, wanted: str) -> "Digest":
        return parts.digests.preview(_edition(parts, wanted), week)

    with _open_door() as listener:
        address = f"http://127.0.0.1:{listener.getsockname()[1]}/"
        typer.echo(f"\nThe same as it looks in Slack, with every week: {address}  (Ctrl-C ends it)")
        serve_on(listener, make_pages(render, weeks, language))
