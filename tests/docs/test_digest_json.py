"""docs/digest-json.md is the interface: its keys and its closed lists are those of the code."""

import re
from typing import Any

import pytest

from bot.blocks.document import to_document
from bot.domain.digest import Label, Slot
from bot.domain.feedback import Kind
from bot.domain.reasons import ReasonCode
from bot.domain.verbatim import LeftOut
from bot.locale import LANGUAGES, Words
from bot.storage.store import Store
from tests.docs.reading import ROOT, section, terms
from tests.sample_week import WEEK, make_parts

DOC = ROOT / "docs" / "digest-json.md"


def listed(heading: str, begins: str, ends: str = ".") -> set[str]:
    """The terms in code of the sentence under *heading* that begins with *begins*."""
    words = " ".join(section(DOC, heading).split())
    return set(re.findall(r"`([a-z_]+)`", words.split(begins, 1)[1].split(ends, 1)[0]))


@pytest.fixture
def document(sample_store: Store) -> dict[str, Any]:
    parts = make_parts(sample_store)
    return to_document(parts.digests.preview(parts.edition("default"), WEEK), Words("en"))


def test_every_key_is_documented_and_no_other(document: dict[str, Any]) -> None:
    assert terms(section(DOC, "The object")) == list(document)


@pytest.mark.parametrize(
    ("heading", "key"),
    [
        ("`themes` and `all_themes`", "themes"),
        ("`quotes`", "quotes"),
        ("`kpis`", "kpis"),
        ("`sources`", "sources"),
        ("`counts`", "counts"),
        ("`draw`", "draw"),
    ],
)
def test_every_key_of_a_part_is_documented_and_no_other(document: dict[str, Any], heading: str, key: str) -> None:
    part = document[key][0] if isinstance(document[key], list) else document[key]
    table = section(DOC, heading).split("| `label` | Means |")[0]
    assert set(terms(table)) == set(part)


def test_the_labels_are_a_closed_list() -> None:
    assert terms(section(DOC, "`themes` and `all_themes`").split("| `label` | Means |\n|---|---|")[1]) == [*Label]


def test_the_slots_are_a_closed_list() -> None:
    assert listed("`quotes`", "| `slot` |", " |") == set(Slot)


def test_the_kinds_are_a_closed_list() -> None:
    assert listed("`quotes`", "The kinds of `record`, a closed list:") == set(Kind)


def test_the_reasons_for_leaving_out_are_a_closed_list() -> None:
    assert listed("`counts`", "Reasons, a closed list:", "the rules file") == set(LeftOut)


def test_the_reasons_for_picking_are_a_closed_list() -> None:
    assert listed("Reasons", "A closed list.", "What each says") == set(ReasonCode)


def test_the_names_of_numbers_are_a_closed_list(document: dict[str, Any]) -> None:
    names = listed("`kpis`", "| `name` |", " |")
    assert {kpi["name"] for kpi in document["kpis"]} <= names == {"csat", "nps", "time_to_resolution", "reopened"}


def test_the_languages_are_those_of_the_catalogues() -> None:
    assert listed("The object", "| `language` |", " |") == set(LANGUAGES)
