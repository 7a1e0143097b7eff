"""The promises of docs/sentiment.md, on labelled feedback; skipped where it is not at hand."""

import csv

import pytest

from bot.curation.tone.sentiment import praise_score, tone, tone_score
from tests.shared import shared_data

TONES = {"positive": 1, "positiv": 1, "neutral": 0, "negative": -1, "negativ": -1}
Row = tuple[str, int]


def macro_f1(rows: list[Row], language: str) -> float:
    pairs = [(truth, tone(text, language)) for text, truth in rows]
    scores = []
    for label in (1, 0, -1):
        both = sum(truth == said == label for truth, said in pairs)
        scores.append(2 * both / max(1, sum((truth == label) + (said == label) for truth, said in pairs)))
    return sum(scores) / 3


def truths() -> dict[str, dict[str, str]]:
    with shared_data("stream", "truth.csv").open(encoding="utf-8") as file:
        return {row["id"]: row for row in csv.DictReader(file)}


def hotel() -> list[tuple[str, dict[str, str]]]:
    known = truths()
    with shared_data("stream", "hotelbewertungen.csv").open(encoding="cp1252") as file:
        return [(row["Kommentar"], known[row["Nr"]]) for row in csv.DictReader(file, delimiter=";")]


@pytest.mark.parametrize("half", [0, 1])
def test_english_tweets_reach_the_target_on_either_half(half):
    known = truths()
    with shared_data("stream", "tweets.csv").open(encoding="utf-8") as file:
        rows = [(row["message"], TONES[known[row["id"]]["sentiment"]]) for row in csv.DictReader(file)]
    assert macro_f1(rows[half::2], "en") >= 0.62


@pytest.mark.parametrize("half", [0, 1])
def test_german_reviews_reach_the_target_on_either_half(half):
    rows = [(text, TONES[truth["sentiment"]]) for text, truth in hotel() if "|" not in truth["sentiment"]]
    assert macro_f1(rows[half::2], "de") >= 0.60


@pytest.mark.parametrize("half", [0, 1])
def test_positive_and_negative_english_sentences_are_told_apart(half):
    right, count = 0.0, 0
    for name in ("yelp", "amazon_cells", "imdb"):
        with shared_data("uci_sentences", f"{name}.csv").open(encoding="utf-8") as file:
            rows = [(row["text"], TONES[row["sentiment"]]) for row in csv.DictReader(file)][half::2]
        scores = [(tone_score(text, "en"), truth) for text, truth in rows]
        right += sum(0.5 if score == 0 else float((score > 0) == (truth > 0)) for score, truth in scores)
        count += len(rows)
    assert right / count >= 0.80


@pytest.mark.parametrize("half", [0, 1])
def test_the_twenty_best_praise_candidates_are_praise_of_service(half):
    ranked = sorted(hotel()[half::2], key=lambda row: (-praise_score(row[0], "de"), row[0]))
    good = sum("SERVICE" in truth["reason"] and truth["sentiment"] == "positiv" for _, truth in ranked[:20])
    assert good >= 17
