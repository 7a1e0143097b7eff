"""Which changes of an edition lower protection, and so take a second admin."""

from datetime import UTC, datetime

import pytest

from bot.domain.edition import Away, Edition
from bot.domain.place import Place
from bot.domain.protection import Lowering, lowered

AWAY_POSTS, AWAY_FULL = Lowering.AWAY_POSTS, Lowering.AWAY_FULL


def with_away(away: Away) -> Edition:
    return Edition(created_at=datetime(2026, 1, 1, tzinfo=UTC), channel="C0LEAD", away=away)


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        (Away.NONE, Away.SHORT, (AWAY_POSTS,)),
        (Away.NONE, Away.FULL, (AWAY_FULL,)),
        (Away.SHORT, Away.FULL, (AWAY_FULL,)),
        (Away.FULL, Away.SHORT, ()),
        (Away.SHORT, Away.NONE, ()),
    ],
)
def test_more_may_be_posted_unread_only_with_a_second_admin(
    before: Away, after: Away, found: tuple[Lowering, ...]
) -> None:
    place = Place("C0LEAD", is_member=True)
    assert lowered(with_away(before), with_away(after), place, curators=True) == found
