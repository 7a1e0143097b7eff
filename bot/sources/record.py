"""One row of a file becomes one piece of feedback."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, tzinfo

from pydantic import ValidationError

from bot.domain.feedback import Feedback, Kind
from bot.sources.base import BadValue
from bot.sources.dates import DATES, DayOrder, read_moment
from bot.sources.values import (
    NOTHING,
    Scale,
    cut,
    hashed_id,
    looks_like_html,
    plain,
    read_flag,
    read_language,
    read_rating,
    read_tags,
)

_WORDS = ("text", "subject")
_CORE = frozenset({"external_id", "kind", "rating", "rating.min", "rating.max", "html", *_WORDS, *DATES})
_PEOPLE = frozenset({"author.id", "author.email", "author.name", "agent", "account.name"})
_LONGEST_ID = 255
_LONGEST_URL = 2000
_LONGEST_NOTHING = max(map(len, NOTHING))


@dataclass(frozen=True, slots=True)
class Reading:
    """How the values of one file are to be read. *zones*: by field, where a column has its own."""

    source: str
    kind: Kind
    zone: tzinfo
    zones: Mapping[str, tzinfo] = field(default_factory=dict)
    order: DayOrder | None = None
    scale: Scale | None = None
    spaced_tags: bool = False


class Recorder:
    """Makes feedback from rows whose cells come in the order of *fields*; *headings* name them in complaints."""

    def __init__(self, fields: Sequence[str], headings: Sequence[str], reading: Reading) -> None:
        self._fields = tuple(fields)
        self._headings = dict(zip(fields, headings, strict=True))
        self._reading = reading
        self._has_more = not _CORE.issuperset(fields)
        self._has_people = not _PEOPLE.isdisjoint(fields)
        self._wordless: dict[str, int] = {}

    def to_feedback(self, row: Sequence[object]) -> Feedback:
        """Read and validate one *row*; BadValue says in words, without its text, why it cannot be used."""
        cells = {
            ours: cell
            for ours, cell in zip(self._fields, row, strict=True)
            if cell is not None and _is_there(ours, cell)
        }
        known: dict[str, object] = {
            "source": self._reading.source,
            "kind": self._kind(cells),
            "rating": self._rating(cells),
            **_words(cells),
            **{ours: self._moment(ours, cells[ours]) for ours in DATES if ours in cells},
        }
        if self._has_more:
            known |= self._particulars(cells)
        if self._has_people:
            known |= _people(cells)
        if not (known["rating"] or "solved_at" in known or "text" in known or "subject" in known):
            raise BadValue("has neither text nor a rating")
        if "created_at" not in known:
            raise BadValue(f"has no date under {self._heading('created_at')}")
        known["external_id"] = self._external_id(cells, known)
        try:
            return Feedback(**known)
        except ValidationError as error:
            raise BadValue(in_words(error)) from None

    def _heading(self, ours: str) -> str:
        return repr(self._headings.get(ours, ours))

    def _kind(self, cells: Mapping[str, object]) -> Kind:
        if "kind" not in cells:
            return self._reading.kind
        try:
            return Kind(str(cells["kind"]).strip().lower())
        except ValueError:
            raise BadValue(f"has a kind that is none of {', '.join(Kind)}") from None

    def _moment(self, ours: str, cell: object) -> datetime:
        reading = self._reading
        try:
            return read_moment(cell, reading.zones.get(ours, reading.zone), reading.order)
        except BadValue as error:
            raise BadValue(f"what stands under {self._heading(ours)} {error}") from None

    def _rating(self, cells: Mapping[str, object]) -> object:
        if "rating" not in cells:
            return None
        try:
            return read_rating(cells["rating"], self._reading.scale, cells.get("rating.min"), cells.get("rating.max"))
        except BadValue as error:
            raise BadValue(f"the rating under {self._heading('rating')} {error}") from None

    def _particulars(self, cells: Mapping[str, object]) -> dict[str, object]:
        found: dict[str, object] = {}
        segment = cells.get("segment", cells.get("account.plan"))
        if segment is not None:
            found["segment"] = _short(segment)
        if "team" in cells:
            found["team"] = _short(cells["team"])
        if "language" in cells:
            found["language"] = read_language(cells["language"])
        if "tags" in cells:
            found["tags"] = read_tags(cells["tags"], spaced=self._reading.spaced_tags)
        if "reopened" in cells:
            try:
                found["reopened"] = read_flag(cells["reopened"])
            except BadValue:
                raise BadValue(f"what stands under {self._heading('reopened')} is neither yes nor no") from None
        if "url" in cells and len(url := plain(str(cells["url"]).strip())) <= _LONGEST_URL:
            found["url"] = url
        if "conversation_id" in cells:
            found["conversation_id"] = _id(cells["conversation_id"])
        return found

    def _external_id(self, cells: Mapping[str, object], known: Mapping[str, object]) -> str:
        """The row's own id, else a hash. Rows without words are told apart by number: many are alike and all count."""
        if "external_id" in cells:
            return _id(cells["external_id"])
        moment = known["created_at"]
        assert isinstance(moment, datetime)  # noqa: S101 - checked by the caller
        author = str(known.get("customer", ""))
        if words := known.get("text") or known.get("subject"):
            return hashed_id(moment, author, str(words))
        key = hashed_id(moment, author, str(known["rating"]), str(known.get("conversation_id", "")))
        self._wordless[key] = nth = self._wordless.get(key, 0) + 1
        return key if nth == 1 else f"{key}-{nth}"


