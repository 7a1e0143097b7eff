"""`voxpop run`: Slack, the clock and health in one process."""

import os
import signal
import socket
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import datetime
from functools import partial
from typing import Any, Self

import structlog
import uvicorn
from slack_bolt import App
from starlette.applications import Starlette

from bot.app import Parts
from bot.bolt import SocketMode, make_bolt, make_services, to_dispatch
from bot.domain.edition import Edition
from bot.domain.refusal import advice
from bot.domain.role import Role
from bot.domain.schedule import Due
from bot.errors import SettingsError, SlackError
from bot.feeding import Feeding
from bot.lookups import Lookups
from bot.only_one import only_one
from bot.services.clock import Clock, wall_clock
from bot.services.health import HealthService
from bot.services.previews import Previews
from bot.settings import Settings, misspelt
from bot.slack import Identity
from bot.sources import configured
from bot.web import Request, Response, make_web
from bot.workshop import PULL_PATIENCE, StoppedError, Workshop
from jobs import Timetable
from jobs.after import tick as after_tick
from jobs.asks import tick as ask_tick
from jobs.drafts import tick as draft_tick
from jobs.posting import tick
from jobs.wins import tick as win_tick

STOP_SECONDS = 6.0
"""So long what is under way may take to end. What is cut off is taken up at the next start: it is all in the outbox."""


def run(parts: Parts, clock: Clock = wall_clock) -> None:
    """Serve until told to stop: answer Slack, post what is due, report health.

    Raises before anything is posted when a setting is missing, another process works on the same file, the port is
    taken, or Slack refuses. SIGTERM and SIGINT end it within seconds.
    """
    settings = parts.settings
    _check(settings)
    with _Signals().heard() as signals, ExitStack() as closing:
        closing.enter_context(only_one(parts.store))
        door = closing.enter_context(_open_door(settings.http_host, settings.http_port))
        me = meet(parts)
        parts.edition("default", keep=True)
        parts.aftercare.routes.reconnect(clock())
        parts.aftercare.routes.look_around(clock())
        _warn(parts)
        closing.callback(_wait_for_threads, set(threading.enumerate()))
        workshop = Workshop(settings)
        timetable = make_timetable(parts, workshop, clock)
        closing.callback(timetable.stop)
        configured(settings)  # half an account in the environment is told at the start
        feeding = Feeding(
            parts.sources.accounts, Workshop(settings, PULL_PATIENCE, "pulling the source", writes=True), clock
        )
        closing.callback(feeding.stop)
        previews = Previews(workshop.preview)
        closing.callback(previews.close)
        lookups = Lookups(settings)
        bolt = make_bolt(settings, me, make_services(parts, previews, clock, lookups, feeding.begin))
        closing.callback(bolt.close)
        closing.callback(parts.impatient.inbox.close)
        closing.callback(workshop.stop)
        closing.callback(lookups.stop)
        lines = _open_lines(settings, bolt.app, closing)
        closing.callback(parts.impatient.store.close)
        health = HealthService(parts.impatient.store, parts.impatient.editions, settings.admins, since=clock())
        report = partial(_health, health, timetable, lines, clock)
        dispatch = None if lines else _dispatch(settings, bolt.app, clock)
        server = signals.server = _make_server(make_web(report, dispatch))
        timetable.start()
        feeding.start()
        _say_so(settings, me, lines)
        server.run(sockets=[door])
        structlog.get_logger("run").info("Voxpop stops")


def meet(parts: Parts) -> Identity:
    """Ask Slack who we are; SlackError says in words what to do when it refuses or cannot be reached."""
    try:
        return parts.meet_slack()
    except SlackError as error:
        if error.code is not None:
            raise SlackError(f"{error}; {advice(error.code)}", permanent=error.permanent, code=error.code) from error
        if error.permanent:
            raise
        raise SlackError(f"{error}; check the network and SLACK_API_URL, then start again") from error


def make_timetable(parts: Parts, workshop: Workshop, clock: Clock) -> Timetable:
    """Return the clock's work: publish what is due, take the outbox to Slack."""

    def publish(edition: Edition, due: Due, now: datetime) -> None:
        issued = parts.drafts.issuing.issue(edition, due.week, due_at=due.at, now=now, by_hand=False, make=False)
        if issued is not None:  # a draft is looked at every time it is due, maybe for two days: that is done right here
            return
        try:
            workshop.publish(edition, due, now)
        except StoppedError:  # nobody need be told: it is due again at the next start
            structlog.get_logger("run").info("a digest is left for the next start", edition=edition.name)

    def once(now: datetime) -> None:
        with ExitStack() as rest:  # whatever happens to wins and drafts, digests go on: the last first
            rest.callback(tick, parts.editions, parts.posting, publish, now)
            rest.callback(draft_tick, parts.drafts.making.due, workshop.draft, parts.drafts.tick, now)
            rest.callback(ask_tick, [parts.asks.tick, parts.offers.tick], now)
            rest.callback(win_tick, parts.wins.tick, parts.inbox, now)
            rest.callback(after_tick, parts.aftercare.hiding.tick, parts.aftercare.routes.tick, now)

    return Timetable(once, clock)


