"""The verdict: true of its numbers, one sentence, at most 25 words, never a cause."""

import pytest

from bot.blocks.verdict import verdict
from bot.domain.digest import Counts, Digest, Label, Reason, Verdict, VerdictKind
from bot.domain.reasons import ReasonCode
from bot.locale import Words
from tests.bot.blocks.factories import make_digest, make_empty, make_long, make_quiet, make_theme

EN, DE = Words("en"), Words("de")


def make_moved(label: Label, count: int, previous: int, *, critical: bool = False, average: float = 41.25) -> Digest:
    line = make_theme(label=label, average_4_weeks=average, critical_average_4_weeks=average)
    said = Verdict(
        kind=VerdictKind.MOVED, label=label, theme=line.name, count=count, previous=previous, critical=critical
    )
    return make_digest(lead_line=line, verdict=said)


@pytest.mark.parametrize(
    ("digest", "english", "german"),
    [
        (
            make_moved(Label.RISING, 128, 44, critical=True),
            "Lost luggage: complaints rose to 128, from 44 the week before; usual is about 41.",
            "Lost luggage: Beschwerden stiegen auf 128, nach 44 in der Vorwoche; üblich sind etwa 41.",
        ),
        (
            make_moved(Label.RISING, 128, 130),
            "Lost luggage: conversations stayed high at 128, after 130 the week before; usual is about 41.",
            "Lost luggage: mit 128 weiterhin viele Gespräche, nach 130 in der Vorwoche; üblich sind etwa 41.",
        ),
        (
            make_moved(Label.FADING, 16, 22),
            "Lost luggage: conversations fell to 16, from 22 the week before; usual is about 41.",
            "Lost luggage: Gespräche sanken auf 16, nach 22 in der Vorwoche; üblich sind etwa 41.",
        ),
        (
            make_moved(Label.FADING, 16, 15),
            "Lost luggage: conversations stayed low at 16, after 15 the week before; usual is about 41.",
            "Lost luggage: mit 16 weiterhin wenige Gespräche, nach 15 in der Vorwoche; üblich sind etwa 41.",
        ),
        (
            make_moved(Label.NEW, 24, 0, critical=True),
            "New: Lost luggage, 24 complaints this week, none the week before.",
            "Neu: Lost luggage, 24 Beschwerden in dieser Woche, keine in der Vorwoche.",
        ),
        (
            make_moved(Label.NEW, 1, 2),
            "New: Lost luggage, 1 conversation this week, 2 the week before.",
            "Neu: Lost luggage, 1 Gespräch in dieser Woche, 2 in der Vorwoche.",
        ),
        (
            make_moved(Label.RISING, 12, 1, average=0.25),
            "Lost luggage: conversations rose to 12, from 1 the week before; usual is hardly any.",
            "Lost luggage: Gespräche stiegen auf 12, nach 1 in der Vorwoche; üblich sind kaum welche.",
        ),
        (
            make_quiet(),
            "A quiet week: nothing moved beyond the usual range.",
            "Eine ruhige Woche: Nichts bewegte sich über das Übliche hinaus.",
        ),
        (make_empty(), "No feedback came in this week.", "In dieser Woche kam kein Feedback an."),
        (
            make_empty(counts=Counts(conversations=3, eligible=0, by_source={"a": 3}, left_out={"spam": 3})),
            "3 conversations came in; none had words that count.",
            "3 Gespräche kamen an; keines enthielt Worte, die zählen.",
        ),
        (
            make_digest(verdict=Verdict(kind=VerdictKind.EARLY, theme="Lost luggage", count=128)),
            "Too early to say what moved; most talked about: Lost luggage, 128 of 768 conversations.",
            "Noch zu früh für Veränderungen; am häufigsten: Lost luggage, 128 von 768 Gesprächen.",
        ),
        (
            make_quiet(verdict=Verdict(kind=VerdictKind.EARLY)),
            "Too early to say what moved: there are too few weeks to compare with.",
            "Noch zu früh für Veränderungen: Es gibt zu wenige Wochen zum Vergleich.",
        ),
    ],
)
def test_the_verdict_says_what_the_numbers_say(digest: Digest, english: str, german: str) -> None:
    assert verdict(digest, EN) == english
    assert verdict(digest, DE) == german


@pytest.mark.parametrize(
    ("owner", "codes", "ending"),
    [
        (None, [ReasonCode.UNOWNED], "with 128 conversations and no owner."),
        ("Somebody", [ReasonCode.OVERDUE], "with 128 conversations; what was promised is overdue."),
        ("Somebody", [], "with 128 conversations."),
    ],
)
def test_a_persistent_lead_says_what_is_missing(owner: str | None, codes: list[ReasonCode], ending: str) -> None:
    line = make_theme(label=Label.PERSISTENT, owner=owner, reasons=tuple(Reason(code=code) for code in codes))
    digest = make_digest(lead_line=line, verdict=Verdict(kind=VerdictKind.PERSISTENT, theme=line.name))
    said = verdict(digest, EN)
    assert said.startswith("Nothing moved beyond the usual range; Lost luggage is in its 3rd week, ")
    assert said.endswith(ending)


@pytest.mark.parametrize("words", [EN, DE], ids=["en", "de"])
@pytest.mark.parametrize("kind", [VerdictKind.MOVED, VerdictKind.PERSISTENT, VerdictKind.EARLY])
@pytest.mark.parametrize("label", list(Label))
def test_the_verdict_keeps_to_25_words_however_long_the_name(words: Words, kind: VerdictKind, label: Label) -> None:
    line = make_theme("one two three four five six seven eight nine", 123_456, label=label, owner=None, weeks=112)
    said = Verdict(kind=kind, label=label, theme=line.name, count=1_000_000, previous=2_000_000)
    sentence = verdict(make_digest(lead_line=line, verdict=said), words)
    assert len(sentence.split()) <= 25
    assert "\n" not in sentence


def test_the_longest_name_is_cut_visibly() -> None:
    assert "…: Gespräche stiegen" in verdict(make_long(), DE)


def test_a_lower_case_name_begins_its_sentence_upper_case() -> None:
    line = make_theme("wifi, login, password")
    digest = make_digest(
        lead_line=line, verdict=Verdict(kind=VerdictKind.MOVED, label=Label.RISING, count=2, previous=1)
    )
    assert verdict(digest, EN).startswith("Wifi, login, password: conversations rose to 2")
