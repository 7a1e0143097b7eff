"""What is configured, reachable or missing, and what to do about it: `voxpop doctor`."""

from dataclasses import dataclass
from datetime import datetime

from bot.app import Parts
from bot.domain.outbox import State
from bot.errors import VoxpopError
from bot.manifest import SCOPES
from bot.storage.feedback import FeedbackQueries
from bot.storage.outbox import OutboxQueries
from bot.storage.sources import SourceQueries


@dataclass(frozen=True, slots=True)
class Finding:
    """One line: *well* or not, *what*, and the *remedy*. *essential*: without it no digest is posted."""

    well: bool
    what: str
    remedy: str | None = None
    essential: bool = False

    @property
    def mark(self) -> str:
        """A word and not only a sign or colour."""
        return "ok      " if self.well else ("MISSING " if self.essential else "note    ")


def examine(parts: Parts, now: datetime) -> list[Finding]:
    """Look at settings, database, feedback, rules, schedule and Slack, in the order in which they are set up."""
    return [
        *_database(parts),
        *_feedback(parts),
        *_rules(parts),
        *_people(parts),
        *_schedule(parts, now),
        *_slack(parts),
        *_posts(parts),
    ]


def _database(parts: Parts) -> list[Finding]:
    place = parts.store.url.render_as_string()
    findings = [Finding(True, f"The database {place} is up to date.")]
    if parts.settings.secret_key is None:
        findings.append(
            Finding(
                False,
                "SECRET_KEY is not set: customers' ids are hashed with the database's own salt alone.",
                'Make one: python -c "import secrets; print(secrets.token_hex(32))"',
            )
        )
    return findings


def _feedback(parts: Parts) -> list[Finding]:
    with parts.store.read() as tx:
        span = FeedbackQueries(tx).span()
        sources = SourceQueries(tx)
        synced, quarantined = sources.last_syncs(), sources.quarantined()
    if span is None:
        return [Finding(False, "There is no feedback yet.", "`voxpop import FILE` (docs/import.md)", essential=True)]
    findings = [Finding(True, f"Feedback from {span[0]:%Y-%m-%d} to {span[1]:%Y-%m-%d}, sources: {', '.join(synced)}.")]
    if quarantined:
        findings.append(
            Finding(False, f"{quarantined} records are in the quarantine.", "Correct the file and import it again.")
        )
    return findings


def _rules(parts: Parts) -> list[Finding]:
    if parts.settings.rules_file is None:
        return [Finding(True, "No RULES_FILE: themes are found and named from the feedback alone.")]
    try:
        rules = parts.rules
    except VoxpopError as error:
        return [Finding(False, str(error), "Correct the file; docs/rules.md explains it.", essential=True)]
    return [Finding(True, f"{parts.settings.rules_file} is read: {len(rules.themes)} themes, version {rules.version}.")]


def _people(parts: Parts) -> list[Finding]:
    if parts.settings.admins:
        return [Finding(True, f"{len(parts.settings.admins)} admins are told when something breaks.")]
    return [Finding(False, "ADMINS is empty: nobody is told when something breaks.", "Put Slack user ids into ADMINS.")]


def _schedule(parts: Parts, now: datetime) -> list[Finding]:
    edition = parts.edition("default")
    if edition.channel is None:
        return [
            Finding(
                False,
                "DIGEST_CHANNEL is not set: no digest is posted by itself.",
                "Set it to the channel's id (C…) and invite the app: /invite @Voxpop",
                essential=True,
            )
        ]
    due = parts.editions.next_due(edition, now)
    local = due.at.astimezone(edition.zone)
    return [
        Finding(
            True,
            f"The next digest of {edition.title!r} is due {local:%a %Y-%m-%d %H:%M} ({edition.timezone}) "
            f"in {edition.channel} and covers {due.week}.",
        )
    ]


def _slack(parts: Parts) -> list[Finding]:
    settings = parts.settings
    findings = []
    if settings.slack_app_token is None and settings.slack_signing_secret is None:
        findings.append(
            Finding(
                False,
                "Neither SLACK_APP_TOKEN nor SLACK_SIGNING_SECRET is set: Slack cannot reach Voxpop.",
                "Socket Mode: create an app-level token with connections:write. HTTP: copy the signing secret.",
                essential=True,
            )
        )
    try:
        me = parts.meet_slack()
    except VoxpopError as error:
        return [*findings, Finding(False, str(error), "README, 'Five minutes to your own workspace'", essential=True)]
    findings.append(Finding(True, f"Slack knows us: workspace {me.team_name or me.team}, bot {me.bot_user}."))
    for scope in SCOPES:
        if me.scopes and scope.name not in me.scopes:
            findings.append(
                Finding(
                    False,
                    f"The scope {scope.name} is not granted; it {scope.reason}.",
                    None if scope.optional else "Reinstall the app from `voxpop manifest`.",
                    essential=not scope.optional,
                )
            )
    return findings


def _posts(parts: Parts) -> list[Finding]:
    with parts.store.read() as tx:
        waiting = OutboxQueries(tx).in_state(State.HELD, State.BLOCKED)
    return [
        Finding(
            False,
            f"{post.kind} {post.target} {post.period} part {post.part} is {post.state.value}: {post.reason}",
            "`voxpop digest resolve` or `voxpop digest post` (docs/posting.md)",
        )
        for post in waiting
    ]
