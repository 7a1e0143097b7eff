"""Clicks: buttons and menus in messages and forms."""

from typing import Any

from slack_bolt import Ack

from bot.blocks import ids
from bot.blocks.voice import old_button
from bot.blocks.win_form import joined_form, nominate_form, opened_draft, read_draft
from bot.blocks.win_letters import answered, mine
from bot.blocks.win_review import decided, merge_form, text_form, thank_form
from bot.domain.win import Choice
from bot.locale import Words
from bot.services.clock import Clock
from bot.services.wins.desk import Wins
from bot.slack import Slack

Body = dict[str, Any]


def change_kind(ack: Ack, body: Body, slack: Slack, words: Words) -> None:
    """Draw the form anew with the questions of the kind that was chosen."""
    ack()
    view = body["view"]
    slack.update_form(view["id"], nominate_form(read_draft(view), words), seen=view["hash"])


def join(ack: Ack, body: Body, action: Body, slack: Slack, wins: Wins, words: Words, clock: Clock) -> None:
    """Add the person to those who told the story."""
    wins.nominating.join(int(action["value"]), body["user"]["id"], clock())
    ack()
    slack.update_form(body["view"]["id"], joined_form(words))


def open_form(ack: Ack, body: Body, action: Body, slack: Slack, words: Words) -> None:
    """Open the form, with the message or the record that the button stands for."""
    ack()
    draft = opened_draft(action["value"], words, slack.text_of, slack.is_public)
    slack.open_form(body["trigger_id"], nominate_form(draft, words))


def choose(ack: Ack, body: Body, action: Body, slack: Slack, wins: Wins, words: Words, clock: Clock) -> None:
    """Write down how the person wants to appear."""
    (number, version), user = _numbers(action), body["user"]["id"]
    choice = Choice(action["action_id"].removeprefix(f"{ids.WIN_CHOICE}-"))
    win = wins.consenting.answer(number, user, version, choice, clock())
    ack()
    person = win.person(user)
    if person is not None:
        slack.respond(body["response_url"], answered(win, person, words), replace=True)
    wins.carry_on(clock())


def edit(ack: Ack, body: Body, action: Body, slack: Slack, wins: Wins, words: Words) -> None:
    """Open the text of the person's own story."""
    ack()
    win = wins.nominating.own(int(action["value"]), body["user"]["id"])
    slack.open_form(body["trigger_id"], text_form(win, words, curator=False))


def withdraw(ack: Ack, body: Body, action: Body, slack: Slack, wins: Wins, words: Words, clock: Clock) -> None:
    """Take the person's own story back."""
    user = body["user"]["id"]
    wins.nominating.withdraw(int(action["value"]), user, clock())
    ack()
    slack.respond(body["response_url"], mine(wins.nominating.mine(user), user, words), replace=True)
    wins.carry_on(clock())


def approve(ack: Ack, body: Body, action: Body, slack: Slack, wins: Wins, words: Words, clock: Clock) -> None:
    """Approve the text that the curator had before them."""
    number, turn, version = _numbers(action)
    win = wins.curating.approve(number, turn, version, body["user"]["id"], clock())
    ack()
    slack.respond(body["response_url"], decided(win, words), replace=True)
    wins.carry_on(clock())


def curate(ack: Ack, body: Body, action: Body, slack: Slack, wins: Wins, words: Words) -> None:
    """Open the text for a curator to edit lightly."""
    ack()
    number, turn = _numbers(action)
    win = wins.curating.see(number, turn, body["user"]["id"])
    slack.open_form(body["trigger_id"], text_form(win, words, curator=True))


def merge(ack: Ack, body: Body, action: Body, slack: Slack, wins: Wins, words: Words) -> None:
    """Open the choice of stories that this one can be put into."""
    ack()
    (number, turn), user = _numbers(action), body["user"]["id"]
    win = wins.curating.see(number, turn, user)
    slack.open_form(body["trigger_id"], merge_form(win, wins.curating.others(number, user), words))


def keep(ack: Ack, body: Body, action: Body, slack: Slack, wins: Wins, words: Words, clock: Clock) -> None:
    """Keep the story with a thank-you."""
    number, turn = _numbers(action)
    win = wins.curating.keep(number, turn, body["user"]["id"], clock())
    ack()
    slack.respond(body["response_url"], decided(win, words), replace=True)
    wins.carry_on(clock())


def take_back(ack: Ack, body: Body, action: Body, slack: Slack, wins: Wins, words: Words, clock: Clock) -> None:
    """Undo a celebration."""
    number, turn = _numbers(action)
    win = wins.curating.take_back(number, turn, body["user"]["id"], clock())
    ack()
    slack.respond(body["response_url"], decided(win, words), replace=True)
    wins.carry_on(clock())


def thank(ack: Ack, body: Body, action: Body, slack: Slack, words: Words) -> None:
    """Open the one sentence of thanks."""
    ack()
    slack.open_form(body["trigger_id"], thank_form(int(action["value"]), words))


def unknown(ack: Ack, body: Body, action: Body, slack: Slack, words: Words) -> None:
    """Acknowledge a button that nobody here knows, and say so to the person alone; one that is a link needs no word."""
    ack()
    if body.get("response_url") and "url" not in action:
        slack.respond(body["response_url"], old_button(words))


def _numbers(action: Body) -> list[int]:
    """The numbers that a button carries: the win, and what its reader had before them."""
    return [int(part) for part in action["value"].split(".")]
