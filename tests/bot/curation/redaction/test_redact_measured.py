"""The promises of docs/redaction.md, on labelled feedback; skipped where it is not at hand."""

import csv
import json
import re
from collections import Counter
from functools import cache

import pytest

from bot.curation.redaction.redact import PLACEHOLDERS, Redacted, redact
from tests.shared import shared_data

_ANY = re.compile("|".join(map(re.escape, PLACEHOLDERS)))


@cache
def bench(language: str) -> list[tuple[dict, Redacted, list[tuple[int, int, str]]]]:
    lines = shared_data("pii_voc_bench", f"{language}.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    return [(row, done := redact(row["text"], language), spans(row["text"], done.text)) for row in rows]


def spans(text: str, redacted: str) -> list[tuple[int, int, str]]:
    """Where each placeholder stands for what, found by the words between them."""
    match = re.fullmatch("(.+?)".join(map(re.escape, _ANY.split(redacted))), text, re.DOTALL)
    assert match is not None
    return [(*match.span(at), kind) for at, kind in enumerate(_ANY.findall(redacted), 1)]


def is_covered(span: dict, text: str, found: list[tuple[int, int, str]]) -> bool:
    covered = {at for first, last, _ in found for at in range(first, last)}
    return all(at in covered or not text[at].isalnum() for at in range(span["start"], span["end"]))


@pytest.mark.parametrize("language", ["de", "en"])
def test_structured_personal_data_is_found_and_little_else(language):
    wanted, hit = Counter(), Counter()
    for row, _, found in bench(language):
        for span in row["spans"]:
            wanted[span["type"]] += 1
            hit[span["type"]] += is_covered(span, row["text"], found)
    recall = {kind: hit[kind] / wanted[kind] for kind in wanted}
    assert {k: r for k, r in recall.items() if r < (0.95 if k in ("PERSON", "ADDRESS") else 0.99)} == {}

    kinds, right = Counter(), Counter()
    for row, _, found in bench(language):
        for first, last, kind in found:
            kinds[kind] += 1
            right[kind] += any(s["start"] < last and first < s["end"] for s in row["spans"])
    precision = {kind: right[kind] / kinds[kind] for kind in kinds}
    assert {k: p for k, p in precision.items() if p < (0.82 if k == "[name]" else 0.97)} == {}


@pytest.mark.parametrize("language", ["de", "en"])
def test_nothing_that_leaks_is_without_doubt_and_clean_text_is_left_alone(language):
    leaks = [
        r
        for r, done, found in bench(language)
        if not done.doubt
        for s in r["spans"]
        if not is_covered(s, r["text"], found)
    ]
    assert len(leaks) <= 3
    clean = [(done, found) for row, done, found in bench(language) if not row["spans"]]
    assert sum(bool(found) for _, found in clean) / len(clean) < 0.045
    assert sum(done.doubt for done, _ in clean) / len(clean) < 0.03


def test_doubt_leaves_enough_to_quote():
    with shared_data("stream", "tweets.csv").open(encoding="utf-8") as file:
        tweets = [row["message"] for row in csv.DictReader(file)]
    doubted = sum(redact(tweet, "en").doubt for tweet in tweets)
    assert doubted / len(tweets) < 0.05
