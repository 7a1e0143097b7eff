"""Bolt, made for one team and quiet; and the two ways in which Slack reaches it: HTTP and Socket Mode."""

import json
import logging
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from slack_bolt import App, BoltRequest, BoltResponse
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_bolt.authorization import AuthorizeResult
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError

from bot.app import Parts
from bot.blocks.voice import another_team
from bot.domain.refusal import advice
from bot.errors import SlackError
from bot.locale import Words
from bot.services.clock import Clock, wall_clock
from bot.services.later import Later
from bot.services.previews import Previews
from bot.services.reading.desk import Finds, Reading, open_reading
from bot.services.told import ToldService
from bot.settings import Settings
from bot.slack import Identity
from bot.web import Request, Response, is_from_slack
from handlers import register

LISTENERS = 50
"""Threads for listeners: one that waits for Slack, or for its turn to write, must not keep the others waiting."""


@dataclass(frozen=True, slots=True)
class Bolt:
    """The Bolt app with every listener on it, the *threads* they run in, and what does their slow work *later*."""

    app: App
    threads: ThreadPoolExecutor
    later: Later

    def close(self) -> None:
        """Begin nothing any more; what is under way goes on."""
        self.later.close()
        self.threads.shutdown(wait=False, cancel_futures=True)


def make_bolt(settings: Settings, me: Identity, services: Mapping[str, Any]) -> Bolt:
    """Return the Bolt app with all that belongs to it.

    It knows who it is, so it asks Slack for nothing. *services* reach listeners by argument name.
    """
    token, secret = settings.slack_bot_token, settings.slack_signing_secret
    threads = ThreadPoolExecutor(LISTENERS, thread_name_prefix="listener")

    def authorize(team_id: str | None, enterprise_id: str | None) -> AuthorizeResult:
        return AuthorizeResult(
            enterprise_id=enterprise_id,
            team_id=team_id,
            bot_token=token.get_secret_value() if token else None,
            bot_user_id=me.bot_user,
            bot_id=me.bot,
        )

    app = App(
        name="voxpop",
        before_authorize=_refuse_strangers(me.team, services["speech"].shared),
        authorize=authorize,
        signing_secret=secret.get_secret_value() if secret else "",
        logger=_quiet_logger(),
        listener_executor=threads,
    )
    return Bolt(app, threads, register(app, services))


def make_services(
    parts: Parts, previews: Previews, clock: Clock, finds: Finds, begin: Callable[[str], None] = lambda _: None
) -> dict[str, Any]:
    """Return what listeners may ask for; what they ask of the database gives up after a second.

    *finds* looks things up, and *begin* starts to read a source at once, in nobody's way.
    """
    return {
        "slack": parts.slack,
        "previews": previews,
        "speech": parts.speech,
        "clock": clock,
        "inbox": parts.impatient.inbox,
        "roles": parts.impatient.roles,
        "home": parts.impatient.home,
        "wins": parts.impatient.wins,
        "asks": parts.impatient.asks,
        "offers": parts.impatient.offers,
        "drafts": parts.impatient.drafts,
        "setup": parts.impatient.setup,
        "connections": parts.sources.connections(parts.impatient.store, begin),
        "source_health": parts.impatient.sources.health,
        "hiding": parts.impatient.aftercare.hiding,
        "routes": parts.impatient.aftercare.routes,
        "correcting": parts.impatient.aftercare.correcting,
        "reading": _reading(parts.impatient, finds),
        "told": ToldService(parts.impatient.store, parts.impatient.feedback, ZoneInfo(parts.settings.digest_timezone)),
    }


def _reading(parts: Parts, finds: Finds) -> Reading:
    zone = ZoneInfo(parts.settings.digest_timezone)
    return open_reading(parts.store, parts.rules, parts.roles, parts.speech, zone, finds, parts.drafts.pins)


def to_dispatch(app: App, secret: str, clock: Clock = wall_clock) -> Callable[[Request], Response]:
    """Return what answers an HTTP request: nothing of it is read before its signature is found good."""

    def dispatch(request: Request) -> Response:
        if b"ssl_check=1" in request.body:
            return Response(200)  # Slack looks at the certificate alone; such a request is not signed
        if not is_from_slack(request.body, request.headers, secret, clock()):
            return Response(401, "not signed with SLACK_SIGNING_SECRET, or too old\n")
        try:
            asked = BoltRequest(body=request.body.decode(), headers=dict(request.headers))
        except (ValueError, TypeError, AttributeError):  # no UTF-8, no JSON, or JSON of another shape
            return Response(400, "not a request as Slack sends it\n")
        answer = app.dispatch(asked)
        return Response(answer.status, answer.body, answer.headers)

    return dispatch


class SocketMode:
    """Slack's requests over a connection of our own, which the SDK renews by itself."""

    def __init__(self, app: App, token: str, base_url: str) -> None:
        client = WebClient(token=token, base_url=base_url, timeout=10, logger=_quiet_logger())
        self._client = SocketModeHandler(app, token, logger=_quiet_logger(), web_client=client).client

    @property
    def connected(self) -> bool:
        """Whether requests can reach us now."""
        return bool(self._client.is_connected())

    def open(self) -> None:
        """Connect; SlackError says in words why it cannot be."""
        self._client.wss_uri = ask_for_socket(self._client.app_token, self._client.web_client.base_url)
        self._client.connect()
        if not self.connected:
            raise SlackError("Slack's Socket Mode cannot be reached; check that wss:// connections may leave this host")

    def close(self) -> None:
        """Hang up; what is being answered is answered first."""
        self._client.close()


def ask_for_socket(token: str, base_url: str) -> str:
    """Ask Slack for the address of a socket; SlackError when it refuses SLACK_APP_TOKEN or cannot be asked."""
    client = WebClient(base_url=base_url, timeout=10, logger=_quiet_logger())
    try:
        return str(client.apps_connections_open(app_token=token)["url"])
    except SlackApiError as error:
        code = str(error.response.get("error", "unreadable"))
        raise SlackError(f"Slack refused SLACK_APP_TOKEN: {code}; {_help(code)}", permanent=True, code=code) from error
    except (OSError, ValueError, SlackClientError) as error:
        raise SlackError(f"Slack cannot be reached for Socket Mode ({type(error).__name__}); try again") from error


def _help(code: str) -> str:
    if code in {"invalid_auth", "not_authed", "not_allowed_token_type", "token_revoked", "token_expired"}:
        return "it takes an app-level token (xapp-…) with the scope connections:write"
    return "the app-level token needs the scope connections:write" if code == "missing_scope" else advice(code)


def _refuse_strangers(team: str, words: Words) -> Callable[..., BoltResponse]:
    """Turn away requests of another Slack workspace before anything else looks at them."""

    def refuse(context: Any, body: dict[str, Any], next: Callable[[], BoltResponse]) -> BoltResponse:  # noqa: A002 Bolt gives arguments by name
        if context.team_id in (None, team):
            return next()
        answer = {"response_type": "ephemeral", "text": another_team(words).text} if "command" in body else None
        return BoltResponse(
            status=200, body=json.dumps(answer) if answer else "", headers={"content-type": "application/json"}
        )

    return refuse


def _quiet_logger() -> logging.Logger:
    logger = logging.getLogger("slack_bolt.quiet")
    logger.setLevel(logging.ERROR)  # at WARNING it prints whole requests that nobody listens to
    return logger
