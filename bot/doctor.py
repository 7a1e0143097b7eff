"""What is configured, reachable or missing, and what to do about it: `voxpop doctor`."""

from collections.abc import Iterator
from datetime import datetime

from bot.app import Parts, open_store
from bot.domain.check import Check
from bot.domain.edition import Edition, Origin
from bot.domain.outbox import State
from bot.domain.refusal import advice
from bot.domain.role import Role
from bot.domain.route import SHARED
from bot.domain.schedule import pauses
from bot.domain.week import Week
from bot.errors import SlackError, VoxpopError
from bot.manifest import scopes
from bot.only_one import somebody_runs
from bot.services.channel_checks import check_channel
from bot.services.source_checks import check_sources
from bot.settings import Settings, misspelt
from bot.slack import Identity, Slack
from bot.storage.editions import EditionQueries
from bot.storage.feedback import FeedbackQueries
from bot.storage.outbox import OutboxQueries
from bot.storage.routes import RouteQueries
from bot.storage.sources import SourceQueries

_GUIDE = "README, 'Five minutes to your own workspace'; more in docs/slack.md"


def examine(settings: Settings, now: datetime) -> list[Check]:
    """Look at database, feedback, rules, people, schedule and Slack, in the order in which they are set up.

    What cannot be reached is a finding; the rest is looked at all the same. Nothing is posted.
    """
    try:
        store = open_store(settings)
    except VoxpopError as error:
        remedy = "Check DATABASE_URL; `voxpop db upgrade` prepares a PostgreSQL database."
        broken = Check(False, str(error), remedy, essential=True)
        return [broken, *_names(), *_people(settings, None), *_slack(settings, None, now)]
    try:
        parts = Parts(settings, store)
        return [
            *_database(parts),
            *_names(),
            *_feedback(parts, now),
            *_sources(parts, now),
            *_rules(parts),
            *_people(settings, parts),
            *_schedule(parts, now),
            *_slack(settings, parts, now),
            *_ways(parts),
            *_running(parts),
            *_posts(parts),
        ]
    finally:
        store.close()


def _database(parts: Parts) -> Iterator[Check]:
    yield Check(True, f"The database {parts.store.place} is up to date.")
    if parts.settings.secret_key is None:
        yield Check(
            False,
            "SECRET_KEY is not set: customers' ids are hashed with the database's own salt alone, and no source can be "
            "connected in Slack.",
            'Make one: python -c "import secrets; print(secrets.token_hex(32))"',
        )


def _names() -> Iterator[Check]:
    for slip in misspelt():
        yield Check(False, f"{slip}.", "Correct the name in .env; .env.example lists them all.")


def _feedback(parts: Parts, now: datetime) -> Iterator[Check]:
    with parts.store.read() as tx:
        span = FeedbackQueries(tx).span()
        sources = SourceQueries(tx)
        synced, quarantined = sources.last_syncs(), sources.quarantined()
    if span is None:
        yield Check(False, "There is no feedback yet.", "`voxpop import FILE` (docs/import.md)", essential=True)
        return
    yield Check(True, f"Feedback from {span[0]:%Y-%m-%d} to {span[1]:%Y-%m-%d}, sources: {', '.join(synced)}.")
    zone = parts.edition("default").zone
    week = Week.last_ended(now, zone)
    if span[1] < week.start(zone):
        yield Check(False, f"There is none from {week}, the last week that ended.", "`voxpop import FILE` brings it.")
    if quarantined:
        yield Check(
            False,
            f"In the quarantine: {quarantined} records that could not be used.",
            "Correct the file, import it again.",
        )


def _sources(parts: Parts, now: datetime) -> Iterator[Check]:
    yield from check_sources(parts.store, parts.sources.accounts, now)


