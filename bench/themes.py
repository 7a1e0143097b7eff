"""Are the themes good and the labels true? ``python -m bench.themes [ROUNDS]``, on the labelled sets that are at hand.

Weeks are drawn from labelled corpora with a movement planted in the last one, so that the truth is known. The folder
is found as the tests find it, by VOXPOP_SHARED; without it there is nothing to measure and the reason is printed.
"""

import csv
import os
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np

from bot.curation.movement.trend import movements
from bot.curation.texts.encoder import encode
from bot.curation.theming.seeds import load_seeds
from bot.curation.theming.themes import REST, Themes, assign, emerge
from bot.curation.theming.weekly import grow
from bot.domain.digest import Label
from bot.domain.feedback import Kind, RecordRef
from bot.domain.rules import Rules
from bot.domain.verbatim import Conversation, Features, Vector, Verbatim
from bot.domain.week import Week

WEEKS = [Week(2026, 20 + number) for number in range(9)]
MOVED = (Label.NEW, Label.RISING, Label.FADING)
Pool = dict[str, list[tuple[str, str, Vector]]]


@dataclass
class Outcome:
    """One round: whether the plant was found, how many others were said to move, and how well themes fit labels."""

    found: bool
    false: int
    quiet: int
    nmi: float
    ari: float
    themes: int
    rest: float
    seconds: float


def main() -> None:
    folder = Path(os.environ.get("VOXPOP_SHARED", Path(__file__).resolve().parents[2] / "shared"), "data")
    if not folder.exists():
        print(f"No labelled data at {folder}; set VOXPOP_SHARED to its folder.")
        return
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    print(f"Load average {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores; {rounds} rounds of 9 weeks each\n")
    print("| set | planted | found | false/week | moved in an unchanged week | NMI / ARI | themes | rest | s |")
    print("|---|---|---|---|---|---|---|---|---|")
    for name, pool, size in pools(folder):
        for planted in ("nothing", "x2", "x3", "x0.35", "new, 20", "volume x2"):
            print(line(name, planted, [one_round(pool, size, planted, seed) for seed in range(rounds)]), flush=True)


def line(name: str, planted: str, outcomes: list[Outcome]) -> str:
    def mean(part: Callable[[Outcome], float]) -> float:
        return float(np.mean([part(outcome) for outcome in outcomes]))

    found = "–" if planted in ("nothing", "volume x2") else f"{mean(lambda o: o.found):.2f}"
    return (
        f"| {name} | {planted} | {found} | {mean(lambda o: o.false):.2f} | {mean(lambda o: o.quiet):.2f} "
        f"| {mean(lambda o: o.nmi):.3f} / {mean(lambda o: o.ari):.3f} | {mean(lambda o: o.themes):.0f} "
        f"| {mean(lambda o: o.rest):.3f} | {mean(lambda o: o.seconds):.1f} |"
    )


def pools(folder: Path) -> Iterator[tuple[str, Pool, int]]:
    """Yield the sets: a name, texts by label with their language and vector, and how many make a week."""
    bank = to_pool(folder / "banking77" / "train.csv", "en")
    home = to_pool(folder / "massive_de" / "train.csv", "de")
    yield "banking77, 25 intents", dict(list(bank.items())[::3][:25]), 600
    yield "banking77, all", bank, 1000
    yield "massive_de, 25 intents", dict(list(home.items())[::2][:25]), 600
    yield "both, 25 intents", dict([*list(bank.items())[::5][:15], *list(home.items())[::5][:10]]), 800


def to_pool(path: Path, language: str, most: int = 100) -> Pool:
    with path.open(encoding="utf-8", newline="") as lines:
        rows = [(row["label"], row["text"]) for row in csv.DictReader(lines)]
    seen: Counter[str] = Counter()
    kept = []
    for label, text in rows:
        seen[label] += 1
        if seen[label] <= most:
            kept.append((f"{language}:{label}", text))
    pool: Pool = {}
    for (label, text), vector in zip(kept, encode([text for _, text in kept]), strict=True):
        pool.setdefault(label, []).append((text, language, vector))
    return {label: texts for label, texts in sorted(pool.items()) if len(texts) == most}


