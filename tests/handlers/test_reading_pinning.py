"""A curator finds a voice by their own words and pins it into a draft."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from bot.domain.digest import Slot
from bot.domain.reference import read_record
from bot.locale import Words
from bot.services.audit import AuditService
from bot.storage.store import Store
from tests.fake_slack import FakeSlack
from tests.handlers.draft_world import DRAFTED, DraftWorld
from tests.handlers.reading_world import Windows, in_window, seen

ASKED = {"en": "no delivery came", "de": "Liefertermin nicht eingehalten"}


class Editors(Windows, DraftWorld):
    """The curators of a draft, who look for a voice."""

    def search(self, question: str, user: str = "U0CORA", value: str | None = None) -> tuple[dict[str, Any], Any]:
        """Open the search beneath the draft and send *question* off; return the window and the errors by field."""
        draft = self.draft()
        action = {"type": "button", "action_id": "draft-find", "value": value or f"{draft.number}.{draft.turn}"}
        window = self._window(user, action, self.copy("U0CORA"))
        return window, self.fill_in(window, user, about_words=question, why="not-typical")


@pytest.fixture(params=["en", "de"])
def editors(request: pytest.FixtureRequest, fake_slack: FakeSlack, sample_store: Store) -> Iterator[Editors]:
    editors = Editors(fake_slack, sample_store, request.param)
    editors.pass_to(DRAFTED)
    yield editors
    editors.close()


def test_a_found_voice_is_pinned_once_exact_and_with_the_drafts_denominator(editors: Editors) -> None:
    words, digest = Words(editors.language), editors.draft().digest
    assert "draft-find" in str(editors.copy("U0CORA").payload)
    window, errors = editors.search(ASKED[editors.language])
    late, _ = editors.search(ASKED[editors.language], "U0CARL")
    assert errors == {}
    pins = [button for button in in_window(window) if button["action_id"] == "about-pin"]
    assert 0 < len(pins) <= 5
    assert all(len(pin["value"]) <= 2_000 and pin["accessibility_label"] for pin in pins)
    assert words("pin-done") in seen(editors.press_in(window, "about-pin", user="U0CORA"))
    (edit,) = editors.draft().edits
    quote = edit.edit.quote
    assert (edit.edit.edit, edit.by, quote.slot) == ("pin-voice", "U0CORA", Slot.VOICE)
    logged = AuditService(editors.parts.store).entries("draft:1")
    (entry,) = [entry for entry in logged if entry.action == "draft.pin-voice"]
    assert (entry.actor, entry.detail["why"]) == ("U0CORA", "not-typical")
    assert quote.denominator.of_theme == next(t.count for t in digest.themes if t.id == quote.theme)
    assert quote.record not in [shown.record for shown in digest.quotes]
    stored = editors.parts.feedback.show(quote.record.source, quote.record.external_id, quote.record.kind.value)
    assert stored[0]["redacted_text"][quote.start : quote.end] == quote.text
    assert words("pin-done") not in seen(editors.press_in(late, "about-pin", user="U0CARL"))
    assert len(editors.draft().edits) == 1


def test_what_was_found_stays_in_the_form_where_slack_draws_what_it_was_answered_late(editors: Editors) -> None:
    editors.slow, editors.bolt.later.settled = 0.5, 1.0
    window, _ = editors.search("nuclear submarine maintenance")
    assert Words(editors.language)("pin-none") in seen(window)


def test_what_cannot_be_pinned_is_said_where_it_was_asked(editors: Editors) -> None:
    words = Words(editors.language)
    _, errors = editors.search("refunds", "U0ANNA")
    assert errors == {"about-words": words("pin-curators-only")}
    _, errors = editors.search("refunds", value="99.1")
    assert list(errors) == ["about-words"]
    window, _ = editors.search("nuclear submarine maintenance")
    assert words("pin-none") in seen(window)
    window, _ = editors.search(ASKED[editors.language])
    pins = [button for button in in_window(window) if button["action_id"] == "about-pin"]
    record = read_record(json.loads(pins[0]["value"])[1])
    assert record is not None
    editors.forget(record)
    assert words("pin-changed") in seen(editors.press_in(window, "about-pin", user="U0CORA"))
    assert editors.draft().edits == ()
