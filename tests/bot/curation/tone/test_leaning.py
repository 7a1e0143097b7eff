from dataclasses import replace
from typing import Any

import numpy as np

from bot.curation.choosing.candidates import Candidate, to_vectors
from bot.curation.choosing.select import pick_verbatims
from bot.curation.tone.leaning import learn_leaning
from bot.domain.digest import Slot
from tests.bot.curation.voices import make_theme, make_voice
from tests.factories import make_vector

GLAD, CROSS = make_vector(300, spread=0), make_vector(301, spread=0)


def spoken(number: int, tone: int, *, meant: int | None = None, topic: int = 0, **fields: Any) -> Candidate:
    """A voice whose words were read as *tone*; *meant* is what it means."""
    mood = {1: GLAD, -1: CROSS, 0: 0 * GLAD}[tone if meant is None else meant]
    vector = 2 * make_vector(topic, shade=number, spread=0.5) + mood
    text = f"Bag {number}{topic} is here and we thank nobody for the {number} hours of waiting."
    return make_voice(text, tone=tone, vector=(vector / np.linalg.norm(vector)).astype(np.float32), **fields)


VOICES = [spoken(n, 1 if n % 3 == 0 else -1, topic=n % 2) for n in range(120)]


def test_voices_lean_as_their_tone_does() -> None:
    vectors = to_vectors(VOICES)
    leaning = learn_leaning(VOICES, vectors)
    assert leaning is not None
    leans = leaning.of(vectors)
    assert all((lean > 0) == (voice.tone > 0) for lean, voice in zip(leans, VOICES, strict=True))
    assert abs(float(leans[[v.tone > 0 for v in VOICES]].mean()) - 1) < 0.01


def test_a_complaint_that_was_read_as_praise_leans_to_complaint() -> None:
    misread = spoken(500, 1, meant=-1)
    voices = [*VOICES, misread]
    vectors = to_vectors(voices)
    leaning = learn_leaning(voices, vectors)
    assert leaning is not None
    assert leaning.of(vectors)[-1] < -0.5


def test_it_is_not_taken_for_a_dissenting_voice() -> None:
    misread, glad = spoken(500, 1, meant=-1), [spoken(n, 1, rating=5) for n in range(700, 708)]
    critical = [spoken(n, -1) for n in range(600, 620)]
    assert dissenting(*critical, misread) == []
    assert [voice in glad for voice in dissenting(*critical, misread, *glad)] == [True]


def dissenting(*voices: Candidate) -> list[Candidate]:
    leaning = learn_leaning(VOICES, to_vectors(VOICES))
    assert leaning is not None
    theme = make_theme(*voices)
    theme = replace(theme, leans=leaning.of(theme.vectors))
    return [p.candidate for p in pick_verbatims(theme, []) if p.slot is Slot.DISSENT]


def test_a_topic_that_everybody_likes_is_no_direction() -> None:
    liked = [make_voice(f"Lovely garden {n}", tone=1, topic=1, shade=n) for n in range(40)]
    hated = [make_voice(f"Awful parking {n}", tone=-1, topic=2, shade=n) for n in range(40)]
    placed = [v.of("garden") for v in liked] + [v.of("parking") for v in hated]
    leaning = learn_leaning(placed, to_vectors(placed))
    topics = make_vector(1, spread=0) - make_vector(2, spread=0)
    assert leaning is None or abs(float(leaning.direction @ topics)) < 0.2


def test_too_few_voices_teach_nothing() -> None:
    assert learn_leaning(VOICES[:40], to_vectors(VOICES[:40])) is None
    assert learn_leaning([], np.zeros((0, 512), dtype=np.float32)) is None
