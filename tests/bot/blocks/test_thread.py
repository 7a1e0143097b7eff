"""The thread: voices of every theme, what was dropped, and how the digest was made."""

import pytest

from bot.blocks.digest import parent, thread
from bot.blocks.limits import check
from bot.domain.digest import Counts, Digest, Label, Slot
from bot.domain.message import Message
from bot.locale import Words
from tests.bot.blocks.factories import LOST, make_digest, make_empty, make_quiet, make_quote, make_theme, make_verbatims
from tests.bot.blocks.test_digest import WEEKS, seen, texts

EN, DE = Words("en"), Words("de")


def first(digest: Digest) -> Message:
    return thread(digest, EN)[0]


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("digest", WEEKS.values(), ids=WEEKS.keys())
def test_every_message_of_every_thread_is_inside_the_limits(digest: Digest, language: str) -> None:
    for message in thread(digest, Words(language)):
        check(message)


def test_every_theme_shown_has_a_message_with_five_voices_one_of_them_dissenting() -> None:
    digest = make_digest()
    for message, line in zip(thread(digest, EN), digest.themes, strict=False):
        told = texts(message)
        assert told[0] == line.name
        assert sum(text.startswith("> ") for text in told) == 5
        assert sum("Another view" in text for text in told) == 1


def test_a_voice_stands_with_source_and_date_in_the_editions_zone() -> None:
    quote = make_quote(LOST, theme=make_theme(), segment="Families", said_at="2026-11-10T23:30:00Z")
    assert "Zendesk · Families · 11 Nov" in seen(first(make_digest(quotes=(quote,))))


def test_a_theme_stands_with_its_denominator() -> None:
    assert "128 of 812 conversations, 16% · 3rd week · last week 44, 4-week average 41" in seen(first(make_digest()))


def test_verbatims_drop_from_the_end_and_are_counted() -> None:
    told = texts(first(make_digest(quotes=make_verbatims([make_theme()], each=9))))
    assert sum(text.startswith("> ") for text in told) == 5
    assert told[-1] == "+4 not shown"


def test_long_verbatims_give_way_to_the_limit_and_are_counted() -> None:
    told = texts(first(make_digest(quotes=make_verbatims([make_theme()], "& " * 9_000))))
    shown = sum(text.startswith("> ") for text in told)
    assert sum(map(len, told)) <= 9_000
    assert 0 < shown <= 5
    assert shown == 5 or told[-1] == f"+{5 - shown} not shown"


def test_lines_of_a_verbatim_stay_lines() -> None:
    quote = make_quote("first line\n\nsecond <line>", slot=Slot.VERBATIM, theme=make_theme())
    assert "> first line\n> second &lt;line&gt;" in texts(first(make_digest(quotes=(quote,))))


def test_a_theme_that_nobody_may_be_quoted_on_says_so() -> None:
    assert "This week no voice on this theme can be quoted." in seen(first(make_digest(quotes=())))


@pytest.mark.parametrize(
    ("count", "voices", "said"),
    [
        (1_000, 1, "All 1,000 say nearly the same; it stands above."),
        (1, 1, "The only voice on this theme stands above."),
        (12, 9, "Besides the voice above, none on this theme can be quoted this week."),
    ],
)
def test_a_theme_whose_one_voice_stands_above_says_so(count: int, voices: int, said: str) -> None:
    line = make_theme(count=count, voices=voices)
    digest = make_digest(lead_line=line, quotes=(make_quote(slot=Slot.VOICE, theme=line),))
    assert said in seen(first(digest))
    assert "may be quoted" not in seen(first(digest)) or "above" in said


def test_the_method_lets_an_operator_draw_again() -> None:
    told = seen(thread(make_digest(), EN)[-1])
    assert "701 voices" in told
    assert "seed 5f2c9a:draw" in told
    assert "9b1c33d0a4" in told
    assert "Rules version 0c3d5e7f9a1b" in told


def test_the_method_counts_what_came_in_and_what_was_left_out() -> None:
    told = seen(thread(make_digest(), EN)[-1])
    assert "812 conversations (Zendesk 600, App store 212). 768 counted towards themes." in told
    assert "Left out: 44 of 812 (30 without words, 13 automatic replies, 1 spam)." in told
    assert "Everything else 600, Lost luggage 128, Hotel food 24, Booking problems 16." in told


@pytest.mark.parametrize(
    ("eligible", "english", "german"),
    [
        (1, "1 counted towards themes.", "1 davon zählt zu Themen."),
        (0, "None counted towards themes.", "Keines davon zählt zu Themen."),
        (12, "12 counted towards themes.", "12 davon zählen zu Themen."),
    ],
)
def test_the_method_counts_in_good_english_and_german(eligible: int, english: str, german: str) -> None:
    counts = Counts(conversations=20, eligible=eligible, by_source={"zendesk": 20}, left_out={})
    digest = make_digest(counts=counts, rules_version="none")
    for words, said, rules in ((EN, english, "No rules file, seed"), (DE, german, "Ohne Regeldatei, Startwert")):
        told = seen(thread(digest, words)[-1])
        assert said in told
        assert rules in told


def test_a_number_that_last_weeks_digest_gave_otherwise_is_explained() -> None:
    same = make_digest()
    digest = make_digest(verdict=same.verdict.model_copy(update={"told": 51}))
    english, german = (seen(thread(digest, words)[-1]) for words in (EN, DE))
    assert "last week's digest counted 51 conversations, this one counts 44 for that week" in english
    assert "Im Digest der Vorwoche standen 51 Gespräche, hier stehen für dieselbe Woche 44" in german
    assert "regrouped" not in seen(thread(same, EN)[-1])


def test_a_quiet_and_an_empty_week_have_a_method_too() -> None:
    assert len(thread(make_quiet(), EN)) == 1
    assert "no conversations" in seen(thread(make_empty(), EN)[0])


def test_a_week_without_a_counted_conversation_names_no_themes() -> None:
    silent = make_theme(count=0, label=Label.FADING, reasons=())
    assert "belongs to one theme" not in seen(thread(make_empty(all_themes=(silent,)), EN)[-1])
    assert "belongs to one theme" in seen(thread(make_quiet(), EN)[-1])


def test_themes_of_one_size_stand_in_one_order_in_every_language() -> None:
    english, german = ((make_theme(n, 9, id="a"), make_theme(m, 9, id="b")) for n, m in (("Z", "A"), ("A", "Z")))
    for themes, told in ((english, "Z 9, A 9."), (german, "A 9, Z 9.")):
        assert told in seen(thread(make_quiet(all_themes=themes), EN)[-1])


def test_the_summaries_of_the_thread_carry_no_customers_words() -> None:
    digest = make_digest()
    assert [message.text for message in thread(digest, EN) if LOST[:20] in message.text] == []
    assert all(message.text for message in thread(digest, EN))


def test_drawing_twice_gives_the_same_bytes() -> None:
    digest = make_digest()
    assert parent(digest, EN).model_dump_json() == parent(digest, EN).model_dump_json()
    assert [m.model_dump_json() for m in thread(digest, EN)] == [m.model_dump_json() for m in thread(digest, EN)]
