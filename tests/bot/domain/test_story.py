"""Names become placeholders and come back only as they are to be shown; two stories are alike, or speak of a theme."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.story import fill, is_about, likeness, mask, spoken

NAMES = {0: ("Ben Adler", "Ben"), 1: ("Änne", "Änne Öz")}
USERS = {"U0BEN": 0, "U0AENNE": 1}


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Ben helped.", "A helped."),
        ("Ben Adler's idea", "A's idea"),
        ("Bens Idee, Ännes Hilfe", "As Idee, Bs Hilfe"),
        ("<@U0BEN> and <@U0AENNE|aenne>", "A and B"),
        ("with <@U0CARL|carl> and <@WFAR>", "with somebody and somebody"),
        ("<@U0CARL> did. <@U0CARL> did? But <@U0CARL> did", "Somebody did. Somebody did? But somebody did"),
        ("Benny and the Benefit", "Benny and the Benefit"),
        ("@Ben, (Ben) Ben", "A, (A) A"),
        ("I typed ⟦0⟧ myself", "I typed A myself"),
        ("a ben is no Ben", "a ben is no A"),
    ],
)
def test_people_are_placeholders_until_they_are_shown(typed: str, shown: str) -> None:
    assert fill(mask(typed, USERS, NAMES), {0: "A", 1: "B"}, "somebody") == shown


@given(st.text(st.sampled_from("Ben Adler⟦⟧01?<@U0BEN|>, "), max_size=60))
def test_masking_twice_changes_nothing_that_is_shown(typed: str) -> None:
    once = mask(typed, USERS, NAMES)
    shown = fill(once, {0: "x", 1: "y"}, "z")
    assert fill(mask(once, USERS, NAMES), {0: "x", 1: "y"}, "z") == shown
    assert "⟦0⟧" not in shown
    assert "Ben Adler" not in shown


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Bens Idee, dann Bens Hilfe.", "Jemandes Idee, dann jemandes Hilfe."),
        ("Es war Ben’s Idee und Ännes.", "Es war jemandes Idee und Annas."),
        ("Wegen Ben' Mut", "Wegen jemandes Mut"),
        ("Das 'machte Ben', sagte Änne", "Das 'machte jemand', sagte Anna"),
        ("Sein Fahrrad steht bei Ben seit Montag", "Sein Fahrrad steht bei jemand seit Montag"),
    ],
)
def test_who_is_not_named_owns_something_in_their_own_words(typed: str, shown: str) -> None:
    told = mask(typed, USERS, NAMES)
    assert fill(told, {0: "jemand", 1: "Anna"}, "niemand", {"jemand": "jemandes"}) == shown


def test_a_short_name_is_looked_for_as_it_is_written_and_no_word_is_taken_out() -> None:
    assert mask("Al will do it all, al dente", {}, {0: ("Al", "al")}) == "⟦0⟧ will do it all, al dente"
    assert mask("I am J", {}, {0: ("J",)}) == "I am J"


def test_a_name_is_spoken_whole_by_its_first_and_by_its_last_part() -> None:
    assert spoken("Ben Adler") == ("Ben Adler", "Ben", "Adler", "ben adler", "ben")
    assert spoken("Adler, Ben") == ("Adler, Ben", "Adler", "Ben", "adler, ben", "adler")
    assert spoken("Ben") == ("Ben", "ben")
    assert spoken("") == ()


@pytest.mark.parametrize(
    ("name", "typed", "shown"),
    [
        ("Ben Adler", "ben drove, BEN said. Herr Adler blieb.", "A drove, A said. Herr A blieb."),
        ("benny", "Benny did, said benny", "A did, said A"),
        ("Anna Klein", "Anna sent a klein box; Frau Klein stayed", "A sent a klein box; Frau A stayed"),
        ("Will Berg", "Will will mark it", "A will mark it"),
    ],
)
def test_people_are_found_however_their_name_is_written(name: str, typed: str, shown: str) -> None:
    assert fill(mask(typed, {}, {0: spoken(name)}), {0: "A"}, "somebody") == shown


@pytest.mark.parametrize(
    ("name", "typed", "shown"),
    [
        (
            "the night porter",
            "The night was cold. The night porter drove all night.",
            "The night was cold. X drove all night.",
        ),
        ("der Fahrer", "Der Kunde rief, und der Fahrer kam in der Nacht.", "Der Kunde rief, und X kam in der Nacht."),
        (
            "the driver from DHL",
            "A parcel from the north: DHL came, the driver from DHL.",
            "A parcel from the north: X came, X.",
        ),
        ("Frau Müller", "Eine Frau rief an, und Müller half.", "Eine Frau rief an, und X half."),
        ("Dr. Anna Weber", "Anna met Dr. Klein, as Weber does.", "X met Dr. Klein, as X does."),
        ("An Nguyen", "An did it, an old hand.", "X did it, an old hand."),
    ],
)
def test_what_somebody_is_takes_no_other_word_out_and_a_title_hides_no_name(name: str, typed: str, shown: str) -> None:
    assert fill(mask(typed, {}, {0: spoken(name)}), {0: "X"}, "somebody") == shown


def test_stories_are_alike_by_their_longer_words() -> None:
    first = "Ben drove to the bakery on a Saturday and swapped the broken scale."
    assert likeness(first, "The broken scale of the bakery was swapped on Saturday") > 0.5
    assert likeness(first, "Cleo packed every parcel by hand") == 0
    assert likeness("", first) == 0


def test_a_story_speaks_of_a_theme_by_its_name_or_two_of_its_terms() -> None:
    assert is_about("He settled Lost Luggage for good", "lost luggage", ())
    assert is_about("No suitcase was late at the belt", "lost luggage", ("suitcase", "belt"))
    assert not is_about("No suitcase was late", "lost luggage", ("suitcase", "belt"))
