"""Beyond the digest: whole conversations, reasons, more voices, and a word to the curators."""

import json

from sqlalchemy import text

from bot.domain.digest import Slot
from bot.locale import Words
from bot.services.audit import AuditService
from bot.storage.store import Store
from tests.fake_slack import Posted
from tests.fixtures_log import Log
from tests.handlers.reading_world import CURATOR, Readers, blocks_of, in_window, seen
from tests.handlers.win_world import has_button


def test_every_quote_of_a_digest_opens_its_whole_conversation(readers: Readers) -> None:
    parent, *thread = readers.publish()
    words, digest = Words(readers.language), readers.published
    opened = 0
    for message in (parent, *thread):
        for index, block in enumerate([b for b in blocks_of(message) if "accessory" in b]):
            window = readers.pick(message, "talk", index)
            assert words("talk-title") in window["title"]["text"]
            first = block["text"]["text"].replace("\u2060", "")
            quoted = next(line for line in first.split("\n") if line.startswith("> "))
            assert quoted.rstrip("…")[2:40] in seen(window)
            assert words("talk-by-customer") in seen(window)
            opened += 1
    assert opened == len([q for q in digest.quotes if q.slot is not Slot.PRAISE])
    assert len(readers.fake_slack.called("views.open")) == opened
    assert readers.fake_slack.mistakes == []


def test_the_window_opens_before_the_database_is_asked(readers: Readers) -> None:
    parent, *_ = readers.publish()
    readers.pick(parent, "talk")
    first = readers.fake_slack.called("views.open")[-1]["view"]
    assert Words(readers.language)("reading-loading") in str(first)


def test_why_a_quote_is_there_is_told_privately_in_plain_words(readers: Readers) -> None:
    parent, *_ = readers.publish()
    digest = readers.published
    voice = next(quote for quote in digest.quotes if quote.slot is Slot.VOICE)
    window = readers.pick(parent, "why")
    shown = seen(window)
    assert f"{voice.record.source}/{voice.record.kind.value}/{voice.record.external_id}" in shown
    assert digest.rules_version in shown
    assert shown.count("•") == len(voice.reasons)
    assert readers.fake_slack.responses == []
    assert [message.channel for message in readers.fake_slack.messages] == ["C0LEAD"] * len(readers.fake_slack.messages)
    inner = readers.press_in(window, "talk-read")
    assert Words(readers.language)("talk-title") in inner["title"]["text"]


def test_more_voices_on_a_theme_are_none_that_the_digest_shows(readers: Readers) -> None:
    _, *thread = readers.publish()
    digest = readers.published
    asked = next(message for message in thread if has_button(message, "more-voices"))
    window = readers.press(asked, "more-voices")
    shown = {f"{q.record.source}/{q.record.kind.value}/{q.record.external_id}" for q in digest.quotes}
    found = [button["value"] for button in in_window(window) if button["action_id"] == "talk-read"]
    assert found
    assert not set(found) & shown
    assert f"1 {'of' if readers.language == 'en' else 'von'} {digest.themes[0].count}" in seen(window)
    assert all(len(button["accessibility_label"]) > 20 for button in in_window(window))


def test_not_useful_reaches_the_curators_once_and_says_nothing_of_who(readers: Readers, log: Log) -> None:
    parent, *_ = readers.publish()
    before = len(AuditService(readers.parts.store).entries())
    for user in ("U0ANNA", "U0ANNA", "U0BEN"):
        window = readers.pick(parent, "not-useful", user=user)
        assert Words(readers.language)("not-useful-thanks") in seen(window)
    readers.parts.posting.work()
    letters = [m for m in readers.fake_slack.in_channel(CURATOR) if has_button(m, "talk-read")]
    letters = [m for m in letters if Words(readers.language)("not-useful-foot") in str(m.payload["blocks"])]
    assert len(letters) == 1
    assert "U0ANNA" not in str(letters[0].payload)
    assert len(AuditService(readers.parts.store).entries()) == before
    assert "U0ANNA" not in log.text() + str(rows_of(readers.parts.store))


def test_a_preview_says_that_there_is_nothing_to_look_up_yet(readers: Readers) -> None:
    readers.publish()
    parent = readers.fake_slack.in_channel()[0]
    blocks = str(blocks_of(parent))
    assert "2026-W46" in blocks
    other = Posted(parent.channel, parent.ts, {"blocks": _renamed(blocks_of(parent))}, parent.visible_at)
    assert Words(readers.language)("reading-not-posted") in seen(readers.pick(other, "why"))


def _renamed(blocks: list[dict[str, object]]) -> list[dict[str, object]]:
    renamed: list[dict[str, object]] = json.loads(json.dumps(blocks).replace("2026-W46", "2026-W47"))
    return renamed


def rows_of(store: Store) -> list[object]:
    """Everything that the database holds beside feedback."""
    names = ("outbox", "inbox", "audit", "publication")
    with store.read() as tx:
        return [row for name in names for row in tx.connection.execute(text(f"SELECT * FROM {name}"))]
