"""`voxpop ingest zendesk`: everything comes in, a second time nothing, and what stops it is told with the way out."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.week import Week
from bot.sources import SOURCES
from bot.storage.source_states import SourceStateQueries
from bot.storage.store import Store
from tests.bot.cli.command_line import CommandLine
from tests.fake_zendesk import AGENT, FakeZendesk, Fault, make_rating, make_ticket

LATELY = datetime.now(UTC) - timedelta(days=5)


@pytest.fixture
def fake(voxpop: CommandLine) -> Iterator[FakeZendesk]:
    with FakeZendesk() as fake:
        stamp, unix = LATELY.strftime("%Y-%m-%dT%H:%M:%SZ"), int(LATELY.timestamp())
        at = {"created_at": stamp, "updated_at": stamp}
        fake.tickets = [make_ticket(n, f"Case {n}.", **at, generated_timestamp=unix + n) for n in range(1, 6)]
        fake.ratings = [make_rating(900, 2, "bad", **at)]
        voxpop.set(**{name.upper(): value for name, value in fake.settings.items()})
        yield fake


def test_everything_comes_in_once(voxpop: CommandLine, fake: FakeZendesk) -> None:
    first = voxpop("ingest", "zendesk")
    assert (first.code, first.out) == (0, "6 new, 0 updated, 0 unchanged, 0 deleted, 0 quarantined\n")
    again = voxpop("ingest", "zendesk")
    assert (again.code, again.out) == (0, "0 new, 0 updated, 0 unchanged, 0 deleted, 0 quarantined\n")
    assert "Case 3." in voxpop("feedback", "show", "zendesk", "3").out


def test_since_says_how_far_back(voxpop: CommandLine, fake: FakeZendesk) -> None:
    assert voxpop("ingest", "zendesk", "--since", f"{datetime.now(UTC) - timedelta(days=2):%Y-%m-%d}").out[0] == "0"
    assert voxpop("ingest", "zendesk", "--since", "2026-01-01").out[0] == "6"


@pytest.mark.parametrize(
    ("since", "words"),
    [
        ("soon", "is no date"), ("2999-01-01", "in the future"), ("1969-01-01", "from 2005 on"),
        ("0001-01-01", "from 2005 on"),
    ],
)  # fmt: skip
def test_a_since_that_makes_no_sense_is_refused(voxpop: CommandLine, fake: FakeZendesk, since: str, words: str) -> None:
    outcome = voxpop("ingest", "zendesk", "--since", since)
    assert outcome.code == 2
    assert words in outcome.err


def test_wrong_credentials_end_it_with_the_way_out_and_without_the_secret(
    voxpop: CommandLine, fake: FakeZendesk
) -> None:
    voxpop.set(ZENDESK_API_TOKEN="outdated-token")
    outcome = voxpop("ingest", "zendesk")
    assert outcome.code == 1
    assert "does not accept the credentials (401)" in outcome.err
    assert "What to do: make a new API token" in outcome.err
    assert "outdated-token" not in outcome.err + outcome.out


def test_a_stream_that_is_off_is_named(voxpop: CommandLine, fake: FakeZendesk) -> None:
    fake.faults = [Fault(403, path="survey_responses")]
    outcome = voxpop("ingest", "zendesk")
    assert outcome.code == 0
    assert "Zendesk surveys is off: Zendesk answered 403" in outcome.err


@pytest.mark.parametrize(
    ("fault", "way_out"),
    [
        (Fault(403), "make a new API token"),
        (Fault(404), "is ZENDESK_SUBDOMAIN right?"),
        (Fault(302, headers={"Location": "https://example.com/"}), "is ZENDESK_SUBDOMAIN right?"),
        (Fault(200, '{"end_of_stream": true}'), "it is tried again tomorrow"),
    ],
)
def test_without_a_needed_stream_it_fails_with_the_way_out_in_words(
    voxpop: CommandLine, fake: FakeZendesk, fault: Fault, way_out: str
) -> None:
    fault.path = "incremental"
    fake.faults = [fault]
    outcome = voxpop("ingest", "zendesk")
    assert outcome.code == 1
    assert "Zendesk tickets is off: " in outcome.err
    assert f"What to do: {way_out}" in outcome.err
    assert "event=" not in outcome.err
    assert outcome.out.startswith("1 new")  # the rating: other streams go on
    assert voxpop("ingest", "zendesk").code == 0


def test_a_history_that_is_refused_is_named_as_such(voxpop: CommandLine, fake: FakeZendesk) -> None:
    fake.before[3] = lambda: fake.faults.append(Fault(400, path="incremental"))
    outcome = voxpop("ingest", "zendesk")
    assert outcome.code == 1
    assert "Zendesk tickets/history is off: " in outcome.err
    assert outcome.out.startswith("6 new")


def test_help_names_every_source(voxpop: CommandLine) -> None:
    for name in SOURCES:
        assert name in voxpop("ingest", "--help").out


def test_another_account_is_refused_and_nothing_of_it_is_asked_for(voxpop: CommandLine, fake: FakeZendesk) -> None:
    voxpop("ingest", "zendesk")
    asked = len(fake.calls)
    voxpop.set(ZENDESK_SUBDOMAIN="production")
    outcome = voxpop("ingest", "zendesk")
    assert outcome.code == 1
    assert "holds the feedback of the Zendesk account 'example'" in outcome.err
    assert "another database" in outcome.err
    assert len(fake.calls) == asked
    assert "Zendesk is not read: this database holds" in voxpop("doctor").out
    voxpop.set(ZENDESK_SUBDOMAIN="example")
    assert voxpop("ingest", "zendesk").code == 0
    assert "is not read" not in voxpop("doctor").out


def test_doctor_answers_in_sentences_alone(voxpop: CommandLine, fake: FakeZendesk) -> None:
    fake.faults = [Fault(500)]
    outcome = voxpop("doctor")
    assert "a request waits" not in outcome.out + outcome.err


def test_a_preview_says_when_the_only_source_is_left_out(voxpop: CommandLine, fake: FakeZendesk) -> None:
    fake.faults = [Fault(401, path="satisfaction_ratings")]
    voxpop("ingest", "zendesk")  # the tickets are here, but it was not read to its end
    preview = voxpop("digest", "preview", "--week", str(Week.of(LATELY, ZoneInfo("Europe/Berlin"))))
    assert "zendesk is left out" in preview.err
    assert "is here" not in preview.err


def test_no_customer_text_and_no_name_is_printed(voxpop: CommandLine, fake: FakeZendesk) -> None:
    fake.tickets[0].update(description="A secret complaint", created_at="never")
    fake.tickets[1].update(description="Another", submitter_id=AGENT)
    outcome = voxpop("ingest", "zendesk")
    assert "1 quarantined" in outcome.out
    assert "secret" not in outcome.out + outcome.err
    assert "Tannhuber" not in outcome.out + outcome.err


def test_without_an_account_it_says_where_to_look(voxpop: CommandLine) -> None:
    outcome = voxpop("ingest", "zendesk")
    assert outcome.code == 2
    assert "docs/zendesk.md" in outcome.err


def test_an_unknown_source_is_refused_with_those_that_are_known(voxpop: CommandLine) -> None:
    outcome = voxpop("ingest", "freshdesk")
    assert outcome.code == 2
    assert "there are: zendesk" in outcome.err


def test_it_waits_for_a_process_that_was_killed(voxpop: CommandLine, fake: FakeZendesk, store: Store) -> None:
    with store.begin() as tx:
        SourceStateQueries(tx).claim("zendesk", "killed", timedelta(seconds=2))
    outcome = voxpop("ingest", "zendesk")
    assert "waiting for it" in outcome.err
    assert outcome.out.startswith("6 new")
