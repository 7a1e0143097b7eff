"""Themes grow week by week: found anew while a corpus is young, frozen after that."""

from bot.curation.theming.state import Themes
from bot.curation.theming.themes import assign
from bot.curation.theming.weekly import grow
from bot.domain.rules import Rules
from bot.domain.verbatim import Conversation
from bot.domain.week import Week
from tests.factories import make_conversation, make_vector

FIRST = Week(2026, 30)


def weeks(count: int, each: int) -> dict[Week, list[Conversation]]:
    """*count* weeks with *each* conversations about each of three things."""
    said = {}
    for number in range(count):
        said[FIRST.back(-number)] = [
            make_conversation(
                text=f"{thing} number {number}-{one} was wrong again",
                vector=make_vector(topic, shade=number * each + one),
            )
            for topic, thing in enumerate(("parcel", "invoice", "login"))
            for one in range(each)
        ]
    return said


def grown(said: dict[Week, list[Conversation]]) -> list[Themes]:
    states: list[Themes] = []
    for week in said:
        states.append(grow(states[-1] if states else None, week, said, Rules()))
    return states


def ids(themes: Themes) -> list[str]:
    return [theme.id for theme in themes]


def test_a_state_says_when_its_corpus_began_and_how_far_it_came() -> None:
    states = grown(weeks(3, 10))
    assert [(state.began, state.last) for state in states] == [("2026-W30", f"2026-W3{n}") for n in range(3)]
    assert Themes.from_json(states[-1].to_json()).began == "2026-W30"


def test_a_large_corpus_is_young_for_four_weeks_and_frozen_after_that() -> None:
    states = grown(weeks(7, 60))
    assert ids(states[4])[: len(ids(states[3]))] == ids(states[3])
    assert ids(states[6])[: len(ids(states[3]))] == ids(states[3])
    assert {theme.since for theme in states[3] if theme.since} == {"2026-W33"}


def test_what_everybody_talks_about_is_a_theme_too() -> None:
    """A third of all feedback is about each: too large for one group, and no word of theirs is rare."""
    said = weeks(5, 60)
    themes = grown(said)[-1]
    assert sorted(theme.name("en") for theme in themes) == ["Everything else", "invoice", "login", "parcel"]
    ids = assign(themes, said[FIRST], Rules())
    assert [len(set(ids[first : first + 60])) for first in (0, 60, 120)] == [1, 1, 1]


def test_a_small_corpus_stays_young_until_it_has_said_enough_or_eight_weeks_have_passed() -> None:
    states = grown(weeks(10, 5))
    assert {theme.since for theme in states[7] if theme.since} == {"2026-W37"}
    assert ids(states[9])[: len(ids(states[7]))] == ids(states[7])


def test_what_comes_later_is_not_looked_at() -> None:
    said = weeks(6, 20)
    early = {week: voices for week, voices in said.items() if week <= FIRST.back(-2)}
    assert grown(said)[2].to_json() == grown(early)[2].to_json()


def test_going_on_from_a_kept_state_is_the_same_as_starting_over() -> None:
    said = weeks(6, 20)
    states = grown(said)
    again = Themes.from_json(states[3].to_json())
    for week in list(said)[4:]:
        again = grow(again, week, said, Rules())
    assert again.to_json() == states[-1].to_json()
