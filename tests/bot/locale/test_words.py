"""The catalogues say the same things in every language, and nothing that is said is missing or left over."""

import re
from datetime import UTC, datetime
from functools import cache
from itertools import product
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from bot.blocks.ids import BOLD_PARTS
from bot.domain.ask import CommitmentKind, Outcome
from bot.domain.connection import Trouble
from bot.domain.digest import Label, Slot
from bot.domain.edition import Away
from bot.domain.feedback import Kind
from bot.domain.offer import OfferKind
from bot.domain.pending import PendingState
from bot.domain.protection import Lowering
from bot.domain.reasons import REASON_VALUES, ReasonCode
from bot.domain.role import Role
from bot.domain.verbatim import LeftOut
from bot.domain.win import Choice, WinKind, WinState
from bot.locale import LANGUAGES, Words, catalogue
from bot.sources import SOURCES, kind_of

ROOT = Path(__file__).parents[3]

ASKED = [asked for name in SOURCES for asked in kind_of(name).form]
NEVER_ANSWERED = (Trouble.KEY, Trouble.HALF, Trouble.MISTAKE)
"""Troubles that no tool's answer to a form is."""

FAMILIES = {
    *(f"label-{label.value}" for label in Label),
    *(f"slot-{slot.value.replace('_', '-')}" for slot in Slot),
    *(f"kind-{kind.value}" for kind in Kind),
    *(f"left-out-{reason.value.replace('_', '-')}" for reason in LeftOut),
    *(f"reason-{code.value.replace('_', '-')}" for code in ReasonCode),
    *(f"win-{what}-{kind.value}" for what in ("kind", "title") for kind in WinKind),
    *(f"win-state-{state.value.replace('_', '-')}" for state in WinState),
    *(f"win-outcome-{state.value.replace('_', '-')}" for state in WinState if state is not WinState.OPEN),
    *(f"win-choice-{choice.value}" for choice in Choice),
    *(f"route-held-role-{role.value}" for role in Role),
    *(f"win-bold-{index}" for index, _ in enumerate(BOLD_PARTS, 1)),
    *(f"win-decided-{outcome}" for outcome in ("approved", "celebrated", "ready", "kept", "private", "taken-back")),
    *(f"ask-kind-{kind.value}" for kind in CommitmentKind),
    *(f"ledger-{outcome.value}" for outcome in Outcome),
    *(f"offer-{kind.value}" for kind in OfferKind),
    *(f"setup-edition-away-{away.value}" for away in Away),
    *(f"setup-edition-review-{review}" for review in ("auto", "on", "off")),
    *(f"setup-edition-company-{company}" for company in ("no", "yes")),
    *(f"setup-lowering-{reason.value}" for reason in Lowering),
    *(f"setup-outcome-{state.value}" for state in PendingState if state is not PendingState.OPEN),
    *(f"setup-role-{role.value}" for role in Role),
    *(f"route-held-role-{role.value}" for role in Role),
    *(f"source-{what}-{trouble.value}" for what in ("trouble", "do") for trouble in Trouble),
    *(f"source-form-{trouble.value}" for trouble in Trouble if trouble not in NEVER_ANSWERED),
    *(f"source-{what}-label" for what in ("connect", "credentials", "pause", "resume", "resync", "disconnect")),
    *(f"source-disconnect-{what}{end}" for what in ("keep", "forget") for end in ("", "-hint")),
    *(f"source-{name}-half" for name in SOURCES),
    *(f"{asked.key}{end}" for asked in ASKED for end in ("", "-hint", *(() if asked.secret else ("-wrong",)))),
    *(f"kpi-{name}" for name in ("csat", "nps", "time-to-resolution", "reopened")),
}
"""Keys that the code puts together from closed lists."""


