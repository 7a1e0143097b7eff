"""Zendesk's records as feedback: whose words they are, what they are rated, who is named in them."""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple

from bot.domain.feedback import Feedback, Kind, Rating
from bot.sources.base import UNEXPECTED, BadValue, Gone
from bot.sources.dates import read_moment
from bot.sources.fields import (
    Raw,
    id_in,
    ids_in,
    known_of,
    may_feature,
    moment_in,
    names_of,
    person_in,
    records_under,
    text_in,
)
from bot.sources.values import cut, plain, read_language, read_tags

_ONE_SURVEY = timedelta(days=31)
"""An account that moves to surveys has each answer twice for a while; within a month the survey's counts."""
_LATEST = datetime(2100, 1, 1, tzinfo=UTC).timestamp()
_TICKET = re.compile(r"z(?:e|r)n:ticket:(\d+)")
_GOOD = {"good": 1.0, "bad": 0.0}
_ROLES = ("requester_id", "submitter_id", "assignee_id")
_STAFF = ("agent", "admin")


class ZendeskRecords(NamedTuple):
    """Maps records of the *source*; *segment_field* is the organisation field that holds the customers' segment."""

    source: str
    url: Callable[[str], str]
    segment_field: str | None = None

    def to_feedback(self, raw: Raw) -> Feedback | Gone | None:
        """Map a ``ticket`` with ``users``, ``firms`` and ``comments``, or what `rated` made."""
        if "ticket" in raw:
            return self._ticket(raw)
        if "rating" in raw:
            return self._rating(raw)
        return self._response(raw) if "response" in raw else self._superseded(raw)

    def _ticket(self, raw: Raw) -> Feedback | Gone:
        ticket = raw["ticket"]
        number, version = id_in(ticket, "id"), _version(ticket)
        if ticket.get("status") == "deleted":
            return Gone(number, version)
        opened, users = moment_in(ticket, "created_at"), raw["users"]
        requester: Raw = users.get(ticket.get("requester_id"), {})
        firm = raw["firms"].get(ticket.get("organization_id"), {})
        words, said_at = _words(ticket, raw["comments"], requester)
        metrics = ticket.get("metric_set") or {}
        fields = firm.get("organization_fields") or {}
        segment = fields.get(self.segment_field) if self.segment_field else None
        tags = read_tags(ticket.get("tags") or [])
        return Feedback(
            source=self.source,
            kind=Kind.CONVERSATION,
            external_id=number,
            conversation_id=number,
            created_at=said_at or opened,
            updated_at=version,
            text=words,
            subject=text_in(ticket, "subject") if words and not typed_by_somebody_else(ticket) else None,
            customer=person_in(ticket, "requester_id"),
            names=names_of([*known_of(_named_in(ticket, raw["comments"]), users), firm]),
            segment=str(segment)[:255] if isinstance(segment, str | int) and segment != "" else None,
            language=_language(tags, requester),
            tags=tags,
            featured=bool(requester) and may_feature(requester, firm),
            url=self.url(number),
            solved_at=moment_in(metrics, "solved_at") if metrics.get("solved_at") else None,
            reopened=_count(metrics, "reopens") > 0 if metrics.get("reopens") is not None else None,
        )

    def _rating(self, raw: Raw) -> Feedback | None:
        rating = raw["rating"]
        score = str(rating.get("score") or "").removesuffix("_with_comment").removesuffix("_without_comment")
        if score not in _GOOD:  # offered, unoffered: no answer yet
            return None
        number = id_in(rating, "ticket_id")
        text, featured = _by_customer(raw["users"], rating.get("requester_id"), text_in(rating, "comment"))
        return Feedback(
            source=self.source,
            kind=Kind.RATING,
            external_id=number,  # a changed rating comes as a new record: the newest of a ticket is kept
            conversation_id=number,
            created_at=moment_in(rating, "created_at"),
            updated_at=moment_in(rating, "updated_at" if rating.get("updated_at") else "created_at"),
            text=text,
            rating=Rating(value=_GOOD[score], low=0, high=1),
            customer=person_in(rating, "requester_id"),
            names=names_of(known_of(commented_by(rating), raw["users"])),
            featured=featured,
            url=self.url(number),
        )

    def _response(self, raw: Raw) -> Feedback | None:
        response = raw.get("response") or raw["superseded"]
        if not isinstance(response.get("answers"), list | None):
            raise BadValue("has answers that are no list")
        answer, answers = _score_of(response), _answers(response)
        if answer is None:
            return None
        number, ticket, made = id_in(response, "id"), _ticket_of(response), moment_in(answer, "created_at")
        said = [str(a["value"]) for a in answers if a.get("type") == "open_ended" and a.get("value")]
        words = cut(plain("\n\n".join(said)).strip()) or None
        text, featured = _by_customer(raw["users"], response.get("responder_id"), words)
        return Feedback(
            source=self.source,
            kind=Kind.RATING,
            external_id=f"survey-{number}",
            conversation_id=ticket,
            created_at=made,
            updated_at=max((moment_in(a, "updated_at") for a in answers if a.get("updated_at")), default=made),
            text=text,
            rating=_survey_rating(answer, raw["points"]),
            customer=person_in(response, "responder_id"),
            names=names_of(known_of(commented_by(response), raw["users"])),
            featured=featured,
            url=self.url(ticket) if ticket else None,
        )

    def _superseded(self, raw: Raw) -> Gone | None:
        try:
            answer = self._response(raw)
        except UNEXPECTED:  # it is put aside as a response, and takes no other's place
            return None
        if answer is None or answer.conversation_id is None:
            return None
        ticket, at = answer.conversation_id, answer.created_at
        return Gone(ticket, at + _ONE_SURVEY, Kind.RATING, ticket, since=at - _ONE_SURVEY)


