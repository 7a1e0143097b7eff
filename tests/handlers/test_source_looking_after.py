"""Sources are paused, resumed, read again and disconnected from Slack, and tell how they are."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text as sql

from bot.locale import Words
from bot.services.sealing import SealError
from bot.services.source_checks import check_sources
from bot.sources.errors import CredentialsError
from bot.storage.feedback import FeedbackQueries
from bot.storage.source_states import SourceStateQueries
from bot.storage.store import Store
from tests.fake_slack import FakeSlack
from tests.fake_zendesk import FakeZendesk, Fault, make_ticket
from tests.handlers.source_world import API_TOKEN, SourceWorld, actions, text, to_fields
from tests.handlers.test_home import open_home
from tests.handlers.win_world import buttons, find_button

BOTH = pytest.mark.parametrize("language", ["en", "de"])


@pytest.fixture
def zendesk() -> Iterator[FakeZendesk]:
    with FakeZendesk(page_size=3) as fake:
        recent = int((datetime.now(UTC) - timedelta(days=3)).timestamp())
        fake.tickets = [make_ticket(n, f"Case {n}.", generated_timestamp=recent + n) for n in range(5)]
        yield fake


@pytest.fixture
def world(fake_slack: FakeSlack, store: Store, zendesk: FakeZendesk, language: str) -> Iterator[SourceWorld]:
    """Zendesk is connected and was read once."""
    world = SourceWorld(fake_slack, store, zendesk, language)
    world.connect()
    assert world.pull() == 5
    world.begun.clear()
    yield world
    world.close()


def records(world: SourceWorld) -> int:
    with world.parts.store.read() as tx:
        return FeedbackQueries(tx).counts().get("zendesk", 0)


def count(world: SourceWorld, table: str, where: str = "1 = 1") -> int:
    with world.parts.store.read() as tx:
        return int(tx.connection.execute(sql(f"SELECT count(*) FROM {table} WHERE {where}")).scalar_one())


@BOTH
def test_a_paused_source_is_not_read_until_it_is_resumed(world: SourceWorld, language: str) -> None:
    words = Words(language)
    [paused] = world.press("source-pause")
    assert words("source-resume") in text(paused)
    assert paused["replace_original"]
    assert world.parts.sources.accounts.names() == []
    [resumed] = world.press("source-resume", "U0MAX")
    assert words("source-pause") in text(resumed)
    assert (world.parts.sources.accounts.names(), world.begun) == (["zendesk"], ["zendesk"])
    assert world.audit()[1:] == [("U0LEA", "source.pause"), ("U0MAX", "source.resume")]


def test_pausing_asks_once_more_and_says_what_it_costs(world: SourceWorld) -> None:
    [button] = [b for b in buttons(world.sources()["blocks"]) if b["action_id"] == "source-pause"]
    assert "stale" in button["confirm"]["text"]["text"]


@BOTH
def test_of_two_admins_who_pause_at_once_one_does_and_the_other_is_told(world: SourceWorld, language: str) -> None:
    seen = world.sources()
    world.press("source-pause", "U0LEA", seen)
    [answer] = world.press("source-pause", "U0MAX", seen)
    assert answer["text"] == Words(language)("source-faster")
    assert [action for _, action in world.audit()].count("source.pause") == 1


def test_pausing_ends_a_run_that_is_under_way(world: SourceWorld) -> None:
    world.zendesk.tickets += [
        make_ticket(n, generated_timestamp=int(datetime.now(UTC).timestamp())) for n in (90, 91, 92, 93, 94)
    ]
    source = world.parts.sources.accounts.open("zendesk")
    assert source is not None
    steps = world.parts.pulling.pull(source)
    next(steps)
    world.press("source-pause")
    with pytest.raises(Exception, match="took Zendesk over"):
        list(steps)
    source.close()


@BOTH
def test_a_source_is_read_again_from_a_day_and_nothing_comes_twice(world: SourceWorld, language: str) -> None:
    world.pull()
    asked = len(world.zendesk.calls)
    form = world.open("source-resync")
    day = (datetime.now(UTC) - timedelta(days=9)).date()
    assert world.send(form, **{"source-since": day.isoformat()}) == {}
    assert world.begun == ["zendesk"]
    assert world.pull() == 0
    starts = [
        int(query["start_time"])
        for path, query in world.zendesk.calls[asked:]
        if "cursor" in path and "start_time" in query
    ]
    assert datetime.fromtimestamp(starts[0], UTC).date() == day
    assert records(world) == 5
    assert world.audit()[-1] == ("U0LEA", "source.resync")


@BOTH
def test_a_day_to_come_cannot_be_read_again(world: SourceWorld, language: str) -> None:
    form = world.open("source-resync")
    given = {"source-since": (datetime.now(UTC) + timedelta(days=2)).date().isoformat()}
    assert world.send(form, **given) == {"source-since": Words(language)("source-future")}


@BOTH
def test_disconnecting_deletes_the_credentials_and_keeps_the_feedback(world: SourceWorld, language: str) -> None:
    form = world.open("source-disconnect")
    assert world.send(form) == {}
    assert Words(language)("source-disconnect-done", source="Zendesk") in text(form)
    assert (world.connection.sealed, world.connection.plain) == (None, {})
    assert (world.parts.sources.accounts.names(), records(world)) == ([], 5)
    assert actions(world.sources()) == ["source-connect"]
    assert world.pull() == 0
    assert "zendesk_email" not in str(world.connection)


@BOTH
def test_the_feedback_goes_too_where_that_is_asked_for(world: SourceWorld, language: str) -> None:
    form = world.open("source-disconnect")
    assert world.send(form, **{"source-feedback": "forget"}) == {}
    assert Words(language)("source-disconnect-forgotten", source="Zendesk", records=5) in text(form)
    assert records(world) == 0
    assert [count(world, table) for table in ("feature", "source_state", "quarantine")] == [0, 0, 0]
    world.connect(**{"source-zendesk-subdomain": "another"})  # nothing is mixed, so another account may come
    assert world.pull() == 5


def test_what_another_source_said_as_well_stays_learnt(world: SourceWorld, store: Store) -> None:
    said = "(SELECT text_key FROM feedback WHERE external_id = '1')"
    with store.begin() as tx:
        tx.connection.execute(sql("UPDATE feedback SET source = 'file' WHERE external_id = '1'"))
        tx.connection.execute(sql(f"UPDATE feedback SET text_key = {said} WHERE external_id = '2'"))
    world.send(world.open("source-disconnect"), **{"source-feedback": "forget"})
    with store.read() as tx:
        assert FeedbackQueries(tx).counts() == {"file": 1}
    assert count(world, "feature", f"text_key = {said}") == 1


def test_a_form_that_is_older_than_the_connection_disconnects_nothing(world: SourceWorld) -> None:
    form = world.open("source-disconnect")
    world.press("source-pause", "U0MAX")
    assert "Somebody else" in str(world.send(form))
    assert world.connection.sealed is not None


@BOTH
def test_with_another_secret_key_nothing_is_lost_and_it_is_said_what_to_do(
    world: SourceWorld, fake_slack: FakeSlack, store: Store, zendesk: FakeZendesk, language: str
) -> None:
    words = Words(language)
    other = SourceWorld(fake_slack, store, zendesk, language, secret_key="another key, which is long enough")
    assert words("source-trouble-key") in text(other.sources())
    assert words("source-do-key") in text(other.sources())
    for _ in range(2):
        with pytest.raises(SealError, match="this SECRET_KEY"):
            other.pull()
    [letter] = other.letters()
    assert letter == words("notice-source-key", source="Zendesk")
    assert world.pull() == 0  # with the former key it goes on
    assert [words("notice-source-again", source="Zendesk")] == world.letters()[1:]
    assert other.connection.plain["zendesk_subdomain"] == "example"
    form = other.connect()
    assert words("source-form-connected", source="Zendesk") in text(form)
    assert other.pull() == 0
    other.close()


@BOTH
def test_admins_are_told_once_when_a_source_fails_and_once_when_it_works_again(
    world: SourceWorld, language: str
) -> None:
    words = Words(language)
    world.zendesk.token = "renewed"
    with pytest.raises(CredentialsError):
        world.pull()
    assert world.pull() == 0  # it is paused by itself and asks no more
    for admin in ("U0LEA", "U0MAX"):
        [letter] = world.letters(admin)
        assert "`/voice quellen`" in letter if language == "de" else "`/voice sources`" in letter
        assert "ZENDESK_API_TOKEN" not in letter
    shown = text(world.sources())
    assert words("source-trouble-credentials", source="Zendesk") in shown
    assert words("source-do-credentials", source="Zendesk", origin="slack") in shown
    form = world.open("source-connect")
    assert world.send(form, **{API_TOKEN: "renewed"}) == {}
    assert world.audit()[-1] == ("U0LEA", "source.credentials")
    world.pull()
    assert world.letters()[1:] == [words("notice-source-again", source="Zendesk")]
    world.pull()
    assert len(world.letters()) == 2
    assert words("source-trouble-credentials", source="Zendesk") not in text(world.sources())


def test_a_stream_that_is_not_needed_and_off_is_shown_and_is_no_trouble(world: SourceWorld) -> None:
    world.zendesk.faults = [Fault(403, path="satisfaction_ratings")]
    world.pull()
    assert "once a day: ratings" in text(world.sources())
    assert world.standing.trouble is None


@BOTH
def test_home_shows_sources_to_admins_alone_and_a_button_there_draws_it_anew(world: SourceWorld, language: str) -> None:
    words = Words(language)
    assert words("source-title") in str(open_home(world, "U0LEA")["blocks"])
    assert words("source-title") not in str(open_home(world, "U0ANNA")["blocks"])
    view = world.fake_slack.homes["U0LEA"]
    pressed = {"type": "button", "block_id": "b", "action_ts": "1.0", **find_button(view["blocks"], "source-pause")}
    world.interact("block_actions", "U0LEA", actions=[pressed], view={**view, "id": "V9", "hash": "h"})
    world.idle()
    assert words("source-resume") in str(world.fake_slack.homes["U0LEA"]["blocks"])


def test_doctor_and_the_command_line_know_what_was_connected_in_slack(world: SourceWorld) -> None:
    accounts, now = world.parts.sources.accounts, datetime.now(UTC)
    said = "\n".join(check.what for check in check_sources(world.parts.store, accounts, now))
    assert "Zendesk is connected in Slack, as 'example'." in said
    assert "Zendesk lets us read tickets." in said
    world.press("source-pause")
    [finding] = check_sources(world.parts.store, accounts, now)
    assert "paused" in finding.what


def test_a_source_that_was_disconnected_is_said_to_be_in_no_trouble(world: SourceWorld) -> None:
    world.zendesk.token = "renewed"
    with pytest.raises(CredentialsError):
        world.pull()
    world.send(world.open("source-disconnect"))
    assert world.standing.trouble is None
    with world.parts.store.read() as tx:
        assert SourceStateQueries(tx).get("zendesk").told_at is None


@BOTH
def test_the_settings_have_a_page_of_sources_and_draw_it_anew(world: SourceWorld, language: str) -> None:
    words = Words(language)
    page = world.settings_page()
    assert words("source-pause") in text(page)
    world.click(page, "source-pause")
    assert words("source-resume") in text(page)
    form = world.click(page, "source-disconnect")
    assert form is not page
    assert world.send(form) == {}
    assert actions(page) == ["source-connect"]
    form = world.click(page, "source-connect")
    assert world.send(form, **to_fields()) == {}
    assert words("source-pause") in text(page)
    shown = text(world.settings_page("audit"))
    for action in ("connect", "pause", "disconnect"):
        assert words(f"audit-source-{action}", target="zendesk") in shown
