"""Customers' words in mrkdwn: they ping no one, link nowhere, break no layout, and stay readable."""

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.blocks.text import clean, cut, escape, flat, inline, neutral, plain, quote

HOSTILE = {
    "channel": "<!channel> wake up",
    "person": "ask <@U123> or <@W123|anna>",
    "link": "<https://evil.example/login|your bank>",
    "bare link": "go to https://user:pass@login.evil.example/a?b=c now",
    "domain": "go to evil.com/login or www.evil.de",
    "here": "@here @channel @everyone #general",
    "code": "``` rm -rf ``` and `x`",
    "marks": "*bold* _it_ ~gone~ *unclosed",
    "quote in quote": ">>> swallow\n> the rest\n- item\n* star",
    "right to left": "abc \u202egnihtemos\u202c \u2066x\u2069 \u200f",
    "nul": "a\x00b\x1b[31mred",
    "surrogate": "a \ud800 b",
    "entities": "&lt;!channel&gt; &amp;",
    "emoji code": ":fire: :+1:",
    "stacked": "z" + "\u0301" * 200,
    "lines": "\n" * 500 + "x",
    "nothing": "",
    "long": "<&>" * 40_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_nothing_of_a_hostile_text_is_markup(text: str) -> None:
    drawn = quote(text)
    body = "\n".join(line.removeprefix(">") for line in drawn.split("\n"))
    assert not re.search(r"[<>]", body), "every angle bracket is escaped"
    assert not re.search(r"&(?!(amp|lt|gt);)", drawn), "no entity is broken"
    assert "`" not in body
    assert not re.search(r"(?<!\w)[*_~]|[*_~](?!\w)", body), "no mark that could format"
    assert not re.search(r"https?://|www\.|\w\.(com|de|example)\b", body), "no address that anything would link"
    assert not re.search(r"[@#]\w|:[a-z+]\w*:", body), "no mention, no emoji code"
    assert not re.search(r"[\x00-\x09\x0b-\x1f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", body)
    assert len(drawn) <= 2_900
    drawn.encode()


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_every_line_of_a_quote_is_quoted(text: str) -> None:
    assert all(line.startswith("> ") and line.strip("> ") for line in quote(text).split("\n"))


@given(st.text(max_size=400), st.integers(10, 300))
def test_no_text_at_all_gets_out_of_its_quote(text: str, limit: int) -> None:
    drawn = quote(text, limit)
    assert len(drawn) <= limit
    assert "<" not in drawn
    assert all(line.startswith(">") for line in drawn.split("\n"))
    assert not re.search(r"&(?!(amp|lt|gt);)", drawn)


@given(
    st.text(alphabet=st.characters(categories=["L", "N", "Po", "Zs"], exclude_characters="*_~`@#:.&<>•"), max_size=300)
)
def test_ordinary_words_are_shown_as_they_are(text: str) -> None:
    assert unescape(quote(text, 5_000, one_line=True)).removeprefix("> ") == (flat(text) or "…")


def test_only_three_characters_are_escaped_and_once() -> None:
    assert escape("""a < b > c & "d" 'e' &lt;""") == """a &lt; b &gt; c &amp; "d" 'e' &amp;lt;"""


def test_an_address_shows_its_domain_and_leads_nowhere() -> None:
    shown = neutral("See https://a:b@sub.evil.example/login?x=1. Or (www.foo.org/a), foo.com.").replace("\u2060", "")
    assert shown == "See sub.evil.example/…. Or (foo.org/…), foo.com."


@pytest.mark.parametrize(
    "text",
    ["z.B. 10:30:45 Uhr, 8:00-9:30", "snake_case and 5*3", "gut...aber", "Nacht.Das war’s", "3 - 4 Tage", "a/b & c"],
)
def test_harmless_text_is_left_alone(text: str) -> None:
    assert neutral(text) == text


def test_invisible_characters_go_and_joiners_of_emoji_stay() -> None:
    assert clean("a\u200bb\u00adc\ufeff 👨\u200d👩\u200d👧 \u0928\u093f") == "abc 👨\u200d👩\u200d👧 \u0928\u093f"


def test_a_cut_never_splits_an_entity_or_a_family() -> None:
    assert cut("x" * 8 + "&amp;" * 5, 12) == "x" * 8 + "…"
    assert cut("ab&lt;cd", 7) == "ab&lt;…"
    assert not cut("👨\u200d👩\u200d👧" * 5, 3).endswith("\u200d…")
    assert cut("short", 5) == "short"
    assert cut("one two three four", 15) == "one two three…"


@pytest.mark.parametrize(
    "code", [":100:", ":8ball:", ":1234:", ":грустный:", ":ça_va:", ":+1:", ":wave::skin-tone-2:", ":हिन्दी:", ":s’il:"]
)
def test_no_emoji_code_of_any_name_stays_whole(code: str) -> None:
    for drawn in (quote(f"so {code} it is"), inline(code), plain(f"a{code}")):
        assert not re.search(r":[^\s:\u2060][^\s:]*:", drawn)
        assert drawn.replace("\u2060", "").removeprefix("> ") in (f"so {code} it is", code, f"a{code}")


@pytest.mark.parametrize("limit", range(18, 40))
def test_a_cut_never_leaves_half_a_placeholder(limit: int) -> None:
    for text in ("My name and word [date of birth] are wrong", "Me [date of birth]: wrong-and-once-more-a-long-word"):
        assert cut(text, limit).count("[") == cut(text, limit).count("]")
    assert cut("I was [not told anything at all", 20) == "I was [not told…"


def test_a_name_stays_on_one_line_and_inside_its_bold() -> None:
    assert inline("*Lost*\n_luggage_ `x`") == "∗Lost∗ ˍluggageˍ ˋxˋ"


def test_a_heading_carries_no_angle_brackets_and_no_emoji_codes() -> None:
    assert plain("<!channel> :fire: &") == "‹!channel› :\u2060fire: &"
    assert len(plain("word " * 100)) <= 150
