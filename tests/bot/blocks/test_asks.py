"""Asks, ledgers and offers stay within Slack's limits and the budget, whatever people write, in every language."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.blocks import ask_form, ask_home, ask_letters, ids, offer_form, offer_letters
from bot.blocks.ask_slot import LONGEST_ANSWER, LONGEST_SENTENCE, asks, corrected
from bot.blocks.digest import MOST_BLOCKS, MOST_CHARACTERS, MOST_WORDS, parent, summary, thread
from bot.blocks.document import to_document, to_text
from bot.blocks.drawing import as_json, texts_in
from bot.blocks.home import home
from bot.blocks.limits import check, check_view
from bot.blocks.page import to_page
from bot.domain.ask import AskRecord, AskState, CommitmentKind, Outcome, Passing
from bot.domain.digest import Answer, AnswerKind, Ask, Digest, LedgerLine, Offer, Quote
from bot.domain.message import Message
from bot.domain.offer import OfferKind, OfferRecord, OfferState
from bot.locale import Words
from tests.bot.blocks.factories import make_digest, make_long, make_quote, make_theme
from tests.bot.blocks.test_wins import HARDEST, SPOKEN, WORDS, TwiceAsLong, filled


def texts(message: Message) -> list[str]:
    return [text for block in message.blocks for text in texts_in(block)]


NOW = datetime(2026, 11, 17, 8, tzinfo=UTC)
TODAY = date(2026, 11, 17)


def make_ask(sign: str = "x", **fields: object) -> AskRecord:
    """The largest ask that the forms let in, made of nothing but *sign*."""
    given: dict[str, object] = {
        "id": 10**12,
        "edition": "default",
        "week": "2026-W46",
        "theme": make_theme().id,
        "theme_name": filled(sign, 255),
        "area": filled(sign, 80),
        "sentence": filled(sign, LONGEST_SENTENCE),
        "chosen": "U00000001",
        "owner": "U00000001",
        "deputy": "U00000002",
        "state": AskState.TAKEN,
        "passed_to": "U00000003",
        "passed_by": "U00000001",
        "passing": Passing.WAITING,
        "kind": CommitmentKind.PROMISE,
        "line": filled(sign, LONGEST_ANSWER),
        "closing": filled(sign, LONGEST_ANSWER),
        "due": date(2026, 11, 27),
    }
    return AskRecord(**(given | fields))  # type: ignore[arg-type]


def make_offer(kind: OfferKind, sign: str = "x", **fields: object) -> OfferRecord:
    given: dict[str, object] = {
        "id": 10**12,
        "kind": kind,
        "record": filled(sign, 255),
        "opened_by": "U00000001",
        "created_at": NOW,
        "theme": filled(sign, 60),
        "taken_by": "U00000002",
        "state": OfferState.TAKEN,
    }
    how = {"slot_at": NOW} if kind is OfferKind.LISTEN else {"agreed_on": TODAY, "agreed_how": filled(sign, 200)}
    return OfferRecord(**(given | how | fields))  # type: ignore[arg-type]


def shown_ask(sign: str = "x", answer: Answer | None = None, **fields: object) -> Ask:
    given: dict[str, object] = {
        "theme": "lost-luggage",
        "theme_name": filled(sign, 255),
        "area": filled(sign, 80),
        "sentence": filled(sign, LONGEST_SENTENCE),
        "owner": "U00000001",
        "named": True,
        "number": 1,
        "answer": answer,
    }
    return Ask(**(given | fields))  # type: ignore[arg-type]


def with_asks(digest: Digest, sign: str = "x", answer: Answer | None = None, lines: int = 9) -> Digest:
    ledger = tuple(
        LedgerLine(area=filled(sign, 80), state=list(Outcome)[n % 4].value, line=filled(sign, 150), due=TODAY)
        for n in range(lines)
    )
    offer = Offer(kind="call", theme=filled(sign, 60), number=10**12)
    return digest.model_copy(update={"ask": shown_ask(sign, answer), "ledger": ledger, "offer": offer})


def letters(sign: str, words: Words) -> Iterator[Message]:
    ask, digest = make_ask(sign), make_digest(quotes=tuple(linked(n) for n in range(30)))
    for again in (True, False):
        yield ask_letters.question(ask, filled(sign, 200), NOW, words, again=again)
        yield ask_letters.question(ask, filled(sign, 200), None, words, again=again)
    for draw in (
        ask_letters.passed,
        ask_letters.yours_now,
        ask_letters.with_deputy,
        ask_letters.accepted,
        ask_letters.declined,
        ask_letters.withdrawn,
        ask_letters.commitment,
        ask_letters.not_now,
        ask_letters.over,
    ):
        yield draw(ask, words)
    yield ask_letters.due(ask, words, TODAY + timedelta(days=2))
    yield ask_letters.commitment(make_ask(sign, moved_from=TODAY), words)
    yield ask_letters.over(make_ask(sign, state=AskState.KEPT), words)
    yield ask_letters.kept(ask, digest, [(quote.record, quote.url) for quote in digest.quotes], words)
    yield ask_letters.kept(ask, None, [], words)
    yield ask_letters.declined_by_you(words)
    for kind in (OfferKind.CALL, OfferKind.LISTEN):
        offer = make_offer(kind, sign)
        for told in (offer_letters.offered, offer_letters.taken, offer_letters.taken_by, offer_letters.debrief):
            yield told(offer, words)
        yield offer_letters.debriefed(offer, [filled(sign, offer_letters.LONGEST_ANSWER)] * 3, words)
    yield offer_letters.gone(words)


def linked(number: int) -> Quote:
    return make_quote(number=number, url="https://help.example.com/" + "x" * 150)


def forms(sign: str, words: Words) -> Iterator[dict]:
    ask = make_ask(sign)
    for draw in (
        ask_form.take_form,
        ask_form.pass_form,
        ask_form.not_now_form,
        ask_form.done_form,
        ask_form.move_form,
        ask_form.drop_form,
    ):
        yield draw(ask, words)
    yield ask_form.thanks_form(ids.ASK_TAKE_FORM, words)
    yield ask_form.word_form(10**12, 10**6, shown_ask(sign), words)
    yield ask_form.word_form(1, 1, None, words)
    for kind in (OfferKind.CALL, OfferKind.LISTEN):
        told = {ids.OFFER_ABOUT: filled(sign, 60), ids.OFFER_RECORD: filled(sign, 250)}
        yield offer_form.offer_form(words, kind, told)
        yield offer_form.debrief_form(make_offer(kind, sign), words)
    yield offer_form.thanks_form(ids.OFFER_FORM, words)
    yield offer_form.thanks_form(ids.OFFER_DEBRIEF_FORM, words)


@pytest.mark.parametrize("words", WORDS, ids=SPOKEN)
@pytest.mark.parametrize("sign", HARDEST)
def test_the_longest_letters_and_forms_are_within_the_limits(words: Words, sign: str) -> None:
    for message in letters(sign, words):
        check(message)
    for form in forms(sign, words):
        check_view(form)


@pytest.mark.parametrize("words", [Words("en"), Words("de")])
def test_who_writes_a_line_that_the_digest_shows_is_told_so_and_to_name_nobody(words: Words) -> None:
    shown = (ask_form.take_form, ask_form.not_now_form, ask_form.done_form, ask_form.drop_form)
    for draw in shown:
        (line,) = [block for block in draw(make_ask(), words)["blocks"] if block.get("block_id") == ids.ASK_LINE]
        hint = line["hint"]["text"]
        assert "igest" in hint
        assert ("names nobody" if words.language == "en" else "niemand genannt") in hint


@pytest.mark.parametrize("words", WORDS, ids=SPOKEN)
@pytest.mark.parametrize("sign", HARDEST)
def test_app_home_has_room_for_the_longest(words: Words, sign: str) -> None:
    every = [make_ask(sign), make_ask(sign, state=AskState.OPEN), make_ask(sign, state=AskState.OPEN, owner="U9")] * 9
    sections = ask_home.open_asks(every, {}, {10**12}, "U00000003", words)
    offers = [make_offer(kind, sign) for kind in (OfferKind.CALL, OfferKind.LISTEN)] * 9
    check_view(view := home([*sections, *offer_letters.at_home(offers, offers, words)], words))
    assert all(f"+{left}" in str(view) for left in (19, 26)), "of the questions and of the offers"


TAKEN = Answer(kind=AnswerKind.TAKEN, line="&" * LONGEST_ANSWER, due=TODAY, decision="promise")
NOT_NOW = Answer(kind=AnswerKind.NOT_NOW, line="&" * LONGEST_ANSWER)


@pytest.mark.parametrize("words", WORDS, ids=SPOKEN)
@pytest.mark.parametrize("sign", HARDEST)
@pytest.mark.parametrize("answer", [None, TAKEN, NOT_NOW], ids=["open", "taken", "not now"])
def test_a_digest_that_asks_stays_inside_its_budget(words: Words, sign: str, answer: Answer | None) -> None:
    digest = with_asks(make_digest(), sign, answer)
    message = parent(digest, words)
    check(message)
    assert isinstance(words, TwiceAsLong) or sum(len(text) for text in texts(message)) <= MOST_CHARACTERS
    assert len(message.blocks) <= MOST_BLOCKS
    assert asks(message)
    for reply in thread(digest, words):
        check(reply)
    check(corrected(message, digest, words, summary(digest, words)))


def test_the_longest_week_of_all_stays_inside_its_budget() -> None:
    message = parent(with_asks(make_long(), "&"), Words("de"))
    check(message)
    counted = texts(message)
    assert sum(len(text) for text in counted) <= MOST_CHARACTERS
    assert sum(len(text.split()) for text in counted) <= MOST_WORDS
    assert len(message.blocks) <= MOST_BLOCKS


def test_what_was_said_gives_way_last_and_what_gave_way_is_in_the_thread() -> None:
    words = Words("en")
    digest = with_asks(make_digest(), "Verspätung ", lines=6)
    first, rest = str(parent(digest, words).blocks), "".join(str(reply.blocks) for reply in thread(digest, words))
    assert "Last week we said" in first
    assert "Also moving" not in first
    assert first.count("• *") + rest.count("• *") == 6
    assert "A customer agreed" in first + rest


def test_what_people_write_pings_no_one_and_leads_nowhere() -> None:
    nasty = "<!channel> <@U1> *bold* https://evil.example.com/x @here :tada:"
    words, answer = Words("en"), Answer(kind=AnswerKind.NOT_NOW, line=nasty)
    digest = make_digest(
        ask=shown_ask(sentence=nasty, area=nasty, theme_name=nasty, answer=answer),
        ledger=(LedgerLine(area=nasty, state="kept", line=nasty),),
        offer=Offer(kind="listen", theme=nasty, number=1),
    )
    message = parent(digest, words)
    ask = make_ask(sentence=nasty, line=nasty, area=nasty, theme_name=nasty, state=AskState.OPEN, deputy=None)
    letter = ask_letters.question(ask, nasty, None, words)
    for text in (*texts(message), message.text, *texts(letter), letter.text):
        for bad in ("<!channel>", "<@U1>", "https://", "@here"):
            assert bad not in text


def test_only_the_owner_of_an_open_question_is_ever_mentioned() -> None:
    words = Words("en")
    for changes, mentions in (({}, 1), ({"named": False}, 0), ({"answer": NOT_NOW}, 0)):
        digest = make_digest(ask=shown_ask(**changes))
        assert str(parent(digest, words).blocks).count("<@") == mentions
        assert "<@" not in parent(digest, words).text
        assert "U00000001" not in str(to_document(digest, words)["ask"])


def test_buttons_say_to_a_screen_reader_what_they_are_about() -> None:
    (row,) = [b for b in parent(make_digest(ask=shown_ask(theme_name="late refunds")), Words("en")).blocks
              if b["type"] == "actions"]  # fmt: skip
    labels = [element["accessibility_label"] for element in row["elements"]]
    assert labels == ["I take it (Late refunds)", "I pass it on (Late refunds)", "Not now, because… (Late refunds)"]


@pytest.mark.parametrize("language", ["en", "de"])
def test_terminal_page_and_json_show_question_ledger_and_offer(language: str) -> None:
    words = Words(language)
    digest = with_asks(make_digest(language=language, draw=None), "Wort ", lines=2)
    document = to_document(digest, words)
    assert document["ledger"][0] == {"area": filled("Wort ", 80), "state": "kept", "line": filled("Wort ", 150),
                                     "due": "2026-11-17"}  # fmt: skip
    assert document["offer"]["kind"] == "call"
    for told in (to_text(digest, words), to_page([document], words)):
        assert words("ledger-title") in told
        assert words("ask-take") in told
        assert words("offer-title") in told


def test_a_message_that_does_not_ask_is_left_as_it_is() -> None:
    message = Message(text="x", blocks=as_json([]))
    assert not asks(message)
