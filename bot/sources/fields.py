"""Fields of the JSON records that support tools send: read with one meaning, and with words where they cannot be."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

from bot.domain.feedback import forbids_quoting
from bot.sources.base import BadValue
from bot.sources.dates import read_moment
from bot.sources.errors import ProtocolError
from bot.sources.values import cut, plain, read_tags

Raw = dict[str, Any]


def records_under(answer: Raw, key: str) -> list[Raw]:
    """Return the records under *key*; ProtocolError where there is no such list: an empty one would be an end."""
    found = answer.get(key)
    if not isinstance(found, list) or not all(isinstance(raw, dict) for raw in found):
        raise ProtocolError(f"an answer has no list {key!r}; does the address lead to the tool's API?")
    return found


def by_id(answer: Raw, key: str) -> dict[int, Raw]:
    """Return the records that came along under *key*, by their id."""
    return {raw["id"]: raw for raw in answer.get(key) or () if isinstance(raw, dict) and isinstance(raw.get("id"), int)}


def ids_in(values: Iterable[Any]) -> set[int]:
    """Return those of *values* that are ids: what a tool has not set, or writes in another shape, is left out."""
    return {value for value in values if isinstance(value, int)}


def known_of(ids: Iterable[int], people: Mapping[int, Raw]) -> list[Raw]:
    """Return those of *people* whose *ids* these are."""
    return [people[person] for person in sorted(set(ids)) if person in people]


def moment_in(raw: Raw, field: str) -> datetime:
    """Return the moment that *field* names, in UTC; BadValue names the field."""
    try:
        return read_moment(raw.get(field), UTC)
    except BadValue as error:
        raise BadValue(f"{field} {error}") from None


def text_in(raw: Raw, field: str) -> str | None:
    """Return the text in *field*, None where there is none."""
    value = raw.get(field)
    return (cut(plain(value).strip()) or None) if isinstance(value, str) else None


def id_in(raw: Raw, field: str) -> str:
    """Return the id in *field*; BadValue where there is none."""
    value = raw.get(field)
    if isinstance(value, bool) or not isinstance(value, int | str) or value == "":
        raise BadValue(f"has no {field}")
    return str(value)


def person_in(raw: Raw, field: str) -> str | None:
    """Return the id of the person in *field*, None where nobody is."""
    value = raw.get(field)
    return str(value) if isinstance(value, int | str) else None


def names_of(holders: Iterable[Raw]) -> tuple[str, ...]:
    """Return what people and organisations are called and reached by, for redaction alone."""
    found = (holder.get(field) for holder in holders for field in ("name", "alias", "email"))
    return tuple(dict.fromkeys(plain(name).strip()[:255] for name in found if isinstance(name, str) and name.strip()))


def may_feature(*holders: Raw) -> bool:
    """Return whether none of *holders*, customer and organisation, is tagged ``do-not-feature``."""
    return not any(forbids_quoting(read_tags(holder.get("tags") or [])) for holder in holders)
