"""The clock makes the drafts that are due and shows them; one that fails keeps no other back, and no digest."""

from datetime import UTC, datetime

import pytest

from bot.domain.edition import Edition
from bot.domain.schedule import Due, next_due
from bot.errors import StorageError, UnexpectedError
from bot.services.editions import DueEdition
from jobs.drafts import tick
from tests.factories import make_edition

NOW = datetime(2026, 11, 17, 7, 30, tzinfo=UTC)


def due(_now: datetime) -> list[DueEdition]:
    return [DueEdition(edition, next_due(edition, NOW)) for edition in (make_edition(name="a"), make_edition(name="b"))]


@pytest.mark.parametrize("error", [StorageError("busy"), UnexpectedError("KeyError", "nowhere")])
def test_one_that_fails_keeps_no_other_back(error: Exception) -> None:
    made, shown = [], []

    def make(edition: Edition, _due: Due, _now: datetime) -> None:
        if edition.name == "a":
            raise error
        made.append(edition.name)

    tick(due, make, shown.append, NOW)
    assert (made, shown) == (["b"], [NOW])


def test_a_database_that_is_busy_is_left_for_the_next_tick() -> None:
    def busy(_now: datetime) -> list[DueEdition]:
        raise StorageError("busy")

    shown: list[datetime] = []
    tick(busy, lambda *_: None, shown.append, NOW)
    assert shown == []
