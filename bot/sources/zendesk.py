"""Zendesk: tickets by the cursor-based incremental export, ratings of both satisfaction systems (docs/zendesk.md)."""

import hashlib
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any, Self

from bot.domain.connection import FormField
from bot.domain.feedback import Feedback
from bot.errors import SettingsError
from bot.settings import Settings
from bot.sources.base import Gone
from bot.sources.connector import Cursor, RawPage, Stream
from bot.sources.fields import by_id, records_under
from bot.sources.http import Api, seconds_ahead
from bot.sources.zendesk_lookups import Lookups, export_limits
from bot.sources.zendesk_records import ZendeskRecords, before, commented_by, newest, rated, speakers

_LATE = timedelta(days=3)
"""Ratings are listed by when they were made: so far back each run reads again, for what turned up late."""
_EDITED = timedelta(days=7)
"""The same for surveys, whose answers stay what they are listed by but may be edited for some weeks."""


class Zendesk:
    """One Zendesk account. *segment_field* is the organisation field whose value is the customers' segment."""

    name = "zendesk"
    title = "Zendesk"
    streams = (Stream("tickets"), Stream("ratings", _LATE, needed=False), Stream("surveys", _EDITED, needed=False))
    form = (
        FormField("zendesk_subdomain"),
        FormField("zendesk_email", needed=False),
        FormField("zendesk_api_token", secret=True, needed=False),
        FormField("zendesk_oauth_token", secret=True, needed=False),
        FormField("zendesk_segment_field", needed=False),
    )
    way_out = (
        "make a new API token in Zendesk's Admin Center as an admin, put it into ZENDESK_API_TOKEN with that admin's "
        "ZENDESK_EMAIL (or set ZENDESK_OAUTH_TOKEN) and start Voxpop again (docs/zendesk.md)"
    )

    address = "is ZENDESK_SUBDOMAIN right? It is what stands before .zendesk.com (docs/zendesk.md)"

    def __init__(self, api: Api, subdomain: str, *, segment_field: str | None = None, identity: str = "") -> None:
        self.account = subdomain
        self.identity = identity
        self._api = api
        self._subdomain = subdomain
        self._records = ZendeskRecords(self.name, self.record_url, segment_field)
        self._look = Lookups(api)

    @classmethod
    def open(cls, settings: Settings) -> Self | None:
        """Open the account of the *settings*, None without one; SettingsError where they are only half of it."""
        name, mail = settings.zendesk_subdomain, settings.zendesk_email
        token, oauth = settings.zendesk_api_token, settings.zendesk_oauth_token
        if name is None:
            return None
        base = settings.zendesk_base_url or f"https://{name}.zendesk.com/api/v2/"
        if oauth is not None:
            secret = oauth.get_secret_value()
            api = Api(cls.title, base, bearer=secret, limits=export_limits)
        elif mail is not None and token is not None:
            secret = token.get_secret_value()
            api = Api(cls.title, base, auth=(f"{mail}/token", secret), limits=export_limits)
        else:
            raise SettingsError("ZENDESK_SUBDOMAIN needs ZENDESK_EMAIL with ZENDESK_API_TOKEN, or ZENDESK_OAUTH_TOKEN")
        identity = hashlib.sha256(f"{base} {mail} {secret}".encode()).hexdigest()[:16]
        return cls(api, name, segment_field=settings.zendesk_segment_field, identity=identity)

    def pages(self, cursor: Cursor) -> Iterator[RawPage]:
        """Yield the pages of one of the three streams after *cursor*."""
        if cursor.stream == "tickets":
            return self._tickets(cursor)
        start, until = cursor.since.timestamp(), cursor.until.timestamp() if cursor.until else None
        if cursor.stream == "ratings":
            span = {"start_time": int(start), **({"end_time": int(until)} if until else {}), "score": "received"}
            return self._rated("satisfaction_ratings", "satisfaction_ratings", span, cursor.after)
        span = {"filter[created_at_start]": int(start * 1000)}  # in milliseconds, here alone
        span |= {"filter[created_at_end]": int(until * 1000)} if until else {}
        return self._rated("guide/survey_responses", "survey_responses", span, cursor.after)

    def to_feedback(self, raw: dict[str, Any]) -> Feedback | Gone | None:
        """Map a ticket, a rating or a survey response with what `pages` joined to it."""
        return self._records.to_feedback(raw)

    def record_url(self, external_id: str) -> str:
        """The ticket's page for agents."""
        return f"https://{self._subdomain}.zendesk.com/agent/tickets/{external_id}"

    def clock_ahead(self, now: datetime) -> float | None:
        """By how many seconds Zendesk's clock was ahead of *now* in its last answer."""
        return seconds_ahead(self._api.their_clock, now)

    def close(self) -> None:
        """Let the connections go."""
        self._api.close()

    def _tickets(self, cursor: Cursor) -> Iterator[RawPage]:
        after, more = cursor.after, True
        while more:  # by the mark alone: after_url may name another host
            mark: dict[str, str | int] = {"cursor": after} if after else {"start_time": int(cursor.since.timestamp())}
            query: dict[str, str | int] = {**mark, "per_page": 1000, "include": "metric_sets,users,organizations"}
            answer = self._api.get("incremental/tickets/cursor", query, bucket="export")
            users, firms = by_id(answer, "users"), by_id(answer, "organizations")
            tickets = before(cursor.until, records_under(answer, "tickets"))
            said = [(raw, self._look.comments(raw)) for raw in tickets]
            users |= self._look.people(set().union(*(speakers(*pair) for pair in said)) - users.keys())
            found = [{"ticket": raw, "comments": words, "users": users, "firms": firms} for raw, words in said]
            after, at = answer.get("after_cursor") or after, newest(answer)
            more = not answer.get("end_of_stream") and not (cursor.until and at and at >= cursor.until)
            yield RawPage(found, after, more, at)

    def _rated(self, path: str, key: str, span: dict[str, Any], after: str | None) -> Iterator[RawPage]:
        for answer, mark in self._look.listed(path, span, after):
            listed = records_under(answer, key)
            users = self._look.people(set().union(*map(commented_by, listed)))
            found = [raw for one in listed for raw in rated(one, users, self._look.points(one))]
            yield RawPage(found, mark, more=mark is not None)