def rated(raw: Raw, users: Mapping[int, Raw], points: list[int]) -> Iterator[Raw]:
    """Put a rating beside the *users*; a survey's answer also takes the legacy rating's place."""
    if "answers" not in raw:
        yield {"rating": raw, "users": users}
        return
    yield {"response": raw, "users": users, "points": points}
    yield {"superseded": raw, "users": users, "points": points}


def typed_by_somebody_else(ticket: Raw) -> bool:
    """Whether the description is not the customer's: the first comment is, whoever wrote it."""
    return ticket.get("status") != "deleted" and ticket.get("submitter_id") != ticket.get("requester_id")


def commented_by(rated: Raw) -> set[int]:
    """Whose names a rating's comment may hold: nobody's where there is none."""
    if not (rated.get("comment") or any(answer.get("value") for answer in _answers(rated))):
        return set()
    return ids_in(map(rated.get, ("requester_id", "responder_id", "assignee_id")))


def speakers(ticket: Raw, comments: list[Raw]) -> set[int]:
    """Return the ids of those who have to be known before a ticket's words can be stored: nobody's of a deleted one."""
    if ticket.get("status") == "deleted":
        return set()
    return ids_in([*map(ticket.get, _ROLES), *(comment.get("author_id") for comment in comments)])


def newest(answer: Raw) -> datetime | None:
    """Return how far a page of the export has come: by ``generated_timestamp``, which also system changes move."""
    return max(filter(None, map(_stamped, records_under(answer, "tickets"))), default=None)


def before(until: datetime | None, tickets: list[Raw]) -> list[Raw]:
    """Return the tickets that belong to a window up to *until*: what changed later belongs to the next."""
    if until is None:
        return tickets
    return [ticket for ticket in tickets if not ((at := _stamped(ticket)) and at >= until)]


def options_of(answer: Raw) -> list[int]:
    """Return the points of a survey's satisfaction question, the lowest first."""
    questions = (answer.get("survey") or answer)["questions"]
    asked: Raw = next((q for q in questions if q.get("sub_type") == "customer_satisfaction"), {})
    return sorted(option["rating"] for option in asked.get("options") or () if isinstance(option.get("rating"), int))


