"""`voxpop run` and `voxpop doctor` with a Zendesk beside them: pulled by itself, in nobody's way, stopped at once."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.doctor import examine
from bot.domain.check import Check
from bot.domain.outbox import NOTICE, State
from bot.services.source_checks import check_sources
from bot.storage.feedback import FeedbackQueries
from bot.storage.outbox import OutboxQueries
from bot.storage.source_states import SourceStateQueries
from bot.storage.store import Store
from tests.fake_slack import FakeSlack
from tests.fake_zendesk import TOKEN, FakeZendesk, Fault, make_ticket
from tests.handlers.source_world import KEY, to_fields
from tests.handlers.win_world import find_button, to_state
from tests.running import Running, voxpop
from tests.sample_week import make_parts
from tests.slack_requests import payload_body, signed

NOW = datetime.now(UTC)


@pytest.fixture
def zendesk() -> Iterator[FakeZendesk]:
    with FakeZendesk(page_size=3) as fake:
        fake.tickets = [make_ticket(n, f"Case {n}.", generated_timestamp=int(NOW.timestamp()) - 999) for n in range(8)]
        yield fake


def looked_at(store: Store, zendesk: FakeZendesk) -> list[Check]:
    """What doctor finds."""
    return list(check_sources(store, make_parts(store, **zendesk.settings).sources.accounts, datetime.now(UTC)))


def kept(store: Store) -> bool:
    with store.read() as tx:
        state = SourceStateQueries(tx).get("zendesk")
        return state.last_sync is not None and FeedbackQueries(tx).span() is not None


def test_run_pulls_by_itself_and_says_how_fresh(
    store: Store, database_url: str, fake_slack: FakeSlack, tmp_path: Path, zendesk: FakeZendesk
) -> None:
    with Running(database_url, fake_slack, tmp_path, **zendesk.settings) as running:
        running.wait_for(lambda: kept(store), "pulled", 60)
        assert "zendesk" in running.health().json()["sources"]
        assert "a-token" not in running.log
        assert "Case 1" not in running.log
        assert running.stop() < 10


def test_run_reads_what_an_admin_connects_in_slack_without_a_new_start(
    store: Store, database_url: str, fake_slack: FakeSlack, tmp_path: Path, zendesk: FakeZendesk
) -> None:
    given = {"zendesk_base_url": zendesk.url, "secret_key": KEY}
    with Running(database_url, fake_slack, tmp_path, **given) as running:
        seen = running.wait_for
        running.type("sources", user="U0ADMIN")
        seen(lambda: fake_slack.responses, "answered")
        button = find_button(fake_slack.responses[-1]["blocks"], "source-connect")
        press(running, "block_actions", actions=[{"type": "button", "block_id": "b", "action_ts": "1.0", **button}])
        seen(lambda: fake_slack.views, "open")
        form = fake_slack.views[-1]
        state = {"values": to_state(form["blocks"], to_fields())}
        press(running, "view_submission", view={**form, "state": state})
        seen(lambda: kept(store), "pulled", 60)
        assert TOKEN not in running.log
        assert running.stop() < 10
    said = voxpop("ingest", "zendesk", database_url=database_url, slack=fake_slack, folder=tmp_path, **given)
    assert (said.returncode, "0 new" in said.stdout) == (0, True), said.stderr


def press(running: Running, kind: str, **fields: object) -> None:
    body = payload_body(kind, "U0ADMIN", running.slack.trigger(), **fields)
    assert running.send(body, signed(body)).status_code == 200


def test_run_stops_at_once_in_the_middle_of_a_pull_and_frees_the_source(
    store: Store, database_url: str, fake_slack: FakeSlack, tmp_path: Path, zendesk: FakeZendesk
) -> None:
    zendesk.faults = [Fault(429, headers={"Retry-After": "90"})]
    with Running(database_url, fake_slack, tmp_path, **zendesk.settings) as running:
        running.wait_for(lambda: zendesk.calls, "asked", 60)
        assert running.health().json()["ok"]  # a long wait over there keeps nobody waiting here
        assert running.stop() < 10
        assert running.process.returncode == 0
    with store.begin() as tx:
        assert SourceStateQueries(tx).claim("zendesk", "the next", timedelta(seconds=1))


def test_admins_are_told_of_wrong_credentials_by_slack(
    store: Store, database_url: str, fake_slack: FakeSlack, tmp_path: Path, zendesk: FakeZendesk
) -> None:
    zendesk.token = "revoked"
    with Running(database_url, fake_slack, tmp_path, **zendesk.settings) as running:
        running.wait_for(lambda: told(store), "told", 60)


def told(store: Store) -> bool:
    with store.read() as tx:
        return [post.target for post in OutboxQueries(tx).in_state(State.DONE) if post.kind == NOTICE] == ["U0ADMIN"]


def test_doctor_asks_for_credentials_streams_and_clock(store: Store, zendesk: FakeZendesk) -> None:
    zendesk.faults = [Fault(403, path="survey_responses")]
    said = "\n".join(f"{check.well} {check.what}" for check in looked_at(store, zendesk))
    assert "True Zendesk lets us read tickets." in said
    assert "True Zendesk has no surveys for us" in said
    assert "True Zendesk's clock and this machine's agree." in said
    assert "False Zendesk was not read to its end yet." in said


def test_doctor_names_a_clock_that_is_wrong(store: Store, zendesk: FakeZendesk) -> None:
    accounts = make_parts(store, **zendesk.settings).sources.accounts
    said = [check.what for check in check_sources(store, accounts, datetime.now(UTC) - timedelta(minutes=10))]
    assert any("seconds ahead of this machine's" in what for what in said)


def test_doctor_names_the_way_out_of_wrong_credentials_once(store: Store, zendesk: FakeZendesk) -> None:
    zendesk.token = "revoked"
    found = [check for check in looked_at(store, zendesk) if "401" in check.what]
    [check] = found
    assert not check.well
    assert "ZENDESK_API_TOKEN" in (check.remedy or "")


def test_doctor_names_a_role_that_may_not_export(store: Store, zendesk: FakeZendesk) -> None:
    zendesk.role = "agent"
    said = [check.what for check in looked_at(store, zendesk) if not check.well]
    assert any("does not let us read tickets" in what for what in said)


def test_doctor_says_when_the_account_is_only_half_set_up(store: Store) -> None:
    parts = make_parts(store, zendesk_subdomain="example")
    assert any("ZENDESK_API_TOKEN, or ZENDESK_OAUTH_TOKEN" in finding.what for finding in examine(parts.settings, NOW))
