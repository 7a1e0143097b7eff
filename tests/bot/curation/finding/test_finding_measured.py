"""How well a question finds what it is about, on labelled feedback; docs/about.md has what was measured."""

import csv
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
import pytest

from bot.curation.choosing.candidates import Candidate
from bot.curation.finding.asked import to_asked
from bot.curation.finding.relevance import relevant
from bot.curation.texts.encoder import encode
from bot.domain.verbatim import to_conversations
from tests.factories import make_verbatim
from tests.shared import shared_data

NONSENSE = (
    "asdf qwer zxcv",
    "Pinguine im Zirkus",
    "nuclear submarine maintenance",
    "quantum physics exam",
    "dinosaur",
    "gardening tips",
    "football match",
    "Weihnachtsbaum schmücken",
    "wedding dress",
    "vegan recipes",
    "blockchain mining",
    "Katzenfutter",
    "how do I cook rice",
)

_EVERY = 3
"""One in so many tweets is looked at: encoding all of them takes a minute."""


class Labelled(NamedTuple):
    """Voices, each with the labels that people gave it."""

    voices: Sequence[Candidate]
    labels: dict[str, set[str]]


def to_labelled(rows: Sequence[tuple[str, str, str]]) -> Labelled:
    """Make a voice of every text, language and label."""
    vectors = encode([text for text, _, _ in rows])
    labels, verbatims = {}, []
    for number, ((text, language, label), vector) in enumerate(zip(rows, vectors, strict=True)):
        verbatims.append(make_verbatim(text, language=language, vector=vector, external_id=f"r{number}"))
        labels[f"r{number}"] = set(label.split("|"))
    voices = [
        Candidate(c, v, (c,), 0, quotable=True) for c in to_conversations(verbatims) if (v := c.voice) is not None
    ]
    return Labelled(voices, labels)


@pytest.fixture(scope="module")
def bank() -> Labelled:
    with shared_data("banking77", "test.csv").open(encoding="utf-8") as file:
        return to_labelled([(row["text"], "en", row["label"]) for row in csv.DictReader(file)])


@pytest.fixture(scope="module")
def stream() -> Labelled:
    with shared_data("stream", "truth.csv").open(encoding="utf-8") as file:
        truth = {row["id"]: row["reason"] for row in csv.DictReader(file)}
    with shared_data("stream", "tweets.csv").open(encoding="utf-8") as file:
        rows = [(row["message"], "en", truth[row["id"]]) for row in csv.DictReader(file)][::_EVERY]
    with shared_data("stream", "hotelbewertungen.csv").open(encoding="cp1252") as file:
        hotel = csv.DictReader(file, delimiter=";")
        return to_labelled([*rows, *((row["Kommentar"], "de", truth[row["Nr"]]) for row in hotel)])


def precision(among: Labelled, question: str, wanted: set[str], at: int = 10) -> float:
    """The share of the first *at* found that have one of the *wanted* labels; what is not found is wrong."""
    asked = to_asked(question)
    found = relevant(asked, encode(asked.texts), among.voices)[:at]
    return sum(bool(among.labels[voice.voice.record.external_id] & wanted) for _, voice in found) / at


TRAVEL = [
    ("lost luggage", {"Lost Luggage"}),
    ("where is my suitcase?", {"Lost Luggage"}),
    ("verlorenes Gepäck", {"Lost Luggage"}),
    ("damaged bags", {"Damaged Luggage", "Lost Luggage"}),
    ("booking problems on the website", {"Flight Booking Problems"}),
    ("waiting on hold for customer service", {"Customer Service Issue"}),
    ("Frühstück und Essen", {"ESSEN&TRINKEN"}),
    ("breakfast", {"ESSEN&TRINKEN"}),
    ("dirty rooms", {"ZIMMER"}),
    ("schmutzige Zimmer", {"ZIMMER"}),
    ("unfreundliches Personal", {"SERVICE"}),
    ("location close to the centre", {"LAGE"}),
]
MONEY = [
    ("card has not arrived", {"card_arrival"}),
    ("lost card", {"lost_or_stolen_card"}),
    ("Karte verloren", {"lost_or_stolen_card"}),
    ("PIN vergessen", {"change_pin", "passcode_forgotten", "pin_blocked"}),
    ("top up failed", {"top_up_failed"}),
    ("refund not showing up", {"Refund_not_showing_up"}),
    ("Rückerstattung fehlt", {"Refund_not_showing_up"}),
]


def test_of_the_first_ten_about_travel_nearly_nine_are_about_what_was_asked(stream: Labelled) -> None:
    measured = {question: precision(stream, question, wanted) for question, wanted in TRAVEL}
    print_all(measured)
    assert np.mean(list(measured.values())) >= 0.85, measured
    assert min(measured.values()) >= 0.5, measured


def test_of_the_first_ten_about_banking_seven_in_ten_are_of_the_same_of_77_intents(bank: Labelled) -> None:
    measured = {question: precision(bank, question, wanted) for question, wanted in MONEY}
    print_all(measured)
    assert np.mean(list(measured.values())) >= 0.65, measured


@pytest.mark.parametrize("among", ["stream", "bank"])
def test_nonsense_finds_nothing(among: str, request: pytest.FixtureRequest) -> None:
    voices = request.getfixturevalue(among).voices
    found = {}
    for question in NONSENSE:
        asked = to_asked(question)
        found[question] = len(relevant(asked, encode(asked.texts), voices))
    print_all(found)
    assert sum(map(bool, found.values())) <= 1, found


def print_all(measured: Mapping[str, float]) -> None:
    """Show what was measured where the test is run by hand with -rP."""
    import sys

    sys.stdout.write("\n".join(f"{value:.1f} {question}" for question, value in measured.items()) + "\n")
