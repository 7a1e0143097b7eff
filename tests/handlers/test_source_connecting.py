"""A source is connected from Slack: checked before it is kept, kept encrypted, told in words when it cannot be."""

import json
import threading
from collections.abc import Iterator
from typing import Any

import pytest

from bot.locale import Words
from bot.sources.http import GlobalTransport
from bot.storage.store import Store
from tests.fake_slack import FakeSlack
from tests.fake_zendesk import MAIL, TOKEN, FakeZendesk, Fault, make_ticket
from tests.fixtures_log import Log
from tests.handlers.source_world import API_TOKEN, EMAIL, SUBDOMAIN, SourceWorld, actions, text, to_fields
from tests.handlers.win_world import to_state
from tests.sample_week import make_parts

BOTH = pytest.mark.parametrize("language", ["en", "de"])


@pytest.fixture
def zendesk() -> Iterator[FakeZendesk]:
    with FakeZendesk(page_size=3) as fake:
        yield fake


@pytest.fixture
def begun() -> list[str]:
    return []


@pytest.fixture
def world(fake_slack: FakeSlack, store: Store, zendesk: FakeZendesk, language: str) -> Iterator[SourceWorld]:
    world = SourceWorld(fake_slack, store, zendesk, language)
    yield world
    world.close()


def values(form: dict[str, Any]) -> dict[str, str | None]:
    return {b["block_id"]: b["element"].get("initial_value") for b in form["blocks"] if b["type"] == "input"}


@BOTH
def test_a_source_is_connected_from_command_to_first_pull(world: SourceWorld, language: str) -> None:
    words = Words(language)
    assert words("source-connect") in text(world.sources(word="quellen" if language == "de" else "sources"))
    form = world.connect()
    assert words("source-form-connected", source="Zendesk") in text(form)
    assert world.begun == ["zendesk"]
    assert world.parts.sources.accounts.names() == ["zendesk"]
    world.zendesk.tickets = [make_ticket(number, f"Case {number}.") for number in range(4)]
    assert world.pull() == 4
    shown = text(world.sources())
    assert words("source-records", records=4) in shown
    assert words("source-account", account="example") in shown
    assert actions(world.sources()) == ["source-connect", "source-pause", "source-resync", "source-disconnect"]
    assert world.audit() == [("U0LEA", "source.connect")]


def test_the_form_is_answered_while_the_tool_still_thinks(world: SourceWorld) -> None:
    thinks = threading.Event()
    world.zendesk.before[0] = lambda: thinks.wait(20) and None
    form = world.open("source-connect")
    state = {"values": to_state(form["blocks"], to_fields())}
    answer = world.interact("view_submission", "U0LEA", view={**form, "state": state})
    said = json.loads(answer.body)
    assert said["response_action"] == "update"
    assert "Asking Zendesk" in str(said["view"])
    assert world.connection is None
    thinks.set()
    world.idle()
    assert "is connected" in text(form)


def test_what_came_of_it_stays_in_the_form_where_slack_draws_what_it_was_answered_late(world: SourceWorld) -> None:
    world.slow, world.bolt.later.settled = 0.5, 1.0
    assert "is connected" in text(world.connect())
    form = world.open("source-disconnect")
    assert world.send(form, source_feedback="keep") == {}
    assert "Zendesk is disconnected" in text(form)


@BOTH
def test_wrong_credentials_are_not_kept_and_all_but_the_token_stays_in_the_form(
    world: SourceWorld, language: str
) -> None:
    form = world.connect(token="wrong")
    assert Words(language)("source-form-credentials", source="Zendesk", account="example") in text(form)
    assert values(form)[SUBDOMAIN] == "example"
    assert values(form)[EMAIL] == MAIL
    assert values(form)[API_TOKEN] is None
    assert (world.connection, world.begun, world.audit()) == (None, [], [])
    assert world.send(form, **{API_TOKEN: TOKEN}) == {}
    assert world.connection is not None


