"""The parent message: one screen, whatever the week holds, and always verdict, voice, ask and footer."""

from html import unescape
from typing import Any

import pytest

from bot.blocks.digest import MOST_BLOCKS, MOST_CHARACTERS, MOST_WORDS, parent, thread
from bot.blocks.limits import check
from bot.domain.digest import Counts, Digest, Draw, Label, Slot, SourceHealth
from bot.domain.message import Message
from bot.locale import Words
from tests.bot.blocks.factories import (
    CALM,
    GERMAN,
    LOST,
    START,
    make_digest,
    make_empty,
    make_kpi,
    make_long,
    make_quiet,
    make_quote,
    make_theme,
    make_verbatims,
)
from tests.bot.blocks.test_text import HOSTILE

EN, DE = Words("en"), Words("de")


def texts(message: Message) -> list[str]:
    worded = [block for block in message.blocks if block["type"] != "actions"]
    found = [text for block in worded for text in (block.get("text"), *block.get("elements", []))]
    return [text["text"] for text in found if text]


def seen(message: Message) -> str:
    """What a reader sees."""
    return unescape("\n".join(texts(message))).replace("\u2060", "").replace("\u00a0", " ")


def make_small(**fields: Any) -> Digest:
    """A week in which everything fits."""
    themes = (make_theme(), make_theme("Hotel food", 24, previous=5, average_4_weeks=4.25, label=Label.NEW))
    quotes = (
        make_quote("Nobody could tell us where our bags were.", slot=Slot.VOICE, theme=themes[0]),
        make_quote("The app logged me out twice.", slot=Slot.BLIND_DRAW, theme=themes[1]),
    )
    small = {"lead_line": themes[0], "themes": themes, "quotes": quotes, "kpis": (make_kpi("csat"), make_kpi("nps"))}
    return make_digest(**{**small, **fields})


def make_hostile(text: str) -> Digest:
    """A week in which every word that comes from outside is *text*."""
    theme = make_theme(text or "x", 30, area=text or None, owner=text or None)
    also = make_theme(f"{text} too", 20, by_source={text or "x": 20})
    return make_digest(
        title=text or None,
        lead_line=theme,
        themes=(theme, also),
        all_themes=(theme, also),
        counts=Counts(conversations=50, eligible=50, by_source={text or "x": 50}, left_out={}),
        quotes=(
            make_quote(text or "…", slot=Slot.VOICE, theme=theme, segment=text or None),
            make_quote(text or "…", slot=Slot.BLIND_DRAW, theme=also),
            *make_verbatims((theme, also), text),
        ),
        sources=(SourceHealth(source=text or "x", last_sync=START, stale=True),),
    )


WEEKS = {
    "full": make_digest(),
    "small": make_small(),
    "quiet": make_quiet(),
    "empty": make_empty(),
    "long": make_long(),
    "german quote": make_digest(quotes=(make_quote(GERMAN * 2, slot=Slot.VOICE, language="de"),)),
    **{f"hostile {name}": make_hostile(text) for name, text in HOSTILE.items()},
}


@pytest.mark.parametrize("words", [EN, DE], ids=["en", "de"])
@pytest.mark.parametrize("digest", WEEKS.values(), ids=WEEKS.keys())
def test_parent_stays_inside_its_budget_and_slacks_limits(digest: Digest, words: Words) -> None:
    message = parent(digest, words)
    check(message)
    assert sum(len(text) for text in texts(message)) <= MOST_CHARACTERS
    assert sum(len(text.split()) for text in texts(message)) <= MOST_WORDS
    assert len(message.blocks) <= MOST_BLOCKS


@pytest.mark.parametrize("words", [EN, DE], ids=["en", "de"])
@pytest.mark.parametrize("digest", WEEKS.values(), ids=WEEKS.keys())
def test_verdict_ask_and_footer_are_always_there(digest: Digest, words: Words) -> None:
    told = texts(parent(digest, words))
    assert told[2].startswith("*")
    assert any(words("ask-none") in text for text in told)
    assert words("footer-always") in told[-1]


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_words_bring_no_markup_into_any_message(text: str) -> None:
    digest = make_hostile(text)
    for message in (parent(digest, EN), *thread(digest, EN)):
        for told in (message.text, *texts(message)):
            assert "<" not in told
            assert not [line for line in told.split("\n") if ">" in line[1:]], "a quote mark only where a line begins"


@pytest.mark.parametrize("text", ["``` x ```", "a `b`"])
def test_hostile_backticks_open_no_code(text: str) -> None:
    blocks = [block for message in thread(make_hostile(text), EN) for block in message.blocks]
    assert [block for block in blocks if block["type"] not in {"header", "actions"} and "`" in str(block)] == []


def test_every_mrkdwn_is_verbatim() -> None:
    digest = make_digest()
    for message in (parent(digest, EN), *thread(digest, EN)):
        worded = [block for block in message.blocks if block["type"] != "actions"]
        marked = [text for block in worded for text in (block.get("text"), *block.get("elements", [])) if text]
        assert all(text["type"] == "plain_text" or text["verbatim"] is True for text in marked)


