"""`voxpop digest`: see it, post it, settle it."""

import sys
import time
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.outcome import BLOCKED, keep_logs_aside, tell

if TYPE_CHECKING:
    from bot.app import Parts
    from bot.domain.digest import Digest
    from bot.domain.edition import Edition
    from bot.domain.week import Week
    from bot.services.posting import Status

app = typer.Typer(help="The weekly digest: see it, post it, settle it.", no_args_is_help=True)

EditionName = Annotated[str, typer.Option("--edition", help="The edition's name; that of the settings is 'default'.")]
WeekName = Annotated[
    str | None, typer.Option("--week", help="The covered ISO week, 2026-W46. Default: the last one that ended.")
]

_MEET_AGAIN_SECONDS = 5.0


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
    """Print the digest of a week, as often as you like: nothing is posted and nothing is kept.

    A week that still runs is shown as far as it goes; one that has not begun is wrong use (exit code 2).
    """
    from bot.app import build
    from bot.cli.bulk import ease_collector
    from bot.cli.output import print_digest
    from bot.services.clock import wall_clock

    ease_collector()
    with build() as parts:
        chosen = parts.edition(edition)
        covered = parts.week(chosen, week)
        digest = parts.digests.preview(chosen, covered, at=wall_clock())
        remark = _remark(parts, chosen, covered, digest, wall_clock())
    print_digest(format, digest)
    if remark is not None:
        typer.echo(f"voxpop: {remark}", err=True)


def _remark(parts: "Parts", edition: "Edition", week: "Week", digest: "Digest", now: datetime) -> str | None:
    """Return what somebody should know who reads the digest of *week* and may wonder; None where nothing.

    UsageError for a week that has not begun and has no feedback: its digest would say that none came in.
    """
    from bot.domain.week import Week
    from bot.errors import UsageError
    from bot.storage.feedback import FeedbackQueries

    running = week > Week.last_ended(now, edition.zone)
    if digest.counts.conversations == 0:
        with parts.store.read() as tx:
            span = FeedbackQueries(tx).span()
        begins = week.start(edition.zone)
        if begins > now and (span is None or span[1] < begins):
            raise UsageError(f"--week: {week} begins on {week.monday:%Y-%m-%d}, nothing of it can be here yet")
        if span is None:
            return "there is no feedback yet; `voxpop import FILE` takes some in (docs/import.md)"
        if left_out := sorted(parts.digests.left_out(edition, week, at=now)):
            names = ", ".join(left_out)
            return f"{names} is left out: not read up to the end of {week} yet; `voxpop ingest {left_out[0]}` reads on"
        first, last = (Week.of(moment, edition.zone) for moment in span)
        so_far = f"; {week} is still running in {edition.timezone}" if running else ""
        return f"no feedback of {week} is here; what is here reaches from {first} to {last} (--week {last}){so_far}"
    if running:
        return f"{week} is still running in {edition.timezone}; this is what there is so far"
    return None


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

    keep_logs_aside()
    with build() as parts:
        now = wall_clock()
        covered = parts.ended_week(parts.edition(edition), week, now)
        if dry_run:
            return _show_messages(parts, parts.edition(edition), covered)
        _check(parts, edition)
        chosen = parts.edition(edition, keep=True)
        unmet = _meet(parts, wait)
        if unmet is None:
            parts.aftercare.routes.look_around(now)
        if not parts.publisher.publish(chosen, covered, due_at=now, now=now, by_hand=True):
            parts.posting.again(chosen.name, covered)
        status = _work(parts, chosen, covered, wait, unmet)
    return tell(status, f"{chosen.name} {covered}", unmet)


def _show_messages(parts: "Parts", edition: "Edition", week: "Week") -> None:
    """Print the digest and each message's place and summary; Slack's limits are checked as before a real post."""
    from bot.cli.output import print_digest
    from bot.services.clock import wall_clock
    from bot.services.publishing import to_messages
    from bot.slack import ConsoleSlack

    digest = parts.draft(edition, week, wall_clock())
    messages = to_messages(digest)
    print_digest("text", digest)
    typer.echo("\nNothing is posted. These messages would be:")
    console = ConsoleSlack(sys.stdout)
    root: str | None = None
    for message in messages:
        ts = console.post(edition.channel or "(no channel)", message, key="dry-run", thread_ts=root)
        root = root or ts


