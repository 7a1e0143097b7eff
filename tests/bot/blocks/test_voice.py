"""A preview is at most five messages for one person: nothing of the digest is lost, nobody is pinged."""

import json
import re
from datetime import UTC, datetime

import pytest

from bot.blocks.digest import thread
from bot.blocks.limits import check
from bot.blocks.pack import pack
from bot.blocks.voice import MOST_ANSWERS, apology, preview, unknown_word
from bot.domain.digest import Digest
from bot.domain.edition import Edition
from bot.domain.message import Message
from bot.domain.schedule import Due, next_due
from bot.locale import Words
from tests.bot.blocks.factories import make_digest, make_empty, make_long, make_quiet, make_theme, make_verbatims

EDITION = Edition(channel="C0LEAD", created_at=datetime(2026, 1, 1, tzinfo=UTC))
ENGLISH = Words("en")


def due(now: datetime = datetime(2026, 11, 17, 7, 0, tzinfo=UTC)) -> Due:
    return next_due(EDITION, now)


def everything(messages: tuple[Message, ...]) -> str:
    return json.dumps([message.model_dump() for message in messages], ensure_ascii=False)


@pytest.mark.parametrize(
    "digest", [make_digest(), make_quiet(), make_empty(), make_long()], ids=lambda d: d.verdict.kind
)
@pytest.mark.parametrize("language", ["en", "de"])
def test_every_digest_fits_into_what_slack_takes(digest: Digest, language: str) -> None:
    messages = preview(digest, EDITION, due(), Words(language))
    assert 2 <= len(messages) <= MOST_ANSWERS
    for message in messages:
        check(message)


def test_even_the_largest_loses_nothing() -> None:
    themes = tuple(make_theme(name) for name in ("Lost luggage", "Seats", "Refunds"))
    digest = make_long(themes=themes, lead=themes[0].id, quotes=make_verbatims(themes, "A very long quote. " * 90))
    shown = everything(preview(digest, EDITION, due(), ENGLISH))
    for message in thread(digest, ENGLISH):
        assert message.text.split("\n")[0][:60] in shown


@pytest.mark.parametrize(
    ("channel", "words"),
    [("C0LEAD", "comes on 17 Nov, 08:30 to <#C0LEAD> and covers week 46"), (None, "no channel is set for it yet")],
)
def test_it_says_when_and_where_the_next_one_comes(channel: str | None, words: str) -> None:
    edition = EDITION.model_copy(update={"channel": channel})
    assert words in preview(make_digest(), edition, due(), ENGLISH)[0].text


def test_it_says_which_week_it_shows() -> None:
    later = due(datetime(2026, 11, 18, tzinfo=UTC))
    assert "This is what it would say now" in preview(make_digest(), EDITION, due(), ENGLISH)[0].text
    assert "That week is not over yet, so this is week 46" in preview(make_digest(), EDITION, later, ENGLISH)[0].text


def test_nothing_in_it_can_ping_or_link() -> None:
    hostile = "<!channel> <@U0BOB> <https://evil.example|bank> everyone here was kept waiting for two hours at the gate"
    theme = make_theme("<!here> luggage")
    digest = make_digest(themes=(theme,), lead=theme.id, quotes=make_verbatims((theme,), hostile), title="<!everyone>")
    shown = everything(preview(digest, EDITION, due(), ENGLISH))
    assert re.findall(r"<[!@h][^>]*>", shown) == []


def test_a_reason_in_an_apology_is_escaped() -> None:
    assert "&lt;!channel&gt;" in apology(ENGLISH, "abcd1234", "<!channel>").text


def test_help_follows_what_was_not_understood() -> None:
    assert "`/voice help`" in unknown_word(ENGLISH, None).text


def message(characters: int, blocks: int = 1) -> Message:
    each = characters // blocks
    drawn = tuple({"type": "section", "text": {"type": "mrkdwn", "text": "x" * each}} for _ in range(blocks))
    return Message(text=f"{characters}", blocks=drawn)


def test_nothing_is_joined_that_need_not_be() -> None:
    messages = [message(100) for _ in range(5)]
    assert list(pack(messages, 5)) == messages


def test_the_smallest_neighbours_are_joined_first_in_order() -> None:
    packed = pack([message(2000), message(2000), message(100), message(200)], 3)
    assert [m.text for m in packed] == ["2000", "2000", "100\n\n200"]


def test_nothing_is_joined_beyond_what_one_message_carries() -> None:
    too_long = [message(2500, 1), message(8000, 4), message(2900, 1), message(8000, 4)]
    assert [m.text for m in pack(too_long, 3)] == ["2500", "8000", "2900"]
    too_many = [message(300, 30), message(300, 30), message(300, 20)]
    assert [len(m.blocks) for m in pack(too_many, 2)] == [30, 50]
