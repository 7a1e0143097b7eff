"""The timetable ticks at once and regularly, survives errors, never ticks twice at once, and stops."""

import threading
import time
from collections.abc import Callable, Iterator
from datetime import datetime

import pytest

from bot.services.clock import wall_clock
from jobs import Timetable
from tests.fixtures_log import Log, log

__all__ = ["log"]

SAID = "my parcel to Example Street 5 never came"


@pytest.fixture
def timetables() -> Iterator[list[Timetable]]:
    started: list[Timetable] = []
    yield started
    for timetable in started:
        timetable.stop()


def start(timetables: list[Timetable], tick: Callable[[datetime], None]) -> Timetable:
    timetable = Timetable(tick, wall_clock, seconds=0.1)
    timetables.append(timetable)
    timetable.start()
    return timetable


def wait_until(what: Callable[[], object]) -> None:
    deadline = time.monotonic() + 5
    while not what():
        assert time.monotonic() < deadline
        time.sleep(0.01)


def test_it_ticks_at_once_and_then_again(timetables: list[Timetable]) -> None:
    ticks: list[datetime] = []
    timetable = start(timetables, ticks.append)
    wait_until(lambda: len(ticks) >= 3)
    assert timetable.last_tick is not None
    assert all(moment.tzinfo is not None for moment in ticks)


def test_a_tick_that_fails_is_logged_without_words_and_the_next_one_comes(
    timetables: list[Timetable], log: Log
) -> None:
    ticks: list[datetime] = []

    def tick(now: datetime) -> None:
        ticks.append(now)
        raise KeyError(SAID)

    timetable = start(timetables, tick)
    wait_until(lambda: len(ticks) >= 2)
    assert timetable.last_tick is None, "health must not take a failing clock for a working one"
    failed = [line for line in log.lines() if line["event"].startswith("a tick failed")]
    assert failed[0]["error"] == "KeyError"
    assert "jobs/__init__.py" in failed[0]["place"]
    assert SAID not in log.text()


def test_a_slow_tick_is_never_joined_by_a_second(timetables: list[Timetable], log: Log) -> None:
    running, most, lock = 0, 0, threading.Lock()
    ticks: list[datetime] = []

    def tick(now: datetime) -> None:
        nonlocal running, most
        with lock:
            running += 1
            most = max(most, running)
        time.sleep(0.35)
        with lock:
            running -= 1
        ticks.append(now)

    start(timetables, tick)
    wait_until(lambda: len(ticks) >= 3)
    assert most == 1
    assert "maximum number of running instances" not in log.text()


def test_it_waits_for_the_running_tick_but_not_for_ever(timetables: list[Timetable]) -> None:
    release, ticking = threading.Event(), threading.Event()

    def tick(_: datetime) -> None:
        ticking.set()
        release.wait(10)

    timetable = start(timetables, tick)
    assert ticking.wait(5)
    assert not timetable.stop(patience=0.2)
    release.set()
    assert timetable.stop(patience=5)


def test_one_that_was_never_started_stops_as_well() -> None:
    assert Timetable(lambda _: None, wall_clock).stop()
