"""A curator's verdict: 25 words, and no number that the data does not have."""

import pytest

from bot.curation.editing.wording import check_wording
from bot.errors import DeclinedError
from tests.bot.blocks.factories import make_digest

DIGEST = make_digest()
LEAD = DIGEST.themes[0]


def refused(sentence: str) -> DeclinedError:
    with pytest.raises(DeclinedError) as caught:
        check_wording(sentence, DIGEST)
    return caught.value


@pytest.mark.parametrize(
    "sentence",
    [
        f"Complaints about luggage rose to {LEAD.count}, from {LEAD.previous}.",
        f"{LEAD.count} of 812 conversations were about lost bags in week 46.",
        "Verlorene Koffer: Beschwerden nehmen zu, die 3. Woche in Folge.",
        f"Lost luggage keeps rising, while Hotel food is new with {DIGEST.themes[2].count}.",
        "Lost luggage is what changed.",
        "CSAT stands at 82 %, and lost luggage rises.",
        f"Against a usual 41, we saw {LEAD.count}.",
    ],
)
def test_numbers_of_the_digest_may_be_said(sentence: str) -> None:
    check_wording(sentence, DIGEST)


@pytest.mark.parametrize(
    ("sentence", "number"),
    [
        ("Complaints rose to 1,290.", "1,290"),
        ("Complaints rose to 127 of 812.", "127"),
        ("Seventy complaints about luggage.", "Seventy"),
        ("Hunderte Beschwerden über Koffer.", "Hunderte"),
        ("46 customers lost their luggage.", "46"),
        (f"Luggage rose to {DIGEST.themes[2].count}.", str(DIGEST.themes[2].count)),
        ("Luggage is up, satisfied customers are at 91 %.", "91"),
    ],
)
def test_a_wrong_number_is_named(sentence: str, number: str) -> None:
    error = refused(sentence)
    assert error.key == "draft-number-wrong"
    assert error.values["number"] == number
    assert str(LEAD.count) in str(error.values["known"])


def test_a_multiple_must_be_one() -> None:
    check_wording("Complaints tripled.", DIGEST)
    assert refused("Complaints doubled.").key == "draft-times-wrong"
    assert refused("Beschwerden haben sich halbiert.").key == "draft-times-wrong"


def test_a_verdict_has_25_words_at_most() -> None:
    check_wording("word " * 25, DIGEST)
    assert refused("word " * 26).key == "draft-wording-long"
    assert refused("   ").key == "draft-wording-empty"
