"""Zendesk's records as feedback: the customer's words and no other's, ratings once, what was deleted gone."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.domain.feedback import Feedback, Kind, Rating
from bot.errors import SettingsError
from bot.settings import default_settings
from bot.sources.base import BadRecord, Gone, Page
from bot.sources.connector import Cursor, read
from bot.sources.zendesk import Zendesk
from tests.fake_zendesk import (
    AGENT,
    CUSTOMER,
    OAUTH,
    START,
    FakeZendesk,
    Fault,
    make_rating,
    make_response,
    make_ticket,
)

LATER = {"created_at": "2026-11-03T08:00:00Z"}


@pytest.fixture
def fake() -> Iterator[FakeZendesk]:
    with FakeZendesk() as fake:
        yield fake


def pull(fake: FakeZendesk, stream: str = "tickets", **settings: Any) -> list[Page]:
    source = Zendesk.open(default_settings(**{**fake.settings, **settings}))
    assert source is not None
    try:
        return list(read(source, Cursor(stream, START)))
    finally:
        source.close()


def items(fake: FakeZendesk, stream: str = "tickets", **settings: Any) -> list[Feedback]:
    pages = pull(fake, stream, **settings)
    assert [bad for page in pages for bad in page.bad] == []
    return [item for page in pages for item in page.items]


def only(fake: FakeZendesk, stream: str = "tickets", **settings: Any) -> Feedback:
    [item] = items(fake, stream, **settings)
    return item


def test_a_ticket_is_a_conversation_in_its_customers_words(fake: FakeZendesk) -> None:
    fake.tickets = [make_ticket(12, "Where is my parcel?", subject="Parcel", tags=["vip", "language__en"])]
    item = only(fake)
    assert (item.kind, item.external_id, item.conversation) == (Kind.CONVERSATION, "12", "12")
    assert (item.text, item.subject, item.language, item.tags) == (
        "Where is my parcel?", "Parcel", "en", ("vip", "language__en"),
    )  # fmt: skip
    assert item.created_at == datetime(2026, 11, 2, 8, 12, tzinfo=UTC)
    assert item.url == "https://example.zendesk.com/agent/tickets/12"


def test_the_customers_language_is_used_where_no_tag_names_one(fake: FakeZendesk) -> None:
    fake.tickets = [make_ticket(1)]
    assert only(fake).language == "de"


def test_what_an_agent_typed_is_never_a_customers_word(fake: FakeZendesk) -> None:
    fake.tickets = [make_ticket(1, "Customer called, angry.", submitter_id=AGENT)]
    item = only(fake)
    assert (item.text, item.subject) == (None, None)


def test_comments_give_the_words_where_the_description_is_an_agents(fake: FakeZendesk) -> None:
    fake.tickets = [make_ticket(1, "Customer called.", submitter_id=AGENT)]
    said = {"author_id": CUSTOMER, "public": True, "created_at": "2026-11-03T10:00:00Z", "body": "no"}
    fake.comments[1] = [
        {
            "author_id": AGENT,
            "public": True,
            "plain_body": "Hello, how can I help?",
            "created_at": "2026-11-03T09:00:00Z",
        },
        {**said, "plain_body": "Two weeks without an answer."},
        {**said, "public": False, "plain_body": "an internal copy"},
        {**said, "plain_body": "And it is still broken.", "created_at": "2026-11-04T10:00:00Z"},
    ]
    item = only(fake)
    assert item.text == "Two weeks without an answer.\n\nAnd it is still broken."
    assert item.created_at == datetime(2026, 11, 3, 10, tzinfo=UTC)  # its week is that of the first customer words


def test_comments_are_asked_for_only_where_they_are_needed(fake: FakeZendesk) -> None:
    fake.tickets = [
        make_ticket(1),
        make_ticket(2, submitter_id=AGENT),
        make_ticket(3, submitter_id=AGENT, status="deleted"),
    ]
    pull(fake)
    assert [path for path in fake.paths() if "comments" in path] == ["tickets/2/comments"]


def test_colleagues_among_themselves_are_no_customers(fake: FakeZendesk) -> None:
    fake.tickets = [make_ticket(1, "Please order more paper.", requester_id=AGENT, submitter_id=AGENT)]
    assert only(fake).text is None


def test_names_and_addresses_of_customer_and_agent_go_to_redaction(fake: FakeZendesk) -> None:
    fake.tickets = [make_ticket(1)]
    assert set(only(fake).names) == {
        "Xaver Obermüller", "xaver@example.com", "Wilhelmine Tannhuber", "wilhelmine@example.org",
    }  # fmt: skip


def test_whom_the_export_does_not_bring_along_is_asked_for_once_a_page(fake: FakeZendesk) -> None:
    fake.not_loaded, fake.page_size = {CUSTOMER, AGENT}, 9
    fake.tickets = [make_ticket(number) for number in range(1, 4)]
    assert all({"Xaver Obermüller", "Wilhelmine Tannhuber"} <= set(item.names) for item in items(fake))
    assert [query for path, query in fake.calls if "show_many" in path] == [{"ids": f"{CUSTOMER},{AGENT}"}]


def test_whoever_commented_is_named_too(fake: FakeZendesk) -> None:
    fake.users.append({"id": 9002, "name": "Kreszentia Moosgruber", "role": "agent"})
    fake.tickets = [make_ticket(1, submitter_id=AGENT)]
    fake.comments[1] = [
        {"author_id": 9002, "public": True, "created_at": "2026-11-03T10:00:00Z", "plain_body": "Moosgruber here."},
        {"author_id": CUSTOMER, "public": True, "created_at": "2026-11-03T10:00:00Z", "plain_body": "Hi Kreszentia"},
    ]
    item = only(fake)
    assert item.text == "Hi Kreszentia"
    assert "Kreszentia Moosgruber" in item.names


def test_words_whose_author_nobody_knows_are_not_taken(fake: FakeZendesk) -> None:
    fake.users = [user for user in fake.users if user["id"] != CUSTOMER]
    fake.tickets = [make_ticket(1)]
    fake.ratings = [make_rating(900, 1, comment="Signed, X.")]
    fake.responses = [make_response("01A", 1, 4, "good", "Signed, X.")]
    for stream in ("tickets", "ratings", "surveys"):
        item = only(fake, stream)
        assert (item.text, item.subject, item.featured) == (None, None, False)


def test_no_words_are_taken_where_people_may_not_be_looked_up(fake: FakeZendesk) -> None:
    fake.not_loaded = {CUSTOMER}
    fake.tickets, fake.ratings = [make_ticket(1)], [make_rating(900, 1, comment="Signed, X."), make_rating(901, 2)]
    for stream in ("tickets", "ratings"):
        fake.faults = [Fault(403, path="users/show_many")]
        assert items(fake, stream)[0].text is None
    assert [item.featured for item in items(fake, "ratings")] == [True, True]  # once they may be


def test_an_agent_who_asks_is_none_of_the_customers_though_not_brought_along(fake: FakeZendesk) -> None:
    fake.not_loaded = {AGENT}
    fake.tickets = [make_ticket(1, "More paper, please.", requester_id=AGENT, submitter_id=AGENT)]
    fake.ratings = [make_rating(900, 1, comment="Nice colleagues", requester_id=AGENT)]
    assert [only(fake, stream).text for stream in ("tickets", "ratings")] == [None, None]


@pytest.mark.parametrize("fault", [Fault(400), Fault(422), Fault(200, '{"comments": "none"}'), Fault(404), Fault(403)])
def test_a_ticket_whose_comments_cannot_be_read_keeps_no_other_back(fake: FakeZendesk, fault: Fault) -> None:
    fake.tickets = [make_ticket(1), make_ticket(2, submitter_id=AGENT), make_ticket(3)]
    fault.path = "comments"
    fake.faults = [fault]
    assert [item.text is None for item in items(fake)] == [False, True, False]


@pytest.mark.parametrize("stream", ["ratings", "surveys"])
def test_customers_who_must_not_be_featured_are_marked_on_their_ratings(fake: FakeZendesk, stream: str) -> None:
    fake.users[0]["tags"] = ["do-not-feature"]
    fake.ratings = [make_rating(900, 1, comment="Never again")]
    fake.responses = [make_response("01A", 1, 4, "good", "Never again")]
    item = only(fake, stream)
    assert (item.text, item.featured) == ("Never again", False)


def test_a_survey_answer_is_as_new_as_its_newest_change(fake: FakeZendesk) -> None:
    response = make_response("01A", 12, 4, "good", "Better now")
    response["answers"][0]["updated_at"] = "2026-11-05T08:00:00Z"
    fake.responses = [response]
    assert only(fake, "surveys").updated_at == datetime(2026, 11, 5, 8, tzinfo=UTC)


def test_the_segment_comes_from_the_organisation_field_that_the_admin_names(fake: FakeZendesk) -> None:
    fake.organizations = [{"id": 5, "name": "Acme", "organization_fields": {"plan": "enterprise", "seats": None}}]
    fake.tickets = [make_ticket(1, organization_id=5)]
    assert only(fake).segment is None
    assert only(fake, zendesk_segment_field="plan").segment == "enterprise"
    assert only(fake, zendesk_segment_field="seats").segment is None


def test_time_to_resolution_and_reopening_come_from_the_side_loaded_metrics(fake: FakeZendesk) -> None:
    fake.tickets = [
        make_ticket(1, metric_set={"solved_at": "2026-11-05T08:00:00Z", "reopens": 2}),
        make_ticket(2, metric_set={"solved_at": None, "reopens": 0}),
        make_ticket(3, metric_set=None),
    ]
    told = [(item.solved_at, item.reopened) for item in items(fake)]
    assert told == [(datetime(2026, 11, 5, 8, tzinfo=UTC), True), (None, False), (None, None)]


def test_a_change_by_the_system_is_a_newer_version(fake: FakeZendesk) -> None:
    fake.tickets = [make_ticket(1, generated_timestamp=int(START.timestamp()) + 5000)]
    assert only(fake).updated_at == datetime.fromtimestamp(START.timestamp() + 5000, UTC)


def test_a_deleted_ticket_is_a_tombstone_and_no_item(fake: FakeZendesk) -> None:
    fake.tickets = [make_ticket(1), make_ticket(2, "SCRUBBED", status="deleted", submitter_id=AGENT)]
    [page] = pull(fake)
    assert [item.external_id for item in page.items] == ["1"]
    assert page.gone == (Gone("2", START.replace(minute=2)),)


def test_customers_and_organisations_that_must_not_be_featured_are_marked(fake: FakeZendesk) -> None:
    fake.organizations = [{"id": 5, "name": "Acme", "tags": ["do_not_feature"]}]
    fake.users += [{"id": 7002, "name": "N. N.", "role": "end-user", "tags": ["Do-Not-Feature"]}]
    shy = {"requester_id": 7002, "submitter_id": 7002}
    fake.tickets = [make_ticket(1), make_ticket(2, organization_id=5), make_ticket(3, **shy)]
    assert [item.featured for item in items(fake)] == [True, False, False]


def test_a_legacy_rating_belongs_to_its_ticket(fake: FakeZendesk) -> None:
    fake.ratings = [make_rating(900, 12, "bad", comment="Thanks for nothing, Wilhelmine")]
    item = only(fake, "ratings")
    assert (item.kind, item.conversation, item.rating) == (Kind.RATING, "12", Rating(value=0, low=0, high=1))
    assert item.text == "Thanks for nothing, Wilhelmine"
    assert "Wilhelmine Tannhuber" in item.names


def test_an_offer_is_no_rating(fake: FakeZendesk) -> None:
    source = Zendesk.open(default_settings(**fake.settings))
    assert source is not None
    assert source.to_feedback({"rating": make_rating(1, 1, "offered"), "people": []}) is None
    assert source.to_feedback({"rating": make_rating(1, 1, "unoffered"), "people": []}) is None
    source.close()
    fake.ratings = [make_rating(1, 1, "offered")]
    assert items(fake, "ratings") == []
    assert fake.calls[-1][1]["score"] == "received"


def test_a_survey_is_asked_for_in_milliseconds(fake: FakeZendesk) -> None:
    pull(fake, "surveys")
    assert fake.calls[-1][1]["filter[created_at_start]"] == str(int(START.timestamp() * 1000))


def test_a_survey_response_is_rated_on_its_surveys_own_scale(fake: FakeZendesk) -> None:
    fake.responses = [make_response("01A", 12, 4, "good", "Fast and friendly")]
    item = only(fake, "surveys")
    assert (item.rating, item.text, item.conversation) == (Rating(value=4, low=1, high=5), "Fast and friendly", "12")
    assert item.external_id == "survey-01A"


def test_without_the_surveys_definition_good_and_bad_are_kept(fake: FakeZendesk) -> None:
    fake.surveys = []
    fake.responses = [make_response("01A", 12, 2, "bad")]
    assert only(fake, "surveys").rating == Rating(value=0, low=0, high=1)


def test_only_the_satisfaction_question_is_a_rating(fake: FakeZendesk) -> None:
    response = make_response("01A", 12, 4, "good")
    response["answers"][0]["question"]["sub_type"] = "other"
    skipped = make_response("01B", 13, 4, "good")
    skipped["answers"][0]["type"] = "skipped"
    fake.responses = [response, skipped]
    assert items(fake, "surveys") == []


def test_a_surveys_answer_takes_the_place_of_the_legacy_rating(fake: FakeZendesk) -> None:
    fake.responses = [make_response("01A", 12, 4, "good")]
    [page] = pull(fake, "surveys")
    [gone] = page.gone
    assert (gone.kind, gone.external_id, gone.conversation) == (Kind.RATING, "12", "12")
    assert gone.since is not None
    assert gone.at - gone.since == timedelta(days=62)


def test_a_survey_answer_that_is_put_aside_takes_no_ratings_place(fake: FakeZendesk) -> None:
    fake.surveys, fake.responses = [], [make_response("01A", 12, 4, "neither")]
    [page] = pull(fake, "surveys")
    assert (len(page.bad), page.items, page.gone) == (1, (), ())


def test_the_survey_is_asked_for_once(fake: FakeZendesk) -> None:
    fake.responses = [make_response(f"0{number}", number, 4, "good") for number in range(1, 6)]
    assert len(items(fake, "surveys")) == 5
    assert fake.paths().count("guide/surveys/stars") == 1


def test_a_record_that_cannot_be_used_is_put_aside_without_its_words(fake: FakeZendesk) -> None:
    fake.tickets = [make_ticket(1), make_ticket(2, "secret words", created_at="soon"), make_ticket(3, tags="x")]
    [page] = pull(fake)
    assert [item.external_id for item in page.items] == ["1", "3"]
    [bad] = page.bad
    assert isinstance(bad, BadRecord)
    assert bad.place == "tickets 2"
    assert "created_at" in bad.reason
    assert "secret" not in bad.reason


@pytest.mark.parametrize(
    ("stream", "odd"),
    [
        ("tickets", make_ticket(2, metric_set=[1])),
        ("tickets", make_ticket(2, collaborator_ids=5)),
        ("tickets", make_ticket(2, generated_timestamp=1e30)),
        ("tickets", make_ticket(2, submitter_id=AGENT)),
        ("ratings", make_rating(2, 2, ticket_id=[2])),
        ("surveys", make_response("2", 2, 4, "good", subjects=[{"type": "ticket"}])),
        ("surveys", make_response("2", 2, 4, "good", subjects=None, subject_zrns=5)),
        ("surveys", make_response("2", 2, 4, "good", answers={"type": "rating_scale"}, **LATER)),
        ("surveys", make_response("2", 2, 4, "good", answers=[{"type": "rating_scale", "question": "x"}], **LATER)),
    ],
)
def test_a_record_of_an_unexpected_shape_is_put_aside_and_spoils_no_other(
    fake: FakeZendesk, stream: str, odd: dict[str, Any]
) -> None:
    fake.comments[2] = [{"author_id": [CUSTOMER], "public": True, "plain_body": "secret words"}]
    fake.tickets = [make_ticket(1), *([odd] if stream == "tickets" else [])]
    fake.ratings = [make_rating(1, 1), *([odd] if stream == "ratings" else [])]
    fake.responses = [make_response("1", 1, 4, "good"), *([odd] if stream == "surveys" else [])]
    [page] = pull(fake, stream)
    assert [item.conversation for item in page.items] == ["1"]
    assert {bad.place for bad in page.bad} == {f"{stream} 2"}  # type: ignore[union-attr]
    assert "secret" not in str(page.bad)


def test_a_survey_answer_without_the_time_of_a_change_is_as_old_as_its_answer(fake: FakeZendesk) -> None:
    response = make_response("01A", 12, 4, "good")
    for answer in response["answers"]:
        del answer["updated_at"]
    fake.responses = [response]
    assert only(fake, "surveys").updated_at == only(fake, "surveys").created_at


@pytest.mark.parametrize("survey", ["stars", {"id": "odd"}])
@pytest.mark.parametrize("questions", ["which?", ["which?"], {"sub_type": "customer_satisfaction"}, None])
def test_a_survey_of_an_unexpected_shape_leaves_good_and_bad(fake: FakeZendesk, survey: Any, questions: Any) -> None:
    fake.surveys = [{"id": name, "questions": questions} for name in ("stars", "odd")]
    fake.responses = [make_response("01A", 12, 2, "bad", survey=survey)]
    assert only(fake, "surveys").rating == Rating(value=0, low=0, high=1)


@pytest.mark.parametrize("stamp", [10**15, 10**30, -(10**30), True, "soon", [1]])
def test_no_time_of_change_whatever_it_is_stops_an_export(fake: FakeZendesk, stamp: Any) -> None:
    source = Zendesk.open(default_settings(**fake.settings))
    assert source is not None
    page = {"tickets": [make_ticket(1), make_ticket(2, generated_timestamp=stamp)], "end_of_stream": True}
    fake.faults = [Fault(200, json.dumps(page))]
    [found] = read(source, Cursor("tickets", START, until=START + timedelta(days=1)))
    source.close()
    assert "1" in [item.external_id for item in found.items]
    assert len(found.items) + len(found.bad) == 2


def test_an_oauth_token_is_sent_instead_of_mail_and_token(fake: FakeZendesk) -> None:
    fake.tickets, fake.token = [make_ticket(1)], "another"
    assert only(fake, zendesk_oauth_token=OAUTH, zendesk_email=None, zendesk_api_token=None)


def test_without_a_subdomain_there_is_no_zendesk() -> None:
    assert Zendesk.open(default_settings()) is None


def test_half_of_the_credentials_are_refused_in_words() -> None:
    with pytest.raises(SettingsError, match="ZENDESK_API_TOKEN, or ZENDESK_OAUTH_TOKEN"):
        Zendesk.open(default_settings(zendesk_subdomain="example", zendesk_email="a@example.org"))
