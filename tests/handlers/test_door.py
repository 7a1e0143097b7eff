"""Over HTTP only Slack is heard: signed, in time, readable; anything else is turned away before it is read."""

import json
from datetime import UTC, datetime, timedelta

import pytest

from bot.web import is_from_slack
from tests.handlers.conftest import Conversation
from tests.slack_requests import command_body, signed


def test_slacks_own_example_is_accepted() -> None:
    """The example of docs.slack.dev, Verifying requests from Slack: its secret is no secret."""
    body = (
        b"token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V"
        b"&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text="
        b"&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
        b"&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c"
    )
    headers = {
        "x-slack-request-timestamp": ["1531420618"],
        "x-slack-signature": ["v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503"],
    }
    now = datetime.fromtimestamp(1531420618, UTC)
    secret = "8f742231b10e8888abcd99yyyzzz85a5"
    assert is_from_slack(body, headers, secret, now + timedelta(minutes=5))
    assert not is_from_slack(body, headers, secret, now + timedelta(minutes=5, seconds=1))
    assert not is_from_slack(body + b"x", headers, secret, now)


@pytest.mark.parametrize(
    "wrong",
    [
        {"x-slack-signature": "v0=" + "0" * 64},
        {"x-slack-signature": "é"},
        {"x-slack-signature": ""},
        {"x-slack-request-timestamp": "soon"},
        {"x-slack-request-timestamp": "١٢٣"},
        {"x-slack-request-timestamp": "9" * 5000},
        {"x-slack-request-timestamp": ""},
    ],
)
def test_a_request_that_is_not_signed_well_is_turned_away(anna: Conversation, wrong: dict[str, str]) -> None:
    body = command_body("help", anna.response_url)
    assert anna.post(body, signed(body) | wrong).status == 401


def test_a_request_signed_with_another_secret_or_long_ago_is_turned_away(anna: Conversation) -> None:
    body = command_body("help", anna.response_url)
    assert anna.post(body, signed(body, secret="another")).status == 401
    assert anna.post(body, signed(body, at=datetime.now(UTC) - timedelta(minutes=6))).status == 401
    assert anna.post(body, {}).status == 401


@pytest.mark.parametrize("body", [b"\xff\xfe", b"{", b"[" * 100_000, b"payload=%5B", b"payload={"])
def test_garbage_is_not_even_read_without_a_signature(anna: Conversation, body: bytes) -> None:
    assert anna.post(body, {}).status == 401


@pytest.mark.parametrize("body", [b"\xff\xfe", b"{", b"payload=%5B", b"payload=%5B%5D", b"payload=3", b"payload="])
def test_signed_garbage_is_told_so(anna: Conversation, body: bytes) -> None:
    headers = signed(body) if body != b"\xff\xfe" else _signed_bytes(body)
    assert anna.post(body, headers).status in (400, 404)


def _signed_bytes(body: bytes) -> dict[str, str]:
    import hashlib
    import hmac

    from tests.slack_requests import SECRET

    stamp = str(int(datetime.now(UTC).timestamp()))
    made = hmac.new(SECRET.encode(), f"v0:{stamp}:".encode() + body, hashlib.sha256).hexdigest()
    return {"x-slack-request-timestamp": stamp, "x-slack-signature": f"v0={made}"}


def test_slacks_look_at_the_certificate_is_answered_unsigned(anna: Conversation) -> None:
    assert anna.post("ssl_check=1&token=abc", {}).status == 200


def test_a_text_that_looks_like_a_certificate_check_is_no_way_around_the_signature(anna: Conversation) -> None:
    body = command_body("ssl_check=1", anna.response_url)
    assert anna.post(body, {}).status == 401
    assert "knows" in json.loads(anna.post(body).body)["text"]


def test_the_request_that_tests_the_address_is_answered(anna: Conversation) -> None:
    body = json.dumps({"type": "url_verification", "challenge": "abc"})
    headers = signed(body) | {"content-type": "application/json"}
    answer = anna.post(body, headers)
    assert (answer.status, json.loads(answer.body)) == (200, {"challenge": "abc"})
