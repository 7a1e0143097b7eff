"""`make bench`: prints the table of docs/benchmarks.md."""

import os
import sqlite3
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.apart import python, voxpop
from bench.material import LAST_WEEK, write_csv
from bot.cli.bulk import ease_collector
from bot.curation.redaction.redact import redact
from bot.curation.texts.features import Raw, to_features
from bot.curation.texts.language import language
from bot.curation.texts.words import to_words
from bot.sources.file import FileOptions, open_file
from bot.storage import schema
from bot.storage.feedback import FEEDBACK, FeedbackQueries
from bot.storage.store import Store

Row = tuple[str, str, str]


def main() -> None:
    """Measure everything once and print it as a Markdown table."""
    sizes = [int(size) for size in sys.argv[1:]] or [1_000, 10_000, 30_000]
    print(f"Load average {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores, Python {sys.version.split()[0]}\n")
    print("| What | Measured | Beside |\n|---|---|---|")
    with TemporaryDirectory() as name:
        folder = Path(name)
        for part in (upserts, cleaning, start_up):
            for row in part(folder):
                print(f"| {row[0]} | {row[1]} | {row[2]} |", flush=True)
        for size in sizes:
            for row in end_to_end(folder, size):
                print(f"| {row[0]} | {row[1]} | {row[2]} |", flush=True)
    print(f"\nLoad average at the end {os.getloadavg()[0]:.1f}")


def upserts(folder: Path) -> list[Row]:
    """Parse, validate and upsert, beside a bare executemany of the very same rows; the best of three rounds each."""
    ease_collector()  # as `voxpop import` does
    file = write_csv(folder / "upserts.csv", 20_000)
    best: dict[str, float] = {}
    for turn in range(3):
        store = Store(f"sqlite:///{folder / f'upserts-{turn}.db'}")
        schema.make_ready(store)
        for name in ("first", "again"):
            seconds, count = timed(lambda store=store: upsert(file, store))
            best[name] = max(best.get(name, 0), count / seconds)
        with store.read() as tx:
            rows = [tuple(row) for row in tx.connection.exec_driver_sql("SELECT * FROM feedback")]
            made = list(
                tx.connection.exec_driver_sql(
                    "SELECT sql FROM sqlite_master WHERE tbl_name = 'feedback' AND sql IS NOT NULL"
                ).scalars()
            )
        store.close()
        seconds, _ = timed(lambda turn=turn, rows=rows, made=made: bare(folder / f"bare-{turn}.db", made, rows))
        best["bare"] = max(best.get("bare", 0), len(rows) / seconds)
    share, faster = best["first"] / best["bare"], best["again"] / best["first"]
    return [
        (
            "parse, validate and upsert, first time",
            f"{best['first']:,.0f} rows/s",
            f"{share:.2f} of a bare executemany",
        ),
        ("the same file again, nothing new", f"{best['again']:,.0f} rows/s", f"{faster:.1f} × as fast"),
        ("bare `sqlite3` executemany of those rows", f"{best['bare']:,.0f} rows/s", "same table, indexes, WAL, FULL"),
    ]


def upsert(file: Path, store: Store) -> int:
    """Read *file* and keep its rows; no text is learnt."""
    count = 0
    for page in open_file(file, FileOptions(scale="1-5")).pages():
        with store.begin() as tx:
            FeedbackQueries(tx).keep(page.items, [None] * len(page.items), datetime.now(UTC), b"key")
        count += len(page.items)
    return count


def bare(file: Path, statements: list[str], rows: list[tuple[object, ...]]) -> None:
    """Insert *rows* with nothing around it."""
    connection = sqlite3.connect(file)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    for statement in statements:
        connection.execute(statement)
    places = ", ".join("?" * len(FEEDBACK.columns))
    for first in range(0, len(rows), 1000):
        with connection:
            connection.executemany(f"INSERT INTO feedback VALUES ({places})", rows[first : first + 1000])
    connection.close()


def cleaning(folder: Path) -> list[Row]:
    """Words, language and redaction of one text after the other, on one core; then all features."""
    file = write_csv(folder / "cleaning.csv", 5_000, seed=2)
    items = [item for page in open_file(file, FileOptions(scale="1-5")).pages() for item in page.items]
    texts = [item.text or "" for item in items]

    def clean() -> None:
        for text in texts:
            words = to_words(text)
            redact(words, language(words))

    clean()
    seconds, _ = timed(clean)
    raws = [Raw(text, None, False, None, ()) for text in texts]
    to_features(raws[:50])
    learnt, _ = timed(lambda: to_features(raws))
    length = sum(map(len, texts)) / len(texts)
    return [
        (
            "words, language and redaction, one core",
            f"{len(texts) / seconds:,.0f} rows/s",
            f"texts of {length:.0f} characters",
        ),
        (
            "all features with the vector, one core",
            f"{len(texts) / learnt:,.0f} rows/s",
            f"{learnt / seconds:.1f} × that time",
        ),
    ]


def start_up(folder: Path) -> list[Row]:
    """What every command costs before it does anything."""
    python(folder, "pass")
    empty = min(python(folder, "pass").seconds for _ in range(3))
    helped = min(voxpop(folder, "--help").seconds for _ in range(3))
    return [("`voxpop --help`", f"{helped:.2f} s", f"Python alone {empty:.2f} s")]


def end_to_end(folder: Path, size: int) -> list[Row]:
    """From an empty folder to a digest: import, first preview, second preview."""
    place = folder / f"end-{size}"
    place.mkdir()
    file = write_csv(place / "feedback.csv", size, seed=size)
    taken = voxpop(place, "import", str(file), "--scale", "1-5")
    first = voxpop(place, "digest", "preview", "--week", LAST_WEEK, "--format", "json")
    second = voxpop(place, "digest", "preview", "--week", LAST_WEEK, "--format", "json")
    if first.output != second.output:
        raise RuntimeError("two previews of the same week differ")
    grown = sum(path.stat().st_size for path in place.glob("voxpop.db*")) / 1024 / 1024
    return [
        (
            f"{size:,} items, from nothing to a digest",
            f"{taken.seconds + first.seconds:.1f} s",
            f"import {taken.seconds:.1f} s, preview {first.seconds:.1f} s",
        ),
        (
            f"{size:,} items, the second preview",
            f"{second.seconds:.1f} s",
            f"peak {max(taken.megabytes, first.megabytes):.0f} MB a process, database {grown:.0f} MB",
        ),
        (f"{size:,} items, drawing text, blocks and page", drawing(place), "of a digest at hand"),
    ]


def drawing(place: Path) -> str:
    """How long it takes to draw a digest once it is made."""
    code = (
        "import time\n"
        "from bot.app import build\n"
        "from bot.cli.output import digest_as\n"
        "from bot.domain.week import Week\n"
        "with build() as parts:\n"
        f"    digest = parts.digests.preview(parts.edition('default'), Week.parse('{LAST_WEEK}'))\n"
        "for form in ('text', 'json', 'html'):\n"
        "    digest_as(form, digest)\n"
        "started = time.perf_counter()\n"
        "for form in ('text', 'json', 'html'):\n"
        "    digest_as(form, digest)\n"
        "print(f'{(time.perf_counter() - started) * 1000:.0f} ms')\n"
    )
    return python(place, code).output.strip()


def timed(step: Callable[[], int | None]) -> tuple[float, int]:
    """Return the seconds that *step* took, and what it counted."""
    started = time.perf_counter()
    count = step() or 0
    return time.perf_counter() - started, count


if __name__ == "__main__":
    main()
