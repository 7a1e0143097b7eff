"""What a customer said or scored, as a source hands it to us."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Annotated, Any

from pydantic import AwareDatetime, Field, StringConstraints, model_validator

from bot.domain.model import Model

SourceName = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_-]{0,39}$")]
ExternalId = Annotated[str, StringConstraints(min_length=1, max_length=255)]
Short = Annotated[str, StringConstraints(max_length=255)]

TOLD_SOURCE = "colleagues"
"""Where what colleagues tell by hand comes from."""

LONGEST_TEXT = 20_000
"""Characters kept of one text; sources cut there (facts of every support tool's own limits)."""

_DO_NOT_FEATURE = "do-not-feature"


class Kind(StrEnum):
    """What sort of record it is. A ticket and its rating are two records of one conversation."""

    CONVERSATION = "conversation"
    REVIEW = "review"
    RATING = "rating"
    TOLD = "told"
    """What a colleague remembers of it, typed in by hand: counted, and never between quotation marks."""


class Rating(Model):
    """A score on its own scale. Different scales are never averaged together."""

    value: float
    low: float
    high: float

    @model_validator(mode="after")
    def _inside(self) -> "Rating":
        if not self.low < self.high:
            raise ValueError(f"a scale must rise, not go from {self.low:g} to {self.high:g}")
        if not self.low <= self.value <= self.high:
            raise ValueError(f"the rating {self.value:g} is outside its scale {self.low:g}-{self.high:g}")
        return self

    @property
    def scale(self) -> str:
        """The scale's name, ``1-5``."""
        return f"{self.low:g}-{self.high:g}"

    @property
    def share(self) -> float:
        """Where on its scale it lies, 0 to 1."""
        return (self.value - self.low) / (self.high - self.low)

    @property
    def is_nps(self) -> bool:
        """Whether it answers *how likely are you to recommend us*: only the 0-10 scale does."""
        return (self.low, self.high) == (0, 10)

    @property
    def tone(self) -> int:
        """1 positive, 0 neutral, -1 negative: NPS by its classes (9-10, 7-8, 0-6), others by top and bottom 40 %."""
        if self.is_nps:
            return 1 if self.value >= 9 else 0 if self.value >= 7 else -1
        return 1 if self.share > 0.6 else -1 if self.share < 0.4 else 0


class Feedback(Model):
    """One record of a source, validated, with the text as it came: raw, never shown, logged or exported.

    *names* are the customer's and the agents' names and addresses known from the record; they serve redaction
    and are not stored. *customer* is the source's own id of the customer, kept as a keyed hash.
    *updated_at* is the version: an older redelivery never overwrites a newer one. What is not *featured* is counted
    and never quoted.
    """

    source: SourceName
    kind: Kind
    external_id: ExternalId
    created_at: AwareDatetime
    updated_at: AwareDatetime | None = None
    text: str | None = Field(default=None, repr=False)
    html: bool = False
    subject: str | None = Field(default=None, repr=False)
    rating: Rating | None = None
    conversation_id: ExternalId | None = None
    customer: Short | None = Field(default=None, repr=False)
    names: tuple[str, ...] = Field(default=(), repr=False)
    segment: Short | None = None
    team: Short | None = None
    language: Short | None = None
    tags: tuple[Short, ...] = ()
    url: Annotated[str, StringConstraints(max_length=2000)] | None = None
    solved_at: AwareDatetime | None = None
    reopened: bool | None = None
    featured: bool = True

    @model_validator(mode="before")
    @classmethod
    def _storable(cls, values: Any) -> Any:
        """Take out what a database refuses, so that both engines keep the same: NUL and lone surrogates."""
        if not isinstance(values, dict):
            return values
        unclean = {
            name: _clean(value) for name, value in values.items() if isinstance(value, str) and _is_unclean(value)
        }
        return {**values, **unclean} if unclean else values

    @model_validator(mode="after")
    def _says_something(self) -> "Feedback":
        if self.kind is Kind.RATING and self.rating is None:
            raise ValueError("a record of kind 'rating' needs a rating")
        return self

    @property
    def conversation(self) -> str:
        """The key that counts: the conversation's id, else the record's own."""
        return self.conversation_id or self.external_id


def forbids_quoting(tags: Iterable[str]) -> bool:
    """Return whether one of *tags* is ``do-not-feature``, however it is spelt: honoured in every source."""
    return any(tag.strip().lower().replace("_", "-").replace(" ", "-") == _DO_NOT_FEATURE for tag in tags)


def _is_unclean(text: str) -> bool:
    return "\0" in text or not text.isascii()


def _clean(text: str) -> str:
    if "\0" in text:
        text = text.replace("\0", "")
    if not text.isascii():
        try:
            text.encode()
        except UnicodeEncodeError:
            text = text.encode("utf-8", "replace").decode()
    return text


class RecordRef(Model):
    """Which record something was taken from."""

    source: str
    kind: Kind
    external_id: str
