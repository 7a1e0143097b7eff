import pytest

from bot.curation.choosing.lead import Choice, Standing, choose
from bot.domain.digest import Label, ThemeLine, VerdictKind
from bot.domain.history import History, PastEdition
from bot.domain.reasons import REASON_VALUES, ReasonCode

WEEK = "2026-W45"
PLENTY = 8


def make_line(theme: str, *, count: int = 10, label: Label = Label.STEADY, **fields) -> ThemeLine:
    defaults = {
        "id": theme,
        "name": theme.title(),
        "count": count,
        "previous": count,
        "average_4_weeks": float(count),
        "label": label,
        "by_source": {"desk": count},
        "voices": count,
        "critical": count // 2,
        "critical_previous": count // 2,
        "critical_average_4_weeks": count / 2,
        "weeks": 9,
    }
    return ThemeLine(**{**defaults, **fields})


def make_standing(theme: str, *, weight: float = 0, **fields) -> Standing:
    own = {name: fields.pop(name) for name in ("improving", "praise", "residual") if name in fields}
    return Standing(make_line(theme, **fields), weight, **own)


def rising(theme: str, weight: float, **fields) -> Standing:
    return make_standing(theme, weight=weight, **{"label": Label.RISING, **fields})


def choice(*standings: Standing, history: History | None = None, weeks_before: int = PLENTY) -> Choice:
    return choose(standings, history or History(), WEEK, weeks_before)


def led(theme: str, *weeks: str) -> History:
    return History(editions=tuple(PastEdition(week=week, lead=theme, shown=(theme,)) for week in weeks))


def lead_of(made: Choice) -> str | None:
    return made.lead.line.id if made.lead else None


def codes(made: Choice, theme: str) -> list[str]:
    return [reason.code.value for reason in made.reasons[theme]]


def test_the_theme_that_moved_most_leads_and_the_verdict_is_about_it() -> None:
    made = choice(rising("food", 2, count=24, previous=4), rising("luggage", 9, count=128, previous=41))
    assert lead_of(made) == "luggage"
    assert (made.verdict.kind, made.verdict.theme, made.verdict.count, made.verdict.previous) == (
        VerdictKind.MOVED,
        "Luggage",
        128,
        41,
    )
    assert [s.line.id for s in made.also] == ["food"]


def test_a_theme_moved_by_its_complaints_is_counted_by_them() -> None:
    made = choice(rising("food", 2, count=60, moved_by="critical", critical=24, critical_previous=4))
    assert (made.verdict.critical, made.verdict.count, made.verdict.previous) == (True, 24, 4)
    assert "complaints_moved" in codes(made, "food")


def test_what_belongs_to_no_theme_never_leads_and_never_shows() -> None:
    rest = make_standing("other", weight=99, residual=True, label=Label.RISING, count=500)
    assert [s.line.id for s in choice(rest, rising("food", 1)).shown] == ["food"]
    assert choice(rest).shown == ()
    assert choice(make_standing("other", residual=True, label=Label.PERSISTENT)).shown == ()


def test_when_nothing_moved_the_largest_persistent_unowned_theme_leads() -> None:
    made = choice(
        make_standing("big", count=50, label=Label.PERSISTENT, owner="Ops"),
        make_standing("mid", count=30, label=Label.PERSISTENT),
        make_standing("small", count=20, label=Label.PERSISTENT),
        make_standing("new", count=90, label=Label.STEADY),
    )
    assert lead_of(made) == "mid"
    assert made.verdict.kind is VerdictKind.PERSISTENT
    assert made.also == ()
    assert codes(made, "mid") == ["largest_persistent", "unowned"]


def test_a_problem_is_as_large_as_its_complaints() -> None:
    talked = make_standing("talked about", count=80, label=Label.PERSISTENT, critical=9)
    suffered = make_standing("suffered", count=60, label=Label.PERSISTENT, critical=40)
    assert lead_of(choice(talked, suffered)) == "suffered"


def test_praise_needs_no_owner_and_so_leads_no_quiet_week() -> None:
    assert lead_of(choice(make_standing("thanks", label=Label.PERSISTENT, praise=True))) is None
    assert lead_of(choice(rising("thanks", 3, praise=True))) == "thanks"


def test_an_overdue_promise_brings_an_owned_theme_back() -> None:
    owned = make_standing("big", count=50, label=Label.PERSISTENT, owner="Ops")
    assert lead_of(choice(owned)) is None
    assert lead_of(choice(owned, history=History(overdue=frozenset({"big"})))) == "big"


