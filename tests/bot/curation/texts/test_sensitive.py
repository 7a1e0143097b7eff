"""Special categories are recognised, and everyday words are not taken for them."""

import pytest

from bot.curation.texts.phrases import read_phrases
from bot.curation.texts.sensitive import is_sensitive


@pytest.mark.parametrize(
    "text",
    [
        "Ich sitze im Rollstuhl und kam nicht durch die Tür",
        "Wegen meiner Nussallergie konnte ich nichts essen",
        "My wife is pregnant and had to stand",
        "I am a diabetic and need sugar",
        "The crew was rude to my deaf father",
        "Ich bin seit der Reise krank",
        "We got food poisoning from the buffet",
        "They sat our 5 and 8 year old apart from us",
        "Unsere 5-jährige Tochter hatte Angst",
        "mein 3 Jahre alter Sohn",
        "she is only 11 years old",
        "Was ist mit meinem Baby an Bord?",
        "no halal meal although I ordered one",
        "als Muslim fühlte ich mich nicht willkommen",
        "Unser Betriebsrat wird davon hören",
        "as a union member I protest",
        "Wir sind ein schwules Paar",
        "they stared because I am black",
        "Ihr Mitarbeiter war rassistisch",
        "Ich wähle die AfD nicht wegen euch",
        "the rep then inappropriately touched a customer",
        "er hat mich begrapscht",
    ],
)
def test_special_categories_are_recognised(text: str) -> None:
    assert is_sensitive(text)


@pytest.mark.parametrize(
    "text",
    [
        "Gesundes Frühstück, alles frisch",
        "Die Kirchenglocken waren laut",
        "Only a minor delay",
        "to add insult to injury they lost my bag",
        "that was tone deaf",
        "I am sick of waiting",
        "sick and tired of this",
        "They disabled my account",
        "Be patient with us",
        "Der Verkehr war dementsprechend laut",
        "Wir lieben Babybett und Kinderstuhl",
        "my 5 year old phone died",
        "ein 3-jähriger Vertrag",
        "Two years old and the cover is no longer sold",
        "Western Union and the European Union",
        "Family with children, great pool",
        "Ein toller Christbaum in der Lobby",
        "Waited 4 hours with my son for 3 hours",
    ],
)
def test_everyday_words_are_no_special_category(text: str) -> None:
    assert not is_sensitive(text)


@pytest.mark.parametrize("name", ["sensitive", "pitches", "away"])
def test_every_rule_names_letters_that_its_pattern_needs(name: str) -> None:
    phrases = read_phrases(name)
    assert len({phrase.section for phrase in phrases}) >= 2
    for _, letters, pattern in phrases:
        needed = pattern.pattern.lower().replace(r"\s", " ").replace("-?", "").replace("\\", "")
        assert letters in needed, letters
