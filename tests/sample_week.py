"""A parts box over a test's database with the invented sample feedback in it: for whole journeys."""

from datetime import UTC, datetime

from bot.app import Parts
from bot.domain.week import Week
from bot.sample import SAMPLE_WEEK, sample_files
from bot.settings import default_settings
from bot.sources.file import FileOptions, open_file
from bot.storage.store import Store

WEEK = Week.parse(SAMPLE_WEEK)
NOW = datetime(2026, 11, 17, 7, 30, tzinfo=UTC)
"""The Tuesday after the sample's last week, when its digest is due."""


def make_parts(store: Store, **settings: object) -> Parts:
    """The parts over *store* with default settings but for those given; no environment is read."""
    url = store.url.render_as_string(hide_password=False)
    return Parts(default_settings(database_url=url, **settings), store)


def import_sample(parts: Parts) -> None:
    """Take all of the sample in."""
    for file in sample_files():
        reader = open_file(file, FileOptions(timezone="Europe/Berlin"))
        for _ in parts.feedback.take_in(reader.name, reader.pages(), NOW):
            pass