def one_round(pool: Pool, size: int, planted: str, seed: int) -> Outcome:
    random = np.random.default_rng([seed, size])
    label = str(random.choice(sorted(pool)))
    weeks = [drawn(pool, size, label, planted, week, random) for week in range(len(WEEKS))]
    themes: Themes | None = None
    started, quiet = time.perf_counter(), 0
    said: dict[Week, list[Conversation]] = {}
    for number, week in enumerate(WEEKS):
        said[week] = [conversation for conversation, _ in weeks[number]]
        before = [conversation for each in list(said)[:-1] for conversation in said[each]]
        shown = emerge(themes, week, said[week], before, Rules(), load_seeds())
        if number in (5, len(WEEKS) - 1):
            spoken = list(said.values())
            ids = [assign(shown, each, Rules()) for each in spoken]
            moved = [theme for theme, movement in labels(shown, ids, spoken).items() if movement in MOVED]
            quiet = len(moved) if number == 5 else quiet
        themes = grow(themes, week, said, Rules())
    seconds = time.perf_counter() - started
    truth = [own for _, own in weeks[-1]]
    hits = [theme for theme in moved if share(truth, ids[-1], theme, label) >= 0.3 and planted not in ("nothing",)]
    nmi, ari = agreement(truth, ids[-1])
    rest = ids[-1].count(REST) / len(truth)
    return Outcome(bool(hits), len(moved) - len(hits), quiet, nmi, ari, len(set(ids[-1])), rest, seconds)


def drawn(
    pool: Pool, size: int, label: str, planted: str, week: int, random: np.random.Generator
) -> list[tuple[Conversation, str]]:
    """Draw a week: every label alike but the planted one, with the unevenness of real weeks (dispersion 0.02)."""
    last = week == len(WEEKS) - 1
    rows = []
    for own in sorted(pool):
        mean = size / len(pool) * (2 if planted == "volume x2" and last else 1)
        if own == label and planted.startswith("x"):
            mean *= float(planted[1:]) if last else 1
        if own == label and planted.startswith("new"):
            mean = 20 if last else 0
        count = random.poisson(mean * random.gamma(50, 1 / 50))
        rows += [(own, pool[own][place]) for place in random.choice(len(pool[own]), count, replace=count > 100)]
    start = datetime(2026, 5, 11, tzinfo=UTC) + timedelta(weeks=week)
    order = random.permutation(len(rows))
    return [(to_conversation(week, n, start, *rows[place][1]), rows[place][0]) for n, place in enumerate(order)]


def to_conversation(week: int, number: int, start: datetime, text: str, language: str, vector: Vector) -> Conversation:
    tone = -1 if number % 3 == 0 else 0
    features = Features(text, language, tone, None, False, False, None, vector)
    key = f"{week}-{number}"
    record = RecordRef(source="bench", kind=Kind.CONVERSATION, external_id=key)
    verbatim = Verbatim(record, key, start + timedelta(seconds=number), features)
    return Conversation("bench", key, (verbatim,), verbatim, None)


def labels(themes: Themes, ids: list[list[str]], said: list[list[Conversation]]) -> dict[str, Label]:
    voices = {theme.id: tuple(each.count(theme.id) for each in reversed(ids)) for theme in themes}
    critical = {
        theme.id: tuple(
            sum(own == theme.id and one.tone < 0 for own, one in zip(each, spoken, strict=True))
            for each, spoken in zip(reversed(ids), reversed(said), strict=True)
        )
        for theme in themes
    }
    return {theme: movement.label for theme, movement in movements(voices, critical).items()}


def share(truth: list[str], ids: list[str], theme: str, label: str) -> float:
    """Return how much of *theme* is of the planted *label*; of one that is empty now, 1: it faded away."""
    inside = [own for own, each in zip(truth, ids, strict=True) if each == theme]
    return inside.count(label) / len(inside) if inside else 1.0


def agreement(truth: list[str], found: list[str]) -> tuple[float, float]:
    """Return normalised mutual information and adjusted Rand index of two ways to group the same texts."""
    left, right = (np.unique(each, return_inverse=True)[1] for each in (truth, found))
    table = np.zeros((left.max() + 1, right.max() + 1))
    np.add.at(table, (left, right), 1)
    total = table.sum()
    p, rows, columns = table / total, table.sum(axis=1) / total, table.sum(axis=0) / total
    inside = p > 0
    mutual = (p[inside] * np.log(p[inside] / np.outer(rows, columns)[inside])).sum()
    entropy = -(rows * np.log(rows)).sum() - (columns * np.log(columns)).sum()
    same, a, b = (float((n * (n - 1) / 2).sum()) for n in (table, table.sum(axis=1), table.sum(axis=0)))
    chance = a * b / (total * (total - 1) / 2)
    return float(2 * mutual / entropy), (same - chance) / ((a + b) / 2 - chance)


if __name__ == "__main__":
    main()
