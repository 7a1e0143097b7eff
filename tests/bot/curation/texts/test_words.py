"""The customer's own words, whatever the mail program, the browser or the attacker put around them."""

import random
import time

import pytest

from bot.curation.texts.words import to_words
from bot.domain.feedback import LONGEST_TEXT


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ("Hallo liebes Team,\ndas Zimmer war kalt.", "das Zimmer war kalt."),
        ("Dear support team, my order is late.", "my order is late."),
        ("Sehr geehrte Damen und Herren,\n\nich bin enttäuscht.", "ich bin enttäuscht."),
        ("Sehr geehrter Herr Müller, das ist schlecht.", "das ist schlecht."),
        ("Hallo Frau [name],\nwo bleibt das Geld?", "wo bleibt das Geld?"),
        ("To whom it may concern:\nThe lift is broken.", "The lift is broken."),
        ("Hello,", ""),
    ],
)
def test_greetings_are_left_out(raw: str, words: str) -> None:
    assert to_words(raw) == words


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ("“@shop: Our sale is on. http://t.co/x”", ""),
        ("“@shop: Our sale is on. http://t.co/x” let's keep it serious", "let's keep it serious"),
        ('Sigh... "@shop: We hear you" No you do not.', "Sigh... No you do not."),
        ("Can I wait? RT “@shop: @anna Please DM us ^JJ”", "Can I wait?"),
        ("“@shop: @anna That is not an option with our", ""),
        ("Hypocrisy RT @shop @anna I'm sorry, no refund. ^KP", "Hypocrisy"),
        ("RT @shop: Our sale is on", ""),
        ("First line.\nRT @shop: Our sale\nLast line.", "First line.\n\nLast line."),
    ],
)
def test_what_somebody_else_posted_is_left_out(raw: str, words: str) -> None:
    assert to_words(raw) == words


@pytest.mark.parametrize(
    "raw",
    [
        "@shop my order is late",
        'They said "we will call you" and never did, @shop',
        "Start @shop: the app crashes",
        "Art @shop is nice",
        '"Never again", says @anna: she waited 2 hours. "Sorry" is not enough',
    ],
)
def test_words_about_somebodys_post_stay_whole(raw: str) -> None:
    assert to_words(raw) == raw


@pytest.mark.parametrize(
    "raw",
    [
        "Danke für nichts!",
        "Thanks for nothing",
        "Hallo? Ist da jemand?",
        "Hello I have a problem with my bag, it is gone.",
        "Dear me, what a mess",
        "Liebe Grüße vom See. Leider war das Essen kalt.",
        "Thanks for nothing\nThe app is broken.\nThanks, but my order is still missing.\nI want my money back",
        "Two problems:\n- the app crashes\n- the room was cold",
        "The food was bad.\nWarning: do not write a mail, they never answer.\nThe room was nice.",
        "On Monday your agent wrote: we will call. Nobody did.",
        "From Berlin to Rome: late.\nTo be honest, never again.",
        "I was >5 hours late\n>:( and nobody cared",
        "Das Beste:\nCheers to the night shift, they saved us.",
        "Best\nbreakfast in town, says my wife.",
        "They lost my bag. Unbelievable",
        "Drei Stunden gewartet! Frechheit",
        "Never again! Worst Airline Ever",
        "Kaltes Essen. Tolles Hotel",
        "It broke. Epic Fail",
        "I asked for Jane Doe",
    ],
)
def test_short_complaints_and_lists_stay_whole(raw: str) -> None:
    assert to_words(raw) == raw


