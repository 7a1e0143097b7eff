"""The language of short feedback, and honesty where it cannot be told."""

import pytest

from bot.curation.texts.language import language


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Das Zimmer war kalt und das Frühstück schlecht.", "de"),
        ("The room was cold and breakfast was poor.", "en"),
        ("La chambre était froide et le petit-déjeuner mauvais.", "fr"),
        ("@United Das Gepäck ist weg! https://t.co/english [name] 😡", "de"),
        ("Моят багаж го няма и никой не отговаря", "ru"),
        ("部屋がとても寒かったです", "ja"),
    ],
)
def test_a_sentence_tells_its_language(text: str, code: str) -> None:
    assert language(text) == code


@pytest.mark.parametrize("text", ["", "ok", "👍", "12345", "[name] [email]", "@United https://example.com"])
def test_nothing_is_guessed_without_words(text: str) -> None:
    assert language(text) == "und"
    assert language(text, "de_DE") == "de"


def test_a_hint_decides_for_few_letters_only() -> None:
    assert language("Super!", "de") == "de"
    assert language("The room was cold and breakfast was poor.", "de") == "en"


@pytest.mark.parametrize("hint", ["", "deutsch", "??", "1"])
def test_a_hint_that_is_no_locale_says_nothing(hint: str) -> None:
    assert language("ok", hint) == "und"
