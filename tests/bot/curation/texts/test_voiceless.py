"""Noise is left out; a voice never is."""

import pytest

from bot.curation.texts.voiceless import noise
from bot.domain.verbatim import LeftOut


@pytest.mark.parametrize(
    "words", ["ok danke", "thanks!", "@united thank you so much!! 😊", "Super, vielen Dank", "ok", "👍 danke"]
)
def test_empty_thanks_are_no_voice(words: str) -> None:
    assert noise(words) is LeftOut.EMPTY_THANKS


@pytest.mark.parametrize(
    "words",
    [
        "Thanks for nothing",
        "Danke für nichts!",
        "Danke, aber das Zimmer war kalt",
        "nein danke",
        "no thanks",
        "Thank you for your help",
        "thanks for the canned reply",
        "Thank you?",
        "Nooooooo!",
        "No no no no no, never again",
        "Super",
        "I am on vacation in your hotel and the room is dirty",
        "Wir sind im Urlaub und ich bin nicht erreichbar, rufen Sie nicht an",
        "I only got: this is an automated reply. Nobody helped.",
        "Your app asked me to click here and nothing happened",
        "I lost my bitcoin because your app was down",
        "You offer free quotes? We provide the data and never hear back",
        "See https://example.com/photo for the broken seat",
    ],
)
def test_voices_are_kept(words: str) -> None:
    assert noise(words) is None


@pytest.mark.parametrize(
    "words",
    [
        "I am currently out of the office and will return on Monday.",
        "Vielen Dank. Ich bin bis zum 5.1. nicht im Büro. In dringenden Fällen: [name].",
        "This is an automated reply. We have received your mail.",
        "Dies ist eine automatisch generierte Antwort.",
        "Delivery has failed to these recipients or groups:",
    ],
)
def test_auto_replies_are_no_voice(words: str) -> None:
    assert noise(words) is LeftOut.AUTO_REPLY


@pytest.mark.parametrize(
    "subject",
    [
        "Automatic reply: Your booking",
        "Automatische Antwort: Ihre Anfrage",
        "Undelivered Mail Returned to Sender",
        "AW: Abwesenheitsnotiz",
    ],
)
def test_the_subject_gives_an_auto_reply_away(subject: str) -> None:
    assert noise("I will be back soon.", subject) is LeftOut.AUTO_REPLY


@pytest.mark.parametrize(
    "subject", ["Automatic payment failed", "Re: booking", "Auto rental", "Delivery late", None, ""]
)
def test_other_subjects_mean_nothing(subject: str | None) -> None:
    assert noise("My parcel is late.", subject) is None


@pytest.mark.parametrize(
    "words",
    [
        "Hi, I came across your website. We offer SEO services to rank on the first page of Google.",
        "Invest in bitcoin now: guaranteed profits, contact me on WhatsApp +123456789",
        "Wir bieten Ihnen Suchmaschinenoptimierung und Linkaufbau, kostenlose Analyse!",
        "https://spam.example/x",
        "aaaaaaaaaaaa",
        "buy " * 40,
        "https://a.example/1 https://a.example/2 https://a.example/3 https://a.example/4 https://a.example/5 cheap",
    ],
)
def test_spam_is_no_voice(words: str) -> None:
    assert noise(words) is LeftOut.SPAM


@pytest.mark.parametrize("words", ["", "👍", "😭😭😭", "10/10", "?!", "...", "[name]", "@united"])
def test_without_letters_there_are_no_words(words: str) -> None:
    assert noise(words) is LeftOut.NO_WORDS


@pytest.mark.parametrize(
    ("words", "subject"),
    [
        ("We can boost your shop in a month, reply YES.", "SEO packages"),
        ("I represent an investor with 3 million to transfer. Kindly reply with your bank details.", "Hello"),
        ("Heute beantragen, morgen Geld auf dem Konto.", "Sofortkredit ohne Schufa"),
    ],
)
def test_subject_and_words_together_give_spam_away(words: str, subject: str) -> None:
    assert noise(words, subject) is LeftOut.SPAM
