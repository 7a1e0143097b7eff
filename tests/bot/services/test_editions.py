"""Which edition is due for which week, and what is told about a week that is left out."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from bot.domain.edition import Edition, Weekday
from bot.domain.message import Message
from bot.domain.week import Week
from bot.errors import NotFoundError, SettingsError
from bot.services.editions import EditionService, to_edition
from bot.services.notices import Notices
from bot.services.posting import PostingService
from bot.settings import read_settings
from bot.storage.editions import EditionQueries
from bot.storage.outbox import OutboxQueries
from tests.bot.services.outbox_world import ADMINS, make_edition

MADE = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)  # a Monday; the first due time is Tuesday the 3rd, 07:30 UTC
TUESDAY = datetime(2026, 11, 3, 7, 30, tzinfo=UTC)
W44, W45, W46 = (Week.parse(f"2026-W{n}") for n in (44, 45, 46))


@pytest.fixture
def editions(store):
    return EditionService(store, Notices(lambda _: ADMINS))


@pytest.fixture
def publish(store, slack):
    """Put one week of an edition into the outbox."""

    def put(edition: Edition, week: Week) -> None:
        with store.begin() as tx:
            posting = PostingService(store, slack, Notices(lambda _: ()))
            posting.enqueue(tx, edition, week, [Message(text="digest")], due_at=tx.now())

    return put


def due_weeks(editions: EditionService, now: datetime) -> list[Week]:
    return [item.due.week for item in editions.due(now)]


def told(store) -> list[str]:
    """What was said to the first admin, oldest first."""
    with store.read() as tx:
        return [post.message.text for post in OutboxQueries(tx).in_state("pending") if post.target == ADMINS[0]]


def skipped(store, edition: str = "default") -> dict[str, str]:
    with store.read() as tx:
        return {str(week): reason for week, reason in EditionQueries(tx).skipped(edition).items()}


def test_nothing_is_due_before_the_time_and_the_week_that_ended_is_due_at_it(editions):
    editions.ensure(make_edition(created_at=MADE))
    assert due_weeks(editions, TUESDAY - timedelta(seconds=1)) == []
    assert due_weeks(editions, TUESDAY) == [W44]


def test_what_is_due_stays_due_until_it_is_in_the_outbox(editions, publish):
    edition = editions.ensure(make_edition(created_at=MADE))
    assert due_weeks(editions, TUESDAY) == due_weeks(editions, TUESDAY + timedelta(minutes=5)) == [W44]
    publish(edition, W44)
    assert due_weeks(editions, TUESDAY + timedelta(minutes=5)) == []


def test_a_new_edition_does_not_post_for_a_due_time_before_it_was_made(editions):
    editions.ensure(make_edition(created_at=TUESDAY + timedelta(minutes=1)))
    assert due_weeks(editions, TUESDAY + timedelta(hours=1)) == []
    assert due_weeks(editions, TUESDAY + timedelta(days=7)) == [W45]


def test_an_edition_without_a_channel_is_never_due_and_counts_as_made_when_it_gets_one(editions):
    editions.ensure(make_edition(created_at=MADE, channel=None))
    assert due_weeks(editions, TUESDAY + timedelta(hours=1)) == []
    kept = editions.ensure(make_edition(created_at=TUESDAY + timedelta(hours=2)))
    assert kept.created_at == TUESDAY + timedelta(hours=2)
    assert due_weeks(editions, TUESDAY + timedelta(hours=3)) == []


def test_changed_settings_count_at_once_and_the_making_date_stays(editions):
    editions.ensure(make_edition(created_at=MADE))
    changed = editions.ensure(make_edition(created_at=MADE + timedelta(days=9), weekday=Weekday.WED, title="Voices"))
    assert (changed.created_at, changed.weekday, changed.title) == (MADE, Weekday.WED, "Voices")
    assert editions.default() == changed


@pytest.mark.parametrize(
    "change",
    [
        {"weekday": Weekday.WED},
        {"at": time(18, 0)},
        {"timezone": "America/Los_Angeles"},
        {"weekday": Weekday.SUN},
        {"channel": "C0OTHER"},
    ],
    ids=str,
)
def test_a_moved_schedule_never_makes_a_posted_week_due_again(editions, publish, change):
    publish(editions.ensure(make_edition(created_at=MADE)), W44)
    editions.ensure(make_edition(created_at=MADE, **change))
    asked = [TUESDAY + timedelta(hours=hours) for hours in range(6 * 24)]
    assert not {week for now in asked for week in due_weeks(editions, now)} & {W44}


def test_a_week_posted_by_hand_before_it_was_due_is_not_due(editions, publish):
    publish(editions.ensure(make_edition(created_at=MADE)), W44)
    assert due_weeks(editions, TUESDAY) == []


def test_after_an_outage_the_newest_week_is_due_late_and_the_older_ones_are_told_once(editions, store):
    editions.ensure(make_edition(created_at=MADE))
    late = TUESDAY + timedelta(days=14, hours=30)
    for _ in range(3):
        assert due_weeks(editions, late) == [W46]
    assert skipped(store) == {"2026-W44": "missed", "2026-W45": "missed"}
    assert [text.count("digest post") for text in told(store)] == [1, 1]


def test_a_digest_due_for_over_two_days_is_left_out_and_told(editions, store):
    editions.ensure(make_edition(created_at=MADE))
    assert due_weeks(editions, TUESDAY + timedelta(hours=48)) == [W44]
    assert due_weeks(editions, TUESDAY + timedelta(hours=49)) == []
    assert skipped(store) == {"2026-W44": "missed"}
    assert "not running" in told(store)[0]


def test_a_week_that_a_holiday_moved_past_is_told(editions, publish, store):
    made = datetime(2026, 3, 23, tzinfo=UTC)
    edition = editions.ensure(make_edition(created_at=made, weekday=Weekday.FRI, holidays="DE-BE"))
    publish(edition, Week.parse("2026-W12"))  # on Friday the 27th of March; Good Friday moves to Tuesday after Easter
    assert due_weeks(editions, datetime(2026, 4, 7, 7, tzinfo=UTC)) == [Week.parse("2026-W14")]
    assert skipped(store) == {"2026-W13": "moved"}
    assert "public holiday" in told(store)[0]


def test_the_admins_are_told_in_the_editions_language(editions, store):
    editions.ensure(make_edition(created_at=MADE, language="de"))
    editions.due(TUESDAY + timedelta(days=4))
    assert "Es wurde kein Digest gepostet" in told(store)[0]


def test_weeks_before_the_last_posted_one_are_history(editions, publish, store):
    publish(editions.ensure(make_edition(created_at=MADE)), W45)
    assert due_weeks(editions, TUESDAY + timedelta(days=14)) == [W46]
    assert skipped(store) == {}


def test_next_due_is_the_next_that_will_really_post(editions, publish):
    edition = editions.ensure(make_edition(created_at=MADE))
    assert editions.next_due(edition, MADE).at == TUESDAY
    publish(edition, W44)
    assert editions.next_due(edition, MADE).at == TUESDAY + timedelta(days=7)


def test_an_unknown_edition_is_refused_with_the_known_names(editions):
    editions.ensure(make_edition(created_at=MADE))
    with pytest.raises(NotFoundError, match="'board'; known are: default"):
        editions.get("board")


def test_unknown_holidays_are_refused_before_anything_is_kept(editions):
    with pytest.raises(SettingsError, match="no part 'XX'"):
        editions.ensure(make_edition(created_at=MADE, holidays="DE-XX"))
    with pytest.raises(NotFoundError):
        editions.default()


def test_the_settings_describe_the_edition_called_default():
    edition = to_edition(read_settings(None), MADE)
    assert (edition.name, edition.weekday, edition.at, edition.timezone, edition.created_at) == (
        "default",
        Weekday.TUE,
        time(8, 30),
        "Europe/Berlin",
        MADE,
    )


def test_weeks_of_a_pause_are_written_down_and_nobody_is_troubled(editions, store):
    pause = {"paused_until": date(2026, 11, 17), "pause_reason": "summer"}
    edition = editions.ensure(make_edition(created_at=MADE, **pause))
    assert editions.next_due(edition, MADE).at == TUESDAY + timedelta(days=14)
    assert due_weeks(editions, TUESDAY) == []
    assert due_weeks(editions, TUESDAY + timedelta(days=7)) == []
    assert skipped(store) == {"2026-W44": "paused", "2026-W45": "paused"}
    assert told(store) == []
    assert due_weeks(editions, TUESDAY + timedelta(days=14)) == [W46]


def test_after_a_pause_and_an_outage_each_week_has_its_own_reason(editions, store):
    editions.ensure(make_edition(created_at=MADE, paused_until=date(2026, 11, 4), pause_reason="summer"))
    assert due_weeks(editions, TUESDAY + timedelta(days=14)) == [W46]
    assert skipped(store) == {"2026-W44": "paused", "2026-W45": "missed"}
    assert len(told(store)) == 1


def test_an_edition_whose_channel_is_broken_waits_and_the_others_go_on(editions):
    editions.ensure(make_edition(created_at=MADE, off="is_archived"))
    editions.ensure(make_edition(created_at=MADE, name="board", channel="C0BOARD"))
    assert [item.edition.name for item in editions.due(TUESDAY)] == ["board"]
    assert {edition.name for edition in editions.posting()} == {"default", "board"}