def test_a_reader_sees_the_slots_in_their_order() -> None:
    told = seen(parent(make_small(), EN))
    order = [
        "Voice of the customer · Week 46",
        "9–15 November 2026 · 812 conversations · Zendesk 600, App store 212",
        "*Lost luggage: conversations rose to 128, from 44 the week before; usual is about 41.*",
        "Voice of the week",
        "*Lost luggage* ↗ rising",
        "> Nobody could tell us where our bags were.",
        "1 of 128 on this theme · 128 of 812 conversations, 16% · 3rd week",
        "Last week 44, 4-week average 41 · Zendesk 96, App store 32",
        "Area: Ground handling",
        "*Also moving*\n*Hotel food* new: 24 conversations, last week 5, usually 4.2",
        "*Blind draw*, at random from 701 voices",
        "> The app logged me out twice.",
        "Numbers, last 28 days",
        "Unchanged: CSAT 82%, 312 answers · NPS 31, 312 answers",
        "*One ask*\nNo decision needed this week.",
        "Up to date: Zendesk (16 Nov, 06:00). Stale: App store (since 14 Nov, 00:00).",
        "Left out: 44 of 812 (30 without words, 13 automatic replies, 1 spam).",
        "Unedited. Replies never reach customers.",
    ]
    assert [line for line in order if line not in told] == []
    assert sorted(order, key=told.index) == order


def test_a_german_reader_sees_german_dates_numbers_and_plurals() -> None:
    told = seen(parent(make_small(counts=Counts(conversations=1234, eligible=1, by_source={}, left_out={})), DE))
    assert "Stimme der Kunden · KW 46" in told
    assert "9.–15. November 2026 · 1.234 Gespräche" in told
    assert "16 % · 3. Woche" in told
    assert "CSAT 82 %" in told
    assert "Aktuell: Zendesk (16. Nov., 06:00)." in told


def test_plain_words_in_the_parent() -> None:
    told = seen(parent(make_digest(), EN)).lower()
    assert [word for word in ("n=", "seed", "persistent", "p-value", "significant") if word in told] == []


def test_what_gives_way_first_is_second_theme_then_draw_then_the_weakest_number() -> None:
    def kept(words_in_quote: int) -> tuple[bool, bool, bool, bool]:
        quote = make_quote(" ".join(["word"] * words_in_quote), slot=Slot.VOICE)
        draw = make_quote(CALM, slot=Slot.BLIND_DRAW, theme=make_theme("Everything else", 600))
        told = seen(parent(make_digest(quotes=(quote, draw)), EN))
        return ("Hotel food" in told, "Blind draw" in told, "NPS" in told, "CSAT" in told)

    sizes = [kept(size) for size in range(1, 80, 2)]
    assert sizes[0] == (True, True, True, True)
    assert sizes == sorted(sizes, reverse=True), "once gone, it stays gone"
    assert list(dict.fromkeys(sizes))[:4] == [
        (True, True, True, True),
        (False, True, True, True),
        (False, False, True, True),
        (False, False, False, True),
    ]


def test_what_lost_its_place_is_counted_and_stands_in_the_thread() -> None:
    digest = make_digest()
    assert "Hotel food" not in seen(parent(digest, EN))
    assert "2 more in the thread." in seen(parent(digest, EN))
    did_not_fit = next(reply for reply in thread(digest, EN) if texts(reply)[0] == "What did not fit above")
    assert "*Hotel food* new: 24 conversations" in seen(did_not_fit)
    assert CALM in seen(did_not_fit)


def test_a_voice_keeps_its_denominator_whatever_gives_way() -> None:
    told = seen(parent(make_long(), DE))
    assert "1 von 123.456 zu diesem Thema" in told
    assert "> Donaudampf" in told


def test_a_folded_voice_says_how_many_it_stands_for() -> None:
    assert "Zendesk · Business travellers · ×3" in seen(parent(make_digest(), EN))


def test_a_theme_that_moved_by_its_complaints_says_so_everywhere() -> None:
    lead = make_theme(moved_by="critical")
    told = seen(parent(make_digest(lead_line=lead), EN))
    assert "↗ complaints rising" in told
    assert "115 complaints, last week 40, 4-week average 38" in told


@pytest.mark.parametrize(
    ("area", "owner", "said"),
    [
        ("Ground handling", "Somebody", "Area: Ground handling"),
        ("Ground handling", None, "Area: Ground handling, no owner yet"),
        (None, "Somebody", "Has an owner"),
        (None, None, "No owner yet"),
    ],
)
def test_a_problem_carries_its_area_and_never_a_person(area: str | None, owner: str | None, said: str) -> None:
    told = seen(parent(make_digest(lead_line=make_theme(area=area, owner=owner)), EN))
    assert said in told
    assert "Somebody" not in told


def test_a_lead_without_a_quotable_voice_still_has_its_numbers() -> None:
    told = seen(parent(make_digest(quotes=()), EN))
    assert "Theme of the week" in told
    assert "128 of 812 conversations, 16% · 3rd week" in told
    assert ">" not in told


