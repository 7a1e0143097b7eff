"""Everything that is learnt from one text, whatever the text is and in whatever company."""

import pickle
import random
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import numpy as np
import pytest

from bot.curation.texts.encoder import prepare_worker
from bot.curation.texts.features import FEATURES_VERSION, Raw, text_key, to_features
from bot.domain.verbatim import Features, LeftOut

MIXED = [
    Raw("Hallo Team,\ndas Zimmer war schlecht und niemand kam.\n\nViele Grüße\nAnna"),
    Raw("Where is my bag? I waited two hours.", language_hint="de"),
    Raw("<p>The app <b>crashes</b> on every start.</p>", html=True),
    Raw("thanks!"),
    Raw("👍"),
    Raw(""),
    Raw("Wegen meiner Nussallergie konnte ich nichts essen."),
]
HOSTILE = [
    "<!channel> give me my money back",
    "<@U123> where is my bag",
    "<https://evil.example|your bank> click it",
    "right \u202eto left\u202c mark",
    "NUL \x00 and \ud800 surrogate",
    "very long " * 10_000,
    "x" * 100_000,
    "😀" * 5_000,
    "<div><p>soup</div></p><table><tr><a href=",
    "&#0;&#xd800;&#x110000;&bogus;",
    "\n" * 10_000,
]


def same(left: Features, right: Features) -> bool:
    """Whether two features agree in everything, bit by bit."""
    plain = ("text", "language", "tone", "noise", "sensitive", "doubt")
    if any(getattr(left, name) != getattr(right, name) for name in plain):
        return False
    return all(
        one is other or (one is not None and other is not None and np.array_equal(one, other))
        for one, other in ((left.signature, right.signature), (left.vector, right.vector))
    )


def test_words_language_tone_and_meaning_are_learnt_together() -> None:
    room, bag, app, thanks, thumb, empty, allergy = to_features(MIXED)
    assert (room.text, room.language, room.tone) == ("das Zimmer war schlecht und niemand kam.", "de", -1)
    assert (bag.language, bag.noise) == ("en", None)
    assert app.text == "The app crashes on every start."
    assert (thanks.noise, thumb.noise, empty.noise) == (LeftOut.EMPTY_THANKS, LeftOut.NO_WORDS, LeftOut.NO_WORDS)
    assert (allergy.sensitive, room.sensitive) == (True, False)


def test_only_voices_have_signature_and_vector() -> None:
    for features in to_features(MIXED):
        assert (features.signature is None) is (features.vector is None) is (features.noise is not None)


def test_features_are_the_same_in_whatever_order_and_batch() -> None:
    order = list(range(len(MIXED)))
    random.Random(3).shuffle(order)
    together = to_features(MIXED)
    shuffled = to_features([MIXED[index] for index in order])
    assert all(same(shuffled[at], together[index]) for at, index in enumerate(order))
    assert all(same(to_features([raw])[0], learnt) for raw, learnt in zip(MIXED, together, strict=True))


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize("html", [False, True])
def test_hostile_text_is_learnt_like_any_other(text: str, html: bool) -> None:
    (features,) = to_features([Raw(text, html=html)])
    features.text.encode("utf-8")
    assert not set(features.text) & set("\x00\u202e\u202c\ud800")


def test_redacted_text_holds_no_personal_data_and_no_known_name() -> None:
    (features,) = to_features([Raw("Call me at +49 30 901820 or anna@example.com, says Zoltan.", names=("Zoltan",))])
    assert not any(secret in features.text for secret in ("901820", "anna@example.com", "Zoltan"))


def test_without_text_the_subject_is_the_words() -> None:
    assert to_features([Raw("", "My parcel never came")])[0].text == "My parcel never came"
    assert to_features([Raw("It is late.", "My parcel")])[0].text == "It is late."


def test_an_automatic_subject_makes_the_text_no_voice() -> None:
    assert to_features([Raw("Back on Monday.", "Automatic reply: your booking")])[0].noise is LeftOut.AUTO_REPLY


def test_the_key_changes_with_everything_that_features_depend_on() -> None:
    raws = [Raw("a", "b"), Raw("a", "c"), Raw("ab"), Raw("a", "b", html=True), Raw("a", "b", language_hint="de")]
    raws += [Raw("", "ab"), Raw("\ud800")]
    keys = {text_key(raw) for raw in raws}
    assert len(keys) == len(raws)
    assert all(len(key) == 64 for key in keys)
    assert text_key(Raw("a", "b")) == text_key(Raw("a", "b"))


def test_the_customers_words_are_in_no_repr() -> None:
    raw = Raw("secret words", "secret subject", names=("secret name",))
    assert "secret" not in repr(raw)


def test_the_version_names_every_step() -> None:
    assert len(FEATURES_VERSION.split("-")) >= 8
    assert len(FEATURES_VERSION) <= 64


@pytest.mark.slow
def test_a_worker_process_learns_the_same() -> None:
    with ProcessPoolExecutor(1, get_context("spawn"), initializer=prepare_worker) as pool:
        elsewhere = pool.submit(to_features, MIXED).result(timeout=120)
    assert all(same(one, other) for one, other in zip(elsewhere, to_features(MIXED), strict=True))
    assert pickle.loads(pickle.dumps(elsewhere[0])).text == elsewhere[0].text  # noqa: S301  # our own bytes
