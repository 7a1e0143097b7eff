"""`voxpop digest`: see it, post it, settle it."""

import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from bot.services.posting import Status

app = typer.Typer(help="The weekly digest: see it, post it, settle it.", no_args_is_help=True)

EditionName = Annotated[str, typer.Option("--edition", help="The edition's name; that of the settings is 'default'.")]
WeekName = Annotated[
    str | None, typer.Option("--week", help="The covered ISO week, 2026-W46. Default: the last one that ended.")
]

UNCERTAIN = 3
BLOCKED = 4


class Format(StrEnum):
    """How a preview is printed."""

    TEXT = "text"
    JSON = "json"
    HTML = "html"


@app.command()
def preview(
    edition: EditionName = "default",
    week: WeekName = None,
    format: Annotated[  # noqa: A002
        Format, typer.Option("--format", help="text, json (docs/digest-json.md) or html.")
    ] = Format.TEXT,
) -> None:
    """Print the digest of a week, as often as you like: nothing is posted and nothing is kept."""
    from bot.app import build
    from bot.cli.output import digest_as

    with build() as parts:
        chosen = parts.edition(edition)
        digest = parts.digests.preview(chosen, parts.week(chosen, week))
    typer.echo(digest_as(format, digest), nl=False)


@app.command()
def post(
    edition: EditionName = "default",
    week: WeekName = None,
    wait: Annotated[
        bool, typer.Option("--wait", help="Stay until it is posted, blocked, or held for a person.")
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Print what would be posted; Slack is not asked.")] = False,
) -> None:
    """Post the digest of a week, once, whoever asks and however often.

    Exit code 0: posted, or it was already (prints its ts). 3: uncertain, says when it is looked at again.
    4: blocked, with the reason. 2: wrong use.
    """
    from bot.app import build
    from bot.services.clock import wall_clock

    with build() as parts:
        now = wall_clock()
        chosen = parts.edition(edition, keep=not dry_run)
        covered = parts.ended_week(chosen, week, now)
        if dry_run:
            from bot.services.publishing import to_messages
            from bot.slack import ConsoleSlack

            console = ConsoleSlack(sys.stdout)
            root: str | None = None
            for message in to_messages(parts.digests.preview(chosen, covered)):
                ts = console.post(chosen.channel or "(no channel)", message, key="dry-run", thread_ts=root)
                root = root or ts
            return
        parts.meet_slack()
        if not parts.publisher.publish(chosen, covered, due_at=now, now=now):
            parts.posting.again(chosen.name, covered)
        if wait:
            parts.posting.follow(chosen.name, covered)
        else:
            parts.posting.work(edition=chosen.name, week=covered)
        status = parts.posting.status(chosen.name, covered)
    _tell(status, f"{chosen.name} {covered}")


@app.command()
def resolve(
    posted: Annotated[
        bool, typer.Option("--posted/--again", help="--posted: it is in the channel. --again: it is not, post it.")
    ],
    edition: EditionName = "default",
    week: WeekName = None,
    part: Annotated[
        int | None, typer.Option(help="Only this message: 0 the digest, 1 its first thread message …")
    ] = None,
    ts: Annotated[
        str | None, typer.Option(help="With --posted: the message's ts (the end of its link, 1763450000.123456).")
    ] = None,
) -> None:
    """Settle an uncertain post by your own eyes: look into the channel, then say what is there."""
    from bot.app import build
    from bot.errors import UsageError

    if ts is not None and not posted:
        raise UsageError("--ts says where a message is; it goes with --posted")
    with build() as parts:
        chosen = parts.edition(edition)
        covered = parts.week(chosen, week)
        parts.posting.resolve(chosen.name, covered, posted=posted, part=part, ts=ts)
        parts.posting.work(edition=chosen.name, week=covered)
        status = parts.posting.status(chosen.name, covered)
    _tell(status, f"{chosen.name} {covered}")


def _tell(status: "Status | None", what: str) -> None:
    """Print how the post stands and leave with its exit code."""
    from bot.domain.outbox import State

    if status is None:
        typer.echo(f"{what}: nothing is in the outbox", err=True)
        raise typer.Exit(BLOCKED)
    if status.state is State.DONE:
        typer.echo(status.ts or "posted, where is not known")
        return
    if status.state is State.BLOCKED:
        typer.echo(f"{what} is blocked: {status.reason}; {status.advice}", err=True)
        raise typer.Exit(BLOCKED)
    if status.ts:
        typer.echo(status.ts)
    if status.state is State.HELD:
        typer.echo(
            f"{what} is uncertain and waits for you ({status.reason}): look into the channel, "
            "then `voxpop digest resolve --posted` or `--again`",
            err=True,
        )
    else:
        when = f" at {status.next_at:%H:%M:%S} UTC" if status.next_at else ""
        typer.echo(
            f"{what} is not settled yet ({status.reason or 'waiting'}); it is looked at again{when} "
            "by `voxpop run`, or by this command",
            err=True,
        )
    raise typer.Exit(UNCERTAIN)
