"""What goes wrong reaches the person privately, with a reference that is in the log, and no customer's words."""

import logging
import re
import sqlite3
import time
from typing import Any

import pytest

from bot.errors import DeclinedError, StorageError, UnexpectedError
from tests.fixtures_log import Log
from tests.handlers.conftest import Conversation

SAID = "my parcel to Example Street 5 never came"


def failing(error: Exception):
    def make(_now: object) -> list[object]:
        raise error

    return make


def reference(text: str) -> str:
    found = re.search(r"reference ([0-9a-f]{8})", text)
    assert found is not None, text
    return found[1]


def test_a_surprise_is_apologised_for_with_a_reference_that_is_in_the_log(anna: Conversation, log: Log) -> None:
    anna.make = failing(KeyError(SAID))
    anna.type("preview")
    (shown,) = anna.answers()
    logged = log.text()
    assert reference(shown) in logged
    assert "please look before you try again" in shown, "it may have come after what was asked for was done"
    assert "Nothing was changed" not in shown
    assert "KeyError" in logged
    assert "tests/" not in logged
    assert SAID not in shown + logged


def test_an_error_of_ours_says_what_happened(anna: Conversation, log: Log) -> None:
    anna.make = failing(StorageError("the database <voxpop.db> is busy"))
    anna.type("preview")
    (shown,) = anna.answers()
    assert "the database &lt;voxpop.db&gt; is busy" in shown
    assert reference(shown) in log.text()


def test_neither_a_cause_nor_a_traceback_carries_words_into_the_log(anna: Conversation, log: Log) -> None:
    error = UnexpectedError("ValueError", "bot/curation/choosing/quotes.py:12 in pick")
    error.__cause__ = sqlite3.IntegrityError(SAID)
    anna.make = failing(error)
    anna.type("preview")
    (shown,) = anna.answers()
    logged = log.text()
    assert SAID not in shown + logged
    assert "bot/curation/choosing/quotes.py:12" in logged


def test_an_apology_that_cannot_be_delivered_is_logged_and_harms_nobody(anna: Conversation, log: Log) -> None:
    def make(_now: object) -> list[object]:
        anna.fake_slack.__exit__()
        raise KeyError(SAID)

    anna.make = make
    anna.type("preview")
    anna.idle()
    logged = log.text()
    assert "the apology could not be delivered" in logged
    assert SAID not in logged


@pytest.mark.parametrize("language", ["de"])
def test_a_german_edition_apologises_in_german(anna: Conversation, log: Log) -> None:
    anna.make = failing(KeyError(SAID))
    anna.type("vorschau")
    (shown,) = anna.answers()
    assert "Das hat nicht geklappt" in shown
    assert "bevor Sie es noch einmal versuchen" in shown
    assert "Nichts wurde" not in shown


def test_what_nobody_answers_is_acknowledged_and_not_printed(anna: Conversation, log: Log) -> None:
    answer = anna.interact("block_actions", actions=[{"action_id": "made-up", "block_id": "b", "value": SAID}])
    assert answer.status == 200
    assert SAID not in log.text()
    assert logging.getLogger("slack_bolt").level == logging.ERROR


def test_what_fails_right_after_it_was_acknowledged_is_told_once_and_at_once(anna: Conversation) -> None:
    def fails(ack: Any) -> None:
        ack()
        raise DeclinedError("button-unknown")

    anna.app.action("fails-at-once")(fails)
    anna.app._listeners.insert(0, anna.app._listeners.pop())  # before whoever answers what nobody knows
    pressed = {"type": "button", "block_id": "b", "action_ts": "1.0", "action_id": "fails-at-once", "value": "1"}
    for _ in range(5):
        before, begun = len(anna.fake_slack.responses), time.monotonic()
        anna.interact("block_actions", actions=[pressed], response_url=anna.response_url)
        assert time.monotonic() - begun < 2.5
        anna.idle()
        assert len(anna.fake_slack.responses) == before + 1
