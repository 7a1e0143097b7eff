"""Vectors: the same for the same text, in whatever company, and near for the same meaning in another language."""

import subprocess
import sys

import numpy as np

from bot.curation.texts.encoder import encode, to_said

GERMAN = ["Mein Koffer ist verloren gegangen.", "Das Frühstück war kalt und fade.", "Die App stürzt ständig ab."]
ENGLISH = ["My suitcase got lost.", "Breakfast was cold and bland.", "The app keeps crashing."]


def test_a_vector_is_the_same_in_whatever_company() -> None:
    texts = [f"{text} Number {number}, again." for number in range(20) for text in GERMAN + ENGLISH]
    together = encode(texts)
    backwards = encode(texts[::-1])[::-1]
    assert np.array_equal(together, backwards)
    assert all(np.array_equal(encode([text])[0], together[row]) for row, text in enumerate(texts[:30]))


def test_a_vector_has_length_one_and_components_that_multiply_exactly() -> None:
    vectors = encode(GERMAN + ENGLISH)
    assert (vectors.shape, vectors.dtype) == ((6, 512), np.float32)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=0.01)
    assert np.array_equal(vectors * 256, np.rint(vectors * 256))
    assert np.array_equal(vectors @ vectors.T, vectors.astype(np.float64) @ vectors.astype(np.float64).T)


def test_the_same_thing_is_near_in_german_and_english() -> None:
    near = encode(GERMAN) @ encode(ENGLISH).T
    assert near.argmax(axis=1).tolist() == [0, 1, 2]


def test_links_handles_and_placeholders_are_no_meaning() -> None:
    plain, dressed = encode(["The app crashes", "@acme The app crashes [name] https://t.co/x 😡"])
    assert np.array_equal(plain, dressed)


def test_nothing_to_say_is_a_zero_vector() -> None:
    assert not encode(["", "👍 [name]", "https://example.com"]).any()
    assert encode([]).shape == (0, 512)


def test_long_texts_are_cut_at_a_word() -> None:
    said = to_said("lengthy " * 200)
    assert len(said) <= 400
    assert said.endswith("lengthy")


def test_neither_encoder_nor_detector_opens_a_socket() -> None:
    code = (
        "import sys\n"
        "def watch(event, args):\n"
        "    if event.startswith('socket.'): raise RuntimeError(event)\n"
        "sys.addaudithook(watch)\n"
        "from bot.curation.texts.encoder import encode, prepare_worker\n"
        "from bot.curation.texts.language import language\n"
        "prepare_worker()\n"
        "print(encode(['The room was cold']).shape, language('The room was cold'))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=120)
    assert done.stdout.strip() == "(1, 512) en"
