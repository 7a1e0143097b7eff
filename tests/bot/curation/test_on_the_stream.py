"""What the rules do to real feedback: they must leave it alone. Skips where the shared data is absent."""

import csv
from collections.abc import Callable

import pytest

from bot.curation.texts.language import language
from bot.curation.texts.near_duplicates import fold, signatures
from bot.curation.texts.sensitive import is_sensitive
from bot.curation.texts.voiceless import noise
from bot.curation.texts.words import tidy, to_words
from bot.domain.verbatim import LeftOut
from tests.shared import shared_data


def tweets() -> list[str]:
    with shared_data("stream", "tweets.csv").open(encoding="utf-8", newline="") as file:
        return [row["message"] for row in csv.DictReader(file)]


def reviews() -> list[str]:
    with shared_data("stream", "hotelbewertungen.csv").open(encoding="cp1252", newline="") as file:
        return [row["Kommentar"] for row in csv.DictReader(file, delimiter=";")]


def quotes_a_post(text: str) -> bool:
    return any(mark in text for mark in ("“@", '"@', "RT @", "RT “@"))


def test_hardly_any_tweet_or_review_loses_words() -> None:
    texts = tweets() + reviews()
    changed = [text for text in texts if to_words(text) != tidy(text) and not quotes_a_post(text)]
    assert len(changed) <= 0.001 * len(texts)


def test_what_the_airlines_themselves_posted_is_nobodys_feedback() -> None:
    quoting = [text for text in tweets() if "Our fleet's on fleek" in text]
    assert len(quoting) >= 30
    assert [text for text in quoting if "fleek" in to_words(text)] == []


def test_only_thanks_and_nothing_else_is_taken_for_noise() -> None:
    reasons = [noise(to_words(text)) for text in tweets() + reviews() if not quotes_a_post(text)]
    assert not {LeftOut.SPAM, LeftOut.AUTO_REPLY} & set(reasons)
    assert reasons.count(LeftOut.NO_WORDS) <= 2
    assert reasons.count(LeftOut.EMPTY_THANKS) <= 0.011 * len(reasons)


@pytest.mark.parametrize(("texts", "code"), [(tweets, "en"), (reviews, "de")])
def test_the_language_is_right_in_985_of_1000(texts: Callable[[], list[str]], code: str) -> None:
    found = [language(text) for text in texts()]
    assert found.count(code) >= 0.985 * len(found)


def test_few_texts_are_sensitive() -> None:
    texts = tweets() + reviews()
    assert sum(map(is_sensitive, texts)) <= 0.02 * len(texts)


def test_repeated_messages_are_folded_and_others_are_not() -> None:
    texts = tweets()
    first = fold(list(zip(texts, signatures(texts), strict=True)))
    folded = sum(index != own for own, index in enumerate(first))
    assert 40 <= folded <= 0.03 * len(texts)
