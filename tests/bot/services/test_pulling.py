"""Pulling Zendesk: newest first, nothing twice, nothing lost, and every kind of error has its one answer."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.curation.texts.features import FEATURES_VERSION
from bot.domain.outbox import NOTICE
from bot.domain.verbatim import Verbatim, to_conversations
from bot.services.feedback import FeedbackService, Tally
from bot.services.leases import BusyError, held
from bot.services.pulling import PullService, Step
from bot.services.pulling_pace import PullPace
from bot.services.source_notices import SourceNotices
from bot.sources.connector import Cursor
from bot.sources.errors import AccountError, CredentialsError, PassingError, RateLimitedError
from bot.sources.http import Api
from bot.sources.zendesk import Zendesk
from bot.sources.zendesk_lookups import export_limits
from bot.storage.feedback import FeedbackQueries
from bot.storage.source_states import SourceStateQueries, StreamState
from bot.storage.store import Store
from tests.fake_zendesk import (
    AGENT,
    MAIL,
    NOW,
    START,
    TOKEN,
    FakeZendesk,
    Fault,
    make_rating,
    make_response,
    make_ticket,
    read_mark,
)
from tests.pull_once import DyingStore

ADMIN = "U0ADMIN"


class World:
    """A database, a fake Zendesk and a clock that a test turns."""

    def __init__(self, store: Store, fake: FakeZendesk) -> None:
        self.store, self.fake, self.now = store, fake, NOW
        self.pace = PullPace()
        self.token = TOKEN
        self.account = "example"
        self.stumble: Callable[[], None] = lambda: None
        """What happens in the app itself whenever Zendesk asks it to wait."""

    def pull(self, **options: Any) -> list[Step]:
        api = Api(
            "Zendesk",
            self.fake.url,
            auth=(f"{MAIL}/token", self.token),
            limits=export_limits,
            sleep=lambda _: self.stumble(),
        )
        source = Zendesk(api, self.account, identity=self.token)
        service = PullService(
            self.store, FeedbackService(self.store), SourceNotices(lambda _: [ADMIN], "en"), lambda: self.now, self.pace
        )
        try:
            return list(service.pull(source, **options))
        finally:
            source.close()

    def tally(self, **options: Any) -> Tally:
        return sum((step.tally for step in self.pull(**options)), Tally())

    @property
    def verbatims(self) -> list[Verbatim]:
        with self.store.read() as tx:
            return FeedbackQueries(tx).verbatims(None, self.now + timedelta(days=99), FEATURES_VERSION)

    @property
    def ids(self) -> list[str]:
        return sorted(f"{v.record.kind.value} {v.record.external_id}" for v in self.verbatims)

    def state(self, stream: str = "") -> StreamState:
        with self.store.read() as tx:
            return SourceStateQueries(tx).get("zendesk", stream)

    @property
    def told(self) -> list[str]:
        with self.store.read() as tx:
            rows = tx.connection.exec_driver_sql(f"SELECT payload FROM outbox WHERE kind = '{NOTICE}' ORDER BY id")
            return [str(payload) for payload in rows.scalars()]


@pytest.fixture
def world(store: Store) -> Iterator[World]:
    with FakeZendesk(page_size=3) as fake:
        yield World(store, fake)


def stamped(days: float) -> dict[str, str]:
    stamp = (NOW - timedelta(days=days)).strftime("%Y-%m-%dT%H:%M:%SZ")
    return {"created_at": stamp, "updated_at": stamp}


def days_ago(days: float) -> dict[str, Any]:
    return {**stamped(days), "generated_timestamp": int((NOW - timedelta(days=days)).timestamp())}


def test_everything_of_the_last_weeks_comes_in_once(world: World) -> None:
    world.fake.tickets = [make_ticket(number, f"Case {number} is open.") for number in range(1, 9)]
    world.fake.ratings = [make_rating(900, 2, "bad", comment="Too slow.", **stamped(1))]
    world.fake.responses = [make_response("01A", 5, 4, "good", "Quick help")]
    assert world.tally().new == 10
    assert world.tally() == Tally(unchanged=1)  # ratings are read again for some days, tickets are not
    assert len(to_conversations(world.verbatims)) == 8


def test_the_newest_weeks_come_first_and_history_backwards_after_them(world: World) -> None:
    world.fake.tickets = [make_ticket(n, **days_ago(days)) for n, days in enumerate((2, 20, 40, 70, 85, 120), start=1)]
    steps = world.pull()
    spans = [(s.stream, (world.now - s.since).days, (world.now - s.until).days) for s in steps if "tickets" in s.stream]
    assert spans == [
        ("tickets", 28, 0), ("tickets/history", 58, 28), ("tickets/history", 88, 58), ("tickets/history", 91, 88),
    ]  # fmt: skip
    assert world.ids == [f"conversation {number}" for number in range(1, 6)]


def test_a_longer_history_can_be_asked_for_later(world: World) -> None:
    world.fake.tickets = [make_ticket(n, **days_ago(days)) for n, days in enumerate((2, 120, 200), start=1)]
    world.pull()
    assert world.ids == ["conversation 1"]
    assert world.tally(since=NOW - timedelta(days=150)).new == 1
    world.pull(since=NOW - timedelta(days=365))
    assert world.ids == ["conversation 1", "conversation 2", "conversation 3"]


def test_nothing_older_than_asked_for_is_pulled(world: World) -> None:
    world.fake.tickets = [make_ticket(n, **days_ago(days)) for n, days in enumerate((2, 9, 40), start=1)]
    world.pull(since=NOW - timedelta(days=7))
    assert world.ids == ["conversation 1"]


def test_history_ends_its_turn_in_time_and_goes_on_the_next(world: World) -> None:
    world.fake.tickets = [make_ticket(n, **days_ago(30 + n)) for n in range(1, 9)]
    first = world.pull(until=NOW)
    assert [step.stream for step in first if step.tally.usable] == ["tickets/history"]
    world.pull()
    assert len(world.ids) == 8


def test_a_duplicate_across_pages_is_one_record(world: World) -> None:
    world.fake.tickets = [make_ticket(number) for number in range(1, 9)]
    world.fake.repeat_last = True
    assert world.tally().new == 8


def test_a_ticket_that_changed_during_paging_is_kept_as_it_is_now(world: World) -> None:
    world.fake.tickets = [make_ticket(number) for number in range(1, 9)]
    later = int(START.timestamp()) + 9000
    world.fake.before[1] = lambda: world.fake.tickets[0].update(tags=["changed"], generated_timestamp=later)
    world.pull()
    assert next(v for v in world.verbatims if v.record.external_id == "1").tags == ("changed",)


def test_of_a_thousand_tickets_515_were_deleted(world: World) -> None:
    world.fake.page_size = 1000
    world.fake.tickets = [make_ticket(number, "Same words.") for number in range(1000)]
    world.fake.ratings = [make_rating(5000 + number, number) for number in range(60)]
    world.pull()
    for ticket in world.fake.tickets[:515]:
        ticket.update(status="deleted", generated_timestamp=int(NOW.timestamp()) - 60)
    world.now += timedelta(minutes=15)
    assert world.tally().gone == 515 + 60
    assert len(to_conversations(world.verbatims)) == 485
    assert world.tally().new == 0  # the ratings that are read again do not come back


def test_a_rating_that_changed_later_counts_as_it_is_now(world: World) -> None:
    world.fake.tickets = [make_ticket(1)]
    world.fake.ratings = [make_rating(900, 1, "bad")]
    world.pull()
    world.fake.ratings.append(
        make_rating(901, 1, "good", created_at="2026-11-16T10:00:00Z", updated_at="2026-11-16T10:00:00Z")
    )
    world.pull()
    [conversation] = to_conversations(world.verbatims)
    assert [record.rating.value for record in conversation.records if record.rating] == [1]


@pytest.mark.parametrize("survey_first", [True, False])
def test_an_account_with_both_satisfaction_systems_counts_an_answer_once(world: World, survey_first: bool) -> None:
    rating, response = make_rating(900, 1, "bad", **stamped(1)), make_response("01A", 1, 2, "bad")
    for answer in response["answers"]:
        answer.update(stamped(1))
    world.fake.tickets = [make_ticket(1)]
    world.fake.responses = [response] if survey_first else []
    world.fake.ratings = [] if survey_first else [rating]
    world.pull()
    world.fake.responses, world.fake.ratings = [response], [rating]
    world.now += timedelta(minutes=15)
    world.pull()
    rated = [v.rating.scale for v in world.verbatims if v.rating is not None]
    assert rated == ["1-5"]


@pytest.mark.parametrize("survey_first", [True, False])
def test_a_rating_of_months_before_a_survey_stays_beside_it(world: World, survey_first: bool) -> None:
    rating, response = make_rating(900, 1, "bad", **stamped(82)), make_response("01A", 1, 2, "bad")
    for answer in response["answers"]:
        answer.update(stamped(2))
    world.fake.tickets = [make_ticket(1)]
    world.fake.responses = [response] if survey_first else []
    world.fake.ratings = [] if survey_first else [rating]
    world.pull(since=NOW - timedelta(days=60 if survey_first else 91))
    world.fake.responses, world.fake.ratings = [response], [rating]
    world.pull(since=NOW - timedelta(days=91))
    assert world.ids == ["conversation 1", "rating 1", "rating survey-01A"]


def test_a_tickets_tag_keeps_the_whole_conversation_from_being_featured(world: World) -> None:
    world.fake.tickets = [make_ticket(1, tags=["do-not-feature"]), make_ticket(2)]
    world.pull()
    assert {v.record.external_id: v.featured for v in world.verbatims} == {"1": False, "2": True}


def test_no_name_of_customer_or_agent_is_stored(world: World) -> None:
    said = "Frau Tannhuber did not help me. Xaver Obermüller, xaver@example.com"
    tags = ["tannhuber", "call_xaver_obermüller", "vip"]
    world.fake.tickets = [make_ticket(1, said, tags=tags), make_ticket(2, "x", submitter_id=AGENT)]
    world.fake.ratings = [make_rating(900, 1, "bad", comment="Wilhelmine never called back")]
    world.pull()
    with world.store.read() as tx:
        tables = ("feedback", "feature", "quarantine", "source_state", "tombstone")
        everything = "".join(str(tx.connection.exec_driver_sql(f"SELECT * FROM {t}").all()) for t in tables)
    assert next(v for v in world.verbatims if v.record.external_id == "1").tags[2] == "vip"
    for name in ("Tannhuber", "Obermüller", "Wilhelmine", "tannhuber", "obermüller", "xaver", str(AGENT)):
        assert name not in everything


def test_a_record_that_cannot_be_used_stops_nothing(world: World) -> None:
    world.fake.tickets = [make_ticket(1), make_ticket(2, created_at=None), make_ticket(3)]
    assert world.tally() == Tally(new=2, quarantined=1)


def test_wrong_credentials_pause_the_source_and_are_told_once_with_the_way_out(world: World) -> None:
    world.fake.token = "revoked"
    for _ in range(3):
        if world.state().off is None:
            with pytest.raises(CredentialsError):
                world.pull()
        else:
            assert world.pull() == []
    assert len(world.fake.calls) == 1
    [notice] = world.told
    assert "ZENDESK_API_TOKEN" in notice
    assert "Zendesk does not accept" in notice or "*Zendesk* does not accept" in notice


def test_other_credentials_end_the_pause(world: World) -> None:
    world.fake.tickets, world.fake.token = [make_ticket(1)], "new"
    with pytest.raises(CredentialsError):
        world.pull()
    world.token = "new"
    assert world.tally().new == 1
    assert (world.state().off, world.state().error) == (None, None)


def test_a_pause_ends_when_somebody_tries_by_hand_with_success(world: World) -> None:
    world.fake.token = "away"
    with pytest.raises(CredentialsError):
        world.pull()
    world.fake.token = TOKEN
    assert world.pull() == []
    world.pull(by_hand=True)
    assert world.state().off is None
    assert world.state().last_sync == NOW


def test_pages_before_a_token_expired_are_kept_and_the_next_run_goes_on_after_them(world: World) -> None:
    world.fake.tickets = [make_ticket(number) for number in range(1, 9)]
    world.fake.before[2] = lambda: setattr(world.fake, "token", "new")
    with pytest.raises(CredentialsError):
        world.pull()
    assert len(world.ids) == 6
    world.token = "new"
    assert world.tally().new == 2


def test_a_stream_that_the_plan_does_not_have_is_off_and_the_others_go_on(world: World) -> None:
    world.fake.tickets = [make_ticket(1)]
    world.fake.faults = [Fault(403, path="survey_responses"), Fault(404, path="satisfaction_ratings")]
    assert world.tally().new == 1
    assert "403" in (world.state("surveys").off or "")
    assert world.state("ratings").off is not None
    assert world.state().last_sync == NOW
    assert world.told == []  # a smaller plan is no failure
    asked = len(world.fake.calls)
    world.pull()
    assert {path for path, _ in world.fake.calls[asked:]} == {"incremental/tickets/cursor"}


def test_without_the_right_to_export_tickets_the_source_is_not_fresh_and_admins_are_told_once(world: World) -> None:
    world.fake.role = "agent"
    world.pull()
    world.pull()
    world.pull(by_hand=True)
    assert world.state().last_sync is None
    [notice] = world.told
    assert "role" in notice
    world.fake.role, world.fake.tickets = "admin", [make_ticket(1)]
    assert world.tally(by_hand=True).new == 1
    assert world.state().last_sync == NOW


@pytest.mark.parametrize("fault", [Fault(404), Fault(410), Fault(301, headers={"Location": "https://example.com/"})])
def test_where_nothing_answers_at_the_address_that_is_what_admins_are_told(world: World, fault: Fault) -> None:
    fault.path = "incremental"
    world.fake.faults = [fault]
    world.pull()
    [notice] = world.told
    assert "ZENDESK_SUBDOMAIN" in notice
    assert "API token" not in notice


def test_a_history_that_is_refused_is_told_as_such(world: World) -> None:
    world.fake.before[3] = lambda: world.fake.faults.append(Fault(400, path="incremental"))
    world.pull()
    [notice] = world.told
    assert "not read further back for today" in notice
    assert world.state().last_sync == NOW


def test_another_account_is_not_read_and_admins_are_told_once(world: World) -> None:
    world.fake.tickets = [make_ticket(1)]
    world.pull()
    world.fake.tickets, world.account = [make_ticket(1, "Another customer's."), make_ticket(2)], "production"
    asked = len(world.fake.calls)
    for _ in range(2):
        with pytest.raises(AccountError, match="'example', and the settings name 'production'"):
            world.pull()
    assert (world.ids, len(world.fake.calls)) == (["conversation 1"], asked)
    [notice] = world.told
    assert "another database" in notice
    world.account = "example"
    assert world.tally().new == 1


def test_an_account_that_nothing_was_read_of_can_be_corrected(world: World) -> None:
    world.account, world.fake.tickets = "exampel", [make_ticket(1)]
    world.fake.faults = [Fault(404)] * 3
    world.pull()
    world.account = "example"
    assert world.tally(by_hand=True).new == 1


def test_a_broken_protocol_stops_that_stream_and_is_told_once(world: World) -> None:
    world.fake.tickets, world.fake.loop = [make_ticket(number) for number in range(1, 9)], True
    world.fake.ratings = [make_rating(900, 1)]
    world.pull()
    world.pull()
    assert "rating 1" in world.ids
    [notice] = world.told
    assert "second time" in notice
    world.fake.loop = False
    world.pull(by_hand=True)
    assert len(world.ids) == 9


def test_a_long_wait_gives_the_turn_back_and_is_kept_to(world: World) -> None:
    world.fake.tickets = [make_ticket(1)]
    world.fake.faults = [Fault(429, headers={"Retry-After": "600"})]
    with pytest.raises(RateLimitedError):
        world.pull()
    assert world.pull() == []
    assert len(world.fake.calls) == 1
    assert world.told == []
    assert world.tally(by_hand=True).new == 1  # whoever asks by hand may try


@pytest.mark.parametrize(
    "headers", [{"Retry-After": "999999999"}, {"RateLimit-Remaining": "0", "RateLimit-Reset": "999999999"}]
)
def test_an_absurd_wait_is_cut_to_an_hour(world: World, headers: dict[str, str]) -> None:
    world.fake.tickets = [make_ticket(number) for number in range(1, 9)]
    world.fake.headers = headers
    world.fake.faults = [Fault(429)] if "Retry-After" in headers else []
    with pytest.raises(RateLimitedError):
        world.pull()
    not_before = world.state().not_before
    assert not_before is not None
    assert not_before <= datetime.now(UTC) + timedelta(hours=1)


def test_a_source_that_asks_us_to_wait_for_too_long_is_told_though_it_is_not_asked(world: World) -> None:
    world.fake.faults = [Fault(429, headers={"Retry-After": "100000000"})]
    with pytest.raises(RateLimitedError):
        world.pull()
    assert world.told == []
    world.pace = PullPace(patience=timedelta(0))
    for _ in range(2):
        assert world.pull() == []
    [notice] = world.told
    assert "100000000 seconds" in notice
    assert len(world.fake.calls) == 1


def test_what_was_read_before_a_long_wait_is_kept(world: World) -> None:
    world.fake.tickets = [make_ticket(number) for number in range(1, 9)]
    limited = Fault(429, headers={"Retry-After": "600"}, path="cursor")
    world.fake.before[1] = lambda: world.fake.faults.append(limited)
    with pytest.raises(RateLimitedError):
        world.pull()
    assert len(world.ids) == 3


def test_a_failure_that_lasts_is_told_within_the_hour_and_once(world: World) -> None:
    world.pace = PullPace(patience=timedelta(0))
    world.fake.faults = [Fault(500)] * 15
    for _ in range(3):
        with pytest.raises(PassingError):
            world.pull()
    assert len(world.told) == 1
    world.pull()
    assert world.state().failing_since is None


def test_a_short_failure_is_told_to_nobody(world: World) -> None:
    world.fake.faults = [Fault(500)] * 5
    with pytest.raises(PassingError):
        world.pull()
    assert world.told == []
    assert world.state().error is not None


def test_a_mistake_of_our_own_that_lasts_is_told_too_by_its_kind_alone(world: World) -> None:
    def stumble() -> None:
        raise ZeroDivisionError("a customer's words")

    world.pace = PullPace(patience=timedelta(0))
    world.stumble, world.fake.faults = stumble, [Fault(500)] * 2
    for _ in range(2):
        with pytest.raises(ZeroDivisionError):
            world.pull()
    [notice] = world.told
    assert "ZeroDivisionError" in notice
    assert "customer's words" not in notice + str(world.state().error)


@pytest.mark.parametrize("commit", range(1, 13))
def test_whichever_commit_fails_the_cursor_is_where_the_kept_pages_end(
    world: World, database_url: str, commit: int
) -> None:
    def die() -> None:
        raise ZeroDivisionError

    world.fake.tickets = [make_ticket(number) for number in range(1, 9)]
    world.store = store = DyingStore(database_url, commit, die)
    with pytest.raises(ZeroDivisionError):
        world.pull(until=NOW)
    text = world.state("tickets").cursor
    mark = Cursor.from_json("tickets", text).after if text else None
    ids = [f"conversation {number}" for number in range(1, (read_mark(mark)[1] if mark else 0) + 1)]
    assert world.ids == ids
    world.pull()
    assert len(world.ids) == 8
    store.close()


def test_only_one_process_pulls_a_source_at_a_time(world: World) -> None:
    with held(world.store, "zendesk", timedelta(seconds=60)):
        with pytest.raises(BusyError):
            world.pull()
        with held(world.store, "another", timedelta(seconds=60)):
            pass
    world.pull()


def test_a_process_that_lost_its_source_keeps_nothing_more(world: World) -> None:
    world.fake.tickets = [make_ticket(number) for number in range(1, 9)]

    def taken_over() -> None:
        with world.store.begin() as tx:
            states = SourceStateQueries(tx)
            states.write("zendesk", "", token="somebody else", lease_until=datetime.now(UTC) + timedelta(hours=1))

    world.fake.before[2] = taken_over
    with pytest.raises(BusyError, match="took Zendesk over"):
        world.pull()
    assert world.ids == []


def test_a_process_that_lost_its_source_neither_rewinds_nor_switches_off_what_its_successor_reads(world: World) -> None:
    world.fake.tickets, world.fake.loop = [make_ticket(number) for number in range(1, 9)], True

    def taken_over() -> None:
        with world.store.begin() as tx:
            states = SourceStateQueries(tx)
            states.write("zendesk", "", token="somebody else", lease_until=datetime.now(UTC) + timedelta(hours=1))
            states.write("zendesk", "tickets", cursor="the successor's")

    world.fake.before[1] = taken_over  # its answer is the loop
    with pytest.raises(BusyError, match="took Zendesk over"):
        world.pull()
    tickets = world.state("tickets")
    assert (tickets.cursor, tickets.off, tickets.not_before) == ("the successor's", None, None)
    assert (world.told, world.state().error) == ([], None)


def test_a_killed_process_frees_its_source_when_the_lease_is_over(world: World) -> None:
    with world.store.begin() as tx:
        assert SourceStateQueries(tx).claim("zendesk", "killed", timedelta(milliseconds=1))
    world.pull()


def test_freshness_is_that_of_the_last_run_that_read_everything(world: World) -> None:
    world.pull()
    assert world.state().last_sync == NOW
    world.now += timedelta(minutes=15)
    world.fake.faults = [Fault(500)] * 5
    with pytest.raises(PassingError):
        world.pull()
    assert world.state().last_sync == NOW