def _rules(parts: Parts) -> Iterator[Check]:
    if parts.settings.rules_file is None:
        yield Check(True, "No RULES_FILE: themes are found and named from the feedback alone.")
        return
    try:
        rules = parts.rules
    except VoxpopError as error:
        yield Check(False, str(error), "Correct the file; docs/rules.md explains it.", essential=True)
        return
    yield Check(True, f"{parts.settings.rules_file} is read: themes {len(rules.themes)}, version {rules.version}.")


def _people(settings: Settings, parts: Parts | None) -> Iterator[Check]:
    given = [] if parts is None else [grant for grant in parts.roles.given() if grant.role is Role.ADMIN]
    admins = [*settings.admins, *(grant.member for grant in given)]
    if admins:
        yield Check(True, f"Told when something breaks: {', '.join(admins)}.")
    else:
        yield Check(
            False,
            "ADMINS is empty, and nobody is an admin in Slack: nobody is told when something breaks.",
            "Somebody who runs the Slack workspace types /voice setup; or put Slack user ids (U…) into ADMINS.",
        )
    yield from _wins(settings, parts, admins=bool(admins))


def _wins(settings: Settings, parts: Parts | None, *, admins: bool) -> Iterator[Check]:
    placed = settings.wins_channel is not None or settings.wins_post == "digest"
    if not (placed if parts is None else parts.house.now().can_celebrate):
        what = "WINS_CHANNEL is not set: stories cannot be celebrated, so none are taken in."
        remedy = "Choose a channel in Slack (/voice setup); or set it to its id (C…), or set WINS_POST=digest."
        yield Check(False, what, remedy)
    named = [] if parts is None else [grant for grant in parts.roles.given() if grant.role is Role.CURATOR]
    if settings.curators or named or admins:
        who = (
            "CURATORS" if settings.curators else "curators named in Slack" if named else "ADMINS, as CURATORS is empty"
        )
        yield Check(True, f"Wins are approved by {who}.")
    else:
        yield Check(
            False,
            "Nobody can approve wins, so none are taken in.",
            "Name curators in Slack (/voice setup); or put Slack user ids (U…) into CURATORS.",
        )


def _schedule(parts: Parts, now: datetime) -> Iterator[Check]:
    editions = _editions(parts)
    if not editions:
        yield Check(
            False,
            "DIGEST_CHANNEL is not set, and no edition is set up in Slack: no digest is posted by itself.",
            "Type /voice setup in Slack; or set it to the channel's id (C…) and invite the app there: /invite @Voxpop",
            essential=True,
        )
    for edition in editions:
        yield _next(parts, edition, now)


def _editions(parts: Parts) -> list[Edition]:
    """The editions that have a channel: the environment's as it is now, and those that were set up in Slack."""
    kept = [edition for edition in parts.editions.all() if edition.origin is Origin.SLACK]
    return [edition for edition in (parts.edition("default"), *kept) if edition.channel is not None]


def _next(parts: Parts, edition: Edition, now: datetime) -> Check:
    if edition.off is not None:
        why = "nothing is posted in" if edition.off == SHARED else "Slack refuses"
        what = f"The edition {edition.name!r} is off: {why} {edition.channel} ({edition.off})."
        return Check(False, what, f"{advice(edition.off)}.")
    due = parts.editions.next_due(edition, now)
    paused = f", after a pause until {edition.paused_until}" if pauses(edition, now) else ""
    return Check(
        True,
        f"The next digest of {edition.title!r} is due {due.at.astimezone(edition.zone):%a %Y-%m-%d %H:%M} "
        f"({edition.timezone}) in {edition.channel} and covers {due.week}{paused}.",
    )


