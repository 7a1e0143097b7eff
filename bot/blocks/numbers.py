"""The numbers that count, in words: an arrow, with its word, only outside the noise."""

from collections.abc import Sequence

from bot.blocks import reading
from bot.domain.digest import Kpi
from bot.locale import Words

_SOLVED = {"time_to_resolution", "reopened"}
_SHARES = {"csat", "reopened"}


def name(kpi: Kpi, among: Sequence[Kpi], words: Words) -> str:
    """What *kpi* is called; its scale is named where the same number stands on several."""
    plain = words(f"kpi-{reading.hyphened(kpi.name)}")
    twins = sum(1 for other in among if other.name == kpi.name)
    return words("kpi-on-scale", kpi=plain, scale=kpi.scale.replace("-", "–")) if twins > 1 and kpi.scale else plain


def value(kpi: Kpi, words: Words) -> str:
    """82% · 31 · 14 hours; with its answers, or that they are too few."""
    if kpi.value is None:
        return words("kpi-too-few", n=kpi.n)
    basis = words("kpi-basis", unit="solved" if kpi.name in _SOLVED else "answers", n=kpi.n)
    return words("kpi-value", value=_amount(kpi, words), basis=basis)


def arrow(kpi: Kpi, words: Words) -> str | None:
    """↑ up 4 points, or None inside the noise."""
    if not kpi.significant or not kpi.change or kpi.value is None:
        return None
    return words("kpi-up" if kpi.change > 0 else "kpi-down", by=_difference(kpi, abs(kpi.change), words))


def moved(kpi: Kpi) -> bool:
    """Whether *kpi* has a line of its own."""
    return kpi.value is not None and kpi.significant and bool(kpi.change)


def compared(kpi: Kpi) -> bool:
    """Whether there were answers enough before to compare *kpi* with."""
    return kpi.value is not None and kpi.change is not None


def asked(kpis: Sequence[Kpi]) -> list[Kpi]:
    """The numbers that somebody answered: one without a single answer is no slot with too few, but no slot."""
    return [kpi for kpi in kpis if kpi.n > 0]


def weakest(kpis: Sequence[Kpi]) -> Kpi:
    """The number that gives way first: too few answers before unmoved before moved, then the fewest answers."""
    return min(kpis, key=lambda kpi: (kpi.value is not None, moved(kpi), kpi.n, kpi.name))


def _amount(kpi: Kpi, words: Words) -> str:
    amount = kpi.value or 0.0
    if kpi.name in _SHARES:
        return words.percent(amount)
    if kpi.name == "time_to_resolution":
        return reading.hours(amount, words)
    return words.number(amount)


def _difference(kpi: Kpi, amount: float, words: Words) -> str:
    if kpi.name == "time_to_resolution":
        return reading.hours(amount, words)
    points = amount * 100 if kpi.name in _SHARES else amount
    if points < 1.95 and abs(points - round(points)) > 0.05:
        return words("kpi-points-part", n=words.number(points, 1))
    return words("kpi-points", n=round(points))
