"""Near-duplicates are one voice; different voices never are."""

import random
import time

import numpy as np
import pytest

from bot.curation.texts.near_duplicates import fold, signatures

BAG = "My bag was lost between Berlin and Rome and nobody at the counter could say where it went."


def folded(*texts: str) -> list[int]:
    return fold(list(zip(texts, signatures(texts), strict=True)))


@pytest.mark.parametrize(
    "again",
    [
        BAG.upper(),
        f"RT @someone: {BAG} https://t.co/x",
        BAG.replace("counter", "conuter"),
        BAG.replace("at the counter ", ""),
        BAG.replace(".", " - please help!"),
        BAG.replace("Berlin", "[name]"),
    ],
)
def test_a_text_sent_again_with_small_changes_is_folded(again: str) -> None:
    assert folded(BAG, again) == [0, 0]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (BAG, "My flight was late between Berlin and Rome and nobody at the gate could say why it was."),
        ("Thank you!", "Thank you all"),
        ("Bad food", "Bad room"),
        ("Nettes Personal", "Nettes Zimmer"),
        ("Room 12 was cold.", "Room 14 was dirty."),
        ("👍", "😡"),
    ],
)
def test_different_voices_stay_apart(one: str, other: str) -> None:
    assert folded(one, other) == [0, 1]


def test_short_texts_are_folded_when_equal() -> None:
    assert folded("Gerne wieder!", "gerne wieder.", "Gern wieder") == [0, 0, 2]


def test_the_first_in_the_order_given_stands_for_the_group() -> None:
    assert folded("something else entirely, nothing about luggage", BAG, BAG, BAG.upper()) == [0, 1, 1, 1]


def test_a_chain_of_small_changes_is_not_one_voice() -> None:
    words = [f"word{number:03d}" for number in range(60)]
    chain = [" ".join(words[step : step + 20]) for step in range(0, 40, 3)]
    groups = folded(*chain)
    assert groups[1] == 0
    assert groups[-1] != 0


def test_an_item_without_signature_stays_alone() -> None:
    assert fold([("same", None), ("same", None)]) == [0, 1]
    assert fold([]) == []


def test_a_signature_does_not_depend_on_its_neighbours() -> None:
    texts = [f"{BAG} {number}" for number in range(50)] + ["", "x", "👍"]
    together = signatures(texts)
    assert all(
        np.array_equal(signatures([text])[0], signature) for text, signature in zip(texts, together, strict=True)
    )
    assert {(s.shape, s.dtype.name) for s in together} == {((64,), "uint32")}


def test_a_thousand_identical_items_are_one_voice_at_once() -> None:
    start = time.perf_counter()
    assert set(folded(*[BAG] * 1000, *["Short one"] * 1000)) == {0, 1000}
    assert time.perf_counter() - start < 2


def test_crowded_buckets_stay_quick() -> None:
    draw = random.Random(7)
    words = [f"word{number}" for number in range(40)]
    texts = ["we would like to offer you our best " + " ".join(draw.sample(words, 12)) for _ in range(2000)]
    start = time.perf_counter()
    folded(*texts)
    assert time.perf_counter() - start < 8
