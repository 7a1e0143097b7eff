"""Feedback comes in once, names stay outside, and a bad row costs nothing but itself."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import text

from bot.curation.texts.features import FEATURES_VERSION
from bot.domain.feedback import Feedback, Kind, Rating
from bot.errors import NotFoundError
from bot.services.feedback import FeedbackService, Tally
from bot.services.leases import BusyError
from bot.sources.base import BadRow, Page
from bot.storage.feedback import FeedbackQueries
from bot.storage.sources import SourceQueries
from bot.storage.store import Store, Transaction

NOW = datetime(2026, 11, 16, 8, tzinfo=UTC)


@pytest.fixture
def service(store: Store) -> FeedbackService:
    return FeedbackService(store, secret="s3cret")


def make(external_id: str, text: str | None = "The suitcase is lost.", **fields: object) -> Feedback:
    made = {"source": "desk", "kind": Kind.CONVERSATION, "external_id": external_id, "created_at": NOW, "text": text}
    return Feedback.model_validate({**made, **fields})


def take_in(service: FeedbackService, *items: Feedback, bad: tuple[BadRow, ...] = ()) -> Tally:
    return sum(service.take_in("desk", [Page(items, bad)], NOW), Tally())


def test_the_same_records_twice_add_nothing(service: FeedbackService) -> None:
    records = [make("1"), make("2", "Mein Koffer ist weg.")]
    assert take_in(service, *records) == Tally(new=2)
    assert take_in(service, *records) == Tally(unchanged=2)


def test_a_bad_row_is_put_aside_once_and_the_others_are_kept(store: Store, service: FeedbackService) -> None:
    bad = (BadRow(7, "created_at is not a date"),)
    assert take_in(service, make("1"), bad=bad) == Tally(new=1, quarantined=1)
    take_in(service, make("1"), bad=bad)
    with store.read() as tx:
        assert SourceQueries(tx).quarantined() == 1


def test_names_of_the_record_are_nowhere_in_the_database(store: Store, service: FeedbackService) -> None:
    said = "Your colleague Wilhelmine told me to write to wilhelmine@example.org, Gruß Xaver Obermüller"
    names = ("Xaver Obermüller", "Wilhelmine", "wilhelmine@example.org")
    take_in(service, make("1", said, subject="Frage an Wilhelmine", names=names, customer="xaver@example.org"))
    with store.read() as tx:
        everything = str(
            [tx.connection.exec_driver_sql(f"SELECT * FROM {table}").all() for table in ("feedback", "feature")]
        )
    for name in ("Wilhelmine", "wilhelmine", "Obermüller", "xaver@"):
        assert name not in everything


def test_the_same_text_is_learnt_once(store: Store, service: FeedbackService) -> None:
    take_in(service, *(make(str(number)) for number in range(5)))
    with store.read() as tx:
        assert tx.connection.exec_driver_sql("SELECT count(*) FROM feature").scalar_one() == 1


def test_a_rating_without_words_is_kept_and_has_nothing_to_learn(store: Store, service: FeedbackService) -> None:
    rating = Rating(value=2, low=1, high=5)
    assert take_in(service, make("1", None, kind=Kind.RATING, rating=rating)) == Tally(new=1)
    with store.read() as tx:
        (verbatim,) = FeedbackQueries(tx).verbatims(None, datetime(2027, 1, 1, tzinfo=UTC), FEATURES_VERSION)
    assert (verbatim.features.text, verbatim.rating) == ("", rating)


def test_what_was_learnt_by_older_rules_is_learnt_again(store: Store, service: FeedbackService) -> None:
    take_in(service, make("1"))
    with store.begin() as tx:
        tx.connection.exec_driver_sql("UPDATE feature SET version = 'older', text = 'old words'")
    assert service.learn() == 1
    assert service.learn() == 0
    assert service.show("desk", "1")[0]["redacted_text"] == "The suitcase is lost."


def test_what_is_shown_of_a_record_is_redacted(service: FeedbackService) -> None:
    take_in(service, make("1", "Call me on +49 30 23125 100, my bag is lost."))
    (shown,) = service.show("desk", "1")
    assert "23125" not in str(shown)
    assert "raw" not in shown


def test_a_record_that_is_not_there_is_told_with_the_sources_that_are(service: FeedbackService) -> None:
    take_in(service, make("1"))
    with pytest.raises(NotFoundError, match="no feedback desk 99; sources are desk"):
        service.show("desk", "99")


def test_many_texts_are_learnt_in_workers_as_they_would_be_here(store: Store, service: FeedbackService) -> None:
    """Batches and processes leave no trace: the stored vectors are the same to the bit."""
    texts = [f"The delivery number {number} came {number % 7} days late and nobody called." for number in range(400)]
    take_in(service, *(make(str(number), text) for number, text in enumerate(texts)))
    with store.begin() as tx:
        in_workers = dict(tx.connection.exec_driver_sql("SELECT text_key, vector FROM feature").all())
        tx.connection.exec_driver_sql("DELETE FROM feature")
    for first in range(0, 400, 160):
        again = [make(f"again-{number}", texts[number]) for number in range(first, min(first + 160, 400))]
        take_in(service, *again)
    with store.read() as tx:
        here = dict(tx.connection.exec_driver_sql("SELECT text_key, vector FROM feature").all())
    assert here == in_workers


def test_a_page_is_written_in_parts_and_counts_as_read_with_the_last_of_them(service: FeedbackService) -> None:
    held: list[int] = []
    read: list[int] = []
    page = Page([make(f"p{number}") for number in range(450)])

    def hold(_tx: Transaction) -> None:
        held.append(1)
        if len(held) == 3:
            raise BusyError("another process took it over")

    def along(_tx: Transaction, _page: Page) -> None:
        read.append(1)

    with pytest.raises(BusyError):
        list(service.take_in("desk", [page], NOW, along, hold))
    assert read == []
    (tally,) = service.take_in("desk", [page], NOW, along, hold)
    assert (tally.new, tally.unchanged, len(held), read) == (50, 400, 6, [1])


def test_a_server_counts_its_rows_anew_while_an_import_grows(store: Store, service: FeedbackService) -> None:
    if store.is_sqlite:
        pytest.skip("only a server plans its queries by what it last counted; this run is on SQLite")
    pages = [Page([make(f"{page}-{number}") for number in range(700)]) for page in range(4)]
    assert sum(service.take_in("desk", pages, NOW), Tally()).new == 2800
    with store.read_bare() as connection:
        counted = connection.execute(text("SELECT reltuples FROM pg_class WHERE relname = 'feedback'")).scalar_one()
    assert counted >= 1400
