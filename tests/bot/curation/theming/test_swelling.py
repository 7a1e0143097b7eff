"""A part of a theme that swells is seen, and one that does not is left alone."""

import numpy as np
import pytest

from bot.curation.theming.clusters import Matrix
from bot.curation.theming.swelling import swollen_centres, tail

WEEKS = 8
NOTHING = np.zeros((0, 512), dtype=np.float32)


def around(axes: tuple[int, ...], count: int, seed: int, spread: float = 0.7) -> Matrix:
    """*count* unit vectors around the middle of *axes*."""
    generator = np.random.default_rng(seed)
    noise = generator.normal(size=(count, 512))
    rows = spread * noise / np.linalg.norm(noise, axis=1, keepdims=True)
    rows[:, list(axes)] += 1 / len(axes) ** 0.5
    return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), dtype=np.float32)


def week(part: int, seed: int) -> Matrix:
    """Sixty texts about one thing, *part* about a part of it, and two hundred about four others."""
    others = [around((100 + topic,), 50, seed * 100 + topic) for topic in range(4)]
    return np.concatenate([around((0, 1), 60, seed * 100 + 50), around((0, 2), part, seed * 100 + 60), *others])


HISTORY = np.concatenate([week(8, seed) for seed in range(1, 1 + WEEKS)])


def test_a_part_that_is_said_three_times_as_often_gets_a_centre_of_its_own() -> None:
    centres = swollen_centres(week(30, 90), HISTORY, WEEKS, NOTHING)
    assert len(centres) == 1
    assert centres[0][2] > centres[0][1] + 0.3


@pytest.mark.parametrize("seed", range(90, 96))
def test_a_week_like_those_before_swells_nowhere(seed: int) -> None:
    assert len(swollen_centres(week(8, seed), HISTORY, WEEKS, NOTHING)) == 0


def test_what_is_a_theme_already_is_left_to_its_own_count() -> None:
    known = np.zeros((1, 512), dtype=np.float32)
    known[0, [0, 2]] = 0.5**0.5
    assert len(swollen_centres(week(30, 90), HISTORY, WEEKS, known)) == 0


def test_two_weeks_of_history_are_too_few_to_say_so() -> None:
    assert len(swollen_centres(week(30, 90), HISTORY[:536], 2, NOTHING)) == 0


def test_the_tail_is_that_of_the_distribution() -> None:
    draws = np.random.default_rng(1).negative_binomial(1 / 0.05, 1 / (1 + 0.05 * 12), size=200_000)
    assert tail(20, 12, 0.05) == pytest.approx((draws >= 20).mean(), abs=0.003)
    assert tail(0, 12, 0.05) == 1.0
