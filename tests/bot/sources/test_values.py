from datetime import UTC, datetime

import pytest

from bot.errors import SourceError
from bot.sources.base import BadValue
from bot.sources.values import (
    Scale,
    hashed_id,
    looks_like_html,
    parse_scale,
    plain,
    read_flag,
    read_language,
    read_number,
    read_rating,
    read_tags,
)

FIVE = Scale(1, 5)


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("4,5", 4.5),
        ("4.5", 4.5),
        ("1.234,5", 1234.5),
        ("1,234.5", 1234.5),
        ("1.234.567", 1234567),
        ("1'234.5", 1234.5),
        ("1 234,5", 1234.5),
        ("-3", -3),
        (" 7 ", 7),
        (7, 7),
    ],
)
def test_german_and_english_numbers_are_read(written: object, number: float) -> None:
    assert read_number(written) == number


@pytest.mark.parametrize("written", ["", "four", "1.2.3", "1,2,3", "nan", "inf", "1e5", "٤", float("nan"), True, None])
def test_what_is_no_number_is_refused(written: object) -> None:
    with pytest.raises(BadValue):
        read_number(written)


@pytest.mark.parametrize(
    ("written", "value"),
    [("4", 4), ("4,5", 4.5), ("4/5", 4), ("4 von 5 Sternen", 4), ("3 Sterne", 3), ("★★☆☆☆", 2), ("⭐⭐⭐", 3), (1, 1)],
)
def test_a_score_is_read_on_the_scale_given(written: object, value: float) -> None:
    rating = read_rating(written, FIVE)
    assert rating is not None
    assert (rating.value, rating.scale) == (value, "1-5")


@pytest.mark.parametrize(("written", "share"), [("Good", 1), ("schlecht", 0), ("Great", 1), ("Okay", 0.5)])
def test_words_that_name_the_whole_scale_need_no_scale(written: str, share: float) -> None:
    rating = read_rating(written, None)
    assert rating is not None
    assert rating.share == share


@pytest.mark.parametrize("written", ["", "Offered", "not rated", "-", "N/A"])
def test_a_question_without_an_answer_is_no_rating(written: str) -> None:
    assert read_rating(written, FIVE) is None


@pytest.mark.parametrize("written", ["0", "6", "4/10", "excellent", ["4"], {"v": 4}])
def test_a_score_off_the_scale_is_refused(written: object) -> None:
    with pytest.raises(BadValue):
        read_rating(written, FIVE)


def test_the_records_own_scale_goes_before_the_one_given() -> None:
    rating = read_rating(8, FIVE, 0, 10)
    assert rating is not None
    assert rating.scale == "0-10"


def test_on_a_falling_scale_the_low_number_is_the_best() -> None:
    best, worst = (read_rating(grade, parse_scale("6-1")) for grade in ("1", "6"))
    assert best is not None
    assert worst is not None
    assert (best.tone, worst.tone) == (1, -1)


@pytest.mark.parametrize("text", ["five", "1", "1-1", "1-5-9", ""])
def test_a_scale_that_is_none_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(SourceError, match="1-5"):
        parse_scale(text)


@pytest.mark.parametrize(("text", "scale"), [("1-5", FIVE), ("0 - 10", Scale(0, 10)), ("-2..2", Scale(-2, 2))])
def test_a_scale_is_read(text: str, scale: Scale) -> None:
    assert parse_scale(text) == scale


@pytest.mark.parametrize(
    ("written", "flag"), [("ja", True), ("No", False), ("3", True), ("0", False), (True, True), ("-", None)]
)
def test_flags_are_read_as_words_and_as_counts(written: object, flag: bool | None) -> None:
    assert read_flag(written) is flag


def test_tags_come_as_list_or_text_each_once() -> None:
    assert read_tags("late, vip;late| new") == ("late", "vip", "new")
    assert read_tags(["late", "a, b", 7, None]) == ("late", "a, b", "7")
    assert read_tags("late_delivery vip", spaced=True) == ("late_delivery", "vip")
    assert read_tags("late delivery") == ("late delivery",)


@pytest.mark.parametrize(
    ("written", "code"), [("de_DE", "de"), ("EN", "en"), ("Deutsch", "de"), ("zh-CN", "zh"), ("Klingon!", None)]
)
def test_languages_become_codes(written: str, code: str | None) -> None:
    assert read_language(written) == code


def test_nul_and_lone_surrogates_are_taken_out() -> None:
    assert plain("a\0b\ud800c😀") == "ab\ufffdc😀"


@pytest.mark.parametrize("text", ["<p>Hello</p>", "one<br/>two", '<a href="x">y</a>', "</DIV>"])
def test_tags_make_html(text: str) -> None:
    assert looks_like_html(text)


@pytest.mark.parametrize("text", ["I <3 you", "a < b > c", "5 &lt; 6 &amp; so on", "<name>", "plain", ">> <<"])
def test_angle_brackets_alone_make_no_html(text: str) -> None:
    assert not looks_like_html(text)


def test_a_made_id_sets_case_spacing_and_composition_aside() -> None:
    at = datetime(2024, 1, 31, tzinfo=UTC)
    assert hashed_id(at, "Ann", "Grüße  an\nalle") == hashed_id(at, "ann", "gru\u0308ße an alle")
    assert hashed_id(at, "Ann", "x") != hashed_id(at, "Ben", "x")