def _is_there(ours: str, cell: object) -> bool:
    """Customers may write *none*; in any other cell it means nothing."""
    if not isinstance(cell, str):
        return True
    if len(cell) > _LONGEST_NOTHING and not cell[0].isspace():
        return True
    return ours in _WORDS or cell.strip().lower() not in NOTHING


def _words(cells: Mapping[str, object]) -> dict[str, object]:
    found: dict[str, object] = {}
    for ours in _WORDS:
        cell = cells.get(ours)
        if isinstance(cell, dict | list):
            raise BadValue(f"has a list or an object where {ours} should be")
        if cell is not None and (words := plain(str(cell)).strip()):
            found[ours] = cut(words)
    if "html" in cells:
        found["html"] = read_flag(cells["html"]) or False
    elif "text" in found and looks_like_html(str(found["text"])):
        found["html"] = True
    return found


def _people(cells: Mapping[str, object]) -> dict[str, object]:
    """Names for redaction, and the customer's own id, else mail address, else name."""
    mail = str(cells["author.email"]).strip().lower() if "author.email" in cells else None
    people = (cells.get("author.name"), mail, cells.get("agent"), cells.get("account.name"))
    customer = cells.get("author.id", mail or people[0])
    names = tuple(dict.fromkeys(_short(name) for name in people if isinstance(name, str)))
    found: dict[str, object] = {"names": names} if names else {}
    if isinstance(customer, str | int):
        found["customer"] = _short(customer)
    return found


def _short(value: object) -> str:
    return plain(str(value)).strip()[:_LONGEST_ID]


def _id(value: object) -> str:
    """An id as text; one that is too long, such as a whole address, is kept as its hash."""
    if isinstance(value, dict | list | bool):
        raise BadValue("has a list, an object or a yes-or-no where an id should be")
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    text = plain(str(value)).strip()
    return text if len(text) <= _LONGEST_ID else hashed_id(datetime.min.replace(tzinfo=UTC), text)


def in_words(error: ValidationError) -> str:
    """Say what is wrong with a record, field by field, without its values."""
    faults = error.errors(include_url=False, include_context=False, include_input=False)
    told = (f"{'.'.join(map(str, fault['loc']))}: {fault['msg'].removeprefix('Value error, ')}" for fault in faults[:3])
    return "; ".join(fault.removeprefix(": ") for fault in told)
