"""The workers that learn leave with whoever started them, however it ended."""

import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[3]
POOL = """
import time
from bot.curation.texts.features import Raw
from bot.services.learning import Learning

if __name__ == "__main__":
    with Learning() as learning:
        texts = {str(n): Raw(f"Suitcase number {n} is lost.", None, False, None, ()) for n in range(400)}
        learning.start(texts).result()
        print(*learning._pool._processes, flush=True)
        time.sleep(60)
"""


def test_workers_of_a_killed_process_do_not_stay_behind(tmp_path: Path) -> None:
    script = tmp_path / "pool.py"
    script.write_text(POOL, encoding="utf-8")
    settings = {**os.environ, "PYTHONPATH": str(ROOT)}
    process = subprocess.Popen([sys.executable, str(script)], env=settings, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    with process.stdout:
        workers = [int(number) for number in process.stdout.readline().split()]
    assert len(workers) == 2
    process.kill()
    process.wait()
    deadline = time.monotonic() + 15
    while any(map(alive, workers)):
        assert time.monotonic() < deadline, "a worker stayed behind"
        time.sleep(0.1)


def alive(number: int) -> bool:
    """Whether a process is there and not a zombie that nobody has buried yet."""
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{number}/stat")
    return not state.exists() or state.read_text().rsplit(")", 1)[1].split()[0] != "Z"
