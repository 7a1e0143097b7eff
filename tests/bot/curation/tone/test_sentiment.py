import time

import pytest

from bot.curation.tone.sentiment import praise_score, tone, tone_score

PRAISE = [
    ("en", "Thanks for fixing the problem so quickly!"),
    ("en", "No problems at all"),
    ("en", "Your staff went out of their way to help me"),
    ("en", "The support agent fixed my issue, excellent"),
    ("de", "Die Kollegin war super freundlich und hat sofort geholfen"),
    ("de", "Keine Probleme, alles bestens"),
    ("de", "superfreundliches Personal"),
    ("fr", "Très bien 😀"),
]
COMPLAINT = [
    ("en", "The agent was not helpful."),
    ("en", "It was good but the app keeps crashing"),
    ("en", "My claim was denied after 6 weeks"),
    ("en", "I would not recommend this bank"),
    ("en", "The site does not load"),
    ("en", "#badservice"),
    ("de", "Das Gerät funktioniert nicht."),
    ("de", "Ich warte seit drei Wochen auf eine Antwort"),
    ("de", "Die Lieferverzögerung hat niemand erklärt"),
    ("de", "nicht zu empfehlen"),
    ("de", "Der Empfang war unfreundlich"),
    ("de", "Das Frühstück könnte besser sein."),
]
SARCASM = [
    ("en", "Thanks for nothing, great team."),
    ("en", "Thank you for cancelling my flight, wonderful"),
    ("en", "Just great. Third delay today."),
    ("de", "Danke für nichts, tolles Team!"),
    ("de", "Großes Kino, wieder zwei Stunden Warteschleife."),
]
NEITHER = [
    ("en", "Can I change my flight?"),
    ("en", "See https://example.com/good-bad for the list"),
    ("de", "Wo finde ich die Rechnung?"),
    ("fr", "Très bien"),
    ("en", ""),
]


@pytest.mark.parametrize(("language", "text"), PRAISE)
def test_praise_is_positive(language, text):
    assert tone(text, language) == 1


@pytest.mark.parametrize(("language", "text"), COMPLAINT)
def test_complaints_are_negative(language, text):
    assert tone(text, language) == -1


@pytest.mark.parametrize(("language", "text"), SARCASM)
def test_sarcasm_is_a_complaint_and_never_praise(language, text):
    assert tone(text, language) == -1
    assert praise_score(text, language) == 0


@pytest.mark.parametrize(("language", "text"), NEITHER)
def test_questions_links_and_unknown_languages_are_neutral(language, text):
    assert tone(text, language) == 0


def test_what_comes_after_but_counts_more():
    assert tone_score("rude staff but a great room", "en") > tone_score("a great room but rude staff", "en")
    assert tone_score("schönes Zimmer, aber unfreundlich", "de") < tone_score("unfreundlich, aber schönes Zimmer", "de")


def test_boosted_words_weigh_more_and_damped_ones_less():
    assert tone_score("very friendly", "en") > tone_score("friendly", "en") > tone_score("somewhat friendly", "en") > 0


def test_the_score_stays_inside_its_bounds():
    assert -1 <= tone_score("worst " * 500, "en") < -0.9
    assert 0.9 < tone_score("perfekt " * 500, "de") <= 1


def test_people_who_acted_are_praised_more_than_things():
    helped = praise_score("Die Mitarbeiterin war sehr freundlich und hat uns sofort geholfen", "de")
    assert helped > 0.7
    assert praise_score("Das Zimmer war sehr schön", "de") < 0.3
    assert praise_score("Die Mitarbeiterin hat freundlich geholfen, aber das Zimmer war dreckig", "de") < helped
    assert praise_score("Das Personal war unfreundlich", "de") == 0


@pytest.mark.parametrize("piece", ["a", "!", "not good ", "thanks for ", "nicht ", ":", "'", "😀", "http://"])
def test_a_long_text_costs_next_to_nothing(piece):
    tone("warm", "en")
    started = time.process_time()
    tone(piece * 100_000, "en")
    assert time.process_time() - started < 1