def _slack(settings: Settings, parts: Parts | None, now: datetime) -> Iterator[Check]:
    yield from _way_in(settings)
    token = settings.slack_bot_token
    if token is None:
        yield Check(False, "SLACK_BOT_TOKEN is not set: Voxpop cannot post.", _GUIDE, essential=True)
        return
    slack = Slack(token.get_secret_value(), base_url=settings.slack_api_url)
    try:
        me = slack.auth_test() if parts is None else parts.meet_slack()
    except SlackError as error:
        remedy = f"{advice(error.code)}." if error.code else "Check the network and SLACK_API_URL."
        yield Check(False, f"{error}.", remedy, essential=True)
        return
    yield Check(True, f"Slack knows us: workspace {me.team_name or me.team} ({me.team}), bot {me.bot_user}.")
    yield from _scopes(me, settings.win_emoji if parts is None else parts.house.now().emoji)
    for channel in _channels(settings, parts):
        yield from check_channel(slack, channel, now)


def _channels(settings: Settings, parts: Parts | None) -> list[str]:
    """Every channel that something is posted in, once."""
    if parts is None:
        named: tuple[str | None, ...] = (settings.digest_channel, settings.wins_channel)
    else:
        named = (*(edition.channel for edition in _editions(parts)), parts.house.now().channel)
    return list(dict.fromkeys(filter(None, named)))


def _way_in(settings: Settings) -> Iterator[Check]:
    """How Slack's own requests reach us."""
    if settings.slack_app_token is not None:
        from bot.bolt import ask_for_socket

        try:
            ask_for_socket(settings.slack_app_token.get_secret_value(), settings.slack_api_url)
        except SlackError as error:
            yield Check(False, f"{error}.", _GUIDE, essential=True)
            return
        yield Check(True, "Socket Mode: Slack accepts SLACK_APP_TOKEN.")
    elif settings.slack_signing_secret is not None:
        address = f"http://{settings.http_host}:{settings.http_port}/slack/events"
        yield Check(True, f"HTTP: Slack's requests are expected at {address}, signed; publish it as https://.")
    else:
        yield Check(
            False,
            "Neither SLACK_APP_TOKEN nor SLACK_SIGNING_SECRET is set: Slack cannot reach Voxpop.",
            "Socket Mode: an app-level token with connections:write. HTTP: the signing secret.",
            essential=True,
        )


def _scopes(me: Identity, emoji: str | None) -> Iterator[Check]:
    """What the app was not allowed when it was installed, maybe from an older manifest; *emoji* takes one more."""
    how = " --reactions" if emoji is not None else ""
    for scope in scopes(emoji=emoji is not None):
        if me.scopes and scope.name not in me.scopes:
            remedy = f"Add it in Slack ({'optional; ' if scope.optional else ''}`voxpop manifest{how}`), install again."
            what = f"The scope {scope.name} is not granted; with it Voxpop {scope.reason}."
            yield Check(False, what, remedy, essential=not scope.optional)


def _ways(parts: Parts) -> Iterator[Check]:
    """The channels that something happened to; what happened to those of editions is told with them."""
    with parts.store.read() as tx:
        editions = {edition.channel for edition in EditionQueries(tx).all()}
        routes = [route for route in RouteQueries(tx).all() if route.off is not None and route.channel not in editions]
    for route in routes:
        what = f"Nothing is posted in {route.channel}" if route.channel else "Slack took the token back"
        yield Check(False, f"{what}: {route.off}.", f"{advice(route.off)}.")


def _running(parts: Parts) -> Iterator[Check]:
    runs = somebody_runs(parts.store)
    if runs:
        yield Check(True, "`voxpop run` is up on this database.")
    elif runs is False:
        what = "`voxpop run` is not up on this database: nothing is posted by itself, and /voice is not answered."
        yield Check(False, what, "Start it, and keep it running (docs/running.md).")


def _posts(parts: Parts) -> Iterator[Check]:
    with parts.store.read() as tx:
        waiting = OutboxQueries(tx).in_state(State.HELD, State.BLOCKED)
    for post in waiting:
        which = f"{post.kind} {post.target} {post.period}, message {post.part}"
        yield Check(
            False,
            f"{which}, is {post.state.value}: {post.reason}.",
            "`voxpop digest resolve` or `voxpop digest post` (docs/posting.md)",
        )
