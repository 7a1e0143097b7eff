import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.curation.figures.intervals import holm, median_difference, newcombe, nps_difference, p_value, wilson

counts = st.integers(1, 400).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


def test_newcombe_gives_the_interval_of_his_own_worked_example() -> None:
    low, high = newcombe(56, 70, 48, 80)
    assert (round(low, 4), round(high, 4)) == (0.0524, 0.3339)


def test_newcombe_gives_his_interval_at_the_edge_of_the_scale() -> None:
    low, high = newcombe(10, 10, 0, 10)
    assert (round(low, 4), round(high, 4)) == (0.6075, 1.0)


def test_wilson_stays_inside_the_scale_and_around_the_share() -> None:
    assert wilson(0, 30)[0] == pytest.approx(0, abs=1e-9)
    assert wilson(30, 30)[1] == pytest.approx(1, abs=1e-9)


@given(counts, counts)
def test_turning_a_difference_round_turns_its_interval_round(now: tuple[int, int], before: tuple[int, int]) -> None:
    low, high = newcombe(*now, *before)
    back_low, back_high = newcombe(*before, *now)
    assert (low, high) == pytest.approx((-back_high, -back_low))
    assert low <= now[0] / now[1] - before[0] / before[1] + 1e-9 <= high + 2e-9


@given(counts, counts)
def test_a_surer_interval_is_a_wider_one(now: tuple[int, int], before: tuple[int, int]) -> None:
    narrow, wide = newcombe(*now, *before, level=0.9), newcombe(*now, *before, level=0.99)
    assert wide[0] <= narrow[0] + 1e-9
    assert narrow[1] <= wide[1] + 1e-9


def test_newcombe_covers_the_true_difference_as_often_as_it_says() -> None:
    generator = np.random.default_rng(7)
    hits = 0
    for now, before in zip(generator.binomial(60, 0.8, 1500), generator.binomial(45, 0.7, 1500), strict=True):
        low, high = newcombe(int(now), 60, int(before), 45)
        hits += low <= 0.1 <= high
    assert 0.935 <= hits / 1500 <= 0.975


def test_nps_interval_covers_the_true_difference_as_often_as_it_says() -> None:
    generator = np.random.default_rng(8)
    hits = 0
    for now, before in zip(
        generator.multinomial(50, [0.6, 0.3, 0.1], 1500), generator.multinomial(40, [0.5, 0.2, 0.3], 1500), strict=True
    ):
        low, high = nps_difference(now.tolist(), before.tolist())
        hits += low <= 30 <= high
    assert 0.93 <= hits / 1500 <= 0.975


def test_promoters_alone_on_both_sides_still_leave_doubt() -> None:
    low, high = nps_difference([30, 0, 0], [30, 0, 0])
    assert low < 0 < high


def test_bootstrap_covers_the_true_difference_of_medians() -> None:
    generator = np.random.default_rng(9)
    hits = 0
    for number in range(300):
        now, before = generator.exponential(20, 60), generator.exponential(10, 51)
        low, high = median_difference(now.tolist(), before.tolist(), str(number))(0.95)
        hits += low <= 10 * np.log(2) <= high
    assert 0.91 <= hits / 300 <= 0.985


@pytest.mark.parametrize("n", [30, 31])
def test_bootstrap_medians_spread_like_those_of_drawn_resamples(n: int) -> None:
    values = np.arange(n, dtype=float)
    drawn = np.median(np.random.default_rng(4).choice(values, (20000, n)), axis=1)
    low, high = median_difference(values.tolist(), [0.0] * n, "s")(0.9)
    assert low == pytest.approx(np.quantile(drawn, 0.05), abs=1)
    assert high == pytest.approx(np.quantile(drawn, 0.95), abs=1)


def test_bootstrap_is_the_same_for_the_same_seed_and_another_for_another() -> None:
    values = [float(v) for v in range(1, 60)]
    first, again, other = (median_difference(values, values[::2], seed)(0.95) for seed in ("a", "a", "b"))
    assert first == again
    assert other != first or median_difference(values, values[::2], "b")(0.9) != median_difference(
        values, values[::2], "a"
    )(0.9)


def test_p_value_is_where_the_interval_touches_zero() -> None:
    p = p_value(lambda level: newcombe(56, 70, 48, 80, level))
    low, _ = newcombe(56, 70, 48, 80, 1 - p)
    assert low == pytest.approx(0, abs=1e-6)
    assert p_value(lambda level: newcombe(20, 40, 20, 40, level)) == pytest.approx(1)


def test_holm_asks_more_of_each_the_more_are_looked_at() -> None:
    assert holm([0.03]) == [True]
    assert holm([0.03, 0.04]) == [False, False]
    assert holm([0.04, 0.01, 0.02]) == [True, True, True]
    assert holm([]) == []
