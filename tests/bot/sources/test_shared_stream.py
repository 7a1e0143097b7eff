"""The shared stream comes in whole, as its description says."""

from collections import Counter
from zoneinfo import ZoneInfo

from bot.domain.week import Week
from bot.sources.file import FileOptions, open_file
from tests.shared import shared_data


def test_the_tweets_need_nothing_said_about_them() -> None:
    reader = open_file(shared_data("stream", "tweets.csv"), FileOptions(timezone="Europe/Berlin"))
    pages = list(reader.pages())
    assert sum(len(page.items) for page in pages) == 6_462
    assert [page.bad for page in pages if page.bad] == []
    assert reader.preview.columns == {"external_id": "id", "created_at": "posted_at", "text": "message"}


def test_the_hotel_reviews_need_their_scale_alone() -> None:
    options = FileOptions(timezone="Europe/Berlin", scale="1-5")
    reader = open_file(shared_data("stream", "hotelbewertungen.csv"), options)
    pages = list(reader.pages())
    items = [item for page in pages for item in page.items]
    assert len(items) == 2_452
    assert [page.bad for page in pages if page.bad] == []
    assert reader.preview.encoding == "cp1252"
    assert Counter(item.rating.value for item in items if item.rating) == {5: 1_268, 4: 416, 1: 360, 3: 249, 2: 159}
    weeks = {str(Week.of(item.created_at, ZoneInfo("Europe/Berlin"))) for item in items}
    assert weeks == {f"2026-W{number}" for number in range(38, 46)}
