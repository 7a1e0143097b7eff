import pytest

from bot.curation.choosing.candidates import Candidate
from bot.curation.choosing.lead import Standing
from bot.curation.choosing.standings import average_before, to_series, to_standings, weeks_running
from bot.curation.theming.state import Origin, Theme
from bot.curation.theming.themes import REST, Themes
from bot.domain.digest import Label
from bot.domain.history import History, PastEdition
from bot.domain.reserve import Series
from bot.domain.rules import Rules, ThemeRule
from tests.bot.curation.voices import to_candidate
from tests.factories import WEEK, make_verbatim

RULES = Rules(themes=tuple(ThemeRule(name={"en": name}, any=(name,), owner="Ops") for name in ("bags", "food")))
THEMES = Themes().with_rules(RULES)


def said(theme: str, back: int, tone: int = 0, members: int = 1) -> Candidate:
    made = to_candidate(make_verbatim("x", days_ago=7 * back, tone=tone), members=members)
    return Candidate(made.conversation, made.voice, made.members, back, True, theme)


def weekly(theme: str, *counts: int, tone: int = 0) -> list[Candidate]:
    """So many voices a week, the week shown first."""
    return [said(theme, back, tone) for back, count in enumerate(counts) for _ in range(count)]


def standings(*voices: Candidate, weeks: int = 9) -> dict[str, Standing]:
    found = to_standings(voices, THEMES, weeks, WEEK, History(), "en")
    return {s.line.id: s for s in found}


def test_folded_voices_count_as_conversations_and_once_as_a_voice() -> None:
    series = to_series([said("rule-bags", 0, -1, members=3), said("rule-bags", 1, 1)], 2)["rule-bags"]
    assert series == Series((3, 1), (3, 0), (1, 1), (1, 0), (0, 1))


@pytest.mark.parametrize(("series", "average"), [((9, 1, 2, 3, 4, 100), 2.5), ((9, 1, 2), 1.5), ((9,), 0.0)])
def test_the_average_is_of_the_four_weeks_before_or_of_those_there_are(series: tuple[int, ...], average: float) -> None:
    assert average_before(series) == average


def test_a_line_says_whether_its_theme_has_a_name_or_only_terms() -> None:
    found = Theme("t-1", Origin.FOUND, {}, terms=("koffer", "band"))
    themes = Themes(themes=(*THEMES, found))
    lines = [s.line for s in to_standings([said("t-1", 0), said("rule-bags", 0)], themes, 1, WEEK, History(), "en")]
    assert {line.name: line.named for line in lines} == {"koffer · band": False, "bags": True}


def test_a_week_of_silence_ends_the_run() -> None:
    quiet = Series((1, 1, 0, 1), *[(0, 0, 0, 0)] * 4)
    last = PastEdition(week=str(WEEK.previous), weeks={"t": 7})
    assert weeks_running("t", quiet, History(editions=(last,)), WEEK) == 2


def test_a_run_as_long_as_the_feedback_goes_on_from_last_weeks_edition_alone() -> None:
    full = Series((1, 1), *[(0, 0)] * 4)
    last, older = (PastEdition(week=str(WEEK.back(back)), weeks={"t": 7}) for back in (1, 2))
    assert weeks_running("t", full, History(editions=(last,)), WEEK) == 8
    assert weeks_running("t", full, History(editions=(older,)), WEEK) == 2


def test_a_surge_of_complaints_moves_and_does_not_improve() -> None:
    flat = weekly("rule-food", *[30] * 9)
    bags = standings(*flat, *weekly("rule-bags", 60, *[20] * 8, tone=-1))["rule-bags"]
    assert (bags.line.label, bags.moved, bags.improving) == (Label.RISING, True, False)
    assert (bags.line.name, bags.line.owner) == ("bags", "Ops")


def test_a_surge_of_praise_improves_and_so_does_a_fading_problem() -> None:
    flat = weekly("rule-food", *[40] * 9)
    assert standings(*flat, *weekly("rule-bags", 60, *[20] * 8, tone=1))["rule-bags"].improving
    fading = standings(*flat, *weekly("rule-bags", 5, *[40] * 8, tone=-1))["rule-bags"]
    assert (fading.line.label, fading.improving) == (Label.FADING, True)


def test_praise_that_fades_is_no_improvement() -> None:
    flat = weekly("rule-food", *[40] * 9)
    fading = standings(*flat, *weekly("rule-bags", 5, *[40] * 8, tone=1))["rule-bags"]
    assert (fading.line.label, fading.improving) == (Label.FADING, False)


def test_what_belongs_to_no_theme_is_counted_and_marked() -> None:
    found = standings(*weekly(REST, 5, 5), *weekly("rule-bags", 2, 2), weeks=2)
    assert [(s.line.count, s.residual) for s in found.values()] == [(5, True), (2, False)]


def test_a_theme_that_nobody_spoke_of_for_five_weeks_is_left_out() -> None:
    found = standings(*weekly("rule-food", *[3] * 9), *weekly("rule-bags", 0, 0, 0, 0, 0, 4))
    assert list(found) == ["rule-food"]