class _Server(uvicorn.Server):
    """Uvicorn without its signal handling, which would end the process before the rest is closed."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Leave the signals to `run`."""
        yield


class _Signals:
    """Lets SIGTERM and SIGINT end the *server*, or the start while there is none yet."""

    def __init__(self) -> None:
        self.server: uvicorn.Server | None = None

    @contextmanager
    def heard(self) -> Iterator[Self]:
        """Hear them for the length of the block."""
        before = {number: signal.signal(number, self._stop) for number in (signal.SIGTERM, signal.SIGINT)}
        try:
            yield self
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)

    def _stop(self, _number: int, _frame: object) -> None:
        if self.server is None or not self.server.started:
            raise SystemExit(0)
        self.server.force_exit = self.server.should_exit  # the second time it waits for nobody
        self.server.should_exit = True


def _make_server(web: Starlette) -> _Server:
    config = uvicorn.Config(
        web,
        log_config=None,
        access_log=False,
        lifespan="off",
        ws="none",
        server_header=False,
        timeout_graceful_shutdown=4,
    )
    return _Server(config)


def _open_lines(settings: Settings, bolt: App, closing: ExitStack) -> SocketMode | None:
    """Connect to Slack by Socket Mode where it is asked for; None where Slack calls us by HTTP."""
    if settings.slack_app_token is None:
        return None
    lines = SocketMode(bolt, settings.slack_app_token.get_secret_value(), settings.slack_api_url)
    closing.callback(lines.close)
    lines.open()
    return lines


def _dispatch(settings: Settings, bolt: App, clock: Clock) -> Callable[[Request], Response] | None:
    """Return what answers Slack's HTTP requests; nothing does without a secret to check them by."""
    secret = settings.slack_signing_secret
    return None if secret is None else to_dispatch(bolt, secret.get_secret_value(), clock)


def _open_door(host: str, port: int) -> socket.socket:
    """Bind the port before anything else is begun; SettingsError when it cannot be had."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=2048)
    except OSError as error:
        raise SettingsError(
            f"HTTP_HOST={host} HTTP_PORT={port} cannot be listened on ({error.strerror}); "
            "is another program, or another `voxpop run`, there? Set another HTTP_PORT"
        ) from error


def _check(settings: Settings) -> None:
    missing = []
    if settings.slack_bot_token is None:
        missing.append("SLACK_BOT_TOKEN is not set")
    if settings.slack_app_token is None and settings.slack_signing_secret is None:
        missing.append("neither SLACK_APP_TOKEN (for Socket Mode) nor SLACK_SIGNING_SECRET (for HTTP) is set")
    if missing:
        raise SettingsError(
            f"{' and '.join(missing)}: Voxpop cannot talk with Slack; `voxpop manifest` prints the app to create "
            "there, docs/slack.md tells where its tokens are"
        )


def _warn(parts: Parts) -> None:
    """Say what is set neither in the environment nor in Slack, and what does not work without it."""
    log, settings = structlog.get_logger("run"), parts.settings
    for slip in misspelt():
        log.warning(slip)
    given = {grant.role for grant in parts.roles.given()}
    admins = bool(settings.admins) or Role.ADMIN in given
    if not admins:
        log.warning("ADMINS is empty: nobody is told when something breaks; `/voice setup` makes a first admin")
    if not parts.editions.posting():
        log.warning("DIGEST_CHANNEL is empty: no digest is posted by itself; `/voice setup` chooses a channel, too")
    if not (settings.curators or admins or Role.CURATOR in given):
        log.warning("CURATORS and ADMINS are empty: nobody can approve service wins, so none are taken in")
    if not parts.house.now().can_celebrate:
        log.warning("WINS_CHANNEL is empty: service wins can be celebrated nowhere, so none are taken in")


def _say_so(settings: Settings, me: Identity, lines: SocketMode | None) -> None:
    log = structlog.get_logger("run")
    address = f"{settings.http_host}:{settings.http_port}"
    log.info(
        "Voxpop runs", slack="http" if lines is None else "socket", team=me.team, health=f"http://{address}/healthz"
    )


def _health(
    health: HealthService, timetable: Timetable, lines: SocketMode | None, clock: Clock
) -> tuple[bool, dict[str, Any]]:
    return health.report(clock(), timetable.last_tick, lines is None or lines.connected)


def _wait_for_threads(others: set[threading.Thread]) -> None:
    """Give what is under way in any thread but the *others* a few seconds to end."""
    deadline = time.monotonic() + STOP_SECONDS
    while busy := [thread.name for thread in threading.enumerate() if thread not in others and _holds_us(thread)]:
        if time.monotonic() > deadline:
            structlog.get_logger("run").warning("work is under way; the next start takes it up", busy=busy)
            return
        time.sleep(0.05)


def leave() -> None:
    """End the process; where a thread still waits for Slack, as hard as a crash would: nothing depends on its end."""
    if any(_holds_us(thread) for thread in threading.enumerate()):
        sys.stderr.flush()
        os._exit(0)


def _holds_us(thread: threading.Thread) -> bool:
    return thread is not threading.main_thread() and not thread.daemon
