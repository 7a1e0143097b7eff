"""A curator's verdict: 25 words, and no number that the data does not have."""

import pytest

from bot.curation.editing.wording import check_wording
from bot.domain.digest import Digest
from bot.errors import DeclinedError
from tests.bot.blocks.factories import make_digest

DIGEST = make_digest()
LEAD = DIGEST.themes[0]


def told(**numbers: float) -> Digest:
    """The digest with other numbers of the theme that leads."""
    return DIGEST.model_copy(update={"themes": (LEAD.model_copy(update=numbers), *DIGEST.themes[1:])})


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
        ("Fourteen complaints about luggage.", "Fourteen"),
        ("Ninety-one complaints about luggage.", "Ninety one"),
        ("Two hundred and five complaints.", "Two hundred and five"),
        ("Two dozen complaints.", "Two dozen"),
        ("Siebzehn Beschwerden über Koffer.", "Siebzehn"),
        ("Einundneunzig Beschwerden über Koffer.", "Einundneunzig"),
        ("Dreißig Beschwerden über Koffer.", "Dreißig"),
        ("Zweitausendfünf Beschwerden über Koffer.", "Zweitausendfünf"),
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


def test_a_number_that_is_right_may_be_written_out() -> None:
    check_wording("One hundred and twenty-eight customers lost their luggage.", told(count=128))
    check_wording("Hundertachtundzwanzig Beschwerden, und eine war besonders.", told(count=128))
    check_wording("Two dozen customers, and a hundred conversations.", told(count=24, previous=100))


def test_a_part_must_be_one() -> None:
    of = DIGEST.counts.conversations
    check_wording("A quarter of all conversations, ein Viertel.", told(count=of // 4))
    check_wording("Half of them complained.", told(count=40, critical=20))
    check_wording("Complaints rose by a third.", told(critical=40, critical_previous=30))
    for sentence in ("A third of all complained.", "Ein Drittel beschwert sich.", "Half of them complained."):
        with pytest.raises(DeclinedError, match="draft-times-wrong"):
            check_wording(sentence, told(count=10, previous=9, average_4_weeks=9, critical=1, critical_previous=1))


def test_a_multiple_must_be_one() -> None:
    check_wording("Complaints tripled.", DIGEST)
    for word in ("quadrupled", "verdoppelte sich", "Verdopplung", "vervierfachten sich", "twofold", "zweimal so viele"):
        assert refused(f"Complaints {word}.").key == "draft-times-wrong"
    assert refused("Complaints doubled.").key == "draft-times-wrong"
    assert refused("Beschwerden haben sich halbiert.").key == "draft-times-wrong"


def test_a_verdict_has_25_words_at_most() -> None:
    check_wording("word " * 25, DIGEST)
    assert refused("word " * 26).key == "draft-wording-long"
    assert refused("   ").key == "draft-wording-empty"
