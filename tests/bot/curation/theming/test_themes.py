"""What themes promise: identity, a place for everything, and that a new topic is seen in its first week."""

from collections.abc import Sequence

import numpy as np
import pytest

from bot.curation.theming.seeds import Seeds, encode_seeds, fingerprint, kept_fingerprint, load_seeds, read_seeds
from bot.curation.theming.themes import REST, Origin, Space, Themes, absorb, assign, emerge
from bot.domain.rules import Rules, ThemeRule
from bot.domain.verbatim import Conversation
from bot.domain.week import Week
from tests.factories import make_conversation, make_vector

WEEKS = [Week(2026, 30 + i) for i in range(9)]
NO_RULES = Rules()
WORDS = {
    3: "The suitcase stayed at the airport",
    5: "Cold soup in the canteen",
    7: "Elevator broken since spring",
    11: "Parcel shop closed at noon",
}


@pytest.fixture(scope="module")
def seeds() -> Seeds:
    return load_seeds()


def about(topic: int, count: int, *, start: int = 0, text: str | None = None) -> list[Conversation]:
    return [
        make_conversation(text=f"{text or WORDS[topic]}.", vector=make_vector(topic, shade=start + i, spread=0.6))
        for i in range(count)
    ]


def week_of(number: int, *more: Conversation) -> list[Conversation]:
    start = 1000 * number
    return [*about(3, 20, start=start), *about(5, 15, start=start), *about(7, 15, start=start), *more]


def grown(seeds: Seeds, weeks: int) -> Themes:
    themes = None
    for number in range(weeks):
        themes = absorb(themes, WEEKS[number], week_of(number), NO_RULES, seeds)
    assert themes is not None
    return themes


def identities(themes: Themes) -> list[tuple[str, str, bytes]]:
    return [
        (theme.id, theme.name("de"), b"".join(rows.tobytes() for rows in theme.centroids.values())) for theme in themes
    ]


def test_three_topics_of_one_week_are_kept_apart(seeds: Seeds) -> None:
    themes = grown(seeds, 1)
    ids = assign(themes, week_of(1), NO_RULES)
    groups = [set(ids[:20]), set(ids[20:35]), set(ids[35:])]
    assert all(len(group) == 1 for group in groups)
    assert len(set.union(*groups)) == 3
    assert REST not in ids


def test_later_weeks_change_no_id_no_name_and_no_centroid(seeds: Seeds) -> None:
    first = grown(seeds, 1)
    later = first
    for number in range(1, 6):
        later = absorb(later, WEEKS[number], week_of(number, *about(11, 4 * number, start=77)), NO_RULES, seeds)
    assert identities(later)[: len(first.themes)] == identities(first)


def test_state_comes_back_from_text_to_the_last_bit(seeds: Seeds) -> None:
    themes = grown(seeds, 3)
    again = Themes.from_json(themes.to_json())
    assert again.to_json() == themes.to_json()
    assert identities(again) == identities(themes)
    following = [absorb(state, WEEKS[3], week_of(3), NO_RULES, seeds).to_json() for state in (themes, again)]
    assert following[0] == following[1]


def test_the_order_of_rows_changes_nothing(seeds: Seeds) -> None:
    conversations = week_of(0)
    shuffled = [conversations[i] for i in np.random.default_rng(1).permutation(len(conversations))]
    one, other = (absorb(None, WEEKS[0], rows, NO_RULES, seeds) for rows in (conversations, shuffled))
    assert one.to_json() == other.to_json()
    assert dict(zip(map(id, conversations), assign(one, conversations, NO_RULES), strict=True)) == dict(
        zip(map(id, shuffled), assign(one, shuffled, NO_RULES), strict=True)
    )


def test_a_week_is_absorbed_once(seeds: Seeds) -> None:
    themes = grown(seeds, 2)
    assert absorb(themes, WEEKS[1], about(11, 40), NO_RULES, seeds).to_json() == themes.to_json()
    assert absorb(themes, WEEKS[0], about(11, 40), NO_RULES, seeds).to_json() == themes.to_json()


@pytest.mark.parametrize("count", [0, 1, 2, 5])
def test_the_smallest_weeks_are_placed_whole(seeds: Seeds, count: int) -> None:
    conversations = about(3, count)
    themes = absorb(None, WEEKS[0], conversations, NO_RULES, seeds)
    ids = assign(themes, conversations, NO_RULES)
    assert len(ids) == count
    assert all(themes.name(theme, "en") for theme in ids)
    assert assign(absorb(themes, WEEKS[1], week_of(1), NO_RULES, seeds), conversations, NO_RULES) == ids or count < 5


