import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.curation.choosing.quotes import VOICE_WORDS, cut, quality, runs, sentences, term_in, words_in
from bot.domain.reasons import ReasonCode


def parts(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


def test_sentences_end_at_their_stops() -> None:
    assert parts("The bag is lost! Nobody answers. Why?\n\nI wait") == [
        "The bag is lost!",
        "Nobody answers.",
        "Why?",
        "I wait",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Wir kamen am 3. Mai an und warteten bis ca. 18 Uhr.",
        "Das Gepäck, z. B. mein Koffer, kam nie an.",
        "Dr. Weber war nicht da.",
        "It was version 2.5 of the app.",
        "Es kostet 12.50 Euro pro Tag.",
    ],
)
def test_abbreviations_ordinals_and_decimals_end_no_sentence(text: str) -> None:
    assert parts(text) == [text]


def test_a_closing_quotation_mark_belongs_to_its_sentence() -> None:
    assert parts('They said "wait here." We waited.') == ['They said "wait here."', "We waited."]


def test_a_leading_address_is_no_part_of_the_quote() -> None:
    assert parts("@airline @other my bag is lost.") == ["my bag is lost."]
    assert parts("[handle] my bag is lost.") == ["my bag is lost."]


def test_links_and_addresses_at_the_end_are_no_part_of_the_quote() -> None:
    assert parts("My bag is lost. Help me please @airline https://t.co/abc [handle]") == [
        "My bag is lost.",
        "Help me please",
    ]
    assert parts("@airline") == ["@airline"]


def test_a_line_that_goes_on_is_one_sentence() -> None:
    assert parts("My bag is\n\nlost. So I wait") == ["My bag is\n\nlost.", "So I wait"]


def test_a_name_at_the_start_stays_as_it_carries_the_sentence() -> None:
    assert parts("[name] helped me at once.") == ["[name] helped me at once."]


def test_runs_are_whole_sentences_within_the_bounds() -> None:
    text = "One two three. Four five six seven. Eight nine."
    found = {text[r.start : r.end]: r.how for r in runs(text, words=(4, 7))}
    assert found == {
        "One two three. Four five six seven.": ReasonCode.COMPLETE_SENTENCES,
        "Four five six seven.": ReasonCode.COMPLETE_SENTENCES,
        "Four five six seven. Eight nine.": ReasonCode.COMPLETE_SENTENCES,
    }
    assert [r.how for r in runs(text, words=(9, 9))] == [ReasonCode.WHOLE_TEXT]


def test_a_sentence_too_long_is_cut_at_a_clause() -> None:
    text = " ".join(["word"] * 30) + ", " + " ".join(["more"] * 40) + "."
    made = cut(text)
    assert made is not None
    assert text[made.start : made.end] == " ".join(["word"] * 30)
    assert made.how is ReasonCode.CUT_SENTENCE


@given(st.text(max_size=400))
def test_every_run_is_exact_trimmed_and_within_bounds_whatever_the_text(text: str) -> None:
    for run in [*runs(text, words=VOICE_WORDS), *runs(text, characters=(20, 240)), *filter(None, [cut(text)])]:
        words = text[run.start : run.end]
        assert words == words.strip()
        assert words_in(words) == run.words
    assert all(VOICE_WORDS[0] <= r.words <= VOICE_WORDS[1] for r in runs(text, words=VOICE_WORDS))
    assert all(20 <= r.end - r.start <= 240 for r in runs(text, characters=(20, 240)))


GOOD = "My suitcase arrived two days late and nobody at the desk could tell me where it was."


@pytest.mark.parametrize(
    "worse",
    [
        GOOD.upper(),
        "Bad.",
        "It " + GOOD[3:],
        "This is " + GOOD[3:],
        "[name] [email] [phone] late",
        GOOD.replace("desk", "https://t.co/x @desk #fail"),
        GOOD.rstrip(".") + "!!!!!",
        GOOD.replace(" ", " 😡😡😡 "),
        GOOD.rstrip(".").lower(),
        GOOD.rstrip(".") + " ...",
        GOOD.rstrip(".") + "…",
        GOOD.rstrip("."),
        GOOD.replace("desk", '"desk'),
    ],
)
def test_what_reads_badly_scores_lower(worse: str) -> None:
    assert quality(worse, "en") < quality(GOOD, "en")


def test_a_german_article_is_no_dangling_pronoun() -> None:
    assert quality("Das Zimmer war sehr laut und wir konnten kaum schlafen in dieser Nacht.", "de") == 1.0
    assert quality("Das war sehr laut und wir konnten kaum schlafen in dieser langen Nacht.", "de") < 1.0


def test_a_quote_about_its_theme_scores_higher() -> None:
    assert quality(GOOD, "en", ("suitcase",)) > quality(GOOD, "en", ("breakfast",))
    assert term_in("Mein KOFFER fehlt", ("koff",)) == "koff"
    assert term_in("unsuitcase", ("suitcase",)) is None