@BOTH
def test_a_token_of_somebody_who_is_no_admin_is_told_as_such(world: SourceWorld, language: str) -> None:
    world.zendesk.role = "agent"
    assert Words(language)("source-form-role", source="Zendesk", account="example") in text(world.connect())
    assert world.connection is None


@BOTH
@pytest.mark.parametrize(
    ("fault", "key"),
    [
        (Fault(503), "passing"),
        (Fault(200, "<html>"), "passing"),
        (Fault(429, headers={"Retry-After": "90"}), "busy"),
        (Fault(404), "address"),
        (Fault(302, headers={"Location": "https://elsewhere.example/"}), "address"),
        (Fault(200, '{"tickets": 7, "end_of_stream": true}'), "answers"),
    ],
)
def test_what_else_the_tool_may_answer_is_told_in_words_and_at_once(
    world: SourceWorld, language: str, fault: Fault, key: str
) -> None:
    world.zendesk.faults = [fault]
    assert Words(language)(f"source-form-{key}", source="Zendesk", account="example") in text(world.connect())
    assert (world.connection, len(world.zendesk.calls)) == (None, 1)


def test_a_tool_that_cannot_be_reached_is_told_as_such(
    fake_slack: FakeSlack, store: Store, zendesk: FakeZendesk
) -> None:
    world = SourceWorld(fake_slack, store, zendesk, zendesk_base_url="http://127.0.0.1:9/api/v2/")
    assert "could not be reached" in text(world.connect())
    world.close()


def test_what_a_form_connects_dials_public_addresses_alone(store: Store) -> None:
    source = make_parts(store).sources.accounts.open_with(
        "zendesk", {"zendesk_subdomain": "a", "zendesk_oauth_token": "b"}
    )
    assert isinstance(source._api._client._transport, GlobalTransport)
    source.close()


@BOTH
@pytest.mark.parametrize("key", [None, "too short"])
def test_without_a_secret_key_nothing_is_connected_and_it_is_said_what_to_do(
    fake_slack: FakeSlack, store: Store, zendesk: FakeZendesk, language: str, key: str | None
) -> None:
    seen = SourceWorld(fake_slack, store, zendesk, language)
    button = seen.sources()
    seen.close()
    world = SourceWorld(fake_slack, store, zendesk, language, secret_key=key)
    assert actions(world.sources()) == []
    shown = text(world.sources())
    assert "secrets.token_hex(32)" in shown
    assert {"en": "To connect a source", "de": "Um eine Quelle zu verbinden"}[language] in shown
    for said in ("Nothing was kept", "Nichts wurde gespeichert"):
        assert said not in shown, "nobody tried anything"
    [answer] = world.press("source-connect", seen=button)
    assert answer["text"] == Words(language)("source-no-key")
    world.close()


@BOTH
@pytest.mark.parametrize(
    ("given", "at", "key"),
    [
        (to_fields(subdomain="not a name"), SUBDOMAIN, "source-zendesk-subdomain-wrong"),
        (to_fields(email="nobody"), EMAIL, "source-zendesk-email-wrong"),
        (to_fields(token="two words"), API_TOKEN, "source-odd-secret"),
        (to_fields(token="täken"), API_TOKEN, "source-odd-secret"),
        ({SUBDOMAIN: "example", EMAIL: MAIL}, API_TOKEN, "source-zendesk-half"),
    ],
)
def test_what_makes_no_sense_is_told_beside_its_field(
    world: SourceWorld, language: str, given: dict[str, str], at: str, key: str
) -> None:
    assert world.send(world.open("source-connect"), **given) == {at: Words(language)(key)}
    assert (world.connection, world.zendesk.calls) == (None, [])


def test_the_account_may_be_given_as_an_address(world: SourceWorld) -> None:
    world.connect(**{SUBDOMAIN: "https://Example.zendesk.com/"})
    world.pull()
    assert world.standing.account == "example"


def test_an_oauth_token_does_instead_of_mail_and_token(world: SourceWorld) -> None:
    form = world.open("source-connect")
    assert world.send(form, **{SUBDOMAIN: "example", "source-zendesk-oauth-token": "an-oauth-token"}) == {}
    assert world.connection is not None