def test_without_any_theme_everything_is_the_rest() -> None:
    assert assign(Themes(), about(3, 3), NO_RULES) == [REST] * 3
    assert Themes().name(REST, "en") == "Everything else"
    assert Themes().name(REST, "de") == "Alles Übrige"


def test_a_new_topic_is_seen_in_its_first_week_and_stays(seeds: Seeds) -> None:
    history = [c for number in range(4) for c in week_of(number)]
    shown = week_of(4, *about(11, 14))
    grown_before = grown(seeds, 4)
    themes = emerge(grown_before, WEEKS[4], shown, history, NO_RULES, seeds)
    (new,) = themes.themes[len(grown_before.themes) :]
    assert new.since == str(WEEKS[4])
    assert assign(themes, shown, NO_RULES)[-14:] == [new.id] * 14
    assert new.id not in assign(themes, history, NO_RULES)
    after = absorb(themes, WEEKS[4], shown, NO_RULES, seeds)
    assert after[new.id] == new
    assert assign(after, about(11, 5, start=500), NO_RULES) == [new.id] * 5


def test_nothing_emerges_from_a_week_like_those_before(seeds: Seeds) -> None:
    history = [c for number in range(4) for c in week_of(number)]
    before = grown(seeds, 4)
    assert emerge(before, WEEKS[4], week_of(4), history, NO_RULES, seeds).to_json() == before.to_json()


def test_what_is_said_a_little_every_week_becomes_a_theme_too(seeds: Seeds) -> None:
    themes = None
    for number in range(6):
        conversations = week_of(number, *about(11, 4 if number else 0, start=50 * number))
        themes = absorb(themes, WEEKS[number], conversations, NO_RULES, seeds)
    assert themes is not None
    (theme,) = set(assign(themes, about(11, 6, start=900), NO_RULES))
    assert theme not in assign(themes, week_of(7), NO_RULES)


def test_names_are_the_customers_terms_and_no_handle_placeholder_or_person(seeds: Seeds) -> None:
    told = "@acme [name] told me Julia Roberts 99 keeps elevator spares, elevator repair late http://x.example"
    conversations = [*about(7, 15, text=told), *about(3, 20), *about(5, 15)]
    themes = absorb(None, WEEKS[0], conversations, NO_RULES, seeds)
    name = themes.name(assign(themes, conversations, NO_RULES)[0], "de").casefold()
    assert "elevator" in name
    assert not any(word in name for word in ("acme", "name", "julia", "roberts", "99", "http"))


def test_no_two_themes_have_one_name(seeds: Seeds) -> None:
    themes = grown(seeds, 5)
    for language in ("en", "de"):
        names = [theme.name(language) for theme in themes]
        assert len(set(names)) == len(names)
        assert all(names)


def test_a_second_group_near_praise_is_called_by_its_own_words(seeds: Seeds) -> None:
    place = next(number for number, seed in enumerate(seeds.seeds) if seed.id == "praise")
    middle = seeds.vectors[place][0]

    def near(topic: int, text: str) -> list[Conversation]:
        rows = [middle / np.linalg.norm(middle) + make_vector(topic, shade=n) for n in range(20)]
        return [make_conversation(text=text, vector=row / np.linalg.norm(row)) for row in rows]

    conversations = [*near(3, "Splendid elevator."), *near(9, "Splendid canteen."), *about(5, 40), *about(11, 40)]
    names = [theme.name("en") for theme in absorb(None, WEEKS[0], conversations, NO_RULES, seeds)]
    assert "General praise" in names
    assert "Splendid canteen" in names


def rule(name: str, any_of: Sequence[str] = (), **fields: object) -> ThemeRule:
    return ThemeRule(name={"en": name, "de": f"{name} (de)"}, any=tuple(any_of), **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("word", "text", "taken"),
    [
        ("gepäck", "Mein GEPAECK ist weg", True),
        ("gepaeck", "Mein Gepäck ist weg", True),
        ("gepäck", "Gepäckband defekt", False),
        ("gepäck*", "Gepäckband defekt", True),
        ("lost bag", "They lost  bag and coat", True),
        ("bag", "The cabbage was cold", False),
        ("cafe", "Das Café war zu", True),
    ],
)
def test_a_rules_word_is_bounded_and_blind_to_case_and_umlauts(word: str, text: str, taken: bool) -> None:
    rules = Rules(themes=(rule("Bags", [word]),))
    assert (assign(Themes(), [make_conversation(text=text)], rules) == ["rule-bags"]) is taken


