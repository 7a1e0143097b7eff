import random
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.curation import curate
from bot.domain.digest import Digest, Label, Slot, VerdictKind
from bot.domain.feedback import Kind
from bot.domain.history import History, PastEdition
from bot.domain.reasons import REASON_VALUES
from bot.domain.rules import Rules, ThemeRule
from bot.domain.verbatim import LeftOut, Verbatim
from tests.bot.curation.weeks import EDITION, make_past, make_week, themes_before
from tests.factories import WEEK, make_edition, make_vector, make_verbatim

USUAL = {"luggage": 12, "breakfast": 12, "booking": 12, "rooms": 12}
SURGE = [*make_past(USUAL), *make_week({**USUAL, "luggage": 48})]
FLAT = [*make_past(USUAL), *make_week(USUAL)]


def digest_of(
    feedback: list[Verbatim], *, history: History | None = None, rules: Rules | None = None, **fields: Any
) -> Digest:
    edition = make_edition(**fields) if fields else EDITION
    rules = rules or Rules()
    themes = themes_before(feedback, rules=rules)
    return curate(feedback, history or History(), themes, WEEK, rules, "default/2026-W45", edition=edition)[0]


def lead(digest: Digest):
    return next(line for line in digest.themes if line.id == digest.lead)


def voice(digest: Digest):
    return next(q for q in digest.quotes if q.slot is Slot.VOICE)


def check(digest: Digest, feedback: list[Verbatim]) -> None:
    """What holds for every digest, whatever came in."""
    counts = digest.counts
    assert counts.conversations == sum(counts.by_source.values()) == counts.eligible + sum(counts.left_out.values())
    assert sum(line.count for line in digest.all_themes) == counts.eligible
    assert all(sum(line.by_source.values()) == line.count for line in digest.all_themes)
    by_record = {v.record.model_dump_json(): v for v in feedback}
    keys = [q.record.model_dump_json() for q in digest.quotes]
    assert len(keys) == len(set(keys))
    for quote in (*digest.quotes, *digest.praise):
        source = by_record[quote.record.model_dump_json()].features
        assert quote.text == source.text[quote.start : quote.end] != ""
        assert not source.sensitive
        assert not source.doubt
        assert quote.denominator.of_conversations == counts.conversations
        assert all(set(r.values) == set(REASON_VALUES[r.code]) for r in quote.reasons)
        assert quote.reasons
    assert (digest.verdict.theme is None) == (digest.lead is None)
    assert digest.lead is not None or Slot.VOICE not in {q.slot for q in digest.quotes}
    assert [line.id for line in digest.themes[:1]] == [digest.lead] or digest.lead is None
    assert all(line.reasons for line in digest.themes)
    assert len(digest.kpis) <= 4


def test_the_theme_that_surges_leads_with_a_voice_about_it() -> None:
    digest = digest_of(SURGE)
    check(digest, SURGE)
    assert (digest.verdict.kind, digest.verdict.label, lead(digest).label) == (
        VerdictKind.MOVED,
        Label.RISING,
        Label.RISING,
    )
    assert (lead(digest).count, lead(digest).previous, lead(digest).average_4_weeks) == (48, 13, 12.5)
    assert "suitcase" in voice(digest).text
    assert voice(digest).denominator.model_dump() == {
        "theme": lead(digest).name,
        "of_theme": 48,
        "of_conversations": 84,
    }
    assert lead(digest).weeks == 9


def test_a_flat_week_calls_nothing_rising() -> None:
    digest = digest_of(FLAT)
    check(digest, FLAT)
    assert {line.label for line in digest.all_themes} <= {Label.PERSISTENT, Label.STEADY}
    assert digest.verdict.kind in (VerdictKind.PERSISTENT, VerdictKind.QUIET)


def test_a_theme_that_fades_is_shown_as_improving() -> None:
    feedback = [*make_past({**USUAL, "booking": 40}), *make_week({**USUAL, "booking": 4})]
    digest = digest_of(feedback)
    assert {line.label for line in digest.themes} == {Label.FADING}
    assert "improving" in [reason.code.value for reason in digest.themes[0].reasons]


def test_each_shown_theme_has_verbatims_and_one_of_them_dissents() -> None:
    digest = digest_of(SURGE)
    slots = [q.slot for q in digest.quotes if q.theme == digest.lead and q.slot in (Slot.VERBATIM, Slot.DISSENT)]
    assert slots == [Slot.VERBATIM] * 4 + [Slot.DISSENT]


