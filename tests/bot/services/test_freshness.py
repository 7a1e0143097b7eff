"""A source that was not read up to the week's end is left out of all weeks that are compared, and it is said."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.app import Parts
from bot.cli.output import digest_as
from bot.domain.digest import VerdictKind
from bot.domain.week import Week
from bot.services.freshness import stopped
from bot.storage.source_states import WHOLE, SourceStateQueries
from bot.storage.sources import SourceQueries
from bot.storage.store import Store
from tests.sample_week import NOW, WEEK, make_parts

END = WEEK.end(ZoneInfo("Europe/Berlin"))
DUE = NOW
SOURCE = "helpdesk"


@pytest.fixture
def parts(sample_store: Store) -> Parts:
    return make_parts(sample_store)


def last_read(parts: Parts, at: datetime | None, source: str = SOURCE) -> None:
    """Make *source* one that is pulled, and was read to its end for the last time *at*."""
    with parts.store.begin() as tx:
        SourceStateQueries(tx).write(source, WHOLE, last_sync=at)
        if at is not None:
            SourceQueries(tx).delivered(source, at)


def test_a_file_does_not_go_stale_by_growing_old(parts: Parts) -> None:
    digest = parts.digests.preview(parts.edition("default"), WEEK, at=DUE + timedelta(days=400))
    assert {health.stale for health in digest.sources} == {False}


def test_files_that_stopped_are_said_to_have_and_make_no_quiet_week(parts: Parts) -> None:
    digest = parts.digests.preview(parts.edition("default"), WEEK.back(-3))
    assert {health.stale for health in digest.sources} == {True}
    assert (digest.counts.conversations, digest.verdict.kind) == (0, VerdictKind.EMPTY)
    assert all(kpi.value is None for kpi in digest.kpis)
    assert "Stale:" in digest_as("text", digest)


def days(*numbers: float) -> list[datetime]:
    return [datetime(2026, 9, 1, tzinfo=UTC) + timedelta(days=number) for number in numbers]


@pytest.mark.parametrize(
    ("came", "end", "over"),
    [
        (days(*range(28)), 29, False),
        (days(*range(28)), 30, True),
        (days(0, 7, 14, 21, 28), 35, False),  # once a week
        (days(0, 7, 14, 21, 28), 43, True),
        (days(0, 0.1, 0.2, 3), 40, False),  # too little to know its rhythm by
        ([], 40, False),
    ],
)
def test_silence_is_an_end_only_where_it_is_unheard_of(came: list[datetime], end: int, over: bool) -> None:
    assert stopped(came, *days(end)) is over


def test_a_source_that_was_just_read_is_fresh_and_counted(parts: Parts) -> None:
    last_read(parts, DUE - timedelta(minutes=10))
    digest = parts.digests.preview(parts.edition("default"), WEEK, at=DUE)
    assert {health.stale for health in digest.sources} == {False}
    assert digest.counts.by_source[SOURCE] > 0


def test_a_source_that_is_silent_since_the_weeks_end_is_counted_and_said(parts: Parts) -> None:
    last_read(parts, DUE - timedelta(hours=5))
    digest = parts.digests.preview(parts.edition("default"), WEEK, at=DUE)
    assert [health.source for health in digest.sources if health.stale] == [SOURCE]
    assert digest.counts.by_source[SOURCE] > 0


@pytest.mark.parametrize("last", [END - timedelta(days=2), None])
def test_a_source_that_misses_some_of_the_week_is_left_out_of_all_of_them_and_said(
    parts: Parts, last: datetime | None
) -> None:
    whole = parts.digests.preview(parts.edition("default"), WEEK, at=DUE)
    last_read(parts, last)
    digest = parts.digests.preview(parts.edition("default"), WEEK, at=DUE)
    assert SOURCE not in digest.counts.by_source
    assert digest.counts.conversations == whole.counts.conversations - whole.counts.by_source[SOURCE]
    assert all(SOURCE not in line.by_source for line in digest.all_themes)
    assert sum(line.previous for line in digest.all_themes) < sum(line.previous for line in whole.all_themes)
    assert [health.source for health in digest.sources if health.stale] == [SOURCE]
    shown = " ".join(digest_as("text", digest).split())
    assert ("never synced" if last is None else ", left out)") in shown


def test_without_a_moment_the_week_alone_decides(parts: Parts) -> None:
    last_read(parts, END + timedelta(minutes=1))
    digest = parts.digests.preview(parts.edition("default"), WEEK)
    assert {health.stale for health in digest.sources} == {False}


def test_a_week_that_still_runs_is_not_missed(parts: Parts) -> None:
    last_read(parts, DUE - timedelta(minutes=10))
    digest = parts.digests.preview(parts.edition("default"), WEEK.next, at=DUE)
    assert {health.stale for health in digest.sources} == {False}


def test_a_source_that_was_given_up_long_ago_is_not_spoken_of(parts: Parts) -> None:
    last_read(parts, datetime(2025, 1, 1, tzinfo=UTC), "formerly")
    digest = parts.digests.preview(parts.edition("default"), Week.parse("2026-W46"), at=DUE)
    assert "formerly" not in {health.source for health in digest.sources}
