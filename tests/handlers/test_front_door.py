"""Whatever Slack sends is acknowledged, is taken in once, and waits for no database."""

import json
import time
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.message import Message
from bot.locale import Words
from bot.services.inbox import Inbox
from bot.storage.store import Store
from tests.handlers.conftest import Conversation
from tests.locked import locked
from tests.slack_requests import command_body

PRESSED = {"actions": [{"action_id": "of-another-version", "block_id": "b", "type": "button", "value": "x"}]}
FORM = {"id": "V1", "type": "modal", "callback_id": "of-another-version", "state": {"values": {}}, "blocks": []}


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("block_actions", PRESSED),
        ("view_submission", {"view": FORM}),
        ("view_closed", {"view": FORM}),
        ("shortcut", {"callback_id": "of-another-version"}),
        ("message_action", {"callback_id": "of-another-version", "message": {}, "channel": {"id": "C0LEAD"}}),
    ],
)
def test_what_nobody_knows_is_acknowledged(anna: Conversation, kind: str, fields: dict[str, object]) -> None:
    assert anna.interact(kind, **fields).status == 200


@pytest.mark.parametrize("name", ["reaction_added", "message", "app_home_opened", "of_another_version"])
def test_an_event_that_nobody_asked_for_is_acknowledged(anna: Conversation, name: str) -> None:
    assert anna.happen({"type": name, "user": "U0ANNA"}).status == 200


def test_an_unknown_command_and_an_old_button_are_answered_privately(anna: Conversation) -> None:
    assert "does not know this command" in anna.type("", command="/other")
    anna.interact("block_actions", response_url=anna.response_url, **PRESSED)
    assert "does nothing any more" in anna.answers()[0]
    assert anna.fake_slack.messages == []


@pytest.mark.parametrize("language", ["en", "de"])
def test_a_form_of_another_version_says_that_nothing_of_it_is_kept(anna: Conversation, language: str) -> None:
    said = Words(language)("form-unknown")
    field = {"type": "input", "block_id": "told", "element": {"type": "plain_text_input", "action_id": "told"}}
    answer = json.loads(anna.interact("view_submission", view={**FORM, "blocks": [field]}).body)
    assert answer == {"response_action": "errors", "errors": {"told": said}}, "it stays open with what was typed"
    answer = json.loads(anna.interact("view_submission", view=FORM).body)
    assert answer["response_action"] == "update"
    assert said in str(answer["view"]["blocks"])


def test_a_shortcut_of_another_version_is_answered_privately(anna: Conversation) -> None:
    anna.interact("shortcut", callback_id="of-another-version")
    anna.idle()
    assert ["does not know this command" in letter.text for letter in anna.fake_slack.in_channel("U0ANNA")] == [True]


def test_a_link_needs_no_word(anna: Conversation) -> None:
    link = {"action_id": "link", "block_id": "b", "type": "button", "url": "https://example.com"}
    anna.interact("block_actions", response_url=anna.response_url, actions=[link])
    anna.threads.shutdown()
    assert anna.fake_slack.responses == []


def test_a_command_that_slack_delivers_twice_is_answered_once(anna: Conversation) -> None:
    made: list[int] = []
    anna.make = lambda _now: made.append(1) or [Message(text="the digest")]  # type: ignore[func-returns-value]
    body = command_body("preview", anna.response_url)
    assert [anna.post(body).status, anna.post(body).status] == [200, 200]
    anna.answers()
    anna.threads.shutdown()
    assert made == [1]


def test_what_came_before_is_known_in_every_process(store: Store) -> None:
    now = datetime(2026, 11, 18, 9, tzinfo=UTC)
    here, there = Inbox(store, patience=20), Inbox(store, patience=20)
    assert [here.take("event Ev1", now), there.take("event Ev1", now), there.take("event Ev2", now)] == [
        True,
        False,
        True,
    ]
    assert [here.take_soon("click 1", now), here.take_soon("click 1", now)] == [True, False]
    assert not there.take_soon("click 1", now)
    assert here.forget_old(now + timedelta(days=3)) == 3
    here.close()
    there.close()


def test_an_event_is_not_acknowledged_while_it_cannot_be_written_down(anna: Conversation, store: Store) -> None:
    with locked(store):
        assert anna.happen({"type": "reaction_added", "user": "U0ANNA"}, "Ev1").status == 500
    assert anna.happen({"type": "reaction_added", "user": "U0ANNA"}, "Ev1").status == 200


def test_a_command_is_acknowledged_whatever_the_database_does(anna: Conversation, store: Store) -> None:
    with locked(store):
        start = time.monotonic()
        assert "`/voice preview`" in anna.type("help")
        assert time.monotonic() - start < 2.5, "half a second for the inbox and one for the roles; Slack waits three"


def test_everybody_is_answered_in_their_own_language(anna: Conversation) -> None:
    anna.person("U0DORA", language="de")
    assert "`/voice vorschau`" in anna.type("help", user="U0DORA")
    assert "`/voice preview`" in anna.type("help", user="U0ANNA")
    anna.fake_slack.scopes = frozenset({"chat:write", "commands"})
    assert "`/voice preview`" in anna.type("help", user="U0NEW")
