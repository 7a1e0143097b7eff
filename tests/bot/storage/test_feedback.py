"""Feedback is kept once, the newest version wins, and a conversation stays together."""

from datetime import UTC, datetime, timedelta

from bot.domain.feedback import Feedback, Kind, Rating
from bot.domain.verbatim import Features
from bot.storage.features import FeatureQueries
from bot.storage.feedback import FeedbackQueries, Kept
from bot.storage.store import Store

NOW = datetime(2026, 11, 16, 8, tzinfo=UTC)
KEY = b"key"


def make(external_id: str = "1", *, text: str = "The bag is lost.", at: datetime = NOW, **more: object) -> Feedback:
    fields = {"source": "desk", "kind": Kind.CONVERSATION, "external_id": external_id, "created_at": at, "text": text}
    return Feedback.model_validate({**fields, **more})


def keep(store: Store, *items: Feedback, keys: list[str | None] | None = None) -> Kept:
    with store.begin() as tx:
        return FeedbackQueries(tx).keep(items, keys or [None] * len(items), NOW, KEY)


def raw(store: Store) -> list[str | None]:
    with store.read() as tx:
        return [row.raw for row in tx.connection.exec_driver_sql("SELECT raw FROM feedback ORDER BY external_id")]


def test_the_same_page_twice_adds_nothing(store: Store) -> None:
    page = [make("1"), make("2")]
    assert keep(store, *page) == Kept(2, 0, 0, NOW)
    assert keep(store, *page) == Kept(0, 0, 2)


def test_a_newer_version_replaces_and_an_older_redelivery_does_not(store: Store) -> None:
    keep(store, make(text="second", updated_at=NOW + timedelta(hours=2)))
    assert keep(store, make(text="first", updated_at=NOW + timedelta(hours=1))) == Kept(0, 0, 1)
    assert raw(store) == ["second"]
    assert keep(store, make(text="third", updated_at=NOW + timedelta(hours=3))) == Kept(0, 1, 0)
    assert raw(store) == ["third"]


def test_the_database_itself_refuses_an_older_version(store: Store) -> None:
    """Two importers at once have both looked before either wrote: the upsert's own condition decides."""
    with store.begin() as tx:
        queries = FeedbackQueries(tx)
        queries._known = lambda _: {}  # type: ignore[method-assign,assignment]  # what the second importer saw
        queries.keep([make(text="newer", updated_at=NOW + timedelta(hours=1))], [None], NOW, KEY)
        queries.keep([make(text="older")], [None], NOW, KEY)
    assert raw(store) == ["newer"]


def test_kind_and_source_are_part_of_the_key(store: Store) -> None:
    rating = Feedback(
        source="desk", kind=Kind.RATING, external_id="1", created_at=NOW, rating=Rating(value=2, low=1, high=5)
    )
    assert keep(store, make("1"), rating, make("1", source="shop")) == Kept(3, 0, 0, NOW)


def test_what_a_database_refuses_is_taken_out_at_the_door(store: Store) -> None:
    keep(store, make(text="a\0b\ud800c", subject="\0"))
    assert raw(store) == ["ab?c"]


def test_customers_are_kept_as_keyed_hashes_only(store: Store) -> None:
    keep(store, make("1", customer="anna@example.com"), make("2", customer="Anna@Example.com "))
    with store.read() as tx:
        found = set(tx.connection.exec_driver_sql("SELECT customer FROM feedback").scalars())
        everything = str(tx.connection.exec_driver_sql("SELECT * FROM feedback").all())
    assert len(found) == 1
    assert "anna" not in everything.lower()


def test_a_conversation_that_goes_on_comes_whole(store: Store) -> None:
    old = make("1", at=NOW - timedelta(days=30), conversation_id="T1")
    other = make("2", at=NOW - timedelta(days=30), conversation_id="T2")
    new = make("3", at=NOW, conversation_id="T1")
    keep(store, old, other, new)
    with store.read() as tx:
        found = FeedbackQueries(tx).verbatims(NOW - timedelta(days=7), NOW + timedelta(days=1), "v")
    assert [verbatim.record.external_id for verbatim in found] == ["1", "3"]


def test_an_old_ticket_that_was_solved_now_is_there_for_the_numbers(store: Store) -> None:
    long_ago = NOW - timedelta(days=200)
    keep(store, make("1", at=long_ago, solved_at=NOW), make("2", at=long_ago, solved_at=long_ago))
    with store.read() as tx:
        found = FeedbackQueries(tx).verbatims(NOW - timedelta(days=7), NOW + timedelta(days=1), "v")
    assert [verbatim.record.external_id for verbatim in found] == ["1"]


def test_a_conversation_that_was_solved_now_is_there_from_its_opening(store: Store) -> None:
    long_ago = NOW - timedelta(days=200)
    opened = make("1", at=long_ago, conversation_id="T1")
    keep(store, opened, make("2", at=long_ago + timedelta(days=20), conversation_id="T1", solved_at=NOW))
    with store.read() as tx:
        found = FeedbackQueries(tx).verbatims(NOW - timedelta(days=7), NOW + timedelta(days=1), "v")
    assert [verbatim.record.external_id for verbatim in found] == ["1", "2"]


def test_moving_a_record_to_another_conversation_is_seen_in_themes_from_where_that_began(store: Store) -> None:
    long_ago = NOW - timedelta(days=90)
    keep(store, make("1", at=long_ago, conversation_id="T1"), make("2"))
    moved = make("2", conversation_id="T1", updated_at=NOW + timedelta(hours=1))
    assert keep(store, moved).since == long_ago


def test_features_come_back_as_they_were_kept_and_stay(store: Store) -> None:
    features = Features("The bag is lost.", "en", -1, None, sensitive=False, doubt=True, signature=None, vector=None)
    other = Features("changed", "de", 1, None, sensitive=True, doubt=False, signature=None, vector=None)
    keep(store, make("1"), keys=["k1"])
    with store.begin() as tx:
        FeatureQueries(tx).keep({"k1": features}, "v")
        FeatureQueries(tx).keep({"k1": other}, "v")
        assert FeatureQueries(tx).known(["k1", "k2"], "v") == {"k1"}
        assert FeatureQueries(tx).known(["k1"], "w") == set()
        (verbatim,) = FeedbackQueries(tx).verbatims(None, NOW + timedelta(days=1), "v")
    assert verbatim.features == features


def test_texts_without_features_are_found_once_each(store: Store) -> None:
    keep(store, make("1"), make("2"), make("3"), keys=["same", "same", None])
    with store.read() as tx:
        assert [row.text_key for row in FeedbackQueries(tx).without_features("v")] == ["same"]
