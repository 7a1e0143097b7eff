"""`voxpop run`, `voxpop doctor`, `voxpop manifest`: the process, and what it needs."""

import sys
from typing import Annotated

import typer


def run() -> None:
    """Run Voxpop: answer Slack, post every digest when it is due, report health on /healthz."""
    from bot.app import build
    from bot.log import set_up_logging
    from bot.process import leave
    from bot.process import run as serve

    set_up_logging()
    with build() as parts:
        serve(parts)
    leave()


def doctor() -> None:
    """Say what is configured, what can be reached, what is missing, and what to do about it.

    Exit code 0 when a digest could be posted, 1 when something essential is missing.
    """
    from bot.cli.outcome import keep_logs_aside
    from bot.doctor import examine
    from bot.services.clock import wall_clock
    from bot.settings import read_settings

    keep_logs_aside()
    findings = examine(read_settings(), wall_clock())
    for finding in findings:
        typer.echo(f"{finding.mark} {finding.what}")
        if finding.remedy:
            typer.echo(f"    → {finding.remedy}")
    if any(finding.essential and not finding.well for finding in findings):
        raise typer.Exit(1)


def manifest(
    url: Annotated[
        str | None, typer.Option("--url", help="Where Slack reaches this process, for HTTP instead of Socket Mode.")
    ] = None,
    reactions: Annotated[bool, typer.Option("--reactions", help="Ask for what WIN_EMOJI needs, too.")] = False,
) -> None:
    """Print the manifest of the Slack app to create: the least scopes, each with its reason."""
    from bot.errors import UsageError
    from bot.manifest import manifest as make
    from bot.manifest import to_yaml

    if url is not None and not (url.startswith("https://") and url.removeprefix("https://").strip("/")):
        raise UsageError(f"--url {url!r} must be an address that begins with https://; Slack calls no other")
    sys.stdout.write(to_yaml(make(address=url, emoji=reactions)))
