import random
from collections import Counter

import pytest

from bot.curation.choosing.closeness import closeness, focus_of
from bot.curation.choosing.select import pick_verbatims, pick_voice
from bot.domain.digest import Slot
from bot.domain.history import PastEdition
from bot.domain.reasons import REASON_VALUES, ReasonCode
from tests.bot.curation.voices import BAG, make_theme, make_voice, to_candidate
from tests.factories import make_verbatim

SHORT = "Suitcase lost again."


def said(text: str, number: int = 0) -> str:
    """A text of 20 words and one number, so that no two are the same."""
    return f"{text} and we waited {number} hours at the desk until somebody came who told us nothing new at all."


def text_of(picked) -> str:
    return picked.candidate.text[picked.excerpt.start : picked.excerpt.end]


def codes(picked) -> list[ReasonCode]:
    return [reason.code for reason in picked.reasons]


def test_the_voice_is_near_the_middle_of_its_theme() -> None:
    middle = make_voice(said("The bag came late"), shade=1, spread=0.05)
    far = [make_voice(said("The bag came late", n), shade=n, spread=1.5) for n in range(2, 12)]
    voice = pick_voice(make_theme(middle, *far), [], [])
    assert voice is not None
    assert voice.candidate == middle


def test_the_voice_has_15_to_45_words_of_whole_sentences() -> None:
    rambling = " ".join(f"We waited {n} hours at the desk and then again." for n in range(30))
    voice = pick_voice(make_theme(make_voice(rambling), make_voice(SHORT, spread=0)), [], [])
    assert voice is not None
    assert 15 <= len(text_of(voice).split()) <= 45
    assert text_of(voice).startswith("We")
    assert text_of(voice).endswith(".")
    assert ReasonCode.COMPLETE_SENTENCES in codes(voice)


def test_without_a_long_enough_voice_a_shorter_whole_one_speaks() -> None:
    voice = pick_voice(make_theme(make_voice(SHORT)), [], [])
    assert voice is not None
    assert text_of(voice) == SHORT
    assert ReasonCode.SHORTER_THAN_ASKED in codes(voice)


def test_a_single_endless_sentence_is_cut_as_the_last_resort() -> None:
    voice = pick_voice(make_theme(make_voice("we waited and waited, " * 40)), [], [])
    assert voice is not None
    assert 15 <= voice.excerpt.words <= 45
    assert ReasonCode.CUT_SENTENCE in codes(voice)


def test_a_theme_moved_by_complaints_speaks_through_one() -> None:
    happy = [make_voice(said("All was well", n), tone=1, shade=n, spread=0.05) for n in range(5)]
    critical = make_voice(said("The bag is lost"), tone=-1, spread=1.0)
    voice = pick_voice(make_theme(*happy, critical, focus=-1, complaints=True), [], [])
    assert voice is not None
    assert voice.candidate == critical
    assert ReasonCode.CRITICAL_VOICE in codes(voice)


def test_where_no_complaints_moved_a_critical_voice_is_critical_as_most_are() -> None:
    critical = [make_voice(said("The bag is lost", n), tone=-1, shade=n) for n in range(5)]
    voice = pick_voice(make_theme(*critical, focus=-1), [], [])
    assert voice is not None
    assert ReasonCode.CRITICAL_AS_MOST in codes(voice)
    assert ReasonCode.CRITICAL_VOICE not in codes(voice)


def test_the_voice_is_typical_of_what_grew_and_not_of_what_was_always_there() -> None:
    usual = [make_voice(said("Food was cold", n), topic=1, shade=n) for n in range(10)]
    risen = [make_voice(said("Bag was lost", n), topic=2, shade=n) for n in range(8)]
    before = [make_voice(said("Food was cold", n), topic=1, shade=50 + n) for n in range(30)]
    theme = make_theme(*usual, *risen, past=before, usual=10.0, grew=True)
    voice = pick_voice(theme, [], [])
    assert voice is not None
    assert voice.candidate in risen
    assert pick_voice(make_theme(*usual, *risen), [], []).candidate in usual  # type: ignore[union-attr]