@BOTH
def test_nobody_but_an_admin_sees_or_changes_sources(world: SourceWorld, language: str) -> None:
    declined = Words(language)("source-not-yours")
    assert world.sources("U0ANNA")["text"] == declined
    mine = world.sources()
    [answer] = world.press("source-connect", "U0ANNA", seen=mine)
    assert answer["text"] == declined
    form = world.open("source-connect")
    assert world.send(form, "U0ANNA", **to_fields()) == {SUBDOMAIN: declined}
    world.connect()
    mine = world.sources()
    for action in ("source-pause", "source-resync", "source-disconnect"):
        [answer] = world.press(action, "U0ANNA", seen=mine)
        assert answer["text"] == declined
    assert world.audit() == [("U0LEA", "source.connect")]


@BOTH
def test_of_two_admins_at_once_one_connects_and_the_other_is_told(world: SourceWorld, language: str) -> None:
    first, second = world.open("source-connect", "U0LEA"), world.open("source-connect", "U0MAX")
    world.send(first, "U0LEA", **to_fields())
    world.send(second, "U0MAX", **to_fields())
    assert Words(language)("source-faster") in text(second)
    assert world.audit() == [("U0LEA", "source.connect")]
    assert world.connection.by == "U0LEA"


def test_whoever_closed_the_form_is_told_privately(world: SourceWorld) -> None:
    form = world.open("source-connect")
    world.fake_slack.views.remove(form)
    world.send(form, **to_fields(token="wrong"))
    [letter] = world.letters()
    assert "does not accept these credentials" in letter


def test_a_source_of_the_environment_is_shown_and_wins(
    fake_slack: FakeSlack, store: Store, zendesk: FakeZendesk
) -> None:
    before = SourceWorld(fake_slack, store, zendesk)
    button = before.sources()
    before.close()
    world = SourceWorld(fake_slack, store, zendesk, **zendesk.settings)
    assert "set in the environment" in text(world.sources())
    assert actions(world.sources()) == ["source-resync"]
    [answer] = world.press("source-connect", seen=button)
    assert "wins" in answer["text"]
    assert world.parts.sources.accounts.names() == ["zendesk"]
    world.close()


def test_another_account_than_the_one_whose_feedback_is_here_is_refused(world: SourceWorld) -> None:
    world.connect()
    world.pull()
    form = world.connect(**{SUBDOMAIN: "another"})
    assert "the Zendesk account example" in text(form)
    assert world.connection.plain["zendesk_subdomain"] == "example"


def test_the_token_is_nowhere_to_be_found(world: SourceWorld, store: Store, log: Log, language: str) -> None:
    secret = "s3cr3t-never-to-be-seen"
    world.connect(token="wrong-one-never-to-be-seen")
    world.zendesk.token = secret
    form = world.connect(token=secret)
    world.pull()
    world.zendesk.token = "revoked"
    with pytest.raises(Exception, match="401"):
        world.pull()
    kept = dump(store)
    world.send(world.open("source-disconnect"))
    world.letters()
    kept += dump(store)
    slack = world.fake_slack
    shown = [slack.calls, slack.responses, slack.views, slack.homes, slack.messages, form, world.audit()]
    for place in (kept, log.text(), *map(str, shown)):
        assert "never-to-be-seen" not in place
    assert "a request was declined" in log.text() or "attention" in log.text()  # there is a log that was looked at
    assert "source.disconnect" in kept


def dump(store: Store) -> str:
    """Every value of every table; on SQLite the bytes of the file and its log as well."""
    from sqlalchemy import inspect

    found = []
    with store.read() as tx:
        for table in inspect(tx.connection).get_table_names():
            found += [str(row) for row in tx.connection.exec_driver_sql(f'SELECT * FROM "{table}"')]
    if store.file is not None:
        found += [
            file.read_bytes().decode("latin-1")
            for file in store.file.parent.glob(f"{store.file.name}*")
            if file.is_file()
        ]
    return "\n".join(found)
