"""Every kind of answer has one meaning; what passes is asked again, in its own time and not for ever."""

import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address

import httpx
import pytest

from bot.errors import SettingsError
from bot.sources.addresses import may_dial
from bot.sources.errors import (
    CredentialsError,
    GoneError,
    PassingError,
    PlanError,
    ProtocolError,
    RateLimitedError,
)
from bot.sources.http import LONGEST_WAIT, TRIES, Api, GlobalTransport
from bot.sources.limits import Limits, parse_limits
from bot.sources.zendesk_lookups import export_limits
from tests.fake_zendesk import MAIL, TOKEN, FakeZendesk, Fault, make_ticket
from tests.running import free_port

PATH = "satisfaction_ratings"


class Asking:
    """An Api that writes down how long it would have slept."""

    def __init__(self, fake: FakeZendesk, token: str = TOKEN) -> None:
        self.naps: list[float] = []
        self.fake = fake
        self.api = Api("Zendesk", fake.url, auth=(f"{MAIL}/token", token), limits=export_limits, sleep=self.naps.append)

    def get(self, path: str = PATH) -> dict[str, object]:
        return self.api.get(path)

    def fails_with(self, *faults: Fault) -> None:
        self.fake.faults = list(faults)


@pytest.fixture
def asking() -> Iterator[Asking]:
    with FakeZendesk() as fake:
        asking = Asking(fake)
        yield asking
        asking.api.close()


def test_a_rate_limit_is_waited_for_as_told(asking: Asking) -> None:
    asking.fails_with(Fault(429, headers={"Retry-After": "17"}))
    assert asking.get()["satisfaction_ratings"] == []
    assert asking.naps == [17]


def test_a_rate_limit_that_tells_no_time_is_waited_for_a_minute(asking: Asking) -> None:
    asking.fails_with(Fault(429))
    asking.get()
    assert asking.naps == [60]


def test_an_overloaded_tool_is_waited_for_as_told(asking: Asking) -> None:
    asking.fails_with(Fault(503, headers={"Retry-After": "5"}))
    asking.get()
    assert asking.naps == [5]


def test_a_wait_of_over_two_minutes_gives_its_turn_back(asking: Asking) -> None:
    asking.fails_with(Fault(429, headers={"Retry-After": "300"}))
    with pytest.raises(RateLimitedError) as caught:
        asking.get()
    assert (caught.value.seconds, asking.naps) == (300, [])


def test_several_waits_together_are_no_longer_than_one_turn(asking: Asking) -> None:
    asking.fails_with(*[Fault(429, headers={"Retry-After": "50"})] * 5)
    with pytest.raises(RateLimitedError):
        asking.get()
    assert sum(asking.naps) <= LONGEST_WAIT


def test_an_exhausted_budget_is_waited_for_before_the_next_call(asking: Asking) -> None:
    asking.fake.headers = {"zendesk-ratelimit-incremental-exports-cursor": "total=20; remaining=0; resets=48"}
    asking.get()
    asking.fake.headers = {}
    assert asking.naps == []
    asking.get()
    assert asking.naps == [48]


@pytest.mark.parametrize("fault", [Fault(500), Fault(502), Fault(409), Fault(200, "<html>Down</html>"), Fault(200, "")])
def test_what_passes_is_asked_again(asking: Asking, fault: Fault) -> None:
    asking.fails_with(fault)
    assert asking.get()["satisfaction_ratings"] == []
    [nap] = asking.naps
    assert 0 <= nap <= 2


def test_what_does_not_pass_in_five_tries_is_left_for_the_next_run(asking: Asking) -> None:
    asking.fails_with(*[Fault(500)] * TRIES)
    with pytest.raises(PassingError, match="500") as caught:
        asking.get()
    assert (len(asking.naps), caught.value.permanent) == (TRIES - 1, False)


def test_wrong_credentials_are_not_tried_again(asking: Asking) -> None:
    asking.fake.token = "changed"
    with pytest.raises(CredentialsError, match="401"):
        asking.get()
    assert len(asking.fake.calls) == 1


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        (Fault(403), PlanError),
        (Fault(404), GoneError),
        (Fault(400), ProtocolError),
        (Fault(429, "Pagination limit reached"), ProtocolError),
        (Fault(200, "[1, 2]"), ProtocolError),
    ],
)
def test_what_asking_again_would_not_help_is_said_at_once(asking: Asking, fault: Fault, error: type[Exception]) -> None:
    asking.fails_with(fault)
    with pytest.raises(error):
        asking.get()
    assert asking.naps == []


