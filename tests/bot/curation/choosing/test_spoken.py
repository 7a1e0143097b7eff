from bot.curation.choosing.lead import Choice, Standing
from bot.curation.choosing.spoken import to_quote, to_spoken
from bot.domain.digest import Slot, Verdict
from tests.bot.curation.choosing.test_lead import make_line
from tests.bot.curation.voices import make_voice


def said(number: int) -> str:
    return f"We waited {number} hours at the desk until somebody came and told us nothing new about the bags at all."


def choice(*themes: str, lead: bool = True) -> Choice:
    standings = [Standing(make_line(theme), 1.0) for theme in themes]
    first, rest = (standings[0], standings[1:]) if lead else (None, standings)
    return Choice(first, tuple(rest), Verdict(), {})


VOICES = [make_voice(said(n), topic=n % 6, shade=n, tone=-1, spread=0.8) for n in range(40)]


def test_the_voice_comes_first_then_the_draw_then_the_verbatims() -> None:
    spoken = to_spoken(choice("theme"), VOICES, {}, "seed", ())
    assert [p.slot for p in spoken.quotes] == [Slot.VOICE, Slot.BLIND_DRAW, *[Slot.VERBATIM] * 5]


def test_nobody_speaks_twice() -> None:
    keys = [p.candidate.key for p in to_spoken(choice("theme"), VOICES, {}, "seed", ()).quotes]
    assert len(keys) == len(set(keys))


def test_what_leads_cannot_bend_the_draw() -> None:
    drawn = [
        to_spoken(made, VOICES, {}, "seed", ()).quotes for made in (choice("theme"), choice(lead=False), choice("none"))
    ]
    keys = {p.candidate.key for quotes in drawn for p in quotes if p.slot is Slot.BLIND_DRAW}
    assert len(keys) == 1


def test_a_quiet_week_still_draws_a_voice() -> None:
    spoken = to_spoken(choice(lead=False), VOICES, {}, "seed", ()) if VOICES else None
    assert spoken is not None
    assert [p.slot for p in spoken.quotes] == [Slot.BLIND_DRAW]


def test_a_quote_is_cut_from_its_text_with_its_denominator() -> None:
    picked = to_spoken(choice("theme"), VOICES, {}, "seed", ()).quotes[0]
    quote = to_quote(picked, {"theme": make_line("theme", count=14)}, 212, frozenset())
    assert quote.text == picked.candidate.text[quote.start : quote.end]
    assert quote.denominator.model_dump() == {"theme": "Theme", "of_theme": 14, "of_conversations": 212}


def test_a_segment_is_shown_only_where_it_may_be() -> None:
    voices = [make_voice(said(1), segment="family")]
    picked = to_spoken(choice("theme"), voices, {}, "seed", ()).quotes[0]
    lines = {"theme": make_line("theme")}
    assert to_quote(picked, lines, 1, frozenset()).segment is None
    assert to_quote(picked, lines, 1, frozenset({"family"})).segment == "family"