def test_the_blind_draw_tells_its_pool_and_seed() -> None:
    digest = digest_of(SURGE)
    assert digest.draw is not None
    assert (digest.draw.pool, digest.draw.seed) == (84, "default/2026-W45")
    assert [q.slot for q in digest.quotes].count(Slot.BLIND_DRAW) == 1


@settings(max_examples=5, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_order_of_the_rows_does_not_change_a_byte(chance: random.Random) -> None:
    shuffled = list(SURGE)
    chance.shuffle(shuffled)
    assert digest_of(shuffled).model_dump_json() == digest_of(SURGE).model_dump_json()


ANY_RECORD = st.builds(
    make_verbatim,
    st.one_of(st.sampled_from(["", "Bag lost!", "Where is it? Nobody knows. " * 9]), st.text(max_size=80)),
    source=st.sampled_from(["desk", "shop"]),
    kind=st.sampled_from(Kind),
    conversation=st.sampled_from([None, "c1", "c2"]),
    days_ago=st.integers(0, 100),
    language=st.sampled_from(["en", "de", "fr"]),
    tone=st.sampled_from([-1, 0, 1]),
    noise=st.sampled_from([None, None, LeftOut.SPAM]),
    sensitive=st.booleans(),
    rating=st.sampled_from([None, 1, 5]),
    vector=st.sampled_from([None, np.zeros(512, dtype=np.float32), make_vector(1), make_vector(2)]),
    segment=st.sampled_from([None, "family"]),
    tags=st.sampled_from([(), ("test",)]),
)


@settings(max_examples=40, deadline=None)
@given(st.lists(ANY_RECORD, max_size=30))
def test_whatever_comes_in_the_digest_adds_up_and_quotes_exactly(records: list[Verbatim]) -> None:
    check(digest_of(records, rules=Rules(exclude=("test",))), records)


def test_what_came_after_the_week_changes_nothing() -> None:
    later = make_week({"rooms": 30}, back=-1)
    assert digest_of([*SURGE, *later]).model_dump_json() == digest_of(SURGE).model_dump_json()


def test_a_theme_that_fell_silent_is_told_and_has_no_voice() -> None:
    feedback = [*make_past({**USUAL, "rooms": 40}), *make_week({**USUAL, "rooms": 0})]
    digest = digest_of(feedback)
    check(digest, feedback)
    assert (lead(digest).count, lead(digest).label) == (0, Label.FADING)
    assert digest.verdict.kind is VerdictKind.MOVED


def test_rules_name_a_theme_its_owner_and_area() -> None:
    rule = ThemeRule(name={"en": "Bags", "de": "Gepäck"}, any=("suitcase*",), owner="Ops", area="Baggage")
    digest = digest_of(SURGE, rules=Rules(version="abc", themes=(rule,)), language="de")
    assert (lead(digest).name, lead(digest).owner, lead(digest).area) == ("Gepäck", "Ops", "Baggage")
    assert digest.rules_version == "abc"


def test_what_the_operator_excludes_is_counted_as_such_and_in_no_number() -> None:
    rated = make_week({"rooms": 40}, kind=Kind.REVIEW, tags=("test",), rating=5)
    feedback = [*make_past(USUAL), *make_week({"luggage": 12, "breakfast": 12, "booking": 12}), *rated]
    digest = digest_of(feedback, rules=Rules(exclude=("test",)))
    check(digest, feedback)
    assert digest.counts.left_out == {"excluded": 40}
    assert digest.kpis == ()


def test_what_may_not_be_featured_is_counted_and_never_quoted() -> None:
    digest = digest_of(SURGE, rules=Rules(do_not_feature=("suitcase",)))
    assert lead(digest).count == 48
    assert digest.quotes == () or all("suitcase" not in q.text for q in digest.quotes)


def test_nothing_at_all_makes_an_empty_week() -> None:
    digest = digest_of([])
    check(digest, [])
    assert (digest.verdict.kind, digest.themes, digest.quotes, digest.draw) == (VerdictKind.EMPTY, (), (), None)


def test_a_digest_says_for_how_many_weeks_there_is_feedback_to_compare_with() -> None:
    assert digest_of([make_verbatim()]).weeks_before == 0
    assert digest_of(make_week(USUAL)).weeks_before == 0
    assert digest_of(SURGE).weeks_before == 8


def test_a_single_item_is_a_week_too() -> None:
    feedback = [make_verbatim("Nobody answers the phone for days and my suitcase is still somewhere in Rome.")]
    digest = digest_of(feedback)
    check(digest, feedback)
    assert digest.counts.eligible == 1
    assert digest.verdict.kind is VerdictKind.EARLY
    assert digest.draw is None


def test_a_thousand_identical_items_are_one_voice() -> None:
    same = [
        make_verbatim("Buy nothing here, the suitcase breaks at once.", external_id=f"same{n}", tone=-1)
        for n in range(1000)
    ]
    feedback = [*FLAT, *same]
    digest = digest_of(feedback)
    check(digest, feedback)
    assert digest.counts.eligible == 1048
    assert Label.RISING not in {line.label for line in digest.all_themes}
    assert all(line.voices <= 13 for line in digest.all_themes)


@pytest.mark.parametrize("noise", [LeftOut.SPAM, LeftOut.AUTO_REPLY, LeftOut.EMPTY_THANKS])
def test_a_week_of_noise_is_counted_and_says_nothing(noise: LeftOut) -> None:
    feedback = [make_verbatim("zzz", external_id=f"n{n}", noise=noise) for n in range(30)]
    digest = digest_of(feedback)
    check(digest, feedback)
    assert digest.counts.left_out == {noise.value: 30}
    assert digest.verdict.kind is VerdictKind.EMPTY


def test_a_week_in_which_nobody_may_be_quoted_has_numbers_and_no_quotes() -> None:
    feedback = [*make_past(USUAL), *make_week({**USUAL, "luggage": 48}, doubt=True)]
    digest = digest_of(feedback)
    assert lead(digest).count == 48
    assert (digest.quotes, digest.draw) == ((), None)


def test_the_first_week_of_all_says_that_it_is_early() -> None:
    digest = digest_of(make_week(USUAL))
    check(digest, make_week(USUAL))
    assert digest.verdict.kind is VerdictKind.EARLY
    assert digest.lead is not None
    assert {line.label for line in digest.all_themes} == {Label.STEADY}


def test_a_ticket_that_began_long_ago_does_not_make_the_first_weeks_rise() -> None:
    old = make_verbatim("Still waiting for my refund after all these weeks.", days_ago=70)
    feedback = [old, *make_past(USUAL, weeks=2), *make_week(USUAL)]
    digest = digest_of(feedback)
    check(digest, feedback)
    assert digest.verdict.kind is VerdictKind.EARLY
    assert {line.label for line in digest.all_themes} == {Label.STEADY}


def test_words_without_meaning_get_a_digest_too() -> None:
    zeros = np.zeros(512, dtype=np.float32)
    feedback = [make_verbatim(f"{n} 😡", external_id=f"e{n}", vector=zeros) for n in range(40)]
    check(digest_of(feedback), feedback)


def test_the_running_week_goes_on_beyond_the_feedback_at_hand() -> None:
    theme = digest_of(SURGE).lead
    past = PastEdition(week=str(WEEK.previous), lead=theme, shown=(str(theme),), weeks={str(theme): 11})
    assert lead(digest_of(SURGE, history=History(editions=(past,)))).weeks == 12


def test_a_published_digest_is_remembered_as_it_was() -> None:
    digest = digest_of(SURGE)
    past = PastEdition.of(digest)
    assert (past.week, past.lead, past.shown) == ("2026-W45", digest.lead, tuple(line.id for line in digest.themes))
    assert past.weeks[str(digest.lead)] == 9
    assert sum(past.counts.values()) == digest.counts.eligible
    assert set(past.critical) == set(past.counts) == {line.id for line in digest.all_themes}


def test_themes_come_back_with_what_the_week_added() -> None:
    fresh = [
        make_verbatim(
            f"The lounge has closed {n} times without a word to anybody who had paid for it.",
            external_id=f"lounge{n}",
            vector=make_vector(9, shade=n, spread=0.5),
        )
        for n in range(25)
    ]
    before = themes_before(FLAT)
    digest, after = curate([*FLAT, *fresh], History(), before, WEEK, Rules(), "seed", edition=EDITION)
    assert before is not None
    assert len(list(after)) == len(list(before)) + 1
    assert lead(digest).label is Label.NEW
    assert "lounge" in voice(digest).text


@pytest.mark.parametrize(("customers", "shown"), [(20, True), (19, False)])
def test_only_customers_whose_feedback_counts_open_a_segment(customers: int, shown: bool) -> None:
    said = [replace(v, customer=f"c{n % customers}", segment="family") for n, v in enumerate(SURGE)]
    spam = [
        make_verbatim("buy now", customer=f"s{n}", segment="family", noise=LeftOut.SPAM, days_ago=n) for n in range(30)
    ]
    assert (voice(digest_of([*said, *spam])).segment == "family") is shown
