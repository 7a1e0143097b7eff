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
        "Delivery Status Notification (Failure)",
        "Mail delivery failed: returning message to sender",
        "Returned mail: see transcript for details",
        "failure notice",
        "Out of Office",
        "Out of office: Re: your booking",
        "Automatic reply",
        "Abwesenheit",
        "Abwesend bis 12.11.",
        "Abwesenheitsnotiz: Ihre Buchung",
        "AW: Abwesenheitsnotiz",
    ],
)
def test_the_subject_gives_an_auto_reply_away(subject: str) -> None:
    assert noise("I will be back soon.", subject) is LeftOut.AUTO_REPLY


@pytest.mark.parametrize(
    ("subject", "words"),
    [
        ("Undeliverable: Your booking", "Your message to anna@shop.example couldn't be delivered."),
        ("Unzustellbar: Ihre Anfrage", "Fehler bei der Zustellung: 550 5.1.1 Empfänger unbekannt"),
        ("Delivery failure", "The mail system could not deliver your message."),
        ("Returned mail: Your invoice", "----- Transcript of session follows -----\n... User unknown"),
        ("Out of office!", "I will return on Monday."),
        ("Re: Automatic reply: Ticket 5", "Thank you. I am out of the office until Monday."),
        ("Abwesend wegen Urlaub", "In dringenden Fällen wenden Sie sich an die Zentrale."),
    ],
)
def test_such_a_subject_and_a_sign_in_the_words_give_an_auto_reply_away(subject: str, words: str) -> None:
    assert noise(words, subject) is LeftOut.AUTO_REPLY


@pytest.mark.parametrize(
    "subject",
    [
        "Undelivered parcel",
        "Undeliverable parcel: third time now",
        "Undeliverable: my parcel",
        "Delivery failure again",
        "Delivery has failed twice",
        "Unzustellbar laut DHL, stimmt aber nicht",
        "Nicht zustellbar? Ich war zuhause",
        "Abwesenheit des Technikers",
        "Abwesend war nur Ihr Fahrer",
        "Nicht im Haus gewesen, steht da",
        "Failure notice in the app",
        "Re: Vacation response time",
        "Returned mail: parcel came back to me",
        "Automatic response every single time",
        "Re: Automatic reply: Ticket 5",
        "Out of office chair stock",
        "Auto: Getriebe kaputt",
    ],
)
def test_a_complaint_with_a_subject_that_begins_like_a_machines_is_a_voice(subject: str) -> None:
    assert noise("My parcel was returned to sender although I was at home. Nobody mails me back.", subject) is None
    assert noise("Das Paket kam wieder nicht an, keine Nachricht, keine E-Mail. Ich war da.", subject) is None
    assert noise("Laut E-Mail vom Montag wurde es nicht zugestellt. You could not deliver my mail.", subject) is None


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
