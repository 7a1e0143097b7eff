"""Numbers in words: an arrow only outside the noise, too few answers said as such."""

from typing import Any

import pytest

from bot.blocks import numbers
from bot.locale import Words
from tests.bot.blocks.factories import make_kpi

EN, DE = Words("en"), Words("de")


@pytest.mark.parametrize(
    ("name", "change", "english", "german"),
    [
        ("csat", 0.04, "↑ up 4 points", "↑ gestiegen um 4 Punkte"),
        ("csat", -0.01, "↓ down 1 point", "↓ gesunken um 1 Punkt"),
        ("reopened", 0.006, "↑ up 0.6 points", "↑ gestiegen um 0,6 Punkte"),
        ("nps", -12.4, "↓ down 12 points", "↓ gesunken um 12 Punkte"),
        ("time_to_resolution", 3.5, "↑ up 3.5 hours", "↑ gestiegen um 3,5 Stunden"),
        ("time_to_resolution", -72.0, "↓ down 3 days", "↓ gesunken um 3 Tage"),
    ],
)
def test_a_significant_change_has_an_arrow_and_its_word(name: str, change: float, english: str, german: str) -> None:
    kpi = make_kpi(name, change=change, significant=True)
    assert numbers.arrow(kpi, EN) == english
    assert numbers.arrow(kpi, DE) == german


@pytest.mark.parametrize("fields", [{"change": 0.3}, {"change": None}, {"change": 0.0, "significant": True}])
def test_no_arrow_inside_the_noise(fields: dict[str, Any]) -> None:
    assert numbers.arrow(make_kpi(**fields), EN) is None


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"name": "csat", "n": 1}, "82%, 1 answer"),
        ({"name": "nps", "value": -12.0, "n": 1234}, "−12, 1,234 answers"),
        ({"name": "time_to_resolution", "n": 240}, "14 hours, 240 solved"),
        ({"name": "reopened", "n": 240}, "4%, 240 solved"),
        ({"name": "csat", "value": None, "n": 19}, "too few answers (19)"),
    ],
)
def test_a_value_stands_with_its_answers(fields: dict[str, Any], said: str) -> None:
    assert numbers.value(make_kpi(**fields), EN) == said


def test_a_scale_is_named_where_the_same_number_stands_twice() -> None:
    stars, smileys, nps = make_kpi(scale="1-5"), make_kpi(scale="0-1"), make_kpi("nps", scale="0-10")
    assert numbers.name(stars, [stars, smileys, nps], EN) == "CSAT (1–5)"
    assert numbers.name(nps, [stars, smileys, nps], EN) == "NPS"


def test_the_weakest_number_is_the_one_that_says_least() -> None:
    few, moved = make_kpi("nps", value=None, n=29), make_kpi(change=0.1, significant=True, n=31)
    still, many = make_kpi("reopened", n=40), make_kpi("time_to_resolution", n=900)
    order = []
    left = [moved, many, few, still]
    while left:
        order.append(numbers.weakest(left))
        left.remove(order[-1])
    assert order == [few, still, many, moved]


def test_a_number_that_nobody_answered_is_left_out() -> None:
    assert numbers.asked([make_kpi(value=None, n=0), make_kpi("nps", value=None, n=1)]) == [
        make_kpi("nps", value=None, n=1)
    ]
