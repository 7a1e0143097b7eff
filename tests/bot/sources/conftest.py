"""A file is written, opened and read to its end in one call."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.domain.feedback import Feedback
from bot.sources.base import BadRow
from bot.sources.file import FileOptions, open_file
from bot.sources.reader import FileReader, Preview


@dataclass(frozen=True)
class Reading:
    reader: FileReader
    items: list[Feedback]
    bad: list[BadRow]

    @property
    def preview(self) -> Preview:
        return self.reader.preview

    @property
    def texts(self) -> list[str | None]:
        return [item.text for item in self.items]

    @property
    def only(self) -> Feedback:
        assert self.bad == []
        [item] = self.items
        return item


Read = Callable[..., Reading]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Write *content* to a file and read it: ``read("id,date,text\\n…", scale="1-5")``."""

    def write_and_read(content: str | bytes, name: str = "feedback.csv", **options: str) -> Reading:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        reader = open_file(path, FileOptions(**options))
        pages = list(reader.pages())
        return Reading(reader, [i for page in pages for i in page.items], [b for page in pages for b in page.bad])

    return write_and_read
