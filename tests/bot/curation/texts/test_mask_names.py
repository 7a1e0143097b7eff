"""Names that a record tells never get in."""

import pytest

from bot.curation.texts.words import mask_names


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("Anna Müller was rude", "[name] was rude"),
        ("ANNA MÜLLER was rude", "[name] was rude"),
        ("anna was rude, and Müller too", "[name] was rude, and [name] too"),
        ("Annas Antwort, Anna's answer", "[name]s Antwort, [name]'s answer"),
        ("Anna M&uuml;ller and M&#252;ller", "[name] [name] and [name]"),
        ("Anna Mu\u0308ller", "[name] [name]"),
        ("Frau Mueller said no", "Frau [name] said no"),
        ("Annabell and Müllerei stay", "Annabell and Müllerei stay"),
        ("write to anna@example.com!", "write to [email]!"),
        ("write to ANNA&#64;example.com", "write to [email]"),
    ],
)
def test_known_names_and_addresses_are_masked(text: str, masked: str) -> None:
    got = mask_names(text, ("Anna Müller", "anna@example.com"))
    assert got.replace("[name] [name]", "[name]") == masked.replace("[name] [name]", "[name]")


def test_everyday_words_in_a_name_do_not_eat_the_sentence() -> None:
    assert mask_names("The service was not good", ("Service Team", "Mr Good")) == "The service was not good"


def test_names_that_are_little_words_too_go_as_they_are_written() -> None:
    assert (
        mask_names("Will told me they will call, and Li agreed", ("Will Li",))
        == "[name] told me they will call, and Li agreed"
    )
    assert mask_names("Li told me to use Li-ion, not LI", ("Li",)) == "[name] told me to use [name]-ion, not LI"


def test_each_half_of_a_double_name_is_masked() -> None:
    assert mask_names("Frau Beispiel, Frau Muster", ("Ute Muster-Beispiel",)) == "Frau [name], Frau [name]"


def test_placeholders_are_left_alone() -> None:
    assert mask_names("[name] and [email]", ("Name", "Email Iban")) == "[name] and [email]"


def test_what_is_masked_once_stays_as_it_is() -> None:
    masked = mask_names("Anna Müller, anna@example.com", ("Anna Müller", "anna@example.com"))
    assert mask_names(masked, ("Anna Müller", "anna@example.com")) == masked


def test_without_names_nothing_changes() -> None:
    assert mask_names("Anna", ()) == "Anna"
    assert mask_names("", ("Anna",)) == ""


def test_a_name_full_of_signs_is_only_a_name() -> None:
    assert mask_names("(.*) and A+B(", ("A+B(", "(.*)")) == "[name] and [name]"
