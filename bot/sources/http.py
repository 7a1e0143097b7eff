"""The only httpx: one door to every support tool, with time-outs, retries by kind of error, and our own errors."""

import json
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from email.utils import parsedate_to_datetime
from types import TracebackType
from typing import Any, Self

import httpx
import structlog
from tenacity import RetryCallState, Retrying, retry_if_exception_type, wait_random_exponential

from bot.errors import SettingsError
from bot.sources.addresses import is_loopback, public_address
from bot.sources.errors import CredentialsError, GoneError, PassingError, PlanError, ProtocolError, RateLimitedError
from bot.sources.limits import Limits, parse_limits

LONGEST_WAIT = 120.0
"""Seconds that one request may wait for its turn, all its tries together; beyond, the turn is given back."""
TRIES = 5
UNTOLD_WAIT = 60.0
"""Seconds to wait where a tool asks to wait and does not say how long."""
LARGEST_BODY = 64 * 1024 * 1024
_BACK_OFF = wait_random_exponential(multiplier=1, max=30)  # full jitter

HASTY_SECONDS = 10.0
"""So long one answer may take where a person waits for it."""
_hasty: ContextVar[bool] = ContextVar("hasty", default=False)

Headers = Mapping[str, str]


@contextmanager
def in_haste() -> Iterator[None]:
    """Ask once and not for long within the block, whatever `Api` is asked: a person waits for the answer."""
    before = _hasty.set(True)
    try:
        yield
    finally:
        _hasty.reset(before)


