"""Where the shared, labelled feedback lies; tests that need it skip, visibly, where it is absent."""

import os
from pathlib import Path

import pytest


def shared_data(*parts: str) -> Path:
    """The path below the shared data folder, or skip the test with the reason."""
    default = Path(__file__).resolve().parents[1].parent / "shared"
    path = Path(os.environ.get("VOXPOP_SHARED", default), "data", *parts)
    if not path.exists():
        pytest.skip(f"shared data not at hand: {'/'.join(parts)}")
    return path
