import random
from collections import Counter
from dataclasses import replace
from zoneinfo import ZoneInfo

import numpy as np

from bot.curation.choosing.candidates import Candidate, shown_segments, to_vectors
from bot.curation.counts import to_counted
from bot.curation.exclusions import Exclusions
from bot.curation.texts.near_duplicates import fold, signatures
from bot.curation.voices import to_voices
from bot.domain.rules import Rules
from bot.domain.verbatim import Verbatim, to_conversations
from tests.bot.curation.voices import make_voice, to_candidate
from tests.bot.curation.weeks import TOPICS
from tests.factories import WEEK, make_vector, make_verbatim

BERLIN = ZoneInfo("Europe/Berlin")
SAME = "My suitcase arrived two days late and nobody knew where it was."


def voices(records: list[Verbatim], rules: Rules | None = None) -> list[Candidate]:
    exclusions = Exclusions(rules or Rules())
    return to_voices(to_counted(to_conversations(records), WEEK, BERLIN, exclusions), exclusions.may_feature)


def test_what_is_said_twice_in_a_week_is_one_voice_that_counts_twice() -> None:
    found = voices([make_verbatim(SAME), make_verbatim(SAME), make_verbatim("Quite another thing, about food.")])
    assert sorted(v.times for v in found) == [1, 2]


def test_what_is_said_again_next_week_is_another_voice() -> None:
    found = voices([make_verbatim(SAME), make_verbatim(SAME, days_ago=7)])
    assert [(v.back, v.times) for v in found] == [(0, 1), (1, 1)]


def test_the_earliest_of_a_folded_group_speaks() -> None:
    late, early = make_verbatim(SAME), make_verbatim(SAME, days_ago=0.01)
    assert voices([late, early])[0].voice == early


def test_the_earliest_that_may_be_quoted_speaks_where_the_first_may_not() -> None:
    records = [make_verbatim(SAME, doubt=True, days_ago=0.02), make_verbatim(SAME, tags=("vip",), days_ago=0.01)]
    open_one = make_verbatim(SAME)
    (found,) = voices([*records, open_one], Rules(do_not_feature=("vip",)))
    assert (found.voice, found.quotable, found.times) == (open_one, True, 3)
    (closed,) = voices(records, Rules(do_not_feature=("vip",)))
    assert (closed.quotable, closed.times) == (False, 2)


def test_sensitive_words_are_counted_and_not_quoted() -> None:
    (found,) = voices([make_verbatim(SAME, sensitive=True)])
    assert not found.quotable


def test_a_thousand_who_say_the_same_are_one_voice() -> None:
    (found,) = voices([make_verbatim(SAME, external_id=f"s{n}") for n in range(1000)])
    assert found.times == 1000


def test_leaving_out_who_shares_nothing_folds_the_same_voices() -> None:
    words = f"{TOPICS['luggage']} {TOPICS['rooms']}".split()
    chance = random.Random(4)
    texts = [" ".join(chance.choices(words, k=chance.randint(4, 14))) for _ in range(300)]
    texts += [f"{text} now" for text in texts[::3]] + texts[::5]
    records = [
        replace(record, features=replace(record.features, signature=signature))
        for record, signature in zip([make_verbatim(text) for text in texts], signatures(texts), strict=True)
    ]
    ordered = sorted(records, key=lambda r: r.sort_key)
    whole = Counter(fold([(r.features.text, r.features.signature) for r in ordered]))
    assert Counter(v.times for v in voices(records)) == Counter(whole.values())
    assert max(whole.values()) > 1


def test_the_order_of_the_rows_changes_no_voice() -> None:
    records = [make_verbatim(f"{SAME} {n % 9}", days_ago=n % 20) for n in range(80)]
    assert voices(records) == voices(random.Random(2).sample(records, 80))


def test_a_folded_group_says_how_many_of_it_are_critical() -> None:
    (found,) = voices([make_verbatim(SAME, tone=-1), make_verbatim(SAME, rating=5), make_verbatim(SAME, rating=1)])
    assert (found.times, found.critical) == (3, 2)


def test_languages_are_centred_so_that_topics_meet_across_them() -> None:
    german, english = make_vector(400), make_vector(401)
    pairs = [(language, topic) for language in ("de", "en") for topic in (1, 2)]
    made = [
        make_voice(
            f"{language} {topic}", language=language, vector=(mean + 0.5 * make_vector(topic)).astype(np.float32)
        )
        for language, topic in pairs
        for mean in (german if language == "de" else english,)
    ]
    means = {"de": german, "en": english}
    plain, centred = to_vectors(made), to_vectors(made, means)
    assert plain[0] @ plain[1] > plain[0] @ plain[2]
    assert centred[0] @ centred[2] > centred[0] @ centred[1]


def test_without_any_vector_voices_are_compared_by_their_words() -> None:
    made = [
        to_candidate(without_vector(make_verbatim(text)))
        for text in ("lost suitcase", "suitcase lost", "cold breakfast")
    ]
    rows = to_vectors(made)
    assert rows[0] @ rows[1] > rows[0] @ rows[2]


def without_vector(verbatim: Verbatim) -> Verbatim:
    return replace(verbatim, features=replace(verbatim.features, vector=None))


def test_a_voice_without_a_vector_is_near_nothing() -> None:
    made = [make_voice("a b c"), to_candidate(without_vector(make_verbatim("d e f")))]
    assert not to_vectors(made, {"en": make_vector(3)})[1].any()


def test_a_segment_needs_twenty_customers_to_be_shown() -> None:
    def spoken(segment: str, customers: int, times: int = 1) -> list[Verbatim]:
        return [
            make_verbatim("x", segment=segment, customer=f"{segment}{n}")
            for n in range(customers)
            for _ in range(times)
        ]

    records = [*spoken("many", 20), *spoken("few", 19, times=5), make_verbatim("x")]
    assert shown_segments(to_conversations(records)) == {"many"}
    anonymous = [make_verbatim("x", segment="unknown") for _ in range(100)]
    assert shown_segments(to_conversations(anonymous)) == frozenset(), "all of them may be one customer's"