class Api:
    """A support tool's API below *base_url*, called *title* in every error. Give it an *auth* pair, or a *bearer*.

    *limits* reads what the tool says about its rate limits; *sleep* is how it waits; an answer may take *body_seconds*
    to come in. Only https addresses are called
    (http on this machine alone), no redirect is followed and no proxy of the environment used, so the credentials
    reach the configured host and nobody else.
    """

    def __init__(
        self,
        title: str,
        base_url: str,
        *,
        auth: tuple[str, str] | None = None,
        bearer: str | None = None,
        limits: Callable[[Headers], Limits] = parse_limits,
        sleep: Callable[[float], None] = time.sleep,
        body_seconds: float = 120.0,
    ) -> None:
        local = is_loopback(base_url)
        if not local and not base_url.startswith("https://"):
            raise SettingsError(f"{title} can only be asked by https, not at {base_url!r}")
        self._title = title
        self._limits = limits
        self._sleep = sleep
        self._body_seconds = body_seconds
        self._holds: dict[str, float] = {}
        self._date: str | None = None
        self._client = httpx.Client(
            base_url=base_url,
            auth=auth,
            headers={"Accept": "application/json", **({"Authorization": f"Bearer {bearer}"} if bearer else {})},
            transport=httpx.HTTPTransport(trust_env=False) if local else GlobalTransport(),
            trust_env=False,
            follow_redirects=False,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let the connections go."""
        self._client.close()

    @property
    def their_clock(self) -> str | None:
        """The Date header of the last answer."""
        return self._date

    def get(self, path: str, query: Mapping[str, str | int] | None = None, *, bucket: str = "") -> dict[str, Any]:
        """Return the JSON object at *path*; what passes is tried again with a growing pause, or after as long as told.

        *bucket* names the rate limit that the call counts against. Raises one of `bot.sources.errors`, each with the
        way out in words.
        """
        retrying = Retrying(
            retry=retry_if_exception_type((PassingError, RateLimitedError)),
            wait=_pause,
            stop=_enough,
            sleep=self._sleep,
            before_sleep=self._say_so,
            reraise=True,
        )
        answer: dict[str, Any] = retrying(self._get, path, query or {}, bucket)
        return answer

    def _get(self, path: str, query: Mapping[str, str | int], bucket: str) -> dict[str, Any]:
        if hold := self._holds.pop(bucket, 0.0):
            if hold > LONGEST_WAIT or _hasty.get():
                raise RateLimitedError(f"{self._title} allows no more calls for {hold:.0f} seconds", hold)
            self._sleep(hold)
        try:
            with self._client.stream("GET", path, params=dict(query), timeout=_patience()) as response:
                body = self._body(response)
        except httpx.RequestError as error:
            raise PassingError(
                f"{self._title} could not be reached at {self._client.base_url.host} ({type(error).__name__}); "
                "it is tried again"
            ) from None
        self._date = response.headers.get("Date")
        limits = self._limits(response.headers)
        if response.status_code == httpx.codes.OK:
            if limits.remaining is not None and limits.remaining <= 0 and limits.resets:
                self._holds[bucket] = limits.resets
            return self._object(body)
        raise self._error(response, body, limits)

    def _body(self, response: httpx.Response) -> bytes:
        if "," in response.headers.get("Content-Encoding", ""):  # packed twice: little data that unpacks to very much
            raise ProtocolError(f"{self._title} sent an answer that is compressed more than once")
        seconds = HASTY_SECONDS if _hasty.get() else self._body_seconds
        parts, size, deadline = [], 0, time.monotonic() + seconds
        for part in response.iter_bytes():
            size += len(part)
            if size > LARGEST_BODY:
                raise ProtocolError(f"{self._title} sent more than {LARGEST_BODY // 1024**2} MB in one answer")
            if time.monotonic() > deadline:
                raise PassingError(f"{self._title} needed over {seconds:g} seconds for one answer")
            parts.append(part)
        return b"".join(parts)

    def _object(self, body: bytes) -> dict[str, Any]:
        try:
            answer = json.loads(body)
        except (ValueError, RecursionError):
            raise PassingError(f"{self._title} answered with something that is no JSON; it is tried again") from None
        if not isinstance(answer, dict):
            raise ProtocolError(f"{self._title} answered with JSON that is no object")
        return answer

    def _error(self, response: httpx.Response, body: bytes, limits: Limits) -> Exception:
        status, where = response.status_code, response.url.path
        said = f"{self._title} answered {status} for {where}"
        if status == httpx.codes.UNAUTHORIZED:
            return CredentialsError(f"{self._title} does not accept the credentials (401)")
        if status in (httpx.codes.PAYMENT_REQUIRED, httpx.codes.FORBIDDEN):
            return PlanError(
                f"{said}: the plan, or the role of the account that the token belongs to, does not allow it"
            )
        if status in (httpx.codes.NOT_FOUND, httpx.codes.GONE):
            return GoneError(f"{said}: there is no such thing")
        if status == httpx.codes.TOO_MANY_REQUESTS and b"pagination limit" in body.lower():
            return ProtocolError(f"{said}: too many pages were asked for one by one")
        if status == httpx.codes.TOO_MANY_REQUESTS or (
            status == httpx.codes.SERVICE_UNAVAILABLE and limits.wait is not None
        ):
            wait = limits.wait if limits.wait is not None else limits.resets or UNTOLD_WAIT
            return RateLimitedError(f"{self._title} asks to wait {wait:.0f} seconds ({status})", wait)
        if status in (408, 409, 425) or status >= httpx.codes.INTERNAL_SERVER_ERROR:
            return PassingError(f"{said}; it is tried again")
        if response.is_redirect:
            host = response.headers.get("Location", "")
            return GoneError(f"{said}, a redirect to {httpx.URL(host).host or 'elsewhere'!r}; nothing is sent there")
        return ProtocolError(f"{said}, which is no answer to such a question")

    def _say_so(self, state: RetryCallState) -> None:
        error = state.outcome.exception() if state.outcome else None
        seconds = round(state.upcoming_sleep, 1)
        structlog.get_logger("sources").info("a request waits", why=str(error), seconds=seconds)


class GlobalTransport(httpx.HTTPTransport):
    """Dials public addresses only. The checked address is dialled, so a name cannot change in between.

    Certificates are still those of the name: TLS is told it by ``sni_hostname``, and the Host header keeps it.
    """

    def __init__(self) -> None:
        super().__init__(trust_env=False)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send *request* to the checked address of its host; httpx.ConnectError where it has none.

        PassingError where its addresses are none of the public internet: a name server may recover from that.
        """
        host = request.url.host
        try:
            request.url = request.url.copy_with(host=public_address(host, request.url.port or 443))
        except OSError as error:
            raise httpx.ConnectError(str(error)) from None
        request.extensions = {**request.extensions, "sni_hostname": host}
        return super().handle_request(request)


def seconds_ahead(date: str | None, now: Any) -> float | None:
    """Return by how many seconds the clock that wrote a Date header is ahead of *now*; None where it cannot be read."""
    try:
        return (parsedate_to_datetime(date) - now).total_seconds() if date else None
    except (ValueError, TypeError):
        return None


def _patience() -> httpx.Timeout:
    """How long may pass until a connection, or a part of an answer, is there."""
    return httpx.Timeout(HASTY_SECONDS, connect=5.0) if _hasty.get() else httpx.Timeout(60.0, connect=10.0)


def _pause(state: RetryCallState) -> float:
    error = state.outcome.exception() if state.outcome else None
    return error.seconds if isinstance(error, RateLimitedError) else _BACK_OFF(state)


def _enough(state: RetryCallState) -> bool:
    """Give up after some tries, or when the waits together would be longer than a turn may take."""
    error = state.outcome.exception() if state.outcome else None
    wait = error.seconds if isinstance(error, RateLimitedError) else 0.0
    return _hasty.get() or state.attempt_number >= TRIES or state.idle_for + wait > LONGEST_WAIT
