"""A run over pages loses nothing, ends, and says so when the tool would not let it."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import chain

import pytest

from bot.sources.base import Page
from bot.sources.connector import Cursor, read
from bot.sources.errors import CredentialsError, ProtocolError
from bot.sources.http import Api
from bot.sources.zendesk import Zendesk
from bot.sources.zendesk_lookups import export_limits
from tests.fake_zendesk import MAIL, START, TOKEN, FakeZendesk, Fault, make_rating, make_ticket


@pytest.fixture
def fake() -> Iterator[FakeZendesk]:
    with FakeZendesk(page_size=3) as fake:
        fake.tickets = [make_ticket(number) for number in range(1, 9)]
        yield fake


@pytest.fixture
def zendesk(fake: FakeZendesk) -> Iterator[Zendesk]:
    api = Api("Zendesk", fake.url, auth=(f"{MAIL}/token", TOKEN), limits=export_limits, sleep=lambda _: None)
    yield Zendesk(api, "example")
    api.close()


def pages(zendesk: Zendesk, **changes: object) -> list[Page]:
    return list(read(zendesk, replace(Cursor("tickets", START), **changes)))


def ids(found: list[Page]) -> list[list[int]]:
    return [[int(item.external_id) for item in page.items] for page in found]


def test_three_pages_come_in_order_and_only_the_last_says_so(zendesk: Zendesk) -> None:
    found = pages(zendesk)
    assert ids(found) == [[1, 2, 3], [4, 5, 6], [7, 8]]
    assert [page.last for page in found] == [False, False, True]


def test_a_run_goes_on_after_the_mark_of_any_page(zendesk: Zendesk) -> None:
    assert ids(pages(zendesk, after=pages(zendesk)[0].cursor)) == [[4, 5, 6], [7, 8]]


def test_the_mark_of_the_end_stays_good_for_the_next_run(zendesk: Zendesk, fake: FakeZendesk) -> None:
    mark = pages(zendesk)[-1].cursor
    [again] = pages(zendesk, after=mark)
    assert (again.items, again.cursor, again.last) == ((), mark, True)
    fake.tickets.append(make_ticket(9))
    assert ids(pages(zendesk, after=mark)) == [[9]]


def test_an_empty_page_at_the_end_keeps_its_mark(zendesk: Zendesk, fake: FakeZendesk) -> None:
    fake.empty_end = True
    found = pages(zendesk)
    assert ids(found) == [[1, 2, 3], [4, 5, 6], [7, 8], []]
    assert found[-1].cursor == found[-2].cursor


def test_equal_times_over_a_page_are_all_read(zendesk: Zendesk, fake: FakeZendesk) -> None:
    at = int(START.timestamp()) + 60
    fake.tickets = [make_ticket(number, generated_timestamp=at) for number in range(1, 9)]
    assert sorted(chain(*ids(pages(zendesk)))) == list(range(1, 9))


def test_a_ticket_that_changes_during_paging_comes_again_as_a_newer_version(
    zendesk: Zendesk, fake: FakeZendesk
) -> None:
    later = int(START.timestamp()) + 9000
    fake.before[1] = lambda: fake.tickets[0].update(tags=["changed"], generated_timestamp=later)
    found = pages(zendesk)
    first, second = (item for page in found for item in page.items if item.external_id == "1")
    assert first.updated_at is not None
    assert second.updated_at is not None
    assert first.updated_at < second.updated_at
    assert second.tags == ("changed",)


def test_faults_in_between_lose_no_record(zendesk: Zendesk, fake: FakeZendesk) -> None:
    fake.faults = [Fault(500), Fault(429), Fault(200, "<html>Sorry</html>"), Fault(429, headers={"Retry-After": "1"})]
    assert ids(pages(zendesk)) == [[1, 2, 3], [4, 5, 6], [7, 8]]


def test_a_loop_ends_with_a_broken_protocol(zendesk: Zendesk, fake: FakeZendesk) -> None:
    fake.loop = True
    with pytest.raises(ProtocolError, match="a second time"):
        pages(zendesk)
    assert len(fake.calls) == 2


def test_an_empty_page_that_promises_more_ends_it_too(zendesk: Zendesk, fake: FakeZendesk) -> None:
    empty = '{"tickets": [], "users": [], "after_cursor": "bQ==", "end_of_stream": false}'
    fake.faults = [Fault(200, empty)]
    with pytest.raises(ProtocolError, match="without a record"):
        pages(zendesk)


def test_an_answer_without_its_list_is_no_end(zendesk: Zendesk, fake: FakeZendesk) -> None:
    fake.faults = [Fault(200, '{"end_of_stream": true}')]
    with pytest.raises(ProtocolError, match="no list 'tickets'"):
        pages(zendesk)


@pytest.mark.parametrize(
    ("stream", "answer"),
    [
        ("tickets", {"tickets": [make_ticket(1)], "after_cursor": ["bQ=="], "end_of_stream": False}),
        ("tickets", {"tickets": [make_ticket(1)], "after_cursor": ["bQ=="], "end_of_stream": True}),
        ("tickets", {"tickets": [make_ticket(1)], "users": 5, "end_of_stream": True}),
        ("ratings", {"satisfaction_ratings": [], "meta": "none"}),
    ],
)
def test_an_answer_of_an_unexpected_shape_is_a_broken_protocol(
    zendesk: Zendesk, fake: FakeZendesk, stream: str, answer: dict[str, object]
) -> None:
    fake.faults = [Fault(200, json.dumps(answer))]
    with pytest.raises(ProtocolError, match=r"unexpected shape|is no text"):
        list(read(zendesk, Cursor(stream, START)))


def test_a_token_that_expires_on_the_way_leaves_the_pages_before(zendesk: Zendesk, fake: FakeZendesk) -> None:
    fake.before[2] = lambda: setattr(fake, "token", "new")
    found = read(zendesk, Cursor("tickets", START))
    assert [next(found).items[0].external_id, next(found).items[0].external_id] == ["1", "4"]
    with pytest.raises(CredentialsError):
        next(found)


def test_a_window_ends_with_the_page_that_passes_its_end(zendesk: Zendesk) -> None:
    found = pages(zendesk, until=START + timedelta(minutes=5))
    assert ids(found) == [[1, 2, 3], [4]]  # what changed later belongs to the next window
    assert found[-1].last


def test_the_mark_is_used_and_never_the_address_that_comes_with_it(zendesk: Zendesk, fake: FakeZendesk) -> None:
    pages(zendesk)
    assert {path for path, _ in fake.calls} == {"incremental/tickets/cursor"}
    assert all("metric_sets" in query["include"] for _, query in fake.calls)


def test_ratings_are_paged_to_their_end(zendesk: Zendesk, fake: FakeZendesk) -> None:
    fake.ratings = [make_rating(number, number) for number in range(1, 9)]
    found = list(read(zendesk, Cursor("ratings", START)))
    assert ids(found) == [[1, 2, 3], [4, 5, 6], [7, 8]]


def test_a_cursor_survives_storage() -> None:
    cursor = Cursor("tickets", START, START + timedelta(days=28), "bQ==")
    assert Cursor.from_json("tickets", cursor.to_json()) == cursor
    live = Cursor("ratings", datetime.fromisoformat("2026-11-02T09:00:00+01:00"))
    assert Cursor.from_json("ratings", live.to_json()) == live