@pytest.mark.parametrize(
    "raw",
    [
        "Still broken.\n\nOn Mon, Jan 5, 2026 at 9:00 AM Support <s@example.com>\nwrote:\n> Hello\n> all good",
        "Still broken.\n\nAm 05.01.2026 um 09:00 schrieb Support <s@example.com>:\n> Hallo",
        "Still broken.\n\nSupport <s@example.com> schrieb am Mo., 5. Jan. 2026, 09:00:\nHallo",
        "Still broken.\n\n-----Original Message-----\nFrom: Support\nHello",
        "Still broken.\n\n-----Ursprüngliche Nachricht-----\nVon: Support\nHallo",
        "Still broken.\n________________\nVon: Support\nGesendet: Montag\nAn: mich\nBetreff: AW\n\nHallo",
        "Still broken.\n\nFrom: Support\nSent: Monday\nTo: me\nSubject: Re\n\nWe are sorry.",
        "Still broken.\n\n##- Please type your reply above this line -##\nYour ticket was updated.",
    ],
)
def test_quoted_history_is_left_out(raw: str) -> None:
    assert to_words(raw).rstrip("_\n") == "Still broken."


def test_an_answer_under_the_quoted_mail_stays() -> None:
    assert to_words("On Monday Bob wrote:\n> Is it fixed?\n\nNo, it is not.") == "No, it is not."


def test_a_message_of_nothing_but_history_has_no_words() -> None:
    assert to_words("On Mon, Jan 5, 2026 Support wrote:\n> We are sorry.\n> Bye") == ""


@pytest.mark.parametrize(
    "ending",
    [
        "\n\nMit freundlichen Grüßen\nAnna Müller\nLeiterin Einkauf\nTel.: 030 1234567",
        "\nMfG\nHans",
        "\nViele Grüße, Thomas Müller",
        "\nVielen Dank und beste Grüße\nThomas",
        "\n\nKind regards,\n\nJane Doe | Head of Something\nwww.example.com",
        "\nThanks,\nJane",
        "\n-- \nJane Doe\nCEO",
        "\nSent from my iPhone",
        "\nVon meinem iPhone gesendet",
        " Sent from my iPhone",
        " LG Dirk",
        " Jane Doe",
        "\nZoltan Beispiel",
        " Z. Muster-Beispiel",
        " [name]",
        "\nB. [name]",
        "\n\nThis e-mail and any attachments are confidential.\nIf you are not the intended recipient, delete it.",
        "\n\nDiese E-Mail enthält vertrauliche Informationen und ist nur für den Empfänger.",
    ],
)
def test_signatures_and_disclaimers_are_left_out(ending: str) -> None:
    assert to_words("The room was cold." + ending) == "The room was cold."


def test_a_postscript_after_the_signature_stays() -> None:
    assert to_words("Kalt.\nViele Grüße\nThomas Müller\nPS: Das Frühstück auch.") == "Kalt.\nPS: Das Frühstück auch."


def test_html_gives_its_words_with_links_by_their_text() -> None:
    raw = (
        "<html><head><title>Mail</title><style>p{}</style></head><body><p>Das Zimmer war&nbsp;<b>kalt</b>.</p>"
        "<p>Siehe <a href='https://evil.example'>mein Foto</a><img src='pixel.gif' alt='x'></p><script>x()</script>"
        "<blockquote>Wir bedauern das.</blockquote></body></html>"
    )
    assert to_words(raw, html=True) == "Das Zimmer war kalt.\n\nSiehe mein Foto"


@pytest.mark.parametrize(
    "quoted",
    [
        '<div class="gmail_quote">On Monday Bob wrote: hello</div>',
        '<div id="divRplyFwdMsg">From: Bob</div><div>hello</div>',
        '<div style="display:none">hello</div>',
        '<div class="moz-cite-prefix">Am Montag schrieb Bob:</div><blockquote>hello</blockquote>',
    ],
)
def test_quoted_and_hidden_html_is_left_out(quoted: str) -> None:
    assert to_words(f"<div>Still broken.</div>{quoted}", html=True) == "Still broken."


def test_plain_text_that_is_said_to_be_html_keeps_its_lines() -> None:
    assert to_words("Cold room\nBad food &amp; noise, 3 < 4", html=True) == "Cold room\nBad food & noise, 3 < 4"


