from bot.domain.history import History, PastEdition


def editions(*leads: tuple[str, str | None]) -> History:
    return History(editions=tuple(PastEdition(week=week, lead=lead) for week, lead in leads))


def test_a_run_of_leads_ends_at_another_lead_or_a_quiet_week() -> None:
    history = editions(("2026-W41", "a"), ("2026-W42", None), ("2026-W43", "a"), ("2026-W44", "a"))
    assert history.led_running("a", "2026-W45") == 2
    assert history.led_running("a", "2026-W44") == 1
    assert history.led_running("b", "2026-W45") == 0


def test_later_editions_are_no_history_of_an_earlier_week() -> None:
    history = editions(("2026-W46", "a"), ("2026-W44", "b"))
    assert [e.week for e in history.before("2026-W45")] == ["2026-W44"]


def test_the_year_turns_without_breaking_the_order() -> None:
    history = editions(("2027-W01", "a"), ("2026-W53", "a"), ("2026-W52", "b"))
    assert history.led_running("a", "2027-W02") == 2


def test_quiet_weeks_have_no_voice_to_differ_from() -> None:
    history = editions(("2026-W41", "a"), ("2026-W42", "b"), ("2026-W43", None), ("2026-W44", "c"))
    assert [e.week for e in history.last_voices("2026-W45", 2)] == ["2026-W44", "2026-W42"]
