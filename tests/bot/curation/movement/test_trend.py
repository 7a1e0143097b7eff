"""What the labels promise, on counts alone. Index 0 is the week shown."""

import numpy as np
import pytest

from bot.curation.movement.trend import Movement, movements
from bot.domain.digest import Label

FLAT = (40, 42, 38, 41, 43, 40, 44, 39, 41)


def judge(*newest_first: int, critical: tuple[int, ...] = (), others: int = 12, **flat: tuple[int, ...]) -> Movement:
    """Judge one theme among *others* that stay as they are."""
    random = np.random.default_rng(len(newest_first))
    voices = {f"flat{i}": tuple(int(n) for n in random.poisson(40, len(newest_first))) for i in range(others)}
    voices |= {"theme": newest_first, **flat}
    against = {theme: tuple(n // 2 for n in counts) for theme, counts in voices.items()}
    if critical:
        against["theme"] = critical
    return movements(voices, against)["theme"]


def test_three_times_as_many_is_rising() -> None:
    found = judge(128, 44, 40, 43, 41, 38, 42, 40)
    assert (found.label, found.moved_by) == (Label.RISING, "all")
    assert found.expected == pytest.approx(41, abs=4)
    assert found.q <= 0.1
    assert found.score > 0


def test_half_as_many_again_among_few_is_noise() -> None:
    assert judge(9, 6, 5, 7, 6, 5, 6, 7, 6).label is Label.STEADY


def test_a_steady_decline_fades_though_no_week_jumps() -> None:
    weeks = (16, 29, 40, 52, 61, 70, 74, 78)
    assert judge(*weeks).label is Label.FADING
    assert judge(*weeks[1:]).label is Label.FADING


def test_a_steady_rise_is_rising() -> None:
    assert judge(70, 62, 57, 50, 46, 41, 37, 34, 30).label is Label.RISING


def test_what_rose_weeks_ago_and_stays_does_not_rise_now() -> None:
    assert judge(8, 7, 8, 7, 5, 2, 1, 1, critical=(7, 7, 8, 7, 5, 2, 0, 1)).label is Label.STEADY
    assert judge(61, 60, 62, 59, 58, 40, 30, 24, 22).label is Label.PERSISTENT


def test_only_the_critical_voices_rose() -> None:
    found = judge(45, 41, 39, 38, 46, 41, 44, 40, critical=(24, 4, 4, 4, 3, 3, 4, 4))
    assert (found.label, found.moved_by) == (Label.RISING, "critical")


def test_one_outlying_week_neither_hides_nor_makes_a_movement() -> None:
    assert judge(54, 55, 56, 57, 54, 56, 95, 55).label in (Label.PERSISTENT, Label.STEADY)
    assert judge(110, 55, 56, 57, 54, 56, 180, 55).label is Label.RISING
    assert judge(54, 140, 56, 57, 54, 56, 52, 55).label in (Label.PERSISTENT, Label.STEADY)


def test_twice_the_volume_raises_nothing() -> None:
    random = np.random.default_rng(3)
    voices = {f"t{i}": (int(random.poisson(80)), *map(int, random.poisson(40, 8))) for i in range(15)}
    found = movements(voices, {theme: tuple(n // 3 for n in row) for theme, row in voices.items()})
    assert {each.label for each in found.values()} <= {Label.PERSISTENT, Label.STEADY}


def test_one_burst_makes_no_other_theme_fade() -> None:
    random = np.random.default_rng(4)
    voices = {f"t{i}": tuple(map(int, random.poisson(30, 9))) for i in range(10)} | {"burst": (400, *FLAT[1:])}
    found = movements(voices, {})
    assert found["burst"].label is Label.RISING
    assert Label.FADING not in {each.label for each in found.values()}


def test_a_theme_that_was_hardly_heard_of_is_new() -> None:
    assert judge(14, 0, 1, 0, 0, 0, 1, 0, 0).label is Label.NEW
    assert judge(4, 0, 0, 0, 0, 0, 0, 0, 0).label is not Label.NEW
    assert judge(9, 0).label is Label.NEW


def test_with_under_three_weeks_behind_it_nothing_rises_or_fades() -> None:
    assert judge(200, 40, 40).label is Label.STEADY
    assert judge(2, 60, 60).label is Label.STEADY
    assert judge(40).label is Label.STEADY


def test_large_in_each_of_four_weeks_is_persistent_and_small_is_steady() -> None:
    assert judge(*FLAT).label is Label.PERSISTENT
    assert judge(6, 5, 7, 6, 5, 6, 7, 6, 5).label is Label.STEADY
    assert judge(40, 41, 3, 42, 40, 39, 38, 44, 40).label is Label.STEADY


def test_a_larger_theme_that_moved_as_far_weighs_more() -> None:
    assert judge(120, *FLAT[1:]).score > judge(24, *(n // 5 for n in FLAT[1:])).score > 0


def test_what_belongs_to_no_theme_never_moves() -> None:
    found = movements({"rest": (300, *FLAT[1:]), "theme": FLAT}, {})
    assert (found["rest"].label, found["rest"].score) == (Label.STEADY, 0.0)


def test_nothing_to_judge_is_no_error() -> None:
    assert movements({}, {}) == {}
    assert movements({"theme": (0, 0, 0, 0)}, {})["theme"].label is Label.STEADY


@pytest.mark.parametrize("dispersion", [0.0, 0.03])
def test_weeks_in_which_nothing_changed_are_silent(dispersion: float) -> None:
    random = np.random.default_rng(5)
    silent = 0
    for _ in range(60):
        means = np.repeat(random.dirichlet(np.full(20, 2.0))[:, None] * 800, 9, axis=1)
        shaken = random.gamma(1 / dispersion, dispersion, means.shape) if dispersion else 1.0
        counts = random.poisson(means * shaken)
        voices = {f"t{i:02}": tuple(map(int, row)) for i, row in enumerate(counts)}
        against = {theme: tuple(int(n) for n in random.binomial(row, 0.4)) for theme, row in voices.items()}
        silent += all(each.score == 0 for each in movements(voices, against).values())
    assert silent >= 0.9 * 60
