"""The command line on a database of the test's own: empty, or with the invented sample feedback."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import structlog

from bot.storage.store import Store
from tests.bot.cli.command_line import CommandLine


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No .env of anybody's is read, nothing is left in the repository, and logging is as it was."""
    monkeypatch.chdir(tmp_path)
    yield
    structlog.reset_defaults()


@pytest.fixture
def voxpop(tmp_path: Path, database_url: str) -> CommandLine:
    """The command line on an empty, prepared database."""
    return CommandLine(tmp_path, database_url)


@pytest.fixture
def sample_voxpop(tmp_path: Path, sample_store: Store) -> CommandLine:
    """The command line on a database with the invented sample feedback."""
    return CommandLine(tmp_path, sample_store.url.render_as_string(hide_password=False))