@pytest.mark.parametrize("depth", [300, 20_000])
def test_words_are_found_however_deep_they_lie(depth: int) -> None:
    assert to_words("<div>" * depth + "the lift broke", html=True) == "the lift broke"


def test_markup_soup_never_fails() -> None:
    draw = random.Random(1)
    parts = [
        "<",
        "</",
        "p",
        ">",
        "div",
        "b",
        "<!--",
        "-->",
        "&",
        "amp;",
        " ",
        "=",
        '"',
        "'",
        "<br>",
        "<![CDATA[",
        "?>",
        "ä",
    ]
    for _ in range(2000):
        words = to_words("".join(draw.choices(parts, k=draw.randint(1, 40))), html=True)
        assert "<br>" not in words


def test_text_that_is_evidently_html_is_read_as_html() -> None:
    assert to_words("Cold room<br>Bad food<br/>Never again") == "Cold room\nBad food\nNever again"


@pytest.mark.parametrize(
    "raw", ["1 < 2 and 3 > 2", "<!channel> pay up", "<@U123> hi", "<https://evil|bank>", "I <3 you"]
)
def test_angle_brackets_that_are_no_html_stay(raw: str) -> None:
    assert to_words(raw) == raw


def test_escaped_characters_are_decoded_once() -> None:
    assert to_words("W&auml;sche &amp; B&#252;geln, &amp;lt;b&amp;gt;") == "Wäsche & Bügeln, &lt;b&gt;"


@pytest.mark.parametrize(
    "raw",
    ["go\x00od", "go\ud83dod", "go\u202eod", "go\u200bod", "go\xadod", "go&#8238;od", "go\U000e0041od", "go\ufeffod"],
)
def test_what_cannot_be_seen_is_taken_out(raw: str) -> None:
    assert to_words(raw) == "good"


def test_text_is_composed_and_spaced_in_one_way() -> None:
    assert (
        to_words("Fru\u0308hstu\u0308ck\xa0war \t gut\r\n\r\n\r\n\r\nwirklich \u2028ja")
        == "Frühstück war gut\n\nwirklich\nja"
    )


def test_marks_piled_on_a_letter_are_cut() -> None:
    assert len(to_words("b" + "\u0301" * 500 + " ok")) < 10


def test_words_end_at_the_longest_text() -> None:
    assert len(to_words("word " * 30_000)) <= LONGEST_TEXT


@pytest.mark.parametrize(
    "unit",
    [
        "x",
        " \n",
        "<",
        "<div>",
        "<b><p>x</p>",
        "> ",
        "From: x\n",
        "On a\n",
        "Am x schrieb ",
        "Hallo liebes Team ",
        "mfg\n",
        "A ",
        "&amp;",
        "This message ",
        "é",
        "a\u0301\u0301\u0301",
        "-_",
        "Thanks\nA\n",
        "a@",
        "www.",
        "][",
    ],
)
@pytest.mark.parametrize("html", [False, True])
def test_hostile_input_of_100_kb_takes_no_time(unit: str, html: bool) -> None:
    raw = unit * (100_000 // len(unit))
    start = time.perf_counter()
    assert len(to_words(raw, html=html)) <= LONGEST_TEXT
    assert time.perf_counter() - start < 2


@pytest.mark.parametrize("emoji", ["👨\u200d👩\u200d👧", "🏳️\u200d🌈", "❤️\u200d🔥", "🤷🏽\u200d♀️"])
def test_what_joins_emojis_into_one_stays(emoji: str) -> None:
    assert to_words(f"We loved it {emoji} so much") == f"We loved it {emoji} so much"


@pytest.mark.parametrize(
    "hidden", ["a\u200db", "👨\u200da", "a\u200d👨", "👨\u200d\u200d👩", "👨 \u200d 👩", "\u3164\u200d\u3164"]
)
def test_a_joiner_anywhere_else_is_taken_out(hidden: str) -> None:
    assert "\u200d" not in to_words(f"It was {hidden} fine")
