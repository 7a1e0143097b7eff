"""A real week of the invented sample, with what was set aside for its draft: made once for all tests here."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from bot.curation.texts.features import FEATURES_VERSION
from bot.domain.digest import Digest
from bot.domain.draft import Draft
from bot.domain.reserve import Reserve
from bot.domain.verbatim import Verbatim
from bot.storage.feedback import FeedbackQueries
from bot.storage.store import Store
from tests.conftest import Databases
from tests.sample_week import NOW, WEEK, make_parts


@pytest.fixture(scope="module")
def week(databases: Databases, sample_template: str) -> Iterator[tuple[Digest, Reserve, dict[str, str]]]:
    """The digest, the reserve, and every redacted text by record key."""
    address = databases.make(sample_template)
    store = Store(address)
    parts = make_parts(store)
    edition = parts.edition("default")
    digest, _, reserve = parts.digests.draft(edition, WEEK, NOW)
    with store.read() as tx:
        found = FeedbackQueries(tx).verbatims(digest.start - timedelta(days=90), digest.end, FEATURES_VERSION)
    yield digest, reserve, {_key(v): v.features.text for v in found}
    store.close()
    databases.drop(address)


@pytest.fixture
def base(week: tuple[Digest, Reserve, dict[str, str]]) -> Digest:
    return week[0]


@pytest.fixture
def reserve(week: tuple[Digest, Reserve, dict[str, str]]) -> Reserve:
    return week[1]


@pytest.fixture
def texts(week: tuple[Digest, Reserve, dict[str, str]]) -> dict[str, str]:
    return week[2]


@pytest.fixture
def draft(base: Digest, reserve: Reserve) -> Draft:
    return Draft(number=1, edition="default", week=base.week, digest=base, reserve=reserve, made_at=NOW, due_at=NOW)


def _key(verbatim: Verbatim) -> str:
    record = verbatim.record
    return f"{record.source}/{record.kind.value}/{record.external_id}"
