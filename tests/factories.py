"""Make feedback for tests: every dull field is filled in, every text is invented."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

import numpy as np

from bot.domain.edition import Edition
from bot.domain.feedback import Feedback, Kind, Rating, RecordRef
from bot.domain.verbatim import Conversation, Features, LeftOut, Vector, Verbatim, to_conversations
from bot.domain.week import Week

_ids = count(1)

MONDAY = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
"""Nine o'clock on the Monday of 2026-W45."""

WEEK = Week(2026, 45)


def next_id() -> str:
    """An external id that no other record of this run has."""
    return f"t{next(_ids)}"


def make_rating(value: float, scale: str = "1-5") -> Rating:
    """A rating on the scale *low-high*."""
    low, high = scale.split("-")
    return Rating(value=value, low=float(low), high=float(high))


def make_edition(**fields: Any) -> Edition:
    """The default edition, made long ago."""
    return Edition(**{"created_at": datetime(2026, 1, 1, tzinfo=UTC), **fields})


def make_feedback(
    text: str | None = "The suitcase came two days late.", *, rating: float | None = None, **fields: Any
) -> Feedback:
    """One record as a source hands it over."""
    defaults: dict[str, Any] = {
        "source": "desk",
        "kind": Kind.REVIEW if rating is not None else Kind.CONVERSATION,
        "external_id": fields.get("external_id") or next_id(),
        "created_at": MONDAY,
        "text": text,
        "rating": None if rating is None else make_rating(rating),
    }
    return Feedback(**{**defaults, **fields})


def make_vector(topic: int = 0, *, shade: int = 0, spread: float = 0.3) -> Vector:
    """A unit vector near the axis *topic*; *shade* says which of many near it. The same numbers every time."""
    noise = np.random.default_rng([topic, shade]).normal(size=512)
    noise[topic] = 0
    vector = spread * noise / np.linalg.norm(noise)
    vector[topic] = 1
    return np.round(vector / np.linalg.norm(vector), 5).astype(np.float32)


def make_signature(text: str) -> np.ndarray[Any, np.dtype[np.uint32]]:
    """A 64-place signature that is the same for the same text and unlike for any other."""
    return np.random.default_rng(list(text.encode())).integers(0, 2**32, size=64, dtype=np.uint32)


def make_features(
    text: str = "The suitcase came two days late.",
    *,
    language: str = "en",
    tone: int = 0,
    noise: LeftOut | None = None,
    sensitive: bool = False,
    doubt: bool = False,
    vector: Vector | None = None,
) -> Features:
    """Features as if they had been worked out: a vector about topic 0 unless one is given, none without words."""
    if text and vector is None:
        vector = make_vector(0, shade=sum(text.encode()) % 997)
    return Features(
        text=text,
        language=language,
        tone=tone,
        noise=noise,
        sensitive=sensitive,
        doubt=doubt,
        signature=make_signature(text) if text else None,
        vector=vector if text else None,
    )


def make_verbatim(
    text: str = "The suitcase came two days late.",
    *,
    source: str = "desk",
    kind: Kind = Kind.CONVERSATION,
    external_id: str | None = None,
    conversation: str | None = None,
    at: datetime = MONDAY,
    days_ago: float = 0,
    language: str = "en",
    tone: int = 0,
    noise: LeftOut | None = None,
    sensitive: bool = False,
    doubt: bool = False,
    vector: Vector | None = None,
    rating: float | Rating | None = None,
    **fields: Any,
) -> Verbatim:
    """One stored record with its features; its conversation is its own unless said."""
    external_id = external_id or next_id()
    return Verbatim(
        record=RecordRef(source=source, kind=kind, external_id=external_id),
        conversation=conversation or external_id,
        created_at=at - timedelta(days=days_ago),
        features=make_features(
            text, language=language, tone=tone, noise=noise, sensitive=sensitive, doubt=doubt, vector=vector
        ),
        rating=make_rating(rating) if isinstance(rating, int | float) else rating,
        **fields,
    )


def make_conversation(*records: Verbatim, **fields: Any) -> Conversation:
    """One conversation of *records*, or of a single one made from *fields*."""
    made: Sequence[Verbatim] = records or (make_verbatim(**fields),)
    conversations = to_conversations(made)
    assert len(conversations) == 1, "these records belong to several conversations"
    return conversations[0]