def make_early(weeks_before: int, **fields: Any) -> Digest:
    """A week with a lead that did not move and so many weeks before it."""
    line = make_theme(label=Label.STEADY, weeks=weeks_before + 1, **fields)
    return make_small(lead_line=line, themes=(line,), weeks_before=weeks_before)


@pytest.mark.parametrize(
    ("weeks_before", "told", "missing"),
    [
        (0, [], ["as usual", "ast week", "average", "1st week"]),
        (1, ["Last week 44"], ["as usual", "average", "2nd week"]),
        (3, ["as usual", "Last week 44", "4th week"], ["average"]),
        (4, ["as usual", "Last week 44, 4-week average 41", "5th week"], []),
    ],
)
def test_no_number_is_made_up_in_the_first_weeks(weeks_before: int, told: list[str], missing: list[str]) -> None:
    digest = make_early(weeks_before)
    for message in (parent(digest, EN), thread(digest, EN)[0]):
        said = seen(message).lower()
        assert [words for words in told if words.lower() not in said] == []
        assert [words for words in missing if words in said] == []


def test_no_number_is_made_up_in_german_either() -> None:
    said = seen(thread(make_early(0), DE)[0])
    assert not any(words in said for words in ("wie üblich", "Vorwoche", "Schnitt", "1. Woche"))


def test_what_is_new_in_the_first_weeks_is_compared_with_those_that_there_were() -> None:
    new = make_theme("Hotel food", 24, previous=0, label=Label.NEW, weeks=1)
    digest = make_small(themes=(make_theme(), new), weeks_before=2)
    assert "Hotel food new: 24 conversations, last week 0\n" in seen(parent(digest, EN)).replace("*", "")
    assert "1st week" in seen(thread(digest, EN)[1])


def test_a_quiet_week_says_so_with_the_sources_health() -> None:
    told = seen(parent(make_quiet(), EN))
    assert "*A quiet week: nothing moved beyond the usual range.*" in told
    assert "Stale: App store" in told
    assert "Voice of the week" not in told


def test_an_empty_week_claims_nothing_about_the_usual_range() -> None:
    told = seen(parent(make_empty(), EN))
    assert "No feedback came in this week." in told
    assert "Left out" not in told
    assert "usual" not in told


def test_a_stale_source_that_was_not_counted_is_said_to_be_left_out() -> None:
    counts = Counts(conversations=600, eligible=600, by_source={"zendesk": 600}, left_out={})
    assert "Stale: App store (since 14 Nov, 00:00, left out)." in seen(parent(make_digest(counts=counts), EN))


@pytest.mark.parametrize(("words", "unchanged"), [(EN, "Unchanged"), (DE, "Unverändert")])
def test_a_number_without_a_past_is_not_called_unchanged(words: Words, unchanged: str) -> None:
    digest = make_digest(kpis=(make_kpi("csat", change=None), make_kpi("reopened", n=240)))
    lines = seen(parent(digest, words)).split("\n")
    assert any(line.startswith("CSAT 82") for line in lines)
    assert any(line.startswith(unchanged) and "CSAT" not in line for line in lines)
    alone = make_digest(kpis=(make_kpi("csat", change=None),))
    assert unchanged not in "".join(map(seen, (parent(alone, words), *thread(alone, words))))
    assert unchanged not in parent(digest, words).text


def test_the_summary_has_verdict_ask_and_numbers_and_no_customers_words() -> None:
    text = parent(make_digest(), EN).text
    assert (
        text.index("rose to 128")
        < text.index("No decision needed")
        < text.index("CSAT 82%, 312 answers, down 4 points")
    )
    assert text.startswith("Voice of the customer, Week 46 (9–15 November 2026).")
    assert LOST[:20] not in text


def test_an_edition_has_its_own_title_in_the_header() -> None:
    assert texts(parent(make_digest(title="Shop & Travel"), EN))[0] == "Shop & Travel · Week 46"


def test_the_default_title_is_in_the_digests_language() -> None:
    assert texts(parent(make_digest(title="Voice of the customer"), DE))[0] == "Stimme der Kunden · KW 46"


@pytest.mark.parametrize(("words", "said"), [(EN, "1 of 812 conversations"), (DE, "1 von 812 Gesprächen")])
def test_a_drawn_voice_is_put_under_no_theme_that_has_only_terms_for_a_name(words: Words, said: str) -> None:
    lead, found = make_theme(), make_theme("koffer · band", 16, terms=("koffer", "band"), named=False)
    drawn = make_quote("The app logged me out twice.", slot=Slot.BLIND_DRAW, theme=found)
    told = seen(parent(make_small(themes=(lead,), all_themes=(lead, found), quotes=(drawn,)), words))
    assert f"_{said} · Zendesk_" in told
    assert "Koffer" not in told


def test_no_draw_without_a_pool() -> None:
    assert "Blind draw" not in seen(parent(make_small(draw=None), EN))
    assert "from 20 voices" in seen(parent(make_small(draw=Draw(pool=20, seed="s", fingerprint="f")), EN))
