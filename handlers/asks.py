"""Asks: an owner's answer, what became of a commitment, a curator's wording."""

from collections.abc import Callable

from slack_bolt import Ack

from bot.blocks import ask_letters, ids
from bot.blocks.ask_form import (
    done_form,
    drop_form,
    move_form,
    not_now_form,
    pass_form,
    read_answer,
    read_button,
    read_wording,
    take_form,
    thanks_form,
    word_form,
)
from bot.blocks.forms import Form
from bot.domain.ask import AskRecord, CommitmentKind
from bot.errors import DeclinedError
from bot.locale import Words
from bot.services.asks.desk import Asks
from bot.services.clock import Clock
from bot.services.drafts.desk import Drafts
from bot.slack import Slack
from handlers.answering import Answer
from handlers.listeners import Listeners
from handlers.requests import Body, numbers

Draw = Callable[[AskRecord, Words], Form]


def respond(ack: Ack, body: Body, action: Body, slack: Slack, asks: Asks, words: Words) -> None:
    """Open the form of an answer, for who may give it."""
    ack()
    ask = asks.answering.see(int(action["value"]), body["user"]["id"])
    slack.open_form(body["trigger_id"], _ANSWERS[action["action_id"]](ask, words))


def keep(ack: Ack, body: Body, action: Body, slack: Slack, asks: Asks, words: Words) -> None:
    """Open the form that says what became of a commitment."""
    ack()
    ask = asks.keeping.see(int(action["value"]), body["user"]["id"])
    slack.open_form(body["trigger_id"], _ENDS[action["action_id"]](ask, words))


def away(ack: Ack, body: Body, action: Body, asks: Asks, words: Words, clock: Clock, answer: Answer) -> None:
    """Give the question to the deputy."""
    ask = asks.answering.step_in(int(action["value"]), body["user"]["id"], clock())
    ack()
    answer(ask_letters.with_deputy(ask, words))
    asks.carry_on(clock())


def accept(ack: Ack, body: Body, action: Body, asks: Asks, words: Words, clock: Clock, answer: Answer) -> None:
    """Take over what somebody passed on."""
    number, passes = numbers(action)
    ask = asks.answering.accept(number, passes, body["user"]["id"], clock())
    ack()
    answer(ask_letters.yours_now(ask, words))
    asks.carry_on(clock())


def decline(ack: Ack, body: Body, action: Body, asks: Asks, words: Words, clock: Clock, answer: Answer) -> None:
    """Leave with its owner what somebody passed on."""
    number, passes = numbers(action)
    asks.answering.decline(number, passes, body["user"]["id"], clock())
    ack()
    answer(ask_letters.declined_by_you(words))
    asks.carry_on(clock())


def take(ack: Ack, body: Body, view: Body, asks: Asks, words: Words, clock: Clock) -> None:
    """Make a commitment of it."""
    given = read_answer(view)
    if given.due is None:
        raise DeclinedError("ask-due-past", at=ids.ASK_DUE)
    kind = given.kind or CommitmentKind.PROCESS
    asks.answering.take(given.number, given.version, body["user"]["id"], kind, given.line, given.due, clock())
    _thank(ack, view, asks, words, clock)


def pass_on(ack: Ack, body: Body, view: Body, asks: Asks, words: Words, clock: Clock) -> None:
    """Ask somebody else to take it over."""
    given = read_answer(view)
    if given.to is None:
        raise DeclinedError("ask-pass-nobody", at=ids.ASK_TO)
    asks.answering.pass_on(given.number, given.version, body["user"]["id"], given.to, clock())
    _thank(ack, view, asks, words, clock)


def not_now(ack: Ack, body: Body, view: Body, asks: Asks, words: Words, clock: Clock) -> None:
    """Write down that it is not done now."""
    given = read_answer(view)
    asks.answering.not_now(given.number, given.version, body["user"]["id"], given.line, clock())
    _thank(ack, view, asks, words, clock)


def done(ack: Ack, body: Body, view: Body, asks: Asks, words: Words, clock: Clock) -> None:
    """Write down that a commitment was kept."""
    given = read_answer(view)
    asks.keeping.done(given.number, given.seen, body["user"]["id"], given.line, clock())
    _thank(ack, view, asks, words, clock)


def move(ack: Ack, body: Body, view: Body, asks: Asks, words: Words, clock: Clock) -> None:
    """Move a commitment to another day."""
    given = read_answer(view)
    if given.due is None:
        raise DeclinedError("ask-due-past", at=ids.ASK_DUE)
    asks.keeping.move(given.number, given.seen, body["user"]["id"], given.due, given.line, clock())
    _thank(ack, view, asks, words, clock)


def drop(ack: Ack, body: Body, view: Body, asks: Asks, words: Words, clock: Clock) -> None:
    """Write down that a commitment is not going to be kept."""
    given = read_answer(view)
    asks.keeping.drop(given.number, given.seen, body["user"]["id"], given.line, clock())
    _thank(ack, view, asks, words, clock)


def word(ack: Ack, body: Body, action: Body, slack: Slack, asks: Asks, words: Words, clock: Clock) -> None:
    """Open the ask of a draft for a curator."""
    ack()
    draft, turn = read_button(action["value"])
    ask = asks.wording.see(draft, body["user"]["id"], clock())
    slack.open_form(body["trigger_id"], word_form(draft, turn, ask, words))


def write(ack: Ack, body: Body, view: Body, asks: Asks, drafts: Drafts, clock: Clock) -> None:
    """Put a curator's wording on the draft."""
    asks.wording.write(read_wording(view), body["user"]["id"], clock())
    ack()
    asks.carry_on(clock())
    drafts.carry_on(clock())


def _thank(ack: Ack, view: Body, asks: Asks, words: Words, clock: Clock) -> None:
    ack(response_action="update", view=thanks_form(view["callback_id"], words))
    asks.carry_on(clock())


_ANSWERS: dict[str, Draw] = {ids.ASK_TAKE: take_form, ids.ASK_HAND_ON: pass_form, ids.ASK_NOT_NOW: not_now_form}
_ENDS: dict[str, Draw] = {ids.ASK_DONE: done_form, ids.ASK_MOVE: move_form, ids.ASK_DROP: drop_form}

LISTENERS = Listeners(
    actions={
        **dict.fromkeys(_ANSWERS, respond),
        **dict.fromkeys(_ENDS, keep),
        ids.ASK_AWAY: away,
        ids.ASK_ACCEPT: accept,
        ids.ASK_DECLINE: decline,
        ids.ASK_WORD: word,
    },
    views={
        ids.ASK_TAKE_FORM: take,
        ids.ASK_HAND_ON_FORM: pass_on,
        ids.ASK_NOT_NOW_FORM: not_now,
        ids.ASK_DONE_FORM: done,
        ids.ASK_MOVE_FORM: move,
        ids.ASK_DROP_FORM: drop,
        ids.ASK_WORD_FORM: write,
    },
)
"""What is answered here."""
