"""What a page of Zendesk's records leaves to be asked for: comments, people, the scales of surveys."""

from collections.abc import Iterator, Mapping, Set
from typing import Any

from bot.sources.base import UNEXPECTED
from bot.sources.errors import GoneError, PlanError, ProtocolError
from bot.sources.fields import Raw, by_id, records_under
from bot.sources.http import Api
from bot.sources.limits import Limits, parse_limits
from bot.sources.zendesk_records import options_of, typed_by_somebody_else

_COMMENT_PAGES = 10
_AT_ONCE = 100
_EXPORT_LIMIT = "zendesk-ratelimit-incremental-exports-cursor"  # total=20; remaining=17; resets=48


class Lookups:
    """Asks Zendesk for them. What is not ours to see, or was deleted meanwhile, is left out and no error."""

    def __init__(self, api: Api) -> None:
        self._api = api
        self._points: dict[str, list[int]] = {}

    def listed(self, path: str, query: dict[str, Any], after: str | None) -> Iterator[tuple[Raw, str | None]]:
        """Yield the answers of a list that is paged by cursor, each with the mark of the next page, None at the end."""
        more = True
        while more:
            answer = self._api.get(path, {**query, "page[size]": 100, **({"page[after]": after} if after else {})})
            meta = answer.get("meta") or {}
            after, more = meta.get("after_cursor"), bool(meta.get("has_more"))
            yield answer, (after or "") if more else None

    def comments(self, ticket: Raw) -> list[Raw]:
        """Return the comments of a ticket whose description is not the customer's; none of any other.

        A ticket whose comments cannot be read counts without words: it must not keep all others back.
        """
        if not typed_by_somebody_else(ticket):
            return []
        answers = self.listed(f"tickets/{ticket.get('id')}/comments", {}, None)
        try:
            return [
                c
                for _, (page, _) in zip(range(_COMMENT_PAGES), answers, strict=False)
                for c in records_under(page, "comments")
            ]
        except (GoneError, PlanError, ProtocolError, *UNEXPECTED):
            return []

    def people(self, wanted: Set[int]) -> dict[int, Raw]:
        """Return those of *wanted* whom Zendesk shows."""
        ids = sorted(wanted)
        found: dict[int, Raw] = {}
        for first in range(0, len(ids), _AT_ONCE):
            try:
                answer = self._api.get("users/show_many", {"ids": ",".join(map(str, ids[first : first + _AT_ONCE]))})
            except (GoneError, PlanError):
                return found
            found |= by_id(answer, "users")
        return found

    def points(self, rated: Raw) -> list[int]:
        """Return the points of the scale that the survey of a response asks for; none where Zendesk does not tell."""
        asked = rated.get("survey")
        survey = str((asked.get("id") if isinstance(asked, dict) else asked) or rated.get("survey_id") or "")
        if survey and survey not in self._points:
            try:
                self._points[survey] = options_of(self._api.get(f"guide/surveys/{survey}"))
            except (GoneError, PlanError, *UNEXPECTED):
                self._points[survey] = []
        return self._points.get(survey, [])


def export_limits(headers: Mapping[str, str]) -> Limits:
    """Read the common headers and, where it is there, what is left of the export's own limit."""
    limits = parse_limits(headers)
    parts = dict(part.strip().split("=", 1) for part in headers.get(_EXPORT_LIMIT, "").split(";") if "=" in part)
    if not (parts.get("remaining", "").isdecimal() and parts.get("resets", "").isdecimal()):
        return limits
    return limits._replace(remaining=int(parts["remaining"]), resets=float(parts["resets"]))
