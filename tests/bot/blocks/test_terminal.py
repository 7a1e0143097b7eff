"""The digest in a terminal: the same words as in Slack, readable at any width."""

import pytest

from bot.blocks.document import to_text
from bot.domain.digest import Digest
from bot.locale import Words
from tests.bot.blocks.factories import CALM, make_digest
from tests.bot.blocks.test_digest import WEEKS

EN = Words("en")


@pytest.mark.parametrize("width", [40, 80, 200])
@pytest.mark.parametrize("digest", WEEKS.values(), ids=WEEKS.keys())
def test_no_line_is_wider_than_the_terminal(digest: Digest, width: int) -> None:
    assert max(map(len, to_text(digest, EN, width).split("\n"))) <= width


def test_a_reader_sees_the_digest_without_markup() -> None:
    told = to_text(make_digest(), EN)
    assert told.startswith("Voice of the customer · Week 46\n===============================\n9–15 November 2026 ·")
    assert "\nLost luggage: conversations rose to 128, from 44 the week before; usual is about\n41.\n" in told
    assert "  | We landed at noon and stood at the belt for two hours. Nobody knew where our\n  | bags were" in told
    assert "\n── In the thread, 5 replies ───" in told
    assert "How this digest was made" in told
    assert not {"*", "\u2060", "&amp;"} & set(told)


def test_what_was_dropped_from_the_parent_is_there() -> None:
    assert CALM.split(",")[0] in to_text(make_digest(), EN)


def test_the_reasons_stand_at_the_end() -> None:
    told = to_text(make_digest(), EN, 200).split("Why this pick\n")[1]
    assert "Lost luggage: Moved most beyond its usual swing, weighed by size: rising, 128 this week" in told
    assert "Voice of the week: Everything this customer wrote, 21 words." in told
    assert "Blind draw: Everything this customer wrote" in told