def _stamped(ticket: Raw) -> datetime | None:
    stamp = ticket.get("generated_timestamp")
    return datetime.fromtimestamp(stamp, UTC) if isinstance(stamp, int) and 0 <= stamp < _LATEST else None


def _named_in(ticket: Raw, comments: list[Raw]) -> list[int]:
    """Return the ids of whoever a ticket may name."""
    copied = [person for role in ("collaborator_ids", "follower_ids") for person in ticket.get(role) or ()]
    ids = [*map(ticket.get, _ROLES), *copied, *(comment.get("author_id") for comment in comments)]
    return [person for person in ids if person is not None]


def _by_customer(users: Mapping[int, Raw], author: Any, text: str | None) -> tuple[str | None, bool]:
    """Return a rating's *text* and whether it may be featured: no text where its author is unknown, or one of theirs.

    Without knowing them nothing says whose words these are, which names to take out, or that they may be quoted.
    """
    if text is None:
        return None, True
    customer = users.get(author, {})
    known = bool(customer) and customer.get("role") not in _STAFF
    return (text, may_feature(customer)) if known else (None, False)


def _words(ticket: Raw, comments: list[Raw], requester: Raw) -> tuple[str | None, datetime | None]:
    """Return the customer's own words and, where they are not the ticket's first, when the first were said."""
    if not requester or requester.get("role") in _STAFF:  # nobody knows whose they are; colleagues among themselves
        return None, None
    if not typed_by_somebody_else(ticket):
        return text_in(ticket, "description"), None
    theirs = [c for c in comments if c.get("public") is True and c.get("author_id") == ticket.get("requester_id")]
    said = [(c, words) for c in theirs if (words := text_in(c, "plain_body") or text_in(c, "body"))]
    if not said:
        return None, None
    return cut("\n\n".join(words for _, words in said)), moment_in(said[0][0], "created_at")


def _answers(response: Raw) -> list[Raw]:
    answers = response.get("answers")
    return [answer for answer in answers if isinstance(answer, dict)] if isinstance(answers, list) else []


def _score_of(response: Raw) -> Raw | None:
    """Return the answer to *how satisfied are you*, None where it was not answered."""
    for answer in _answers(response):
        question = answer.get("question") or {}
        if answer.get("type") == "rating_scale" and question.get("sub_type") == "customer_satisfaction":
            return answer
    return None


def _ticket_of(response: Raw) -> str | None:
    subjects = (s for s in response.get("subjects") or () if isinstance(s, dict) and s.get("type") == "ticket")
    for subject in subjects:
        return str(subject["id"])
    matches = (_TICKET.fullmatch(str(zrn)) for zrn in response.get("subject_zrns") or ())
    return next((match[1] for match in matches if match), None)


def _survey_rating(answer: Raw, points: list[int]) -> Rating:
    """Return the rating on the survey's own scale; where that is not known, good or bad as Zendesk files it."""
    score, category = answer.get("rating"), answer.get("rating_category")
    if isinstance(score, int) and len(points) > 1 and points[0] <= score <= points[-1]:
        return Rating(value=score, low=points[0], high=points[-1])
    if category not in _GOOD:
        raise BadValue("has a satisfaction answer that is neither on its survey's scale nor good or bad")
    return Rating(value=_GOOD[category], low=0, high=1)


def _language(tags: tuple[str, ...], requester: Raw) -> str | None:
    """Return what intelligent triage tagged, else the language that the customer chose."""
    tagged = next((tag.removeprefix("language__") for tag in tags if tag.startswith("language__")), None)
    return read_language(tagged or requester.get("locale") or "")


def _version(ticket: Raw) -> datetime:
    """Return when the record last changed: ``generated_timestamp`` is later after changes by the system."""
    stamps = [ticket[name] for name in ("updated_at", "generated_timestamp") if ticket.get(name)]
    if not stamps:
        raise BadValue("has neither updated_at nor generated_timestamp")
    return max(read_moment(stamp, UTC) for stamp in stamps)


def _count(raw: Raw, field: str) -> int:
    value = raw.get(field)
    return value if isinstance(value, int) else 0
