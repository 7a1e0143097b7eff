"""The ask, what was said about it, and ten minutes with a customer: forms, letters, App Home."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta

from bot.blocks import ask_form, ask_home, ask_letters, ask_slot, digest, ids, offer_form, offer_letters
from bot.blocks.drawing import section
from bot.blocks.forms import Form
from bot.blocks.home import Section
from bot.domain.ask import NOBODY, AskState
from bot.domain.message import Message
from bot.domain.offer import OfferKind
from bot.locale import Words
from tests.bot.blocks.factories import make_digest
from tests.bot.blocks.longest import NOW, filled, longest_digest
from tests.bot.blocks.test_asks import NOT_NOW, TAKEN, TODAY, linked, make_ask, make_offer, shown_ask, with_asks


def of_ask(draw: Callable[..., object]) -> Callable[[Words, str], Iterator[object]]:
    """An example of what is drawn of a stored ask alone, in every state of it."""

    def drawn(words: Words, sign: str) -> Iterator[object]:
        yield draw(make_ask(sign), words)
        yield draw(make_ask(sign, state=AskState.KEPT, moved_from=TODAY), words)
        yield draw(make_ask(sign, passed_by="U00000002"), words)

    return drawn


def of_offer(draw: Callable[..., object]) -> Callable[[Words, str], Iterator[object]]:
    """An example of what is drawn of an offer alone."""
    kinds = (OfferKind.CALL, OfferKind.LISTEN)
    return lambda words, sign: (draw(make_offer(kind, sign), words) for kind in kinds)


def questions(words: Words, sign: str) -> Iterator[Message]:
    for at in (NOW, None):
        for again in (True, False):
            yield ask_letters.question(make_ask(sign), filled(sign, 200), at, words, again=again)


def kept(words: Words, sign: str) -> Iterator[Message]:
    quotes = tuple(linked(number) for number in range(150))
    for week in (None, make_digest(quotes=quotes[:30])):
        for links in ([(quote.record, quote.url) for quote in quotes], []):
            yield ask_letters.kept(make_ask(sign), week, links, words)


def corrected(words: Words, sign: str) -> Iterator[Message]:
    for answer in (None, TAKEN, NOT_NOW):
        asking = with_asks(longest_digest(sign, words), sign, answer)
        message = digest.parent(asking, words)
        yield message
        yield from digest.thread(asking, words)
        yield ask_slot.corrected(message, asking, words, digest.summary(asking, words))


def offer_forms(words: Words, sign: str) -> Iterator[Form]:
    told = {ids.OFFER_ABOUT: filled(sign, 60), ids.OFFER_RECORD: filled(sign, 250)}
    for kind in (OfferKind.CALL, OfferKind.LISTEN):
        yield offer_form.offer_form(words, kind, told)


def open_asks(words: Words, sign: str) -> Iterator[Section]:
    every = [make_ask(sign), make_ask(sign, state=AskState.OPEN), make_ask(sign, state=AskState.OPEN, owner="U9")] * 9
    of_two = [replace(ask, edition=f"e{number % 2}") for number, ask in enumerate(every)]
    titles = {f"e{number}": filled(sign, 100) for number in range(2)}
    for asks, overdue in ((every, ()), (of_two, {10**12})):
        for user in ("U00000002", "U00000003"):
            yield from ask_home.open_asks(asks, titles, overdue, user, words)


def at_home(words: Words, sign: str) -> Iterator[Section]:
    offers = [make_offer(kind, sign) for kind in (OfferKind.CALL, OfferKind.LISTEN)] * 9
    yield from offer_letters.at_home(offers, offers, words)


OF_ASK = (
    *(ask_form.take_form, ask_form.pass_form, ask_form.not_now_form),
    *(ask_form.done_form, ask_form.move_form, ask_form.drop_form),
    *(ask_letters.passed, ask_letters.yours_now, ask_letters.with_deputy, ask_letters.accepted),
    *(ask_letters.declined, ask_letters.elsewhere, ask_letters.withdrawn, ask_letters.commitment),
    *(ask_letters.not_now, ask_letters.over),
)
OF_OFFER = (
    *(offer_form.debrief_form, offer_letters.offered, offer_letters.taken),
    *(offer_letters.taken_by, offer_letters.debrief),
)

EXAMPLES = {
    **{draw: of_ask(draw) for draw in OF_ASK},
    **{draw: of_offer(draw) for draw in OF_OFFER},
    ask_form.thanks_form: lambda words, _: [ask_form.thanks_form(ids.ASK_TAKE_FORM, words)],
    ask_form.word_form: lambda words, sign: [
        ask_form.word_form(10**12, 10**6, asked, words) for asked in (shown_ask(sign), None)
    ],
    ask_home.open_asks: open_asks,
    ask_letters.question: questions,
    ask_letters.due: lambda words, sign: (
        ask_letters.due(make_ask(sign, owner=owner), words, day)
        for owner in ("U9", NOBODY)
        for day in (TODAY, TODAY + timedelta(days=10))
    ),
    ask_letters.declined_by_you: lambda words, _: [ask_letters.declined_by_you(words)],
    ask_letters.kept: kept,
    ask_letters.letter: lambda words, sign: [
        ask_letters.letter(words("ask-title"), [section("x")], filled(sign, 3_000))
    ],
    ask_slot.corrected: corrected,
    offer_form.offer_form: offer_forms,
    offer_form.thanks_form: lambda words, _: [
        offer_form.thanks_form(name, words) for name in (ids.OFFER_FORM, ids.OFFER_DEBRIEF_FORM)
    ],
    offer_letters.debriefed: lambda words, sign: (
        offer_letters.debriefed(make_offer(kind, sign), [filled(sign, offer_letters.LONGEST_ANSWER)] * 3, words)
        for kind in (OfferKind.CALL, OfferKind.LISTEN)
    ),
    offer_letters.gone: lambda words, _: [offer_letters.gone(words)],
    offer_letters.at_home: at_home,
}