@pytest.mark.parametrize("bad", [BAG.upper(), "It " + BAG[3:], "[name] [email] [phone] [name] " + BAG])
def test_a_voice_that_reads_well_speaks_before_one_that_does_not(bad: str) -> None:
    voice = pick_voice(make_theme(make_voice(bad, spread=0.1), make_voice(BAG, spread=0.2)), [], [])
    assert voice is not None
    assert text_of(voice) == BAG


def test_what_may_not_be_quoted_is_not_quoted() -> None:
    theme = make_theme(*(make_voice(said("x", n), quotable=False) for n in range(30)))
    assert pick_voice(theme, [], []) is None
    assert pick_verbatims(theme, []) == []


def past(*segments: str | None, area: str | None = None) -> list[PastEdition]:
    return [PastEdition(week=f"2026-W4{n}", lead="x", voice_segment=s, voice_area=area) for n, s in enumerate(segments)]


def test_the_voice_comes_from_another_segment_than_the_last_ones() -> None:
    business = [make_voice(said("The bag", n), segment="business", spread=0.1, shade=n) for n in range(6)]
    family = make_voice(said("Our bags"), segment="family", spread=0.9)
    theme = make_theme(*business, family)
    first, next_time = pick_voice(theme, [], []), pick_voice(theme, [], past("business", "business"))
    assert first is not None
    assert next_time is not None
    assert first.candidate in business
    assert next_time.candidate == family
    assert ReasonCode.OTHER_SEGMENT in codes(next_time)


def test_without_another_segment_the_best_voice_speaks_all_the_same() -> None:
    voice = pick_voice(make_theme(make_voice(segment="business")), [], past("business"))
    assert voice is not None
    assert ReasonCode.OTHER_SEGMENT not in codes(voice)


def test_another_area_is_new_enough() -> None:
    theme = make_theme(make_voice(segment="business"), area="Baggage")
    voice = pick_voice(theme, [], past("business", area="Kitchen"))
    assert voice is not None
    assert ReasonCode.OTHER_SEGMENT in codes(voice)


def test_five_verbatims_speak_for_five_groups() -> None:
    voices = [make_voice(said(f"Topic {t}", n), topic=t, shade=n) for t in range(5) for n in range(10 - t)]
    picked = pick_verbatims(make_theme(*voices), [])
    assert {v.candidate.text.split()[1] for v in picked} == set("01234")
    assert [r.values["size"] for v in picked for r in v.reasons if r.code is ReasonCode.SPEAKS_FOR_GROUP] == [
        10,
        9,
        8,
        7,
        6,
    ]


def test_one_verbatim_dissents_and_stands_last() -> None:
    critical = [make_voice(said("Lost", n), tone=-1, shade=n, spread=0.8) for n in range(20)]
    pleased = make_voice(said("They found it"), tone=1, shade=99, spread=0.8)
    picked = pick_verbatims(make_theme(*critical, pleased), [])
    assert [p.slot for p in picked] == [Slot.VERBATIM] * 4 + [Slot.DISSENT]
    assert picked[-1].candidate == pleased
    assert picked[-1].reasons[0].values == {"tone": 1, "theme_tone": -1}


def test_where_complaints_moved_they_are_heard_and_one_who_dissents() -> None:
    pleased = [make_voice(said("Tasty", n), tone=1, shade=n, spread=0.8) for n in range(20)]
    critical = [make_voice(said("Cold", n), tone=-1, shade=50 + n, spread=0.8) for n in range(8)]
    picked = pick_verbatims(make_theme(*pleased, *critical, focus=-1, complaints=True), [])
    assert [p.candidate.tone for p in picked] == [-1, -1, -1, -1, 1]


def test_a_good_rating_on_bad_words_is_no_dissent() -> None:
    critical = [make_voice(said("Lost", n), tone=-1, topic=n % 3, shade=n) for n in range(6)]
    confused = make_voice(said("Worst ever"), tone=-1, rating=5, topic=1)
    assert all(p.slot is Slot.VERBATIM for p in pick_verbatims(make_theme(*critical, confused), []))


