"""A curator finds a voice by their own words and pins it into a draft."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import pytest
from sqlalchemy import text

from bot.domain.digest import Digest, Quote
from bot.errors import DeclinedError
from bot.locale import Words
from bot.storage.store import Store
from tests.conftest import Databases
from tests.fake_slack import FakeSlack
from tests.handlers.reading_world import CURATOR, Readers, in_window, seen
from tests.sample_week import NOW

ASKED = {"en": "nobody rings back", "de": "niemand ruft zurück"}


@dataclass
class Drafts:
    """Keeps one draft in memory: number 7, at turn 3."""

    digest_of: Callable[[], Digest]
    turn: int = 3
    pinned: list[tuple[Quote, str, datetime]] = field(default_factory=list)

    def digest(self, draft: str) -> Digest:
        if draft != "7":
            raise DeclinedError("pin-no-draft")
        return self.digest_of()

    def pin(self, draft: str, turn: int, quote: Quote, curator: str, now: datetime) -> None:
        if (draft, turn) != ("7", self.turn):
            raise DeclinedError("win-faster")
        self.turn += 1
        self.pinned.append((quote, curator, now))


class Editors(Readers):
    """The same people, and a draft."""

    def __init__(self, fake_slack: FakeSlack, store: Store, language: str) -> None:
        self.pinner = self.drafts = Drafts(lambda: self.published)
        super().__init__(fake_slack, store, language)

    def search(self, question: str, user: str = CURATOR, ref: str = "3:7") -> tuple[dict[str, Any], dict[str, str]]:
        """Open the search of a draft and send *question* off; return the window and the errors by field."""
        window = self._window(
            user, {"type": "button", "action_id": "about-find", "value": ref}, self.fake_slack.in_channel()[0]
        )
        return window, self.send(window, user, about_words=question)


@pytest.fixture(params=["en", "de"])
def editors(
    request: pytest.FixtureRequest,
    fake_slack: FakeSlack,
    databases: Databases,
    posted_templates: Callable[[str], str],
) -> Iterator[Editors]:
    address = databases.make(posted_templates(request.param))
    store = Store(address)
    editors = Editors(fake_slack, store, request.param)
    editors.publish()
    yield editors
    editors.close()
    store.close()
    databases.drop(address)


def test_a_found_voice_is_pinned_exact_and_with_the_drafts_denominator(editors: Editors) -> None:
    window, errors = editors.search(ASKED[editors.language])
    assert errors == {}
    pins = [button for button in in_window(window) if button["action_id"] == "about-pin"]
    assert 0 < len(pins) <= 5
    assert all(len(pin["value"]) <= 2_000 for pin in pins)
    after = editors.press_in(window, "about-pin", user=CURATOR)
    assert Words(editors.language)("pin-done") in seen(after)
    ((quote, curator, at),) = editors.drafts.pinned
    line = next(line for line in editors.published.all_themes if line.id == quote.theme)
    assert (curator, at) == (CURATOR, NOW)
    assert quote.denominator.of_theme == line.count
    assert quote.denominator.of_conversations == editors.published.counts.conversations
    assert quote.record not in [shown.record for shown in editors.published.quotes]
    stored = editors.parts.feedback.show(quote.record.source, quote.record.external_id, quote.record.kind.value)
    assert stored[0]["redacted_text"][quote.start : quote.end] == quote.text


def test_two_curators_at_once_have_one_effect_and_the_other_a_plain_word(editors: Editors) -> None:
    first, _ = editors.search(ASKED[editors.language])
    second, _ = editors.search(ASKED[editors.language])
    editors.press_in(first, "about-pin", user=CURATOR)
    after = editors.press_in(second, "about-pin", user=CURATOR)
    assert Words(editors.language)("win-faster") in seen(after)
    assert len(editors.drafts.pinned) == 1


def test_nobody_but_curators_pins(editors: Editors) -> None:
    _, errors = editors.search("refunds", "U0ANNA")
    assert errors == {"about-words": Words(editors.language)("pin-curators-only")}


def test_a_draft_that_is_gone_says_so(editors: Editors) -> None:
    _, errors = editors.search("refunds", ref="1:99")
    assert errors == {"about-words": Words(editors.language)("pin-no-draft")}


def test_what_is_not_found_is_said(editors: Editors) -> None:
    window, _ = editors.search("nuclear submarine maintenance")
    assert Words(editors.language)("pin-none") in seen(window)


def test_a_voice_that_may_not_be_quoted_any_more_is_refused(editors: Editors) -> None:
    window, _ = editors.search(ASKED[editors.language])
    value = next(button["value"] for button in in_window(window) if button["action_id"] == "about-pin")
    source, _, external_id = json.loads(value)[1].split("/", 2)
    with editors.parts.store.begin() as tx:
        statement = text("UPDATE feedback SET do_not_feature = :yes WHERE source = :source AND external_id = :id")
        tx.connection.execute(statement, {"yes": True, "source": source, "id": external_id})
    after = editors.press_in(window, "about-pin", user=CURATOR)
    assert Words(editors.language)("pin-changed") in seen(after)
    assert editors.drafts.pinned == []
