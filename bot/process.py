"""`voxpop run`: Slack, the clock and health in one process."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

import structlog
import uvicorn
from filelock import FileLock, Timeout
from slack_bolt import App, BoltRequest
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_bolt.authorization import AuthorizeResult
from slack_sdk import WebClient

from bot.app import Parts
from bot.domain.edition import Edition
from bot.domain.schedule import Due
from bot.errors import SettingsError, StorageError
from bot.services.clock import Clock, wall_clock
from bot.services.health import HealthService
from bot.slack import Identity
from bot.storage.store import Store
from bot.web import Request, Response, make_web
from handlers import register
from jobs import Timetable
from jobs.posting import tick


def run(parts: Parts, clock: Clock = wall_clock) -> None:
    """Serve until told to stop: answer Slack, post what is due, report health."""
    settings = parts.settings
    if settings.slack_app_token is None and settings.slack_signing_secret is None:
        raise SettingsError(
            "neither SLACK_APP_TOKEN (Socket Mode) nor SLACK_SIGNING_SECRET (HTTP) is set: Slack could not reach Voxpop"
        )
    with _only_one(parts.store):
        me = parts.meet_slack()
        parts.edition("default", keep=True)
        _warn(parts)
        bolt = make_bolt(parts, me, clock)
        timetable = make_timetable(parts, clock)
        health = HealthService(parts.store, parts.editions, settings.admins)
        socket = _open_socket(parts, bolt)
        web = make_web(
            lambda: health.report(clock(), timetable.last_tick, socket is None or socket.client.is_connected()),
            None if socket else lambda request: _dispatch(bolt, request),
        )
        try:
            timetable.start()
            if socket is not None:
                socket.connect()
            structlog.get_logger("run").info(
                "Voxpop runs", mode="socket" if socket else "http", team=me.team, port=settings.http_port
            )
            uvicorn.run(web, host=settings.http_host, port=settings.http_port, log_config=None, access_log=False)
        finally:
            if socket is not None:
                socket.close()
            timetable.stop()


def make_bolt(parts: Parts, me: Identity, clock: Clock) -> App:
    """Return the Bolt app with every listener on it. It knows who it is, so it asks Slack for nothing."""
    token = parts.settings.slack_bot_token
    secret = parts.settings.slack_signing_secret

    def authorize(team_id: str | None, enterprise_id: str | None) -> AuthorizeResult | None:
        if team_id != me.team:
            return None
        return AuthorizeResult(
            enterprise_id=enterprise_id,
            team_id=team_id,
            bot_token=token.get_secret_value() if token else None,
            bot_user_id=me.bot_user,
            bot_id=me.bot,
        )

    app = App(
        authorize=authorize,
        signing_secret=secret.get_secret_value() if secret else None,
        logger=_quiet_logger(),
    )
    services = {
        "slack": parts.slack,
        "digests": parts.digests,
        "editions": parts.impatient.editions,
        "clock": clock,
    }
    register(app, services)
    return app


def make_timetable(parts: Parts, clock: Clock) -> Timetable:
    """Return the clock's work: publish what is due, take the outbox to Slack."""

    def publish(edition: Edition, due: Due, now: datetime) -> None:
        parts.publisher.publish(edition, due.week, due_at=due.at, now=now)

    return Timetable(lambda now: tick(parts.editions, parts.posting, publish, now), clock)


def _quiet_logger() -> logging.Logger:
    logger = logging.getLogger("bolt")
    logger.setLevel(logging.ERROR)  # at WARNING it prints whole requests that nobody listens to
    return logger


def _dispatch(bolt: App, request: Request) -> Response:
    answer = bolt.dispatch(BoltRequest(body=request.body, headers=dict(request.headers)))
    return Response(answer.status, answer.body, answer.headers)


def _open_socket(parts: Parts, bolt: App) -> SocketModeHandler | None:
    token = parts.settings.slack_app_token
    if token is None:
        return None
    client = WebClient(token=token.get_secret_value(), base_url=parts.settings.slack_api_url)
    return SocketModeHandler(bolt, token.get_secret_value(), logger=_quiet_logger(), web_client=client)


@contextmanager
def _only_one(store: Store) -> Iterator[None]:
    """Hold the lock beside a SQLite file: two processes that answer and post on one file are one too many."""
    if store.file is None:
        yield
        return
    lock = FileLock(f"{store.file}.run.lock", timeout=0)
    try:
        lock.acquire()
    except Timeout:
        raise StorageError(
            f"another `voxpop run` works on {store.file}; stop it first, or use PostgreSQL for more than one"
        ) from None
    try:
        yield
    finally:
        lock.release()


def _warn(parts: Parts) -> None:
    log = structlog.get_logger("run")
    if not parts.settings.admins:
        log.warning("ADMINS is empty: nobody is told when something breaks")
    if parts.settings.digest_channel is None:
        log.warning("DIGEST_CHANNEL is empty: no digest is posted by itself")
