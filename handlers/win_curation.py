"""Service wins, curated: approved, edited, merged, kept, taken back; and thanks to the people in a story."""

from typing import Any

from slack_bolt import Ack

from bot.blocks import ids
from bot.blocks.forms import filled_in, meta_of
from bot.blocks.win_review import decided, merge_form, text_form, thank_form
from bot.locale import Words
from bot.services.clock import Clock
from bot.services.wins.desk import Wins
from bot.slack import Slack
from handlers.answering import Answer
from handlers.listeners import Listeners
from handlers.requests import Body, numbers


def approve(ack: Ack, body: Body, action: Body, wins: Wins, words: Words, clock: Clock, answer: Answer) -> None:
    """Approve the text that the curator had before them."""
    number, turn, version = numbers(action)
    win = wins.curating.approve(number, turn, version, body["user"]["id"], clock())
    ack()
    answer(decided(win, words))
    wins.carry_on(clock())


def curate(ack: Ack, body: Body, action: Body, slack: Slack, wins: Wins, words: Words) -> None:
    """Open the text for a curator to edit lightly."""
    ack()
    number, turn = numbers(action)
    win = wins.curating.see(number, turn, body["user"]["id"])
    slack.open_form(body["trigger_id"], text_form(win, words, curator=True))


def merge(ack: Ack, body: Body, action: Body, slack: Slack, wins: Wins, words: Words) -> None:
    """Open the choice of stories that this one can be put into."""
    ack()
    (number, turn), user = numbers(action), body["user"]["id"]
    win = wins.curating.see(number, turn, user)
    slack.open_form(body["trigger_id"], merge_form(win, wins.curating.others(number, user), words))


def merged(ack: Ack, body: dict[str, Any], view: dict[str, Any], wins: Wins, clock: Clock) -> None:
    """Put one story into another."""
    meta, into = meta_of(view), filled_in(view)[ids.WIN_INTO]
    wins.curating.merge(meta["win"], meta["turn"], int(into[0]), body["user"]["id"], clock())
    ack()
    wins.carry_on(clock())


def keep(ack: Ack, body: Body, action: Body, wins: Wins, words: Words, clock: Clock, answer: Answer) -> None:
    """Keep the story with a thank-you."""
    number, turn = numbers(action)
    win = wins.curating.keep(number, turn, body["user"]["id"], clock())
    ack()
    answer(decided(win, words))
    wins.carry_on(clock())


def take_back(ack: Ack, body: Body, action: Body, wins: Wins, words: Words, clock: Clock, answer: Answer) -> None:
    """Undo a celebration."""
    number, turn = numbers(action)
    win = wins.curating.take_back(number, turn, body["user"]["id"], clock())
    ack()
    answer(decided(win, words))
    wins.carry_on(clock())


def thank(ack: Ack, body: Body, action: Body, slack: Slack, words: Words) -> None:
    """Open the one sentence of thanks."""
    ack()
    slack.open_form(body["trigger_id"], thank_form(int(action["value"]), words))


def thanked(ack: Ack, body: dict[str, Any], view: dict[str, Any], wins: Wins, clock: Clock) -> None:
    """Carry one sentence to the people in a story."""
    sentence = filled_in(view)[ids.WIN_SENTENCE] or ""
    wins.thanking.thank(meta_of(view)["win"], body["user"]["id"], sentence, view["id"])
    ack()
    wins.carry_on(clock())


LISTENERS = Listeners(
    actions={
        ids.WIN_APPROVE: approve,
        ids.WIN_CURATE: curate,
        ids.WIN_MERGE: merge,
        ids.WIN_KEEP: keep,
        ids.WIN_TAKE_BACK: take_back,
        ids.WIN_THANK: thank,
    },
    views={ids.WIN_MERGE_FORM: merged, ids.WIN_THANK_FORM: thanked},
)
