"""Service wins, told and owned: the command, shortcuts, the form, the reaction, consent, one's own stories."""

from typing import Any

from slack_bolt import Ack

from bot.blocks import ids
from bot.blocks.forms import meta_of
from bot.blocks.win_form import (
    Draft,
    group_options,
    joined_form,
    nominate_form,
    opened_draft,
    read_draft,
    read_nomination,
    thanks_form,
    typed_draft,
)
from bot.blocks.win_letters import answered, mine, offer
from bot.blocks.win_letters import help_text as win_help
from bot.blocks.win_review import read_text, text_form
from bot.domain.win import Choice
from bot.errors import SlackError
from bot.locale import Words
from bot.services.clock import Clock
from bot.services.speech import Speech
from bot.services.wins.desk import Wins
from bot.slack import Slack
from handlers.answering import Answer
from handlers.listeners import Listeners
from handlers.requests import Body, numbers

MEANT = {"help": "help", "hilfe": "help", "?": "help", "mine": "mine", "meine": "mine"}
"""The words that /win takes; anything else is the beginning of a story."""


def win(ack: Ack, command: dict[str, Any], slack: Slack, wins: Wins, words: Words) -> None:
    """Answer /win: the form, with what was typed in it; help; or one's own stories.

    The form opens whatever the database does: nothing is asked of it.
    """
    meant, user = MEANT.get(command.get("text", "").strip().casefold(), "form"), command["user_id"]
    if meant == "help":
        ack(text=win_help(words).text, response_type="ephemeral")
        return
    ack()
    if meant == "mine":
        slack.respond(command["response_url"], mine(wins.nominating.mine(user), user, words))
    else:
        slack.open_form(command["trigger_id"], nominate_form(typed_draft(command.get("text", ""), words), words))


def shortcut(ack: Ack, body: dict[str, Any], slack: Slack, words: Words) -> None:
    """Open the form to tell a story in."""
    ack()
    slack.open_form(body["trigger_id"], nominate_form(Draft(), words))


def nominate_message(ack: Ack, body: dict[str, Any], slack: Slack, words: Words) -> None:
    """Open the form with what the message says; from a place that not everybody may read it wants a confirmation."""
    ack()
    private = not slack.is_public(body["channel"]["id"])
    draft = typed_draft(body["message"].get("text", ""), words, private=private)
    slack.open_form(body["trigger_id"], nominate_form(draft, words))


def open_form(ack: Ack, body: Body, action: Body, slack: Slack, words: Words) -> None:
    """Open the form, with the message or the record that the button stands for."""
    ack()
    draft = opened_draft(action["value"], words, slack.text_of, slack.is_public)
    slack.open_form(body["trigger_id"], nominate_form(draft, words))


def change_kind(ack: Ack, body: Body, slack: Slack, words: Words) -> None:
    """Draw the form anew with the questions of the kind that was chosen."""
    ack()
    view = body["view"]
    slack.update_form(view["id"], nominate_form(read_draft(view), words), seen=view["hash"])


def groups(ack: Ack, body: dict[str, Any], slack: Slack) -> None:
    """Offer the user groups that begin with, or hold, what was typed; none where Slack does not tell."""
    typed = str(body.get("value") or "").strip("@ ").casefold()
    try:
        found = [(group.id, f"@{group.name}") for group in slack.groups() if typed in group.name.casefold()]
    except SlackError:
        found = []
    ack(options=group_options(found))


def nominate(ack: Ack, body: dict[str, Any], view: dict[str, Any], wins: Wins, words: Words, clock: Clock) -> None:
    """Take a story in; where somebody told it already, ask whether to join theirs."""
    twin = wins.nominating.nominate(read_nomination(view, body["user"]["id"]), clock())
    shown = thanks_form(words) if twin is None else nominate_form(read_draft(view), words, twin)
    ack(response_action="update", view=shown)
    wins.carry_on(clock())


def join(ack: Ack, body: Body, action: Body, slack: Slack, wins: Wins, words: Words, clock: Clock) -> None:
    """Add the person to those who told the story."""
    wins.nominating.join(int(action["value"]), body["user"]["id"], clock())
    ack()
    slack.update_form(body["view"]["id"], joined_form(words))


def choose(ack: Ack, body: Body, action: Body, wins: Wins, words: Words, clock: Clock, answer: Answer) -> None:
    """Write down how the person wants to appear."""
    (number, version), user = numbers(action), body["user"]["id"]
    choice = Choice(action["action_id"].removeprefix(f"{ids.WIN_CHOICE}-"))
    win = wins.consenting.answer(number, user, version, choice, clock())
    ack()
    person = win.person(user)
    if person is not None:
        answer(answered(win, person, words))
    wins.carry_on(clock())


def edit(ack: Ack, body: Body, action: Body, slack: Slack, wins: Wins, words: Words) -> None:
    """Open the text of the person's own story."""
    ack()
    win = wins.nominating.own(int(action["value"]), body["user"]["id"])
    slack.open_form(body["trigger_id"], text_form(win, words, curator=False))


def write_text(ack: Ack, body: dict[str, Any], view: dict[str, Any], wins: Wins, clock: Clock) -> None:
    """Take a story's new text, from its teller or from a curator."""
    meta, (parts, said), user = meta_of(view), read_text(view), body["user"]["id"]
    if meta["turn"] is None:
        wins.nominating.edit(meta["win"], meta["version"], user, parts, said, clock())
    else:
        wins.curating.edit(meta["win"], meta["turn"], meta["version"], user, parts, said, clock())
    ack()
    wins.carry_on(clock())


def withdraw(ack: Ack, body: Body, action: Body, wins: Wins, words: Words, clock: Clock, answer: Answer) -> None:
    """Take the person's own story back."""
    user = body["user"]["id"]
    wins.nominating.withdraw(int(action["value"]), user, clock())
    ack()
    answer(mine(wins.nominating.mine(user), user, words))
    wins.carry_on(clock())


def reaction_added(event: dict[str, Any], slack: Slack, speech: Speech, wins: Wins) -> None:
    """Offer the form to the person who reacted with the chosen emoji, and to nobody else."""
    name, item = str(event.get("reaction", "")).partition("::")[0], event.get("item") or {}
    if item.get("type") == "message" and name and name == wins.house.now().emoji:
        words = speech.to(event["user"])
        slack.whisper(item["channel"], event["user"], offer(words, item["channel"], item["ts"]))


LISTENERS = Listeners(
    commands={"/win": win},
    shortcuts={ids.WIN_SHORTCUT: shortcut, ids.WIN_MESSAGE: nominate_message},
    actions={
        ids.WIN_KIND: change_kind,
        ids.WIN_JOIN: join,
        ids.WIN_OPEN: open_form,
        **{f"{ids.WIN_CHOICE}-{choice.value}": choose for choice in Choice},
        ids.WIN_EDIT: edit,
        ids.WIN_WITHDRAW: withdraw,
    },
    options={ids.WIN_GROUP: groups},
    views={ids.WIN_FORM: nominate, ids.WIN_TEXT_FORM: write_text},
    events={"reaction_added": reaction_added},
)
