"""Run a step in a process of its own, and say how long it took and what it needed at most."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any, NamedTuple


class Run(NamedTuple):
    """One process: wall-clock *seconds*, peak resident *megabytes* of it and its largest child, and its *output*."""

    seconds: float
    megabytes: float
    output: str


def voxpop(folder: Path, *arguments: str) -> Run:
    """Run the `voxpop` command in *folder* with the settings of a machine where nothing is set."""
    return run([sys.executable, "-c", "from bot.cli import main; main()", *arguments], folder)


def python(folder: Path, code: str) -> Run:
    """Run Python *code* in *folder*."""
    return run([sys.executable, "-c", code], folder)


def run(command: list[str], folder: Path) -> Run:
    """Run *command* in *folder*; RuntimeError with what it said when it fails."""
    measured = (
        "import json, resource, subprocess, sys; done = subprocess.run(sys.argv[1:], stdout=subprocess.PIPE); "
        "used = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss; "
        "print(json.dumps([done.returncode, used, done.stdout.decode()]))"
    )
    root = str(Path(__file__).parents[1])
    quiet = {name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "RULES_FILE")}
    started = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", measured, *command],
        cwd=folder, env={**quiet, "PYTHONPATH": root}, capture_output=True, check=True,
    )  # fmt: skip
    seconds = time.perf_counter() - started
    answer: list[Any] = json.loads(done.stdout)
    if answer[0] != 0:
        raise RuntimeError(f"{command[:4]} ended with {answer[0]}: {done.stderr.decode()[-500:]}")
    return Run(seconds, answer[1] / 1024, answer[2])