def test_the_first_rule_wins_and_a_tag_is_enough(seeds: Seeds) -> None:
    rules = Rules(themes=(rule("Bags", ["suitcase"], owner="U1", area="Ground"), rule("All", ["the"], tags=("VIP",))))
    themes = absorb(None, WEEKS[0], week_of(0), rules, seeds)
    tagged = make_conversation(text="Hello", tags=("vip",))
    assert assign(themes, [about(3, 1)[0], tagged, about(7, 1)[0]], rules)[:2] == ["rule-bags", "rule-all"]
    assert (themes["rule-bags"].owner, themes["rule-bags"].area) == ("U1", "Ground")
    assert themes.name("rule-bags", "de") == "Bags (de)"


def test_rule_themes_follow_the_rules_and_not_the_state(seeds: Seeds) -> None:
    themes = absorb(None, WEEKS[0], week_of(0), Rules(themes=(rule("Bags", ["suitcase"]),)), seeds)
    assert [t.id for t in themes if t.origin is Origin.RULE] == ["rule-bags"]
    assert not [t for t in themes.with_rules(NO_RULES) if t.origin is Origin.RULE]


def test_german_and_english_about_one_thing_are_one_theme(seeds: Seeds) -> None:
    from bot.curation.texts.encoder import encode

    said = {
        "en": ["My suitcase never arrived", "You lost my bag again", "Where is my luggage", "No bag at the carousel"],
        "de": ["Mein Koffer kam nie an", "Gepäck schon wieder verloren", "Wo ist mein Koffer", "Keine Tasche am Band"],
    }
    other = {
        "en": ["Cold breakfast buffet", "The eggs were awful", "Tasty bread and fruit", "Coffee at breakfast was weak"],
        "de": ["Kaltes Frühstück", "Die Eier waren schlimm", "Leckeres Brot und Obst", "Der Frühstückskaffee war dünn"],
    }
    rows = [
        make_conversation(text=text, language=language, vector=vector)
        for texts in (said, other)
        for language in ("en", "de")
        for text, vector in zip(texts[language], encode(texts[language]), strict=True)
    ]
    themes = absorb(None, WEEKS[0], rows, NO_RULES, seeds)
    ids = assign(themes, rows, NO_RULES)
    luggage, food = (max(set(part), key=part.count) for part in (ids[:8], ids[8:]))
    assert luggage != food
    assert ids[:4].count(luggage) >= 3
    assert ids[4:8].count(luggage) >= 3
    assert themes.name(luggage, "de") == "Verlorenes und verspätetes Gepäck"


def test_a_language_the_encoder_does_not_know_is_compared_by_words(seeds: Seeds) -> None:
    late = ["tåget försenat igen", "försenat tåg till jobbet", "tåget mycket försenat", "alltid försenat tåget"]
    food = ["kaffet smakade illa", "dåligt kaffe serverades", "kaffet kallt smakade", "smakade kaffet dåligt"]
    rows = [make_conversation(text=text, language="sv") for text in (late + food) * 4]
    themes = absorb(None, WEEKS[0], rows, NO_RULES, seeds)
    ids = assign(themes, rows, NO_RULES)
    assert themes.found_in(Space.WORDS)
    assert not themes.found_in(Space.MEANING)
    assert ids.count(REST) < 4
    assert not set(ids[:4]) & set(ids[4:8]) - {REST}


def test_the_vectors_of_the_seeds_are_those_of_their_phrases() -> None:
    from bot.curation.texts.encoder import encode

    catalogue = read_seeds()
    assert fingerprint(catalogue) == kept_fingerprint(), "run python -m bench.seeds"
    some = catalogue[::25]
    kept = load_seeds().vectors[::25]
    assert np.allclose(encode_seeds(some, encode).astype(np.float32), kept, atol=1e-3)


def test_every_seed_has_a_short_name_and_phrases_in_both_languages() -> None:
    catalogue = read_seeds()
    assert 80 <= len(catalogue) <= 120
    for seed in catalogue:
        for language in ("en", "de"):
            assert 3 <= len(seed.names[language]) <= 45
            assert len(seed.phrases[language]) >= 3
    for language in ("en", "de"):
        assert len({seed.names[language] for seed in catalogue}) == len(catalogue)
