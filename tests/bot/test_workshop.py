"""Digests are made in a process of their own: results and errors come back, words do not, and it can be stopped."""

import os
import threading
import time
from datetime import UTC, datetime, timedelta
from multiprocessing import current_process

import pytest

from bot.app import Parts
from bot.domain.week import Week
from bot.errors import StorageError, UnexpectedError, VoxpopError
from bot.storage.drafts import DraftQueries
from bot.storage.store import Store
from bot.workshop import StoppedError, Workshop
from tests.sample_week import NOW, make_parts

SAID = "my parcel to Example Street 5 never came"


def process_id(_parts: Parts) -> int:
    return os.getpid()


def process_name(_parts: Parts) -> str:
    return current_process().name


def refuse(_parts: Parts) -> None:
    raise StorageError("the database is busy")


def stumble(_parts: Parts) -> None:
    raise KeyError(SAID)


def die(_parts: Parts) -> None:
    os._exit(9)


def sleep(_parts: Parts, seconds: float) -> None:
    time.sleep(seconds)


@pytest.fixture
def workshop(store: Store) -> Workshop:
    return Workshop(make_parts(store, digest_channel="C0LEAD").settings)


def test_work_is_done_in_another_process(workshop: Workshop) -> None:
    assert workshop.do(process_id) != os.getpid()


def test_an_error_of_ours_comes_back_with_its_words(workshop: Workshop) -> None:
    with pytest.raises(VoxpopError, match="the database is busy"):
        workshop.do(refuse)


def test_a_surprise_comes_back_without_its_words(workshop: Workshop, capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(UnexpectedError) as caught:
        workshop.do(stumble)
    assert (caught.value.kind, SAID in str(caught.value)) == ("KeyError", False)
    assert SAID not in capfd.readouterr().err


def test_a_process_that_dies_is_a_surprise_and_no_wait_for_ever(workshop: Workshop) -> None:
    with pytest.raises(UnexpectedError, match="ProcessDied"):
        workshop.do(die)


@pytest.mark.parametrize("named", [{}, {"task": "pulling the source"}], ids=["a digest", "a pull"])
def test_what_takes_too_long_is_given_up_by_its_name(store: Store, named: dict[str, str]) -> None:
    workshop = Workshop(make_parts(store).settings, timedelta(seconds=0.3), **named)
    with pytest.raises(VoxpopError, match=f"^{named.get('task', 'making the digest')} was not over after"):
        workshop.do(sleep, 60)


def test_a_process_is_called_after_what_it_does(store: Store) -> None:
    settings = make_parts(store).settings
    assert Workshop(settings).do(process_name) == "voxpop making the digest"
    assert Workshop(settings, task="pulling the source").do(process_name) == "voxpop pulling the source"


def test_stopping_ends_what_is_being_made(workshop: Workshop) -> None:
    threading.Timer(1.5, workshop.stop).start()
    start = time.monotonic()
    with pytest.raises(StoppedError):
        workshop.do(sleep, 60)
    assert time.monotonic() - start < 10
    with pytest.raises(StoppedError):
        workshop.do(process_id)


def test_the_coming_digest_is_shown_as_it_would_be_now(sample_store: Store) -> None:
    workshop = Workshop(make_parts(sample_store, digest_channel="C0LEAD").settings)
    messages = workshop.preview(NOW - timedelta(hours=1))
    assert 2 <= len(messages) <= 5
    assert "comes on 17 Nov, 08:30 to <#C0LEAD> and covers week 46" in messages[0].text
    assert "This is what it would say now" in messages[0].text


def test_while_its_week_still_runs_the_last_one_that_ended_is_shown(sample_store: Store) -> None:
    workshop = Workshop(make_parts(sample_store, digest_channel="C0LEAD", digest_language="de").settings)
    first, *_ = workshop.preview(datetime(2026, 11, 19, 12, tzinfo=UTC))
    assert "Der nächste Digest kommt am 24. Nov., 08:30 in <#C0LEAD> und handelt von KW 47." in first.text
    assert "gezeigt wird darum KW 46" in first.text


def test_a_digest_is_published_once_from_there(sample_store: Store) -> None:
    parts = make_parts(sample_store, digest_channel="C0LEAD", slack_bot_token="xoxb-made-for-tests")
    edition = parts.edition("default", keep=True)
    due = parts.editions.next_due(edition, NOW - timedelta(hours=1))
    workshop = Workshop(parts.settings)
    assert workshop.publish(edition, due, NOW)
    assert not workshop.publish(edition, due, NOW)
    status = parts.posting.status("default", Week.parse("2026-W46"))
    assert status is not None
    assert len(status.posts) > 2


def test_a_draft_is_made_once_from_there(sample_store: Store) -> None:
    parts = make_parts(sample_store, digest_channel="C0LEAD", slack_bot_token="xoxb-made-for-tests", curators="U0CORA")
    edition = parts.edition("default", keep=True)
    due = parts.editions.next_due(edition, NOW - timedelta(hours=1))
    workshop = Workshop(parts.settings)
    assert workshop.draft(edition, due, NOW)
    assert not workshop.draft(edition, due, NOW)
    with sample_store.read() as tx:
        draft = DraftQueries(tx).of("default", "2026-W46")
    assert draft is not None
    assert draft.digest.lead == draft.reserve.themes[0].line.id
