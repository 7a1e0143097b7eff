"""What colleagues tell of customers: taken in by hand, counted, and never between quotation marks."""

import json
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import text

from bot.blocks.digest import parent, thread
from bot.domain.feedback import TOLD_SOURCE
from bot.locale import Words
from bot.services.audit import AuditService
from bot.storage.store import Store
from tests.fake_slack import FakeChannel
from tests.fixtures_log import Log
from tests.handlers.reading_world import Readers, seen
from tests.sample_week import NOW, WEEK

SAID = "The baker says that our invoices always list the wrong branch, and that nobody ever answers her about it."
TS = f"{(NOW - timedelta(days=4)).timestamp():.6f}"


def save_message(
    readers: Readers, said: str = SAID, *, channel: str = "C0LEAD", user: str = "U0ANNA"
) -> dict[str, Any]:
    """Choose *Save as customer voice* in a message's menu; return the form that opened."""
    before = len(readers.fake_slack.views)
    answer = readers.interact(
        "message_action",
        user,
        callback_id="told-message",
        channel={"id": channel, "name": "x"},
        message={"ts": TS, "text": said, "user": "U0BEN", "type": "message"},
        response_url=readers.response_url,
    )
    assert answer.status == 200
    readers.idle()
    assert len(readers.fake_slack.views) == before + 1, "no form opened"
    return readers.fake_slack.views[-1]


def stored(store: Store) -> list[Any]:
    with store.read() as tx:
        return list(tx.connection.execute(text("SELECT * FROM feedback WHERE source = 'colleagues'")))


def test_a_voice_is_told_by_command_and_counted_from_then_on(readers: Readers) -> None:
    words = Words(readers.language)
    window = readers.form("add" if readers.language == "en" else "neu")
    told = {"told_said": SAID, "told_where": "call", "told_when": "2026-11-12", "told_segment": "Bakeries"}
    assert readers.fill_in(window, **told) == {}
    assert words("told-thanks") in seen(window)
    (row,) = stored(readers.parts.store)
    assert (row.kind, row.segment, json.loads(row.tags) if isinstance(row.tags, str) else row.tags) == (
        "told",
        "Bakeries",
        ["told-call"],
    )
    answer = readers.ask("about invoices that list the wrong branch")
    assert SAID[:30] not in str(answer.get("blocks"))


def test_a_message_is_saved_with_its_words_and_its_day(readers: Readers) -> None:
    window = save_message(
        readers, "<@U0BEN> <https://x.example|see>: the shop wants a printed manual &amp; a phone line"
    )
    said = next(block for block in window["blocks"] if block.get("block_id") == "told-said")
    assert said["element"]["initial_value"] == "see: the shop wants a printed manual & a phone line"
    when = next(block for block in window["blocks"] if block.get("block_id") == "told-when")
    assert when["element"]["initial_date"] == "2026-11-13"
    assert readers.fill_in(window) == {}
    assert len(stored(readers.parts.store)) == 1


def test_the_same_message_is_kept_once_whoever_saves_it(readers: Readers) -> None:
    assert readers.fill_in(save_message(readers)) == {}
    again = save_message(readers, user="U0BEN")
    assert readers.fill_in(again, "U0BEN") == {"told-said": Words(readers.language)("told-already")}
    assert len(stored(readers.parts.store)) == 1


def test_a_private_message_is_not_copied_without_a_confirmation(readers: Readers) -> None:
    readers.fake_slack.channels["C0SECRET"] = FakeChannel("C0SECRET", "secret", is_private=True)
    window = save_message(readers, channel="C0SECRET")
    assert any(block.get("block_id") == "told-private" for block in window["blocks"])
    with pytest.raises(AssertionError, match="told-private is needed"):
        readers.fill_in(window)
    state = {name: {name: {"type": "x"}} for name in ("told-theme", "told-segment")}
    state |= {
        "told-said": {"told-said": {"type": "plain_text_input", "value": SAID}},
        "told-where": {"told-where": {"type": "static_select", "selected_option": _option("call")}},
        "told-when": {"told-when": {"type": "datepicker", "selected_date": "2026-11-12"}},
        "told-private": {"told-private": {"type": "checkboxes", "selected_options": []}},
    }
    answer = readers.interact("view_submission", view={**window, "state": {"values": state}})
    assert "told-private" in json.loads(answer.body)["errors"]
    assert stored(readers.parts.store) == []
    assert readers.fill_in(window, told_private=True) == {}
    assert len(stored(readers.parts.store)) == 1


def test_who_told_it_and_who_is_named_in_it_is_kept_nowhere(readers: Readers, log: Log) -> None:
    readers.person("U0ANNA", "Annegret Quandt")
    readers.person("U0BEN", "Benjamin Holzapfel")
    said = "Holzapfel told me that the customer in Ulm cannot reach Annegret Quandt before ten."
    assert readers.fill_in(save_message(readers, said)) == {}
    (row,) = stored(readers.parts.store)
    kept = str(row) + str(AuditService(readers.parts.store).entries()) + log.text()
    for name in ("Holzapfel", "Quandt", "Annegret", "U0ANNA", "U0BEN"):
        assert name not in kept
    assert "[name]" in row.raw
    (entry,) = [e for e in AuditService(readers.parts.store).entries() if e.action == "told.take_in"]
    assert entry.actor == "colleague"


def test_a_day_that_is_still_to_come_is_refused_beside_its_field(readers: Readers) -> None:
    window = readers.form("add")
    told = {"told_said": SAID, "told_where": "call", "told_when": "2026-11-30"}
    assert readers.fill_in(window, **told) == {"told-when": Words(readers.language)("told-future")}
    assert stored(readers.parts.store) == []


def test_blanks_alone_are_nothing_told(readers: Readers) -> None:
    told = {"told_said": " \u200b ", "told_where": "call", "told_when": "2026-11-12"}
    assert readers.fill_in(readers.form("add"), **told) == {"told-said": Words(readers.language)("told-nothing")}
    assert stored(readers.parts.store) == []


def test_a_day_long_ago_is_refused_beside_its_field(readers: Readers) -> None:
    window = readers.form("add")
    for day in ("0001-01-01", "2024-11-01"):
        told = {"told_said": SAID, "told_where": "call", "told_when": day}
        assert readers.fill_in(window, **told) == {"told-when": Words(readers.language)("told-long-ago")}
    assert stored(readers.parts.store) == []


def test_a_told_voice_counts_in_the_digest_and_is_quoted_nowhere(readers: Readers) -> None:
    for number in range(6):
        window = readers.form("add")
        said = f"{SAID} It was the same at visit {['one', 'two', 'three', 'four', 'five', 'six'][number]}."
        readers.fill_in(window, told_said=said, told_where="visit", told_when="2026-11-12")
    edition = readers.parts.edition("default", keep=True)
    digest = readers.parts.digests.preview(edition, WEEK, at=NOW)
    words = Words(readers.language)
    assert digest.counts.by_source[TOLD_SOURCE] == 6
    assert all(quote.record.source != TOLD_SOURCE for quote in (*digest.quotes, *digest.praise))
    drawn = str([parent(digest, words), *thread(digest, words)])
    assert "wrong branch" not in drawn
    assert words("method-told", count=6) in drawn
    assert TOLD_SOURCE not in {health.source for health in digest.sources}


def _option(value: str) -> dict[str, Any]:
    return {"value": value, "text": {"type": "plain_text", "text": value}}
