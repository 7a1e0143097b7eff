import json
from datetime import UTC, datetime

import pytest

from bot.domain.feedback import Kind, Rating
from bot.errors import SourceError
from tests.bot.sources.conftest import Read

WHOLE = {
    "external_id": "a-1",
    "kind": "rating",
    "text": "The door is stuck.",
    "subject": "Door",
    "created_at": "2024-01-31T14:05:00+01:00",
    "updated_at": 1706706301,
    "solved_at": 1706706302000,
    "rating": {"value": 2, "min": 1, "max": 5},
    "author": {"id": 77, "email": "Ann@Example.com", "name": "Ann Example"},
    "account": {"id": "9", "name": "Example Ltd", "plan": "gold"},
    "conversation_id": 4711,
    "language": "en-GB",
    "tags": ["door", "late"],
    "url": "https://example.com/a-1",
    "agent": "Ben Example",
    "team": "Support",
    "reopened": True,
}


def lines(*records: object) -> str:
    return "\n".join(record if isinstance(record, str) else json.dumps(record) for record in records)


def test_every_field_of_a_nested_record_arrives(read: Read) -> None:
    item = read(lines(WHOLE), "box.jsonl").only
    assert (item.source, item.kind, item.external_id, item.conversation) == ("box", Kind.RATING, "a-1", "4711")
    assert (item.text, item.subject) == ("The door is stuck.", "Door")
    assert item.created_at == datetime(2024, 1, 31, 13, 5, tzinfo=UTC)
    assert item.updated_at == datetime(2024, 1, 31, 13, 5, 1, tzinfo=UTC)
    assert item.solved_at == datetime(2024, 1, 31, 13, 5, 2, tzinfo=UTC)
    assert item.rating == Rating(value=2, low=1, high=5)
    assert item.customer == "77"
    assert item.names == ("Ann Example", "ann@example.com", "Ben Example", "Example Ltd")
    assert (item.segment, item.team, item.language, item.tags) == ("gold", "Support", "en", ("door", "late"))
    assert (item.url, item.reopened) == ("https://example.com/a-1", True)


def test_plain_values_stand_for_objects_in_the_same_file(read: Read) -> None:
    plain = WHOLE | {"external_id": "a-2", "rating": 4, "author": "Cleo Example"}
    first, second = read(lines(WHOLE, plain), scale="1-5").items
    assert (first.rating, second.rating) == (Rating(value=2, low=1, high=5), Rating(value=4, low=1, high=5))
    assert second.customer == "Cleo Example"


def test_a_field_that_turns_up_late_is_taken(read: Read) -> None:
    early = [{"external_id": str(n), "text": "x", "created_at": 1706706300} for n in range(1500)]
    found = read(lines(*early, WHOLE), "box.jsonl")
    assert found.items[-1].rating == Rating(value=2, low=1, high=5)
    assert found.items[-1].names


def test_other_names_are_recognised_and_mapped(read: Read) -> None:
    record = {"ticketId": "1", "createdAt": 1706706300, "message": "x", "who": {"mail": "a@example.com"}}
    item = read(lines(record), mapping="author.email=who.mail,external_id=ticketId").only
    assert (item.external_id, item.text, item.customer) == ("1", "x", "a@example.com")


def test_blank_lines_are_passed_over_and_bad_ones_named_without_their_text(read: Read) -> None:
    good = {"external_id": "1", "text": "x", "created_at": 1706706300}
    secret = "my secret"
    found = read(
        lines(good, "", f'{{"text": "{secret}"', f'["{secret}"]', good | {"text": [secret], "external_id": "2"})
    )
    assert len(found.items) == 1
    assert [row.line for row in found.bad] == [3, 4, 5]
    assert not any("secret" in row.reason for row in found.bad)


@pytest.mark.parametrize("value", ["NaN", "Infinity", "1e999", '{"value": [], "min": 1, "max": 5}', "[4]", "9"])
def test_a_rating_that_makes_no_sense_costs_its_own_row(read: Read, value: str) -> None:
    bad = json.dumps(WHOLE)[:-1].replace('"a-1"', '"a-2"') + f', "rating": {value}}}'
    found = read(lines(WHOLE, bad), scale="1-5")
    assert (len(found.items), len(found.bad)) == (1, 1)


def test_lone_surrogates_nul_and_deep_nesting_crash_nothing(read: Read) -> None:
    odd = WHOLE | {"text": "a\0\ud800b", "tags": ["\udfff\0"], "author": {"name": "\ud800"}, "external_id": "x\ud800"}
    deep = '{"text":' + "[" * 100_000
    digits = '{"created_at":' + "9" * 5000 + "}"
    found = read(lines(odd, deep, digits))
    assert found.texts == ["a\ufffdb"]
    assert len(found.bad) == 2


@pytest.mark.parametrize("content", ['[\n{"text": "x"}\n]', '[{"text": "x", "date": 1706706300}]', '{\n"text": "x"\n}'])
def test_json_that_is_not_lines_is_refused_with_the_way_out(read: Read, content: str) -> None:
    with pytest.raises(SourceError, match="one object"):
        read(content, "a.json")


def test_a_line_with_broken_bytes_is_put_aside(read: Read) -> None:
    good = '{"external_id": "1", "text": "schöne Grüße", "created_at": 1706706300}\n'.encode()
    found = read(good + good.replace("ö".encode(), b"\xf6").replace(b'"1"', b'"2"'))
    assert (found.texts, [row.line for row in found.bad]) == (["schöne Grüße"], [2])
