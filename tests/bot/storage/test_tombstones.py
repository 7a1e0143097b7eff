"""What was deleted at its source is gone here too, with its ratings and words, and no older version brings it back."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.curation.texts.features import FEATURES_VERSION
from bot.domain.feedback import Feedback, Kind, Rating
from bot.services.feedback import FeedbackService, Tally
from bot.sources.base import Gone, Page
from bot.storage.feedback import FeedbackQueries
from bot.storage.store import Store

NOW = datetime(2026, 11, 16, 8, tzinfo=UTC)
LATER = NOW + timedelta(hours=1)


def ticket(number: str, text: str = "The suitcase is lost.", **fields: Any) -> Feedback:
    made = {"source": "desk", "kind": Kind.CONVERSATION, "external_id": number, "created_at": NOW, "text": text}
    return Feedback.model_validate({**made, **fields})


def rating(number: str, **fields: Any) -> Feedback:
    made = {"source": "desk", "kind": Kind.RATING, "external_id": number, "conversation_id": number, "created_at": NOW}
    return Feedback.model_validate({**made, "rating": Rating(value=0, low=0, high=1), **fields})


class Desk:
    def __init__(self, store: Store) -> None:
        self._store = store
        self._service = FeedbackService(store)

    def take_in(self, *items: Feedback, gone: tuple[Gone, ...] = ()) -> Tally:
        return sum(self._service.take_in("desk", [Page(items, gone=gone)], NOW), Tally())

    @property
    def records(self) -> list[tuple[str, str]]:
        with self._store.read() as tx:
            found = FeedbackQueries(tx).verbatims(None, NOW + timedelta(days=99), FEATURES_VERSION)
        return sorted((v.record.kind.value, v.record.external_id) for v in found)

    @property
    def learnt(self) -> list[str]:
        with self._store.read() as tx:
            return sorted(tx.connection.exec_driver_sql("SELECT text FROM feature").scalars())


@pytest.fixture
def desk(store: Store) -> Desk:
    return Desk(store)


def test_a_deleted_ticket_goes_with_its_ratings(desk: Desk) -> None:
    desk.take_in(ticket("1"), rating("1"), ticket("2", "Where is my parcel?"))
    assert desk.take_in(gone=(Gone("1", LATER),)) == Tally(gone=2)
    assert desk.records == [("conversation", "2")]


def test_what_was_learnt_from_its_words_goes_too(desk: Desk) -> None:
    desk.take_in(ticket("1"), ticket("2", "Where is my parcel?"))
    desk.take_in(gone=(Gone("1", LATER),))
    assert desk.learnt == ["Where is my parcel?"]


def test_words_that_somebody_else_said_too_stay_learnt(desk: Desk) -> None:
    desk.take_in(ticket("1"), ticket("2"))
    desk.take_in(gone=(Gone("1", LATER),))
    assert desk.learnt == ["The suitcase is lost."]


def test_an_older_version_does_not_bring_it_back(desk: Desk) -> None:
    desk.take_in(gone=(Gone("1", LATER),))
    assert desk.take_in(ticket("1"), rating("1"), ticket("1", updated_at=LATER)) == Tally()
    assert desk.records == []
    assert desk.learnt == []


def test_a_ticket_that_was_restored_at_the_source_comes_back_with_its_rating(desk: Desk) -> None:
    desk.take_in(gone=(Gone("1", LATER),))
    desk.take_in(ticket("1", updated_at=LATER + timedelta(seconds=1)), rating("1"))
    assert desk.records == [("conversation", "1"), ("rating", "1")]
    desk.take_in(gone=(Gone("1", LATER),))  # the old news once more
    assert desk.records == [("conversation", "1"), ("rating", "1")]


def test_the_order_within_a_page_does_not_matter(desk: Desk) -> None:
    desk.take_in(ticket("1"), ticket("2", updated_at=LATER + timedelta(1)), gone=(Gone("1", LATER), Gone("2", LATER)))
    assert desk.records == [("conversation", "2")]


def test_a_single_record_can_go_alone(desk: Desk) -> None:
    desk.take_in(ticket("1"), rating("1"))
    desk.take_in(gone=(Gone("1", LATER, Kind.RATING, "1"),))
    assert desk.records == [("conversation", "1")]
    desk.take_in(rating("1"), rating("1", updated_at=LATER))
    assert desk.records == [("conversation", "1")]
    desk.take_in(rating("1", updated_at=LATER + timedelta(seconds=1)))
    assert desk.records == [("conversation", "1"), ("rating", "1")]


def test_another_sources_records_stay(desk: Desk) -> None:
    desk.take_in(ticket("1", source="shop"), ticket("1"))
    desk.take_in(gone=(Gone("1", LATER),))
    assert desk.records == [("conversation", "1")]


@pytest.mark.parametrize("tag", ["do-not-feature", "do_not_feature", "Do not feature"])
def test_the_tag_do_not_feature_is_honoured_at_the_door_of_every_source(store: Store, desk: Desk, tag: str) -> None:
    desk.take_in(ticket("1", tags=("vip", tag)), ticket("2", "Another thing broke."))
    with store.read() as tx:
        found = FeedbackQueries(tx).verbatims(None, LATER, FEATURES_VERSION)
    assert {v.record.external_id: v.featured for v in found} == {"1": False, "2": True}
