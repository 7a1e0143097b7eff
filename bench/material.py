"""Feedback for benchmarks: the sample's sentences, put together anew with a fixed seed. Nobody wrote these texts."""

import csv
import json
import random
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.sample import sample_files

FIRST_DAY = datetime(2026, 8, 17, tzinfo=UTC)
WEEKS = 13
LAST_WEEK = "2026-W46"


def sentences() -> dict[str, list[str]]:
    """The sample's sentences by language, as far as a word of each gives it away."""
    found: dict[str, list[str]] = {"de": [], "en": []}
    for file in sample_files():
        for line in file.read_text(encoding="utf-8").splitlines():
            text = json.loads(line).get("text") or ""
            language = "de" if re.search(r"\b(?:und|ist|nicht|ich|der|die|das)\b", text) else "en"
            found[language] += [part for part in re.split(r"(?<=[.!?])\s+", text) if 20 < len(part) < 200]
    return found


def write_csv(path: Path, rows: int, seed: int = 1) -> Path:
    """Write *rows* reviews over thirteen weeks, one to three sentences each ; return *path*."""
    chance, known = random.Random(seed), sentences()
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["id", "created_at", "text", "rating", "segment"])
        for number in range(rows):
            language = "de" if chance.random() < 0.5 else "en"
            text = " ".join(chance.sample(known[language], chance.choice([1, 2, 2, 3])))
            moment = FIRST_DAY + timedelta(seconds=chance.randrange(WEEKS * 7 * 86_400))
            segment = chance.choice(["Commuters", "E-bike owners", "First-time buyers", ""])
            writer.writerow([f"b{number}", moment.isoformat(), text, chance.randint(1, 5), segment])
    return path
