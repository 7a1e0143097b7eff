"""The JSON is an interface: its keys, its closed lists and the exactness of its quotes do not change by accident."""

import json
import re
from pathlib import Path

import pytest

from bot.blocks.digest import parent, thread
from bot.blocks.document import to_document
from bot.domain.digest import Digest, Label, Slot
from bot.domain.feedback import Kind
from bot.domain.reasons import ReasonCode
from bot.domain.verbatim import LeftOut
from bot.locale import Words
from tests.bot.blocks.factories import make_digest
from tests.bot.blocks.test_digest import WEEKS

EN = Words("en")
DOCUMENTED = Path(__file__).parents[3] / "docs" / "digest-json.md"

PROMISED = {
    *("week", "start", "end", "timezone", "language", "seed", "counts", "verdict", "themes", "all_themes", "quotes"),
    *("kpis", "text", "blocks", "thread"),
}
THEME = {"name", "count", "previous", "average_4_weeks", "label", "by_source", "owner"}
QUOTE = {"slot", "theme", "record", "start", "end", "text", "denominator", "reasons"}
KPI = {"name", "value", "n", "window_days", "change", "significant"}


def test_every_promised_key_is_there() -> None:
    document = to_document(make_digest(), EN)
    assert set(document) >= PROMISED
    assert set(document["counts"]) == {"conversations", "eligible", "by_source", "left_out"}
    assert all(set(theme) >= THEME for theme in document["themes"] + document["all_themes"])
    assert all(set(quote) >= QUOTE for quote in document["quotes"])
    assert all(set(quote["record"]) == {"source", "kind", "external_id"} for quote in document["quotes"])
    assert all(set(quote["denominator"]) == {"theme", "of_theme", "of_conversations"} for quote in document["quotes"])
    assert all(set(kpi) >= KPI for kpi in document["kpis"])


@pytest.mark.parametrize("digest", WEEKS.values(), ids=WEEKS.keys())
def test_quotes_are_exact_and_unescaped_whatever_the_blocks_show(digest: Digest) -> None:
    document = json.loads(json.dumps(to_document(digest, EN)))
    assert [quote["text"] for quote in document["quotes"]] == [quote.text for quote in digest.quotes]


def test_the_week_is_given_in_the_editions_zone() -> None:
    document = to_document(make_digest(), EN)
    assert (document["start"], document["end"]) == ("2026-11-09T00:00:00+01:00", "2026-11-16T00:00:00+01:00")


def test_the_blocks_are_the_very_ones_that_are_posted() -> None:
    digest = make_digest()
    document = to_document(digest, EN)
    assert document["blocks"] == list(parent(digest, EN).blocks)
    assert document["thread"] == [list(message.blocks) for message in thread(digest, EN)]
    assert document["thread_texts"] == [message.text for message in thread(digest, EN)]
    assert document["text"] == parent(digest, EN).text


def test_quotes_and_lead_name_their_theme_as_the_themes_do() -> None:
    document = to_document(make_digest(), EN)
    names = {theme["name"] for theme in document["all_themes"]}
    assert {quote["theme"] for quote in document["quotes"]} <= names
    assert document["lead"] == document["themes"][0]["name"]


def test_reasons_are_sentences_with_their_codes_beside_them() -> None:
    voice = to_document(make_digest(), EN)["quotes"][0]
    assert voice["reasons"] == ["Everything this customer wrote, 21 words."]
    assert voice["reason_codes"] == ["whole_text"]


def test_the_same_digest_gives_the_same_bytes() -> None:
    digest = make_digest()
    again = Digest.model_validate_json(digest.model_dump_json())
    assert json.dumps(to_document(digest, EN)) == json.dumps(to_document(again, EN))


def test_the_documentation_names_every_key() -> None:
    document = to_document(make_digest(), EN)
    keys = {*document, *document["counts"], *document["themes"][0], *document["quotes"][0], *document["kpis"][0]}
    keys |= {*document["quotes"][0]["record"], *document["quotes"][0]["denominator"], *document["draw"]}
    keys |= set(document["sources"][0])
    documented = set(re.findall(r"`([a-z_0-9]+)`", DOCUMENTED.read_text(encoding="utf-8")))
    assert keys - documented == set()


@pytest.mark.parametrize("closed", [Label, Slot, Kind, LeftOut, ReasonCode], ids=lambda closed: closed.__name__)
def test_the_documentation_lists_every_term_of_a_closed_list(closed: type[Label | Slot | Kind | LeftOut]) -> None:
    documented = set(re.findall(r"`([a-z_0-9]+)`", DOCUMENTED.read_text(encoding="utf-8")))
    assert {member.value for member in closed} - documented == set()