class Variables(Visitor):
    """Collects the variables that one message asks for."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802 - the library's own naming
        self.found.add(node.id.name)


@cache
def messages(language: str) -> dict[str, tuple[str, frozenset[str]]]:
    """Every key of *language*: its file, and the variables it asks for."""
    found = {}
    for name, text in catalogue(language).items():
        for entry in FluentParser().parse(text).body:
            assert not isinstance(entry, ast.Junk), f"{language}/{name}: {entry.content}"
            if isinstance(entry, ast.Message):
                assert entry.id.name not in found, f"{entry.id.name} stands twice in {language}"
                variables = Variables()
                variables.visit(entry)
                found[entry.id.name] = (name, frozenset(variables.found))
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_keys_in_the_same_files_with_the_same_variables(language: str) -> None:
    assert messages(language) == messages("en")


def test_no_key_is_left_over() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in sources())
    said = set(re.findall(r"""["']([a-z0-9-]+)["']""", code))
    begun = tuple(re.findall(r"""f["']([a-z0-9-]+-)\{""", code))  # f"notice-{what}", the end of which is said elsewhere
    ended = {start + end for start, end in product(begun, said)}
    assert sorted(set(messages("en")) - said - FAMILIES - ended) == []


def sources() -> list[Path]:
    folders = [ROOT / name for name in ("bot", "handlers", "jobs")]
    return [path for folder in folders for end in ("*.py", "*.j2") for path in sorted(folder.rglob(end))]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_term_of_a_closed_list_has_words(language: str) -> None:
    assert sorted(FAMILIES - set(messages(language))) == []


VALUES = {"label": "rising", "average": "4", "term": "luggage", "score": "0.9"}


@pytest.mark.parametrize(("language", "code"), list(product(LANGUAGES, ReasonCode)))
def test_every_reason_is_a_sentence_made_of_the_values_it_carries(language: str, code: ReasonCode) -> None:
    key = f"reason-{code.value.replace('_', '-')}"
    assert messages(language)[key][1] <= set(REASON_VALUES[code])
    said = Words(language)(key, **{name: VALUES.get(name, 1) for name in REASON_VALUES[code]})
    assert said[0].isupper() or said[0].isdigit()
    assert said.endswith(".")


def test_plurals_are_right_in_both_languages() -> None:
    english, german = Words("en"), Words("de")
    counts = (0, 1, 2, 1234)
    assert [english("facts-conversations", count=n) for n in counts] == [
        "0 conversations",
        "1 conversation",
        "2 conversations",
        "1,234 conversations",
    ]
    assert [german("facts-conversations", count=n) for n in counts] == [
        "0 Gespräche",
        "1 Gespräch",
        "2 Gespräche",
        "1.234 Gespräche",
    ]


@pytest.mark.parametrize(
    ("asked", "spoken"),
    [("en", "en"), ("de", "de"), ("de-AT", "de"), ("de_DE.UTF-8", "de"), ("EN-us", "en"), ("fr", "en"), ("", "en")],
)
def test_a_language_without_words_reads_english(asked: str, spoken: str) -> None:
    assert Words(asked).language == spoken


def test_a_missing_key_and_a_missing_value_are_errors() -> None:
    with pytest.raises(LookupError, match="no words for 'no-such-key'"):
        Words("en")("no-such-key")
    with pytest.raises(LookupError, match="facts-conversations"):
        Words("de")("facts-conversations")


def test_a_value_of_any_length_is_said_whole() -> None:
    assert Words("en")("method-themes", themes="x" * 5_000).count("x") == 5_000


def test_a_value_is_never_read_as_words() -> None:
    assert Words("en")("area-owned", area="{ $count } {0}") == "Area: { $count } {0}"


def test_dates_numbers_and_durations_are_written_as_each_language_does() -> None:
    english, german = Words("en"), Words("de")
    moment = datetime(2026, 11, 9, 6, 5, tzinfo=UTC)
    assert (english.moment(moment), german.moment(moment)) == ("9 Nov, 06:05", "9. Nov., 06:05")
    assert (english.day(moment), german.day(moment)) == ("9 November 2026", "9. November 2026")
    assert (english.percent(0.07), german.percent(0.07)) == ("7%", "7\u00a0%")
    assert (english.number(1234.56, 1), german.number(1234.56, 1)) == ("1,234.6", "1.234,6")
    assert (english.ordinal(3), english.ordinal(11), english.ordinal(22), german.ordinal(3)) == (
        "3rd",
        "11th",
        "22nd",
        "3.",
    )
    assert english.listed(["a", "b", "c"]) == "a, b and c"
    assert german.listed(["a", "b", "c"]) == "a, b und c"
