"""Feedback as a row, and a row as a verbatim: made for imports of many thousands, so each step is counted."""

import hashlib
import hmac
from collections.abc import Sequence
from datetime import datetime
from functools import lru_cache
from operator import itemgetter
from typing import Any

from bot.domain.feedback import Feedback, Kind, Rating, RecordRef
from bot.domain.verbatim import Features, Verbatim
from bot.storage.features import to_features
from bot.storage.store import AnyRow

KEY = ("workspace_id", "source", "kind", "external_id")
CONTENT = (
    "conversation", "created_at", "version", "raw", "subject", "html", "text_key", "row_hash", "rating_value",
    "rating_low", "rating_high", "customer", "segment", "team", "language", "tags", "url", "solved_at", "reopened",
    "do_not_feature",
)  # fmt: skip
_MOMENTS = ("created_at", "version", "solved_at")
_moments_of = itemgetter(*_MOMENTS)
_plain_of = itemgetter(*KEY, *(name for name in CONTENT if name not in (*_MOMENTS, "row_hash")))
_NO_WORDS = Features("", "und", 0, None, sensitive=False, doubt=False, signature=None, vector=None)


def to_row(item: Feedback, text_key: str | None, now: datetime, key: bytes, workspace_id: int) -> dict[str, Any]:
    """Return *item* as the table keeps it; *key* hashes the customer's id."""
    rating = item.rating
    row = {
        "workspace_id": workspace_id,
        "source": item.source,
        "kind": str(item.kind),
        "external_id": item.external_id,
        "conversation": item.conversation,
        "created_at": item.created_at,
        "version": item.updated_at or item.created_at,
        "raw": item.text,
        "subject": item.subject,
        "html": item.html,
        "text_key": text_key,
        "rating_value": rating.value if rating else None,
        "rating_low": rating.low if rating else None,
        "rating_high": rating.high if rating else None,
        "customer": _hashed(item.customer, item.source, key) if item.customer else None,
        "segment": item.segment,
        "team": item.team,
        "language": item.language,
        "tags": list(item.tags) or None,
        "url": item.url,
        "solved_at": item.solved_at,
        "reopened": item.reopened,
        "do_not_feature": None if item.featured else True,
    }
    row["row_hash"] = _hash(row)
    row["taken_in_at"] = now
    return row


def _hash(row: dict[str, Any]) -> str:
    # numbers for moments: writing a datetime out costs as much as all other values together
    moments = [moment and moment.timestamp() for moment in _moments_of(row)]
    return hashlib.blake2b(repr((_plain_of(row), moments)).encode(), digest_size=16).hexdigest()


def _hashed(customer: str, source: str, key: bytes) -> str:
    return hmac.new(key, f"{source}:{customer.strip().casefold()}".encode(), hashlib.sha256).hexdigest()[:32]


def is_newer(row: dict[str, Any], known: AnyRow) -> bool:
    """Whether *row* says something else than what is *known*, and is not older."""
    return bool(row["version"] >= known.version and row["row_hash"] != known.row_hash)


def without_empty_columns(rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Leave out the columns that are None in every row: they are that by default, and each costs time for nothing."""
    columns = zip(rows[0], zip(*(row.values() for row in rows), strict=True), strict=True)
    used = {name: values for name, values in columns if values.count(None) < len(rows)}
    return [dict(zip(used, values, strict=True)) for values in zip(*used.values(), strict=True)]


def to_verbatim(row: AnyRow) -> Verbatim:
    """Return what everything downstream sees of a *row* that was read with its features."""
    rated = row.rating_value is not None
    return Verbatim(
        record=RecordRef.model_construct(source=row.source, kind=Kind(row.kind), external_id=row.external_id),
        conversation=row.conversation,
        created_at=row.created_at,
        features=_NO_WORDS if row.text is None else to_features(row),
        rating=_to_rating(row.rating_value, row.rating_low, row.rating_high) if rated else None,
        customer=row.customer,
        segment=row.segment,
        tags=tuple(row.tags or ()),
        url=row.url,
        solved_at=row.solved_at,
        reopened=row.reopened,
        featured=not row.do_not_feature,
    )


@lru_cache(maxsize=256)
def _to_rating(value: float, low: float, high: float) -> Rating:
    """Return the one object for all ratings that are alike: there are few, and they do not change."""
    return Rating.model_construct(value=value, low=low, high=high)
