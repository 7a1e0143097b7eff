"""The clock's pulling: every source gets its turn, whatever became of the one before."""

from datetime import UTC, datetime

import pytest

from bot.errors import SourceError
from jobs.ingest import ingest

NOW = datetime(2026, 11, 17, 7, 30, tzinfo=UTC)


class Puller:
    def __init__(self, **errors: Exception) -> None:
        self.errors = errors
        self.pulled: list[tuple[str, datetime]] = []

    def __call__(self, name: str, now: datetime) -> None:
        self.pulled.append((name, now))
        if name in self.errors:
            raise self.errors[name]


def test_every_source_is_pulled_in_turn() -> None:
    puller = Puller()
    ingest(["one", "two"], puller, NOW)
    assert puller.pulled == [("one", NOW), ("two", NOW)]


def test_a_source_that_fails_ends_its_own_turn_alone() -> None:
    puller = Puller(one=SourceError("it does not answer"))
    ingest(["one", "two"], puller, NOW)
    assert [name for name, _ in puller.pulled] == ["one", "two"]


def test_a_mistake_of_the_app_does_not_stop_the_others_and_is_not_hidden() -> None:
    puller = Puller(one=ZeroDivisionError())
    with pytest.raises(ZeroDivisionError):
        ingest(["one", "two"], puller, NOW)
    assert [name for name, _ in puller.pulled] == ["one", "two"]
