"""Logs are sentences with fields; whatever goes wrong, they carry no customer's words."""

import logging
import sys
import threading
import warnings
from io import StringIO

import pytest
import structlog

from bot.errors import StorageError, UnexpectedError
from bot.log import describe, set_up_logging
from tests.fixtures_log import Log, log

__all__ = ["log"]

SAID = "my parcel to Example Street 5 never came"


def stumble() -> None:
    words = SAID
    raise KeyError(words)


def test_a_line_is_a_sentence_with_fields_as_json_for_machines(log: Log) -> None:
    structlog.get_logger("posting").info("posted", week="2026-W46")
    (line,) = log.lines()
    assert (line["event"], line["week"], line["level"]) == ("posted", "2026-W46", "info")
    assert line["timestamp"].endswith("Z")


def test_for_people_a_line_is_plain(log: Log) -> None:
    out = StringIO()
    set_up_logging(machine=False, out=out)
    structlog.get_logger("posting").info("posted", week="2026-W46")
    logging.getLogger().handlers[:] = []
    assert "posted" in out.getvalue()
    assert "{" not in out.getvalue()


@pytest.mark.parametrize("name", ["uvicorn.error", "slack_bolt.App", "bolt", "somebody.else"])
def test_a_librarys_traceback_is_reduced_to_kind_and_place(log: Log, name: str) -> None:
    try:
        stumble()
    except KeyError as error:
        logging.getLogger(name).exception("failed: %s", error)  # noqa: TRY401 as libraries do
    (line,) = log.lines()
    assert line["error"] == "KeyError"
    assert SAID not in log.text()


def test_our_own_traceback_is_reduced_too(log: Log) -> None:
    try:
        stumble()
    except KeyError:
        structlog.get_logger("x").exception("failed")
    assert '"error": "KeyError"' in log.text()
    assert SAID not in log.text()


def test_an_error_that_ends_a_thread_is_logged_without_its_words(log: Log) -> None:
    thread = threading.Thread(target=stumble, name="somebody")
    thread.start()
    thread.join()
    (line,) = log.lines()
    assert (line["thread"], line["error"]) == ("somebody", "KeyError")
    assert SAID not in log.text()


def test_an_error_that_ends_the_process_is_logged_without_its_words(log: Log) -> None:
    try:
        stumble()
    except KeyError as error:
        sys.excepthook(KeyError, error, error.__traceback__)
    assert "an error in the app itself" in log.text()
    assert SAID not in log.text()


def test_a_log_that_cannot_be_written_prints_nothing_of_what_was_logged(
    log: Log, capsys: pytest.CaptureFixture[str]
) -> None:
    out = StringIO()
    set_up_logging(machine=True, out=out)
    out.close()
    try:
        stumble()
    except KeyError:
        logging.getLogger("x").exception("failed")
    logging.getLogger().handlers[:] = []
    assert SAID not in capsys.readouterr().err


@pytest.mark.parametrize("name", ["slack_bolt.App", "slack_sdk.web", "uvicorn.access", "uvicorn.error", "apscheduler"])
def test_what_libraries_chat_about_is_left_out(log: Log, name: str) -> None:
    logging.getLogger(name).warning("a whole request: %s", SAID)
    assert log.text() == ""


def test_warnings_are_lines_of_the_log(log: Log) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        logging.captureWarnings(False)
        logging.captureWarnings(True)
        warnings.warn("something is old", stacklevel=1)
        logging.captureWarnings(False)
    assert "something is old" in log.text()


def test_an_error_is_described_by_its_sentence_only_where_it_is_ours() -> None:
    try:
        try:
            stumble()
        except KeyError as cause:
            raise StorageError("the database is busy") from cause
    except StorageError as error:
        said = describe(error)
    assert said["error"] == "the database is busy"
    assert said["because"].startswith("KeyError at ")
    assert SAID not in str(said)
    assert describe(UnexpectedError("KeyError", "bot/x.py:1 in f")) == {"error": "KeyError", "place": "bot/x.py:1 in f"}