def test_a_redirect_is_not_followed_so_the_token_goes_nowhere_else(asking: Asking) -> None:
    asking.fails_with(Fault(302, headers={"Location": "http://127.0.0.1:1/elsewhere?x=1"}))
    with pytest.raises(GoneError, match=r"redirect to '127\.0\.0\.1'"):
        asking.get()


def test_errors_tell_neither_the_query_nor_the_secret(asking: Asking) -> None:
    asking.fails_with(Fault(400))
    with pytest.raises(ProtocolError) as caught:
        asking.api.get(PATH, {"cursor": "a-mark"})
    assert "a-mark" not in str(caught.value)
    assert TOKEN not in str(caught.value)


def test_an_answer_that_is_too_large_is_not_read_to_its_end(asking: Asking) -> None:
    asking.fails_with(Fault(200, " " * (65 * 1024 * 1024)))
    with pytest.raises(ProtocolError, match="64 MB"):
        asking.get()


def test_an_answer_that_trickles_in_for_too_long_is_not_waited_for() -> None:
    class Trickle(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Length", "100000")
            self.end_headers()
            with suppress(OSError):
                for _ in range(200):  # four seconds, where 0.1 may be taken
                    self.wfile.write(b" ")
                    time.sleep(0.02)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Trickle)
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}/"
    late = pytest.raises(PassingError, match=r"over 0\.1 seconds")
    with Api("Zendesk", address, sleep=lambda _: None, body_seconds=0.1) as api, late:
        api.get("x")
    server.shutdown()
    server.server_close()


def test_an_answer_that_is_compressed_twice_is_not_unpacked(asking: Asking) -> None:
    asking.fails_with(Fault(headers={"Content-Encoding": "gzip, gzip"}))
    with pytest.raises(ProtocolError, match="compressed more than once"):
        asking.get()


def test_a_tool_whose_name_leads_inside_is_not_asked_and_the_reason_is_said() -> None:
    refused = pytest.raises(PassingError, match="no address of the public internet")
    with Api("Zendesk", "https://localhost/", sleep=lambda _: None) as api, refused:
        api.get("x")


def test_a_tool_that_cannot_be_reached_passes() -> None:
    naps: list[float] = []
    address = f"http://127.0.0.1:{free_port()}/"
    with Api("Zendesk", address, sleep=naps.append) as api, pytest.raises(PassingError, match="could not be reached"):
        api.get("x")
    assert len(naps) == TRIES - 1


def test_no_proxy_of_the_environment_is_used(asking: Asking, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    monkeypatch.setenv("NO_PROXY", "")
    asking.fake.tickets = [make_ticket(1)]
    again = Asking(asking.fake)
    assert again.get()["satisfaction_ratings"] == []
    again.api.close()


@pytest.mark.parametrize("address", ["http://example.com/", "ftp://127.0.0.1/", "http://10.0.0.1/"])
def test_only_https_is_spoken_with_the_world(address: str) -> None:
    with pytest.raises(SettingsError, match="only be asked by https"):
        Api("Zendesk", address)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.1.2.3", "169.254.169.254", "100.64.0.1", "::1", "fd00::1", "224.0.0.1", "::ffff:127.0.0.1",
        "64:ff9b::7f00:1", "2002:7f00:1::",
    ],
)  # fmt: skip
def test_inner_addresses_are_not_dialled(address: str) -> None:
    assert not may_dial(ip_address(address))


def test_public_addresses_are_dialled() -> None:
    assert may_dial(ip_address("104.16.51.111"))
    assert may_dial(ip_address("2606:4700::6810:336f"))


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "2130706433", "0x7f.1"])
def test_a_name_that_leads_inside_is_refused_before_anything_is_sent(host: str) -> None:
    request = httpx.Request("GET", f"https://{host}/")
    with GlobalTransport() as transport, pytest.raises(PassingError, match="public internet"):
        transport.handle_request(request)


def test_waits_are_read_as_seconds_dates_and_moments() -> None:
    sent = {"Date": "Tue, 17 Nov 2026 07:30:00 GMT"}
    assert parse_limits({"Retry-After": "3"}).wait == 3
    assert parse_limits({**sent, "Retry-After": "Tue, 17 Nov 2026 07:31:00 GMT"}).wait == 60
    assert parse_limits({**sent, "X-RateLimit-Reset": "1794900660", "X-RateLimit-Remaining": "0"}) == Limits(
        None, 0, 60
    )
    assert parse_limits({"Retry-After": "soon", "RateLimit-Remaining": "many"}) == Limits()