def test_no_two_verbatims_are_alike_and_nothing_is_said_twice() -> None:
    same = [make_voice(BAG, shade=n, spread=0.8) for n in range(10)]
    other = make_voice(said("Other"), shade=99, spread=0.8)
    assert len(pick_verbatims(make_theme(*same, other), [])) == 2
    assert len(pick_verbatims(make_theme(*same, other), [same[0]])) == 1


def test_one_customer_has_two_verbatims_at_most() -> None:
    voices = [make_voice(said(f"t{n}", n), topic=n, customer="hash") for n in range(6)]
    assert len(pick_verbatims(make_theme(*voices), [])) == 2


def test_languages_speak_in_proportion_to_a_seat() -> None:
    voices = [
        make_voice(said(f"t{n}", n), topic=n % 7, shade=n, language="de" if n % 5 < 3 else "en") for n in range(50)
    ]
    languages = Counter(p.candidate.language for p in pick_verbatims(make_theme(*voices), []))
    assert languages["de"] in (2, 3, 4)
    assert languages["en"] in (1, 2, 3)


def test_verbatims_have_20_to_240_characters_where_such_are_to_be_had() -> None:
    long = " ".join(f"The bag number {n} was lost on the way to us." for n in range(30))
    voices = [make_voice(long.replace("bag", f"bag{n}"), topic=n) for n in range(5)]
    picked = pick_verbatims(make_theme(*voices, *(make_voice("ok bad so", topic=n) for n in range(9))), [])
    assert [20 <= len(text_of(p)) <= 240 for p in picked] == [True] * 5


def test_a_complaint_is_not_quoted_by_its_praise() -> None:
    text = (
        "The room was lovely and the staff could not have been more friendly and helpful to all of us. "
        "But the breakfast was terrible, cold and late, and nobody cared when we complained about it twice."
    )
    voice = pick_voice(make_theme(make_voice(text, rating=1)), [], [])
    assert voice is not None
    assert "terrible" in text_of(voice)


def test_a_folded_voice_says_for_how_many_it_stands() -> None:
    voice = pick_voice(make_theme(to_candidate(make_verbatim(BAG), members=3)), [], [])
    assert voice is not None
    assert [r.values for r in voice.reasons if r.code is ReasonCode.STANDS_FOR_MANY] == [{"times": 3}]


def test_every_reason_carries_its_values() -> None:
    theme = make_theme(*(make_voice(said("Lost", n), tone=-1, shade=n) for n in range(9)), terms=("lost",))
    picked = [pick_voice(theme, [], past("a")), *pick_verbatims(theme, [])]
    reasons = [r for p in picked if p is not None for r in p.reasons]
    assert all(set(r.values) == set(REASON_VALUES[r.code]) for r in reasons)
    assert ReasonCode.CARRIES_THEME_TERM in {r.code for r in reasons}


def test_the_order_of_voices_decides_nothing() -> None:
    voices = [make_voice(said(f"t{n % 4}", n), topic=n % 4, shade=n, tone=n % 3 - 1) for n in range(40)]
    theme, shuffled = make_theme(*voices), make_theme(*random.Random(5).sample(voices, 40))
    assert pick_voice(theme, [], []) == pick_voice(shuffled, [], [])
    assert pick_verbatims(theme, []) == pick_verbatims(shuffled, [])


def test_voices_without_a_vector_can_still_be_heard() -> None:
    voices = [to_candidate(make_verbatim(said("Lost", n))) for n in range(3)]
    assert pick_voice(make_theme(*voices), [], []) is not None


def test_the_tone_of_a_theme_is_that_of_a_clear_majority() -> None:
    critical, pleased, neutral = (make_voice(tone=t) for t in (-1, 1, 0))
    assert focus_of([critical, critical, neutral], False) == -1
    assert focus_of([pleased, pleased, critical], False) == 1
    assert focus_of([pleased, critical], False) == 0
    assert focus_of([critical, *[neutral] * 5], False) == 0
    assert focus_of([pleased], moved_by_critical=True) == -1


def test_the_middle_alone_is_measured_where_there_is_no_past() -> None:
    near = closeness(make_theme(make_voice(), make_voice(shade=3)))
    assert near.change is None
