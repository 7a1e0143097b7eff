"""The command line as a person uses it: in a process of its own, or in this one where nothing is lost by it."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from typer.testing import CliRunner

from bot.cli import app
from bot.errors import VoxpopError
from bot.settings import Settings

ROOT = Path(__file__).parents[3]
NOTHING_SET = {name.upper(): "" for name in Settings.model_fields}
"""An empty value counts as not set: nothing of the machine's own environment is read."""


@dataclass(frozen=True)
class Outcome:
    """How a command ended: its exit code, what it printed, what it complained of."""

    code: int
    out: str
    err: str


class CommandLine:
    """`voxpop` on the database at *database_url*, in *folder*, with *settings* as its environment."""

    def __init__(self, folder: Path, database_url: str, **settings: str) -> None:
        self.folder = folder
        self.environment = NOTHING_SET | {"DATABASE_URL": database_url} | settings

    def set(self, **settings: str) -> None:
        """Change settings for the commands that follow."""
        self.environment |= settings

    def __call__(self, *arguments: str | Path) -> Outcome:
        """Run a command in this process; what `main` makes of an error of ours is made of it here."""
        result = CliRunner().invoke(app, [str(each) for each in arguments], env=self.environment)
        error = result.exception
        if isinstance(error, VoxpopError):
            return Outcome(error.exit_code, result.stdout, f"{result.stderr}voxpop: {error}\n")
        if error is not None and not isinstance(error, SystemExit):
            raise error
        return Outcome(result.exit_code, result.stdout, result.stderr)

    def start(self, *arguments: str | Path, **settings: str) -> "subprocess.Popen[bytes]":
        """Start the installed command in a process of its own."""
        return subprocess.Popen(
            [*VOXPOP, *map(str, arguments)],
            cwd=self.folder,
            env=self.process_environment | settings,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )

    @property
    def process_environment(self) -> dict[str, str]:
        """The environment of a process: nothing of the machine's but where programs are, no buffering."""
        kept = {name: os.environ[name] for name in ("PATH", "HOME", "SYSTEMROOT", "TMPDIR") if name in os.environ}
        return kept | {"OPENBLAS_NUM_THREADS": "1", "PYTHONPATH": str(ROOT)} | self.environment

    def process(self, *arguments: str | Path, **settings: str) -> Outcome:
        """Run the installed command in a process of its own to its end."""
        return finish(self.start(*arguments, **settings))


VOXPOP = (sys.executable, "-c", "from bot.cli import main; main()")
"""What the console script does, also where none is installed."""


def finish(process: "subprocess.Popen[bytes]") -> Outcome:
    """Wait for *process* and say how it ended."""
    out, err = process.communicate(timeout=120)
    return Outcome(process.returncode, out.decode(), err.decode())