def test_a_quiet_week_says_so() -> None:
    made = choice(make_standing("big", label=Label.PERSISTENT, owner="Ops"), make_standing("flat"))
    assert (made.lead, made.verdict.kind, made.shown) == (None, VerdictKind.QUIET, ())


def test_a_third_week_running_goes_to_another_theme_that_moved() -> None:
    history = led("luggage", "2026-W43", "2026-W44")
    stayed = rising("luggage", 9, count=120, previous=118, owner="Ops")
    assert lead_of(choice(stayed, rising("food", 2), history=history)) == "food"
    assert lead_of(choice(stayed, rising("food", 2), history=led("luggage", "2026-W44"))) == "luggage"


@pytest.mark.parametrize(
    ("history", "fields"),
    [
        (led("luggage", "2026-W43", "2026-W44"), {"count": 220, "previous": 118, "owner": "Ops"}),
        (led("luggage", "2026-W43", "2026-W44"), {"owner": None}),
        (led("luggage", "2026-W43", "2026-W44").model_copy(update={"answered": {"luggage"}}), {"owner": "Ops"}),
        (led("luggage", "2026-W43", "2026-W44").model_copy(update={"overdue": {"luggage"}}), {"owner": "Ops"}),
    ],
)
def test_a_third_week_is_right_when_there_is_something_new_to_say(history: History, fields: dict) -> None:
    assert lead_of(choice(rising("luggage", 9, **fields), rising("food", 2), history=history)) == "luggage"


def test_a_week_in_which_one_theme_moved_is_never_called_quiet() -> None:
    stayed = rising("luggage", 9, owner="Ops")
    made = choice(stayed, make_standing("big", label=Label.PERSISTENT), history=led("luggage", "2026-W43", "2026-W44"))
    assert (lead_of(made), made.verdict.kind) == ("luggage", VerdictKind.MOVED)
    assert "moved_again" in codes(made, "luggage")


def test_two_others_at_most_and_one_of_them_improving() -> None:
    made = choice(
        rising("a", 9),
        rising("b", 8),
        rising("c", 7),
        make_standing("d", weight=1, improving=True, label=Label.FADING),
        make_standing("e", label=Label.STEADY),
    )
    assert [s.line.id for s in made.also] == ["b", "d"]
    assert "improving" in codes(made, "d")


def test_a_theme_that_did_not_move_stands_beside_no_lead() -> None:
    assert choice(rising("a", 9), make_standing("b", label=Label.PERSISTENT)).also == ()


def test_the_first_weeks_name_what_is_talked_about_and_say_that_it_is_early() -> None:
    made = choice(make_standing("a", count=5), make_standing("b", count=9), weeks_before=1)
    assert (lead_of(made), made.verdict.kind) == ("b", VerdictKind.EARLY)
    assert made.verdict.label is Label.STEADY


def test_a_week_without_voices_is_empty() -> None:
    assert choice().verdict.kind is VerdictKind.EMPTY
    assert choice(make_standing("a", count=0)).verdict.kind is VerdictKind.EMPTY


def test_equal_movements_are_decided_the_same_way_in_any_order() -> None:
    one, two = rising("a", 3), rising("b", 3)
    assert choice(one, two).shown == choice(two, one).shown


def test_every_reason_carries_the_values_that_its_sentence_needs() -> None:
    made = choice(rising("a", 9, moved_by="critical"), rising("b", 8), history=led("a", "2026-W43", "2026-W44"))
    for reasons in made.reasons.values():
        assert all(set(reason.values) == set(REASON_VALUES[reason.code]) for reason in reasons)


def test_every_code_has_its_values_listed() -> None:
    assert set(REASON_VALUES) == set(ReasonCode)


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"previous": 10}, 14),
        ({"previous": 14}, None),
        ({"previous": 14, "critical_previous": 3, "moved_by": "critical"}, 5),
    ],
)
def test_the_verdict_knows_where_last_weeks_digest_gave_another_number(fields, told) -> None:
    last = PastEdition(week="2026-W44", counts={"bags": 14}, critical={"bags": 5})
    older = PastEdition(week="2026-W43", counts={"bags": 99}, critical={"bags": 99})
    standing = make_standing("bags", weight=3, label=Label.RISING, count=30, **fields)
    assert choose([standing], History(editions=(older, last)), WEEK, PLENTY).verdict.told == told
    assert choose([standing], History(editions=(older,)), WEEK, PLENTY).verdict.told is None