def _check(parts: "Parts", edition: str) -> None:
    """Refuse before any work where a setting is missing without which nothing can be posted, all at once."""
    from bot.errors import SettingsError

    missing = []
    if parts.settings.slack_bot_token is None:
        missing.append(
            "SLACK_BOT_TOKEN is not set; `voxpop manifest` prints the app to create in Slack, "
            "its token goes into .env (README, 'Five minutes to your own workspace')"
        )
    if parts.edition(edition).channel is None:
        missing.append("DIGEST_CHANNEL is not set; it is the channel's id (C…), to which the app must be invited")
    if missing:
        raise SettingsError("\n".join(missing))


def _meet(parts: "Parts", wait: bool) -> str | None:
    """Make sure that Slack is ours to post to. None when it is; why, when it could not be asked just now.

    With *wait* it is asked until it answers. A refusal ends the command as blocked.
    """
    from bot.domain.refusal import advice
    from bot.errors import SlackError

    while True:
        try:
            parts.meet_slack()
        except SlackError as error:
            if error.permanent:
                typer.echo(f"voxpop: {error}{f'; {advice(error.code)}' if error.code else ''}", err=True)
                raise typer.Exit(BLOCKED) from None
            if not wait:
                return str(error)
            time.sleep(_MEET_AGAIN_SECONDS)
        else:
            return None


def _work(parts: "Parts", edition: "Edition", week: "Week", wait: bool, unmet: str | None) -> "Status | None":
    """Take the week's messages to Slack, unless Slack could not be asked whose it is; return how they stand."""
    if unmet is None and wait:
        return parts.posting.follow(edition.name, week)
    if unmet is None:
        parts.posting.work(edition=edition.name, week=week)
    return parts.posting.status(edition.name, week)


@app.command()
def resolve(
    posted: Annotated[bool, typer.Option("--posted", help="It is in the channel.")] = False,
    again: Annotated[bool, typer.Option("--again", help="It is not in the channel: post it.")] = False,
    edition: EditionName = "default",
    week: Annotated[
        str | None, typer.Option("--week", help="The covered ISO week, 2026-W46. Default: the one that waits.")
    ] = None,
    part: Annotated[
        int | None, typer.Option(help="Only this message: 0 the digest, 1 its first thread message …")
    ] = None,
    ts: Annotated[
        str | None, typer.Option(help="With --posted: the message's link, or its ts as 1763450000.123456.")
    ] = None,
) -> None:
    """Settle an uncertain post by your own eyes: look into the channel, then say what is there."""
    from bot.app import build
    from bot.errors import UsageError

    if posted == again:
        said = "--posted and --again contradict each other; " if posted else ""
        raise UsageError(f"{said}say what is in the channel: --posted when the digest is there, --again when it is not")
    if ts is not None and not posted:
        raise UsageError("--ts says where a message is; it goes with --posted")
    keep_logs_aside()
    with build() as parts:
        chosen = parts.edition(edition)
        covered = parts.week(chosen, week) if week else _waiting(parts, chosen)
        unmet = _meet(parts, wait=False)
        parts.posting.resolve(chosen.name, covered, posted=posted, part=part, ts=ts)
        status = _work(parts, chosen, covered, wait=False, unmet=unmet)
    tell(status, f"{chosen.name} {covered}", unmet)


def _waiting(parts: "Parts", edition: "Edition") -> "Week":
    """Return the one week of *edition* that waits for an answer; refuse to choose where several do."""
    from bot.errors import NotFoundError, UsageError

    weeks = parts.posting.waiting(edition.name)
    if not weeks:
        raise NotFoundError(f"nothing of {edition.name!r} waits for an answer; `voxpop digest post` posts a week")
    if len(weeks) > 1:
        raise UsageError(f"several weeks wait for an answer: {', '.join(map(str, weeks))}; name one with --week")
    return weeks[0]
