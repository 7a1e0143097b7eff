"""The shape of every connector to a support tool, and how its pages are read: mapping, quarantine and paging guards."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, NamedTuple, Protocol, Self

from pydantic import ValidationError

from bot.domain.connection import FormField
from bot.domain.feedback import Feedback
from bot.settings import Settings
from bot.sources.base import UNEXPECTED, BadRecord, BadValue, Gone, Page
from bot.sources.errors import ProtocolError
from bot.sources.record import in_words

MOST_PAGES = 100_000
"""Of one run of one stream: more than any tool has, so that a run always ends."""


class Stream(NamedTuple):
    """One list of records at the tool. *needed*: without it the source is not fresh.

    *lookback* None: the tool hands out a mark that stays good for the next run. Else each run begins that much before
    the last one began, because records may change, or turn up, later.
    """

    name: str
    lookback: timedelta | None = None
    needed: bool = True


@dataclass(frozen=True, slots=True)
class Cursor:
    """Where a stream is to be read from: *after* the tool's mark, else from *since*; up to *until*, else to its end.

    *began* is when the run began that the mark belongs to.
    """

    stream: str
    since: datetime
    until: datetime | None = None
    after: str | None = None
    began: datetime | None = None

    def to_json(self) -> str:
        """For storage."""
        moments = {name: moment and moment.isoformat() for name, moment in self._moments().items()}
        return json.dumps({"v": 1, **moments, "after": self.after})

    @classmethod
    def from_json(cls, stream: str, text: str) -> Self:
        """From storage."""
        kept = json.loads(text)
        until, began = (kept[name] and datetime.fromisoformat(kept[name]) for name in ("until", "began"))
        return cls(stream, datetime.fromisoformat(kept["since"]), until, kept["after"], began)

    def _moments(self) -> dict[str, datetime | None]:
        return {"since": self.since, "until": self.until, "began": self.began}


class RawPage(NamedTuple):
    """Records as the tool sent them. *after* is its mark to go on from, *more* whether there is more.

    *at* is the moment that the page has come to, for the progress bar. Records are looked into in `to_feedback` alone,
    so that one of an unexpected shape spoils no other.
    """

    records: Sequence[dict[str, Any]]
    after: str | None
    more: bool
    at: datetime | None = None


class Connector(Protocol):
    """A support tool that feedback is pulled from."""

    name: str
    """The name its records carry, as ``zendesk``."""
    title: str
    """Its name for people, as ``Zendesk``."""
    streams: tuple[Stream, ...]
    form: tuple[FormField, ...]
    """What is asked where it is connected in Slack: the settings that `open` reads, beginning with the account."""
    way_out: str
    """What a person can do when the tool does not accept the credentials."""
    address: str
    """What a person can do when nothing answers such questions at the tool's address."""
    account: str
    """Whose records these are, in up to 255 characters: ids of two accounts collide, so they are never mixed."""
    identity: str
    """Changes when the credentials do: a paused source is then tried again. It may be stored; it tells nothing."""

    @classmethod
    def open(cls, settings: Settings) -> Self | None:
        """Open the account of the *settings*, None without one; SettingsError where they are only half of it."""

    def pages(self, cursor: Cursor) -> Iterator[RawPage]:
        """Yield what comes after *cursor*, at least one page; stop after the first that passes its *until*."""

    def to_feedback(self, raw: dict[str, Any]) -> Feedback | Gone | None:
        """Map one record; None is no feedback, BadValue (without the customer's words) puts it aside."""

    def record_url(self, external_id: str) -> str:
        """The page where a person sees the conversation."""

    def clock_ahead(self, now: datetime) -> float | None:
        """By how many seconds the tool's clock was ahead of *now* in its last answer, None where that is not known."""

    def close(self) -> None:
        """Let the connections go."""


def read(source: Connector, cursor: Cursor) -> Iterator[Page]:
    """Yield mapped pages after *cursor*, the final one marked *last*; ProtocolError instead of an endless run."""
    for page in _checked(source, cursor):
        yield _mapped(source, cursor.stream, page)


def _checked(source: Connector, cursor: Cursor) -> Iterator[RawPage]:
    seen, where = {cursor.after}, f"{source.title}, {cursor.stream}"
    try:
        for number, page in enumerate(source.pages(cursor), start=1):
            if not isinstance(page.after, str | None):
                raise ProtocolError(f"{where}: the mark to go on from is no text")
            if page.more:
                _check_progress(where, page, seen, number)
            yield page
            if not page.more:
                return
    except UNEXPECTED as error:
        raise ProtocolError(f"{where}: an answer has an unexpected shape ({type(error).__name__})") from error


def _check_progress(where: str, page: RawPage, seen: set[str | None], number: int) -> None:
    if page.after in seen:
        raise ProtocolError(f"{where}: the mark to go on from came a second time; going on would never end")
    if not page.records:
        raise ProtocolError(f"{where}: a page without a record says that there is more")
    if number >= MOST_PAGES:
        raise ProtocolError(f"{where}: over {MOST_PAGES:,} pages in one run")
    seen.add(page.after)


def _mapped(source: Connector, stream: str, page: RawPage) -> Page:
    items: list[Feedback] = []
    gone: list[Gone] = []
    bad: list[BadRecord] = []
    for raw in page.records:
        try:
            found = source.to_feedback(raw)
        except BadValue as error:
            bad.append(BadRecord(_place(stream, raw), str(error)))
        except ValidationError as error:
            bad.append(BadRecord(_place(stream, raw), in_words(error)))
        except UNEXPECTED as error:  # without its text, which may quote the customer
            bad.append(BadRecord(_place(stream, raw), f"has an unexpected shape ({type(error).__name__})"))
        else:
            if isinstance(found, Feedback):
                items.append(found)
            elif found is not None:
                gone.append(found)
    return Page(tuple(items), tuple(bad), page.after, tuple(gone), last=not page.more, at=page.at)


def _place(stream: str, raw: dict[str, Any]) -> str:
    """Name a record by its id alone: what else it says may be the customer's."""
    inner = next((value for value in raw.values() if isinstance(value, dict)), raw)
    number = inner.get("id", raw.get("id"))
    return f"{stream} {number}" if isinstance(number, int | str) else f"{stream}, a record without an id"
